import { addDays, type BusinessDate } from '#core/dates'
import type { Forecast, Payout } from '../../api-shapes'

export const KINDS = ['actual', 'promised', 'expected'] as const
export type Kind = (typeof KINDS)[number]

/** One day of the calendar; nothing where the kind cannot be told of the day. */
export type MoneyDay = { readonly day: BusinessDate } & Readonly<Record<Kind, number | null>>

const DAYS_BACK = 14
const DAYS_AHEAD = 28

export function calendarDays(today: BusinessDate): { from: BusinessDate; to: BusinessDate } {
  return { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) }
}

/** Every day of the calendar. The three kinds stand beside each other and are never added up. */
export function moneyDays(
  today: BusinessDate,
  payouts: readonly Pick<Payout, 'paidOn' | 'net'>[],
  estimates: Forecast['days'],
): MoneyDay[] {
  const paid = new Map(payouts.map(({ paidOn, net }) => [paidOn, net]))
  const toCome = new Map(estimates.map((each) => [each.day, each]))
  return Array.from({ length: DAYS_BACK + DAYS_AHEAD + 1 }, (_, index) => {
    const day = addDays(today, index - DAYS_BACK)
    const [isPast, isAhead] = [day <= today, day >= today]
    return {
      day,
      actual: isPast ? (paid.get(day) ?? 0) : null,
      promised: isAhead ? (toCome.get(day)?.promised ?? 0) : null,
      expected: isAhead ? (toCome.get(day)?.expected ?? 0) : null,
    }
  })
}
