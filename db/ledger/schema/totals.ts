import type { BusinessDate, BusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { settledAmounts } from './settlements'

/** What became of the sub-orders whose lines are added up. */
const outcomes = {
  subOrders: integer('sub_orders').notNull(),
  deliveredUnits: integer('delivered_units').notNull(),
  returnedUnits: integer('returned_units').notNull(),
  rtoUnits: integer('rto_units').notNull(),
}

/**
 * Sums of settlement lines and payout extras: what screens read instead of facts. All derived, so all
 * can be dropped and rebuilt. `paid_month` is the unit of rebuilding and leads the key: when money paid
 * in a month changes, exactly that range is written anew, on both bases. Kept are each day with every
 * SKU together, each month with every SKU together, and each month by SKU; a day by SKU would be nearly
 * one row a line, written again with every download, so the few days that no whole month covers are
 * added up from the lines themselves.
 */
export const totals = sqliteTable(
  'total',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    paidMonth: text('paid_month').$type<BusinessMonth>().notNull(),
    basis: text({ enum: ['order', 'payment'] }).notNull(),
    grain: text({ enum: ['day', 'month'] }).notNull(),
    /** `all`: every SKU together (sku is ''), with ads, referral and adjustments. `sku`: one SKU. */
    scope: text({ enum: ['all', 'sku'] }).notNull(),
    /** The day or month; '' on order basis where no file says when the sub-order was ordered. */
    period: text().notNull(),
    sku: text().notNull(),
    lines: integer().notNull(),
    units: integer().notNull(),
    ...outcomes,
    ...settledAmounts,
    supportGst: integer('support_gst_paise').notNull(),
    unexplained: integer('unexplained_paise').notNull(),
    gstOnSales: integer('gst_on_sales_paise').notNull(),
    gstCreditOnFees: integer('gst_credit_on_fees_paise').notNull(),
    /** Lines whose product GST is unknown: gst_on_sales is then too small by an unknown amount. */
    gstUnknownLines: integer('gst_unknown_lines').notNull(),
    ads: integer('ads_paise').notNull(),
    gstCreditOnAds: integer('gst_credit_on_ads_paise').notNull(),
    referral: integer('referral_paise').notNull(),
    adjustments: integer('adjustments_paise').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.storeId,
        table.paidMonth,
        table.basis,
        table.grain,
        table.scope,
        table.period,
        table.sku,
      ],
    }),
  ],
)

/** The bank transfers of a payment day, as the lines name them. Rebuilt with the month's totals. */
export const payoutTransactions = sqliteTable(
  'payout_transaction',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    paidOn: text('paid_on').$type<BusinessDate>().notNull(),
    transactionId: text('transaction_id').notNull(),
    lines: integer().notNull(),
    settlement: integer('settlement_paise').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.paidOn, table.transactionId] })],
)

/**
 * What a payment day settled for the sub-orders of each month, and what else of it counts in the month's
 * profit on order basis: how a month's money comes in. Rebuilt with the totals.
 */
export const settlementArrivals = sqliteTable(
  'settlement_arrival',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    paidOn: text('paid_on').$type<BusinessDate>().notNull(),
    orderedMonth: text('ordered_month').$type<BusinessMonth>().notNull(),
    /** 0 where only another sheet of the payout speaks of the month. */
    lines: integer().notNull(),
    settlement: integer('settlement_paise').notNull(),
    /** Ads, referral and platform adjustments. */
    extras: integer('extras_paise').notNull().default(0),
    /** TCS and TDS, which come back. */
    taxCredits: integer('tax_credits_paise').notNull().default(0),
    /** GST on sales and the credit on fees and ads; no part of the profit of a store outside GST. */
    gst: integer('gst_paise').notNull().default(0),
    /** Lines whose GST on sales nobody knows, and which are in no sum of it. */
    gstUnknownLines: integer('gst_unknown_lines').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.paidOn, table.orderedMonth] })],
)

/** What TCS and TDS of a payment day were reckoned from, by the product's GST rate. Rebuilt with the month's totals. */
export const withheldDays = sqliteTable(
  'withheld_day',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    paidOn: text('paid_on').$type<BusinessDate>().notNull(),
    /** −1 where it is unknown: a key takes no NULL. */
    gstRateBps: integer('gst_rate_bps').notNull(),
    lines: integer().notNull(),
    gross: integer('gross_paise').notNull(),
    tcs: integer('tcs_paise').notNull(),
    tds: integer('tds_paise').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.paidOn, table.gstRateBps] })],
)

/**
 * Settlement lines whose sub-orders Meesho marks, by what it says: see core/ads/order-mark. What is not
 * marked is the rest of `total`, so a store whose files say nothing has no row. Rebuilt with the month's
 * totals.
 */
export const orderMarkTotals = sqliteTable(
  'order_mark_total',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    paidMonth: text('paid_month').$type<BusinessMonth>().notNull(),
    basis: text({ enum: ['order', 'payment'] }).notNull(),
    grain: text({ enum: ['day', 'month'] }).notNull(),
    /** `sku`: only what ads brought, by months, on payment basis. */
    scope: text({ enum: ['all', 'sku'] }).notNull(),
    period: text().notNull(),
    sku: text().notNull(),
    mark: text({ enum: ['ad', 'organic', 'other'] }).notNull(),
    ...outcomes,
    sale: settledAmounts.sale,
    saleReturn: settledAmounts.saleReturn,
    settlement: settledAmounts.settlement,
  },
  (table) => [
    primaryKey({
      columns: [
        table.storeId,
        table.paidMonth,
        table.basis,
        table.grain,
        table.scope,
        table.period,
        table.sku,
        table.mark,
      ],
    }),
  ],
)

/** The marked sub-orders of the orders reports, by the day they were ordered; what is not marked is the rest of `order_total`. */
export const orderMarkCounts = sqliteTable(
  'order_mark_count',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    grain: text({ enum: ['day', 'month'] }).notNull(),
    /** `sku`: only what ads brought, by months. */
    scope: text({ enum: ['all', 'sku'] }).notNull(),
    period: text().notNull(),
    sku: text().notNull(),
    mark: text({ enum: ['ad', 'organic', 'other'] }).notNull(),
    subOrders: integer('sub_orders').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.storeId, table.grain, table.scope, table.period, table.sku, table.mark],
    }),
  ],
)

/** What the GST reports of a month add up to, in millionths of a rupee; a row for each report that has rows. */
export const gstMonths = sqliteTable(
  'gst_month',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    month: text().$type<BusinessMonth>().notNull(),
    direction: text({ enum: ['sales', 'returns'] }).notNull(),
    rows: integer().notNull(),
    taxable: integer('taxable_micro').notNull(),
    rowsWithoutValue: integer('rows_without_value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.month, table.direction] })],
)

/** Sub-orders and units by the day they were ordered, from the orders report. */
export const orderTotals = sqliteTable(
  'order_total',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    grain: text({ enum: ['day', 'month'] }).notNull(),
    scope: text({ enum: ['all', 'sku'] }).notNull(),
    period: text().notNull(),
    sku: text().notNull(),
    subOrders: integer('sub_orders').notNull(),
    units: integer().notNull(),
    finalSubOrders: integer('final_sub_orders').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.storeId, table.grain, table.scope, table.period, table.sku],
    }),
  ],
)
