import type { BusinessDate, BusinessMonth } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { interval } from './interval'

/**
 * One row of a GST sales or returns report. The key is all that the row says of its supply, as with
 * settlement lines: the same sub-order stands in a file twice where a discount was given later. Values are
 * integer millionths of a rupee, as in the file; NULL is the file's `null`, which is not zero.
 */
export const gstLines = sqliteTable(
  'gst_line',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    direction: text({ enum: ['sales', 'returns'] }).notNull(),
    /** The month the row is to be filed in. */
    month: text().$type<BusinessMonth>().notNull(),
    subOrderNo: text('sub_order_no').$type<SubOrderNo>().notNull(),
    orderedOn: text('ordered_on').$type<BusinessDate | ''>().notNull(),
    /** Quantity, rate, values but the tax, and day of return as one text: a key takes no NULL. */
    said: text().notNull(),
    occurrence: integer().notNull(),
    ...interval,
    returnedOn: text('returned_on').$type<BusinessDate>(),
    manifestedOn: text('manifested_on').$type<BusinessDate>(),
    quantity: integer(),
    gstRateBps: integer('gst_rate_bps'),
    taxable: integer('taxable_micro'),
    tax: integer('tax_micro'),
    invoice: integer('invoice_micro'),
    taxableShipping: integer('taxable_shipping_micro'),
    /** 1 where the panel cut the tax to whole rupees: the tax is then rate × taxable. */
    isTaxTruncated: integer('is_tax_truncated').notNull(),
    hsn: text().notNull(),
    /** One name for one state, to sum by; and the file's own. */
    state: text('state_name').notNull(),
    stateText: text('state_text').notNull(),
    gstin: text().notNull(),
    /** Of the marketplace that collects TCS; nothing where the row does not say, or says no true one. */
    operatorGstin: text('operator_gstin'),
    status: text().notNull(),
    transactionType: text('transaction_type').notNull(),
    reportId: integer('report_id').notNull(),
    rowNo: integer('row_no').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.storeId,
        table.direction,
        table.month,
        table.subOrderNo,
        table.orderedOn,
        table.said,
        table.occurrence,
        table.closedAt,
      ],
    }),
  ],
)
