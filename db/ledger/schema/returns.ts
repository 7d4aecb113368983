import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import type { ReturnOutcome, ReturnType } from '#core/returns/return-parcel'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { interval } from './interval'

/**
 * What the panel said of a parcel on its way back. One observation of each parcel counts (`closed_at` 0):
 * the one furthest on by itself, whichever file came first. The others stay, closed.
 */
export const returnParcels = sqliteTable(
  'return_parcel',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    subOrderNo: text('sub_order_no').$type<SubOrderNo>().notNull(),
    /** '' where the file does not say. */
    createdOn: text('created_on').$type<BusinessDate | ''>().notNull(),
    quantity: integer().notNull(),
    ...interval,
    reportId: integer('report_id').notNull(),
    rowNo: integer('row_no').notNull(),
    outcome: text().$type<ReturnOutcome>().notNull(),
    /** core/returns: its tens are the stage, and a later stage outranks an earlier one. */
    rank: integer('outcome_rank').notNull(),
    outcomeOn: text('outcome_on').$type<BusinessDate | ''>().notNull(),
    attempt: integer().notNull(),
    type: text('return_type').$type<ReturnType>().notNull(),
    typeText: text('type_text').notNull(),
    subType: text('sub_type').notNull(),
    orderedOn: text('ordered_on').$type<BusinessDate | ''>().notNull(),
    dispatchedOn: text('dispatched_on').$type<BusinessDate | ''>().notNull(),
    sku: text().notNull(),
    productName: text('product_name').notNull(),
    variation: text().notNull(),
    courier: text().notNull(),
    awb: text().notNull(),
    /** 1 where a spreadsheet program had shortened the number, which is then left blank. */
    isAwbLost: integer('is_awb_lost').notNull(),
    status: text().notNull(),
    reason: text().notNull(),
    detailedReason: text('detailed_reason').notNull(),
    closedByReportId: integer('closed_by_report_id').notNull().default(0),
  },
  (table) => [
    primaryKey({
      columns: [
        table.storeId,
        table.subOrderNo,
        table.createdOn,
        table.quantity,
        table.closedAt,
        table.reportId,
        table.rowNo,
      ],
    }),
    index('return_parcel_day').on(table.storeId, table.closedAt, table.createdOn),
  ],
)
