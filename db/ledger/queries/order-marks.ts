import { MARK_WORDS, type OrderMark } from '#core/ads/order-mark'
import type { StoreId } from '#core/ids'
import type { Days } from '#core/pnl/period'
import type { Basis, Sums } from '#core/pnl/profit'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import type { KnownAt } from '../knowledge'
import { joinSubOrder, knownSubOrders, type SubOrderJoin } from '../known-sub-orders'
import { listMonthsWith, listPaidMonths, monthsOf, NAMED_SUMS } from './pnl'
import { LINE_SUMS, linesIn, lineSku, TOTAL_COLUMNS } from './sums'

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

export type MarkMoney = Readonly<Record<(typeof MONEY)[number], number>> & {
  readonly mark: OrderMark
}

const MONEY = [
  'subOrders',
  'deliveredUnits',
  'returnedUnits',
  'rtoUnits',
  'sale',
  'saleReturn',
  'settlement',
] as const

const COLUMNS: Readonly<Record<(typeof MONEY)[number], string>> = {
  subOrders: 'sub_orders',
  deliveredUnits: 'delivered_units',
  returnedUnits: 'returned_units',
  rtoUnits: 'rto_units',
  sale: 'sale_paise',
  saleReturn: 'sale_return_paise',
  settlement: 'settlement_paise',
}

/** Settlement lines of a period by what marks their sub-orders: few columns, because all of them are sorted. */
export async function sumLinesByMark(
  ledger: Db,
  storeIds: readonly StoreId[],
  query: MarkQuery,
): Promise<MarkMoney[]> {
  const mark = lineMark(joinSubOrder('l', query.knownAt))
  const sums = MONEY.map((name) => `sum(${LINE_SUMS[COLUMNS[name]]}) AS ${name}`)
  return ledger.all<MarkMoney>(sql`SELECT ${mark} AS mark, ${sql.raw(sums.join(', '))}
    FROM ${await linesOf(ledger, storeIds, query)} GROUP BY 1`)
}

export type MarkedSums = Sums & { readonly storeId: StoreId }

/** Every sum of the lines with one mark, by store. */
export async function sumMarkedLines(
  ledger: Db,
  storeIds: readonly StoreId[],
  { mark, ...query }: MarkQuery & { readonly mark: OrderMark },
): Promise<MarkedSums[]> {
  const sums = Object.entries(LINE_SUMS).map(([name, value]) => `sum(${value}) AS ${name}`)
  const none = TOTAL_COLUMNS.filter((name) => !Object.hasOwn(LINE_SUMS, name))
  const columns = [...sums, ...none.map((name) => `0 AS ${name}`)].join(', ')
  const isMarked = sql`${lineMark(joinSubOrder('l', query.knownAt))} = ${mark}`
  return ledger.all<MarkedSums>(sql`WITH part AS (SELECT l.store_id, ${sql.raw(columns)}
      FROM ${await linesOf(ledger, storeIds, query)} AND ${isMarked} GROUP BY 1)
    SELECT store_id AS storeId, ${sql.raw(NAMED_SUMS)} FROM part GROUP BY 1`)
}

async function linesOf(
  ledger: Db,
  storeIds: readonly StoreId[],
  { basis, from, to, sku, knownAt }: MarkQuery,
): Promise<SQL> {
  const span = { from, to, sku, knownAt }
  const paid = monthsOf({ basis, from, to }, await listPaidMonths(ledger, storeIds, knownAt))
  return linesIn(basis, await listMonthsWith(ledger, basis, paid, span), span)
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
  const subOrder = joinSubOrder('l', query.knownAt)
  return ledger.all<SkuMarks>(sql`SELECT l.store_id AS storeId, ${sql.raw(lineSku(subOrder))} AS sku, count(*) AS subOrders
    FROM ${await linesOf(ledger, storeIds, query)} AND l.sale_paise > 0 AND ${lineMark(subOrder)} = 'ad'
    GROUP BY 1, 2 LIMIT ${limit}`)
}
