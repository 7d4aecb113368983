import type { BusinessDate } from '../dates'
import { negate, type Paise, paise, share, ZERO } from '../money/paise'
import { rateOn, SERVICE_GST_RATES } from '../money/rates'
import type { SettlementLine } from './settlement-line'

const WHOLE_BPS = 100_00

/**
 * The tax inside the prices that buyers paid, as money that is not the seller's: negative on a sale.
 * Nothing when there was a sale and the product's GST rate is unknown.
 */
export function gstOnSales(
  line: Pick<SettlementLine, 'sale' | 'saleReturn' | 'gstRateBps'>,
): Paise | undefined {
  const net = paise(line.sale + line.saleReturn)
  if (net === 0) return ZERO
  if (line.gstRateBps === undefined) return undefined
  return negate(share(net, line.gstRateBps, WHOLE_BPS + line.gstRateBps))
}

/** The tax inside fees that were charged (negative), which comes back as a credit (positive). */
export function gstCreditOnFees(fees: Paise, day: BusinessDate): Paise {
  // Before the first rate there was no GST to credit.
  const rateBps = rateOn(SERVICE_GST_RATES, day) ?? 0
  return negate(share(fees, rateBps, WHOLE_BPS + rateBps))
}
