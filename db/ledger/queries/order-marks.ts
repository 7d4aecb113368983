import { MARK_WORDS, type OrderMark } from '#core/ads/order-mark'
import type { StoreId } from '#core/ids'
import type { Days } from '#core/pnl/period'
import type { Basis, Sums } from '#core/pnl/profit'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import type { KnownAt } from '../knowledge'
import { knownSubOrders, type SubOrderJoin } from '../known-sub-orders'
import { listMonthsWith, listPaidMonths, monthsOf, NAMED_SUMS } from './pnl'
import { NAMES, sumLines } from './sums'

/** What a text of the column `Order source` says: see core/ads/order-mark. */
function markOf(source: SQL): SQL {
  return sql`CASE lower(${source}) WHEN ${MARK_WORDS.ad} THEN 'ad' WHEN ${MARK_WORDS.organic} THEN 'organic'
    WHEN '' THEN 'unmarked' ELSE 'other' END`
}

/** The mark of a line (l): what its orders report says, or where that says nothing, the line itself. */
export function lineMark({ column }: SubOrderJoin): SQL {
  return markOf(sql.raw(`coalesce(nullif(${column('order_source')}, ''), l.order_source)`))
}

export type MarkQuery = Days & {
  readonly basis: Basis
  readonly knownAt?: KnownAt
  /** Only lines of this SKU. */
  readonly sku?: string | undefined
}

export type MarkSums = Sums & { readonly storeId: StoreId; readonly mark: OrderMark }

/** Settlement lines of a period by what marks their sub-orders. The facts themselves: no total knows marks. */
export async function sumLinesByMark(
  ledger: Db,
  storeIds: readonly StoreId[],
  query: MarkQuery,
): Promise<MarkSums[]> {
  const lines = await linesByMark(ledger, storeIds, query)
  return ledger.all<MarkSums>(sql`WITH part (store_id, mark, sku, ${sql.raw(NAMES)}) AS (${lines})
    SELECT store_id AS storeId, mark, ${sql.raw(NAMED_SUMS)} FROM part GROUP BY 1, 2`)
}

async function linesByMark(
  ledger: Db,
  storeIds: readonly StoreId[],
  { basis, from, to, sku, knownAt }: MarkQuery,
): Promise<SQL> {
  const span = { from, to, sku, knownAt }
  const paid = monthsOf({ basis, from, to }, await listPaidMonths(ledger, storeIds, knownAt))
  return sumLines(basis, await listMonthsWith(ledger, basis, paid, span), span, lineMark)
}

export type MarkCount = {
  readonly storeId: StoreId
  readonly mark: OrderMark
  readonly subOrders: number
}

/** Sub-orders of the orders reports by mark, by the day they were ordered. */
export function countOrdersByMark(
  ledger: Db,
  storeIds: readonly StoreId[],
  query: Days & { readonly knownAt?: KnownAt },
): Promise<MarkCount[]> {
  return ledger.all<MarkCount>(sql`SELECT o.store_id AS storeId, ${markOf(sql.raw('o.order_source'))} AS mark,
      count(*) AS subOrders
    FROM ${orderedIn(storeIds, query)} GROUP BY 1, 2`)
}

function orderedIn(
  storeIds: readonly StoreId[],
  { from, to, knownAt }: Days & { readonly knownAt?: KnownAt },
): SQL {
  return sql`json_each(${JSON.stringify(storeIds)}) AS s
    CROSS JOIN ${knownSubOrders(storeIds, knownAt)} AS o
      ON o.store_id = s.value AND o.ordered_on BETWEEN ${from} AND ${to}`
}

export type SkuMarks = {
  readonly storeId: StoreId
  readonly sku: string
  readonly subOrders: number
}

/** Sub-orders that Meesho marks as brought by ads, by SKU: ordered in the period, or sold on its payment days. */
export async function countAdOrdersBySku(
  ledger: Db,
  storeIds: readonly StoreId[],
  query: MarkQuery,
  limit: number,
): Promise<SkuMarks[]> {
  if (query.basis === 'order')
    return ledger.all<SkuMarks>(sql`SELECT o.store_id AS storeId, o.sku, count(*) AS subOrders
      FROM ${orderedIn(storeIds, query)} WHERE lower(o.order_source) = ${MARK_WORDS.ad}
      GROUP BY 1, 2 LIMIT ${limit}`)
  const lines = await linesByMark(ledger, storeIds, query)
  return ledger.all<SkuMarks>(sql`WITH part (store_id, mark, sku, ${sql.raw(NAMES)}) AS (${lines})
    SELECT store_id AS storeId, sku, sum(sub_orders) AS subOrders FROM part
    WHERE mark = 'ad' GROUP BY 1, 2 HAVING sum(sub_orders) > 0 LIMIT ${limit}`)
}
