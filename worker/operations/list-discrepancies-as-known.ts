import type { StoreId } from '#core/ids'
import type { DiscrepancyFilter, DiscrepancyPlace } from '#db/ledger/queries/discrepancies'
import { listDiscrepanciesThen, pageOfDiscrepancies, sumByRule } from '#engine/list-as-known'
import type { Caller } from '../env'
import { judgeAsKnown } from './judge-as-known'

/** A page of what was wrong by what was known, and on the first page the sums by rule. */
export async function listDiscrepanciesAsKnown(
  caller: Caller,
  storeIds: readonly StoreId[],
  { knownAt, ...filter }: DiscrepancyFilter & { readonly knownAt: number },
  page: { readonly after: DiscrepancyPlace | undefined; readonly limit: number },
) {
  const judged = await judgeAsKnown(caller, storeIds, { knownAt, asOf: filter.asOf })
  const listed = await listDiscrepanciesThen(caller.ledger, judged, filter)
  const items = await pageOfDiscrepancies(caller.ledger, { judged, listed, knownAt }, page)
  return [items, page.after === undefined ? sumByRule(listed) : null] as const
}
