import { findMarkProblem, type Mark } from '#core/reconciliation/marks'
import {
  type Decision,
  type DiscrepancyId,
  findDecisions,
  markDiscrepancies,
} from '#db/ledger/queries/discrepancies'
import type { Caller } from '../env'
import { AppError, notFound } from '../problem'
import { storesInQuestion } from './stores-in-question'

const SENTENCES = {
  ticket_id_missing: 'Say the number of the ticket that you raised.',
  note_missing: 'Say in a few words why this is no problem, so that you know it later.',
} as const

/** A decision as it was asked for; its state is looked at only once the discrepancy is found. */
export type Asked = DiscrepancyId &
  Omit<Mark, 'state'> & { readonly state?: Mark['state'] | undefined }

/**
 * Keeps decisions of a person on discrepancies of their own, all or none; they survive re-imports and
 * rebuilds. Answers what was decided before, with which the same call takes it back.
 */
export async function decideOnDiscrepancies(
  caller: Caller,
  asked: readonly Asked[],
): Promise<Decision[]> {
  const own = new Set((await storesInQuestion(caller, undefined)).map(({ id }) => id))
  // A foreign store is not found, as a discrepancy that was never there.
  if (!asked.every(({ storeId }) => own.has(storeId))) throw notFound()
  const known = await findDecisions(caller.ledger, asked)
  if (!known.every(({ isFound }) => isFound === 1)) throw notFound()
  await markDiscrepancies(caller.ledger, asked.map(toDecision), caller.now)
  return known.map(({ storeId, subOrderNo, rule, about, state, note, ticketId }) => ({
    storeId,
    subOrderNo,
    rule,
    about,
    state: state ?? 'open',
    note: note ?? '',
    ticketId: ticketId ?? '',
  }))
}

function toDecision({ state, ...asked }: Asked): Decision {
  if (state === undefined) {
    throw new AppError(400, 'invalid-request', 'Say what becomes of it: choose a state.')
  }
  const decision = { ...asked, state }
  const problem = findMarkProblem(decision)
  if (problem !== undefined) {
    throw new AppError(422, problem.replaceAll('_', '-'), SENTENCES[problem])
  }
  return decision
}
