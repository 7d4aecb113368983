import {
  addDays,
  type BusinessDate,
  type BusinessMonth,
  firstDayOf,
  lastDayOf,
  monthOf,
} from '../dates'
import type { Days } from './period'

/** Days that stand wholly before, in or after a period. */
export type SidedDays = Days & { readonly side: 'before' | 'in' | 'after' }

/** A month cut at the ends of a period: one piece where it stands wholly on one side. */
export function cutMonth(month: BusinessMonth, { from, to }: Days): SidedDays[] {
  const [first, last] = [firstDayOf(month), lastDayOf(month)]
  const pieces: SidedDays[] = [
    { side: 'before', from: first, to: earlier(last, addDays(from, -1)) },
    { side: 'in', from: later(first, from), to: earlier(last, to) },
    { side: 'after', from: later(first, addDays(to, 1)), to: last },
  ]
  return pieces.filter((piece) => piece.from <= piece.to)
}

/** The side on which most days of a month stand. */
export function mainSideOf(month: BusinessMonth, period: Days): SidedDays['side'] {
  const [most] = cutMonth(month, period).toSorted((a, b) => daysOf(b) - daysOf(a))
  // A month has days, and each of them stands on a side.
  return most?.side ?? 'in'
}

/** A month has at most 31 of them. */
function daysOf({ from, to }: Days): number {
  return Number(to.slice(8)) - Number(from.slice(8)) + 1
}

/** The months that the period takes part of: their days stand on two sides of it, or on three. */
export function cutMonthsOf(period: Days): BusinessMonth[] {
  const ends = new Set([monthOf(period.from), monthOf(period.to)])
  return [...ends].filter((month) => cutMonth(month, period).length > 1)
}

function earlier(a: BusinessDate, b: BusinessDate): BusinessDate {
  return a < b ? a : b
}

function later(a: BusinessDate, b: BusinessDate): BusinessDate {
  return a > b ? a : b
}
