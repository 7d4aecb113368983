export const MARK_STATES = ['open', 'claimed', 'recovered', 'written_off', 'not_a_problem'] as const

export type MarkState = (typeof MARK_STATES)[number]

/** A person's decision on a discrepancy. It is a fact of its own, and no rebuild touches it. */
export type Mark = {
  readonly state: MarkState
  readonly note: string
  readonly ticketId: string
}

export type MarkProblem = 'ticket_id_missing' | 'note_missing'

/** Every state may follow every other, for a decision can be a mistake; some must say why. */
export function findMarkProblem(mark: Mark): MarkProblem | undefined {
  if (mark.state === 'claimed' && mark.ticketId.trim() === '') return 'ticket_id_missing'
  if (mark.state === 'not_a_problem' && mark.note.trim() === '') return 'note_missing'
  return undefined
}

/**
 * What has become of a discrepancy. Money that came makes it recovered whatever was decided, except that what
 * was no problem stays none.
 */
export function stateOf(isRecovered: boolean, decided: MarkState | undefined): MarkState {
  if (decided === 'not_a_problem') return decided
  return isRecovered ? 'recovered' : (decided ?? 'open')
}
