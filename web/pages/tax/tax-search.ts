import {
  type BusinessDate,
  type BusinessMonth,
  addDays,
  financialYearOf,
  firstDayOf,
  monthOf,
  parseBusinessMonth,
} from '#core/dates'
import type { GstSummary, WithheldTax } from '../../tax-api'

export const GST_SIDES = ['rate', 'state', 'hsn'] as const
export type GstSide = (typeof GST_SIDES)[number]

export type TaxSearch = Partial<
  Record<'year' | 'month' | 'tax' | 'by' | 'gstin', string | undefined>
>

export type TaxChoice = {
  readonly year: number
  readonly tax: WithheldTax
  readonly side: GstSide
  /** Nothing where the address names none: the newest month with a report is then shown. */
  readonly month: BusinessMonth | undefined
}

/** What the address says, and sensible answers where it says nothing or nonsense. */
export function readTaxSearch(search: TaxSearch, today: BusinessDate): TaxChoice {
  const year = /^20\d\d$/.test(search.year ?? '') ? Number(search.year) : 0
  return {
    year: year >= 2017 ? year : financialYearOf(today),
    tax: search.tax === 'tds' ? 'tds' : 'tcs',
    side: GST_SIDES.find((side) => side === search.by) ?? 'rate',
    month: parseBusinessMonth(search.month ?? ''),
  }
}

/** The month that is to be filed next: the one before today's. */
export function lastMonth(today: BusinessDate): BusinessMonth {
  return monthOf(addDays(firstDayOf(monthOf(today)), -1))
}

/** The years to choose from: those with figures, this one, and the chosen one; the newest first. */
export function yearChoices(
  years: readonly number[],
  chosen: number,
  today: BusinessDate,
): number[] {
  return [...new Set([...years, chosen, financialYearOf(today)])].toSorted((a, b) => b - a)
}

export function monthChoices(months: GstSummary['months'], chosen: string): string[] {
  return [...new Set([...months.map(({ month }) => month), chosen])].toSorted().toReversed()
}
