import type { Claim } from '../claims/claim'
import type { BusinessDate } from '../dates'
import type { SubOrderNo } from '../ids'
import type { Paise } from '../money/paise'
import type { SubOrder } from '../orders/sub-order'
import type { ReturnParcel } from '../returns/return-parcel'
import type { OutstandingPayment, SettlementLine } from '../settlements/settlement-line'
import type { Beside, Term } from '../settlements/terms'

/** The newest that any orders report says of a sub-order. */
export type OrderFacts = Pick<
  SubOrder,
  'status' | 'orderedOn' | 'sku' | 'quantity' | 'discountedPrice'
>

/** A settlement line, with its identity as text: the same after a re-import, a rebuild or an undo. */
export type LineFacts = Pick<
  SettlementLine,
  | Term
  | Beside
  | 'orderedOn'
  | 'sku'
  | 'status'
  | 'gstRateBps'
  | 'listingPrice'
  | 'quantity'
  | 'transactionId'
  | 'paidOn'
  | 'settlement'
  | 'commissionRateBps'
  | 'recoveryReason'
> & { readonly key: string }

/** A promise of the newest outstanding snapshot; older snapshots are no facts of today. */
export type PromiseFacts = Pick<
  OutstandingPayment,
  'status' | 'promisedOn' | 'settlement' | 'orderedOn' | 'sku' | 'quantity'
> & { readonly key: string }

/** A parcel on its way back, by the furthest outcome that any returns report gives it. */
export type ReturnFacts = Pick<
  ReturnParcel,
  'outcome' | 'type' | 'quantity' | 'createdOn' | 'outcomeOn'
> & { readonly key: string }

/** A ticket of the claims report; amount, day and transaction stand in its text, or nowhere. */
export type ClaimFacts = Pick<
  Claim,
  'ticketId' | 'state' | 'createdOn' | 'amount' | 'paidOn' | 'transactionId'
>

/** What the GST reports say; rows of quantity 0 are discounts and say nothing of a return. */
export type GstFacts = {
  /** Tax included, over the rows with a quantity. */
  readonly invoiceValue: Paise | undefined
  readonly wasReturned: boolean
}

/** Everything known of one sub-order that a rule may look at. */
export type SubOrderFacts = {
  readonly subOrderNo: SubOrderNo
  readonly order: OrderFacts | undefined
  readonly lines: readonly LineFacts[]
  readonly promises: readonly PromiseFacts[]
  readonly returns: readonly ReturnFacts[]
  readonly claims: readonly ClaimFacts[]
  readonly gst: GstFacts
}

/** Day by day; on one day by identity, so that the order of rows in a file never matters. */
export function inDayOrder<Line extends { paidOn: BusinessDate; key: string }>(
  lines: readonly Line[],
): Line[] {
  return [...lines].sort((a, b) => compare(a.paidOn, b.paidOn) || compare(a.key, b.key))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function orderedOnOf({ order, lines, promises }: SubOrderFacts): BusinessDate | undefined {
  if (order) return order.orderedOn
  return [...inDayOrder(lines), ...promises].find((row) => row.orderedOn)?.orderedOn
}

export function skuOf({ order, lines, promises }: SubOrderFacts): string {
  return order?.sku ?? [...inDayOrder(lines), ...promises].find((row) => row.sku)?.sku ?? ''
}

/** The quantity that was ordered; nothing where no report gives one. */
export function quantityOf({ order, lines, promises }: SubOrderFacts): number | undefined {
  return (
    order?.quantity ?? [...inDayOrder(lines), ...promises].find((row) => row.quantity)?.quantity
  )
}

/** What the buyer was to pay for one unit, before shipping. */
export function unitPriceOf({ order, lines }: SubOrderFacts): Paise | undefined {
  return order?.discountedPrice ?? inDayOrder(lines).find((line) => line.listingPrice)?.listingPrice
}
