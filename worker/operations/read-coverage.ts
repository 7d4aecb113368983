import {
  addDays,
  type BusinessDate,
  type BusinessMonth,
  dayInIndia,
  parseBusinessDate,
} from '#core/dates'
import { type StoreId, storeId } from '#core/ids'
import { type Coverage, coverageCalendar, type ReportSpan, spanOf } from '#core/meesho/coverage'
import { findStore, listStores } from '#db/control/queries/stores'
import { listReportSpans } from '#db/ledger/queries/coverage'
import type { Caller } from '../env'
import { knownAtOf } from '../period'
import { notFound } from '../problem'
import { textsOf } from './read-uploads'

/** Reports within five years of a seller with several stores; more would be a fault. */
const MAX_REPORTS = 5_000
/** D1 takes 100 parameters a statement; nobody has this many supplier accounts. */
const MAX_STORES = 90
/** A name may stretch a report's days by a week at either end. */
const NAMED_DAYS = 7

export type CoverageCell = {
  storeId: StoreId
  kind: string
  month: BusinessMonth
  state: Coverage
}

/** The calendar of what is here and what is missing, for one store or for each. */
export async function readCoverage(
  { db, ledger, workspaceId, now }: Caller,
  days: {
    readonly from: BusinessDate
    readonly to: BusinessDate
    readonly knownOn: BusinessDate | undefined
  },
  ofStore: StoreId | undefined,
): Promise<CoverageCell[]> {
  if (ofStore !== undefined && !(await findStore(db, workspaceId, ofStore))) throw notFound()
  const stores = (await listStores(db, workspaceId))
    .map(({ id }) => storeId(id))
    .filter((id) => ofStore === undefined || id === ofStore)
    .slice(0, MAX_STORES)
  if (stores.length === 0) return []
  const knownAt = knownAtOf(days, now)
  const around = {
    from: addDays(days.from, -NAMED_DAYS),
    to: addDays(days.to, NAMED_DAYS),
    knownAt,
  }
  const reports = await listReportSpans(ledger, workspaceId, stores, around, MAX_REPORTS)
  // What was complete on a past day is judged by that day.
  const asOf = knownAt === undefined ? dayInIndia(now) : (days.knownOn ?? dayInIndia(now))
  return stores.flatMap((id) => {
    const own = reports.filter((report) => report.storeId === id)
    const spans = own.map(spanOfReport).filter((span) => span !== undefined)
    const cells = coverageCalendar(days.from, days.to, spans, asOf)
    return cells.map((cell) => ({ storeId: id, ...cell }))
  })
}

function spanOfReport(
  report: Awaited<ReturnType<typeof listReportSpans>>[number],
): ReportSpan | undefined {
  const from = parseBusinessDate(report.from ?? '')
  const to = parseBusinessDate(report.to ?? '')
  const span = spanOf(
    from !== undefined && to !== undefined ? { from, to } : undefined,
    [report.filename, ...textsOf(report.path)],
    dayInIndia(new Date(report.importedAt)),
  )
  return span && { ...span, kind: report.kind, hasChanges: report.changedRows > 0 }
}
