import {
  addDays,
  type BusinessDate,
  type BusinessMonth,
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthOf,
  nextMonth,
} from '../dates'
import { allocate, negate, type Paise, paise, sum, ZERO } from '../money/paise'
import type { Days } from '../pnl/period'
import { coversMonth, type Overhead } from './monthly-cost'

/** What the overheads of a period cost, negative: each month's amount in equal days, to the paisa. */
export function overheadsIn(overheads: readonly Overhead[], period: Days): Paise {
  return sum(overheadsByDay(overheads, period).map(({ amount }) => amount))
}

/** The overheads of each month of a period, as far as it lies in it. */
export function overheadsByMonth(
  overheads: readonly Overhead[],
  { from, to }: Days,
): { month: BusinessMonth; amount: Paise }[] {
  return monthsOf({ from, to }).map((month) => {
    const [first, last] = [firstDayOf(month), lastDayOf(month)]
    const days = { from: from > first ? from : first, to: to < last ? to : last }
    return { month, amount: overheadsIn(overheads, days) }
  })
}

/** The overheads of each day of a period. */
export function overheadsByDay(
  overheads: readonly Overhead[],
  { from, to }: Days,
): { day: BusinessDate; amount: Paise }[] {
  return monthsOf({ from, to }).flatMap((month) =>
    daysOfMonth(overheads, month).filter(({ day }) => day >= from && day <= to),
  )
}

/** Odd paise go to the first days of the month. */
function daysOfMonth(
  overheads: readonly Overhead[],
  month: BusinessMonth,
): { day: BusinessDate; amount: Paise }[] {
  const first = firstDayOf(month)
  const days = Array.from({ length: daysBetween(first, lastDayOf(month)) + 1 }, (_, at) => at)
  const shares = overheads
    .filter((overhead) => coversMonth(overhead, month))
    .map(({ amount }) =>
      allocate(
        paise(amount),
        days.map(() => 1),
      ),
    )
  return days.map((at) => ({
    day: addDays(first, at),
    amount: negate(sum(shares.map((share) => share[at] ?? ZERO))),
  }))
}

function monthsOf({ from, to }: Days): BusinessMonth[] {
  const months: BusinessMonth[] = []
  for (let month = monthOf(from); month <= monthOf(to); month = nextMonth(month)) months.push(month)
  return months
}
