import type { BusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import type { GstDirection } from './gst'

/** Rows of a month's GST report that agree in whose they are, where to, what of, and at which rate. */
export type GstRowSum = {
  readonly direction: GstDirection
  readonly gstin: string
  /** Of the marketplace; nothing where the rows do not say. */
  readonly operatorGstin: string | null
  readonly state: string
  readonly hsn: string
  readonly gstRateBps: number | null
  readonly rows: number
  /** Nothing where some row does not say. */
  readonly quantity: number | null
  /** Millionths of a rupee, of the rows that have a value. */
  readonly taxable: number
  readonly rowsWithoutValue: number
  readonly truncatedRows: number
}

/** A month of more combinations would be no seller's: the caller refuses it. */
export const MAX_GST_SUMS = 10_000

export function sumGst(
  ledger: Db,
  storeIds: readonly StoreId[],
  month: BusinessMonth,
  knownAt: KnownAt,
): Promise<GstRowSum[]> {
  return ledger.all<GstRowSum>(sql`
    SELECT l.direction, l.gstin, l.operator_gstin AS operatorGstin, l.state_name AS state, l.hsn, l.gst_rate_bps AS gstRateBps,
      count(*) AS rows, iif(count(l.quantity) = count(*), sum(l.quantity), NULL) AS quantity,
      coalesce(sum(l.taxable_micro), 0) AS taxable, count(*) - count(l.taxable_micro) AS rowsWithoutValue,
      sum(l.is_tax_truncated) AS truncatedRows
    FROM ${sides(storeIds)}
    CROSS JOIN gst_line AS l ON l.store_id = s.value AND l.direction = d.value AND l.month = ${month}
      AND ${isKnown('l', knownAt)}
    GROUP BY 1, 2, 3, 4, 5, 6 LIMIT ${MAX_GST_SUMS + 1}`)
}

/** Net taxable value by month; a month of which a store's sales report is missing has none that is true. */
export type GstMonthRow = {
  readonly month: BusinessMonth
  readonly taxable: number
  readonly rowsWithoutValue: number
}

/** Rows of the columns of `gst_month`. */
function sumRows(
  storeIds: readonly StoreId[],
  months: readonly BusinessMonth[],
  knownAt: KnownAt,
): SQL {
  return sql`SELECT s.value AS store_id, m.value AS month, d.value AS direction, count(*) AS rows,
      coalesce(sum(l.taxable_micro), 0) AS taxable_micro, count(*) - count(l.taxable_micro) AS rows_without_value
    FROM ${sides(storeIds)} CROSS JOIN json_each(${JSON.stringify(months)}) AS m
    CROSS JOIN gst_line AS l ON l.store_id = s.value AND l.direction = d.value AND l.month = m.value
      AND ${isKnown('l', knownAt)}
    GROUP BY 1, 2, 3`
}

/** Keeps the sums of one month's reports anew. */
export function rebuildGstMonth(storeId: StoreId, month: BusinessMonth): SQL[] {
  return [
    sql`DELETE FROM gst_month WHERE store_id = ${storeId} AND month = ${month}`,
    sql`INSERT INTO gst_month (store_id, month, direction, rows, taxable_micro, rows_without_value)
      ${sumRows([storeId], [month], undefined)}`,
  ]
}

function keptMonths(storeIds: readonly StoreId[], months: readonly BusinessMonth[]): SQL {
  return sql`SELECT g.* FROM json_each(${JSON.stringify(storeIds)}) AS s
    CROSS JOIN json_each(${JSON.stringify(months)}) AS m
    CROSS JOIN gst_month AS g ON g.store_id = s.value AND g.month = m.value`
}

export function sumGstMonths(
  ledger: Db,
  storeIds: readonly StoreId[],
  months: readonly BusinessMonth[],
  knownAt: KnownAt,
): Promise<GstMonthRow[]> {
  const rows =
    knownAt === undefined ? keptMonths(storeIds, months) : sumRows(storeIds, months, knownAt)
  return ledger.all<GstMonthRow>(sql`
    SELECT month, sum(taxable) AS taxable, sum(rowsWithoutValue) AS rowsWithoutValue FROM (
      SELECT store_id, month, sum(direction = 'sales') AS sales,
        sum(iif(direction = 'sales', 1, -1) * taxable_micro) AS taxable,
        sum(rows_without_value) AS rowsWithoutValue
      FROM (${rows}) GROUP BY 1, 2)
    GROUP BY month HAVING min(sales) > 0 ORDER BY month`)
}

export type GstMonth = {
  readonly month: BusinessMonth
  readonly hasSales: boolean
  readonly hasReturns: boolean
}

// Twenty years of both reports.
const MAX_MONTHS = 480

/** The months that have GST rows, the newest first: one seek for each, where DISTINCT would read every row. */
export async function listGstMonths(
  ledger: Db,
  storeIds: readonly StoreId[],
  knownAt: KnownAt,
): Promise<GstMonth[]> {
  const rows = await ledger.all<{ month: BusinessMonth; sales: number; returns: number }>(sql`
    WITH RECURSIVE m(store_id, direction, month) AS (
      SELECT s.value, d.value, ${nextMonth('s.value', 'd.value', sql``)} FROM ${sides(storeIds)}
      UNION ALL
      SELECT store_id, direction, ${nextMonth('m.store_id', 'm.direction', sql`AND g.month > m.month`)}
      FROM m WHERE m.month IS NOT NULL)
    SELECT m.month, max(m.direction = 'sales') AS sales, max(m.direction = 'returns') AS returns FROM m
    WHERE m.month IS NOT NULL AND EXISTS (SELECT 1 FROM gst_line AS l WHERE l.store_id = m.store_id
      AND l.direction = m.direction AND l.month = m.month AND ${isKnown('l', knownAt)})
    GROUP BY 1 ORDER BY 1 DESC LIMIT ${MAX_MONTHS}`)
  return rows.map(({ month, sales, returns }) => ({
    month,
    hasSales: sales === 1,
    hasReturns: returns === 1,
  }))
}

function nextMonth(store: string, direction: string, after: SQL): SQL {
  return sql`(SELECT min(g.month) FROM gst_line AS g
    WHERE g.store_id = ${sql.raw(store)} AND g.direction = ${sql.raw(direction)} ${after})`
}

/** Every store (s) with either report (d): each pair and a month is one range of the key. */
function sides(storeIds: readonly StoreId[]): SQL {
  return sql`json_each(${JSON.stringify(storeIds)}) AS s CROSS JOIN json_each('["sales","returns"]') AS d`
}
