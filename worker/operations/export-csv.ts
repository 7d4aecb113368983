import { dayInIndia, type BusinessDate } from '#core/dates'
import type { Days } from '#core/pnl/period'
import { storeId } from '#core/ids'
import { listStores } from '#db/control/queries/stores'
import { newBudget } from '#engine/export-csv'
import type { ExportScope, ExportStore } from '#engine/export-facts'
import type { Caller } from '../env'
import { knownAtOf } from '../period'
import { notFound } from '../problem'

type Asked = {
  readonly store?: string | undefined
  readonly asOf?: BusinessDate | undefined
  readonly knownOn?: BusinessDate | undefined
}

/** What an export is asked for: the stores of the caller, some days, and what was known of them when. */
export async function exportScope(
  caller: Caller,
  asked: Asked,
  days: Days | undefined,
): Promise<ExportScope> {
  return {
    ledger: caller.ledger,
    stores: await exportStores(caller, asked.store),
    days,
    asOf: asked.asOf ?? dayInIndia(caller.now),
    knownAt: knownAtOf(asked, caller.now),
    budget: newBudget(),
  }
}

/** The stores to export with their names: the one asked for, or all. A foreign one is not found. */
async function exportStores(
  { db, workspaceId }: Caller,
  asked: string | undefined,
): Promise<ExportStore[]> {
  const stores = await listStores(db, workspaceId)
  const chosen = asked === undefined ? stores : stores.filter((store) => store.id === asked)
  if (asked !== undefined && chosen.length === 0) throw notFound()
  return chosen.map(({ id, name, supplierId }) => ({ id: storeId(id), name, supplierId }))
}
