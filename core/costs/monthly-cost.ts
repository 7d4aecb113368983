import type { BusinessMonth } from '../dates'
import type { Paise } from '../money/paise'

/** A cost of every month from one to another, both included: rent, salaries. The amount is positive. */
export type Overhead = {
  readonly name: string
  readonly amount: Paise
  readonly fromMonth: BusinessMonth
  /** Nothing while it goes on. */
  readonly toMonth: BusinessMonth | undefined
}

/** True where the overhead falls on the month. */
export function coversMonth(
  { fromMonth, toMonth }: Pick<Overhead, 'fromMonth' | 'toMonth'>,
  month: BusinessMonth,
): boolean {
  return fromMonth <= month && (toMonth === undefined || month <= toMonth)
}
