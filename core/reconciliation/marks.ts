import { type Paise, paise, ZERO } from '../money/paise'
import { type Discrepancy, discrepancyKey } from './discrepancy'

export const MARK_STATES = ['open', 'claimed', 'recovered', 'written_off', 'not_a_problem'] as const

export type MarkState = (typeof MARK_STATES)[number]

/** A person's decision on a discrepancy. It is a fact of its own, and no rebuild touches it. */
export type Mark = {
  /** As discrepancyKey() makes it. */
  readonly key: string
  readonly state: MarkState
  readonly note: string
  readonly ticketId: string
}

/** A discrepancy with the decision on it; the five amounts add up to `atStake`. */
export type MarkedDiscrepancy = Discrepancy & {
  readonly state: MarkState
  readonly note: string
  readonly ticketId: string
  readonly amounts: Readonly<Record<MarkState, Paise>>
}

export type MarkProblem = 'ticket_id_missing' | 'note_missing'

/** Every state may follow every other, for a decision can be a mistake; some must say why. */
export function findMarkProblem(mark: Omit<Mark, 'key'>): MarkProblem | undefined {
  if (mark.state === 'claimed' && mark.ticketId.trim() === '') return 'ticket_id_missing'
  if (mark.state === 'not_a_problem' && mark.note.trim() === '') return 'note_missing'
  return undefined
}

/**
 * Lays decisions over what the facts say. Money that came makes a discrepancy recovered whatever was
 * decided, except that what was no problem stays none. A mark without its discrepancy waits for it.
 */
export function applyMarks(
  discrepancies: readonly Discrepancy[],
  marks: Iterable<Mark>,
): MarkedDiscrepancy[] {
  const byKey = new Map([...marks].map((mark) => [mark.key, mark]))
  return discrepancies.map((discrepancy) => {
    const mark = byKey.get(discrepancyKey(discrepancy))
    const state = stateOf(discrepancy.isRecovered, mark?.state)
    return {
      ...discrepancy,
      state,
      note: mark?.note ?? '',
      ticketId: mark?.ticketId ?? '',
      amounts: amountsOf(discrepancy, state),
    }
  })
}

/** What has become of a discrepancy: by its money, and by what a person decided, if anybody did. */
export function stateOf(isRecovered: boolean, decided: MarkState | undefined): MarkState {
  if (decided === 'not_a_problem') return decided
  return isRecovered ? 'recovered' : (decided ?? 'open')
}

/** What came back is recovered under every state; the state says what has become of the rest. */
function amountsOf(
  { atStake, recoveredAmount, isRecovered }: Discrepancy,
  state: MarkState,
): Record<MarkState, Paise> {
  const rest = paise(atStake - recoveredAmount)
  // A fair value settles the whole claim: nobody will pay what it leaves.
  const restState = state === 'recovered' && isRecovered ? 'written_off' : state
  const amounts: Record<MarkState, Paise> = {
    open: ZERO,
    claimed: ZERO,
    recovered: recoveredAmount,
    written_off: ZERO,
    not_a_problem: ZERO,
  }
  amounts[restState] = paise(amounts[restState] + rest)
  return amounts
}

/** The money of many discrepancies by what has become of it. */
export function sumAmounts(discrepancies: Iterable<MarkedDiscrepancy>): Record<MarkState, Paise> {
  const total = {
    open: ZERO,
    claimed: ZERO,
    recovered: ZERO,
    written_off: ZERO,
    not_a_problem: ZERO,
  }
  for (const { amounts } of discrepancies) {
    for (const state of MARK_STATES) total[state] = paise(total[state] + amounts[state])
  }
  return total
}
