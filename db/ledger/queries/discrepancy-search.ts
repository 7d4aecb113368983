import type { StoreId, SubOrderNo } from '#core/ids'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import { discrepancies } from '../schema/standings'

/**
 * Part of a sub-order number or of its SKU, or a whole waybill number of a parcel of it that came back. SKU
 * and waybill are looked up by the sub-order, one row of a key each, so that a search reads no other table
 * whole: at most the discrepancies that the list itself may read, each with its standing and its parcels.
 */
export function hasDiscrepancyText(search: string): SQL {
  const { storeId, subOrderNo } = discrepancies
  const isOf = (alias: 's' | 'p') =>
    sql`${sql.raw(alias)}.store_id = ${storeId} AND ${sql.raw(alias)}.sub_order_no = ${subOrderNo}`
  return sql`(instr(${subOrderNo}, ${search})
    OR EXISTS (SELECT 1 FROM standing AS s WHERE ${isOf('s')} AND instr(lower(s.sku), lower(${search})))
    OR EXISTS (SELECT 1 FROM return_parcel AS p WHERE ${isOf('p')} AND ${isKnown('p', undefined)}
      AND p.awb = ${search}))`
}

/** Sub-orders of which a parcel came back under this waybill number; reads every parcel of these stores. */
export function listSubOrdersOfAwb(
  ledger: Db,
  storeIds: readonly StoreId[],
  awb: string,
  knownAt: KnownAt,
): Promise<{ storeId: StoreId; subOrderNo: SubOrderNo }[]> {
  return ledger.all(sql`SELECT DISTINCT p.store_id AS storeId, p.sub_order_no AS subOrderNo
    FROM json_each(${JSON.stringify(storeIds)}) AS i
    CROSS JOIN return_parcel AS p ON p.store_id = i.value
    WHERE p.awb = ${awb} AND ${isKnown('p', knownAt)}`)
}
