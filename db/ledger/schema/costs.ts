import type { BusinessDate, BusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import { sql } from 'drizzle-orm'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { interval } from './interval'

/**
 * What the seller said a unit of a SKU costs from a day on. The last word on a SKU and a day counts
 * (`closed_at` 0): by when it was said, so that a list read again does not outrank a later change.
 */
export const unitCosts = sqliteTable(
  'unit_cost',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    sku: text().notNull(),
    effectiveFrom: text('effective_from').$type<BusinessDate>().notNull(),
    ...interval,
    /** 0 where it was changed by hand. */
    reportId: integer('report_id').notNull(),
    rowNo: integer('row_no').notNull(),
    /** Milliseconds: when the list was sent, or the change was made. */
    saidAt: integer('said_at').notNull(),
    /** NULL is unknown, and not 0. */
    cost: integer('cost_paise'),
    packaging: integer('packaging_paise'),
    closedByReportId: integer('closed_by_report_id').notNull().default(0),
  },
  (table) => [
    primaryKey({
      columns: [
        table.storeId,
        table.sku,
        table.effectiveFrom,
        table.closedAt,
        table.reportId,
        table.rowNo,
      ],
    }),
  ],
)

/** A cost of every month, such as rent; always entered by hand. */
export const overheads = sqliteTable(
  'overhead',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    amount: integer('amount_paise').notNull(),
    fromMonth: text('from_month').$type<BusinessMonth>().notNull(),
    /** NULL while it goes on. */
    toMonth: text('to_month').$type<BusinessMonth>(),
    createdAt: integer('created_at').notNull(),
    /** The same, by the name that every fact has it under. */
    addedAt: integer('added_at').generatedAlwaysAs(sql`created_at`, { mode: 'virtual' }),
    closedAt: integer('closed_at').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
)
