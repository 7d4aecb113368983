import { type BusinessDate, daysBetween } from '../dates'
import type { ClaimFacts } from '../reconciliation/facts'
import { type Credit, DAYS_TO_CREDIT } from '../reconciliation/rules/claims'

/** `waiting` may still be paid in time; `late` is what claim_approved_not_credited is about. */
export type CreditState = 'credited' | 'waiting' | 'late'

export const CREDIT_STATES: readonly CreditState[] = ['credited', 'waiting', 'late']

/** Whether the money a ticket's words name has come; nothing where they name none, or it was refused. */
export function creditStateOf(
  { state, amount, paidOn, createdOn }: ClaimFacts,
  credit: Credit | undefined,
  asOf: BusinessDate,
): CreditState | undefined {
  if (state === 'rejected' || amount === undefined || amount <= 0) return undefined
  if (credit) return 'credited'
  return daysBetween(paidOn ?? createdOn, asOf) > DAYS_TO_CREDIT ? 'late' : 'waiting'
}
