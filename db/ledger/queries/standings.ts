import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import { RULES_EDITION } from '#core/reconciliation/discrepancy'
import { dueRuleOf } from '#core/reconciliation/due-date'
import type { Bucket } from '#core/reconciliation/standing'
import { eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, isReportKnown, type KnownAt } from '../knowledge'
import { reconciliations } from '../schema/standings'
import { dueDaysOf } from './norms'
import { addUnjudged, isNothingUnjudged } from './unjudged'

const DAYS_UNLEARNED = dueRuleOf([]).days

export type Reconciliation = typeof reconciliations.$inferSelect

export async function findReconciliation(
  ledger: Db,
  storeId: StoreId,
): Promise<Reconciliation | undefined> {
  const [found] = await ledger
    .select()
    .from(reconciliations)
    .where(eq(reconciliations.storeId, storeId))
  return found
}

/** The outstanding report whose promises count: a newer snapshot replaces the one before it whole. */
export function newestOutstanding(storeId: StoreId, knownAt: KnownAt = undefined): SQL {
  return sql`(SELECT id FROM report AS r
    WHERE store_id = ${storeId} AND kind = 'outstanding' AND ${isReportKnown('r', knownAt)}
    ORDER BY snapshot_on DESC, id DESC LIMIT 1)`
}

/**
 * Has every sub-order judged anew that any fact speaks of, and every one that stands: for a store that was
 * never judged, or by other rules. Whatever else was to be judged is among them.
 */
export function judgeAllAnew(storeId: StoreId, rules: number, today: BusinessDate): SQL[] {
  const isOld = sql`NOT EXISTS (SELECT 1 FROM reconciliation WHERE store_id = ${storeId} AND rules = ${rules})`
  const ids = [
    sql`SELECT sub_order_no, paid_on FROM settlement_line WHERE store_id = ${storeId} AND closed_at = 0`,
    sql`SELECT sub_order_no, NULL FROM sub_order WHERE store_id = ${storeId}`,
    sql`SELECT sub_order_no, NULL FROM return_parcel WHERE store_id = ${storeId} AND closed_at = 0`,
    sql`SELECT sub_order_no, NULL FROM claim WHERE store_id = ${storeId} AND closed_at = 0`,
    sql`SELECT sub_order_no, NULL FROM outstanding_payment WHERE report_id = ${newestOutstanding(storeId)}`,
  ]
  const listed = sql`SELECT e.value->>0 FROM unjudged AS u CROSS JOIN json_each(u.sub_orders) AS e
    WHERE u.store_id = ${storeId}`
  return [
    sql`DELETE FROM unjudged WHERE store_id = ${storeId} AND ${isOld}`,
    addUnjudged(
      storeId,
      sql`SELECT sub_order_no, paid_on FROM (${sql.join(ids, sql` UNION ALL `)}) WHERE ${isOld}`,
    ),
    addUnjudged(
      storeId,
      sql`SELECT sub_order_no, NULL AS paid_on FROM standing
        WHERE store_id = ${storeId} AND ${isOld} AND sub_order_no NOT IN (${listed})`,
    ),
    sql`INSERT INTO reconciliation (store_id, rules, version, present_on)
      VALUES (${storeId}, ${rules}, 0, ${today})
      ON CONFLICT DO UPDATE SET rules = excluded.rules, version = version + 1`,
  ]
}

/** Moves the day that lists are kept ready for, while nothing is to be judged: a page is judged for one day. */
export function movePresent(storeId: StoreId, before: BusinessDate, today: BusinessDate): SQL[] {
  const isMine = sql`${isNothingUnjudged(storeId)} AND EXISTS (
    SELECT 1 FROM reconciliation WHERE store_id = ${storeId} AND present_on = ${before})`
  return [
    sql`UPDATE discrepancy SET is_present = 0 WHERE store_id = ${storeId}
      AND until_on > ${before} AND until_on <= ${today} AND until_on < '2199-12-31' AND is_present = 1 AND ${isMine}`,
    sql`UPDATE discrepancy SET is_present = 1 WHERE store_id = ${storeId}
      AND from_on > ${before} AND from_on <= ${today} AND until_on > ${today} AND ${isMine}`,
    sql`UPDATE reconciliation SET present_on = ${today}
      WHERE store_id = ${storeId} AND present_on = ${before} AND ${isNothingUnjudged(storeId)}`,
  ]
}

export type StandingTotal = {
  readonly bucket: string
  readonly count: number
  /** Nothing where nobody can know: see `unknown`. */
  readonly amount: number | null
  /** How many of them stand in stores without a payments file, so that what was settled is unknown. */
  readonly unknown: number
}

/** True of a store that any payments file speaks of; `store` is the expression that names it, with its table. */
function hasPayments(store: SQL, knownAt: KnownAt = undefined): SQL {
  return sql`EXISTS (SELECT 1 FROM settlement_line AS l
    WHERE l.store_id = ${store} AND ${isKnown('l', knownAt)})`
}

/** Whether what was settled is known of a store at all. */
export async function isPaymentKnown(
  ledger: Db,
  storeId: StoreId,
  knownAt: KnownAt,
): Promise<boolean> {
  const [row] = await ledger.all<{ known: number }>(
    sql`SELECT ${hasPayments(sql`${storeId}`, knownAt)} AS known`,
  )
  return row?.known === 1
}

/** The money of a bucket, unless all of it is unknown. */
export const KNOWN_SUM = sql`CASE WHEN sum(unknown) < sum(count) THEN sum(amount) END`

/** The last day in time for an order day; `store` and `orderedOn` are expressions. */
export function dueOnOf(store: SQL, orderedOn: SQL): SQL {
  return sql`date(${orderedOn}, '+' || ${dueDaysOf(store, DAYS_UNLEARNED)} || ' days')`
}

/** The first order day that is not overdue yet on a day. */
export function dueFrom(asOf: BusinessDate, store: SQL): SQL {
  return sql`date(${asOf}, '-' || ${dueDaysOf(store, DAYS_UNLEARNED)} || ' days')`
}

/** Counts and money by bucket on a day: an unpaid delivery is overdue once its due day has passed. */
export function listStandingTotals(
  ledger: Db,
  storeIds: readonly StoreId[],
  asOf: BusinessDate,
): Promise<StandingTotal[]> {
  return ledger.all<StandingTotal>(sql`SELECT bucket, sum(count) AS count, sum(unknown) AS unknown,
      ${KNOWN_SUM} AS amount
    FROM (SELECT CASE WHEN t.bucket <> 'unpaid' THEN t.bucket
        WHEN t.ordered_on <> '' AND t.ordered_on < s.due_from THEN 'overdue' ELSE 'awaiting' END AS bucket,
        t.count, t.amount_paise AS amount,
        CASE WHEN t.bucket IN ('unpaid', 'promised') OR ${hasPayments(sql`t.store_id`)} THEN 0 ELSE t.count END AS unknown
      FROM (SELECT value AS store_id, ${dueFrom(asOf, sql`value`)} AS due_from
      FROM json_each(${JSON.stringify(storeIds)})) AS s
      CROSS JOIN standing_total AS t ON t.store_id = s.store_id)
    GROUP BY 1`)
}

/** True of a store whose newest facts are not judged yet; `store` is the expression that names it. */
export function isWaiting(store: SQL): SQL {
  return sql`(EXISTS (SELECT 1 FROM unjudged AS u WHERE u.store_id = ${store})
    OR EXISTS (SELECT 1 FROM norm AS n WHERE n.store_id = ${store} AND n.is_stale = 1)
    OR EXISTS (SELECT 1 FROM reconciliation AS r WHERE r.store_id = ${store} AND r.rules <> ${RULES_EDITION}))`
}

/** Stores of the list whose newest facts are not judged yet. */
export async function countUnjudged(ledger: Db, storeIds: readonly StoreId[]): Promise<number> {
  const [row] = await ledger.all<{ count: number }>(sql`SELECT count(*) AS count
    FROM json_each(${JSON.stringify(storeIds)}) AS s WHERE ${isWaiting(sql`s.value`)}`)
  return row?.count ?? 0
}

/** A sub-order, with every payment day that may hold lines of it as a JSON array. */
export type Listed = { readonly subOrderNo: SubOrderNo; readonly paidDays: string }

export type StandingFilter = {
  readonly asOf: BusinessDate
  readonly bucket: Bucket | undefined
  /** Part of a sub-order number or of a SKU. */
  readonly search: string | undefined
}

export type ListedStanding = {
  readonly storeId: StoreId
  readonly subOrderNo: SubOrderNo
  readonly bucket: Bucket
  readonly orderedOn: BusinessDate | ''
  readonly sku: string
  /** Nothing where no payments file speaks of the store. */
  readonly settledAmount: number | null
  readonly promisedAmount: number | null
  readonly expectedAmount: number | null
  readonly dueOn: BusinessDate | ''
}

type StandingPlace = readonly [orderedOn: string, storeId: string, subOrderNo: string]

/** Sub-orders by where they stand, the newest order first. */
export async function listStandings(
  ledger: Db,
  storeIds: readonly StoreId[],
  filter: StandingFilter,
  page: { readonly after: StandingPlace | undefined; readonly limit: number },
): Promise<ListedStanding[]> {
  // Store by store, because the index gives the newest order of one; a workspace has a handful of stores.
  const found = await Promise.all(
    storeIds.map((storeId) => listStandingsOf(ledger, storeId, filter, page)),
  )
  return found.flat().sort(newestFirst).slice(0, page.limit)
}

function newestFirst(a: ListedStanding, b: ListedStanding): number {
  return (
    compare(b.orderedOn, a.orderedOn) ||
    compare(b.storeId, a.storeId) ||
    compare(b.subOrderNo, a.subOrderNo)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function listStandingsOf(
  ledger: Db,
  storeId: StoreId,
  filter: StandingFilter,
  page: { readonly after: StandingPlace | undefined; readonly limit: number },
): Promise<ListedStanding[]> {
  const { asOf, search } = filter
  const isListed = sql`${inBucket(storeId, filter)} AND ${afterPlace(storeId, page.after)}`
  const matches = search === undefined ? sql`1` : hasText(search)
  const found = sql`SELECT sub_order_no FROM standing WHERE store_id = ${storeId}
    AND ${matches} AND ${isListed} ORDER BY ordered_on DESC, sub_order_no DESC LIMIT ${page.limit}`
  return ledger.all<ListedStanding>(sql`${selectStandings(storeId, asOf, found)}
    ORDER BY s.ordered_on DESC, s.sub_order_no DESC`)
}

/**
 * True of a text in a sub-order's number or SKU. Indexes hold both: what has no match has every
 * sub-order looked at, and no row of the table.
 */
export function hasText(search: string): SQL {
  return sql`(instr(sub_order_no, ${search}) OR instr(lower(sku), lower(${search})))`
}

/** True of what a bucket holds on a day. */
export function inBucket(
  storeId: StoreId,
  { asOf, bucket }: Pick<StandingFilter, 'asOf' | 'bucket'>,
): SQL {
  return bucketCondition(bucket, dueFromDay(storeId, asOf))
}

/** Where one sub-order stands on a day; nothing while it has not been judged. */
export async function findStanding(
  ledger: Db,
  storeId: StoreId,
  subOrderNo: SubOrderNo,
  asOf: BusinessDate,
): Promise<ListedStanding | undefined> {
  const [found] = await ledger.all<ListedStanding>(
    sql`${selectStandings(storeId, asOf)} AND sub_order_no = ${subOrderNo}`,
  )
  return found
}

function dueFromDay(storeId: StoreId, asOf: BusinessDate): SQL {
  return sql`(SELECT ${dueFrom(asOf, sql`${storeId}`)})`
}

/**
 * The standings of a store as they are on a day; conditions may follow. Of those that a query names by
 * `sub_order_no`, each is looked up.
 */
export function selectStandings(storeId: StoreId, asOf: BusinessDate, found?: SQL): SQL {
  const rows = found ? sql`(${found}) AS f CROSS JOIN standing AS s` : sql`standing AS s`
  const isFound = found ? sql`AND s.sub_order_no = f.sub_order_no` : sql``
  return sql`SELECT s.store_id AS storeId, s.sub_order_no AS subOrderNo,
      CASE WHEN s.bucket <> 'unpaid' THEN s.bucket
        WHEN s.ordered_on <> '' AND s.ordered_on < ${dueFromDay(storeId, asOf)} THEN 'overdue'
        ELSE 'awaiting' END AS bucket,
      s.ordered_on AS orderedOn, s.sku, s.promised_paise AS promisedAmount,
      CASE WHEN ${hasPayments(sql`s.store_id`)} THEN s.settled_paise END AS settledAmount,
      s.expected_paise AS expectedAmount,
      coalesce(${dueOnOf(sql`${storeId}`, sql`s.ordered_on`)}, '') AS dueOn
    FROM ${rows} WHERE s.store_id = ${storeId} ${isFound}`
}

/** What of one store comes after a place in the list of all. */
function afterPlace(storeId: StoreId, after: StandingPlace | undefined): SQL {
  if (after === undefined) return sql`1`
  const [orderedOn, atStore, subOrderNo] = after
  if (storeId === atStore) return sql`(ordered_on, sub_order_no) < (${orderedOn}, ${subOrderNo})`
  return storeId < atStore ? sql`ordered_on <= ${orderedOn}` : sql`ordered_on < ${orderedOn}`
}

function bucketCondition(bucket: Bucket | undefined, dueFromDay: SQL): SQL {
  switch (bucket) {
    case undefined:
      return sql`1`
    case 'overdue':
      return sql`bucket = 'unpaid' AND ordered_on > '' AND ordered_on < ${dueFromDay}`
    case 'awaiting':
      return sql`bucket = 'unpaid' AND NOT (ordered_on > '' AND ordered_on < ${dueFromDay})`
    default:
      return sql`bucket = ${bucket}`
  }
}
