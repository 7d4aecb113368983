import { businessDate } from '#core/dates'
import { subOrderNo } from '#core/ids'
import { paise } from '#core/money/paise'
import type { Discrepancy, Judgement, RuleId } from '#core/reconciliation/discrepancy'
import type {
  ClaimFacts,
  LineFacts,
  OrderFacts,
  PromiseFacts,
  ReturnFacts,
  SubOrderFacts,
} from '#core/reconciliation/facts'
import { reconcileSubOrder } from '#core/reconciliation/find-discrepancies'
import { NO_NORMS } from '#core/reconciliation/seller-norms'
import { BESIDE, TERMS } from '#core/settlements/terms'

type Amounts = Partial<Record<(typeof TERMS)[number] | (typeof BESIDE)[number], number>>

/** A line that adds up by itself, of the given paise; a `gap` is put on top of its settlement. */
export function lineOf(
  status: string,
  paidOn: string,
  amounts: Amounts & { gap?: number } = {},
  rest: Partial<LineFacts> = {},
): LineFacts {
  const columns = Object.fromEntries(
    [...TERMS, ...BESIDE].map((name) => [name, paise(amounts[name] ?? 0)]),
  )
  const total = TERMS.reduce((all, term) => all + (amounts[term] ?? 0), amounts.gap ?? 0)
  return {
    ...(columns as Record<(typeof TERMS)[number] | (typeof BESIDE)[number], LineFacts['sale']>),
    key: `${paidOn}|T|${status}|${total}`,
    orderedOn: businessDate('2026-07-01'),
    sku: 'SAREE-1',
    status,
    gstRateBps: 500,
    listingPrice: paise(499_00),
    quantity: 1,
    transactionId: 'T',
    paidOn: businessDate(paidOn),
    settlement: paise(total),
    commissionRateBps: 0,
    recoveryReason: '',
    ...rest,
  }
}

// A measured row: 594.00 sold at 5 %, 94.00 shipping; TCS 0.5 % and TDS 0.1 % of 565.71.
export const DELIVERED = { sale: 594_00, shipping: -106_76, tcs: -2_83, tds: -57 }
export const RETURNED = { sale: 594_00, saleReturn: -594_00, returnShipping: -165_00 }

export function orderOf(status = 'DELIVERED', rest: Partial<OrderFacts> = {}): OrderFacts {
  return {
    status,
    orderedOn: businessDate('2026-07-01'),
    sku: 'SAREE-1',
    quantity: 1,
    discountedPrice: paise(499_00),
    ...rest,
  }
}

export function returnOf(
  type: ReturnFacts['type'],
  outcome: ReturnFacts['outcome'],
  rest: Partial<ReturnFacts> = {},
): ReturnFacts {
  return {
    key: '2026-07-10|1',
    type,
    outcome,
    quantity: 1,
    createdOn: businessDate('2026-07-10'),
    outcomeOn: businessDate('2026-07-16'),
    ...rest,
  }
}

export function claimOf(rest: Partial<ClaimFacts> = {}): ClaimFacts {
  return {
    ticketId: '100',
    state: 'approved',
    createdOn: businessDate('2026-07-18'),
    amount: paise(449_10),
    paidOn: businessDate('2026-07-25'),
    transactionId: 'AXIS1',
    ...rest,
  }
}

export function promiseOf(status: string, settlement = 490_00): PromiseFacts {
  return {
    key: 'p',
    status,
    settlement: paise(settlement),
    promisedOn: undefined,
    orderedOn: businessDate('2026-07-01'),
    sku: 'SAREE-1',
    quantity: 1,
  }
}

export const SUB_ORDER = subOrderNo('260000000000000001_1')

export function factsOf(rest: Partial<SubOrderFacts> = {}): SubOrderFacts {
  return {
    subOrderNo: SUB_ORDER,
    order: orderOf(),
    lines: [],
    promises: [],
    returns: [],
    claims: [],
    gst: { invoiceValue: undefined, wasReturned: false },
    ...rest,
  }
}

export const DUE_RULE = { days: 23, learnedFrom: 0 }

export function judgementOn(asOf: string, rest: Partial<Judgement> = {}): Judgement {
  return { asOf: businessDate(asOf), dueRule: DUE_RULE, norms: NO_NORMS, ...rest }
}

/** What the rules find on a day, only of the rules asked for where any are. */
export function found(
  facts: Partial<SubOrderFacts>,
  asOf: string,
  { rules, norms = NO_NORMS }: { rules?: RuleId[]; norms?: Judgement['norms'] } = {},
): Discrepancy[] {
  const { discrepancies } = reconcileSubOrder(factsOf(facts), judgementOn(asOf, { norms }))
  return discrepancies.filter(({ rule }) => !rules || rules.includes(rule))
}
