import type { BusinessMonth } from '../dates'
import { TDS_RATES } from '../money/rates'
import { type RegisterMonth, registerOf, type WithheldSum } from './withheld'

/** A month of TDS under 194-O, with the quarter of the financial year that Form 26AS shows it in. */
export type TdsMonth = RegisterMonth & { readonly quarter: 1 | 2 | 3 | 4 }

export function tdsRegister(sums: Iterable<WithheldSum>): TdsMonth[] {
  return registerOf(sums, TDS_RATES).map((month) => ({ ...month, quarter: quarterOf(month.month) }))
}

function quarterOf(month: BusinessMonth): TdsMonth['quarter'] {
  const index = Number(month.slice(5))
  if (index >= 4 && index <= 6) return 1
  if (index >= 7 && index <= 9) return 2
  return index >= 10 ? 3 : 4
}
