import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Bucket } from '#core/reconciliation/standing'
import { sql } from 'drizzle-orm'
import type { Db } from '../../client'
import {
  hasText,
  KNOWN_SUM,
  listStandingTotals,
  selectStandings,
  type StandingFilter,
  type StandingTotal,
} from './standings'

export type ListedTotals = {
  readonly count: number
  /** Nothing where several buckets are listed, for what came is not added to what is to come; or where it is unknown. */
  readonly amount: number | null
}

/** How many sub-orders the filter leaves, and their money: from kept sums, but for a search. */
export async function sumListedStandings(
  ledger: Db,
  storeIds: readonly StoreId[],
  { asOf, bucket, search }: StandingFilter,
): Promise<ListedTotals> {
  const totals =
    search === undefined
      ? await listStandingTotals(ledger, storeIds, asOf)
      : await listFoundTotals(ledger, storeIds, asOf, search)
  return addListed(totals, bucket)
}

/** The totals of one bucket, or the count of all of them. */
export function addListed(
  totals: readonly StandingTotal[],
  bucket: Bucket | undefined,
): ListedTotals {
  const listed = totals.filter((each) => bucket === undefined || each.bucket === bucket)
  return {
    count: listed.reduce((sum, { count }) => sum + count, 0),
    amount: bucket === undefined ? null : sumKnown(listed),
  }
}

/** Nothing is left of a filter: its money is nil. Where something is, its money may be unknown. */
function sumKnown(listed: readonly StandingTotal[]): number | null {
  if (listed.length > 0 && listed.every(({ amount }) => amount === null)) return null
  return listed.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
}

function listFoundTotals(
  ledger: Db,
  storeIds: readonly StoreId[],
  asOf: BusinessDate,
  search: string,
): Promise<StandingTotal[]> {
  const found = storeIds.map(
    (storeId) => sql`${selectStandings(storeId, asOf)} AND ${hasText(search)}`,
  )
  if (found.length === 0) return Promise.resolve([])
  return ledger.all<StandingTotal>(sql`SELECT bucket, sum(count) AS count, sum(unknown) AS unknown,
      ${KNOWN_SUM} AS amount
    FROM (SELECT bucket, 1 AS count, coalesce(CASE bucket WHEN 'promised' THEN promisedAmount WHEN 'awaiting' THEN expectedAmount
        WHEN 'overdue' THEN expectedAmount ELSE settledAmount END, 0) AS amount,
        settledAmount IS NULL AND bucket NOT IN ('promised', 'awaiting', 'overdue') AS unknown
      FROM (${sql.join(found, sql` UNION ALL `)})) GROUP BY bucket`)
}
