import type { StoreId } from '#core/ids'
import type { DiscrepancyFilter, DiscrepancyPlace } from '#db/ledger/queries/discrepancies'
import {
  type DiscrepanciesThen,
  listDiscrepanciesThen,
  pageOfDiscrepancies,
  searchJudged,
  sumByRule,
} from '#engine/list-as-known'
import type { Caller } from '../env'
import { judgeAsKnown } from './judge-as-known'

/** A page of what was wrong by what was known, and on the first page the sums by rule. */
export async function listDiscrepanciesAsKnown(
  caller: Caller,
  storeIds: readonly StoreId[],
  filter: DiscrepancyFilter & { readonly knownAt: number },
  page: { readonly after: DiscrepancyPlace | undefined; readonly limit: number },
) {
  const then = await findDiscrepanciesThen(caller, storeIds, filter)
  const items = await pageOfDiscrepancies(caller.ledger, then, page)
  return [items, page.after === undefined ? sumByRule(then.listed) : null] as const
}

/** All that was wrong by what was known, or 422 where one answer cannot judge it. */
export async function findDiscrepanciesThen(
  caller: Caller,
  storeIds: readonly StoreId[],
  { knownAt, ...filter }: DiscrepancyFilter & { readonly knownAt: number },
): Promise<DiscrepanciesThen> {
  const judged = await judgeAsKnown(caller, storeIds, { knownAt, asOf: filter.asOf })
  const { search } = filter
  const found =
    search === undefined ? judged : await searchJudged(caller.ledger, judged, search, knownAt)
  return { listed: await listDiscrepanciesThen(caller.ledger, found, filter), knownAt }
}
