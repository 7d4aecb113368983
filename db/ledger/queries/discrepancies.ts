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

/** True when the store has, or ever had on any day, such a discrepancy. */
export async function hasDiscrepancy(ledger: Db, id: DiscrepancyId): Promise<boolean> {
  const [found] = await ledger
    .select({ rule: discrepancies.rule })
    .from(discrepancies)
    .where(
      and(
        eq(discrepancies.storeId, id.storeId),
        eq(discrepancies.subOrderNo, id.subOrderNo),
        eq(discrepancies.rule, id.rule),
        eq(discrepancies.about, id.about),
      ),
    )
    .limit(1)
  return found !== undefined
}

/** Keeps a person's decision; the newest one counts. */
export async function markDiscrepancy(
  ledger: Db,
  { storeId, subOrderNo, rule, about }: DiscrepancyId,
  { state, note, ticketId }: Omit<Mark, 'key'>,
  markedAt: Date,
): Promise<void> {
  const mark = { state, note, ticketId, markedAt: markedAt.getTime() }
  await ledger
    .insert(discrepancyMarks)
    .values({ storeId, subOrderNo, rule, about, ...mark })
    .onConflictDoUpdate({
      target: [
        discrepancyMarks.storeId,
        discrepancyMarks.subOrderNo,
        discrepancyMarks.rule,
        discrepancyMarks.about,
      ],
      set: mark,
    })
}
