import type { StoreId } from '#core/ids'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { moveDecided } from './discrepancy-totals'

/** A cost said by hand; `saidAt` decides which of several words on a SKU and day counts. */
export type HandCost = {
  readonly sku: string
  readonly effectiveFrom: string
  readonly cost: number | null
  readonly packaging: number | null
  readonly saidAt: number
}

/** The last word by hand on every SKU and day, whether or not a list has outranked it since. */
export function listHandCosts(
  ledger: Db,
  storeId: StoreId,
  after: HandCost | undefined,
  limit: number,
): Promise<HandCost[]> {
  const isAfter = after
    ? sql`AND (sku, effective_from) > (${after.sku}, ${after.effectiveFrom})`
    : sql``
  // Of a group, SQLite takes the other columns from the row that has the maximum.
  return ledger.all<HandCost>(sql`SELECT sku, effective_from AS effectiveFrom, cost_paise AS cost,
      packaging_paise AS packaging, max(said_at) AS saidAt
    FROM unit_cost WHERE store_id = ${storeId} AND report_id = 0 ${isAfter}
    GROUP BY sku, effective_from ORDER BY sku, effective_from LIMIT ${limit}`)
}

/**
 * Says costs by hand as they were said then, as a JSON array of [sku, day, cost, packaging, said at]: each
 * counts where nothing later was said, and is kept as history where something was. Changes nothing twice.
 */
export function restoreHandCosts(storeId: StoreId, chunk: string, now: Date): SQL[] {
  const at = now.getTime()
  const rows = sql`(SELECT value->>0 AS sku, value->>1 AS effective_from, value->>2 AS cost_paise,
    value->>3 AS packaging_paise, value->>4 AS said_at FROM json_each(${chunk}))`
  const isCurrent = sql`o.store_id = ${storeId} AND o.sku = i.sku AND o.effective_from = i.effective_from AND o.closed_at = 0`
  const differs = sql`(o.cost_paise IS NOT i.cost_paise OR o.packaging_paise IS NOT i.packaging_paise)`
  return [
    sql`INSERT INTO unit_cost (store_id, sku, effective_from, closed_at, added_at, report_id, row_no, said_at,
        cost_paise, packaging_paise)
      SELECT ${storeId}, i.sku, i.effective_from, ${at}, ${at}, 0, 0, i.said_at, i.cost_paise, i.packaging_paise
      FROM ${rows} AS i CROSS JOIN unit_cost AS o ON ${isCurrent}
      WHERE o.said_at >= i.said_at AND ${differs} AND NOT EXISTS (
        SELECT 1 FROM unit_cost AS h WHERE h.store_id = ${storeId} AND h.sku = i.sku
          AND h.effective_from = i.effective_from AND h.report_id = 0 AND h.said_at >= i.said_at)
      ON CONFLICT DO NOTHING`,
    sql`UPDATE OR REPLACE unit_cost SET closed_at = max(${at}, added_at)
      WHERE (store_id, sku, effective_from, closed_at) IN (
        SELECT o.store_id, o.sku, o.effective_from, 0 FROM ${rows} AS i CROSS JOIN unit_cost AS o ON ${isCurrent}
        WHERE o.said_at < i.said_at AND ${differs})`,
    sql`INSERT INTO unit_cost (store_id, report_id, row_no, added_at, sku, effective_from, cost_paise,
        packaging_paise, said_at)
      SELECT ${storeId}, 0, 0, ${at}, i.sku, i.effective_from, i.cost_paise, i.packaging_paise, i.said_at
      FROM ${rows} AS i LEFT JOIN unit_cost AS o ON ${isCurrent} WHERE o.store_id IS NULL
      ON CONFLICT DO NOTHING`,
  ]
}

export type ArchivedOverhead = {
  readonly id: string
  readonly name: string
  readonly amount: number
  readonly fromMonth: string
  readonly toMonth: string | null
  readonly createdAt: number
}

/** Overheads that count, in the order of their ids. */
export function listArchivedOverheads(
  ledger: Db,
  storeId: StoreId,
  after: ArchivedOverhead | undefined,
  limit: number,
): Promise<ArchivedOverhead[]> {
  return ledger.all<ArchivedOverhead>(sql`SELECT id, name, amount_paise AS amount, from_month AS fromMonth,
      to_month AS toMonth, created_at AS createdAt
    FROM overhead WHERE store_id = ${storeId} AND closed_at = 0 AND id > ${after?.id ?? ''}
    ORDER BY id LIMIT ${limit}`)
}

/** Adds overheads under their own ids, as a JSON array; one that is there, or was taken out here, stays so. */
export function restoreOverheads(storeId: StoreId, chunk: string): SQL {
  return sql`INSERT INTO overhead (store_id, id, name, amount_paise, from_month, to_month, created_at)
    SELECT ${storeId}, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5
    FROM json_each(${chunk}) WHERE true ON CONFLICT DO NOTHING`
}

export type ArchivedMark = {
  readonly subOrderNo: string
  readonly rule: string
  readonly about: string
  readonly state: string
  readonly note: string
  readonly ticketId: string
  readonly markedAt: number
}

/** Every decision on a discrepancy, in the order of its key. */
export function listMarks(
  ledger: Db,
  storeId: StoreId,
  after: ArchivedMark | undefined,
  limit: number,
): Promise<ArchivedMark[]> {
  const isAfter = after
    ? sql`AND (sub_order_no, rule, about) > (${after.subOrderNo}, ${after.rule}, ${after.about})`
    : sql``
  return ledger.all<ArchivedMark>(sql`SELECT sub_order_no AS subOrderNo, rule, about, state, note,
      ticket_id AS ticketId, marked_at AS markedAt
    FROM discrepancy_mark WHERE store_id = ${storeId} ${isAfter}
    ORDER BY sub_order_no, rule, about LIMIT ${limit}`)
}

/** Keeps decisions, as a JSON array; of two on one discrepancy the later one counts. */
export function restoreMarks(storeId: StoreId, chunk: string): SQL[] {
  const write = sql`INSERT INTO discrepancy_mark (store_id, sub_order_no, rule, about, state, note, ticket_id, marked_at)
    SELECT ${storeId}, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6
    FROM json_each(${chunk}) WHERE true
    ON CONFLICT DO UPDATE SET state = excluded.state, note = excluded.note, ticket_id = excluded.ticket_id,
      marked_at = excluded.marked_at
    WHERE excluded.marked_at > marked_at`
  const keys = sql`SELECT ${storeId} AS store_id, value->>0 AS sub_order_no, value->>1 AS rule, value->>2 AS about
    FROM json_each(${chunk})`
  return moveDecided(keys, write)
}
