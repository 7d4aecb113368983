import type { BusinessDate } from '../dates'
import type { SubOrderNo } from '../ids'
import type { Paise } from '../money/paise'

export type ClaimState = 'open' | 'approved' | 'rejected' | 'closed' | 'unknown'

/** One row of a claims report: a ticket as the panel knew it. Its money is a promise; the payments report has the credit. */
export type Claim = {
  readonly ticketId: string
  readonly subOrderNo: SubOrderNo
  readonly state: ClaimState
  /** As the file writes it. */
  readonly status: string
  readonly issue: string
  readonly createdOn: BusinessDate
  /** The marketplace's last words on it, in free text. */
  readonly lastUpdate: string
  readonly updatedOn: BusinessDate | undefined
  /** What those words say was paid, by which transfer; the amount is positive. */
  readonly amount: Paise | undefined
  readonly paidOn: BusinessDate | undefined
  readonly transactionId: string
  readonly reopenUntil: string
  readonly sku: string
}

const RANKS: Readonly<Record<ClaimState, number>> = {
  unknown: 0,
  open: 1,
  closed: 2,
  rejected: 3,
  approved: 4,
}

export const CLAIM_STATES = Object.keys(RANKS) as readonly ClaimState[]

/**
 * Of two observations of a ticket the one further on counts, whichever file came first. A closed ticket says
 * less than one that was decided, so a decision outranks it.
 */
export function claimRank(state: ClaimState): number {
  return RANKS[state]
}

const STATE_WORDS: readonly (readonly [RegExp, ClaimState])[] = [
  // `Not approved` and `Disapproved` hold the word they deny.
  [/\b(not approved|disapproved|reject\w*|declined|denied|refused)\b/, 'rejected'],
  [/\b(approved|accepted|paid|credited)\b/, 'approved'],
  [/\b(closed|resolved|completed)\b/, 'closed'],
  [/\b(open|opened|reopened|new|pending|raised|in progress|under review|in review)\b/, 'open'],
]

export function claimStateOf(status: string): ClaimState {
  const words = status
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ')
    .replaceAll('re-open', 'reopen')
  return STATE_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'unknown'
}
