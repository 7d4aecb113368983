import type { StoreId } from '#core/ids'
import { type SQL, sql } from 'drizzle-orm'
import type { KnownAt } from './knowledge'

/** Columns that a sub-order has whether it counts still or only did. */
export const SUB_ORDER_COLUMNS = `store_id, sub_order_no, status, lifecycle_rank, ordered_on, sku, product_name, size,
  quantity, customer_state, listed_price_paise, discounted_price_paise, packet_id, catalog_id, order_source,
  seen_on, report_id, row_no`

function wasKnown(alias: string, knownAt: number): SQL {
  const at = (column: string) => sql.raw(`${alias}.${column}`)
  return sql`${at('added_at')} < ${knownAt} AND ${at('closed_at')} >= ${knownAt}`
}

/**
 * The sub-orders of some stores as they were known at that moment, in place of the table `sub_order`.
 * At most one row each: an observation counts until the next one does. Read it from first to last, or
 * narrowed by `ordered_on`; to look sub-orders up one by one, joinSubOrder() is the better way.
 */
export function knownSubOrders(storeIds: readonly StoreId[], knownAt: KnownAt): SQL {
  if (knownAt === undefined) return sql`sub_order`
  const inStores = sql`store_id IN (SELECT value FROM json_each(${JSON.stringify(storeIds)}))`
  const columns = sql.raw(SUB_ORDER_COLUMNS)
  return sql`(SELECT ${columns} FROM sub_order AS c WHERE c.${inStores} AND c.added_at < ${knownAt}
    UNION ALL SELECT ${columns} FROM sub_order_history AS h WHERE h.${inStores} AND ${wasKnown('h', knownAt)})`
}

/** A join that finds each row's sub-order as known at a moment, and how to name its columns. */
export type SubOrderJoin = { readonly join: SQL; readonly column: (name: string) => string }

/** Joins the sub-order of the rows under `alias`, or NULLs: one seek a row now, two for a past moment. */
export function joinSubOrder(alias: string, knownAt: KnownAt): SubOrderJoin {
  const isOf = (joined: string) =>
    sql.raw(
      `${joined}.store_id = ${alias}.store_id AND ${joined}.sub_order_no = ${alias}.sub_order_no`,
    )
  if (knownAt === undefined) {
    return { join: sql`LEFT JOIN sub_order AS o ON ${isOf('o')}`, column: (name) => `o.${name}` }
  }
  return {
    join: sql`LEFT JOIN sub_order AS o ON ${isOf('o')} AND o.added_at < ${knownAt}
      LEFT JOIN sub_order_history AS h ON ${isOf('h')} AND ${wasKnown('h', knownAt)}`,
    column: (name) => `coalesce(o.${name}, h.${name})`,
  }
}
