import { claimBy } from '../claims/deadline'
import { addDays, type BusinessDate } from '../dates'
import type { Judgement } from './discrepancy'
import { dueOn } from './due-date'
import { orderedOnOf, type SubOrderFacts } from './facts'
import { DAYS_TO_CREDIT } from './rules/claims'
import { DAYS_IN_TRANSIT, DAYS_TO_COMPENSATE } from './rules/returns'

/**
 * The next day on which the same facts may be judged otherwise, so that a ledger looks again only at
 * sub-orders whose day has come. Nothing when time alone can change nothing more.
 */
export function nextReviewOn(
  facts: SubOrderFacts,
  { asOf, dueRule }: Pick<Judgement, 'asOf' | 'dueRule'>,
): BusinessDate | undefined {
  const orderedOn = orderedOnOf(facts)
  const lastDays = [
    ...(orderedOn ? [dueOn(orderedOn, dueRule), addDays(orderedOn, DAYS_TO_COMPENSATE)] : []),
    ...facts.returns.flatMap(({ createdOn, outcomeOn }) => [
      ...daysAfter(createdOn, DAYS_IN_TRANSIT),
      ...daysAfter(outcomeOn ?? createdOn, DAYS_TO_COMPENSATE),
      // A claim can be raised from the day of receipt to the end of its window.
      ...(outcomeOn ? [addDays(outcomeOn, -1), claimBy(outcomeOn)] : []),
    ]),
    ...facts.claims.flatMap(({ paidOn, createdOn }) =>
      daysAfter(paidOn ?? createdOn, DAYS_TO_CREDIT),
    ),
  ]
  return lastDays
    .map((day) => addDays(day, 1))
    .filter((day) => day > asOf)
    .sort()[0]
}

function daysAfter(day: BusinessDate | undefined, days: number): BusinessDate[] {
  return day === undefined ? [] : [addDays(day, days)]
}
