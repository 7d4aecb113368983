import type { BusinessDate } from '../dates'
import type { SubOrderNo } from '../ids'
import type { Paise } from '../money/paise'
import type { Beside, Term } from './terms'

/**
 * One row of a payments report. Every amount is in paise, positive towards the seller.
 * `undefined` means that the file's cell is empty; it is never a zero.
 */
export type SettlementLine = Readonly<Record<Term | Beside, Paise>> & {
  readonly subOrderNo: SubOrderNo
  readonly orderedOn: BusinessDate | undefined
  readonly dispatchedOn: BusinessDate | undefined
  readonly productName: string
  readonly sku: string
  readonly catalogId: string
  readonly orderSource: string
  /** As the file says it, trimmed: `Delivered`, `RTO`, `Return`, …; '' is an adjustment row. */
  readonly status: string
  readonly gstRateBps: number | undefined
  readonly listingPrice: Paise | undefined
  readonly quantity: number | undefined
  readonly transactionId: string
  readonly paidOn: BusinessDate
  readonly settlement: Paise
  readonly priceType: string
  readonly commissionRateBps: number | undefined
  readonly tdsRateBps: number | undefined
  readonly compensationReason: string
  readonly claimsReason: string
  readonly recoveryReason: string
}

/** A promise in an outstanding report: an estimate, with no transaction and often no day yet. */
export type OutstandingPayment = Omit<SettlementLine, 'paidOn' | 'transactionId'> & {
  /** Nothing while Meesho has not scheduled it. */
  readonly promisedOn: BusinessDate | undefined
}

/** One row of the Ads Cost sheet. `total` is what the payout lost: cost less credits, with GST, negative. */
export type AdSpend = {
  readonly ranOn: BusinessDate
  readonly deductedOn: BusinessDate
  readonly campaignId: string
  readonly cost: Paise
  readonly credits: Paise
  readonly netCost: Paise
  readonly gst: Paise
  readonly total: Paise
}

/** One row of the Referral Payments sheet; the payout gains `net` and loses `taxes`, which is negative. */
export type ReferralPayment = {
  readonly paidOn: BusinessDate
  readonly rewardId: string
  readonly storeName: string
  readonly reason: string
  readonly net: Paise
  readonly taxes: Paise
}

/** One row of the Compensation and Recovery sheet: money of the platform that belongs to no sub-order. */
export type PlatformAdjustment = {
  readonly paidOn: BusinessDate
  readonly program: string
  readonly reason: string
  readonly amount: Paise
}
