import { TCS_RATES } from '../money/rates'
import { type RegisterMonth, registerOf, type WithheldSum } from './withheld'

/** TCS by month, as GSTR-8 of the marketplace puts it into the seller's cash ledger (GSTR-2X, table 6). */
export function tcsRegister(sums: Iterable<WithheldSum>): RegisterMonth[] {
  return registerOf(sums, TCS_RATES)
}
