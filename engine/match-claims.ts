import type { BusinessDate } from '#core/dates'
import { type CreditState, CREDIT_STATES, creditStateOf } from '#core/claims/credit'
import {
  type Acceptance,
  acceptanceBy,
  type StateTotal,
  totalsByState,
} from '#core/claims/claim-summary'
import type { StoreId, SubOrderNo } from '#core/ids'
import { paise, type Paise, sum } from '#core/money/paise'
import type { ClaimFacts } from '#core/reconciliation/facts'
import { type Credit, matchTickets, type TicketFacts } from '#core/reconciliation/rules/claims'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import {
  type ClaimPeriod,
  type CreditRow,
  listCreditsOf,
  listSubOrdersToCredit,
  sumTickets,
} from '#db/ledger/queries/claim-sums'
import { isPaymentKnown } from '#db/ledger/queries/standings'
import { listClaimsOf } from '#db/ledger/queries/sub-order-facts'
import { lineKeyOf, toClaimFacts } from './load-facts'
import { numberTwins } from './number-twins'

/** A ticket with the money that answers it, if any has come. */
export type MatchedTicket = { readonly claim: ClaimFacts; readonly credit: Credit | undefined }

/** Each ticket of some sub-orders with its credit, as reconciliation matches them; by ticket number. */
export async function matchClaims(
  ledger: Db,
  storeId: StoreId,
  ids: readonly SubOrderNo[],
  knownAt: KnownAt,
): Promise<Map<string, MatchedTicket>> {
  const tickets = await listClaimsOf(ledger, storeId, ids, knownAt)
  const first = tickets.map(({ createdOn }) => createdOn).sort()[0]
  if (first === undefined) return new Map()
  // No credit from before the first ticket answers any of them.
  const rows = await listCreditsOf(ledger, storeId, { ids, since: first }, knownAt)
  const linesOf = Map.groupBy(numberTwins(rows), ({ subOrderNo }) => subOrderNo)
  const matched = new Map<string, MatchedTicket>()
  for (const [subOrderNo, mine] of Map.groupBy(tickets, (ticket) => ticket.subOrderNo)) {
    const lines = (linesOf.get(subOrderNo) ?? []).map(toCreditLine)
    const facts = { lines, claims: mine.map(toClaimFacts) }
    for (const ticket of matchFacts(facts)) matched.set(ticket.claim.ticketId, ticket)
  }
  return matched
}

/** Every ticket of one sub-order, those without an answer too. */
export function matchFacts(facts: TicketFacts): MatchedTicket[] {
  const credits = new Map(
    matchTickets(facts).tickets.map(({ claim, credit }) => [claim.ticketId, credit]),
  )
  return facts.claims.map((claim) => ({ claim, credit: credits.get(claim.ticketId) }))
}

function toCreditLine(row: CreditRow): TicketFacts['lines'][number] {
  const { paidOn, transactionId, claims, compensation } = row
  return {
    paidOn,
    transactionId,
    claims: paise(claims),
    compensation: paise(compensation),
    key: lineKeyOf(row),
  }
}

export type CreditTotal = {
  readonly state: CreditState
  readonly tickets: number
  /** What the tickets name. */
  readonly amount: Paise
  /** What came for them; nothing without a payments file, which alone could tell. */
  readonly creditedAmount: Paise | undefined
}

export type ClaimSummary = {
  readonly states: readonly StateTotal[]
  /** Of the tickets that name a payment and were not refused; every state is named. */
  readonly credits: readonly CreditTotal[]
  readonly byIssue: readonly Acceptance[]
  readonly byCourier: readonly Acceptance[]
}

const SUB_ORDERS_A_PAGE = 1_000

/** How the tickets of a period fared, and what of the promised money has come by what is known. */
export async function readClaimSummary(
  ledger: Db,
  storeIds: readonly StoreId[],
  period: ClaimPeriod,
  asOf: BusinessDate,
): Promise<ClaimSummary> {
  const counts = await sumTickets(ledger, storeIds, period)
  const promised: MatchedTicket[] = []
  let isAnyPaymentKnown = false
  for (const storeId of storeIds) {
    promised.push(...(await matchPeriod(ledger, storeId, period)))
    isAnyPaymentKnown ||= await isPaymentKnown(ledger, storeId, period.knownAt)
  }
  return {
    states: totalsByState(counts),
    credits: CREDIT_STATES.map((state) => {
      const total = totalOf(state, promised, asOf)
      return isAnyPaymentKnown ? total : { ...total, creditedAmount: undefined }
    }),
    byIssue: acceptanceBy(counts, 'issue'),
    byCourier: acceptanceBy(counts, 'courier'),
  }
}

async function matchPeriod(
  ledger: Db,
  storeId: StoreId,
  period: ClaimPeriod,
): Promise<MatchedTicket[]> {
  const matched: MatchedTicket[] = []
  let after = ''
  for (;;) {
    const page = { after, limit: SUB_ORDERS_A_PAGE }
    const ids = await listSubOrdersToCredit(ledger, storeId, period, page)
    const tickets = await matchClaims(ledger, storeId, ids, period.knownAt)
    // A sub-order's other tickets share its credits, and are counted in their own period.
    matched.push(...[...tickets.values()].filter(({ claim }) => isIn(claim.createdOn, period)))
    const last = ids.at(-1)
    if (last === undefined || ids.length < SUB_ORDERS_A_PAGE) return matched
    after = last
  }
}

function isIn(day: BusinessDate, { from, to }: ClaimPeriod): boolean {
  return (from === undefined || day >= from) && (to === undefined || day <= to)
}

function totalOf(
  state: CreditState,
  tickets: readonly MatchedTicket[],
  asOf: BusinessDate,
): CreditTotal {
  const mine = tickets.filter(({ claim, credit }) => creditStateOf(claim, credit, asOf) === state)
  return {
    state,
    tickets: mine.length,
    amount: sum(mine.map(({ claim }) => claim.amount ?? paise(0))),
    creditedAmount: sum(mine.map(({ credit }) => credit?.amount ?? paise(0))),
  }
}
