import type { BusinessDate, BusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { joinSubOrder } from '../known-sub-orders'
import { isKnown, type KnownAt } from '../knowledge'
import type { PaidMonth } from './sums'

/** Rows of (store_id, paid_on, ordered_month, lines, settlement_paise): what each day settled for which months. */
function sumArrivals(lines: SQL, knownAt: KnownAt): SQL {
  const { join, column } = joinSubOrder('l', knownAt)
  const orderedOn = sql.raw(`coalesce(${column('ordered_on')}, l.ordered_on)`)
  return sql`SELECT l.store_id, l.paid_on, substr(${orderedOn}, 1, 7) AS ordered_month, count(*) AS lines,
      sum(l.settlement_paise) AS settlement_paise
    FROM settlement_line AS l ${join}
    WHERE ${lines} AND ${isKnown('l', knownAt)} AND ${orderedOn} IS NOT NULL
    GROUP BY 1, 2, 3`
}

/** The arrivals of one month of payments, as they are kept. */
export function arrivalsPaidIn({ storeId, month }: PaidMonth): SQL {
  const days = sql`l.paid_on BETWEEN ${`${month}-01`} AND ${`${month}-31`}`
  return sumArrivals(sql`l.store_id = ${storeId} AND ${days}`, undefined)
}

/** In place of the table `settlement_arrival`, which holds what is known now. */
function knownArrivals(storeIds: readonly StoreId[], knownAt: KnownAt): SQL {
  const inStores = (alias: string) =>
    sql`${sql.raw(alias)}.store_id IN (SELECT value FROM json_each(${JSON.stringify(storeIds)}))`
  if (knownAt !== undefined) return sql`(${sumArrivals(inStores('l'), knownAt)})`
  return sql`(SELECT * FROM settlement_arrival AS a WHERE ${inStores('a')})`
}

export type Arrival = {
  readonly orderedMonth: BusinessMonth
  readonly paidOn: BusinessDate
  readonly settlement: number
}

/** What came for the orders of each month, by day; of several stores together. */
export function listArrivals(
  ledger: Db,
  storeIds: readonly StoreId[],
  { from, to }: { readonly from: BusinessMonth; readonly to: BusinessMonth },
  knownAt: KnownAt,
): Promise<Arrival[]> {
  return ledger.all<Arrival>(sql`SELECT ordered_month AS orderedMonth, paid_on AS paidOn,
      sum(settlement_paise) AS settlement
    FROM ${knownArrivals(storeIds, knownAt)}
    WHERE ordered_month BETWEEN ${from} AND ${to}
    GROUP BY 1, 2 ORDER BY 1, 2`)
}

/** Payments of a store: its first day, and the months in which anything came. */
export type PaidSpan = {
  readonly storeId: StoreId
  readonly firstOn: BusinessDate
  readonly lastOn: BusinessDate
  /** As JSON. */
  readonly months: string
}

export function listPaidSpans(
  ledger: Db,
  storeIds: readonly StoreId[],
  knownAt: KnownAt,
): Promise<PaidSpan[]> {
  return ledger.all<PaidSpan>(sql`SELECT store_id AS storeId, min(paid_on) AS firstOn, max(paid_on) AS lastOn,
      json_group_array(DISTINCT substr(paid_on, 1, 7)) AS months
    FROM ${knownArrivals(storeIds, knownAt)} GROUP BY 1`)
}

/** Money that is promised or expected for sub-orders ordered in a month, and has not come. */
export async function sumStillExpected(
  ledger: Db,
  storeIds: readonly StoreId[],
  month: BusinessMonth,
): Promise<number> {
  const [row] = await ledger.all<{ amount: number }>(sql`SELECT
      coalesce(sum(coalesce(CASE s.bucket WHEN 'promised' THEN s.promised_paise ELSE s.expected_paise END, 0)), 0) AS amount
    FROM json_each(${JSON.stringify(storeIds)}) AS i
    CROSS JOIN standing AS s INDEXED BY standing_bucket ON s.store_id = i.value AND s.bucket IN ('promised', 'unpaid')
      AND s.ordered_on BETWEEN ${`${month}-01`} AND ${`${month}-31`}`)
  return row?.amount ?? 0
}
