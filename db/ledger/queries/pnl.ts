import { type BusinessDate, type BusinessMonth, monthOf, monthsBetween } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Days } from '#core/pnl/period'
import type { Basis, Sums } from '#core/pnl/profit'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import { knownSubOrders } from '../known-sub-orders'
import { periodParts, skuParts } from './period-parts'
import { NAMES, type PaidMonth, paidMonthRows, sumPaidMonths, TOTAL_COLUMNS } from './sums'
import { countSubOrders } from './totals'

export type Group = 'total' | 'month' | 'day' | 'sku'

export type PnlQuery = Days & {
  readonly basis: Basis
  readonly group: Group
  readonly sku: string | undefined
  readonly knownAt?: KnownAt
}

export type GroupSums = Sums & { readonly storeId: StoreId; readonly key: string }

/** What the groups are called by, from the columns of a part. */
export const GROUP_KEYS: Readonly<Record<Group, string>> = {
  total: `'total'`,
  month: 'substr(period, 1, 7)',
  day: 'period',
  sku: 'sku',
}

export function isByPeriod(group: Group): boolean {
  return group === 'month' || group === 'day'
}

/** `sale_return_paise` → `saleReturn`: the name of a total in code. */
function nameOf(column: string): string {
  return column
    .replace(/_paise$/, '')
    .replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** The sums of a part under their names in code. */
export const NAMED_SUMS = TOTAL_COLUMNS.map(
  (column) => `sum(${column}) AS "${nameOf(column)}"`,
).join(', ')

function inStores(storeIds: readonly StoreId[]): SQL {
  return sql`store_id IN (SELECT value FROM json_each(${JSON.stringify(storeIds)}))`
}

/** Tables of money with the day by which it was paid. */
const PAID_TABLES = [
  ['settlement_line', 'paid_on'],
  ['ad_spend', 'deducted_on'],
  ['referral_payment', 'paid_on'],
  ['platform_adjustment', 'paid_on'],
] as const

/** The first or the last day of money that was ever known of the store: one seek a table. */
function paidBound(which: 'min' | 'max'): SQL {
  const days = PAID_TABLES.map(
    ([table, day]) => `SELECT ${which}(${day}) AS day FROM ${table} WHERE store_id = value`,
  )
  return sql.raw(`(SELECT substr(${which}(day), 1, 7) FROM (${days.join(' UNION ALL ')}))`)
}

/** Every month between a store's first and last payment; twenty years at the most. */
export async function listPaidMonths(
  ledger: Db,
  storeIds: readonly StoreId[],
  knownAt: KnownAt,
): Promise<PaidMonth[]> {
  const bound = (which: 'min' | 'max') =>
    knownAt === undefined
      ? sql.raw(`(SELECT ${which}(paid_month) FROM total WHERE store_id = value)`)
      : paidBound(which)
  const bounds = await ledger.all<{
    storeId: StoreId
    first: BusinessMonth | null
    last: BusinessMonth | null
  }>(
    sql`SELECT value AS storeId, ${bound('min')} AS first, ${bound('max')} AS last
      FROM json_each(${JSON.stringify(storeIds)})`,
  )
  return bounds.flatMap(({ storeId, first, last }) =>
    first && last ? monthsBetween(first, last).map((month) => ({ storeId, month })) : [],
  )
}

/** On payment basis a period's money is paid within it; on order basis in any month. */
export function monthsOf(
  { basis, from, to }: Pick<PnlQuery, 'basis' | 'from' | 'to'>,
  paidMonths: readonly PaidMonth[],
): PaidMonth[] {
  if (basis === 'order') return [...paidMonths]
  return paidMonths.filter(({ month }) => month >= monthOf(from) && month <= monthOf(to))
}

/** Sums by store and group: from totals, a year by month reads a few rows a month. */
export async function listPnlSums(
  ledger: Db,
  storeIds: readonly StoreId[],
  query: PnlQuery,
  limit: number,
): Promise<GroupSums[]> {
  const { basis, group, sku, from, to, knownAt } = query
  const bySku = group === 'sku' || sku !== undefined
  const paidMonths = monthsOf(query, await listPaidMonths(ledger, storeIds, knownAt))
  const parts: SQL[] = []
  const pieces = bySku
    ? await skuParts(query, (days) => isUnpaid(ledger, basis, paidMonths, days))
    : periodParts({ from, to }, group, false, knownAt)
  for (const part of pieces) {
    const rows =
      part.of === 'facts'
        ? sumPaidMonths(
            basis,
            await listMonthsWith(ledger, basis, paidMonths, { ...part, knownAt }),
            { ...part, sku, knownAt },
            isByPeriod(group),
          )
        : keptTotals(basis, paidMonths, { ...part, of: part.of, sku, scope: bySku ? 'sku' : 'all' })
    parts.push(sql`SELECT * FROM (${rows})`)
  }
  if (parts.length === 0) return []
  return ledger.all<GroupSums>(sql`WITH part (store_id, period, sku, ${sql.raw(NAMES)}) AS (${sql.join(parts, sql` UNION ALL `)})
    SELECT store_id AS storeId, ${sql.raw(GROUP_KEYS[group])} AS key, ${sql.raw(NAMED_SUMS)} FROM part
    GROUP BY 1, 2 ORDER BY 2, 1 LIMIT ${limit}`)
}

/** Whether no money is kept of some days. */
export async function isUnpaid(
  ledger: Db,
  basis: Basis,
  paidMonths: readonly PaidMonth[],
  days: Days,
): Promise<boolean> {
  return (await listMonthsWith(ledger, basis, paidMonths, days)).length === 0
}

type Kept = {
  readonly of: 'day' | 'month'
  readonly from: string
  readonly to: string
  readonly scope: 'all' | 'sku'
  readonly sku: string | undefined
}

export function keptTotals(
  basis: Basis,
  paidMonths: readonly PaidMonth[],
  { of, from, to, scope, sku }: Kept,
): SQL {
  const only = sku === undefined ? sql`` : sql`AND t.sku = ${sku}`
  return sql`SELECT t.store_id, t.period, t.sku, ${sql.raw(TOTAL_COLUMNS.map((column) => `t.${column}`).join(', '))}
    FROM ${paidMonthRows(paidMonths)}
    CROSS JOIN total AS t ON t.store_id = m.value->>0 AND t.paid_month = m.value->>1 AND t.basis = ${basis}
      AND t.grain = ${of} AND t.scope = ${scope} AND t.period BETWEEN ${from} AND ${to} ${only}`
}

type Span = { readonly from: string; readonly to: string; readonly knownAt?: KnownAt }

/**
 * The paid months in which money of a period stands: only their facts need to be read. Which they were
 * at a past moment no total tells, so then it is all of them.
 */
export async function listMonthsWith(
  ledger: Db,
  basis: Basis,
  paidMonths: readonly PaidMonth[],
  { from, to, knownAt }: Span,
): Promise<PaidMonth[]> {
  if (knownAt !== undefined) return [...paidMonths]
  return ledger.all<PaidMonth>(sql`SELECT DISTINCT t.store_id AS storeId, t.paid_month AS month
    FROM ${paidMonthRows(paidMonths)}
    CROSS JOIN total AS t ON t.store_id = m.value->>0 AND t.paid_month = m.value->>1 AND t.basis = ${basis}
      AND t.grain = 'day' AND t.scope = 'all' AND t.period BETWEEN ${from} AND ${to}`)
}

/** The same, of one store. */
export async function listPaidMonthsWith(
  ledger: Db,
  basis: Basis,
  storeId: StoreId,
  span: Span,
): Promise<PaidMonth[]> {
  const paidMonths = await listPaidMonths(ledger, [storeId], span.knownAt)
  return listMonthsWith(ledger, basis, paidMonths, span)
}

export type UndatedSums = { readonly lines: number; readonly settlement: number }

/** Money on order basis of sub-orders that no file dates: it is in no period, so it is named apart. */
export async function findUndated(
  ledger: Db,
  storeIds: readonly StoreId[],
  knownAt: KnownAt = undefined,
): Promise<UndatedSums> {
  const paidMonths = await listPaidMonths(ledger, storeIds, knownAt)
  const kept = { of: 'month', from: '', to: '', scope: 'all', sku: undefined } as const
  const rows =
    knownAt === undefined
      ? keptTotals('order', paidMonths, kept)
      : sumPaidMonths('order', paidMonths, { from: '', to: '', knownAt })
  const [row] =
    await ledger.all<UndatedSums>(sql`WITH part (store_id, period, sku, ${sql.raw(NAMES)}) AS (${rows})
    SELECT coalesce(sum(lines), 0) AS lines, coalesce(sum(settlement_paise), 0) AS settlement FROM part`)
  return row ?? { lines: 0, settlement: 0 }
}

export type PaidUnits = {
  readonly sku: string
  readonly month: string
  readonly units: number
  readonly subOrders: number
}

// Every day that a file may name, as days or as months.
const ALWAYS = { days: ['1900-01-01', '2199-12-31'], months: ['1900-01', '2199-12'] } as const

/** Units paid for by SKU and month of the order, of all months but some, by SKU and by month within each. */
export async function listPaidUnits(
  ledger: Db,
  storeId: StoreId,
  page: {
    readonly without: readonly string[]
    readonly after: { readonly sku: string; readonly month: string } | undefined
    readonly limit: number
  },
  knownAt: KnownAt,
): Promise<PaidUnits[]> {
  const paidMonths = await listPaidMonths(ledger, [storeId], knownAt)
  const [from, to] = knownAt === undefined ? ALWAYS.months : ALWAYS.days
  const rows =
    knownAt === undefined
      ? keptTotals('order', paidMonths, { of: 'month', from, to, scope: 'sku', sku: undefined })
      : sumPaidMonths('order', paidMonths, { from, to, knownAt })
  const { after } = page
  return ledger.all<PaidUnits>(sql`WITH part (store_id, period, sku, ${sql.raw(NAMES)}) AS (${rows})
    SELECT sku, substr(period, 1, 7) AS month, sum(units) AS units, sum(sub_orders) AS subOrders FROM part
    WHERE substr(period, 1, 7) NOT IN (SELECT value FROM json_each(${JSON.stringify(page.without)}))
      ${after === undefined ? sql`` : sql`AND (sku, substr(period, 1, 7)) > (${after.sku}, ${after.month})`}
    GROUP BY 1, 2 HAVING sum(sub_orders) > 0 ORDER BY 1, 2 LIMIT ${page.limit}`)
}

export type OrderCounts = {
  readonly key: string
  readonly subOrders: number
  readonly units: number
  readonly finalSubOrders: number
}

type CountQuery = Omit<PnlQuery, 'basis'> & { readonly finalRanks: readonly number[] }

/** Sub-orders and units by the day they were ordered, from orders reports. */
export async function listOrderCounts(
  ledger: Db,
  storeIds: readonly StoreId[],
  { group, sku, from, to, finalRanks, knownAt }: CountQuery,
  limit: number,
): Promise<OrderCounts[]> {
  const bySku = group === 'sku' || sku !== undefined
  const only = sku === undefined ? sql`` : sql`WHERE sku = ${sku}`
  const pieces = bySku
    ? await skuParts({ from, to, group, knownAt }, (days) => isUnordered(ledger, storeIds, days))
    : periodParts({ from, to }, group, false, knownAt)
  const parts = pieces.map((part) => {
    const range = sql`BETWEEN ${part.from} AND ${part.to}`
    if (part.of === 'facts')
      return countSubOrders(storeIds, range, finalRanks, { knownAt, byDay: isByPeriod(group) })
    return sql`SELECT store_id, period, sku, sub_orders, units, final_sub_orders FROM order_total
      WHERE ${inStores(storeIds)} AND grain = ${part.of} AND scope = ${bySku ? 'sku' : 'all'} AND period ${range}`
  })
  if (parts.length === 0) return []
  return ledger.all<OrderCounts>(sql`WITH part (store_id, period, sku, sub_orders, units, final_sub_orders) AS
      (${sql.join(parts, sql` UNION ALL `)})
    SELECT ${sql.raw(GROUP_KEYS[group])} AS key, sum(sub_orders) AS subOrders, sum(units) AS units,
      sum(final_sub_orders) AS finalSubOrders
    FROM part ${only} GROUP BY 1 LIMIT ${limit}`)
}

/** Whether no sub-order is kept of some days. */
export async function isUnordered(
  ledger: Db,
  storeIds: readonly StoreId[],
  { from, to }: Days,
): Promise<boolean> {
  const found = await ledger.all(sql`SELECT 1 FROM order_total WHERE ${inStores(storeIds)}
    AND grain = 'day' AND scope = 'all' AND period BETWEEN ${from} AND ${to} LIMIT 1`)
  return found.length === 0
}

export type Freshness = {
  readonly ordersTo: BusinessDate | null
  readonly paymentsTo: BusinessDate | null
}

/** The last day that orders and payments are known to. */
export async function getFreshness(
  ledger: Db,
  storeIds: readonly StoreId[],
  knownAt: KnownAt = undefined,
): Promise<Freshness> {
  const orders = knownSubOrders(storeIds, knownAt)
  const [row] =
    await ledger.all<Freshness>(sql`SELECT max(ordersTo) AS ordersTo, max(paymentsTo) AS paymentsTo
    FROM (SELECT
      (SELECT max(ordered_on) FROM ${orders} AS o WHERE store_id = value) AS ordersTo,
      (SELECT paid_on FROM settlement_line AS l WHERE store_id = value AND ${isKnown('l', knownAt)}
        ORDER BY paid_on DESC LIMIT 1) AS paymentsTo
      FROM json_each(${JSON.stringify(storeIds)}))`)
  return row ?? { ordersTo: null, paymentsTo: null }
}
