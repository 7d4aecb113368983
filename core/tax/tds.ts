import type { BusinessMonth } from '../dates'
import { TDS_RATES } from '../money/rates'
import { type GstMonthSum, type Register, registerOf, type WithheldSum } from './withheld'

/** TDS under section 194-O by month, as Form 26AS shows it by quarter. */
export function tdsRegister(
  sums: Iterable<WithheldSum>,
  reported: Iterable<GstMonthSum> = [],
): Register {
  return registerOf(sums, reported, TDS_RATES)
}

/** The quarter of the financial year that a month is in: April to June is the first. */
export function quarterOf(month: BusinessMonth): 1 | 2 | 3 | 4 {
  const index = Number(month.slice(5))
  if (index >= 4 && index <= 6) return 1
  if (index >= 7 && index <= 9) return 2
  return index >= 10 ? 3 : 4
}
