import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import type { RuleId } from '#core/reconciliation/discrepancy'
import type { Mark, MarkState } from '#core/reconciliation/marks'
import { and, desc, eq, gt, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { discrepancies, discrepancyMarks } from '../schema/standings'

export type DiscrepancyFilter = {
  readonly asOf: BusinessDate
  readonly rule: RuleId | undefined
  readonly state: MarkState | undefined
  readonly subOrderNo?: SubOrderNo
}

/** The last row of the page before. */
export type DiscrepancyPlace = readonly [
  atStake: number,
  storeId: string,
  subOrderNo: string,
  rule: string,
  about: string,
]

// What core/reconciliation/marks says of a state, for a filter: money that came counts before a decision.
const STATE = sql<MarkState>`CASE
  WHEN ${discrepancyMarks.state} = 'not_a_problem' THEN 'not_a_problem'
  WHEN ${discrepancies.isRecovered} = 1 THEN 'recovered'
  ELSE coalesce(${discrepancyMarks.state}, 'open') END`

const isMarked = and(
  eq(discrepancyMarks.storeId, discrepancies.storeId),
  eq(discrepancyMarks.subOrderNo, discrepancies.subOrderNo),
  eq(discrepancyMarks.rule, discrepancies.rule),
  eq(discrepancyMarks.about, discrepancies.about),
)

function conditionsOf(
  storeIds: readonly StoreId[],
  { asOf, rule, state, subOrderNo }: DiscrepancyFilter,
): (SQL | undefined)[] {
  return [
    inArray(discrepancies.storeId, [...storeIds]),
    lte(discrepancies.fromOn, asOf),
    gt(discrepancies.untilOn, asOf),
    rule && eq(discrepancies.rule, rule),
    subOrderNo && eq(discrepancies.subOrderNo, subOrderNo),
    state && sql`${STATE} = ${state}`,
  ]
}

/** What is wrong on a day, the largest loss first, each with the decision on it. */
export function listDiscrepancies(
  ledger: Db,
  storeIds: readonly StoreId[],
  filter: DiscrepancyFilter,
  page: { readonly after: DiscrepancyPlace | undefined; readonly limit: number },
) {
  const { storeId, subOrderNo, rule, about, atStake } = discrepancies
  const key = sql`(-${atStake}, ${storeId}, ${subOrderNo}, ${rule}, ${about})`
  const after =
    page.after &&
    sql`${key} > (${-page.after[0]}, ${page.after[1]}, ${page.after[2]}, ${page.after[3]}, ${page.after[4]})`
  return ledger
    .select({
      storeId,
      subOrderNo,
      rule,
      about,
      atStake,
      fromOn: discrepancies.fromOn,
      recoveredAmount: discrepancies.recoveredAmount,
      isRecovered: discrepancies.isRecovered,
      evidence: discrepancies.evidence,
      markState: discrepancyMarks.state,
      note: discrepancyMarks.note,
      ticketId: discrepancyMarks.ticketId,
    })
    .from(discrepancies)
    .leftJoin(discrepancyMarks, isMarked)
    .where(and(...conditionsOf(storeIds, filter), after))
    .orderBy(desc(atStake), storeId, subOrderNo, rule, about)
    .limit(page.limit)
}

export type ListedDiscrepancy = Awaited<ReturnType<typeof listDiscrepancies>>[number]

/** How many discrepancies each rule has on a day, and the money at stake in them. */
export function sumDiscrepancies(
  ledger: Db,
  storeIds: readonly StoreId[],
  filter: DiscrepancyFilter,
) {
  return ledger
    .select({
      rule: discrepancies.rule,
      count: sql<number>`count(*)`,
      atStake: sql<number>`sum(${discrepancies.atStake})`,
      recoveredAmount: sql<number>`sum(${discrepancies.recoveredAmount})`,
    })
    .from(discrepancies)
    .leftJoin(discrepancyMarks, isMarked)
    .where(and(...conditionsOf(storeIds, filter)))
    .groupBy(discrepancies.rule)
}

export type DiscrepancyId = {
  readonly storeId: StoreId
  readonly subOrderNo: SubOrderNo
  readonly rule: RuleId
  readonly about: string
}

/** A decision as it stands; nothing where there is none. */
export type KnownDiscrepancy = DiscrepancyId & {
  /** 1 when the store has, or ever had on any day, such a discrepancy. */
  readonly isFound: 0 | 1
  readonly state: MarkState | null
  readonly note: string | null
  readonly ticketId: string | null
}

/** Each of these discrepancies with the decision on it, in the order asked. */
export function findDecisions(
  ledger: Db,
  ids: readonly DiscrepancyId[],
): Promise<KnownDiscrepancy[]> {
  const wanted = JSON.stringify(ids.map(rowOf))
  return ledger.all<KnownDiscrepancy>(sql`SELECT i.value->>0 AS storeId, i.value->>1 AS subOrderNo,
      i.value->>2 AS rule, i.value->>3 AS about,
      EXISTS (SELECT 1 FROM discrepancy AS d WHERE d.store_id = i.value->>0 AND d.sub_order_no = i.value->>1
        AND d.rule = i.value->>2 AND d.about = i.value->>3) AS isFound,
      m.state, m.note, m.ticket_id AS ticketId
    FROM json_each(${wanted}) AS i
    LEFT JOIN discrepancy_mark AS m ON m.store_id = i.value->>0 AND m.sub_order_no = i.value->>1
      AND m.rule = i.value->>2 AND m.about = i.value->>3
    ORDER BY i.key`)
}

export type Decision = DiscrepancyId & Omit<Mark, 'key'>

/** Keeps a person's decisions, all or none; the newest one counts. */
export async function markDiscrepancies(
  ledger: Db,
  decisions: readonly Decision[],
  markedAt: Date,
): Promise<void> {
  const rows = JSON.stringify(
    decisions.map((each) => [...rowOf(each), each.state, each.note, each.ticketId]),
  )
  await ledger.run(sql`INSERT INTO discrepancy_mark (store_id, sub_order_no, rule, about, state, note, ticket_id, marked_at)
    SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, ${markedAt.getTime()}
    FROM json_each(${rows}) WHERE true
    ON CONFLICT DO UPDATE SET state = excluded.state, note = excluded.note, ticket_id = excluded.ticket_id,
      marked_at = excluded.marked_at`)
}

function rowOf({ storeId, subOrderNo, rule, about }: DiscrepancyId): string[] {
  return [storeId, subOrderNo, rule, about]
}
