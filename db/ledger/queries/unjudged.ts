import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { GST_KEY } from './gst'
import { isPastStep, type Step } from './report-steps'
import { LINE_KEY } from './settlements'

/** One page of work: sub-orders to judge, each with payment days on which lines of it were added. */
export type UnjudgedPage = {
  readonly id: number
  readonly subOrders: readonly (readonly [SubOrderNo, readonly BusinessDate[]])[]
}

// Not a parameter: D1 binds every number as a fraction, and a page would hold one sub-order.
const SUB_ORDERS_A_PAGE = sql.raw('400')

/** Adds work: `touched` selects `sub_order_no` and `paid_on`, which is NULL where no line was added. */
export function addUnjudged(storeId: StoreId, touched: SQL): SQL {
  return sql`INSERT INTO unjudged (store_id, sub_orders)
    SELECT ${storeId}, json_group_array(json_array(sub_order_no, json(days))) FROM (
      SELECT sub_order_no, json_group_array(DISTINCT paid_on) FILTER (WHERE paid_on IS NOT NULL) AS days,
        (row_number() OVER (ORDER BY sub_order_no) - 1) / ${SUB_ORDERS_A_PAGE} AS page
      FROM (${touched}) GROUP BY sub_order_no)
    GROUP BY page`
}

/** The oldest page of a store; everybody takes them in this order. */
export async function findUnjudged(
  ledger: Db,
  storeId: StoreId,
): Promise<UnjudgedPage | undefined> {
  const [page] = await ledger.all<{ id: number; subOrders: string }>(sql`
    SELECT id, sub_orders AS subOrders FROM unjudged WHERE store_id = ${storeId} ORDER BY id LIMIT 1`)
  // Safe because addUnjudged() wrote it.
  return page && { id: page.id, subOrders: JSON.parse(page.subOrders) as UnjudgedPage['subOrders'] }
}

/** True inside a batch while the page is still to be judged. */
export function isUnjudged(pageId: number): SQL {
  return sql`EXISTS (SELECT 1 FROM unjudged WHERE id = ${pageId})`
}

export function isNothingUnjudged(storeId: StoreId): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM unjudged WHERE store_id = ${storeId})`
}

// The place of its cells in returnRow(): RETURNS names the same columns.
const PARCEL_KEY = { sub_order_no: 0, created_on: 1, quantity: 2 }

/** The row (f) that a row of the chunk (c) became, by all that makes it itself: one seek, however many it is like. */
function isRow(key: Readonly<Record<string, number>>): SQL {
  return sql.raw(
    Object.entries(key)
      .map(([column, cell]) => `f.${column} = c.value->>${cell}`)
      .join(' AND '),
  )
}

/**
 * The sub-orders of a chunk of which a report changes what counts. It follows the chunk's own statements
 * in their batch, and finds the rows that they added by the cells that the chunk begins with.
 */
export function markAdded(kind: string, storeId: StoreId, step: Step, chunk: string): SQL[] {
  const rows = sql`json_each(${chunk}) AS c CROSS JOIN`
  const mine = sql`f.store_id = ${storeId} AND f.report_id = ${step.reportId} AND ${isPastStep(step)}`
  const isOpen = sql`f.closed_at = 0`
  switch (kind) {
    case 'payments.orders':
      return [
        addUnjudged(
          storeId,
          sql`SELECT f.sub_order_no, f.paid_on FROM ${rows} settlement_line AS f
            WHERE ${mine} AND ${isOpen} AND ${isRow(LINE_KEY)}`,
        ),
      ]
    case 'orders':
      return [
        markIds(
          storeId,
          sql`${rows} sub_order AS f WHERE ${mine} AND f.sub_order_no = c.value->>0`,
        ),
      ]
    case 'returns':
      return [
        markIds(
          storeId,
          sql`${rows} return_parcel AS f WHERE ${mine} AND ${isOpen} AND ${isRow(PARCEL_KEY)}`,
        ),
      ]
    case 'claims':
      // A ticket may change its sub-order: the one it leaves is judged too.
      return [
        markIds(
          storeId,
          sql`${rows} claim AS f WHERE f.store_id = ${storeId} AND f.ticket_id = c.value->>0
            AND ${step.reportId} IN (f.report_id, f.closed_by_report_id) AND ${isPastStep(step)}`,
        ),
      ]
    case 'gst.sales':
    case 'gst.returns':
      return [
        markIds(
          storeId,
          sql`${rows} gst_line AS f WHERE ${mine} AND ${isOpen} AND f.direction = ${kind.slice('gst.'.length)}
            AND ${isRow(GST_KEY)}`,
        ),
      ]
    default:
      return []
  }
}

function markIds(storeId: StoreId, rows: SQL): SQL {
  return addUnjudged(storeId, sql`SELECT f.sub_order_no, NULL AS paid_on FROM ${rows}`)
}

/** The sub-orders of an outstanding report that becomes the newest, and of the one it replaces. */
export function markPromises(storeId: StoreId, reportId: number): SQL {
  const newest = (states: SQL) => sql`(SELECT id FROM report
    WHERE store_id = ${storeId} AND kind = 'outstanding' AND ${states}
    ORDER BY snapshot_on DESC, id DESC LIMIT 1)`
  const before = newest(sql`state = 'read' AND id <> ${reportId}`)
  const after = newest(sql`(state = 'read' OR id = ${reportId})`)
  return markIds(
    storeId,
    sql`outstanding_payment AS f WHERE f.report_id IN (${reportId}, ${before}) AND ${after} = ${reportId}`,
  )
}

/** The sub-orders of an outstanding report that was removed, and of the one that counts instead. */
export function markPromisesGone(storeId: StoreId, reportId: number, newest: SQL): SQL {
  return markIds(
    storeId,
    sql`outstanding_payment AS f WHERE f.report_id IN (${reportId}, ${newest})`,
  )
}

type ClosedTable = 'return_parcel' | 'claim' | 'gst_line'

/** The sub-orders of a report whose open rows are about to be closed; it stands before that in its batch. */
export function markClosing(table: ClosedTable, storeId: StoreId, reportId: number): SQL {
  return markIds(
    storeId,
    sql`${sql.raw(table)} AS f
      WHERE f.store_id = ${storeId} AND f.report_id = ${reportId} AND f.closed_at = 0`,
  )
}

type Days = { readonly from: BusinessDate; readonly to: BusinessDate }

export function markClosingLines(storeId: StoreId, reportId: number, { from, to }: Days): SQL {
  return markIds(
    storeId,
    sql`settlement_line AS f WHERE f.store_id = ${storeId} AND f.paid_on BETWEEN ${from} AND ${to}
      AND f.report_id = ${reportId} AND f.closed_at = 0`,
  )
}

export function markClosingOrders(storeId: StoreId, reportId: number, { from, to }: Days): SQL {
  return markIds(
    storeId,
    sql`sub_order AS f WHERE f.store_id = ${storeId} AND f.ordered_on BETWEEN ${from} AND ${to}
      AND f.report_id = ${reportId}`,
  )
}
