import type { BusinessDate, BusinessMonth } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The units of a sub-order that cost the seller something, on the days they count: see core/costs/cogs.
 * Derived with its standing, and without prices: a cost that changes touches no row of it.
 */
export const unitMovements = sqliteTable(
  'unit_movement',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    subOrderNo: text('sub_order_no').$type<SubOrderNo>().notNull(),
    /** '' where no report tells it. */
    orderedOn: text('ordered_on').$type<BusinessDate | ''>().notNull(),
    /** The day whose cost is in force for it. */
    costOn: text('cost_on').$type<BusinessDate | ''>().notNull(),
    /** The day of its first paid line, and of its last line for goods sent back; '' before there is one. */
    paidOn: text('paid_on').$type<BusinessDate | ''>().notNull(),
    backOn: text('back_on').$type<BusinessDate | ''>().notNull(),
    sku: text().notNull(),
    dispatchedUnits: integer('dispatched_units').notNull(),
    /** Units that stayed, by policy. */
    keptUnits: integer('kept_units').notNull(),
    allShippedUnits: integer('all_shipped_units').notNull(),
    keptAndReturnedUnits: integer('kept_and_returned_units').notNull(),
    /** Units that its first paid line costs, by policy; what did not stay is given back on `back_on`. */
    sentKeptUnits: integer('sent_kept_units').notNull(),
    sentAllShippedUnits: integer('sent_all_shipped_units').notNull(),
    sentKeptAndReturnedUnits: integer('sent_kept_and_returned_units').notNull(),
    /** Money that is promised or due for it and has not come. */
    stillExpected: integer('still_expected_paise').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.storeId, table.subOrderNo] }),
    index('unit_movement_day').on(table.storeId, table.orderedOn),
  ],
)

/** Every SKU that was sold or has a cost, with the text by which spellings are one: core's foldSku. */
export const skuNames = sqliteTable(
  'sku_name',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    sku: text().notNull(),
    folded: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.storeId, table.sku] }),
    index('sku_name_folded').on(table.storeId, table.folded, table.sku),
  ],
)

/**
 * Sums of unit movements at the costs in force. `ordered_month` is the unit of rebuilding and leads the
 * key: a cost is that of the order's day, so a cost that changes makes the months of orders after it
 * stale. Basis `payment` holds as well what no payment has counted yet (period ''), so that it gives the
 * cells of the bridge. Costs are negative.
 */
export const costTotals = sqliteTable(
  'cost_total',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    /** '' for sub-orders that no report dates. */
    orderedMonth: text('ordered_month').$type<BusinessMonth | ''>().notNull(),
    basis: text({ enum: ['order', 'payment'] }).notNull(),
    grain: text({ enum: ['day', 'month'] }).notNull(),
    /** As in `total`: each day and each month with every SKU together, and each month by SKU. */
    scope: text({ enum: ['all', 'sku'] }).notNull(),
    period: text().notNull(),
    sku: text().notNull(),
    keptUnits: integer('kept_units').notNull(),
    allShippedUnits: integer('all_shipped_units').notNull(),
    keptAndReturnedUnits: integer('kept_and_returned_units').notNull(),
    /** Of them, those whose SKU has no known cost on its day. */
    keptUnknownUnits: integer('kept_unknown_units').notNull(),
    allShippedUnknownUnits: integer('all_shipped_unknown_units').notNull(),
    keptAndReturnedUnknownUnits: integer('kept_and_returned_unknown_units').notNull(),
    /** Sub-orders that need a cost, and those that have none: units given back cancel others out. */
    keptEntries: integer('kept_entries').notNull(),
    allShippedEntries: integer('all_shipped_entries').notNull(),
    keptAndReturnedEntries: integer('kept_and_returned_entries').notNull(),
    keptUnknownEntries: integer('kept_unknown_entries').notNull(),
    allShippedUnknownEntries: integer('all_shipped_unknown_entries').notNull(),
    keptAndReturnedUnknownEntries: integer('kept_and_returned_unknown_entries').notNull(),
    keptCogs: integer('kept_cogs_paise').notNull(),
    allShippedCogs: integer('all_shipped_cogs_paise').notNull(),
    keptAndReturnedCogs: integer('kept_and_returned_cogs_paise').notNull(),
    dispatchedUnits: integer('dispatched_units').notNull(),
    /** Dispatched units whose packaging is unknown. */
    unpackedUnits: integer('unpacked_units').notNull(),
    packaging: integer('packaging_paise').notNull(),
    /** On order basis only. */
    stillExpected: integer('still_expected_paise').notNull(),
    /** 1 where some cost is unknown, by any policy. */
    isPartial: integer('is_partial').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.storeId,
        table.orderedMonth,
        table.basis,
        table.grain,
        table.scope,
        table.period,
        table.sku,
      ],
    }),
    // Which SKUs have no cost is asked with every total, and most have one.
    index('cost_total_unknown')
      .on(table.storeId, table.basis, table.period, table.sku)
      .where(sql`scope = 'sku' AND grain = 'month' AND is_partial = 1`),
  ],
)
