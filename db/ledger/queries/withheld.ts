import { type BusinessDate, firstDayOf, lastDayOf } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Days } from '#core/pnl/period'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import type { PaidMonth } from './sums'

/** TCS and TDS of one payment day and one GST rate of the product, with what both were reckoned from. */
export type WithheldDay = {
  readonly day: BusinessDate
  readonly gstRateBps: number | null
  readonly lines: number
  readonly gross: number
  readonly tcs: number
  readonly tds: number
}

/** What both taxes are reckoned from, before the product's GST is taken out of it. */
const GROSS = `(l.sale_paise + l.sale_return_paise + l.return_premium_paise + l.return_premium_return_paise)`

// A year of days, each with the few rates that there are.
const MAX_SUMS = 20_000

/**
 * Rows of the columns of `withheld_day`. Lines without an amount to tax need no GST rate to be understood,
 * so theirs is not missed.
 */
function sumLines(storeIds: SQL, { from, to }: Days, knownAt: KnownAt): SQL {
  const gross = sql.raw(GROSS)
  return sql`SELECT l.store_id, l.paid_on,
      coalesce(iif(${gross} = 0, coalesce(l.gst_rate_bps, 0), l.gst_rate_bps), -1) AS gst_rate_bps,
      count(*) AS lines, sum(${gross}) AS gross_paise, sum(l.tcs_paise) AS tcs_paise, sum(l.tds_paise) AS tds_paise
    FROM ${storeIds} AS s
    CROSS JOIN settlement_line AS l ON l.store_id = s.value AND l.paid_on BETWEEN ${from} AND ${to}
      AND ${isKnown('l', knownAt)}
    WHERE ${gross} <> 0 OR l.tcs_paise <> 0 OR l.tds_paise <> 0
    GROUP BY 1, 2, 3`
}

const rowsOf = (storeIds: readonly StoreId[]) => sql`json_each(${JSON.stringify(storeIds)})`

/** Keeps the sums of one month of payments anew. */
export function rebuildWithheld({ storeId, month }: PaidMonth): SQL[] {
  const days = { from: firstDayOf(month), to: lastDayOf(month) }
  return [
    sql`DELETE FROM withheld_day
      WHERE store_id = ${storeId} AND paid_on BETWEEN ${days.from} AND ${days.to}`,
    sql`INSERT INTO withheld_day (store_id, paid_on, gst_rate_bps, lines, gross_paise, tcs_paise, tds_paise)
      ${sumLines(rowsOf([storeId]), days, undefined)}`,
  ]
}

/** A few rows a day: what is known now is kept, and for a past moment the lines are added up. */
export function sumWithheld(
  ledger: Db,
  storeIds: readonly StoreId[],
  days: Days,
  knownAt: KnownAt,
): Promise<WithheldDay[]> {
  const stores = rowsOf(storeIds)
  const rows =
    knownAt === undefined
      ? sql`SELECT w.* FROM ${stores} AS s CROSS JOIN withheld_day AS w
          ON w.store_id = s.value AND w.paid_on BETWEEN ${days.from} AND ${days.to}`
      : sumLines(stores, days, knownAt)
  return ledger.all<WithheldDay>(sql`SELECT paid_on AS day, nullif(gst_rate_bps, -1) AS gstRateBps,
      sum(lines) AS lines, sum(gross_paise) AS gross, sum(tcs_paise) AS tcs, sum(tds_paise) AS tds
    FROM (${rows}) GROUP BY 1, 2 LIMIT ${MAX_SUMS}`)
}

/** The first and the last day on which any of the stores was paid; nothing while none was. */
export async function findPaidSpan(
  ledger: Db,
  storeIds: readonly StoreId[],
  knownAt: KnownAt,
): Promise<Days | undefined> {
  const day = sql`SELECT l.paid_on FROM settlement_line AS l
    WHERE l.store_id = s.value AND ${isKnown('l', knownAt)} ORDER BY l.paid_on`
  const [span] = await ledger.all<{ from: BusinessDate | null; to: BusinessDate | null }>(sql`
    SELECT min(first) AS "from", max(last) AS "to" FROM (
      SELECT (${day} LIMIT 1) AS first, (${day} DESC LIMIT 1) AS last
      FROM json_each(${JSON.stringify(storeIds)}) AS s)`)
  return span?.from && span.to ? { from: span.from, to: span.to } : undefined
}
