import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import type { Bucket } from '#core/reconciliation/standing'
import type { RuleId } from '#core/reconciliation/discrepancy'
import type { MarkState } from '#core/reconciliation/marks'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A bucket without the passing of time: `unpaid` is awaiting until its due day, and overdue after it. */
export type StoredBucket = Exclude<Bucket, 'awaiting' | 'overdue'> | 'unpaid'

/**
 * Where each sub-order stands, judged from its facts. Derived: every row can be dropped and judged anew.
 * A row is first added by listing the facts (`run`), with the payment days that hold its lines.
 */
export const standings = sqliteTable(
  'standing',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    subOrderNo: text('sub_order_no').$type<SubOrderNo>().notNull(),
    /** The reconciliation that last saw a fact of it. */
    run: integer().notNull(),
    paidDays: text('paid_days').notNull(),
    bucket: text().$type<StoredBucket>().notNull().default('unknown'),
    orderedOn: text('ordered_on').$type<BusinessDate | ''>().notNull().default(''),
    sku: text().notNull().default(''),
    settledAmount: integer('settled_paise').notNull().default(0),
    promisedAmount: integer('promised_paise'),
    /** What an unpaid delivery should settle at; nothing without a price. */
    expectedAmount: integer('expected_paise'),
    /** The last day in time; '' where no file says when it was ordered. */
    dueOn: text('due_on').$type<BusinessDate | ''>().notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.storeId, table.subOrderNo] }),
    index('standing_bucket').on(table.storeId, table.bucket, table.orderedOn),
  ],
)

/** Counts and money by bucket and due day: what a screen reads of a million standings. */
export const standingTotals = sqliteTable(
  'standing_total',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    bucket: text().$type<StoredBucket>().notNull(),
    /** '' for buckets that time does not change. */
    dueOn: text('due_on').$type<BusinessDate | ''>().notNull(),
    count: integer().notNull(),
    amount: integer('amount_paise').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.bucket, table.dueOn] })],
)

/** What is wrong with a sub-order, for the days on which it is: from `from_on` until before `until_on`. */
export const discrepancies = sqliteTable(
  'discrepancy',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    subOrderNo: text('sub_order_no').$type<SubOrderNo>().notNull(),
    rule: text().$type<RuleId>().notNull(),
    about: text().notNull(),
    fromOn: text('from_on').$type<BusinessDate>().notNull(),
    untilOn: text('until_on').$type<BusinessDate>().notNull(),
    atStake: integer('at_stake_paise').notNull(),
    recoveredAmount: integer('recovered_paise').notNull(),
    isRecovered: integer('is_recovered').notNull(),
    /** Cells as JSON: from, key, column, value. */
    evidence: text().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.storeId, table.subOrderNo, table.rule, table.about, table.fromOn],
    }),
    // The largest loss comes first: a seller has only so many claims to raise in a day.
    index('discrepancy_stake').on(table.storeId, table.atStake),
  ],
)

/** A person's decision on a discrepancy. A fact: no rebuild touches it. */
export const discrepancyMarks = sqliteTable(
  'discrepancy_mark',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    subOrderNo: text('sub_order_no').$type<SubOrderNo>().notNull(),
    rule: text().$type<RuleId>().notNull(),
    about: text().notNull(),
    state: text().$type<MarkState>().notNull(),
    note: text().notNull(),
    ticketId: text('ticket_id').notNull(),
    markedAt: integer('marked_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.subOrderNo, table.rule, table.about] })],
)

/** How far a store's reconciliation has come. `wanted` grows with every change of its facts. */
export const reconciliations = sqliteTable('reconciliation', {
  storeId: text('store_id').$type<StoreId>().primaryKey(),
  wanted: integer().notNull(),
  /** The change that the standings are judged up to. */
  done: integer().notNull().default(0),
  /** The change that is being judged now, and the last sub-order judged; '' before the first. */
  running: integer().notNull().default(0),
  cursor: text().notNull().default(''),
  /** What was usual when it began, as JSON: one run judges by one measure. */
  norms: text().notNull().default('[]'),
  lags: text().notNull().default('[]'),
})
