import type { StoreId } from '#core/ids'
import { sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { knownSubOrders } from '../known-sub-orders'
import { isKnown } from '../knowledge'
import { type Listed, newestOutstanding } from './standings'

/**
 * Every sub-order that any fact spoke of at a moment, with the payment days that held its lines: what
 * judgeAllAnew() lists of now. One statement; at most `limit` sub-orders.
 */
export function listKnownThen(
  ledger: Db,
  storeId: StoreId,
  knownAt: number,
  limit: number,
): Promise<Listed[]> {
  const isOf = sql`store_id = ${storeId}`
  return ledger.all<Listed>(sql`SELECT sub_order_no AS subOrderNo,
      json_group_array(paid_on) FILTER (WHERE paid_on IS NOT NULL) AS paidDays
    FROM (
      SELECT sub_order_no, paid_on FROM settlement_line AS l WHERE l.${isOf} AND ${isKnown('l', knownAt)}
      UNION SELECT sub_order_no, NULL FROM ${knownSubOrders([storeId], knownAt)} WHERE ${isOf}
      UNION SELECT sub_order_no, NULL FROM return_parcel AS p WHERE p.${isOf} AND ${isKnown('p', knownAt)}
      UNION SELECT sub_order_no, NULL FROM claim AS c WHERE c.${isOf} AND ${isKnown('c', knownAt)}
      UNION SELECT sub_order_no, NULL FROM outstanding_payment
        WHERE report_id = ${newestOutstanding(storeId, knownAt)}
    ) GROUP BY sub_order_no ORDER BY sub_order_no LIMIT ${limit}`)
}

/**
 * True where some stores surely knew more at a moment than can be judged. Listing them groups every line of
 * the stores; this stops at the first that is too many.
 */
export async function isKnownBeyond(
  ledger: Db,
  storeIds: readonly StoreId[],
  knownAt: number,
  most: { readonly subOrders: number; readonly lines: number },
): Promise<boolean> {
  const inStores = sql`l.store_id IN (SELECT value FROM json_each(${JSON.stringify(storeIds)}))`
  const [row] = await ledger.all<{ subOrders: number; lines: number }>(sql`SELECT
      (SELECT count(*) FROM (SELECT 1 FROM ${knownSubOrders(storeIds, knownAt)} LIMIT ${most.subOrders + 1})) AS subOrders,
      (SELECT count(*) FROM (SELECT 1 FROM settlement_line AS l
        WHERE ${inStores} AND ${isKnown('l', knownAt)} LIMIT ${most.lines + 1})) AS lines`)
  return row !== undefined && (row.subOrders > most.subOrders || row.lines > most.lines)
}
