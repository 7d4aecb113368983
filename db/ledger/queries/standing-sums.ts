import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Bucket } from '#core/reconciliation/standing'
import { sql } from 'drizzle-orm'
import type { Db } from '../../client'
import {
  hasText,
  listStandingTotals,
  selectStandings,
  type StandingFilter,
  type StandingTotal,
} from './standings'

export type ListedTotals = {
  readonly count: number
  /** Nothing where several buckets are listed: what came is not added to what is still to come. */
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
    amount: bucket === undefined ? null : listed.reduce((sum, { amount }) => sum + amount, 0),
  }
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
  return ledger.all<StandingTotal>(sql`SELECT bucket, count(*) AS count,
      sum(coalesce(CASE bucket WHEN 'promised' THEN promisedAmount WHEN 'awaiting' THEN expectedAmount
        WHEN 'overdue' THEN expectedAmount ELSE settledAmount END, 0)) AS amount
    FROM (${sql.join(found, sql` UNION ALL `)}) GROUP BY bucket`)
}
