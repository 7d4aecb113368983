import type { BusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Basis } from '#core/pnl/profit'
import { type SQL, sql } from 'drizzle-orm'
import { joinSubOrder } from '../known-sub-orders'
import { lineMark, MARK_COLUMNS, MARK_SUMS, markOf } from './line-marks'
import { linePeriod, linesIn, lineSku, type PaidMonth } from './sums'

const COLUMNS = MARK_COLUMNS.join(', ')
const SUMS = MARK_COLUMNS.map((column) => `sum(${column})`).join(', ')

/** Writes the sums of the marked lines paid in a month anew, on both bases. */
export function rebuildOrderMarks(paid: PaidMonth): SQL[] {
  const subOrder = joinSubOrder('l', undefined)
  const mark = lineMark(subOrder)
  const day = (basis: Basis) => sql.raw(linePeriod(basis, subOrder))
  const rows = (basis: Basis, grain: 'day' | 'month', scope: 'all' | 'sku') => {
    const on = basis === 'order' ? 'ordered_on' : 'paid_on'
    const period = sql.raw(grain === 'day' ? on : `substr(${on}, 1, 7)`)
    const sku = sql.raw(scope === 'all' ? `''` : 'sku')
    const only = sql.raw(scope === 'all' ? '' : `WHERE mark = 'ad'`)
    return sql`SELECT store_id, ${paid.month}, ${basis}, ${grain}, ${scope}, ${period}, ${sku}, mark, ${sql.raw(SUMS)}
      FROM fine ${only} GROUP BY store_id, ${period}, ${sku}, mark`
  }
  return [
    sql`DELETE FROM order_mark_total WHERE store_id = ${paid.storeId} AND paid_month = ${paid.month}`,
    sql`INSERT INTO order_mark_total (store_id, paid_month, basis, grain, scope, period, sku, mark, ${sql.raw(COLUMNS)})
      WITH fine (store_id, paid_on, ordered_on, sku, mark, ${sql.raw(COLUMNS)}) AS MATERIALIZED (
        SELECT l.store_id, ${day('payment')}, ${day('order')}, ${sql.raw(lineSku(subOrder))}, ${mark}, ${sql.raw(MARK_SUMS)}
        FROM ${linesIn('payment', [paid], {})} AND ${mark} <> 'unmarked' GROUP BY 1, 2, 3, 4, 5)
      ${rows('order', 'day', 'all')} UNION ALL ${rows('order', 'month', 'all')}
      UNION ALL ${rows('payment', 'day', 'all')} UNION ALL ${rows('payment', 'month', 'all')}
      UNION ALL ${rows('payment', 'month', 'sku')}`,
  ]
}

/** Writes the counts of the marked sub-orders ordered in a month anew. */
export function rebuildOrderMarkCounts(storeId: StoreId, month: BusinessMonth): SQL[] {
  const days = sql`BETWEEN ${`${month}-01`} AND ${`${month}-31`}`
  const rows = (grain: 'day' | 'month', scope: 'all' | 'sku') => {
    const period = grain === 'day' ? sql.raw('ordered_on') : sql`${month}`
    const sku = sql.raw(scope === 'all' ? `''` : 'sku')
    const only = sql.raw(scope === 'all' ? '' : `WHERE mark = 'ad'`)
    return sql`SELECT store_id, ${grain}, ${scope}, ${period}, ${sku}, mark, sum(sub_orders)
      FROM fine ${only} GROUP BY store_id, ${period}, ${sku}, mark`
  }
  return [
    sql`DELETE FROM order_mark_count WHERE store_id = ${storeId} AND grain = 'day' AND period ${days}`,
    sql`DELETE FROM order_mark_count WHERE store_id = ${storeId} AND grain = 'month' AND period = ${month}`,
    sql`INSERT INTO order_mark_count (store_id, grain, scope, period, sku, mark, sub_orders)
      WITH fine AS MATERIALIZED (
        SELECT o.store_id, o.ordered_on, o.sku, ${markOf(sql.raw('o.order_source'))} AS mark, count(*) AS sub_orders
        FROM sub_order AS o WHERE o.store_id = ${storeId} AND o.ordered_on ${days} AND o.order_source <> ''
        GROUP BY 1, 2, 3, 4)
      ${rows('day', 'all')} UNION ALL ${rows('month', 'all')} UNION ALL ${rows('month', 'sku')}`,
  ]
}
