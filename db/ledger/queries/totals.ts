import type { BusinessDate, BusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import type { KnownAt } from '../knowledge'
import { knownSubOrders } from '../known-sub-orders'
import { staleMonths } from '../schema/reports'
import { addArrivals } from './arrivals'
import { rebuildOrderMarkCounts, rebuildOrderMarks } from './order-mark-totals'
import { NAMES, type PaidMonth, sumPaidMonths, SUMS } from './sums'
import { rebuildWithheld } from './withheld'

export type StaleMonth = typeof staleMonths.$inferSelect

/** Months whose totals must be rebuilt, oldest first; a rebuild takes a few at a time. */
export function listStaleMonths(db: Db, storeId: StoreId, limit: number): Promise<StaleMonth[]> {
  return db
    .select()
    .from(staleMonths)
    .where(eq(staleMonths.storeId, storeId))
    .orderBy(staleMonths.subject, staleMonths.month)
    .limit(limit)
}

/** Marks months whose facts have changed, in the batch that changes them. */
export function markStale(
  storeId: StoreId,
  subject: StaleMonth['subject'],
  months: readonly BusinessMonth[],
): SQL {
  return sql`INSERT INTO stale_month (store_id, subject, month, changes)
    SELECT ${storeId}, ${subject}, value, 1 FROM json_each(${JSON.stringify(months)}) WHERE true
    ON CONFLICT DO UPDATE SET changes = changes + 1`
}

/** Forgets a mark, unless the month has changed again since it was read. */
export function clearStale({ storeId, subject, month, changes }: StaleMonth): SQL {
  const mark = and(
    eq(staleMonths.storeId, storeId),
    eq(staleMonths.subject, subject),
    eq(staleMonths.month, month),
    eq(staleMonths.changes, changes),
  )
  return sql`DELETE FROM stale_month WHERE ${mark}`
}

/** The last day that any money was paid to the store; nothing before its first payment. */
export async function findLastPaidOn(db: Db, storeId: StoreId): Promise<BusinessDate | undefined> {
  const [row] = await db.all<{ paidOn: BusinessDate | null }>(
    sql`SELECT max(paid_on) AS paidOn FROM settlement_line WHERE store_id = ${storeId}`,
  )
  return row?.paidOn ?? undefined
}

const KEY = 'store_id, paid_month, basis, grain, scope, period, sku'

/** Writes the month's totals anew: every day and every month, and every month by SKU, on both bases. */
export function rebuildPaidMonth(paid: PaidMonth): SQL[] {
  const { storeId, month } = paid
  const days = sql`BETWEEN ${`${month}-01`} AND ${`${month}-31`}`
  return [
    sql`DELETE FROM total WHERE store_id = ${storeId} AND paid_month = ${month}`,
    addTotals('payment', paid),
    addTotals('order', paid),
    sql`DELETE FROM payout_transaction WHERE store_id = ${storeId} AND paid_on ${days}`,
    sql`INSERT INTO payout_transaction (store_id, paid_on, transaction_id, lines, settlement_paise)
      SELECT store_id, paid_on, transaction_id, count(*), sum(settlement_paise) FROM settlement_line
      WHERE store_id = ${storeId} AND paid_on ${days} AND closed_at = 0
      GROUP BY store_id, paid_on, transaction_id`,
    sql`DELETE FROM settlement_arrival WHERE store_id = ${storeId} AND paid_on ${days}`,
    addArrivals(paid),
    ...rebuildWithheld(paid),
    ...rebuildOrderMarks(paid),
  ]
}

/** One reading of the month's facts gives all three kinds of total. */
function addTotals(basis: 'order' | 'payment', paid: PaidMonth): SQL {
  const rows = (grain: 'day' | 'month', scope: 'all' | 'sku') => {
    const period = sql.raw(grain === 'day' ? 'period' : 'substr(period, 1, 7)')
    const sku = sql.raw(scope === 'all' ? `''` : 'sku')
    return sql`SELECT store_id, ${paid.month}, ${basis}, ${grain}, ${scope}, ${period}, ${sku}, ${sql.raw(SUMS)}
      FROM fine GROUP BY store_id, ${period}, ${sku}`
  }
  return sql`INSERT INTO total (${sql.raw(KEY)}, ${sql.raw(NAMES)})
    WITH fine (store_id, period, sku, ${sql.raw(NAMES)}) AS MATERIALIZED (${sumPaidMonths(basis, [paid])})
    ${rows('day', 'all')} UNION ALL ${rows('month', 'all')} UNION ALL ${rows('month', 'sku')}`
}

/** Writes the counts of the sub-orders ordered in a month anew. `finalRanks` are core's: see lifecycle. */
export function rebuildOrderedMonth(
  storeId: StoreId,
  month: BusinessMonth,
  finalRanks: readonly number[],
): SQL[] {
  const days = sql`BETWEEN ${`${month}-01`} AND ${`${month}-31`}`
  const rows = (grain: 'day' | 'month', scope: 'all' | 'sku') => {
    const period = grain === 'day' ? sql.raw('ordered_on') : sql`${month}`
    const sku = sql.raw(scope === 'all' ? `''` : 'sku')
    return sql`SELECT store_id, ${grain}, ${scope}, ${period}, ${sku}, sum(sub_orders), sum(units), sum(final_sub_orders)
      FROM fine GROUP BY store_id, ${period}, ${sku}`
  }
  return [
    sql`DELETE FROM order_total WHERE store_id = ${storeId} AND grain = 'day' AND period ${days}`,
    sql`DELETE FROM order_total WHERE store_id = ${storeId} AND grain = 'month' AND period = ${month}`,
    sql`INSERT INTO order_total (store_id, grain, scope, period, sku, sub_orders, units, final_sub_orders)
      WITH fine (store_id, ordered_on, sku, sub_orders, units, final_sub_orders) AS MATERIALIZED (
        ${countSubOrders([storeId], days, finalRanks)}
      ) ${rows('day', 'all')} UNION ALL ${rows('month', 'all')} UNION ALL ${rows('month', 'sku')}`,
    ...rebuildOrderMarkCounts(storeId, month),
  ]
}

/**
 * Rows of (store_id, ordered_on, sku, sub_orders, units, final_sub_orders), as known at that moment. Where
 * nobody asks for the days, '' stands for all of them.
 */
export function countSubOrders(
  storeIds: readonly StoreId[],
  days: SQL,
  finalRanks: readonly number[],
  { knownAt, byDay = true }: { readonly knownAt?: KnownAt; readonly byDay?: boolean } = {},
): SQL {
  return sql`SELECT store_id, ${sql.raw(byDay ? 'ordered_on' : `''`)} AS ordered_on, sku, count(*) AS sub_orders,
      sum(quantity) AS units,
      sum(lifecycle_rank IN (SELECT value FROM json_each(${JSON.stringify(finalRanks)}))) AS final_sub_orders
    FROM ${knownSubOrders(storeIds, knownAt)}
    WHERE store_id IN (SELECT value FROM json_each(${JSON.stringify(storeIds)})) AND ordered_on ${days}
    GROUP BY 1, 2, 3`
}
