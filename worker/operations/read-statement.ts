import type { BusinessDate } from '#core/dates'
import { pastCostsOf } from '#engine/past-costs'
import { MAX_GROUPS, type Pnl, readPnl } from '#engine/read-pnl'
import type { Caller } from '../env'
import { knownAtOf } from '../period'
import { AppError } from '../problem'
import { checkLinesThen } from './check-past'
import { judgedOr422 } from './judge-as-known'
import { storesInQuestion } from './stores-in-question'

type Asked = {
  readonly from: BusinessDate
  readonly to: BusinessDate
  readonly basis: 'order' | 'payment'
  readonly group: 'total' | 'month' | 'day' | 'sku'
  readonly sku?: string | undefined
  readonly store?: string | undefined
  readonly knownOn?: BusinessDate | undefined
}

/** A profit and loss by group, and with months their total, which stands beside them. */
export async function readStatement(
  caller: Caller,
  { store, group, sku, knownOn, ...rest }: Asked,
): Promise<{ grouped: Pnl; total: Pnl | undefined }> {
  const stores = await storesInQuestion(caller, store)
  const query = { ...rest, sku, knownAt: knownAtOf({ knownOn }, caller.now) }
  await checkLinesThen(caller, stores, query)
  const past = pastCostsOf(caller.ledger, stores, query.knownAt)
  // A screen says beside its figures that they lack product cost; a file that has left says it to nobody.
  if (past !== undefined) judgedOr422(await past.read())
  const [grouped, total] = await Promise.all([
    readPnl(caller.ledger, stores, { ...query, group }, past),
    group === 'month'
      ? readPnl(caller.ledger, stores, { ...query, group: 'total' }, past)
      : undefined,
  ])
  if (grouped === undefined) {
    const sentence = `This would be more than ${MAX_GROUPS} groups. Ask for a shorter period.`
    throw new AppError(400, 'too-many-groups', sentence)
  }
  return { grouped, total }
}
