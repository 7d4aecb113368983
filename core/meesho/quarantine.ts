import type { ColumnTrouble } from './headers'
import type { ReportKind } from './report'

const NAMES: Readonly<Record<ReportKind, string>> = {
  orders: 'orders report',
  'payments.orders': 'Order Payments sheet',
  'payments.ads': 'Ads Cost sheet',
  'payments.referral': 'Referral Payments sheet',
  'payments.adjustments': 'Compensation and Recovery sheet',
  outstanding: 'Order Payments sheet of promised payments',
  'outstanding.ads': 'Ads Cost sheet of promised payments',
  returns: 'returns report',
  claims: 'claims report',
  'gst.sales': 'GST sales report',
  'gst.returns': 'GST returns report',
  tax_invoices: 'list of tax invoices',
  costs: 'list of costs',
}

export const OLDEST_SENTENCE =
  'This payments report has the columns of 2022, which we do not read yet, so nothing in it has been counted.'

export const PROMISE_SENTENCE =
  'This sheet promises money that has not been paid yet, and we read such promises for orders and ads only, so nothing in it has been counted.'

export const OUTCOME_SENTENCE =
  'This file does not say what became of these returns: in transit, out for delivery, delivered or lost. Nothing in it has been counted. Please download it from the panel again and upload it as it comes, with the lines above the table.'

/** What changed and what it means, for a seller who has never heard of a column layout. */
export function sentenceAbout(kind: ReportKind, { missing, unknown }: ColumnTrouble): string {
  const parts = [
    missing.length > 0 ? `These columns are missing: ${quoted(missing)}.` : '',
    unknown.length > 0 ? `We do not know what these money columns mean: ${quoted(unknown)}.` : '',
    `Nothing in the ${NAMES[kind]} has been counted, so that no figure is wrong.`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ')
}
