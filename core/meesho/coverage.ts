import {
  type BusinessDate,
  type BusinessMonth,
  addDays,
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthOf,
  nextMonth,
  parseBusinessDate,
} from '../dates'

/** The days that one imported report speaks of. */
export type ReportSpan = Days & {
  readonly kind: string
  /** True where it changed figures that an earlier report had given. */
  readonly hasChanges: boolean
}

export type Coverage = 'missing' | 'provisional' | 'complete' | 'restated'

type Days = { readonly from: BusinessDate; readonly to: BusinessDate }

/** A quiet weekend has no payouts; a longer silence is more likely a file that was taken early. */
const QUIET_DAYS = 7

/**
 * The days that a report covers: those of its rows, stretched over a few quiet days where the file's name
 * says that they were asked for. A day after the file was received is never covered, whatever its name says.
 */
export function spanOf(
  rows: Days | undefined,
  names: readonly string[],
  receivedOn: BusinessDate,
): Days | undefined {
  const named = names.map(daysNamed).findLast((days) => days !== undefined)
  const span = named === undefined ? rows : stretched(rows ?? named, named)
  if (span === undefined || span.from > receivedOn) return undefined
  return { from: span.from, to: span.to > receivedOn ? receivedOn : span.to }
}

function stretched(rows: Days, named: Days): Days {
  return {
    from: isQuiet(named.from, rows.from) ? named.from : rows.from,
    to: isQuiet(rows.to, named.to) ? named.to : rows.to,
  }
}

function isQuiet(from: BusinessDate, to: BusinessDate): boolean {
  const days = daysBetween(from, to)
  return days > 0 && days <= QUIET_DAYS
}

/** `…_2026-06-01_2026-06-30…`, as the panel names orders and payments downloads. */
function daysNamed(name: string): Days | undefined {
  const match = /(?:^|_)(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})(?=[_.]|$)/.exec(name)
  const from = parseBusinessDate(match?.[1] ?? '')
  const to = parseBusinessDate(match?.[2] ?? '')
  return from !== undefined && to !== undefined && from <= to ? { from, to } : undefined
}

/** What is known of one kind of report in one month, judged on a day. */
export function coverageOf(
  month: BusinessMonth,
  spans: readonly ReportSpan[],
  asOf: BusinessDate,
): Coverage {
  const first = firstDayOf(month)
  const last = lastDayOf(month)
  const touching = spans.filter(({ from, to }) => from <= last && to >= first)
  if (touching.length === 0) return 'missing'
  // The last day itself must be over, or its later hours are missing.
  if (asOf <= last || !isCovered(first, last, touching)) return 'provisional'
  return touching.some(({ hasChanges }) => hasChanges) ? 'restated' : 'complete'
}

function isCovered(first: BusinessDate, last: BusinessDate, spans: readonly ReportSpan[]): boolean {
  let next = first
  for (const { from, to } of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from > next) return false
    if (to >= next) next = addDays(to, 1)
  }
  return next > last
}

/** Every kind that has a report, and each of its months from the first to the last. */
export function coverageCalendar(
  from: BusinessDate,
  to: BusinessDate,
  spans: readonly ReportSpan[],
  asOf: BusinessDate,
): { kind: string; month: BusinessMonth; state: Coverage }[] {
  const ofKind = Map.groupBy(spans, ({ kind }) => kind)
  return [...ofKind.keys()].toSorted().flatMap((kind) =>
    monthsBetween(from, to).map((month) => ({
      kind,
      month,
      state: coverageOf(month, ofKind.get(kind) ?? [], asOf),
    })),
  )
}

export function monthsBetween(from: BusinessDate, to: BusinessDate): BusinessMonth[] {
  const months: BusinessMonth[] = []
  for (let month = monthOf(from); month <= monthOf(to); month = nextMonth(month)) months.push(month)
  return months
}
