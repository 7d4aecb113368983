import { CLAIM_STATES, type ClaimState } from './claim'
import { type Paise, paise } from '../money/paise'
import { percent } from '../percent'

/** Tickets alike in issue, courier and state. */
export type TicketCount = {
  readonly issue: string
  readonly courier: string
  readonly state: ClaimState
  readonly tickets: number
  readonly withoutAmount: number
  readonly amount: number
}

export type StateTotal = {
  readonly state: ClaimState
  readonly tickets: number
  /** Tickets whose words name no amount: theirs is unknown, and `amount` is without them. */
  readonly withoutAmount: number
  readonly amount: Paise
}

/** How one kind of ticket fares: every state's tickets, and the share approved of those decided. */
export type Acceptance = Readonly<Record<ClaimState, number>> & {
  readonly key: string
  readonly tickets: number
  readonly amount: Paise
  /** Nothing while none has been decided. */
  readonly acceptancePct: number | null
}

/** Every state is named, so that the counts are seen to add up. */
export function totalsByState(counts: readonly TicketCount[]): StateTotal[] {
  return CLAIM_STATES.map((state) => {
    const mine = counts.filter((each) => each.state === state)
    return {
      state,
      tickets: add(mine, 'tickets'),
      withoutAmount: add(mine, 'withoutAmount'),
      amount: paise(add(mine, 'amount')),
    }
  })
}

/** The kind with the most tickets first. */
export function acceptanceBy(
  counts: readonly TicketCount[],
  kind: 'issue' | 'courier',
): Acceptance[] {
  return [...Map.groupBy(counts, (each) => each[kind].trim())]
    .map(([key, mine]) => toAcceptance(key, mine))
    .sort((a, b) => b.tickets - a.tickets || (a.key < b.key ? -1 : 1))
}

function toAcceptance(key: string, mine: readonly TicketCount[]): Acceptance {
  const of = (state: ClaimState) =>
    add(
      mine.filter((each) => each.state === state),
      'tickets',
    )
  const [approved, rejected] = [of('approved'), of('rejected')]
  return {
    key,
    tickets: add(mine, 'tickets'),
    unknown: of('unknown'),
    open: of('open'),
    closed: of('closed'),
    rejected,
    approved,
    amount: paise(add(mine, 'amount')),
    acceptancePct: percent(approved, approved + rejected),
  }
}

function add(counts: readonly TicketCount[], name: 'tickets' | 'withoutAmount' | 'amount'): number {
  return counts.reduce((sum, each) => sum + each[name], 0)
}
