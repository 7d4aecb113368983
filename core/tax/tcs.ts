import { TCS_RATES } from '../money/rates'
import { type GstMonthSum, type Register, registerOf, type WithheldSum } from './withheld'

/** TCS by month, as GSTR-8 of the marketplace puts it into the seller's cash ledger. */
export function tcsRegister(
  sums: Iterable<WithheldSum>,
  reported: Iterable<GstMonthSum> = [],
): Register {
  return registerOf(sums, reported, TCS_RATES)
}
