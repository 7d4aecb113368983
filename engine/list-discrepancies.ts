import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import type { Evidence, RuleId } from '#core/reconciliation/discrepancy'
import type { MarkState } from '#core/reconciliation/marks'
import { type NextStep, nextStepOf } from '#core/reconciliation/next-step'
import type { Db } from '#db/client'
import {
  type DiscrepancyFilter,
  type DiscrepancyPlace,
  type ListedDiscrepancy,
  listDiscrepancies,
} from '#db/ledger/queries/discrepancies'
import { listReportSources, type ReportSource } from '#db/ledger/queries/reports'
import { listPaidDaysOf } from '#db/ledger/queries/standings'
import {
  listClaimsOf,
  listLinesOf,
  listOrdersOf,
  listPromisesOf,
  listReturnsOf,
} from '#db/ledger/queries/sub-order-facts'
import { lineKeyOf, promiseKeyOf } from './load-facts'

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
  const found = await listDiscrepancies(ledger, storeIds, filter, page)
  const places = new Map<string, Place>()
  for (const [storeId, rows] of Map.groupBy(found, (each) => each.storeId)) {
    await findPlaces(
      ledger,
      storeId,
      [...new Set(rows.map(({ subOrderNo }) => subOrderNo))],
      places,
    )
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
  const state = stateOf(found)
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

/** As applyMarks() of core decides for one discrepancy. */
function stateOf({ markState, isRecovered }: ListedDiscrepancy): MarkState {
  if (markState === 'not_a_problem') return markState
  return isRecovered === 1 ? 'recovered' : (markState ?? 'open')
}

function placeKey(from: Evidence['from'], subOrderNo: SubOrderNo, key: string): string {
  return `${from}|${subOrderNo}|${key}`
}

async function findPlaces(
  ledger: Db,
  storeId: StoreId,
  ids: readonly SubOrderNo[],
  places: Map<string, Place>,
): Promise<void> {
  const paidDays = await listPaidDaysOf(ledger, storeId, ids)
  const [orders, lines, promises, returns, claims] = await Promise.all([
    listOrdersOf(ledger, storeId, ids),
    listLinesOf(ledger, storeId, paidDays),
    listPromisesOf(ledger, storeId, ids),
    listReturnsOf(ledger, storeId, ids),
    listClaimsOf(ledger, storeId, ids),
  ])
  for (const order of orders) places.set(placeKey('order', order.subOrderNo, ''), order)
  for (const line of lines) places.set(placeKey('line', line.subOrderNo, lineKeyOf(line)), line)
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
}
