import {
  type BusinessDate,
  type BusinessMonth,
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthOf,
  nextMonth,
} from '../dates'
import { allocate, negate, type Paise, paise, sum } from '../money/paise'
import type { Days } from '../pnl/period'
import { coversMonth, type Overhead } from './monthly-cost'

/** What the overheads of a period cost, negative: each month's amount in equal days, to the paisa. */
export function overheadsIn(overheads: readonly Overhead[], period: Days): Paise {
  return sum(monthsOf(period).map((month) => overheadsInMonth(overheads, month, period)))
}

/** The overheads of each month of a period, as far as it lies in it. */
export function overheadsByMonth(
  overheads: readonly Overhead[],
  period: Days,
): { month: BusinessMonth; amount: Paise }[] {
  return monthsOf(period).map((month) => ({
    month,
    amount: overheadsInMonth(overheads, month, period),
  }))
}

function overheadsInMonth(
  overheads: readonly Overhead[],
  month: BusinessMonth,
  { from, to }: Days,
): Paise {
  const [first, last] = [firstDayOf(month), lastDayOf(month)]
  const start = daysBetween(first, from > first ? from : first)
  const end = daysBetween(first, to < last ? to : last) + 1
  const covering = overheads.filter((overhead) => coversMonth(overhead, month))
  return negate(
    sum(
      covering.flatMap(({ amount }) =>
        byDay(amount, first, last).slice(start, Math.max(start, end)),
      ),
    ),
  )
}

/** Odd paise go to the first days of the month. */
function byDay(amount: Paise, first: BusinessDate, last: BusinessDate): Paise[] {
  const days = daysBetween(first, last) + 1
  return allocate(
    paise(amount),
    Array.from({ length: days }, () => 1),
  )
}

function monthsOf({ from, to }: Days): BusinessMonth[] {
  const months: BusinessMonth[] = []
  for (let month = monthOf(from); month <= monthOf(to); month = nextMonth(month)) months.push(month)
  return months
}
