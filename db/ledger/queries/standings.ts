import type { StoreId, SubOrderNo } from '#core/ids'
import type { Discrepancy } from '#core/reconciliation/discrepancy'
import type { Bucket } from '#core/reconciliation/standing'
import type { BusinessDate } from '#core/dates'
import { eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isReportKnown, type KnownAt } from '../knowledge'
import { reconciliations, type standings } from '../schema/standings'
import { dropMovements, type MovedSubOrder, saveMovements } from './unit-movements'

export type Reconciliation = typeof reconciliations.$inferSelect
type Standing = typeof standings.$inferInsert

/** Asks for the store's standings to be judged again; said with every change of its facts. */
export function wantReconciliation(storeId: StoreId): SQL {
  return sql`INSERT INTO reconciliation (store_id, wanted) VALUES (${storeId}, 1)
    ON CONFLICT DO UPDATE SET wanted = wanted + 1`
}

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

/** True inside a batch for the runner that the run's cursor still belongs to. */
function isAt({
  storeId,
  running,
  cursor,
}: Pick<Reconciliation, 'storeId' | 'running' | 'cursor'>): SQL {
  return sql`EXISTS (SELECT 1 FROM reconciliation
    WHERE store_id = ${storeId} AND running = ${running} AND cursor = ${cursor})`
}

/** The outstanding report whose promises count: a newer snapshot replaces the one before it whole. */
export function newestOutstanding(storeId: StoreId, knownAt: KnownAt = undefined): SQL {
  return sql`(SELECT id FROM report AS r
    WHERE store_id = ${storeId} AND kind = 'outstanding' AND ${isReportKnown('r', knownAt)}
    ORDER BY snapshot_on DESC, id DESC LIMIT 1)`
}

/**
 * Begins to judge the store as it is now: every sub-order that any fact speaks of is listed, with the
 * payment days that hold its lines. One statement, so that no page of the run sees another list.
 */
export function beginRun(
  { storeId, wanted, running, cursor }: Reconciliation,
  norms: string,
  lags: string,
): SQL[] {
  const ids = [
    sql`SELECT sub_order_no, NULL AS paid_on FROM sub_order WHERE store_id = ${storeId}`,
    sql`SELECT sub_order_no, NULL FROM return_parcel WHERE store_id = ${storeId} AND closed_at = 0`,
    sql`SELECT sub_order_no, NULL FROM claim WHERE store_id = ${storeId} AND closed_at = 0`,
    sql`SELECT sub_order_no, NULL FROM outstanding_payment WHERE report_id = ${newestOutstanding(storeId)}`,
  ]
  const seen = sql.join(
    [
      sql`SELECT sub_order_no, paid_on FROM settlement_line WHERE store_id = ${storeId} AND closed_at = 0`,
      ...ids,
    ],
    sql` UNION `,
  )
  return [
    sql`UPDATE reconciliation SET running = ${wanted}, cursor = '', norms = ${norms}, lags = ${lags}
      WHERE store_id = ${storeId} AND running = ${running} AND cursor = ${cursor}`,
    sql`INSERT INTO standing (store_id, sub_order_no, run, paid_days)
      SELECT ${storeId}, sub_order_no, ${wanted}, json_group_array(paid_on) FILTER (WHERE paid_on IS NOT NULL)
      FROM (${seen}) WHERE ${isAt({ storeId, running: wanted, cursor: '' })}
      GROUP BY sub_order_no
      ON CONFLICT DO UPDATE SET run = excluded.run, paid_days = excluded.paid_days`,
  ]
}

export type Listed = { readonly subOrderNo: SubOrderNo; readonly paidDays: string }

/** The next sub-orders of a run, in the order of their numbers. */
export function listToJudge(
  ledger: Db,
  { storeId, running, cursor }: Reconciliation,
  limit: number,
): Promise<Listed[]> {
  return ledger.all<Listed>(sql`SELECT sub_order_no AS subOrderNo, paid_days AS paidDays FROM standing
    WHERE store_id = ${storeId} AND sub_order_no > ${cursor} AND run = ${running}
    ORDER BY sub_order_no LIMIT ${limit}`)
}

export type JudgedDiscrepancy = Discrepancy & {
  readonly fromOn: BusinessDate
  readonly untilOn: BusinessDate
}

export type Judged = {
  readonly standings: readonly Omit<Standing, 'storeId' | 'run' | 'paidDays'>[]
  readonly discrepancies: readonly JudgedDiscrepancy[]
  readonly movements: readonly MovedSubOrder[]
}

/** Writes a page of verdicts and moves the cursor behind it, once. */
export function saveJudged(
  run: Reconciliation,
  { standings: all, discrepancies, movements }: Judged,
): SQL[] {
  const { storeId, running } = run
  const mine = isAt(run)
  const [rows, found] = [standingRows(all), discrepancyRows(discrepancies)]
  const last = all.at(-1)?.subOrderNo ?? run.cursor
  return [
    ...saveMovements(storeId, movements, mine),
    sql`INSERT INTO standing (store_id, sub_order_no, run, paid_days, bucket, ordered_on, sku, settled_paise,
        promised_paise, expected_paise, due_on)
      SELECT ${storeId}, value->>0, ${running}, '[]', value->>1, value->>2, value->>3, value->>4, value->>5,
        value->>6, value->>7
      FROM json_each(${rows}) WHERE ${mine}
      ON CONFLICT DO UPDATE SET bucket = excluded.bucket, ordered_on = excluded.ordered_on, sku = excluded.sku,
        settled_paise = excluded.settled_paise, promised_paise = excluded.promised_paise,
        expected_paise = excluded.expected_paise, due_on = excluded.due_on`,
    sql`DELETE FROM discrepancy WHERE store_id = ${storeId} AND ${mine}
      AND sub_order_no > ${run.cursor} AND sub_order_no <= ${last}`,
    sql`INSERT INTO discrepancy (store_id, sub_order_no, rule, about, from_on, until_on, at_stake_paise,
        recovered_paise, is_recovered, evidence)
      SELECT ${storeId}, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6,
        value->>7, value->>8
      FROM json_each(${found}) WHERE ${mine}`,
    sql`UPDATE reconciliation SET cursor = ${last}
      WHERE store_id = ${storeId} AND running = ${running} AND cursor = ${run.cursor}`,
  ]
}

function standingRows(all: Judged['standings']): string {
  return JSON.stringify(
    all.map((each) => [
      each.subOrderNo,
      each.bucket,
      each.orderedOn,
      each.sku,
      each.settledAmount,
      each.promisedAmount,
      each.expectedAmount,
      each.dueOn,
    ]),
  )
}

function discrepancyRows(discrepancies: readonly JudgedDiscrepancy[]): string {
  return JSON.stringify(
    discrepancies.map((each) => [
      each.subOrderNo,
      each.rule,
      each.about,
      each.fromOn,
      each.untilOn,
      each.atStake,
      each.recoveredAmount,
      each.isRecovered ? 1 : 0,
      JSON.stringify(each.evidence),
    ]),
  )
}

/** Ends a run: what no fact speaks of any more goes, and the totals of the store are written anew. */
export function endRun(run: Reconciliation): SQL[] {
  const { storeId, running } = run
  const mine = isAt(run)
  return [
    sql`DELETE FROM standing WHERE store_id = ${storeId} AND run <> ${running} AND ${mine}`,
    ...dropMovements(storeId, mine),
    sql`DELETE FROM discrepancy WHERE store_id = ${storeId} AND ${mine} AND NOT EXISTS (
      SELECT 1 FROM standing AS s WHERE s.store_id = ${storeId} AND s.sub_order_no = discrepancy.sub_order_no)`,
    sql`DELETE FROM standing_total WHERE store_id = ${storeId} AND ${mine}`,
    sql`INSERT INTO standing_total (store_id, bucket, due_on, count, amount_paise)
      SELECT store_id, bucket, CASE WHEN bucket = 'unpaid' THEN due_on ELSE '' END, count(*),
        sum(CASE bucket WHEN 'promised' THEN coalesce(promised_paise, 0)
          WHEN 'unpaid' THEN coalesce(expected_paise, 0) ELSE settled_paise END)
      FROM standing WHERE store_id = ${storeId} AND ${mine} GROUP BY 1, 2, 3`,
    sql`UPDATE reconciliation SET done = ${running}
      WHERE store_id = ${storeId} AND running = ${running} AND cursor = ${run.cursor}`,
  ]
}

export type StandingTotal = {
  readonly bucket: string
  readonly count: number
  readonly amount: number
}

/** Counts and money by bucket on a day: an unpaid delivery is overdue once its due day has passed. */
export function listStandingTotals(
  ledger: Db,
  storeIds: readonly StoreId[],
  asOf: BusinessDate,
): Promise<StandingTotal[]> {
  return ledger.all<StandingTotal>(sql`SELECT
      CASE WHEN bucket <> 'unpaid' THEN bucket WHEN due_on <> '' AND due_on < ${asOf} THEN 'overdue' ELSE 'awaiting' END AS bucket,
      sum(count) AS count, sum(amount_paise) AS amount
    FROM standing_total WHERE store_id IN (SELECT value FROM json_each(${JSON.stringify(storeIds)}))
    GROUP BY 1`)
}

export function isReconciled({ wanted, done }: Pick<Reconciliation, 'wanted' | 'done'>): boolean {
  return done >= wanted
}

/** Stores of the list whose newest facts are not judged yet. */
export async function countUnjudged(ledger: Db, storeIds: readonly StoreId[]): Promise<number> {
  const [row] = await ledger.all<{ count: number }>(sql`SELECT count(*) AS count FROM reconciliation
    WHERE store_id IN (SELECT value FROM json_each(${JSON.stringify(storeIds)})) AND done < wanted`)
  return row?.count ?? 0
}

/** The payment days that hold lines of some sub-orders, as places for listLinesOf(). */
export async function listPaidDaysOf(
  ledger: Db,
  storeId: StoreId,
  ids: readonly SubOrderNo[],
): Promise<[SubOrderNo, BusinessDate][]> {
  const rows = await ledger.all<{ subOrderNo: SubOrderNo; paidOn: BusinessDate }>(sql`
    SELECT s.sub_order_no AS subOrderNo, d.value AS paidOn
    FROM json_each(${JSON.stringify(ids)}) AS i
    CROSS JOIN standing AS s ON s.store_id = ${storeId} AND s.sub_order_no = i.value
    CROSS JOIN json_each(s.paid_days) AS d`)
  return rows.map(({ subOrderNo, paidOn }) => [subOrderNo, paidOn])
}

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
  readonly settledAmount: number
  readonly promisedAmount: number | null
  readonly expectedAmount: number | null
  readonly dueOn: BusinessDate | ''
}

/** Sub-orders by where they stand, the newest order first. */
export function listStandings(
  ledger: Db,
  storeIds: readonly StoreId[],
  { asOf, bucket, search }: StandingFilter,
  page: { readonly after: readonly [string, string, string] | undefined; readonly limit: number },
): Promise<ListedStanding[]> {
  const isOverdue = sql`(due_on <> '' AND due_on < ${asOf})`
  const inBucket = bucketCondition(bucket, isOverdue)
  const matches =
    search === undefined
      ? sql`1`
      : sql`(instr(sub_order_no, ${search}) OR instr(lower(sku), lower(${search})))`
  const after = page.after
    ? sql`(ordered_on, store_id, sub_order_no) < (${page.after[0]}, ${page.after[1]}, ${page.after[2]})`
    : sql`1`
  return ledger.all<ListedStanding>(sql`SELECT store_id AS storeId, sub_order_no AS subOrderNo,
      CASE WHEN bucket <> 'unpaid' THEN bucket WHEN ${isOverdue} THEN 'overdue' ELSE 'awaiting' END AS bucket,
      ordered_on AS orderedOn, sku, settled_paise AS settledAmount, promised_paise AS promisedAmount,
      expected_paise AS expectedAmount, due_on AS dueOn
    FROM standing WHERE store_id IN (SELECT value FROM json_each(${JSON.stringify(storeIds)}))
      AND ${inBucket} AND ${matches} AND ${after}
    ORDER BY ordered_on DESC, store_id DESC, sub_order_no DESC LIMIT ${page.limit}`)
}

function bucketCondition(bucket: Bucket | undefined, isOverdue: SQL): SQL {
  switch (bucket) {
    case undefined:
      return sql`1`
    case 'overdue':
      return sql`bucket = 'unpaid' AND ${isOverdue}`
    case 'awaiting':
      return sql`bucket = 'unpaid' AND NOT ${isOverdue}`
    default:
      return sql`bucket = ${bucket}`
  }
}
