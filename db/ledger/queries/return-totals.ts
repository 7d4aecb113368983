import type { BusinessDate, BusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import { type Days, splitPeriod } from '#core/pnl/period'
import { RETURN_GROUPINGS, type ReturnGrouping } from '#core/returns/return-summary'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { widen } from './period-parts'
import {
  IS_ON_WAY,
  type MoneySums,
  type OrderRanks,
  type OrderSums,
  PARCEL_KINDS,
  type ParcelSums,
  RETURN_MONEY,
  type ReturnPeriod,
} from './return-sums'

const KINDS = Object.entries(PARCEL_KINDS)
const MONEY = Object.entries(RETURN_MONEY)

/** Columns of `return_total` by the names of an answer, in the order of accountTerms(). */
const COLUMNS: readonly (readonly [name: string, column: string])[] = [
  ['parcels', 'parcels'],
  ['units', 'units'],
  ...KINDS.flatMap(([name]) =>
    ['Parcels', 'Units'].map((of) => [`${name}${of}`, snake(`${name}${of}`)] as const),
  ),
  ['subOrders', 'sub_orders'],
  ['settledSubOrders', 'settled_sub_orders'],
  ...MONEY,
]

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** What one account (a) adds to a sum: how far its parcel is, and its money where `isFirst`. */
function accountTerms(isFirst: SQL): SQL[] {
  const counts = KINDS.flatMap(([, is]) => [`(a.${is})`, `(a.${is}) * a.quantity`])
  const money = MONEY.map(([, column]) => sql`${isFirst} * ${sql.raw(`a.${column}`)}`)
  return [
    ...['1', 'a.quantity', ...counts].map((term) => sql.raw(term)),
    isFirst,
    sql`${isFirst} * (a.lines > 0)`,
    ...money,
  ]
}

const sumsOf = (terms: readonly SQL[]) =>
  sql.join(
    terms.map((term) => sql`sum(${term})`),
    sql`, `,
  )

/** The column of an account that each grouping takes its key from. */
const KEY_COLUMNS: Readonly<Record<ReturnGrouping, string>> = {
  sku: 'sku',
  state: 'customer_state',
  courier: 'courier',
  reason: 'reason',
}

/** Writes anew what came back in a month, and what came back of the sub-orders ordered in it. */
export function rebuildReturnMonth(
  storeId: StoreId,
  month: BusinessMonth,
  ranks: OrderRanks,
): SQL[] {
  const groupings = JSON.stringify(RETURN_GROUPINGS)
  const keys = RETURN_GROUPINGS.map((by) => `WHEN '${by}' THEN a.${KEY_COLUMNS[by]}`).join(' ')
  const days = { from: `${month}-01`, to: `${month}-31` }
  return [
    ...['return_total', 'sent_back_total'].map(
      (table) => sql`DELETE FROM ${sql.raw(table)} WHERE store_id = ${storeId} AND month = ${month}
        AND grouped_by IN (SELECT value FROM json_each(${groupings}))`,
    ),
    sql`INSERT INTO return_total (store_id, month, grouped_by, key, ${sql.raw(COLUMNS.map(([, column]) => column).join(', '))})
      SELECT a.store_id, ${month}, g.value, CASE g.value ${sql.raw(keys)} END AS key,
        ${sumsOf(accountTerms(sql.raw("(a.previous_on = '')")))}
      FROM return_account AS a CROSS JOIN json_each(${groupings}) AS g
      WHERE a.store_id = ${storeId} AND a.created_on BETWEEN ${days.from} AND ${days.to}
      GROUP BY 3, 4`,
    ...(['sku', 'state'] as const).map(
      (
        by,
      ) => sql`INSERT INTO sent_back_total (store_id, month, grouped_by, key, dispatched, delivered, returned, rto)
        SELECT ${storeId}, ${month}, ${by}, key, sum(dispatched), sum(delivered), sum(returned), sum(rto)
        FROM (${sentBackOn([storeId], [days], by, ranks)}) GROUP BY key`,
    ),
  ]
}

type Range = { readonly from: string; readonly to: string }

const rangesOf = (ranges: readonly Range[]) =>
  sql`json_each(${JSON.stringify(ranges.map(({ from, to }) => [from, to]))})`

/** True of the rows of `alias` of a store (s) in a range of days (r). */
const isOrderedIn = (alias: string) =>
  sql.raw(`${alias}.store_id = s.value AND ${alias}.ordered_on BETWEEN r.value->>0 AND r.value->>1`)

/** The same two readings as sumOrdersSentBack(), of sub-orders ordered on some days. */
function sentBackOn(
  storeIds: readonly StoreId[],
  days: readonly Range[],
  by: 'sku' | 'state',
  ranks: OrderRanks,
): SQL {
  const key = sql.raw(`o.${KEY_COLUMNS[by]}`)
  const is = (name: keyof OrderRanks) =>
    sql`(o.lifecycle_rank IN (SELECT value FROM json_each(${JSON.stringify(ranks[name])})))`
  const each = sql`json_each(${JSON.stringify(storeIds)}) AS s CROSS JOIN ${rangesOf(days)} AS r`
  return sql`SELECT ${key} AS key, sum(${is('dispatched')}) AS dispatched, sum(${is('delivered')}) AS delivered,
      0 AS returned, sum(${is('rto')}) AS rto
    FROM ${each} CROSS JOIN sub_order AS o ON ${isOrderedIn('o')} GROUP BY 1
    UNION ALL
    SELECT key, sum(NOT isDispatched), sum(fromBuyer AND NOT isDelivered), sum(fromBuyer),
      sum(fromCourier AND NOT isRto)
    FROM (
      SELECT ${key} AS key, ${is('dispatched')} AS isDispatched, ${is('delivered')} AS isDelivered,
        ${is('rto')} AS isRto, max(a.return_type = 'customer') AS fromBuyer,
        max(a.return_type = 'rto') AS fromCourier
      FROM ${each} CROSS JOIN return_account AS a ON ${isOrderedIn('a')}
      CROSS JOIN sub_order AS o ON o.store_id = a.store_id AND o.sub_order_no = a.sub_order_no
      GROUP BY a.store_id, a.sub_order_no
    ) GROUP BY 1`
}

/** True where what is kept of the stores' returns is all that their files say now. */
export async function areReturnsCounted(
  ledger: Db,
  storeIds: readonly StoreId[],
): Promise<boolean> {
  const [row] = await ledger.all<{ isWaiting: number }>(sql`SELECT EXISTS (
    SELECT 1 FROM json_each(${JSON.stringify(storeIds)}) AS s
    WHERE EXISTS (SELECT 1 FROM unjudged AS u WHERE u.store_id = s.value)
      OR EXISTS (SELECT 1 FROM stale_month AS m WHERE m.store_id = s.value AND m.subject = 'returns')
      OR EXISTS (SELECT 1 FROM report AS r WHERE r.store_id = s.value AND r.state = 'reading')
    ) AS isWaiting`)
  return row?.isWaiting === 0
}

type KeptPeriod = Omit<ReturnPeriod, 'knownAt'>

/** Whole months as sums, and the days that no whole month covers; nothing is left out that has a row. */
async function partsOf(
  ledger: Db,
  { storeIds, from, to }: KeptPeriod,
  [table, column]: readonly [table: string, column: string],
): Promise<{ months: Range[]; days: readonly Range[] }> {
  const isEmpty = async (days: Days) => {
    const [row] = await ledger.all<{ isEmpty: number }>(sql`SELECT NOT EXISTS (
      SELECT 1 FROM json_each(${JSON.stringify(storeIds)}) AS s CROSS JOIN ${sql.raw(table)} AS t
        ON t.store_id = s.value AND t.${sql.raw(column)} BETWEEN ${days.from} AND ${days.to}) AS isEmpty`)
    return row?.isEmpty === 1
  }
  const { months, days } = splitPeriod(await widen({ from, to }, isEmpty))
  return { months: months ? [months] : [], days }
}

const MONEY_FROM = COLUMNS.findIndex(([name]) => name === 'subOrders')
const nothing = (columns: number) => sql.raw(Array(columns).fill('0').join(', '))

/** Parcels and money by key, as sumParcels() and sumReturnMoney() add them up from facts. */
export async function sumKeptReturns(
  ledger: Db,
  period: KeptPeriod,
  overdueBefore: BusinessDate,
  limit: number,
): Promise<(ParcelSums & MoneySums)[]> {
  const { storeIds, by, from, to } = period
  const { months, days } = await partsOf(ledger, period, ['return_account', 'created_on'])
  const key = sql.raw(`a.${KEY_COLUMNS[by]} AS key`)
  const each = (ranges: readonly Range[]) =>
    sql`json_each(${JSON.stringify(storeIds)}) AS s CROSS JOIN ${rangesOf(ranges)} AS r`
  const isIn = sql`a.store_id = s.value AND a.created_on BETWEEN r.value->>0 AND r.value->>1`
  const names = [...COLUMNS.map(([name]) => name), 'overdueParcels', 'overdueUnits']
  const monthDays = months.map((range) => ({ from: `${range.from}-01`, to: `${range.to}-31` }))
  const isFirst = sql`(a.previous_on < ${from})`
  // Of a sub-order with a parcel before the period, the first one in it is not the first of all.
  const again = accountTerms(sql`1`).map((term, at) => (at < MONEY_FROM ? sql`0` : term))
  return ledger.all<ParcelSums & MoneySums>(sql`WITH part (key, ${sql.raw(names.join(', '))}) AS (
      SELECT t.key, ${sql.raw(COLUMNS.map(([, column]) => `t.${column}`).join(', '))}, ${nothing(2)}
      FROM ${each(months)} CROSS JOIN return_total AS t
        ON t.store_id = s.value AND t.grouped_by = ${by} AND t.month BETWEEN r.value->>0 AND r.value->>1
      UNION ALL
      SELECT ${key}, ${sumsOf(accountTerms(isFirst))}, ${nothing(2)}
      FROM ${each(days)} CROSS JOIN return_account AS a ON ${isIn} GROUP BY 1
      UNION ALL
      SELECT ${key}, ${sumsOf(again)}, ${nothing(2)}
      FROM ${each(monthDays)} CROSS JOIN return_account AS a INDEXED BY return_account_again
        ON ${isIn} AND a.previous_on <> '' AND ${isFirst} GROUP BY 1
      UNION ALL
      SELECT ${key}, ${nothing(COLUMNS.length)}, count(*), sum(a.quantity)
      FROM ${each([{ from, to }])} CROSS JOIN return_account AS a INDEXED BY return_account_on_way
        ON ${isIn} AND ${sql.raw(`a.${IS_ON_WAY}`)} AND a.created_on < ${overdueBefore} GROUP BY 1)
    SELECT key, ${sql.raw(names.map((name) => `sum(${name}) AS ${name}`).join(', '))}
    FROM part GROUP BY key LIMIT ${limit}`)
}

/** Sub-orders ordered in the period, as sumOrdersSentBack() adds them up from facts. */
export async function sumKeptSentBack(
  ledger: Db,
  period: KeptPeriod & { readonly by: 'sku' | 'state' },
  ranks: OrderRanks,
  limit: number,
): Promise<OrderSums[]> {
  const { storeIds, by } = period
  const { months, days } = await partsOf(ledger, period, ['sub_order', 'ordered_on'])
  return ledger.all<OrderSums>(sql`SELECT key, sum(dispatched) AS dispatched, sum(delivered) AS delivered,
      sum(returned) AS returned, sum(rto) AS rto
    FROM (
      SELECT t.key, t.dispatched, t.delivered, t.returned, t.rto
      FROM json_each(${JSON.stringify(storeIds)}) AS s CROSS JOIN ${rangesOf(months)} AS r
      CROSS JOIN sent_back_total AS t ON t.store_id = s.value AND t.grouped_by = ${by}
        AND t.month BETWEEN r.value->>0 AND r.value->>1
      UNION ALL ${sentBackOn(storeIds, days, by, ranks)}
    ) GROUP BY key LIMIT ${limit}`)
}
