import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

const particulars = {
  status: text().notNull(),
  /** core/orders/lifecycle: which of two observations of a sub-order is the later one, by itself. */
  rank: integer('lifecycle_rank').notNull(),
  orderedOn: text('ordered_on').$type<BusinessDate>().notNull(),
  sku: text().notNull(),
  productName: text('product_name').notNull(),
  size: text().notNull(),
  quantity: integer().notNull(),
  customerState: text('customer_state').notNull(),
  listedPrice: integer('listed_price_paise'),
  discountedPrice: integer('discounted_price_paise'),
  packetId: text('packet_id').notNull(),
  catalogId: text('catalog_id').notNull(),
  orderSource: text('order_source').notNull(),
  /** The day the panel wrote the file, where its name says so, else ''; breaks ties of rank. */
  seenOn: text('seen_on').notNull(),
}

/** A sub-order as the furthest-advanced orders report knows it. */
export const subOrders = sqliteTable(
  'sub_order',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    subOrderNo: text('sub_order_no').$type<SubOrderNo>().notNull(),
    ...particulars,
    reportId: integer('report_id').notNull(),
    rowNo: integer('row_no').notNull(),
    addedAt: integer('added_at').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.storeId, table.subOrderNo] }),
    index('sub_order_day').on(table.storeId, table.orderedOn),
  ],
)

/** Every other observation of a sub-order: what it was before, or what an older file still said. */
export const subOrderHistory = sqliteTable(
  'sub_order_history',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    subOrderNo: text('sub_order_no').$type<SubOrderNo>().notNull(),
    reportId: integer('report_id').notNull(),
    rowNo: integer('row_no').notNull(),
    ...particulars,
    addedAt: integer('added_at').notNull().default(0),
    /**
     * Milliseconds when it was found to be outranked, and by which report. A part of the key, because a
     * row that an undo brings back may be outranked again.
     */
    closedAt: integer('closed_at').notNull(),
    closedByReportId: integer('closed_by_report_id').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.storeId, table.subOrderNo, table.closedAt, table.reportId, table.rowNo],
    }),
    index('sub_order_history_closed').on(table.storeId, table.closedAt),
  ],
)
