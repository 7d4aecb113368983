import type { StoreId } from '#core/ids'
import type { Bucket } from '#core/reconciliation/standing'
import { sql } from 'drizzle-orm'
import type { Db } from '../../client'
import {
  hasText,
  inBucket,
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
  if (search === undefined)
    return addListed(await listStandingTotals(ledger, storeIds, asOf), bucket)
  // Store by store: D1 takes few terms of a UNION, and a workspace may have fifty stores.
  const found = await Promise.all(
    storeIds.map((storeId) =>
      bucket === undefined
        ? countFound(ledger, storeId, search)
        : sumFound(ledger, storeId, { asOf, bucket, search }),
    ),
  )
  return addListed(
    found.filter(({ count }) => count > 0),
    bucket,
  )
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

/** What a search leaves of all buckets: their money is not added up, so no row of it is read. */
async function countFound(ledger: Db, storeId: StoreId, search: string): Promise<StandingTotal> {
  const [row] = await ledger.all<{ count: number }>(
    sql`SELECT count(*) AS count FROM standing WHERE store_id = ${storeId} AND ${hasText(search)}`,
  )
  return { bucket: '', count: row?.count ?? 0, amount: null, unknown: 0 }
}

/** What a search leaves of one bucket. */
async function sumFound(
  ledger: Db,
  storeId: StoreId,
  { asOf, bucket, search }: StandingFilter & { readonly bucket: Bucket; readonly search: string },
): Promise<StandingTotal> {
  const found = sql`SELECT sub_order_no FROM standing WHERE store_id = ${storeId}
    AND ${hasText(search)} AND ${inBucket(storeId, { asOf, bucket })}`
  const amount = sql.raw(AMOUNT_OF[bucket] ?? 'settledAmount')
  const unknown = sql.raw(bucket in AMOUNT_OF ? '0' : 'settledAmount IS NULL')
  const [row] = await ledger.all<Omit<StandingTotal, 'bucket'>>(sql`SELECT count(*) AS count,
      coalesce(sum(unknown), 0) AS unknown, ${KNOWN_SUM} AS amount
    FROM (SELECT 1 AS count, coalesce(${amount}, 0) AS amount, ${unknown} AS unknown
      FROM (${selectStandings(storeId, asOf, found)}))`)
  return { bucket, count: 0, amount: null, unknown: 0, ...row }
}

/** What is to come for a sub-order, where nothing is settled yet. */
const AMOUNT_OF: Readonly<Partial<Record<Bucket, string>>> = {
  promised: 'promisedAmount',
  awaiting: 'expectedAmount',
  overdue: 'expectedAmount',
}
