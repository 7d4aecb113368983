import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Days } from '#core/pnl/period'
import type { ReturnGrouping } from '#core/returns/return-summary'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { joinSubOrder, knownSubOrders, type SubOrderJoin } from '../known-sub-orders'
import { isKnown, type KnownAt } from '../knowledge'

/** Parcels by the day their return was created. */
export type ReturnPeriod = Days & {
  readonly storeIds: readonly StoreId[]
  readonly by: ReturnGrouping
  readonly knownAt: KnownAt
}

/** What parcels (p) are grouped by. Only orders reports know the buyer's state. */
function keyOf({ by, knownAt }: ReturnPeriod): SQL {
  if (by !== 'state') return sql.raw(`p.${by}`)
  return sql.raw(`coalesce(${joinSubOrder('p', knownAt).column('customer_state')}, '')`)
}

/** The sub-order of a parcel (p) that has one. */
function orderOfParcel(knownAt: KnownAt): SubOrderJoin {
  if (knownAt !== undefined) return joinSubOrder('p', knownAt)
  // A cross join keeps its order; SQLite may turn a plain one round and read whole tables.
  const join = sql`CROSS JOIN sub_order AS o ON o.store_id = p.store_id AND o.sub_order_no = p.sub_order_no`
  return { join, column: (name) => `o.${name}` }
}

const listOf = (values: readonly (string | number)[]) =>
  sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`

/** The parcels of the period (p), each beside its sub-order where the key needs it. */
function parcels({ storeIds, from, to, by, knownAt }: ReturnPeriod): SQL {
  const beside = by === 'state' ? joinSubOrder('p', knownAt).join : sql``
  return sql`json_each(${JSON.stringify(storeIds)}) AS s
    CROSS JOIN return_parcel AS p ON p.store_id = s.value
      AND p.created_on BETWEEN ${from} AND ${to} AND ${isKnown('p', knownAt)}
    ${beside}`
}

export type ParcelSums = Readonly<
  Record<
    | 'parcels'
    | 'units'
    | `${'inTransit' | 'received' | 'lost' | 'disposed' | 'overdue' | 'customer' | 'rto' | 'unknownType'}${'Parcels' | 'Units'}`,
    number
  >
> & { readonly key: string }

/** As the index of those on their way says it, letter for letter: an index of some rows is taken only then. */
export const IS_ON_WAY = "outcome IN ('in_transit', 'out_for_delivery')"

/** What the parcels are that are counted apart, in SQL; overdue ones hang on the day. */
export const PARCEL_KINDS = {
  inTransit: IS_ON_WAY,
  received: "outcome = 'delivered'",
  lost: "outcome = 'lost'",
  disposed: "outcome = 'disposed'",
  customer: "return_type = 'customer'",
  rto: "return_type = 'rto'",
  unknownType: "return_type = 'unknown'",
} as const

/** How many parcels are how far, by key; `overdueBefore` is the day core gives. */
export function sumParcels(
  ledger: Db,
  period: ReturnPeriod,
  overdueBefore: BusinessDate,
  limit: number,
): Promise<ParcelSums[]> {
  const kinds = [
    ...Object.entries(PARCEL_KINDS).map(([name, is]) => [name, sql.raw(`(p.${is})`)] as const),
    ['overdue', sql`(${sql.raw(`p.${IS_ON_WAY}`)} AND p.created_on < ${overdueBefore})`] as const,
  ]
  const sums = kinds.map(
    ([name, is]) =>
      sql`sum(${is}) AS ${sql.raw(`${name}Parcels`)}, sum(${is} * p.quantity) AS ${sql.raw(`${name}Units`)}`,
  )
  return ledger.all<ParcelSums>(sql`SELECT ${keyOf(period)} AS key,
      count(*) AS parcels, sum(p.quantity) AS units, ${sql.join(sums, sql`, `)}
    FROM ${parcels(period)} GROUP BY 1 LIMIT ${limit}`)
}

/** Parcels of which no file says when their return was created: they are in no period. */
export async function countUndatedParcels(
  ledger: Db,
  { storeIds, knownAt }: Pick<ReturnPeriod, 'storeIds' | 'knownAt'>,
): Promise<{ parcels: number; units: number }> {
  const [sums] = await ledger.all<{ parcels: number; units: number }>(sql`
    SELECT count(*) AS parcels, coalesce(sum(quantity), 0) AS units FROM return_parcel
    WHERE store_id IN ${listOf(storeIds)} AND created_on = '' AND ${isKnown('return_parcel', knownAt)}`)
  return sums ?? { parcels: 0, units: 0 }
}

/** Ranks of core/orders/lifecycle. */
export type OrderRanks = Readonly<Record<'dispatched' | 'delivered' | 'rto', readonly number[]>>

export type OrderSums = Readonly<
  Record<'dispatched' | 'delivered' | 'returned' | 'rto', number>
> & {
  readonly key: string
}

/**
 * Of the sub-orders ordered in the period, how many went out, arrived and came back, by what orders
 * reports know: SKU or state. A parcel proves what an older orders report does not say yet.
 */
export async function sumOrdersSentBack(
  ledger: Db,
  { storeIds, from, to, by, knownAt }: ReturnPeriod & { readonly by: 'sku' | 'state' },
  ranks: OrderRanks,
  limit: number,
): Promise<OrderSums[]> {
  const column = by === 'sku' ? 'sku' : 'customer_state'
  const beside = orderOfParcel(knownAt)
  const isIn = (name: keyof OrderRanks, rank: string) =>
    sql`(${sql.raw(rank)} IN ${listOf(ranks[name])})`
  const is = (name: keyof OrderRanks) => isIn(name, 'o.lifecycle_rank')
  const was = (name: keyof OrderRanks) => isIn(name, beside.column('lifecycle_rank'))
  const stores = JSON.stringify(storeIds)
  // No parcel comes back before it is ordered; of some no file says when: two ranges of one index.
  const created = JSON.stringify([
    [from, '9'],
    ['', ''],
  ])
  return ledger.all<OrderSums>(sql`SELECT key, sum(dispatched) AS dispatched, sum(delivered) AS delivered,
      sum(returned) AS returned, sum(rto) AS rto
    FROM (
      SELECT ${sql.raw(`o.${column}`)} AS key, sum(${is('dispatched')}) AS dispatched, sum(${is('delivered')}) AS delivered,
        0 AS returned, sum(${is('rto')}) AS rto
      FROM json_each(${stores}) AS s
      CROSS JOIN ${knownSubOrders(storeIds, knownAt)} AS o
        ON o.store_id = s.value AND o.ordered_on BETWEEN ${from} AND ${to}
      GROUP BY 1
      UNION ALL
      SELECT key, sum(NOT isDispatched), sum(fromBuyer AND NOT isDelivered), sum(fromBuyer),
        sum(fromCourier AND NOT isRto)
      FROM (
        SELECT ${sql.raw(beside.column(column))} AS key, ${was('dispatched')} AS isDispatched,
          ${was('delivered')} AS isDelivered, ${was('rto')} AS isRto, max(p.return_type = 'customer') AS fromBuyer,
          max(p.return_type = 'rto') AS fromCourier
        FROM json_each(${stores}) AS s
        CROSS JOIN json_each(${created}) AS r
        CROSS JOIN return_parcel AS p ON p.store_id = s.value AND ${isKnown('p', knownAt)}
          AND p.created_on BETWEEN r.value->>0 AND r.value->>1
        ${beside.join}
        WHERE ${sql.raw(beside.column('ordered_on'))} BETWEEN ${from} AND ${to}
        GROUP BY p.store_id, p.sub_order_no
      ) GROUP BY 1
    ) GROUP BY 1 LIMIT ${limit}`)
}

/** What payments say of sub-orders that came back, by the columns of their lines. */
export const RETURN_MONEY = {
  settlement: 'settlement_paise',
  sale: 'sale_paise',
  salesReturned: 'sale_return_paise',
  returnShipping: 'return_shipping_paise',
  recovery: 'recovery_paise',
  compensation: 'compensation_paise',
  claims: 'claims_paise',
  tcs: 'tcs_paise',
  tds: 'tds_paise',
  unexplained: 'unexplained_paise',
} as const

export type MoneySums = Readonly<Record<keyof typeof RETURN_MONEY, number>> & {
  readonly key: string
  readonly subOrders: number
  readonly settledSubOrders: number
}

/**
 * All that payments brought and took for the sub-orders of these parcels. A sub-order with several parcels
 * stands under the key of its first one, so that no line counts twice. Lines lie by payment day, so they
 * are read once from the earliest of the orders on, each looked up among the few that came back.
 */
export function sumReturnMoney(
  ledger: Db,
  period: ReturnPeriod,
  limit: number,
): Promise<MoneySums[]> {
  const { storeIds, knownAt } = period
  const names = Object.keys(RETURN_MONEY)
  const sums = Object.values(RETURN_MONEY).map((column) => `sum(l.${column})`)
  const empty = names.map((name) => `0 AS ${name}`)
  const total = names.map((name) => `sum(${name}) AS ${name}`)
  return ledger.all<MoneySums>(sql`WITH first AS MATERIALIZED (
      SELECT store_id, sub_order_no, ordered_on, key FROM (
        SELECT p.store_id, p.sub_order_no, p.ordered_on, ${keyOf(period)} AS key,
          row_number() OVER (PARTITION BY p.store_id, p.sub_order_no ORDER BY p.created_on, p.quantity) AS n
        FROM ${parcels(period)})
      WHERE n = 1)
    SELECT key, sum(subOrders) AS subOrders, sum(settledSubOrders) AS settledSubOrders, ${sql.raw(total.join(', '))}
    FROM (
      SELECT key, count(*) AS subOrders, 0 AS settledSubOrders, ${sql.raw(empty.join(', '))} FROM first GROUP BY 1
      UNION ALL
      SELECT f.key, 0, count(DISTINCT l.store_id || l.sub_order_no), ${sql.raw(sums.join(', '))}
      FROM json_each(${JSON.stringify(storeIds)}) AS s
      CROSS JOIN settlement_line AS l ON l.store_id = s.value
        AND l.paid_on >= coalesce((SELECT min(ordered_on) FROM first), '') AND ${isKnown('l', knownAt)}
      CROSS JOIN first AS f ON f.store_id = l.store_id AND f.sub_order_no = l.sub_order_no
      GROUP BY 1
    ) GROUP BY 1 LIMIT ${limit}`)
}
