import type { StoreId, SubOrderNo } from '#core/ids'
import type { Measured, NormScope } from '#core/reconciliation/measurements'
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * How often each value was seen at a seller: the sum of `standing.norms` over all standings, kept by
 * differences. Derived, as all of this file.
 */
export const normCounts = sqliteTable(
  'norm_count',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    norm: text().$type<Measured>().notNull(),
    scope: text().$type<NormScope>().notNull(),
    /** '' where the scope is the store. */
    sku: text().notNull(),
    value: integer().notNull(),
    count: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.storeId, table.norm, table.scope, table.sku, table.value] }),
  ],
)

/** Whose values lie where, for the norms whose movement touches only verdicts beyond a value. */
export const normValues = sqliteTable(
  'norm_value',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    norm: text().$type<Measured>().notNull(),
    sku: text().notNull(),
    value: integer().notNull(),
    subOrderNo: text('sub_order_no').$type<SubOrderNo>().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.storeId, table.norm, table.sku, table.value, table.subOrderNo],
    }),
  ],
)

/** What the standing verdicts were judged by. When it moves, what hangs on it is judged again. */
export const norms = sqliteTable(
  'norm',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    norm: text().$type<Measured>().notNull(),
    scope: text().$type<NormScope>().notNull(),
    sku: text().notNull(),
    value: integer().notNull(),
    /** How many rows it rests on; 0 where it says nothing. */
    rows: integer().notNull(),
    /** 1 from the moment its counts change until they have been looked at. */
    isStale: integer('is_stale').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.storeId, table.norm, table.scope, table.sku] }),
    index('norm_stale')
      .on(table.storeId)
      .where(sql`is_stale = 1`),
  ],
)
