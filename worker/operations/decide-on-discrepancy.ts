import { findMarkProblem, type Mark } from '#core/reconciliation/marks'
import {
  type DiscrepancyId,
  hasDiscrepancy,
  markDiscrepancy,
} from '#db/ledger/queries/discrepancies'
import type { Caller } from '../env'
import { AppError, notFound } from '../problem'
import { storesInQuestion } from './stores-in-question'

const SENTENCES = {
  ticket_id_missing: 'Say the number of the ticket that you raised.',
  note_missing: 'Say in a few words why this is no problem, so that you know it later.',
} as const

type Decision = Omit<Mark, 'key' | 'state'> & { readonly state?: Mark['state'] | undefined }

/** Keeps a decision of a person on a discrepancy of their own; it survives re-imports and rebuilds. */
export async function decideOnDiscrepancy(
  caller: Caller,
  id: DiscrepancyId,
  { state, note, ticketId }: Decision,
): Promise<void> {
  // A foreign store is not found, as a discrepancy that was never there.
  await storesInQuestion(caller, id.storeId)
  if (!(await hasDiscrepancy(caller.ledger, id))) throw notFound()
  if (state === undefined) {
    throw new AppError(400, 'invalid-request', 'Say what becomes of it: choose a state.')
  }
  const decision = { state, note, ticketId }
  const problem = findMarkProblem(decision)
  if (problem !== undefined) {
    throw new AppError(422, problem.replaceAll('_', '-'), SENTENCES[problem])
  }
  await markDiscrepancy(caller.ledger, id, decision, caller.now)
}
