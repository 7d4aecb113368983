import { addDays, type BusinessDate, daysBetween } from '../dates'
import { type Paise, share } from '../money/paise'

// Supplier help: a claim is raised within 7 days of receiving the return, with the opening filmed.
export const DAYS_TO_CLAIM = 7

/** What Meesho pays of a returned item's price, by category. */
export const FAIR_VALUES = [
  {
    from: '2022-06-16',
    leastBps: 88_00,
    mostBps: 95_00,
    source: 'Supplier help, claims policy: 88 to 95 % of the price since 16 Jun 2022',
  },
] as const

export const LEAST_FAIR_VALUE_BPS = FAIR_VALUES[0].leastBps

const WHOLE_BPS = 100_00

/** The last day on which a claim for a return can be raised. */
export function claimBy(receivedOn: BusinessDate): BusinessDate {
  return addDays(receivedOn, DAYS_TO_CLAIM)
}

/** Days left to raise a claim, 0 on the last of them; nothing once the window has closed, or before it opens. */
export function daysLeftToClaim(receivedOn: BusinessDate, asOf: BusinessDate): number | undefined {
  const left = daysBetween(asOf, claimBy(receivedOn))
  return left < 0 || left > DAYS_TO_CLAIM ? undefined : left
}

/** The range that an approved claim is likely to pay; nothing before fair values were published. */
export function fairValue(
  price: Paise,
  receivedOn: BusinessDate,
): { least: Paise; most: Paise } | undefined {
  const inForce = FAIR_VALUES.findLast(({ from }) => from <= receivedOn)
  if (!inForce) return undefined
  return {
    least: share(price, inForce.leastBps, WHOLE_BPS),
    most: share(price, inForce.mostBps, WHOLE_BPS),
  }
}
