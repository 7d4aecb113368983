import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import { type Days, splitPeriod } from '#core/pnl/period'
import type { Basis, Sums } from '#core/pnl/profit'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { TOTAL_COLUMNS } from './totals'

export type Group = 'total' | 'month' | 'day' | 'sku'

export type PnlQuery = Days & {
  readonly basis: Basis
  readonly group: Group
  readonly sku: string | undefined
}

export type GroupSums = Sums & { readonly storeId: StoreId; readonly key: string }

const KEYS: Readonly<Record<Group, string>> = {
  total: `'total'`,
  month: 'substr(period, 1, 7)',
  day: 'period',
  sku: 'sku',
}

/** `sale_return_paise` → `saleReturn`: the name of a total in code. */
function nameOf(column: string): string {
  return column
    .replace(/_paise$/, '')
    .replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

const SUMS = TOTAL_COLUMNS.map((column) => `sum(${column}) AS "${nameOf(column)}"`).join(', ')

/** The parts of a period as ranges of the key of `total` and `order_total`: one seek each. */
function periodParts(
  days: Days,
  group: Group,
): { grain: 'day' | 'month'; from: string; to: string }[] {
  if (group === 'day') return [{ grain: 'day', ...days }]
  const split = splitPeriod(days)
  return [
    ...(split.months ? [{ grain: 'month' as const, ...split.months }] : []),
    ...split.days.map((range) => ({ grain: 'day' as const, ...range })),
  ]
}

function inStores(storeIds: readonly StoreId[]): SQL {
  return sql`store_id IN (SELECT value FROM json_each(${JSON.stringify(storeIds)}))`
}

/** Sums by store and group, from totals alone: a year by month reads a few rows a month. */
export async function listPnlSums(
  ledger: Db,
  storeIds: readonly StoreId[],
  { basis, group, sku, ...days }: PnlQuery,
  limit: number,
): Promise<GroupSums[]> {
  const parts = periodParts(days, group)
  if (parts.length === 0) return []
  const scope = group === 'sku' || sku !== undefined ? 'sku' : 'all'
  const only = sku === undefined ? sql`` : sql`AND sku = ${sku}`
  const rows = parts.map(
    ({
      grain,
      from,
      to,
    }) => sql`SELECT * FROM total WHERE ${inStores(storeIds)} AND basis = ${basis}
      AND grain = ${grain} AND scope = ${scope} AND period BETWEEN ${from} AND ${to} ${only}`,
  )
  return ledger.all<GroupSums>(sql`SELECT store_id AS storeId, ${sql.raw(KEYS[group])} AS key, ${sql.raw(SUMS)}
    FROM (${sql.join(rows, sql` UNION ALL `)})
    GROUP BY 1, 2 ORDER BY 2, 1 LIMIT ${limit}`)
}

export type UndatedSums = { readonly lines: number; readonly settlement: number }

/** Money on order basis of sub-orders that no file dates: it is in no period, so it is named apart. */
export async function findUndated(ledger: Db, storeIds: readonly StoreId[]): Promise<UndatedSums> {
  const [row] = await ledger.all<UndatedSums>(sql`SELECT coalesce(sum(lines), 0) AS lines,
      coalesce(sum(settlement_paise), 0) AS settlement
    FROM total WHERE ${inStores(storeIds)} AND basis = 'order' AND grain = 'month' AND scope = 'all' AND period = ''`)
  return row ?? { lines: 0, settlement: 0 }
}

export type OrderCounts = {
  readonly key: string
  readonly subOrders: number
  readonly units: number
  readonly finalSubOrders: number
}

/** Sub-orders and units by the day they were ordered, from orders reports. */
export function listOrderCounts(
  ledger: Db,
  storeIds: readonly StoreId[],
  { group, sku, from, to }: Omit<PnlQuery, 'basis'>,
  limit: number,
): Promise<OrderCounts[]> {
  const scope = group === 'sku' || sku !== undefined ? 'sku' : 'all'
  const only = sku === undefined ? sql`` : sql`AND sku = ${sku}`
  const rows = periodParts({ from, to }, group).map(
    (part) => sql`SELECT * FROM order_total WHERE ${inStores(storeIds)} AND grain = ${part.grain}
      AND scope = ${scope} AND period BETWEEN ${part.from} AND ${part.to} ${only}`,
  )
  if (rows.length === 0) return Promise.resolve([])
  return ledger.all<OrderCounts>(sql`SELECT ${sql.raw(KEYS[group])} AS key, sum(sub_orders) AS subOrders,
      sum(units) AS units, sum(final_sub_orders) AS finalSubOrders
    FROM (${sql.join(rows, sql` UNION ALL `)}) GROUP BY 1 LIMIT ${limit}`)
}

export type Freshness = {
  readonly ordersTo: BusinessDate | null
  readonly paymentsTo: BusinessDate | null
}

/** The last day that orders and payments are known to. */
export async function getFreshness(ledger: Db, storeIds: readonly StoreId[]): Promise<Freshness> {
  const [row] = await ledger.all<Freshness>(sql`SELECT
    (SELECT max(period) FROM order_total WHERE ${inStores(storeIds)} AND grain = 'day' AND scope = 'all') AS ordersTo,
    (SELECT max(period) FROM total WHERE ${inStores(storeIds)} AND basis = 'payment' AND grain = 'day'
      AND scope = 'all' AND lines > 0) AS paymentsTo`)
  return row ?? { ordersTo: null, paymentsTo: null }
}
