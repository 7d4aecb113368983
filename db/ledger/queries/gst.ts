import type { StoreId, SubOrderNo } from '#core/ids'
import type { GstLine } from '#core/tax/gst-line'
import { and, asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { gstLines } from '../schema/gst'
import { reports } from '../schema/reports'
import { countsSince, isKnown, type KnownAt } from '../knowledge'
import { isAtStep, type Step } from './report-steps'
import { sourceColumns } from './settlement-lists'

export type GstDirection = 'sales' | 'returns'

/**
 * What a row says of its supply, apart from where and when: a part of its identity. Its tax is not, because
 * the panel has printed it cut and whole, and the row would count twice.
 */
export function saidOf(line: GstLine): string {
  const { quantity, gstRateBps, taxable, invoice, taxableShipping, returnedOn } = line
  const values = [quantity, gstRateBps, taxable, invoice, taxableShipping, returnedOn]
  return values.map((value) => value ?? '').join('|')
}

/** One row as a JSON array; `state` is the one name that core gives its state. */
export function gstRow(line: GstLine, state: string, occurrence: number, rowNo: number): string {
  return JSON.stringify([
    line.month,
    line.subOrderNo,
    line.orderedOn ?? '',
    saidOf(line),
    occurrence,
    line.returnedOn ?? null,
    line.manifestedOn ?? null,
    line.quantity ?? null,
    line.gstRateBps ?? null,
    line.taxable ?? null,
    line.tax ?? null,
    line.invoice ?? null,
    line.taxableShipping ?? null,
    Number(line.isTaxTruncated),
    line.hsn,
    state,
    line.stateText,
    line.gstin,
    line.status,
    line.transactionType,
    line.operatorGstin ?? null,
    rowNo,
  ])
}

const CELLS = Array.from({ length: 22 }, (_, index) => `value->>${index}`).join(', ')

/** What makes two rows of one direction the same, by the place of its cells in gstRow(). */
export const GST_KEY = { month: 0, sub_order_no: 1, ordered_on: 2, said: 3, occurrence: 4 }

export function addGstLines(
  direction: GstDirection,
  storeId: StoreId,
  step: Step,
  chunk: string,
  now: Date,
): SQL {
  const key = { direction: sql`${direction}`, ...GST_KEY }
  return sql`INSERT INTO gst_line (store_id, report_id, added_at, direction, month, sub_order_no, ordered_on, said,
      occurrence, returned_on, manifested_on, quantity, gst_rate_bps, taxable_micro, tax_micro,
      invoice_micro, taxable_shipping_micro, is_tax_truncated, hsn, state_name, state_text, gstin,
      status, transaction_type, operator_gstin, row_no)
    SELECT ${storeId}, ${step.reportId}, ${countsSince('gst_line', storeId, key, now)}, ${direction}, ${sql.raw(CELLS)}
    FROM json_each(${chunk}) WHERE ${isAtStep(step)} ON CONFLICT DO NOTHING`
}

const columns = { ...getTableColumns(gstLines), ...sourceColumns }

export type ListedGstLine = Awaited<ReturnType<typeof listGstLinesOfSubOrders>>[number]

// A sub-order has a sale, a discount and their reversals.
const MAX_LINES_A_SUB_ORDER = 50

/** Every row that counts of some sub-orders, of all months: a seek into each month that has rows. */
export function listGstLinesOfSubOrders(
  ledger: Db,
  storeId: StoreId,
  direction: GstDirection,
  subOrderNos: readonly SubOrderNo[],
  knownAt?: KnownAt,
) {
  const wanted = JSON.stringify(subOrderNos)
  return ledger
    .select(columns)
    .from(gstLines)
    .innerJoin(reports, eq(reports.id, gstLines.reportId))
    .where(
      and(
        eq(gstLines.storeId, storeId),
        eq(gstLines.direction, direction),
        sql`${gstLines.month} IN (${monthsWithLines(storeId, direction)})`,
        sql`${gstLines.subOrderNo} IN (SELECT value FROM json_each(${wanted}))`,
        isKnown('gst_line', knownAt),
      ),
    )
    .orderBy(asc(gstLines.subOrderNo), asc(gstLines.month))
    .limit(subOrderNos.length * MAX_LINES_A_SUB_ORDER)
}

/** One seek for each month, where DISTINCT would read every row. */
function monthsWithLines(storeId: StoreId, direction: GstDirection): SQL {
  const next = sql`SELECT min(month) FROM gst_line WHERE store_id = ${storeId} AND direction = ${direction}`
  return sql`WITH RECURSIVE m(month) AS (
      ${next}
      UNION ALL SELECT (${next} AND gst_line.month > m.month) FROM m WHERE m.month IS NOT NULL
    ) SELECT month FROM m WHERE month IS NOT NULL`
}
