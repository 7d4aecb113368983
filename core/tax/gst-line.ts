import type { BusinessDate, BusinessMonth } from '../dates'
import type { SubOrderNo } from '../ids'
import { type MicroRupees, microRupees } from '../money/micro-rupees'
import type { Gstin } from './gstin'

/**
 * One row of a GST sales or returns report. Values are as the file has them: a return is positive and is
 * taken off the sales, and a discount given after the sale is a sale of quantity 0 and a negative value.
 */
export type GstLine = {
  readonly subOrderNo: SubOrderNo
  /** The month the row is to be filed in, which its days need not lie in. */
  readonly month: BusinessMonth
  readonly orderedOn: BusinessDate | undefined
  /** The day of the cancellation or return; only in a returns report. */
  readonly returnedOn: BusinessDate | undefined
  readonly manifestedOn: BusinessDate | undefined
  readonly quantity: number | undefined
  readonly gstRateBps: number | undefined
  /** Nothing where the file says `null`: unknown, and not zero. */
  readonly taxable: MicroRupees | undefined
  readonly tax: MicroRupees | undefined
  readonly invoice: MicroRupees | undefined
  readonly taxableShipping: MicroRupees | undefined
  readonly isTaxTruncated: boolean
  readonly hsn: string
  /** As the file writes it; see core/tax/states for the name to sum by. */
  readonly stateText: string
  /** The seller's own number, which says the state it is supplied from. */
  readonly gstin: string
  /** Of the marketplace that collected TCS; nothing where the layout has none, or the cell no true one. */
  readonly operatorGstin: Gstin | undefined
  readonly status: string
  readonly transactionType: string
}

const MICRO_IN_RUPEE = 1_000_000
// Values are printed unrounded, so that the tax of a rupee differs in the last digits of a double only.
const PRINTED_TOLERANCE = 20_000

/** The tax that a taxable value and a rate give; half a millionth away from zero. */
export function exactTax(taxable: MicroRupees, gstRateBps: number): MicroRupees {
  const product = BigInt(taxable) * BigInt(gstRateBps)
  const half = product < 0n ? -5_000n : 5_000n
  return microRupees(Number((product + half) / 10_000n))
}

/** In March and April 2025 the panel cut the tax to whole rupees: 64 for 64.39. Its taxable value is whole. */
export function isTaxTruncated(
  taxable: MicroRupees | undefined,
  tax: MicroRupees | undefined,
  gstRateBps: number | undefined,
): boolean {
  if (taxable === undefined || tax === undefined || gstRateBps === undefined) return false
  if (tax % MICRO_IN_RUPEE !== 0) return false
  const lost = Math.abs(exactTax(taxable, gstRateBps)) - Math.abs(tax)
  return lost > PRINTED_TOLERANCE && lost < MICRO_IN_RUPEE
}
