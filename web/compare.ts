import {
  type BusinessDate,
  type BusinessMonth,
  addDays,
  businessDate,
  daysBetween,
  financialYearOf,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsBetween,
} from '#core/dates'
import type { Pnl, PnlGroup } from './api-shapes'
import type { Period, Preset } from './period'

export const COMPARISONS = ['none', 'period', 'year'] as const
export type Comparison = (typeof COMPARISONS)[number]

export function isComparison(text: string | undefined): text is Comparison {
  return COMPARISONS.some((each) => each === text)
}

/** The days that a period is measured against; nothing where nothing is compared. */
export function comparedPeriod(
  period: Period,
  preset: Preset | undefined,
  comparison: Comparison,
): Period | undefined {
  switch (comparison) {
    case 'none':
      return undefined
    case 'year':
      return yearBefore(period)
    case 'period':
      return periodBefore(period, preset)
  }
}

/**
 * Whole months are measured against as many whole months; what still runs, against as many days from
 * the same beginning; any other days, against as many that end the day before.
 */
function periodBefore(period: Period, preset: Preset | undefined): Period {
  const days = daysBetween(period.from, period.to) + 1
  if (preset === 'this-fy') return financialYearBefore(period, days)
  const month = monthOf(period.from)
  if (isWholeMonths(period)) {
    const count = monthsBetween(month, monthOf(period.to)).length
    const from = firstDayOf(monthsEarlier(month, count))
    return { from, to: addDays(period.from, -1) }
  }
  const before = monthsEarlier(month, 1)
  const from = firstDayOf(before)
  const to = addDays(from, days - 1)
  const isOfMonth = preset === 'this-month' || (preset === undefined && days > 1)
  const isRunningMonth =
    isOfMonth && period.from === firstDayOf(month) && monthOf(period.to) === month
  // A month before that has fewer days cannot be compared with from its first day on.
  if (isRunningMonth && to <= lastDayOf(before)) return { from, to }
  return { from: addDays(period.from, -days), to: addDays(period.from, -1) }
}

/** A running year against as many days of the year before; a whole one against the whole. */
function financialYearBefore(period: Period, days: number): Period {
  const year = financialYearOf(period.from)
  const from = businessDate(`${year - 1}-04-01`)
  const end = businessDate(`${year}-03-31`)
  const to = addDays(from, days - 1)
  return { from, to: isWholeMonths(period) && period.to.endsWith('-03-31') ? end : least(to, end) }
}

/** The same days a year before; of 29 February, and of a whole February, the last day there is. */
function yearBefore(period: Period): Period {
  return {
    from: dayAYearBefore(period.from),
    to: isWholeMonths(period)
      ? lastDayOf(monthsEarlier(monthOf(period.to), 12))
      : dayAYearBefore(period.to),
  }
}

function dayAYearBefore(day: BusinessDate): BusinessDate {
  const month = monthsEarlier(monthOf(day), 12)
  const last = lastDayOf(month)
  return Number(day.slice(8)) > Number(last.slice(8))
    ? last
    : businessDate(`${month}-${day.slice(8)}`)
}

function isWholeMonths({ from, to }: Period): boolean {
  return from === firstDayOf(monthOf(from)) && to === lastDayOf(monthOf(to))
}

function monthsEarlier(month: BusinessMonth, count: number): BusinessMonth {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - count
  const year = String(Math.floor(months / 12)).padStart(4, '0')
  return monthOf(businessDate(`${year}-${String((months % 12) + 1).padStart(2, '0')}-01`))
}

function least(a: BusinessDate, b: BusinessDate): BusinessDate {
  return a < b ? a : b
}

export type Change = {
  /** Of the amounts, in paise; nothing where one of them is unknown. */
  readonly amount: number | undefined
  /** Of the amount before; nothing where that is no measure. */
  readonly percent: number | undefined
}

/** What is unknown on either side stays unknown: it is never a change from or to nil. */
export function changeOf(now: number | null, before: number | null | undefined): Change {
  if (now === null || before === null || before === undefined)
    return { amount: undefined, percent: undefined }
  const amount = now - before
  // A percentage of nothing, or of a loss that became a gain, says nothing.
  const isMeasured = before > 0 || (before < 0 && now <= 0)
  return { amount, percent: isMeasured ? (amount / Math.abs(before)) * 100 : undefined }
}

export type Caution = 'nothing' | 'after_files' | 'not_settled' | 'cost_partial'

/** The last day that the files of the basis tell of. */
export function lastDayKnown({ basis, freshness }: Pnl): string | null {
  return basis === 'order' ? freshness.ordersTo : freshness.paymentsTo
}

type Side = { readonly period: Period; readonly group: PnlGroup | undefined }

/** Why two periods may not be alike, worst first; each is said once, whichever side it is of. */
export function cautionsOf(now: Side, before: Side, lastDay: string | null): readonly Caution[] {
  const sides = [now.group, before.group].filter((group) => group !== undefined)
  const found: Caution[] = []
  if (before.group === undefined || before.group.lineCount + before.group.subOrders === 0)
    found.push('nothing')
  if (lastDay === null || now.period.to > lastDay || before.period.to > lastDay)
    found.push('after_files')
  if (sides.some(isUnsettled)) found.push('not_settled')
  if (sides.some(({ isPartial }) => isPartial)) found.push('cost_partial')
  return found
}

function isUnsettled({ coverage }: PnlGroup): boolean {
  return [coverage.settledPct, coverage.finalPct].some((share) => share !== null && share < 100)
}
