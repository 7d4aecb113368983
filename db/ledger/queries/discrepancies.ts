import { businessDate, type BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import type { RuleId } from '#core/reconciliation/discrepancy'
import { type Mark, MARK_STATES, type MarkState, stateOf } from '#core/reconciliation/marks'
import type { Days } from '#core/pnl/period'
import { and, desc, eq, lt, lte, type SQL, sql } from 'drizzle-orm'
import { type Db, runBatch } from '../../client'
import { discrepancies, discrepancyMarks, reconciliations } from '../schema/standings'
import { hasDiscrepancyText } from './discrepancy-search'
import { addByRule, moveDecided, type RuleSum, sumKeptDiscrepancies } from './discrepancy-totals'

const NEVER = businessDate('2199-12-31')

export type DiscrepancyFilter = {
  readonly asOf: BusinessDate
  readonly rule: RuleId | undefined
  readonly state: MarkState | undefined
  readonly subOrderNo?: SubOrderNo
  /** Of the sub-orders ordered on these days; one that no file dates was ordered on none. */
  readonly ordered?: Days | undefined
  /** Part of a sub-order number or of a SKU, or a whole waybill number. */
  readonly search?: string | undefined
}

/** The last row of the page before. */
export type DiscrepancyPlace = readonly [
  atStake: number,
  storeId: string,
  subOrderNo: string,
  rule: string,
  about: string,
]

/** Every pair of what the money says and what a person decided, as core judges it: one rule, two languages. */
const STATE = sql<MarkState>`CASE ${sql.join(
  [undefined, ...MARK_STATES].flatMap((decided) =>
    [0, 1].map(
      (isRecovered) => sql`WHEN ${discrepancyMarks.state} IS ${decided ?? null}
        AND ${discrepancies.isRecovered} = ${sql.raw(String(isRecovered))}
        THEN ${stateOf(isRecovered === 1, decided)}`,
    ),
  ),
  sql` `,
)} END`

const isMarked = and(
  eq(discrepancyMarks.storeId, discrepancies.storeId),
  eq(discrepancyMarks.subOrderNo, discrepancies.subOrderNo),
  eq(discrepancyMarks.rule, discrepancies.rule),
  eq(discrepancyMarks.about, discrepancies.about),
)

function conditionsOf({
  asOf,
  rule,
  state,
  subOrderNo,
  ordered,
  search,
}: DiscrepancyFilter): (SQL | undefined)[] {
  return [
    // The signs keep SQLite from reading by day, which would read and sort most of the store.
    sql`+${discrepancies.fromOn} <= ${asOf}`,
    sql`+${discrepancies.untilOn} > ${asOf}`,
    rule && eq(discrepancies.rule, rule),
    subOrderNo && eq(discrepancies.subOrderNo, subOrderNo),
    state && sql`${STATE} = ${state}`,
    ordered &&
      sql`EXISTS (SELECT 1 FROM standing AS s WHERE s.store_id = ${discrepancies.storeId}
        AND s.sub_order_no = ${discrepancies.subOrderNo}
        AND s.ordered_on BETWEEN ${ordered.from} AND ${ordered.to})`,
    search === undefined ? undefined : hasDiscrepancyText(search),
  ]
}

type Page = { readonly after: DiscrepancyPlace | undefined; readonly limit: number }

/** What is wrong on a day, the largest loss first, each with the decision on it. */
export async function listDiscrepancies(
  ledger: Db,
  storeIds: readonly StoreId[],
  filter: DiscrepancyFilter,
  page: Page,
): Promise<ListedDiscrepancy[]> {
  // Store by store, because the index gives the largest losses of one; a workspace has a handful of stores.
  const found = await Promise.all(
    storeIds.map((storeId) => listDiscrepanciesOf(ledger, storeId, filter, page)),
  )
  return found.flat().sort(largestFirst).slice(0, page.limit)
}

export type ListedDiscrepancy = Awaited<ReturnType<typeof select>>[number]

async function listDiscrepanciesOf(
  ledger: Db,
  storeId: StoreId,
  filter: DiscrepancyFilter,
  page: Page,
): Promise<ListedDiscrepancy[]> {
  if (filter.subOrderNo !== undefined) return select(ledger, storeId, filter, page)
  const parts = await partsOf(ledger, storeId, filter.asOf)
  const found = await Promise.all(
    parts.map((among) => select(ledger, storeId, filter, page, among)),
  )
  return found.flat()
}

/** The parts of a store's discrepancies that hold what is wrong on a day, each with an index to read it by. */
async function partsOf(ledger: Db, storeId: StoreId, asOf: BusinessDate): Promise<SQL[]> {
  const [kept] = await ledger
    .select({ presentOn: reconciliations.presentOn })
    .from(reconciliations)
    .where(eq(reconciliations.storeId, storeId))
  if (kept === undefined) return []
  const { presentOn } = kept
  const present = sql`${discrepancies.isPresent} = 1`
  if (asOf === presentOn) return [present]
  // What holds on the day that lists are kept for comes in its order; what began or ended since, by its day.
  const { fromOn, untilOn } = discrepancies
  const moved =
    asOf >= presentOn
      ? sql`${fromOn} > ${presentOn} AND ${fromOn} <= ${asOf}`
      : sql`${untilOn} < ${NEVER} AND ${untilOn} <= ${presentOn} AND ${untilOn} > ${asOf}`
  return [present, sql`+${discrepancies.isPresent} = 0 AND ${moved}`]
}

/** Discrepancies of one store in their order; `among` leaves the index to read them by. */
function select(
  ledger: Db,
  storeId: StoreId,
  filter: DiscrepancyFilter,
  { after, limit }: Page,
  among?: SQL,
) {
  const { subOrderNo, rule, about, atStake } = discrepancies
  return ledger
    .select({
      storeId: discrepancies.storeId,
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
    .where(
      and(
        eq(discrepancies.storeId, storeId),
        among,
        ...conditionsOf(filter),
        after && afterPlace(storeId, after),
      ),
    )
    .orderBy(desc(atStake), desc(subOrderNo), desc(rule), desc(about))
    .limit(limit)
}

/** What of one store comes after a place in the list of all. */
function afterPlace(storeId: StoreId, after: DiscrepancyPlace): SQL {
  const [stake, atStore, ...rest] = after
  const { atStake, subOrderNo, rule, about } = discrepancies
  if (storeId !== atStore) {
    return storeId < atStore ? lte(atStake, stake) : lt(atStake, stake)
  }
  const [columns, values] = [
    [atStake, subOrderNo, rule, about].map((column) => sql`${column}`),
    [stake, ...rest].map((value) => sql`${value}`),
  ]
  return sql`(${sql.join(columns, sql`, `)}) < (${sql.join(values, sql`, `)})`
}

function largestFirst(a: ListedDiscrepancy, b: ListedDiscrepancy): number {
  return (
    b.atStake - a.atStake ||
    compare(b.storeId, a.storeId) ||
    compare(b.subOrderNo, a.subOrderNo) ||
    compare(b.rule, a.rule) ||
    compare(b.about, a.about)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** How many discrepancies each rule has on a day, and the money at stake in them. */
export function sumDiscrepancies(
  ledger: Db,
  storeIds: readonly StoreId[],
  filter: Omit<DiscrepancyFilter, 'subOrderNo'>,
): Promise<RuleSum[]> {
  const { ordered, search } = filter
  if (ordered === undefined) {
    return search === undefined
      ? sumKeptDiscrepancies(ledger, storeIds, filter)
      : sumFound(ledger, storeIds, filter)
  }
  // By the day of the order nothing is kept: those of its sub-orders are added up.
  const { rule, atStake, recoveredAmount, storeId, subOrderNo } = discrepancies
  return ledger.all<RuleSum>(sql`SELECT ${rule} AS rule, count(*) AS count, sum(${atStake}) AS atStake,
      sum(${recoveredAmount}) AS recoveredAmount
    FROM json_each(${JSON.stringify(storeIds)}) AS i
    CROSS JOIN standing AS s INDEXED BY standing_day ON s.store_id = i.value
      AND s.ordered_on BETWEEN ${ordered.from} AND ${ordered.to}
    CROSS JOIN ${discrepancies} ON ${storeId} = s.store_id AND ${subOrderNo} = s.sub_order_no
    LEFT JOIN ${discrepancyMarks} ON ${isMarked}
    WHERE ${and(...conditionsOf({ ...filter, ordered: undefined }))}
    GROUP BY 1`)
}

/** Of a search nothing is kept: the discrepancies of a day are read, as a list that finds nothing reads them, and added up. */
async function sumFound(
  ledger: Db,
  storeIds: readonly StoreId[],
  filter: DiscrepancyFilter,
): Promise<RuleSum[]> {
  const { rule, atStake, recoveredAmount } = discrepancies
  const parts = await Promise.all(
    storeIds.map(async (storeId) => {
      const among = await partsOf(ledger, storeId, filter.asOf)
      return among.map((part) => and(eq(discrepancies.storeId, storeId), part))
    }),
  )
  const sums = await Promise.all(
    parts.flat().map((part) =>
      ledger.all<RuleSum>(sql`SELECT ${rule} AS rule, count(*) AS count, sum(${atStake}) AS atStake,
          sum(${recoveredAmount}) AS recoveredAmount
        FROM ${discrepancies} LEFT JOIN ${discrepancyMarks} ON ${isMarked}
        WHERE ${and(part, ...conditionsOf(filter))}
        GROUP BY 1`),
    ),
  )
  return addByRule(sums.flat())
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

export type Decision = DiscrepancyId & Mark

/** Keeps a person's decisions, all or none; the newest one counts. */
export async function markDiscrepancies(
  ledger: Db,
  decisions: readonly Decision[],
  markedAt: Date,
): Promise<void> {
  const rows = JSON.stringify(
    decisions.map((each) => [...rowOf(each), each.state, each.note, each.ticketId]),
  )
  const write = sql`INSERT INTO discrepancy_mark (store_id, sub_order_no, rule, about, state, note, ticket_id, marked_at)
    SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, ${markedAt.getTime()}
    FROM json_each(${rows}) WHERE true
    ON CONFLICT DO UPDATE SET state = excluded.state, note = excluded.note, ticket_id = excluded.ticket_id,
      marked_at = excluded.marked_at`
  const keys = sql`SELECT value->>0 AS store_id, value->>1 AS sub_order_no, value->>2 AS rule, value->>3 AS about
    FROM json_each(${rows})`
  await runBatch(ledger, moveDecided(keys, write))
}

function rowOf({ storeId, subOrderNo, rule, about }: DiscrepancyId): string[] {
  return [storeId, subOrderNo, rule, about]
}
