import type { BusinessDate } from '#core/dates'
import type { Days } from '#core/pnl/period'
import { stateOf } from '#core/reconciliation/marks'
import { BUCKETS } from '#core/reconciliation/standing'
import type { OverdueSum } from '#core/reconciliation/unproven'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import {
  type DiscrepancyFilter,
  type DiscrepancyPlace,
  findDecisions,
  type ListedDiscrepancy,
} from '#db/ledger/queries/discrepancies'
import { listSubOrdersOfAwb } from '#db/ledger/queries/discrepancy-search'
import { addByRule } from '#db/ledger/queries/discrepancy-totals'
import { addListed, type ListedTotals } from '#db/ledger/queries/standing-sums'
import type { ListedStanding, StandingFilter, StandingTotal } from '#db/ledger/queries/standings'
import { type DiscrepancyItem, toDiscrepancyItems } from './list-discrepancies'
import { amountOf, type JudgedThen } from './reconcile-as-known'

/** Counts and money by bucket, of verdicts on a past knowledge. */
export function sumStandings(judged: readonly JudgedThen[]): StandingTotal[] {
  const byBucket = Map.groupBy(judged, ({ standing }) => standing.bucket)
  return BUCKETS.flatMap((bucket) => {
    const found = byBucket.get(bucket) ?? []
    const amounts = found.map(({ standing }) => amountOf(standing))
    const known = amounts.filter((amount) => amount !== null)
    const amount = known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)
    const unknown = found.length - known.length
    return found.length === 0 ? [] : [{ bucket, count: found.length, amount, unknown }]
  })
}

/** What is overdue among verdicts on a past knowledge, one by one. */
export function listOverdueThen(judged: readonly JudgedThen[]): OverdueSum[] {
  return judged.flatMap(({ standing: { storeId, bucket, orderedOn, dueOn, expectedAmount } }) =>
    bucket === 'overdue' && orderedOn !== '' && dueOn !== ''
      ? [{ storeId, orderedOn, dueOn, count: 1, amount: expectedAmount ?? 0 }]
      : [],
  )
}

type StandingPlace = readonly [orderedOn: string, storeId: string, subOrderNo: string]

const standingKey = (each: ListedStanding): StandingPlace => [
  each.orderedOn,
  each.storeId,
  each.subOrderNo,
]

/** A page of sub-orders in the order of listStandings(): the newest order first. */
export function pageOfStandings(
  judged: readonly JudgedThen[],
  { bucket, search }: Pick<StandingFilter, 'bucket' | 'search'>,
  page: { readonly after: StandingPlace | undefined; readonly limit: number },
): ListedStanding[] {
  const { after, limit } = page
  return judged
    .map(({ standing }) => standing)
    .filter((each) => bucket === undefined || each.bucket === bucket)
    .filter((each) => search === undefined || hasText(each, search))
    .filter((each) => after === undefined || compare(standingKey(each), after) < 0)
    .sort((a, b) => compare(standingKey(b), standingKey(a)))
    .slice(0, limit)
}

/** What the list of pageOfStandings() comes to. */
export function sumListedThen(
  judged: readonly JudgedThen[],
  { bucket, search }: Pick<StandingFilter, 'bucket' | 'search'>,
): ListedTotals {
  const found = judged.filter(({ standing }) => search === undefined || hasText(standing, search))
  return addListed(sumStandings(found), bucket)
}

function hasText({ subOrderNo, sku }: ListedStanding, search: string): boolean {
  return subOrderNo.includes(search) || lower(sku).includes(lower(search))
}

/** As SQLite folds case: English letters alone, so that a past day finds by the words that today does. */
function lower(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** Those verdicts whose discrepancies a search finds: by the words of hasDiscrepancyText(). */
export async function searchJudged(
  ledger: Db,
  judged: readonly JudgedThen[],
  search: string,
  knownAt: KnownAt,
): Promise<JudgedThen[]> {
  const storeIds = [...new Set(judged.map(({ standing }) => standing.storeId))]
  const parcels = await listSubOrdersOfAwb(ledger, storeIds, search, knownAt)
  const returned = new Set(parcels.map((each) => `${each.storeId}|${each.subOrderNo}`))
  return judged.filter(
    ({ standing }) =>
      hasText(standing, search) || returned.has(`${standing.storeId}|${standing.subOrderNo}`),
  )
}

/** As SQLite compares rows of text and numbers. */
export function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index]
    if (other === undefined || value === other) continue
    return value < other ? -1 : 1
  }
  return 0
}

// Their identities fit in one parameter of a statement.
const DECISIONS_AT_A_TIME = 5_000

/**
 * What was wrong, in the order of listDiscrepancies(). A decision is no fact of a file: it is shown as it
 * stands now, whenever it was made.
 */
export async function listDiscrepanciesThen(
  ledger: Db,
  judged: readonly JudgedThen[],
  { rule, state, ordered }: Pick<DiscrepancyFilter, 'rule' | 'state' | 'ordered'>,
): Promise<ListedDiscrepancy[]> {
  const found = judged
    .filter(({ standing }) => ordered === undefined || isIn(standing.orderedOn, ordered))
    .flatMap(({ discrepancies }) => discrepancies)
    .filter((each) => rule === undefined || each.rule === rule)
  const listed: ListedDiscrepancy[] = []
  for (let start = 0; start < found.length; start += DECISIONS_AT_A_TIME) {
    const some = found.slice(start, start + DECISIONS_AT_A_TIME)
    const decisions = await findDecisions(ledger, some)
    for (const [index, each] of some.entries()) {
      const decision = decisions[index]
      listed.push({
        storeId: each.storeId,
        subOrderNo: each.subOrderNo,
        rule: each.rule,
        about: each.about,
        atStake: each.atStake,
        fromOn: each.fromOn,
        recoveredAmount: each.recoveredAmount,
        isRecovered: each.isRecovered ? 1 : 0,
        evidence: JSON.stringify(each.evidence),
        markState: decision?.state ?? null,
        note: decision?.note ?? null,
        ticketId: decision?.ticketId ?? null,
      })
    }
  }
  return listed
    .filter(
      ({ isRecovered, markState }) =>
        state === undefined || stateOf(isRecovered === 1, markState ?? undefined) === state,
    )
    .sort((a, b) => compare(discrepancyKey(b), discrepancyKey(a)))
}

function isIn(day: BusinessDate | '', { from, to }: Days): boolean {
  return day >= from && day <= to
}

const discrepancyKey = ({ atStake, storeId, subOrderNo, rule, about }: ListedDiscrepancy) => [
  atStake,
  storeId,
  subOrderNo,
  rule,
  about,
]

/** A page of them, each with the cells it rested on. */
export function pageOfDiscrepancies(
  ledger: Db,
  { listed, knownAt }: DiscrepanciesThen,
  page: { readonly after: DiscrepancyPlace | undefined; readonly limit: number },
): Promise<DiscrepancyItem[]> {
  const { after } = page
  const some = listed
    .filter((each) => after === undefined || compare(discrepancyKey(each), after) < 0)
    .slice(0, page.limit)
  const storeIds = [...new Set(some.map(({ storeId }) => storeId))]
  return toDiscrepancyItems(ledger, storeIds, some, knownAt)
}

export type DiscrepanciesThen = {
  readonly listed: readonly ListedDiscrepancy[]
  readonly knownAt: number
}

/** How many discrepancies each rule has, and the money at stake in them. */
export function sumByRule(listed: readonly ListedDiscrepancy[]) {
  return addByRule(
    listed.map(({ rule, atStake, recoveredAmount }) => ({
      rule,
      count: 1,
      atStake,
      recoveredAmount,
    })),
  )
}
