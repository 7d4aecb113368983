import { addDays, businessDate } from '#core/dates'
import { type Beside, type Term, TERMS } from '#core/settlements/terms'
import type { Arbitrary } from 'fast-check'
import {
  type Extra,
  type Happenings,
  happenings,
  type Line,
  SKUS,
  type SubOrderHappenings,
} from './happenings'
import { type PaymentsLayout, rupees } from './payments-sheets'

export type Cells = readonly string[]

/** A row of an Order Payments sheet, and what of it any figure must agree with. */
export type PaidRow = {
  readonly cells: Cells
  readonly subOrderNo: string
  /** By the orders report, or else by the row itself; '' where neither tells. */
  readonly orderedOn: string
  readonly paidOn: string
  readonly sku: string
  readonly settlement: number
  /** The same in rows that are one line to the ledger, but for which of them they are. */
  readonly likeness: string
}

/** A row of one of the payout's other sheets. */
export type ExtraRow = {
  readonly cells: Cells
  readonly orderDay: string
  readonly paidOn: string
  readonly amount: number
}

export type ReturnExport = 'intransit' | 'completed_delivered' | 'completed_lost'

/** Everything that a seller could download, row by row. */
export type SellerRows = {
  readonly layout: PaymentsLayout
  readonly orders: readonly Cells[]
  /** The same report, downloaded weeks before: some of its parcels were still on their way. */
  readonly earlierOrders: readonly Cells[]
  readonly payments: readonly PaidRow[]
  readonly ads: readonly ExtraRow[]
  readonly referral: readonly ExtraRow[]
  readonly adjustments: readonly ExtraRow[]
  readonly promises: readonly PaidRow[]
  readonly returns: Readonly<Record<ReturnExport, readonly Cells[]>>
  readonly claims: readonly Cells[]
  readonly costs: readonly Cells[]
  /** Every sub-order that any of the files speaks of. */
  readonly subOrderNos: readonly string[]
}

const FIRST_DAY = businessDate('2026-05-20')
const dayAfter = (days: number) => addDays(FIRST_DAY, days)

/** The files of a small seller: every term, outcome and gap in the reports, twins, and days that are missing. */
export const sellerRows: Arbitrary<SellerRows> = happenings.map(rowsOf)

/** What the reports say of all that happened. */
export function rowsOf(happened: Happenings): SellerRows {
  const { layout, subOrders, ads, referral, adjustments, costs } = happened
  const all = subOrders.map((each, index) => ({ ...each, no: noOf(index) }))
  return {
    layout,
    orders: all.filter(({ isListed }) => isListed).map((each) => orderCells(each, each.status)),
    earlierOrders: all
      .filter(({ isListed, wasListed }) => isListed && wasListed !== 'no')
      .map((each) => orderCells(each, each.wasListed === 'same' ? each.status : 'SHIPPED')),
    payments: all.flatMap((each) => paidRows(each, layout)),
    ads: ads.map(adRow),
    referral: referral.map(referralRow),
    adjustments: adjustments.map(adjustmentRow),
    promises: all.flatMap((each) =>
      each.promise ? [paidRow(each, each.promise, '', layout)] : [],
    ),
    returns: {
      intransit: parcelsOf(all, 'intransit'),
      completed_delivered: parcelsOf(all, 'completed_delivered'),
      completed_lost: parcelsOf(all, 'completed_lost'),
    },
    claims: all.flatMap((each, index) => claimCells(each, index)),
    costs: costRows(costs),
    subOrderNos: all.filter(isSpokenOf).map(({ no }) => no),
  }
}

type Numbered = SubOrderHappenings & { readonly no: string }

function noOf(index: number): string {
  return `25806${String(6_000_000_000_000 + index * 7919).padStart(13, '0')}_1`
}

function isSpokenOf({ isListed, lines, promise, parcel, claim }: Numbered): boolean {
  return isListed || lines.length > 0 || [promise, parcel, claim].some((each) => each !== null)
}

function orderCells({ no, day, sku, quantity, price }: Numbered, status: string): Cells {
  const price2 = rupees(price)
  return [
    status,
    no,
    '83550819',
    dayAfter(day),
    'Organic',
    ['Kerala', 'Bihar', 'Assam'][day % 3] ?? '',
    `Kurti ${sku}`,
    SKUS[sku] ?? '',
    'Free Size',
    String(quantity),
    price2,
    price2,
    `TP9L${no.slice(5, 15)}`,
  ]
}

/** Each line is paid after the one before it, so that no two are alike but for twins. */
function paidRows(order: Numbered, layout: PaymentsLayout): PaidRow[] {
  let days = order.day + order.firstPaidAfter
  return order.lines.flatMap((each) => {
    const paidOn = dayAfter(days)
    const row = paidRow(order, each, paidOn, layout)
    days += 1 + each.daysLater
    const rows = Array.from({ length: each.copies }, () => row)
    return each.hasUnlikeTwin ? [...rows, unlikeTwin(order, each, paidOn, layout)] : rows
  })
}

/** A line of the same day, transfer, status, sale and settlement that says something else in all the rest. */
function unlikeTwin(order: Numbered, each: Line, paidOn: string, layout: PaymentsLayout): PaidRow {
  const { shipping, returnShipping, claims, recovery } = each.fees
  const fees = {
    ...each.fees,
    shipping: returnShipping,
    returnShipping: shipping,
    claims: recovery,
    recovery: claims,
  }
  const other: Numbered = {
    ...order,
    sku: (order.sku + 1) % SKUS.length,
    quantity: order.quantity === 1 ? 2 : 1,
  }
  const line = { ...each, fees, gstRate: '12', hasReason: !each.hasReason } as const
  return paidRow(other, line, paidOn, layout)
}

function paidRow(order: Numbered, each: Line, paidOn: string, layout: PaymentsLayout): PaidRow {
  const sku = SKUS[order.sku] ?? ''
  const saleReturn = each.isSentBack ? -each.sale : 0
  const amounts = { ...each.fees, sale: each.sale, saleReturn }
  const terms = TERMS.reduce((sum, term) => sum + amounts[term], 0)
  const settlement = terms + each.gap + (each.includes ? amounts[each.includes] : 0)
  const days = { same: dayAfter(order.day), next: dayAfter(order.day + 1), missing: '' }
  const ownDay = days[each.orderDay]
  const cells = [
    order.no,
    ownDay,
    dayAfter(order.day + 1),
    `Kurti ${order.sku}`,
    sku,
    ...(layout === 'P3' ? ['83550819', 'Organic'] : []),
    each.status,
    each.gstRate,
    rupees(order.price),
    String(order.quantity),
    paidOn === '' ? '' : `AXISCN${paidOn.replaceAll('-', '')}`,
    paidOn === '' ? 'To be scheduled' : paidOn,
    rupees(settlement),
    '',
    ...moneyCells(amounts),
    '',
    '',
    each.hasReason ? 'Affiliate Fee' : '',
  ]
  const orderedOn = order.isListed ? dayAfter(order.day) : ownDay
  const likeness = [order.no, paidOn, each.status, settlement, each.sale].join('|')
  return { cells, subOrderNo: order.no, orderedOn, paidOn, sku, settlement, likeness }
}

function moneyCells(amounts: Readonly<Record<Term | Beside, number>>): string[] {
  const cell = (name: Term | Beside) => rupees(amounts[name])
  return [
    cell('sale'),
    cell('saleReturn'),
    cell('fixedFeeRevenue'),
    cell('warehousingRevenue'),
    cell('returnPremium'),
    cell('returnPremiumReturn'),
    '0.0',
    cell('commission'),
    cell('goldFee'),
    cell('mallFee'),
    cell('fixedFeeDeduction'),
    cell('warehousingDeduction'),
    cell('returnShipping'),
    cell('gstCompensation'),
    cell('shipping'),
    cell('supportExcl'),
    cell('waivers'),
    cell('supportNet'),
    cell('supportGst'),
    cell('tcs'),
    '0.1',
    cell('tds'),
    cell('compensation'),
    cell('claims'),
    cell('recovery'),
  ]
}

function adRow({ day, ranBefore, amount }: Extra): ExtraRow {
  const [orderDay, paidOn] = [dayAfter(day), dayAfter(day + ranBefore)]
  const cost = Math.abs(amount)
  const gst = Math.round(cost * 0.18)
  const total = -cost - gst
  const money = [rupees(cost), '0', rupees(-cost), rupees(-gst), rupees(total)]
  return { cells: [orderDay, paidOn, '4000001', ...money], orderDay, paidOn, amount: total }
}

function referralRow({ day, amount }: Extra): ExtraRow {
  const paidOn = dayAfter(day)
  const taxes = -Math.round(amount * 0.05)
  const cells = ['R77', paidOn, 'Asha Textiles', 'Referral', rupees(amount), rupees(taxes)]
  return { cells, orderDay: paidOn, paidOn, amount: amount + taxes }
}

function adjustmentRow({ day, amount }: Extra): ExtraRow {
  const paidOn = dayAfter(day)
  const cells = [paidOn, 'Late dispatch', 'Penalty', rupees(amount), '', '']
  return { cells, orderDay: paidOn, paidOn, amount }
}

function parcelsOf(orders: readonly Numbered[], name: ReturnExport): Cells[] {
  return orders.flatMap(({ no, day, sku, quantity, parcel }, index) => {
    if (parcel?.export !== name) return []
    const created = day + parcel.after
    return [
      [
        String(index + 1),
        `Kurti ${sku}`,
        SKUS[sku] ?? '',
        'Free Size',
        '83550819',
        String(quantity),
        'Category',
        no.replace(/_1$/, ''),
        no,
        dayAfter(day),
        dayAfter(day + 1),
        dayAfter(created),
        parcel.type,
        parcel.type === 'Customer Return' ? 'FIRST_RET' : 'forward_RTO',
        name === 'intransit' ? 'NA' : dayAfter(created + 5),
        'Valmo',
        String(84_402_712_331_000 + index),
        'In Transit',
        '1',
        'https://example.com/t',
        '',
        '',
      ],
    ]
  })
}

function claimCells({ no, day, claim }: Numbered, index: number): Cells[] {
  if (claim === null) return []
  const words = `Your claim payment of Rs ${rupees(claim.amount)} was done on ${dayAfter(day + claim.after + 7)} with a transaction id: AXISCN77${index},`
  return [
    [
      no.replace(/_1$/, ''),
      no,
      String(51_910_000 + index),
      claim.status,
      'I have received wrong return',
      dayAfter(day + claim.after),
      claim.status === 'Approved' ? words : '',
      '',
    ],
  ]
}

/** A list says a cost of a SKU from a day once. */
function costRows(
  costs: readonly { readonly sku: number; readonly cost: number; readonly day: number }[],
): Cells[] {
  const rows = costs.map(({ sku, cost, day }, index): Cells => {
    const spelled = SKUS[sku] ?? ''
    return [
      index % 2 === 0 ? spelled : spelled.toLowerCase(),
      rupees(cost),
      String(index),
      dayAfter(day),
    ]
  })
  return [...new Map(rows.map((row) => [`${row[0]}|${row[3]}`, row])).values()]
}
