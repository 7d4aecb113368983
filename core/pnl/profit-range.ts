import { type BusinessDate, daysBetween, lastDayOf } from '../dates'
import type { Paise } from '../money/paise'
import {
  type BackTest,
  backTestRange,
  endRange,
  type EndRange,
  type MonthCurve,
  reachedBy,
} from './maturity'

/**
 * How the net profit of a month's orders came in, by days after the month's last day: their settlement with
 * its taxes on the day it was paid, their cost on the day that payment basis counts it. What no payment has
 * counted when the month is over costs from then on, so that the end of the course is the profit on order
 * basis.
 */
export type ProfitCurve = MonthCurve & {
  /** Entries of product cost that the profit leaves out, because nobody has said them. */
  readonly unknownEntries: number
  readonly dispatchedUnits: number
  /** Of them, those whose packaging nobody has said. */
  readonly unpackedUnits: number
  /** Lines whose GST the profit leaves out. */
  readonly gstUnknownLines: number
}

/** Why there is a range of the profit, or why there is none. */
export const PROFIT_RANGE_STATES = [
  'told',
  'no_orders',
  /** Costs or files have changed, and are still being counted. */
  'counting',
  /** The month is not over: nobody knows how large it will be. */
  'running',
  'costs_unknown',
  'gst_unknown',
  'too_few_months',
  /** There would be months enough, but for costs or GST that are unknown in them. */
  'earlier_unknown',
] as const
export type ProfitRangeState = (typeof PROFIT_RANGE_STATES)[number]

export type ProfitRange = {
  readonly state: ProfitRangeState
  /** Net profit of the month's orders by what was paid until the day; nothing where it cannot be known. */
  readonly soFar: Paise | undefined
  readonly range: EndRange | undefined
  readonly backTest: BackTest | undefined
}

export function noProfitRange(state: Exclude<ProfitRangeState, 'told'>): ProfitRange {
  return { state, soFar: undefined, range: undefined, backTest: undefined }
}

/**
 * How the net profit of a month may end, learned from the earlier months whose profit is known to the last
 * cost. Packaging is learned from months alone that know it as far as this one does: all of it, or none.
 */
export function profitRange(
  young: ProfitCurve,
  earlier: readonly ProfitCurve[],
  asOf: BusinessDate,
): ProfitRange {
  const daysAfter = daysBetween(lastDayOf(young.month), asOf)
  if (daysAfter < 0) return noProfitRange('running')
  if (!knowsItsCosts(young)) return noProfitRange('costs_unknown')
  if (young.gstUnknownLines > 0) return noProfitRange('gst_unknown')
  const soFar = reachedBy(young, daysAfter)
  const alike = earlier.filter((curve) => isLike(curve, young))
  const range = endRange({ ...young, soFar }, alike, asOf)
  if (range === undefined) {
    const hasMonths = endRange({ ...young, soFar }, earlier, asOf) !== undefined
    return { ...noProfitRange(hasMonths ? 'earlier_unknown' : 'too_few_months'), soFar }
  }
  const backTest = backTestRange(alike, daysAfter)
  return { state: 'told', soFar, range, backTest: backTest.months > 0 ? backTest : undefined }
}

/** With part of the packaging said, the profit would hold the packaging of that part only. */
function knowsItsCosts(curve: ProfitCurve): boolean {
  const { unknownEntries, dispatchedUnits, unpackedUnits } = curve
  return unknownEntries === 0 && (unpackedUnits === 0 || unpackedUnits === dispatchedUnits)
}

function isLike(curve: ProfitCurve, young: ProfitCurve): boolean {
  if (!knowsItsCosts(curve) || curve.gstUnknownLines > 0) return false
  return curve.unpackedUnits > 0 === young.unpackedUnits > 0
}
