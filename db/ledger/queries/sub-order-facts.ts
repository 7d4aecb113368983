import { type BusinessDate, type BusinessMonth, monthOf, monthsBetween } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import type { LagCount } from '#core/reconciliation/due-date'
import { and, asc, eq, getTableColumns, inArray, lt, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import { claims } from '../schema/claims'
import { gstLines } from '../schema/gst'
import { joinSubOrder } from '../known-sub-orders'
import { subOrderHistory, subOrders } from '../schema/orders'
import { returnParcels } from '../schema/returns'
import { outstandingPayments, settlementLines } from '../schema/settlements'
import { LINE_KEY } from './settlement-lists'
import { newestOutstanding } from './standings'

/** A list as JSON for the statements below: they take any number in one parameter. */
const listOf = (values: readonly string[]) =>
  sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`

/** The rows of a page's sub-orders. */
const isOf = (
  table: { readonly storeId: SQLiteColumn; readonly subOrderNo: SQLiteColumn },
  storeId: StoreId,
  ids: readonly SubOrderNo[],
) => and(eq(table.storeId, storeId), inArray(table.subOrderNo, listOf(ids)))

export async function listOrdersOf(
  ledger: Db,
  storeId: StoreId,
  ids: readonly SubOrderNo[],
  knownAt?: KnownAt,
) {
  const current = await ledger
    .select()
    .from(subOrders)
    .where(
      and(
        isOf(subOrders, storeId, ids),
        knownAt === undefined ? undefined : lt(subOrders.addedAt, knownAt),
      ),
    )
  if (knownAt === undefined) return current
  // Of each sub-order one observation counted then: what counts still, or what has been closed since.
  const closed = await ledger
    .select()
    .from(subOrderHistory)
    .where(and(isOf(subOrderHistory, storeId, ids), isKnown('sub_order_history', knownAt)))
  return [...current, ...closed]
}

/** Lines by the payment days they are known to stand on: one seek each. */
export function listLinesOf(
  ledger: Db,
  storeId: StoreId,
  places: readonly (readonly [SubOrderNo, BusinessDate])[],
  knownAt?: KnownAt,
) {
  const pairs = JSON.stringify(places)
  return ledger
    .select(getTableColumns(settlementLines))
    .from(sql`json_each(${pairs}) AS p`)
    .crossJoin(settlementLines)
    .where(
      and(
        eq(settlementLines.storeId, storeId),
        sql`${settlementLines.paidOn} = p.value->>1`,
        sql`${settlementLines.subOrderNo} = p.value->>0`,
        isKnown('settlement_line', knownAt),
      ),
    )
}

/** Promises of the newest outstanding report for some sub-orders. */
export function listPromisesOf(
  ledger: Db,
  storeId: StoreId,
  ids: readonly SubOrderNo[],
  knownAt?: KnownAt,
) {
  return ledger
    .select()
    .from(outstandingPayments)
    .where(
      and(
        sql`${outstandingPayments.reportId} = ${newestOutstanding(storeId, knownAt)}`,
        inArray(outstandingPayments.subOrderNo, listOf(ids)),
      ),
    )
}

export function listReturnsOf(
  ledger: Db,
  storeId: StoreId,
  ids: readonly SubOrderNo[],
  knownAt?: KnownAt,
) {
  return ledger
    .select()
    .from(returnParcels)
    .where(and(isOf(returnParcels, storeId, ids), isKnown('return_parcel', knownAt)))
}

export function listClaimsOf(
  ledger: Db,
  storeId: StoreId,
  ids: readonly SubOrderNo[],
  knownAt?: KnownAt,
) {
  return ledger
    .select()
    .from(claims)
    .where(and(isOf(claims, storeId, ids), isKnown('claim', knownAt)))
}

/** The months that GST reports speak of: their rows are kept by month. */
async function listGstMonths(ledger: Db, storeId: StoreId): Promise<BusinessMonth[]> {
  const [row] = await ledger.all<{ first: BusinessDate | null; last: BusinessDate | null }>(sql`
    SELECT min(period_from) AS first, max(period_to) AS last FROM report
    WHERE store_id = ${storeId} AND kind IN ('gst.sales', 'gst.returns')`)
  return row?.first && row.last ? monthsBetween(monthOf(row.first), monthOf(row.last)) : []
}

/** GST rows with a quantity: a row without one is a discount, and says nothing of a return. */
export async function listGstOf(
  ledger: Db,
  storeId: StoreId,
  ids: readonly SubOrderNo[],
  knownAt?: KnownAt,
) {
  const months = await listGstMonths(ledger, storeId)
  if (months.length === 0) return []
  return ledger
    .select({
      direction: gstLines.direction,
      subOrderNo: gstLines.subOrderNo,
      invoice: gstLines.invoice,
    })
    .from(gstLines)
    .where(
      and(
        isOf(gstLines, storeId, ids),
        inArray(gstLines.direction, ['sales', 'returns']),
        inArray(gstLines.month, listOf(months)),
        isKnown('gst_line', knownAt),
        sql`coalesce(${gstLines.quantity}, 0) <> 0`,
      ),
    )
}

/** How long first payments took, by days: see core/reconciliation/due-date firstPaymentLag. */
export function countLags(
  ledger: Db,
  storeId: StoreId,
  knownAt: KnownAt = undefined,
): Promise<LagCount[]> {
  const subOrder = joinSubOrder('l', knownAt)
  const orderedOn = sql.raw(`coalesce(${subOrder.column('ordered_on')}, l.ordered_on)`)
  return ledger.all<LagCount>(sql`SELECT days, count(*) AS count FROM (
      SELECT CAST(julianday(min(l.paid_on)) - julianday(min(${orderedOn})) AS INTEGER) AS days
      FROM settlement_line AS l
      ${subOrder.join}
      WHERE l.store_id = ${storeId} AND ${isKnown('l', knownAt)} AND l.outcome = 'delivered'
      GROUP BY l.sub_order_no)
    WHERE days >= 0 GROUP BY days ORDER BY days`)
}

export type LinePlace = readonly (string | number)[]
export const FIRST_LINE: LinePlace = ['', '', '', '', 0, 0, 0]

export function linePlaceOf(line: typeof settlementLines.$inferSelect): LinePlace {
  const { paidOn, subOrderNo, transactionId, status, settlement, sale, occurrence } = line
  return [paidOn, subOrderNo, transactionId, status, settlement, sale, occurrence]
}

/** Lines that pay a delivery, a page at a time, for what is usual of a seller. */
export function listDeliveredLines(
  ledger: Db,
  storeId: StoreId,
  after: LinePlace,
  limit: number,
  knownAt?: KnownAt,
) {
  const values = sql.join(
    after.map((value) => sql`${value}`),
    sql`, `,
  )
  return ledger
    .select()
    .from(settlementLines)
    .where(
      and(
        eq(settlementLines.storeId, storeId),
        sql`(${sql.join([...LINE_KEY], sql`, `)}) > (${values})`,
        isKnown('settlement_line', knownAt),
        inArray(settlementLines.outcome, ['delivered', 'exchanged']),
      ),
    )
    .orderBy(...LINE_KEY.map((column) => asc(column)))
    .limit(limit)
}
