import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { interval } from './interval'

/** One row of an Ads Cost sheet; `promised` rows come from an outstanding report and are no money yet. */
export const adSpends = sqliteTable(
  'ad_spend',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    deductedOn: text('deducted_on').$type<BusinessDate>().notNull(),
    ranOn: text('ran_on').$type<BusinessDate>().notNull(),
    campaignId: text('campaign_id').notNull(),
    cost: integer('cost_paise').notNull(),
    credits: integer('credits_paise').notNull(),
    total: integer('total_paise').notNull(),
    occurrence: integer().notNull(),
    ...interval,
    netCost: integer('net_cost_paise').notNull(),
    gst: integer('gst_paise').notNull(),
    /** The GST inside `total` that comes back as input tax credit, positive. */
    gstCredit: integer('gst_credit_paise').notNull(),
    reportId: integer('report_id').notNull(),
    rowNo: integer('row_no').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.storeId,
        table.deductedOn,
        table.ranOn,
        table.campaignId,
        table.cost,
        table.credits,
        table.total,
        table.occurrence,
        table.closedAt,
      ],
    }),
  ],
)

/** Ads an outstanding report announces; replaced whole by the next snapshot, like its promises. */
export const outstandingAds = sqliteTable(
  'outstanding_ad',
  {
    reportId: integer('report_id').notNull(),
    rowNo: integer('row_no').notNull(),
    storeId: text('store_id').$type<StoreId>().notNull(),
    deductedOn: text('deducted_on').$type<BusinessDate>().notNull(),
    ranOn: text('ran_on').$type<BusinessDate>().notNull(),
    campaignId: text('campaign_id').notNull(),
    total: integer('total_paise').notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.rowNo] })],
)

/** One row of a Referral Payments sheet. */
export const referralPayments = sqliteTable(
  'referral_payment',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    paidOn: text('paid_on').$type<BusinessDate>().notNull(),
    rewardId: text('reward_id').notNull(),
    reason: text().notNull(),
    net: integer('net_paise').notNull(),
    taxes: integer('taxes_paise').notNull(),
    occurrence: integer().notNull(),
    ...interval,
    storeName: text('store_name').notNull(),
    reportId: integer('report_id').notNull(),
    rowNo: integer('row_no').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.storeId,
        table.paidOn,
        table.rewardId,
        table.reason,
        table.net,
        table.taxes,
        table.occurrence,
        table.closedAt,
      ],
    }),
  ],
)

/** One row of a Compensation and Recovery sheet. */
export const platformAdjustments = sqliteTable(
  'platform_adjustment',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    paidOn: text('paid_on').$type<BusinessDate>().notNull(),
    program: text().notNull(),
    reason: text().notNull(),
    amount: integer('amount_paise').notNull(),
    occurrence: integer().notNull(),
    ...interval,
    reportId: integer('report_id').notNull(),
    rowNo: integer('row_no').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.storeId,
        table.paidOn,
        table.program,
        table.reason,
        table.amount,
        table.occurrence,
        table.closedAt,
      ],
    }),
  ],
)
