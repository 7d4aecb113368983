import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Basis } from '#core/pnl/profit'
import type { KnownAt } from '#db/ledger/knowledge'
import { countLinesRead } from '#db/ledger/queries/reports'
import type { Caller } from '../env'
import { AppError } from '../problem'

/** Some seconds of a database, which ends every statement after thirty. */
export const MAX_LINES_ADDED = 1_000_000

type Asked = { readonly knownAt: KnownAt } & (
  | { readonly basis: 'order' }
  | { readonly basis: Basis; readonly from: BusinessDate; readonly to: BusinessDate }
)

/**
 * Refuses an earlier knowledge of more settlement lines than one answer can add up: totals hold only what is
 * known now. By order date every line of the stores is read, by payment date those of the days.
 */
export async function checkLinesThen(
  { ledger }: Caller,
  stores: readonly { readonly id: StoreId }[],
  asked: Asked,
): Promise<void> {
  if (asked.knownAt === undefined) return
  const storeIds = stores.map(({ id }) => id)
  const paid = asked.basis === 'payment' ? { from: asked.from, to: asked.to } : undefined
  if ((await countLinesRead(ledger, storeIds, paid)) <= MAX_LINES_ADDED) return
  const most = MAX_LINES_ADDED.toLocaleString('en-IN')
  const sentence = `An earlier knowledge is added up anew for each answer, and more than ${most} settlement lines are too many for one. Ask without knownOn, for one store, or by payment date for fewer days.`
  throw new AppError(422, 'too-large-to-add-up', sentence)
}
