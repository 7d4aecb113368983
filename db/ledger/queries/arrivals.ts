import type { BusinessDate, BusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { GstScheme } from '#core/pnl/profit'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { joinSubOrder } from '../known-sub-orders'
import { isKnown, type KnownAt } from '../knowledge'
import { type Extra, EXTRAS, type PaidMonth } from './sums'

/** The rows of a table under `alias` that are meant, by the column of the day they were paid. */
type Meant = (alias: string, paidOn: string) => SQL

const COLUMNS = `store_id, paid_on, ordered_month, lines, settlement_paise, extras_paise, tax_credits_paise,
  gst_paise, gst_unknown_lines`

function lineArrivals(isMeant: Meant, knownAt: KnownAt): SQL {
  const { join, column } = joinSubOrder('l', knownAt)
  const orderedOn = sql.raw(`coalesce(${column('ordered_on')}, l.ordered_on)`)
  return sql`SELECT l.store_id, l.paid_on, substr(${orderedOn}, 1, 7) AS ordered_month, count(*) AS lines,
      sum(l.settlement_paise) AS settlement_paise, 0 AS extras_paise,
      -sum(l.tcs_paise + l.tds_paise) AS tax_credits_paise,
      sum(coalesce(l.gst_on_sales_paise, 0) + l.gst_credit_on_fees_paise) AS gst_paise,
      sum(l.gst_on_sales_paise IS NULL) AS gst_unknown_lines
    FROM settlement_line AS l ${join}
    WHERE ${isMeant('l', 'paid_on')} AND ${isKnown('l', knownAt)} AND ${orderedOn} IS NOT NULL
    GROUP BY 1, 2, 3`
}

/** A sheet beside the lines, by the month that its money counts in on order basis. */
function extraArrivals(isMeant: Meant, knownAt: KnownAt, { table, paidOn, period, sums }: Extra) {
  const { gst_credit_on_ads_paise: credit = '0', ...money } = sums
  const amount = sql.raw(Object.values(money).join(' + '))
  const month = sql.raw(`substr(${period.order}, 1, 7)`)
  return sql`SELECT x.store_id, ${sql.raw(`x.${paidOn}`)}, ${month}, 0, 0, sum(${amount}), 0, sum(${sql.raw(credit)}), 0
    FROM ${sql.raw(table)} AS x WHERE ${isMeant('x', paidOn)} AND ${isKnown('x', knownAt)} GROUP BY 1, 2, 3`
}

/** Rows of the columns of `settlement_arrival`: what each day brought for which months. */
function sumArrivals(isMeant: Meant, knownAt: KnownAt): SQL {
  const parts = [
    lineArrivals(isMeant, knownAt),
    ...EXTRAS.map((extra) => extraArrivals(isMeant, knownAt, extra)),
  ]
  return sql`SELECT store_id, paid_on, ordered_month, sum(lines) AS lines, sum(settlement_paise) AS settlement_paise,
      sum(extras_paise) AS extras_paise, sum(tax_credits_paise) AS tax_credits_paise,
      sum(gst_paise) AS gst_paise, sum(gst_unknown_lines) AS gst_unknown_lines
    FROM (${sql.join(parts, sql` UNION ALL `)}) GROUP BY 1, 2, 3`
}

/** Keeps the arrivals of one month of payments; those that were kept of it are gone by then. */
export function addArrivals({ storeId, month }: PaidMonth): SQL {
  const isMeant: Meant = (alias, paidOn) =>
    sql`${sql.raw(alias)}.store_id = ${storeId} AND ${sql.raw(`${alias}.${paidOn}`)} BETWEEN ${`${month}-01`} AND ${`${month}-31`}`
  return sql`INSERT INTO settlement_arrival (${sql.raw(COLUMNS)}) ${sumArrivals(isMeant, undefined)}`
}

/** In place of the table `settlement_arrival`, which holds what is known now. */
function knownArrivals(storeIds: readonly StoreId[], knownAt: KnownAt): SQL {
  const inStores = (alias: string) =>
    sql`${sql.raw(alias)}.store_id IN (SELECT value FROM json_each(${JSON.stringify(storeIds)}))`
  if (knownAt !== undefined) return sql`(${sumArrivals(inStores, knownAt)})`
  return sql`(SELECT * FROM settlement_arrival AS a WHERE ${inStores('a')})`
}

export type Arrival = {
  readonly orderedMonth: BusinessMonth
  readonly paidOn: BusinessDate
  readonly settlement: number
  /** What of a profit was paid or follows from it at once: with ads, GST and the taxes that come back. */
  readonly beforeCosts: number
  /** Lines whose GST is missing in it. */
  readonly gstUnknownLines: number
}

type ArrivingStore = { readonly id: StoreId; readonly gstScheme: GstScheme }

/** What came for the orders of each month, by day; of several stores together, each by its own GST scheme. */
export function listArrivals(
  ledger: Db,
  stores: readonly ArrivingStore[],
  { from, to }: { readonly from: BusinessMonth; readonly to: BusinessMonth },
  knownAt: KnownAt,
): Promise<Arrival[]> {
  const schemes = stores.map(({ id, gstScheme }) => [id, Number(gstScheme === 'regular')])
  const storeIds = stores.map(({ id }) => id)
  return ledger.all<Arrival>(sql`SELECT a.ordered_month AS orderedMonth, a.paid_on AS paidOn,
      sum(a.settlement_paise) AS settlement,
      sum(a.settlement_paise + a.extras_paise + a.tax_credits_paise + a.gst_paise * (s.value->>1)) AS beforeCosts,
      sum(a.gst_unknown_lines * (s.value->>1)) AS gstUnknownLines
    FROM json_each(${JSON.stringify(schemes)}) AS s
    CROSS JOIN ${knownArrivals(storeIds, knownAt)} AS a ON a.store_id = s.value->>0
    WHERE a.ordered_month BETWEEN ${from} AND ${to}
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
    FROM ${knownArrivals(storeIds, knownAt)} WHERE lines > 0 GROUP BY 1`)
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
