import type { ClaimState } from '#core/claims/claim'
import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { interval } from './interval'

/** What the panel said of a ticket. One observation of each counts (`closed_at` 0), as with parcels. */
export const claims = sqliteTable(
  'claim',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    ticketId: text('ticket_id').notNull(),
    ...interval,
    reportId: integer('report_id').notNull(),
    rowNo: integer('row_no').notNull(),
    subOrderNo: text('sub_order_no').$type<SubOrderNo>().notNull(),
    state: text().$type<ClaimState>().notNull(),
    /** core/claims: of two observations of a ticket the one further on counts. */
    rank: integer('state_rank').notNull(),
    /** The day of the last update, by its own column or by the transfer it speaks of; '' without either. */
    updatedOn: text('updated_on').$type<BusinessDate | ''>().notNull(),
    status: text().notNull(),
    issue: text().notNull(),
    createdOn: text('created_on').$type<BusinessDate>().notNull(),
    lastUpdate: text('last_update').notNull(),
    /** What the update says was paid; the money itself is in the payments report. */
    amount: integer('amount_paise'),
    paidOn: text('paid_on').$type<BusinessDate>(),
    transactionId: text('transaction_id').notNull(),
    reopenUntil: text('reopen_until').notNull(),
    sku: text().notNull(),
    closedByReportId: integer('closed_by_report_id').notNull().default(0),
  },
  (table) => [
    primaryKey({
      columns: [table.storeId, table.ticketId, table.closedAt, table.reportId, table.rowNo],
    }),
    index('claim_sub_order').on(table.storeId, table.subOrderNo),
  ],
)
