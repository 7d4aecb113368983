import { MARK_WORDS, type OrderMark } from '#core/ads/order-mark'
import type { StoreId } from '#core/ids'
import type { Days } from '#core/pnl/period'
import type { Basis, Sums } from '#core/pnl/profit'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import type { KnownAt } from '../knowledge'
import { joinSubOrder, knownSubOrders } from '../known-sub-orders'
import { lineMark, MARK_COLUMNS, MARK_SUMS, markOf } from './line-marks'
import { type PeriodPart, periodParts, skuParts } from './period-parts'
import {
  isUnordered,
  isUnpaid,
  keptTotals,
  listMonthsWith,
  listPaidMonths,
  monthsOf,
  NAMED_SUMS,
} from './pnl'
import {
  LINE_SUMS,
  linesIn,
  lineSku,
  type PaidMonth,
  paidMonthRows,
  type Part,
  TOTAL_COLUMNS,
} from './sums'

const COLUMNS = MARK_COLUMNS.join(', ')

export type MarkQuery = Days & {
  readonly basis: Basis
  readonly knownAt?: KnownAt
  /** Only lines of this SKU. */
  readonly sku?: string | undefined
}

export type MarkMoney = {
  readonly mark: OrderMark
  readonly subOrders: number
  readonly deliveredUnits: number
  readonly returnedUnits: number
  readonly rtoUnits: number
  readonly sale: number
  readonly saleReturn: number
  readonly settlement: number
}

/** Settlement lines of a period by what marks their sub-orders: kept sums, or for a past moment the lines. */
export async function sumLinesByMark(
  ledger: Db,
  storeIds: readonly StoreId[],
  query: Omit<MarkQuery, 'sku'>,
): Promise<MarkMoney[]> {
  const { knownAt } = query
  const rows =
    knownAt === undefined
      ? await keptLinesByMark(ledger, storeIds, query)
      : sql`SELECT ${lineMark(joinSubOrder('l', knownAt))}, ${sql.raw(MARK_SUMS)}
          FROM ${await linesOf(ledger, storeIds, query)} GROUP BY 1`
  return ledger.all<MarkMoney>(sql`WITH part (mark, ${sql.raw(COLUMNS)}) AS (${rows})
    SELECT mark, sum(sub_orders) AS subOrders, sum(delivered_units) AS deliveredUnits,
      sum(returned_units) AS returnedUnits, sum(rto_units) AS rtoUnits, sum(sale_paise) AS sale,
      sum(sale_return_paise) AS saleReturn, sum(settlement_paise) AS settlement
    FROM part GROUP BY 1`)
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

/** Sub-orders of the orders reports by mark, by the day they were ordered: kept, or for a past moment counted. */
export function countOrdersByMark(
  ledger: Db,
  storeIds: readonly StoreId[],
  { from, to, knownAt }: Days & { readonly knownAt?: KnownAt },
): Promise<MarkCount[]> {
  const days = { from, to }
  const rows =
    knownAt === undefined
      ? keptOrdersByMark(storeIds, days)
      : sql`SELECT o.store_id, ${markOf(sql.raw('o.order_source'))}, count(*)
          FROM ${orderedIn(storeIds, { ...days, knownAt })} GROUP BY 1, 2`
  return ledger.all<MarkCount>(sql`WITH part (store_id, mark, sub_orders) AS (${rows})
    SELECT store_id AS storeId, mark, sum(sub_orders) AS subOrders FROM part GROUP BY 1, 2`)
}

type Ordered = { readonly from: string; readonly to: string; readonly knownAt: KnownAt }

function orderedIn(storeIds: readonly StoreId[], { from, to, knownAt }: Ordered): SQL {
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
  query: Omit<MarkQuery, 'sku'>,
  limit: number,
): Promise<SkuMarks[]> {
  const { basis, from, to, knownAt } = query
  const paid = monthsOf(query, await listPaidMonths(ledger, storeIds, knownAt))
  const parts = await skuParts({ from, to, group: 'sku', knownAt }, (days) =>
    basis === 'order' ? isUnordered(ledger, storeIds, days) : isUnpaid(ledger, basis, paid, days),
  )
  const rows = parts.map((part) => {
    if (part.of !== 'facts') return keptAdOrdersBySku(storeIds, basis, paid, part)
    return basis === 'order'
      ? adOrdersIn(storeIds, { ...part, knownAt })
      : adLinesIn(paid, { ...part, knownAt })
  })
  if (rows.length === 0) return []
  return ledger.all<SkuMarks>(sql`WITH part (store_id, sku, sub_orders) AS (${sql.join(rows, sql` UNION ALL `)})
    SELECT store_id AS storeId, sku, sum(sub_orders) AS subOrders FROM part
    GROUP BY 1, 2 HAVING sum(sub_orders) > 0 LIMIT ${limit}`)
}

function adOrdersIn(storeIds: readonly StoreId[], part: Ordered): SQL {
  return sql`SELECT o.store_id, o.sku, count(*) FROM ${orderedIn(storeIds, part)}
    WHERE lower(o.order_source) = ${MARK_WORDS.ad} GROUP BY 1, 2`
}

function adLinesIn(paid: readonly PaidMonth[], part: Part): SQL {
  const subOrder = joinSubOrder('l', part.knownAt)
  return sql`SELECT l.store_id, ${sql.raw(lineSku(subOrder))}, count(*) FROM ${linesIn('payment', paid, part)}
    AND l.sale_paise > 0 AND ${lineMark(subOrder)} = 'ad' GROUP BY 1, 2`
}

/** Rows of (mark, …sums) that are kept of a period's lines: those with a mark, and the rest of `total`. */
async function keptLinesByMark(
  ledger: Db,
  storeIds: readonly StoreId[],
  { basis, from, to }: MarkQuery,
): Promise<SQL> {
  const paid = monthsOf({ basis, from, to }, await listPaidMonths(ledger, storeIds, undefined))
  const parts = keptPartsOf({ from, to })
  const all = parts.map((part) =>
    keptTotals(basis, paid, { ...part, scope: 'all', sku: undefined }),
  )
  const less = MARK_COLUMNS.map((column) => `-${column}`).join(', ')
  return sql`WITH marked AS MATERIALIZED (
      SELECT t.mark, ${sql.raw(COLUMNS)} FROM ${markedIn(basis, paid, parts, 'all')})
    SELECT * FROM marked UNION ALL SELECT 'unmarked', ${sql.raw(less)} FROM marked
    UNION ALL SELECT 'unmarked', ${sql.raw(COLUMNS)} FROM (${sql.join(all, sql` UNION ALL `)})`
}

/** Rows of (store_id, mark, sub_orders): what is kept of the sub-orders of a period, marked and not. */
function keptOrdersByMark(storeIds: readonly StoreId[], days: Days): SQL {
  const parts = keptPartsOf(days)
  return sql`WITH marked AS MATERIALIZED (
      SELECT t.store_id, t.mark, t.sub_orders FROM ${countedIn(storeIds, parts, 'all')})
    SELECT * FROM marked UNION ALL SELECT store_id, 'unmarked', -sub_orders FROM marked
    UNION ALL SELECT t.store_id, 'unmarked', t.sub_orders FROM ${storesAndParts(storeIds, parts)}
      CROSS JOIN order_total AS t ON t.store_id = s.value AND ${isPart('all')}`
}

/** A period as what is kept of every SKU together: whole months, and days. */
function keptPartsOf(days: Days): KeptPart[] {
  return periodParts(days, 'total', false, undefined).flatMap(({ of, from, to }) =>
    of === 'facts' ? [] : [{ of, from, to }],
  )
}

type KeptPart = PeriodPart & { readonly of: 'day' | 'month' }

/** Rows (p) of 0: day or month, 1: from, 2: to. One join for all of them: D1 takes few terms of a UNION. */
function partRows(parts: readonly PeriodPart[]): SQL {
  return sql`json_each(${JSON.stringify(parts.map(({ of, from, to }) => [of, from, to]))}) AS p`
}

function isPart(scope: 'all' | 'sku'): SQL {
  return sql`t.grain = p.value->>0 AND t.scope = ${scope} AND t.period BETWEEN p.value->>1 AND p.value->>2`
}

function storesAndParts(storeIds: readonly StoreId[], parts: readonly PeriodPart[]): SQL {
  return sql`json_each(${JSON.stringify(storeIds)}) AS s CROSS JOIN ${partRows(parts)}`
}

/** Kept sums (t) of marked lines in some parts. */
function markedIn(
  basis: Basis,
  paid: readonly PaidMonth[],
  parts: readonly PeriodPart[],
  scope: 'all' | 'sku',
): SQL {
  return sql`${paidMonthRows(paid)} CROSS JOIN ${partRows(parts)}
    CROSS JOIN order_mark_total AS t ON t.store_id = m.value->>0 AND t.paid_month = m.value->>1
      AND t.basis = ${basis} AND ${isPart(scope)}`
}

/** Kept counts (t) of marked sub-orders in some parts. */
function countedIn(
  storeIds: readonly StoreId[],
  parts: readonly PeriodPart[],
  scope: 'all' | 'sku',
): SQL {
  return sql`${storesAndParts(storeIds, parts)}
    CROSS JOIN order_mark_count AS t ON t.store_id = s.value AND ${isPart(scope)}`
}

/** Rows of (store_id, sku, sub_orders) that ads brought in whole months, as kept. */
function keptAdOrdersBySku(
  storeIds: readonly StoreId[],
  basis: Basis,
  paid: readonly PaidMonth[],
  part: PeriodPart,
): SQL {
  const kept =
    basis === 'order' ? countedIn(storeIds, [part], 'sku') : markedIn(basis, paid, [part], 'sku')
  return sql`SELECT t.store_id, t.sku, t.sub_orders FROM ${kept}`
}
