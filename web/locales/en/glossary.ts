import { returns } from './parcels'
import { cases } from './reconcile'
import { definitions } from './definitions'
import { figures } from './figures'
import {
  type GlossaryEntry,
  type GlossaryPart,
  glossaryEntries,
  type Said,
} from '../glossary-entries'

export type { GlossaryEntry, GlossaryPart } from '../glossary-entries'

const PAYMENTS = 'Payments to Date'
const ORDERS = 'Orders'
const RETURNS = 'Returns'
const CLAIMS = 'Claims'
const BOTH = `${PAYMENTS}, ${ORDERS}`

const NAMES: Readonly<Record<string, string>> = {
  ...figures.lines,
  ...figures.more,
  ...figures.beside,
  netProfit: figures.netProfitWithCost,
  returnsInTransit: `${returns.title}: ${returns.tiles.inTransit.toLowerCase()}`,
  returnsReceived: `${returns.title}: ${returns.tiles.received.toLowerCase()}`,
  returnsLost: `${returns.title}: ${returns.tiles.lost.toLowerCase()}`,
  returnsOverdue: `${returns.title}: ${returns.tiles.overdue.toLowerCase()}`,
}

/** Where a sub-order stands: always in exactly one of these. */
const BUCKETS: Readonly<Record<keyof typeof cases.buckets, Said>> = {
  cancelled: { what: 'Stopped before it was dispatched.', files: BOTH },
  open: { what: 'On its way to the buyer, and nothing is late yet.', files: BOTH },
  rto: {
    what: 'Never delivered, and back to you or on its way back. Meesho takes no fee for it.',
    files: `${BOTH}, ${RETURNS}`,
  },
  returned: {
    what: 'Delivered, then sent back by the buyer. An orders file goes on saying Delivered, so this is known from payments, returns and GST files.',
    files: `${PAYMENTS}, ${RETURNS}, GST report`,
  },
  exchanged: { what: 'Swapped at the buyer’s door for another piece.', files: BOTH },
  lost: { what: 'The courier lost the parcel.', files: `${BOTH}, ${RETURNS}` },
  awaiting: { what: 'Delivered, not paid, and its money is not due yet.', files: BOTH },
  promised: {
    what: 'Not paid yet, and in the newest outstanding file: an estimate of Meesho’s, not money.',
    files: 'Outstanding payments',
  },
  overdue: {
    what: 'Delivered, its due day has passed, nothing was paid and nothing is promised.',
    formula:
      'Due day = order day + the days in which 99 of 100 of your own orders were paid (21 until 50 are known) + 2',
    files: BOTH,
  },
  paid: { what: 'Delivered and settled.', files: PAYMENTS },
  unknown: {
    what: 'A status that we have never seen. It is shown so, and not guessed.',
    files: BOTH,
  },
}

/** What is looked for in each row, and how much is at stake. */
const RULES: Readonly<Record<keyof typeof cases.rules, Said>> = {
  settlement_does_not_add_up: {
    what: 'The parts of a payment row do not give its settlement, in any form that Meesho uses.',
    formula: 'Final Settlement Amount − the 18 terms of its formula',
    files: PAYMENTS,
  },
  tcs_rate: {
    what: 'TCS differs by more than 2 paise from the rate in force on that day.',
    formula: 'TCS − rate × taxable value',
    files: PAYMENTS,
  },
  tds_rate: {
    what: 'TDS differs by more than 2 paise from the rate in force on that day.',
    formula: 'TDS − rate × taxable value',
    files: PAYMENTS,
  },
  commission_rate: {
    what: 'Commission differs from the percentage that stands in its own row.',
    formula: 'Commission − commission % × net sale',
    files: PAYMENTS,
  },
  delivered_not_paid: {
    what: 'A delivered sub-order is overdue.',
    formula: 'Sale × the share of a sale that is usually settled for this SKU',
    files: BOTH,
  },
  rto_charged: {
    what: 'Money was taken for a parcel that was never delivered.',
    files: PAYMENTS,
  },
  return_charge_without_return: {
    what: 'Return shipping was charged, and no file says that anything came back.',
    files: `${PAYMENTS}, ${RETURNS}`,
  },
  return_charged_twice: {
    what: 'Return shipping was charged more than once for one sub-order.',
    formula: 'All return charges but the first',
    files: PAYMENTS,
  },
  shipping_charge_jump: {
    what: 'Shipping of a unit is half as much again as is usual for this SKU, or more.',
    formula: 'Charge − the usual charge of the SKU, known from 5 rows on',
    files: PAYMENTS,
  },
  recovery_without_reason: {
    what: 'Meesho took money back and gave no reason.',
    files: PAYMENTS,
  },
  return_lost_uncompensated: {
    what: 'A returning parcel was lost, and no money came for it within 30 days.',
    files: `${RETURNS}, ${PAYMENTS}`,
  },
  return_overdue: {
    what: 'A parcel has been on its way back for more than 21 days.',
    files: RETURNS,
  },
  claim_approved_not_credited: {
    what: 'A claim was approved, and no money came within 14 days.',
    formula: 'The amount in the ticket',
    files: `${CLAIMS}, ${PAYMENTS}`,
  },
  lost_uncompensated: {
    what: 'A parcel was lost on its way to the buyer, and no money came within 30 days.',
    files: BOTH,
  },
  claim_window_closing: {
    what: 'A return came back within the last seven days and no claim was raised: it can still be claimed.',
    files: `${RETURNS}, ${CLAIMS}`,
  },
  order_unknown: {
    what: 'Money for a sub-order that is in none of your orders files. Nothing is lost; add the orders of that month.',
    files: BOTH,
  },
}

const words: readonly GlossaryEntry[] = [
  {
    id: 'sub-order',
    name: 'Sub-order',
    what: 'One product line of a buyer’s order, such as 258066903826327774_1. Everything is counted by it.',
  },
  {
    id: 'settlement-line',
    name: 'Settlement line',
    what: 'One row of a payments file. A sub-order may have many: delivered, later returned, then a claim.',
  },
  {
    id: 'payout',
    name: 'Payout',
    what: 'What one payment day brought to the bank. It carries the settlements of many sub-orders.',
  },
  {
    id: 'basis',
    name: 'Order date and payment date',
    what: 'Two ways to count money: by the day of the order, or by the day on which it was paid. Both are right, and they differ by timing.',
  },
  {
    id: 'bridge',
    name: 'Bridge',
    what: 'The list of reasons for which profit by order date and by payment date differ. It adds up to the difference.',
  },
  {
    id: 'maturity',
    name: 'How far a month has come',
    what: 'How much of a month is final: returns and payments go on arriving for weeks after it ends.',
  },
  {
    id: 'customer-return',
    name: 'Customer return and RTO',
    what: 'A customer return was delivered and sent back, and costs return shipping. An RTO was never delivered, and costs none.',
  },
  {
    id: 'claim-window',
    name: 'Claim window',
    what: 'The seven days after a return is received in which a wrong or damaged parcel can be claimed.',
  },
  {
    id: 'discrepancy',
    name: 'Discrepancy',
    what: 'What was expected and what was settled disagree. Each has its money, its proof and a next step.',
  },
  {
    id: 'held-back',
    name: 'Held back',
    what: 'A report with a column of money that we do not know. Nothing of it counts until it is understood.',
  },
  {
    id: 'undo',
    name: 'Undo',
    what: 'Takes a file out again: everything that came from it leaves every figure.',
  },
  {
    id: 'gst',
    name: 'GST, TCS and TDS',
    what: 'GST is in your prices and belongs to the government. TCS is GST collected at source, TDS is income tax deducted at source (section 194-O): both come back with your returns.',
  },
]

export const glossary = {
  title: 'Glossary',
  lead: 'What each figure and word means, how it is made, and from which files.',
  search: 'Search a word or a figure',
  found: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
  none: 'No entry has these words',
  noneDetail: 'Try a shorter word, or clear the search.',
  clear: 'Clear search',
  formula: 'How',
  files: 'From',
  link: (name: string) => `Link to ${name}`,
  toHelp: 'Where each file is found',
}

export const glossaryParts: readonly GlossaryPart[] = [
  { title: 'Figures', entries: glossaryEntries(undefined, NAMES, definitions) },
  { title: 'Words', entries: words },
  { title: 'Where a sub-order stands', entries: glossaryEntries('bucket', cases.buckets, BUCKETS) },
  { title: 'What can be wrong', entries: glossaryEntries('rule', cases.rules, RULES) },
]
