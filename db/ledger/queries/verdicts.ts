import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import type { Discrepancy } from '#core/reconciliation/discrepancy'
import type { Measured, NormScope } from '#core/reconciliation/measurements'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import type { discrepancies, standings } from '../schema/standings'
import { moveTotals } from './discrepancy-totals'
import { type JudgedReturns, saveReturnAccounts } from './return-accounts'
import { isUnjudged } from './unjudged'
import { type MovedSubOrder, saveMovements } from './unit-movements'

export type StandingRow = Omit<typeof standings.$inferSelect, 'storeId'>
export type DiscrepancyRow = Omit<typeof discrepancies.$inferSelect, 'storeId'>

export type JudgedDiscrepancy = Discrepancy & {
  readonly fromOn: BusinessDate
  readonly untilOn: BusinessDate
}

/** The standing verdicts on some sub-orders. */
export async function listVerdictsOf(
  ledger: Db,
  storeId: StoreId,
  ids: readonly SubOrderNo[],
): Promise<{ standings: StandingRow[]; discrepancies: DiscrepancyRow[] }> {
  const list = sql`json_each(${JSON.stringify(ids)}) AS i CROSS JOIN`
  const [standing, found] = await Promise.all([
    ledger.all<StandingRow>(sql`SELECT s.sub_order_no AS subOrderNo, s.paid_days AS paidDays, s.bucket,
        s.ordered_on AS orderedOn, s.sku, s.settled_paise AS settledAmount, s.promised_paise AS promisedAmount,
        s.expected_paise AS expectedAmount, s.norms
      FROM ${list} standing AS s WHERE s.store_id = ${storeId} AND s.sub_order_no = i.value`),
    ledger.all<DiscrepancyRow>(sql`SELECT d.sub_order_no AS subOrderNo, d.rule, d.about,
        d.from_on AS fromOn, d.until_on AS untilOn, d.at_stake_paise AS atStake,
        d.recovered_paise AS recoveredAmount, d.is_recovered AS isRecovered, d.evidence,
        d.is_present AS isPresent
      FROM ${list} discrepancy AS d WHERE d.store_id = ${storeId} AND d.sub_order_no = i.value`),
  ])
  return { standings: standing, discrepancies: found }
}

/** What a page of verdicts changes; what stays as it was is not written. */
export type VerdictChanges = {
  readonly standings: readonly StandingRow[]
  /** Sub-orders that no fact speaks of any more. */
  readonly goneStandings: readonly SubOrderNo[]
  readonly discrepancies: readonly DiscrepancyRow[]
  readonly goneDiscrepancies: readonly DiscrepancyRow[]
  /** What stood in the place of those that are written. */
  readonly formerDiscrepancies: readonly DiscrepancyRow[]
  /** Differences, never sums: others change the same rows. */
  readonly totals: readonly {
    readonly bucket: StandingRow['bucket']
    readonly orderedOn: StandingRow['orderedOn']
    readonly count: number
    readonly amount: number
  }[]
  readonly counts: readonly {
    readonly norm: Measured
    readonly scope: NormScope
    readonly sku: string
    readonly value: number
    readonly count: number
    /** What verdicts are made with before anything is learned. */
    readonly unlearned: number
  }[]
  readonly values: readonly NormValue[]
  readonly goneValues: readonly NormValue[]
}

/** Verdicts that take the place of others, what their units cost when, and which of them came back. */
export type PageOfVerdicts = JudgedReturns & {
  readonly changes: VerdictChanges
  readonly movements: readonly MovedSubOrder[]
}

export type NormValue = readonly [
  norm: Measured,
  sku: string,
  value: number,
  subOrderNo: SubOrderNo,
]

/** Writes a page of verdicts and takes it off the work, once: a second runner of the page changes nothing. */
export function saveVerdicts(
  storeId: StoreId,
  pageId: number,
  { changes, movements, ...returns }: PageOfVerdicts,
): SQL[] {
  return [
    ...saveMovements(storeId, movements, isUnjudged(pageId)),
    ...saveReturnAccounts(storeId, returns, isUnjudged(pageId)),
    ...saveStandings(storeId, pageId, changes),
    ...saveDiscrepancies(storeId, pageId, changes),
    ...moveTotals(
      storeId,
      {
        gone: [...changes.goneDiscrepancies, ...changes.formerDiscrepancies],
        come: changes.discrepancies,
      },
      isUnjudged(pageId),
    ),
    ...saveTotals(storeId, pageId, changes),
    ...saveCounts(storeId, pageId, changes),
    sql`UPDATE reconciliation SET version = version + 1
      WHERE store_id = ${storeId} AND ${isUnjudged(pageId)}`,
    sql`DELETE FROM unjudged WHERE id = ${pageId}`,
  ]
}

/** The rows as one parameter; no statement where there are none. */
function forEach(rows: readonly (readonly unknown[])[], statement: (list: SQL) => SQL): SQL[] {
  return rows.length === 0 ? [] : [statement(sql`json_each(${JSON.stringify(rows)})`)]
}

function saveStandings(
  storeId: StoreId,
  pageId: number,
  { standings: all, goneStandings }: VerdictChanges,
): SQL[] {
  const rows = all.map((each) => [
    each.subOrderNo,
    each.paidDays,
    each.bucket,
    each.orderedOn,
    each.sku,
    each.settledAmount,
    each.promisedAmount,
    each.expectedAmount,
    each.norms,
  ])
  return [
    ...forEach(
      rows,
      (
        list,
      ) => sql`INSERT INTO standing (store_id, sub_order_no, paid_days, bucket, ordered_on, sku,
          settled_paise, promised_paise, expected_paise, norms)
        SELECT ${storeId}, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6,
          value->>7, value->>8
        FROM ${list} WHERE ${isUnjudged(pageId)}
        ON CONFLICT DO UPDATE SET paid_days = excluded.paid_days, bucket = excluded.bucket,
          ordered_on = excluded.ordered_on, sku = excluded.sku, settled_paise = excluded.settled_paise,
          promised_paise = excluded.promised_paise, expected_paise = excluded.expected_paise,
          norms = excluded.norms`,
    ),
    ...forEach(
      goneStandings.map((subOrderNo) => [subOrderNo]),
      (list) => sql`DELETE FROM standing WHERE store_id = ${storeId}
        AND sub_order_no IN (SELECT value->>0 FROM ${list}) AND ${isUnjudged(pageId)}`,
    ),
  ]
}

function saveDiscrepancies(
  storeId: StoreId,
  pageId: number,
  { discrepancies: all, goneDiscrepancies }: VerdictChanges,
): SQL[] {
  return [
    ...forEach(
      goneDiscrepancies.map(({ subOrderNo, rule, about, fromOn }) => [
        subOrderNo,
        rule,
        about,
        fromOn,
      ]),
      (list) => sql`DELETE FROM discrepancy WHERE store_id = ${storeId} AND ${isUnjudged(pageId)}
        AND (sub_order_no, rule, about, from_on) IN (
          SELECT value->>0, value->>1, value->>2, value->>3 FROM ${list})`,
    ),
    ...forEach(
      all.map((each) => [
        each.subOrderNo,
        each.rule,
        each.about,
        each.fromOn,
        each.untilOn,
        each.atStake,
        each.recoveredAmount,
        each.isRecovered,
        each.evidence,
        each.isPresent,
      ]),
      (list) => sql`INSERT INTO discrepancy (store_id, sub_order_no, rule, about, from_on, until_on,
          at_stake_paise, recovered_paise, is_recovered, evidence, is_present)
        SELECT ${storeId}, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6,
          value->>7, value->>8, value->>9
        FROM ${list} WHERE ${isUnjudged(pageId)}
        ON CONFLICT DO UPDATE SET until_on = excluded.until_on, at_stake_paise = excluded.at_stake_paise,
          recovered_paise = excluded.recovered_paise, is_recovered = excluded.is_recovered,
          evidence = excluded.evidence, is_present = excluded.is_present`,
    ),
  ]
}

function saveTotals(storeId: StoreId, pageId: number, { totals }: VerdictChanges): SQL[] {
  const rows = totals.map(({ bucket, orderedOn, count, amount }) => [
    bucket,
    orderedOn,
    count,
    amount,
  ])
  return [
    ...forEach(
      rows,
      (list) => sql`INSERT INTO standing_total (store_id, bucket, ordered_on, count, amount_paise)
        SELECT ${storeId}, value->>0, value->>1, value->>2, value->>3
        FROM ${list} WHERE ${isUnjudged(pageId)}
        ON CONFLICT DO UPDATE SET count = count + excluded.count,
          amount_paise = amount_paise + excluded.amount_paise`,
    ),
    ...forEach(
      rows.filter(([, , count]) => Number(count) < 0),
      (list) => sql`DELETE FROM standing_total WHERE store_id = ${storeId} AND count = 0
        AND (bucket, ordered_on) IN (SELECT value->>0, value->>1 FROM ${list}) AND ${isUnjudged(pageId)}`,
    ),
  ]
}

function saveCounts(
  storeId: StoreId,
  pageId: number,
  { counts, values, goneValues }: VerdictChanges,
): SQL[] {
  const rows = counts.map((each) => [
    each.norm,
    each.scope,
    each.sku,
    each.value,
    each.count,
    each.unlearned,
  ])
  return [
    ...forEach(
      rows,
      (list) => sql`INSERT INTO norm_count (store_id, norm, scope, sku, value, count)
        SELECT ${storeId}, value->>0, value->>1, value->>2, value->>3, value->>4
        FROM ${list} WHERE ${isUnjudged(pageId)}
        ON CONFLICT DO UPDATE SET count = count + excluded.count`,
    ),
    ...forEach(
      rows.filter(([, , , , count]) => Number(count) < 0),
      (list) => sql`DELETE FROM norm_count WHERE store_id = ${storeId} AND count = 0
        AND (norm, scope, sku, value) IN (SELECT value->>0, value->>1, value->>2, value->>3 FROM ${list})
        AND ${isUnjudged(pageId)}`,
    ),
    ...forEach(
      rows,
      (list) => sql`INSERT INTO norm (store_id, norm, scope, sku, value, rows, is_stale)
        SELECT DISTINCT ${storeId}, value->>0, value->>1, value->>2, value->>5, 0, 1
        FROM ${list} WHERE ${isUnjudged(pageId)}
        ON CONFLICT DO UPDATE SET is_stale = 1`,
    ),
    ...forEach(
      goneValues,
      (list) => sql`DELETE FROM norm_value WHERE store_id = ${storeId} AND ${isUnjudged(pageId)}
        AND (norm, sku, value, sub_order_no) IN (
          SELECT value->>0, value->>1, value->>2, value->>3 FROM ${list})`,
    ),
    ...forEach(
      values,
      (list) => sql`INSERT INTO norm_value (store_id, norm, sku, value, sub_order_no)
        SELECT ${storeId}, value->>0, value->>1, value->>2, value->>3
        FROM ${list} WHERE ${isUnjudged(pageId)} ON CONFLICT DO NOTHING`,
    ),
  ]
}
