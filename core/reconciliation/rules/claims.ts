import { type BusinessDate, daysBetween } from '../../dates'
import type { Paise } from '../../money/paise'
import type { Case, Finding } from '../discrepancy'
import { type ClaimFacts, inDayOrder, type LineFacts } from '../facts'

// Of the rule's own definition; payouts follow an approval by days.
export const DAYS_TO_CREDIT = 14

/** Money of a payments report that answers a request, or that Meesho gave unasked. */
export type Credit = {
  readonly paidOn: BusinessDate
  readonly amount: Paise
  readonly transactionId: string
}

/** All that tells which money answers which ticket of a sub-order. */
export type TicketFacts = {
  readonly lines: readonly Pick<
    LineFacts,
    'paidOn' | 'transactionId' | 'claims' | 'compensation' | 'key'
  >[]
  readonly claims: readonly ClaimFacts[]
}

type Approved = ClaimFacts & { readonly amount: Paise }
type Ticket = { readonly claim: Approved; credit: Credit | undefined }

/** `claim_approved_not_credited`: the ticket names an amount, and no payments report has brought it. */
export function findUncreditedClaims({ facts, asOf }: Case): Finding[] {
  return matchTickets(facts).tickets.flatMap(({ claim, credit }) => {
    const approvedOn = claim.paidOn ?? claim.createdOn
    if (daysBetween(approvedOn, asOf) <= DAYS_TO_CREDIT) return []
    if (credit && daysBetween(approvedOn, credit.paidOn) <= DAYS_TO_CREDIT) return []
    const { ticketId, amount } = claim
    const finding = {
      rule: 'claim_approved_not_credited',
      about: ticketId,
      atStake: amount,
      ...(credit && { returned: amount }),
      evidence: [
        { from: 'claim', key: ticketId, column: 'amount', value: amount },
        { from: 'claim', key: ticketId, column: 'paidOn', value: approvedOn },
      ],
    } satisfies Finding
    return [finding]
  })
}

/**
 * Each approved ticket with the credit that pays it: by its transaction, else by its amount, else any
 * since the ticket was raised. No credit pays two tickets; those that pay none are left over.
 */
export function matchTickets(facts: TicketFacts): {
  tickets: Ticket[]
  leftOver: Credit[]
} {
  const leftOver = creditsOf(facts)
  const tickets = approvedInOrder(facts.claims).map((claim): Ticket => ({
    claim,
    credit: undefined,
  }))
  for (const pays of BEST_FIRST) {
    for (const ticket of tickets) {
      if (ticket.credit) continue
      const { claim } = ticket
      const at = leftOver.findIndex((each) => each.paidOn >= claim.createdOn && pays(each, claim))
      if (at >= 0) [ticket.credit] = leftOver.splice(at, 1)
    }
  }
  return { tickets, leftOver }
}

const BEST_FIRST: readonly ((credit: Credit, claim: Approved) => boolean)[] = [
  (credit, claim) => credit.transactionId !== '' && credit.transactionId === claim.transactionId,
  (credit, claim) => credit.amount === claim.amount,
  () => true,
]

function approvedInOrder(claims: readonly ClaimFacts[]): Approved[] {
  return claims
    .filter(
      // A ticket whose words name a payment was paid, whatever its status has become since.
      (claim): claim is Approved =>
        claim.state !== 'rejected' && claim.amount !== undefined && claim.amount > 0,
    )
    .sort((a, b) => (a.ticketId < b.ticketId ? -1 : 1))
}

export function creditsOf({ lines }: Pick<TicketFacts, 'lines'>): Credit[] {
  return inDayOrder(lines).flatMap(({ paidOn, transactionId, claims, compensation }) =>
    [claims, compensation]
      .filter((amount) => amount > 0)
      .map((amount) => ({ paidOn, amount, transactionId })),
  )
}
