import {
  addDays,
  type BusinessDate,
  type BusinessMonth,
  firstDayOf,
  lastDayOf,
  monthOf,
  nextMonth,
} from '../dates'

export type Days = { readonly from: BusinessDate; readonly to: BusinessDate }
export type Months = { readonly from: BusinessMonth; readonly to: BusinessMonth }

/** A period as whole months with the days left over before and after them; reads few totals for a year. */
export type SplitPeriod = { readonly months: Months | undefined; readonly days: readonly Days[] }

export function splitPeriod({ from, to }: Days): SplitPeriod {
  if (from > to) return { months: undefined, days: [] }
  const startsWhole = from === firstDayOf(monthOf(from))
  const endsWhole = to === lastDayOf(monthOf(to))
  const firstMonth = startsWhole ? monthOf(from) : nextMonth(monthOf(from))
  const lastMonth = endsWhole ? monthOf(to) : monthOf(addDays(firstDayOf(monthOf(to)), -1))
  if (firstMonth > lastMonth) return { months: undefined, days: [{ from, to }] }
  const days: Days[] = []
  if (!startsWhole) days.push({ from, to: lastDayOf(monthOf(from)) })
  if (!endsWhole) days.push({ from: firstDayOf(monthOf(to)), to })
  return { months: { from: firstMonth, to: lastMonth }, days }
}

/** Days of its first month before a period, and of its last month after it; nothing where it takes them all. */
export function leftOut({ from, to }: Days): {
  readonly before: Days | undefined
  readonly after: Days | undefined
} {
  const [first, last] = [firstDayOf(monthOf(from)), lastDayOf(monthOf(to))]
  return {
    before: from === first ? undefined : { from: first, to: addDays(from, -1) },
    after: to === last ? undefined : { from: addDays(to, 1), to: last },
  }
}
