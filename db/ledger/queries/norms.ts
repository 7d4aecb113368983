import type { StoreId } from '#core/ids'
import type { LearnedNorm, Measured, NormScope } from '#core/reconciliation/measurements'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { addUnjudged, isNothingUnjudged } from './unjudged'

export type NormKey = readonly [norm: Measured, scope: NormScope, sku: string]

/** What verdicts are made with, for some keys. */
export function listNorms(
  ledger: Db,
  storeId: StoreId,
  keys: readonly NormKey[],
): Promise<LearnedNorm[]> {
  return ledger.all<LearnedNorm>(sql`SELECT n.norm, n.scope, n.sku, n.value, n.rows
    FROM json_each(${JSON.stringify(keys)}) AS k CROSS JOIN norm AS n
    WHERE n.store_id = ${storeId} AND n.norm = k.value->>0 AND n.scope = k.value->>1 AND n.sku = k.value->>2`)
}

/** Norms whose counts have changed since they were learned. */
export function listStaleNorms(
  ledger: Db,
  storeId: StoreId,
  limit: number,
): Promise<LearnedNorm[]> {
  return ledger.all<LearnedNorm>(sql`SELECT norm, scope, sku, value, rows FROM norm
    WHERE store_id = ${storeId} AND is_stale = 1 LIMIT ${limit}`)
}

export type ScopedCount = Pick<LearnedNorm, 'norm' | 'scope' | 'sku' | 'value'> & {
  readonly count: number
}

export function listNormCounts(
  ledger: Db,
  storeId: StoreId,
  keys: readonly NormKey[],
): Promise<ScopedCount[]> {
  return ledger.all<ScopedCount>(sql`SELECT n.norm, n.scope, n.sku, n.value, n.count
    FROM json_each(${JSON.stringify(keys)}) AS k CROSS JOIN norm_count AS n
    WHERE n.store_id = ${storeId} AND n.norm = k.value->>0 AND n.scope = k.value->>1 AND n.sku = k.value->>2`)
}

/** Which verdicts a movement of norms may change. */
export type NormMoves = {
  /** SKUs with the least charge for one unit that may be a jump now and was none, or the other way. */
  readonly charges: readonly (readonly [sku: string, least: number])[]
  /** SKUs whose unpaid deliveries should settle at another amount. */
  readonly skus: readonly string[]
  /** Norms of the store: they stand in where a SKU has none of its own. */
  readonly ofStore: readonly Measured[]
  /** The days until money is late, before and after. */
  readonly due: readonly [number, number] | undefined
}

/**
 * Lets verdicts be made with what was just learned, and adds those that may change by it to the work. Only
 * while nothing else is to be judged: a page half-way judged by the old norms could not be told apart.
 */
export function publishNorms(
  storeId: StoreId,
  version: number,
  learned: readonly LearnedNorm[],
  moves: NormMoves,
): SQL[] {
  const isMine = sql`(${isNothingUnjudged(storeId)}
    AND EXISTS (SELECT 1 FROM reconciliation WHERE store_id = ${storeId} AND version = ${version}))`
  const rows = JSON.stringify(
    learned.map(({ norm, scope, sku, value, rows: count }) => [norm, scope, sku, value, count]),
  )
  const keys = sql`SELECT value->>0, value->>1, value->>2 FROM json_each(${rows})`
  return [
    sql`INSERT INTO norm (store_id, norm, scope, sku, value, rows, is_stale)
      SELECT ${storeId}, value->>0, value->>1, value->>2, value->>3, value->>4, 0
      FROM json_each(${rows}) WHERE ${isMine}
      ON CONFLICT DO UPDATE SET value = excluded.value, rows = excluded.rows, is_stale = 0`,
    // Without a single count left it is as if it had never been learned.
    sql`DELETE FROM norm WHERE store_id = ${storeId} AND (norm, scope, sku) IN (${keys}) AND ${isMine}
      AND NOT EXISTS (SELECT 1 FROM norm_count AS n WHERE n.store_id = norm.store_id
        AND n.norm = norm.norm AND n.scope = norm.scope AND n.sku = norm.sku)`,
    ...markMoved(storeId, moves, isMine),
    sql`UPDATE reconciliation SET version = version + 1
      WHERE store_id = ${storeId} AND version = ${version}`,
  ]
}

/** One statement, because the first work added ends the time in which it may be added. */
function markMoved(
  storeId: StoreId,
  { charges, skus, ofStore, due }: NormMoves,
  isMine: SQL,
): SQL[] {
  const unpaid = sql`FROM standing AS s WHERE s.store_id = ${storeId} AND s.bucket = 'unpaid'`
  const touched = [
    ...(charges.length === 0
      ? []
      : [
          sql`SELECT v.sub_order_no FROM json_each(${JSON.stringify(charges)}) AS c CROSS JOIN norm_value AS v
            WHERE v.store_id = ${storeId} AND v.norm = 'shippingPerUnit' AND v.sku = c.value->>0
              AND v.value >= c.value->>1`,
        ]),
    ...(skus.length === 0
      ? []
      : [
          sql`SELECT s.sub_order_no FROM json_each(${JSON.stringify(skus)}) AS c CROSS JOIN standing AS s
            WHERE s.store_id = ${storeId} AND s.bucket = 'unpaid' AND s.sku = c.value`,
        ]),
    ...(ofStore.length === 0 ? [] : [unpaidWithoutOwn(storeId, ofStore)]),
    ...(due === undefined
      ? []
      : [
          sql`SELECT s.sub_order_no ${unpaid}`,
          sql`SELECT v.sub_order_no FROM norm_value AS v WHERE v.store_id = ${storeId}
            AND v.norm = 'firstPaymentLag' AND v.sku = '' AND v.value > ${Math.min(...due)}
            AND v.value <= ${Math.max(...due)}`,
        ]),
  ]
  if (touched.length === 0) return []
  const all = sql.join(touched, sql` UNION ALL `)
  return [
    addUnjudged(storeId, sql`SELECT sub_order_no, NULL AS paid_on FROM (${all}) WHERE ${isMine}`),
  ]
}

/** Unpaid deliveries of SKUs that have no norm of their own: one seek for each SKU, not a row for each. */
function unpaidWithoutOwn(storeId: StoreId, norms: readonly Measured[]): SQL {
  const next = (after: SQL) => sql`(SELECT min(sku) FROM standing
    WHERE store_id = ${storeId} AND bucket = 'unpaid' AND ${after})`
  return sql`SELECT s.sub_order_no FROM (
      WITH RECURSIVE k(sku) AS (
        SELECT ${next(sql`1`)} UNION ALL SELECT ${next(sql`sku > k.sku`)} FROM k WHERE k.sku IS NOT NULL
      ) SELECT k.sku FROM k WHERE k.sku IS NOT NULL AND EXISTS (
        SELECT 1 FROM json_each(${JSON.stringify(norms)}) AS j WHERE NOT EXISTS (
          SELECT 1 FROM norm AS n WHERE n.store_id = ${storeId} AND n.norm = j.value AND n.scope = 'sku'
            AND n.sku = k.sku AND n.rows > 0))
    ) AS own CROSS JOIN standing AS s
    WHERE s.store_id = ${storeId} AND s.bucket = 'unpaid' AND s.sku = own.sku`
}

/** The days until money of a store is late; `store` is the expression that names it. */
export function dueDaysOf(store: SQL, withoutHistory: number): SQL {
  return sql`coalesce((SELECT d.value FROM norm AS d WHERE d.store_id = ${store}
    AND d.norm = 'firstPaymentLag' AND d.scope = 'store' AND d.sku = ''), ${sql.raw(String(withoutHistory))})`
}
