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
