import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import type { Evidence, RuleId } from '#core/reconciliation/discrepancy'
import { type MarkState, stateOf } from '#core/reconciliation/marks'
import { type NextStep, nextStepOf } from '#core/reconciliation/next-step'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import {
  type DiscrepancyFilter,
  type DiscrepancyPlace,
  type ListedDiscrepancy,
  listDiscrepancies,
} from '#db/ledger/queries/discrepancies'
import { listReportSources, type ReportSource } from '#db/ledger/queries/reports'
import {
  listClaimsOf,
  listLinesOf,
  listOrdersOf,
  listPromisesOf,
  listReturnsOf,
} from '#db/ledger/queries/sub-order-facts'
import { lineKeyOf, paidOnOf, promiseKeyOf } from './load-facts'
import { numberTwins } from './number-twins'

/** The row of a file that a piece of evidence stands in. */
export type RowSource = ReportSource & { readonly row: number }

export type DiscrepancyItem = {
  readonly storeId: StoreId
  readonly subOrderNo: SubOrderNo
  readonly rule: RuleId
  readonly about: string
  readonly atStake: number
  readonly recoveredAmount: number
  readonly state: MarkState
  readonly note: string
  readonly ticketId: string
  readonly nextStep: NextStep
  readonly since: BusinessDate
  readonly evidence: readonly {
    readonly source: RowSource | null
    readonly column: string
    readonly value: number | string
  }[]
}

/** Where a fact stands, before its report is named. */
type Place = { readonly reportId: number; readonly rowNo: number }

/** A page of what is wrong, each with the cells it rests on and the one next step. */
export async function listDiscrepancyItems(
  ledger: Db,
  storeIds: readonly StoreId[],
  filter: DiscrepancyFilter,
  page: { readonly after: DiscrepancyPlace | undefined; readonly limit: number },
): Promise<DiscrepancyItem[]> {
  return toDiscrepancyItems(
    ledger,
    storeIds,
    await listDiscrepancies(ledger, storeIds, filter, page),
  )
}

/** Names the cells that each rests on: as they stand, or as they stood at a past moment. */
export async function toDiscrepancyItems(
  ledger: Db,
  storeIds: readonly StoreId[],
  found: readonly ListedDiscrepancy[],
  knownAt?: KnownAt,
): Promise<DiscrepancyItem[]> {
  const places = new Map<string, Place>()
  for (const [storeId, rows] of Map.groupBy(found, (each) => each.storeId)) {
    for (const [key, place] of await findPlaces(ledger, storeId, rows, knownAt))
      places.set(key, place)
  }
  const reportIds = [...new Set([...places.values()].map(({ reportId }) => reportId))]
  const reports = new Map(
    (await listReportSources(ledger, storeIds, reportIds)).map((report) => [
      report.reportId,
      report,
    ]),
  )
  return found.map((each) => toItem(each, places, reports))
}

function toItem(
  found: ListedDiscrepancy,
  places: ReadonlyMap<string, Place>,
  reports: ReadonlyMap<number, ReportSource>,
): DiscrepancyItem {
  const { storeId, subOrderNo, rule, about, atStake, recoveredAmount } = found
  const state = stateOf(found.isRecovered === 1, found.markState ?? undefined)
  // Safe because reconciliation wrote the evidence.
  const evidence = JSON.parse(found.evidence) as Evidence[]
  return {
    storeId,
    subOrderNo,
    rule,
    about,
    atStake,
    recoveredAmount,
    state,
    note: found.note ?? '',
    ticketId: found.ticketId ?? '',
    nextStep: nextStepOf(rule, state),
    since: found.fromOn,
    evidence: evidence.map(({ from, key, column, value }) => {
      const place = places.get(placeKey(from, subOrderNo, from === 'order' ? '' : key))
      const report = place && reports.get(place.reportId)
      return { source: report && place ? { ...report, row: place.rowNo } : null, column, value }
    }),
  }
}

function placeKey(from: Evidence['from'], subOrderNo: SubOrderNo, key: string): string {
  return `${from}|${subOrderNo}|${key}`
}

/** Sub-orders whose discrepancies rest on such a row: no other is looked up. */
function listRestingOn(found: readonly ListedDiscrepancy[], from: Evidence['from']): SubOrderNo[] {
  // Safe because reconciliation wrote the evidence.
  const rests = found.filter(({ evidence }) =>
    (JSON.parse(evidence) as Evidence[]).some((each) => each.from === from),
  )
  return [...new Set(rests.map(({ subOrderNo }) => subOrderNo))]
}

/** Where the lines stand that they rest on: lines are kept by their payment day, and a line's key names it. */
function listLinePlaces(found: readonly ListedDiscrepancy[]): [SubOrderNo, BusinessDate][] {
  const places = new Map<string, [SubOrderNo, BusinessDate]>()
  for (const { subOrderNo, evidence } of found) {
    // Safe because reconciliation wrote the evidence.
    for (const { from, key } of JSON.parse(evidence) as Evidence[]) {
      const paidOn = from === 'line' ? paidOnOf(key) : undefined
      if (paidOn !== undefined) places.set(`${subOrderNo}|${paidOn}`, [subOrderNo, paidOn])
    }
  }
  return [...places.values()]
}

async function findPlaces(
  ledger: Db,
  storeId: StoreId,
  found: readonly ListedDiscrepancy[],
  knownAt: KnownAt,
): Promise<Map<string, Place>> {
  const ids = (from: Evidence['from']) => listRestingOn(found, from)
  const [orders, lines, promises, returns, claims] = await Promise.all([
    listOrdersOf(ledger, storeId, ids('order'), knownAt),
    listLinesOf(ledger, storeId, listLinePlaces(found), knownAt),
    listPromisesOf(ledger, storeId, ids('promise'), knownAt),
    listReturnsOf(ledger, storeId, ids('return'), knownAt),
    listClaimsOf(ledger, storeId, ids('claim'), knownAt),
  ])
  const places = new Map<string, Place>()
  for (const order of orders) places.set(placeKey('order', order.subOrderNo, ''), order)
  for (const line of numberTwins(lines))
    places.set(placeKey('line', line.subOrderNo, lineKeyOf(line)), line)
  for (const promise of promises) {
    places.set(placeKey('promise', promise.subOrderNo, promiseKeyOf(promise)), promise)
  }
  for (const parcel of returns) {
    places.set(
      placeKey('return', parcel.subOrderNo, `${parcel.createdOn}|${parcel.quantity}`),
      parcel,
    )
  }
  for (const claim of claims) places.set(placeKey('claim', claim.subOrderNo, claim.ticketId), claim)
  return places
}
