import {
  addDays,
  type BusinessDate,
  type BusinessMonth,
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsBetween,
  nextMonth,
} from '../dates'
import { type Paise, paise, share, subtract, ZERO } from '../money/paise'

/** How much of a month's orders is decided, in hundredths of a percent; nothing of nothing. */
export type Maturity = {
  readonly finalBps: number | undefined
  readonly settledBps: number | undefined
}

const WHOLE_BPS = 100_00

export function maturityOf(month: {
  readonly subOrders: number
  readonly finalSubOrders: number
  /** Nothing where no payments file tells. */
  readonly settledAmount: Paise | undefined
  readonly stillExpectedAmount: Paise
}): Maturity {
  const { settledAmount: settled, stillExpectedAmount } = month
  return {
    finalBps: bpsOf(month.finalSubOrders, month.subOrders),
    settledBps: settled === undefined ? undefined : bpsOf(settled, settled + stillExpectedAmount),
  }
}

/** Rounded down, so that only all of it is 100 %; a month that lost money so far has settled none of it. */
function bpsOf(part: number, all: number): number | undefined {
  if (all <= 0) return undefined
  return Math.max(0, Math.min(WHOLE_BPS, Math.floor((part * WHOLE_BPS) / all)))
}

/**
 * How the money of a month's orders came in, by days after the month's last day: their settlement, or the
 * profit that followed from it (core/pnl/profit-range).
 */
export type MonthCurve = {
  readonly month: BusinessMonth
  /** Units of all its orders, whatever became of them: the measure of its size. */
  readonly orderedUnits: number
  /** Money by the day it came; days within the month itself are 0 or less. */
  readonly arrivals: readonly { readonly daysAfter: number; readonly amount: Paise }[]
}

/** A month may be read when what is still to come would move its money by no more than this. */
const SAFE_BPS = 2_00
/** A month is over so many days after its last: the slowest returns we have seen were booked by then. */
export const OVER_AFTER_DAYS = 60
// In the first weeks after its first order a seller is paid nothing yet.
const FIRST_PAYMENT_DAYS = 14
// One month alone has no spread to learn from.
const LEAST_MONTHS = 2

export function reachedBy({ arrivals }: MonthCurve, daysAfter: number): Paise {
  return paise(
    arrivals.reduce((total, each) => total + (each.daysAfter <= daysAfter ? each.amount : 0), 0),
  )
}

export function finalAmount(curve: MonthCurve): Paise {
  return reachedBy(curve, Infinity)
}

/**
 * Days after a month's end from which each of the earlier months would have been read within 2 % of its
 * end, for good. Nothing without an earlier month that made or lost anything.
 */
export function safeDaysAfter(curves: readonly MonthCurve[]): number | undefined {
  const days = curves.filter((curve) => finalAmount(curve) !== 0).map(safeDaysOf)
  return days.length === 0 ? undefined : Math.max(...days)
}

function safeDaysOf(curve: MonthCurve): number {
  const final = finalAmount(curve)
  const changes = [...new Set(curve.arrivals.map(({ daysAfter }) => daysAfter))].sort(
    (a, b) => b - a,
  )
  let safe = changes[0] ?? 0
  for (const day of changes) {
    const isSafe = Math.abs(final - reachedBy(curve, day)) * WHOLE_BPS <= Math.abs(final) * SAFE_BPS
    if (!isSafe) return Math.max(0, safe)
    safe = day
  }
  return Math.max(0, safe)
}

/** The day from which a month is safe to read; nothing while no earlier month can tell. */
export function safeToReadOn(
  month: BusinessMonth,
  earlier: readonly MonthCurve[],
): BusinessDate | undefined {
  const days = safeDaysAfter(earlier)
  return days === undefined ? undefined : addDays(lastDayOf(month), days)
}

/**
 * True for a month of which everything can be known: payments from before its first order could have been
 * paid until it was over are there, without a month between them that is missing.
 */
export function isWholeMonth(
  month: BusinessMonth,
  paid: {
    readonly firstOn: BusinessDate
    readonly lastOn: BusinessDate
    readonly months: ReadonlySet<string>
  },
  asOf: BusinessDate,
): boolean {
  const overOn = addDays(lastDayOf(month), OVER_AFTER_DAYS)
  if (overOn > asOf || paid.lastOn < overOn) return false
  if (paid.firstOn > addDays(firstDayOf(month), FIRST_PAYMENT_DAYS)) return false
  return monthsBetween(nextMonth(month), monthOf(overOn)).every((each) => paid.months.has(each))
}

/** A month that is not over yet, by the day it is looked at. */
export type YoungMonth = {
  readonly month: BusinessMonth
  readonly orderedUnits: number
  readonly soFar: Paise
}

export type EndRange = {
  readonly least: Paise
  readonly most: Paise
  readonly learnedFrom: number
}

/**
 * How the month may end: what has come so far and what the seller's earlier months still brought or cost
 * after that many days, in proportion to their orders. The whole spread is added on each side, because
 * the few months there are will seldom have been the extremes. Nothing with fewer than two.
 */
export function endRange(
  { month, orderedUnits, soFar }: YoungMonth,
  earlier: readonly MonthCurve[],
  asOf: BusinessDate,
): EndRange | undefined {
  const daysAfter = daysBetween(lastDayOf(month), asOf)
  // Of a month that is not over nobody knows how large it will be.
  if (daysAfter < 0) return undefined
  const rests = earlier
    .filter((curve) => curve.orderedUnits > 0)
    .map((curve) =>
      share(
        subtract(finalAmount(curve), reachedBy(curve, daysAfter)),
        orderedUnits,
        curve.orderedUnits,
      ),
    )
  if (rests.length < LEAST_MONTHS) return undefined
  const [least, most] = [Math.min(...rests), Math.max(...rests)]
  const margin = most - least
  return {
    least: paise(soFar + least - margin),
    most: paise(soFar + most + margin),
    learnedFrom: rests.length,
  }
}

export type BackTest = {
  readonly months: number
  /** How many of them ended within the range that the other months would have given. */
  readonly within: number
  /** The furthest that one ended outside its range. */
  readonly worstMiss: Paise
}

/** Asks of every month of the past, so many days after its end, what the others would have foretold. */
export function backTestRange(curves: readonly MonthCurve[], daysAfter: number): BackTest {
  let [months, within] = [0, 0]
  let worstMiss: number = ZERO
  for (const curve of curves) {
    const range = endRange(
      { ...curve, soFar: reachedBy(curve, daysAfter) },
      curves.filter((other) => other !== curve),
      addDays(lastDayOf(curve.month), daysAfter),
    )
    if (!range) continue
    const final = finalAmount(curve)
    const miss = Math.max(range.least - final, final - range.most, 0)
    months += 1
    if (miss === 0) within += 1
    worstMiss = Math.max(worstMiss, miss)
  }
  return { months, within, worstMiss: paise(worstMiss) }
}
