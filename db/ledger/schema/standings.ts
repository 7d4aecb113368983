import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import type { Bucket } from '#core/reconciliation/standing'
import type { RuleId } from '#core/reconciliation/discrepancy'
import type { MarkState } from '#core/reconciliation/marks'
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A bucket without the passing of time: `unpaid` is awaiting until its due day, and overdue after it. */
export type StoredBucket = Exclude<Bucket, 'awaiting' | 'overdue'> | 'unpaid'

/**
 * Where each sub-order stands, judged from its facts. Derived: every row can be dropped and judged anew.
 * An unpaid delivery is due some days after its order, as `norm` says of the store: the day itself is not
 * kept, because it would move for every row at once.
 */
export const standings = sqliteTable(
  'standing',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    subOrderNo: text('sub_order_no').$type<SubOrderNo>().notNull(),
    /** The payment days that hold its lines, as a JSON array: lines are kept by day. */
    paidDays: text('paid_days').notNull(),
    bucket: text().$type<StoredBucket>().notNull(),
    /** '' where no file says when it was ordered. */
    orderedOn: text('ordered_on').$type<BusinessDate | ''>().notNull(),
    sku: text().notNull(),
    settledAmount: integer('settled_paise').notNull(),
    promisedAmount: integer('promised_paise'),
    /** What an unpaid delivery should settle at; nothing without a price. */
    expectedAmount: integer('expected_paise'),
    /** What it adds to the norms of its seller, as JSON: it is taken out again when its facts change. */
    norms: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.storeId, table.subOrderNo] }),
    // With what a search looks at, so that one which finds little reads no row of the table.
    index('standing_bucket').on(
      table.storeId,
      table.bucket,
      table.orderedOn,
      table.subOrderNo,
      table.sku,
    ),
    index('standing_day').on(table.storeId, table.orderedOn, table.subOrderNo, table.sku),
    // What an expected amount hangs on is learned by SKU.
    index('standing_unpaid')
      .on(table.storeId, table.sku)
      .where(sql`bucket = 'unpaid'`),
  ],
)

/** Counts and money by bucket and order day: what a screen reads of a million standings. */
export const standingTotals = sqliteTable(
  'standing_total',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    bucket: text().$type<StoredBucket>().notNull(),
    /** '' for buckets that time does not change. */
    orderedOn: text('ordered_on').$type<BusinessDate | ''>().notNull(),
    count: integer().notNull(),
    amount: integer('amount_paise').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.bucket, table.orderedOn] })],
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
    /** 1 where it holds on the day that `reconciliation.present_on` names: what a list reads first. */
    isPresent: integer('is_present').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.storeId, table.subOrderNo, table.rule, table.about, table.fromOn],
    }),
    // The largest loss comes first: a seller has only so many claims to raise in a day.
    index('discrepancy_present')
      .on(table.storeId, table.atStake, table.subOrderNo, table.rule, table.about)
      .where(sql`is_present = 1`),
    index('discrepancy_present_rule')
      .on(table.storeId, table.rule, table.atStake, table.subOrderNo, table.about)
      .where(sql`is_present = 1`),
    index('discrepancy_from').on(table.storeId, table.fromOn),
    index('discrepancy_until')
      .on(table.storeId, table.untilOn)
      .where(sql`until_on < '2199-12-31'`),
  ],
)

/**
 * By how much the discrepancies of a rule grow on a day, and in a month as a whole: one adds where it begins,
 * and takes away where it ends. What holds on a day is the sum until then, however many there ever were.
 */
export const discrepancyTotals = sqliteTable(
  'discrepancy_total',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    grain: text({ enum: ['month', 'day'] }).notNull(),
    period: text().notNull(),
    rule: text().$type<RuleId>().notNull(),
    /** What a person has decided; '' where nobody has. */
    decided: text().$type<MarkState | ''>().notNull(),
    isRecovered: integer('is_recovered').notNull(),
    count: integer().notNull(),
    atStake: integer('at_stake_paise').notNull(),
    recoveredAmount: integer('recovered_paise').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.storeId,
        table.grain,
        table.period,
        table.rule,
        table.decided,
        table.isRecovered,
      ],
    }),
    // Those that have become nothing are taken out.
    index('discrepancy_total_nil')
      .on(table.storeId)
      .where(sql`count = 0 AND at_stake_paise = 0 AND recovered_paise = 0`),
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

/**
 * Sub-orders whose facts have changed, or whose norms have, and that are to be judged: one page of work,
 * written with what changes them and deleted with their verdicts. Ids only grow, so that a page that was
 * judged meanwhile can never be taken for another.
 */
export const unjudged = sqliteTable(
  'unjudged',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    storeId: text('store_id').$type<StoreId>().notNull(),
    /** JSON: a sub-order's number, and payment days on which lines of it were added. */
    subOrders: text('sub_orders').notNull(),
  },
  (table) => [index('unjudged_store').on(table.storeId)],
)

/** What the verdicts of a store were made with. */
export const reconciliations = sqliteTable('reconciliation', {
  storeId: text('store_id').$type<StoreId>().primaryKey(),
  /** The edition of the rules; another edition judges the whole store anew. */
  rules: integer().notNull(),
  /** Grows with every page of verdicts: who counted before it starts over. */
  version: integer().notNull(),
  /** The day for which `discrepancy.is_present` is kept. */
  presentOn: text('present_on').$type<BusinessDate>().notNull(),
})
