import { formatRupees } from '../money/format-rupees'
import { paise } from '../money/paise'
import type { Discrepancy, Evidence, RuleId } from '../reconciliation/discrepancy'

/** Where a row of evidence stands, as the marketplace can look it up. */
export type EvidencePlace = {
  readonly filename: string
  readonly sheet: string
  readonly row: number
}

/** What is wrong, with the rows that show it. */
export type TicketSubject = Pick<
  Discrepancy,
  'rule' | 'subOrderNo' | 'atStake' | 'recoveredAmount'
> & { readonly evidence: readonly PlacedEvidence[] }

type PlacedEvidence = Pick<Evidence, 'column' | 'value'> & {
  readonly place: EvidencePlace | undefined
}

type Words = { readonly subject: string; readonly request: string }

const PAY = 'Please pay this amount, or tell us why it is not due.'
const REVERSE = 'Please reverse this charge, or tell us which report shows the reason for it.'
const COMPENSATE = 'Please compensate this parcel.'

const WORDS: Readonly<Record<RuleId, Words>> = {
  settlement_does_not_add_up: {
    subject: 'Settlement differs from the sum of its own columns',
    request: PAY,
  },
  tcs_rate: { subject: 'TCS was not collected at the rate in force', request: PAY },
  tds_rate: { subject: 'TDS was not deducted at the rate in force', request: PAY },
  commission_rate: {
    subject: 'Commission differs from the commission percentage',
    request: REVERSE,
  },
  delivered_not_paid: { subject: 'Delivered order has not been paid', request: PAY },
  rto_charged: { subject: 'Charge on an undelivered parcel (RTO)', request: REVERSE },
  return_charge_without_return: {
    subject: 'Return shipping was charged, but nothing was returned',
    request: REVERSE,
  },
  return_charged_twice: { subject: 'Return shipping was charged more than once', request: REVERSE },
  shipping_charge_jump: {
    subject: 'Shipping charge is far above the usual for this product',
    request: 'Please send the weight and photos it was charged by, or reverse the excess.',
  },
  recovery_without_reason: { subject: 'Recovery without a reason', request: REVERSE },
  return_lost_uncompensated: { subject: 'Returned parcel was lost', request: COMPENSATE },
  lost_uncompensated: { subject: 'Parcel was lost in transit', request: COMPENSATE },
  return_overdue: {
    subject: 'Returned parcel has not arrived',
    request: 'Please deliver this parcel or declare it lost and compensate it.',
  },
  claim_approved_not_credited: {
    subject: 'Approved claim has not been credited',
    request: 'Please credit the approved amount, and tell us the transaction id.',
  },
  claim_window_closing: {
    subject: 'Wrong or damaged item in a customer return',
    request: 'Please approve this claim; the opening video and the waybill image are attached.',
  },
  order_unknown: {
    subject: 'Payment for an order that is in no orders report',
    request: 'Please tell us which order this payment belongs to.',
  },
}

/** A ticket ready to be sent: what is wrong, how much, and the rows that show it. */
export function ticketText(about: TicketSubject): { subject: string; body: string } {
  const { rule, subOrderNo, atStake, recoveredAmount, evidence } = about
  const { subject, request } = WORDS[rule]
  const amount = paise(atStake - recoveredAmount)
  const rows = evidence.map((each) => `- ${evidenceText(each)}`)
  const lines = [
    `Sub-order ${subOrderNo}: ${subject}.`,
    ...(amount > 0 ? [`Amount: ${formatRupees(amount)}.`] : []),
    'This is what your own reports show:',
    ...rows,
    request,
  ]
  return { subject: `${subject}: ${subOrderNo}`, body: lines.join('\n') }
}

const MONEY = new Set([
  'settlement',
  'unexplained',
  'tcs',
  'tds',
  'commission',
  'sale',
  'saleReturn',
  'shipping',
  'returnShipping',
  'recovery',
  'discountedPrice',
  'amount',
])

/** True for the columns of evidence that hold paise. */
export function isMoneyColumn(column: string): boolean {
  return MONEY.has(column)
}

function evidenceText({ column, value, place }: PlacedEvidence): string {
  const isMoney = isMoneyColumn(column) && typeof value === 'number'
  const shown = isMoney ? formatRupees(paise(value)) : value === '' ? 'blank' : String(value)
  if (!place) return `${column}: ${shown}`
  const where = [place.filename, place.sheet, `row ${place.row}`].filter(Boolean).join(', ')
  return `${column}: ${shown} (${where})`
}
