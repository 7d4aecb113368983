import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { interval } from './interval'

/** The settlement, the terms of its formula and the two deductions beside it, in paise; totals add them up. */
export const settledAmounts = {
  settlement: integer('settlement_paise').notNull(),
  sale: integer('sale_paise').notNull(),
  saleReturn: integer('sale_return_paise').notNull(),
  fixedFeeRevenue: integer('fixed_fee_revenue_paise').notNull(),
  warehousingRevenue: integer('warehousing_revenue_paise').notNull(),
  returnPremium: integer('return_premium_paise').notNull(),
  returnPremiumReturn: integer('return_premium_return_paise').notNull(),
  commission: integer('commission_paise').notNull(),
  goldFee: integer('gold_fee_paise').notNull(),
  mallFee: integer('mall_fee_paise').notNull(),
  returnShipping: integer('return_shipping_paise').notNull(),
  gstCompensation: integer('gst_compensation_paise').notNull(),
  shipping: integer('shipping_paise').notNull(),
  supportNet: integer('support_net_paise').notNull(),
  tcs: integer('tcs_paise').notNull(),
  tds: integer('tds_paise').notNull(),
  compensation: integer('compensation_paise').notNull(),
  claims: integer('claims_paise').notNull(),
  recovery: integer('recovery_paise').notNull(),
  fixedFeeDeduction: integer('fixed_fee_deduction_paise').notNull(),
  warehousingDeduction: integer('warehousing_deduction_paise').notNull(),
}

/** The money columns of a settlement line or a promise. */
const amounts = {
  ...settledAmounts,
  supportExcl: integer('support_excl_paise').notNull(),
  waivers: integer('waivers_paise').notNull(),
  supportGst: integer('support_gst_paise').notNull(),
}

/** What a row says besides its money; the same in a settlement line and in a promise. */
const particulars = {
  orderedOn: text('ordered_on').$type<BusinessDate>(),
  dispatchedOn: text('dispatched_on').$type<BusinessDate>(),
  productName: text('product_name').notNull(),
  sku: text().notNull(),
  catalogId: text('catalog_id').notNull(),
  orderSource: text('order_source').notNull(),
  outcome: text().notNull(),
  gstRateBps: integer('gst_rate_bps'),
  listingPrice: integer('listing_price_paise'),
  quantity: integer(),
  priceType: text('price_type').notNull(),
  commissionRateBps: integer('commission_rate_bps'),
  tdsRateBps: integer('tds_rate_bps'),
  compensationReason: text('compensation_reason').notNull(),
  claimsReason: text('claims_reason').notNull(),
  recoveryReason: text('recovery_reason').notNull(),
  /** Flags of core/settlements/identity: which beside-columns this row's own sum was proven with. */
  identityVariant: integer('identity_variant').notNull(),
  /** What no variant closes; part of every sum, under its own name. */
  unexplained: integer('unexplained_paise').notNull(),
  /** The tax inside the row's prices, negative; nothing where the product's GST rate is unknown. */
  gstOnSales: integer('gst_on_sales_paise'),
  gstCreditOnFees: integer('gst_credit_on_fees_paise').notNull(),
}

/**
 * One row of a payments report, kept for ever. The key is the row's whole identity, so an overlapping
 * download adds nothing and two honest twins of one file stay two. WITHOUT ROWID and without a second
 * index: a line costs one written row. Its order by day serves payouts, lists and totals; one
 * sub-order's lines are found by a seek into each of the store's payout days.
 */
export const settlementLines = sqliteTable(
  'settlement_line',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    paidOn: text('paid_on').$type<BusinessDate>().notNull(),
    subOrderNo: text('sub_order_no').$type<SubOrderNo>().notNull(),
    transactionId: text('transaction_id').notNull(),
    status: text().notNull(),
    /** Which of the rows alike in all the above and in settlement and sale, within its own file; from 1. */
    occurrence: integer().notNull(),
    ...interval,
    reportId: integer('report_id').notNull(),
    rowNo: integer('row_no').notNull(),
    ...amounts,
    ...particulars,
  },
  (table) => [
    primaryKey({
      columns: [
        table.storeId,
        table.paidOn,
        table.subOrderNo,
        table.transactionId,
        table.status,
        table.settlement,
        table.sale,
        table.occurrence,
        table.closedAt,
      ],
    }),
  ],
)

/** A promise of an outstanding report; the newest snapshot of a store replaces the one before it whole. */
export const outstandingPayments = sqliteTable(
  'outstanding_payment',
  {
    reportId: integer('report_id').notNull(),
    rowNo: integer('row_no').notNull(),
    storeId: text('store_id').$type<StoreId>().notNull(),
    subOrderNo: text('sub_order_no').$type<SubOrderNo>().notNull(),
    status: text().notNull(),
    /** Nothing while Meesho has not scheduled it. */
    promisedOn: text('promised_on').$type<BusinessDate>(),
    ...amounts,
    ...particulars,
  },
  (table) => [
    primaryKey({ columns: [table.reportId, table.rowNo] }),
    // Verdicts and lists ask for the promises of a few sub-orders out of a month of them.
    index('outstanding_sub_order').on(table.reportId, table.subOrderNo),
  ],
)
