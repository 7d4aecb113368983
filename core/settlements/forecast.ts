import { addDays, type BusinessDate, daysBetween } from '../dates'
import { allocate, type Paise, paise, sum, ZERO } from '../money/paise'
import type { LagCount } from '../reconciliation/due-date'

/** Money of the newest outstanding snapshot, by the day it is promised for. */
export type PromisedSum = { readonly promisedOn: BusinessDate | undefined; readonly amount: Paise }

/** Money that is neither paid nor promised yet, by the day of its orders: an estimate. */
export type ExpectedSum = { readonly orderedOn: BusinessDate; readonly amount: Paise }

export type Forecast = {
  readonly days: readonly {
    readonly day: BusinessDate
    readonly promised: Paise
    readonly expected: Paise
  }[]
  /** Promised without a day. */
  readonly unscheduled: Paise
  /** Promised for a day that has passed, or older than the slowest payment the seller has seen. */
  readonly late: { readonly promised: Paise; readonly expected: Paise }
}

/**
 * Money by day after `asOf`. What is expected falls on days as the seller's earlier payments did, among
 * the lags that are still ahead of its order. Every paisa given is in one place of the answer.
 */
export function forecast(
  promises: Iterable<PromisedSum>,
  expected: Iterable<ExpectedSum>,
  lags: readonly LagCount[],
  asOf: BusinessDate,
): Forecast {
  const byDay = new Map<BusinessDate, { promised: Paise; expected: Paise }>()
  const late = { promised: ZERO, expected: ZERO }
  let unscheduled = ZERO
  const addTo = (day: BusinessDate, kind: 'promised' | 'expected', amount: Paise) => {
    const sums = day > asOf ? (byDay.get(day) ?? { promised: ZERO, expected: ZERO }) : late
    sums[kind] = paise(sums[kind] + amount)
    if (day > asOf) byDay.set(day, sums)
  }
  for (const { promisedOn, amount } of promises) {
    if (promisedOn === undefined) unscheduled = paise(unscheduled + amount)
    else addTo(promisedOn, 'promised', amount)
  }
  for (const { orderedOn, amount } of expected) {
    for (const part of spread(orderedOn, amount, lags, asOf))
      addTo(part.day, 'expected', part.amount)
  }
  const days = [...byDay]
    .map(([day, sums]) => ({ day, ...sums }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
  return { days, unscheduled, late }
}

function spread(
  orderedOn: BusinessDate,
  amount: Paise,
  lags: readonly LagCount[],
  asOf: BusinessDate,
): { day: BusinessDate; amount: Paise }[] {
  const age = daysBetween(orderedOn, asOf)
  const ahead = lags
    .filter(({ days, count }) => days > age && count > 0)
    .sort((a, b) => a.days - b.days)
  if (ahead.length === 0) return [{ day: asOf, amount }]
  const parts = allocate(
    amount,
    ahead.map(({ count }) => count),
  )
  return ahead.flatMap(({ days }, index) => {
    const part = parts[index] ?? ZERO
    return part === 0 ? [] : [{ day: addDays(orderedOn, days), amount: part }]
  })
}

/** All that a forecast speaks of. */
export function forecastTotal({ days, unscheduled, late }: Forecast): Paise {
  return sum([
    unscheduled,
    late.promised,
    late.expected,
    ...days.flatMap(({ promised, expected }) => [promised, expected]),
  ])
}
