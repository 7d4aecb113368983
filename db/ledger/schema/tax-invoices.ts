import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import type { TaxInvoiceType } from '#core/tax/tax-invoice'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { interval } from './interval'

/** One row of the index of tax invoices and credit notes. */
export const taxInvoices = sqliteTable(
  'tax_invoice',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    orderedOn: text('ordered_on').$type<BusinessDate>().notNull(),
    subOrderNo: text('sub_order_no').$type<SubOrderNo>().notNull(),
    type: text('invoice_type').$type<TaxInvoiceType>().notNull(),
    invoiceNo: text('invoice_no').notNull(),
    occurrence: integer().notNull(),
    ...interval,
    typeText: text('type_text').notNull(),
    hsn: text().notNull(),
    description: text().notNull(),
    reportId: integer('report_id').notNull(),
    rowNo: integer('row_no').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.storeId,
        table.orderedOn,
        table.subOrderNo,
        table.type,
        table.invoiceNo,
        table.occurrence,
        table.closedAt,
      ],
    }),
  ],
)
