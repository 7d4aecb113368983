import { COGS_POLICIES, costDayOf, type UnitMovement } from '#core/costs/cogs'
import { foldSku } from '#core/costs/unit-cost'
import type { StoreId, SubOrderNo } from '#core/ids'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'

/** A sub-order just judged, with the money that is promised or due for it. */
export type MovedSubOrder = UnitMovement & {
  readonly subOrderNo: SubOrderNo
  readonly stillExpected: number
}

const COLUMNS = [
  'sub_order_no',
  'ordered_on',
  'cost_on',
  'paid_on',
  'back_on',
  'sku',
  'dispatched_units',
  ...COGS_POLICIES.map((policy) => `${policy}_units`),
  ...COGS_POLICIES.map((policy) => `sent_${policy}_units`),
  'still_expected_paise',
]

function rowOf(moved: MovedSubOrder): unknown[] {
  return [
    moved.subOrderNo,
    moved.orderedOn ?? '',
    costDayOf(moved) ?? '',
    moved.paidOn ?? '',
    moved.backOn ?? '',
    moved.sku,
    moved.dispatched,
    ...COGS_POLICIES.map((policy) => moved.stayed[policy]),
    ...COGS_POLICIES.map((policy) => moved.sent[policy]),
    moved.stillExpected,
  ]
}

const NAMES = COLUMNS.join(', ')
const CELLS = COLUMNS.map((name, at) => `value->>${at} AS ${name}`).join(', ')
const of = (alias: string) => `(${COLUMNS.map((name) => `${alias}.${name}`).join(', ')})`
const DIFFERS = `${of('n')} IS NOT ${of('o')}`

/**
 * Writes the movements of a page of sub-orders where they changed, and marks the months that they change.
 * `mine` is true inside the batch that they belong to.
 */
export function saveMovements(storeId: StoreId, page: readonly MovedSubOrder[], mine: SQL): SQL[] {
  const [gone, kept] = [page.filter(isNothing), page.filter((moved) => !isNothing(moved))]
  const ids = JSON.stringify(gone.map(({ subOrderNo }) => subOrderNo))
  const rows = sql`(SELECT ${sql.raw(CELLS)} FROM json_each(${JSON.stringify(kept.map(rowOf))})) AS n`
  const beside = (id: string) =>
    sql`unit_movement AS o ON o.store_id = ${storeId} AND o.sub_order_no = ${sql.raw(id)}`
  const changed = sql`${rows} LEFT JOIN ${beside('n.sub_order_no')} WHERE ${sql.raw(DIFFERS)}`
  return [
    nameSkus(storeId, new Set(kept.map(({ sku }) => sku))),
    markDays(
      storeId,
      sql`SELECT n.ordered_on AS day FROM ${changed}
        UNION SELECT o.ordered_on FROM ${changed} AND o.store_id IS NOT NULL
        UNION SELECT o.ordered_on FROM json_each(${ids}) AS g CROSS JOIN ${beside('g.value')}`,
      mine,
    ),
    sql`INSERT INTO unit_movement (store_id, ${sql.raw(NAMES)})
      SELECT ${storeId}, n.* FROM ${changed} AND ${mine}
      ON CONFLICT DO UPDATE SET ${sql.raw(COLUMNS.map((name) => `${name} = excluded.${name}`).join(', '))}`,
    sql`DELETE FROM unit_movement WHERE store_id = ${storeId} AND ${mine}
      AND sub_order_no IN (SELECT value FROM json_each(${ids}))`,
  ]
}

function isNothing({ dispatched, stillExpected }: MovedSubOrder): boolean {
  return dispatched === 0 && stillExpected === 0
}

/** Marks the months of some order days, '' among them; before the rows that say so are gone. */
function markDays(storeId: StoreId, days: SQL, mine: SQL): SQL {
  return sql`INSERT INTO stale_month (store_id, subject, month, changes)
    SELECT DISTINCT ${storeId}, 'costs', substr(day, 1, 7), 1 FROM (${days}) WHERE ${mine}
    ON CONFLICT DO UPDATE SET changes = changes + 1`
}

/** Says which spellings are one SKU. It follows from the SKU alone, so that it is never out of date. */
export function nameSkus(storeId: StoreId, skus: Iterable<string>): SQL {
  const rows = JSON.stringify([...skus].map((sku) => [sku, foldSku(sku)]))
  return sql`INSERT OR IGNORE INTO sku_name (store_id, sku, folded)
    SELECT ${storeId}, value->>0, value->>1 FROM json_each(${rows})`
}

/** SKUs that have a cost and no name yet. */
export async function listUnnamedSkus(
  ledger: Db,
  storeId: StoreId,
  limit: number,
): Promise<string[]> {
  const rows = await ledger.all<{ sku: string }>(sql`SELECT DISTINCT c.sku FROM unit_cost AS c
    WHERE c.store_id = ${storeId} AND NOT EXISTS (
      SELECT 1 FROM sku_name AS n WHERE n.store_id = c.store_id AND n.sku = c.sku)
    LIMIT ${limit}`)
  return rows.map(({ sku }) => sku)
}
