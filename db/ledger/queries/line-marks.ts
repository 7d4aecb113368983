import { MARK_WORDS } from '#core/ads/order-mark'
import { type SQL, sql } from 'drizzle-orm'
import type { SubOrderJoin } from '../known-sub-orders'
import { LINE_SUMS } from './sums'

/** What a text of the column `Order source` says: see core/ads/order-mark. */
export function markOf(source: SQL): SQL {
  return sql`CASE lower(${source}) WHEN ${MARK_WORDS.ad} THEN 'ad' WHEN ${MARK_WORDS.organic} THEN 'organic'
    WHEN '' THEN 'unmarked' ELSE 'other' END`
}

/** The mark of a line (l): what its orders report says, or where that says nothing, the line itself. */
export function lineMark({ column }: SubOrderJoin): SQL {
  return markOf(sql.raw(`coalesce(nullif(${column('order_source')}, ''), l.order_source)`))
}

/** What is added up of lines by their marks, as `total` and `order_mark_total` name it. */
export const MARK_COLUMNS = [
  'sub_orders',
  'delivered_units',
  'returned_units',
  'rto_units',
  'sale_paise',
  'sale_return_paise',
  'settlement_paise',
] as const

/** Their sums over settlement lines (l). */
export const MARK_SUMS = MARK_COLUMNS.map((column) => `sum(${LINE_SUMS[column]})`).join(', ')
