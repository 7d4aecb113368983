import { addDays, type BusinessDate, daysBetween } from '../dates'
import { allocate, type Paise, paise, sum, ZERO } from '../money/paise'
import { dueOn, type DueRule, dueRuleOf, type LagCount } from '../reconciliation/due-date'

/** Money of the newest outstanding snapshot, by the day it is promised for. */
export type PromisedSum = { readonly promisedOn: BusinessDate | undefined; readonly amount: Paise }

/** Money of deliveries that is neither paid nor promised yet, by the day of its orders: an estimate. */
export type ExpectedSum = { readonly orderedOn: BusinessDate | undefined; readonly amount: Paise }

/** What Meesho says it will pay, and what we reckon it should: two estimates, never added to what was paid. */
export type Estimates = { readonly promised: Paise; readonly expected: Paise }

export type ForecastDay = Estimates & { readonly day: BusinessDate }

export type Forecast = {
  readonly days: readonly ForecastDay[]
  /** Promised without a day, or expected for orders that no report dates. */
  readonly unscheduled: Estimates
  /** Promised for a day that has passed, or expected and past its due day. */
  readonly late: Estimates
}

export const NO_ESTIMATES: Estimates = { promised: ZERO, expected: ZERO }

/**
 * Money by day from `asOf` on. What is expected falls on days as the seller's earlier payments did, among
 * the lags still ahead of its order and not beyond its due day: so what is late here is what stands as
 * overdue. Every paisa given is in one place of the answer.
 */
export function forecast(
  promises: Iterable<PromisedSum>,
  expected: Iterable<ExpectedSum>,
  lags: readonly LagCount[],
  asOf: BusinessDate,
): Forecast {
  const rule = dueRuleOf(lags)
  const usual = rule.learnedFrom === 0 ? [] : lags.filter(({ days }) => days <= rule.days)
  const parts: Part[] = []
  for (const { promisedOn, amount } of promises)
    parts.push({ day: promisedOn, promised: amount, expected: ZERO })
  for (const { orderedOn, amount } of expected)
    parts.push(...spread(orderedOn, amount, { lags: usual, rule, asOf }))
  return placeParts(parts, asOf)
}

/** Several stores' forecasts of the same day as one. */
export function addForecasts(forecasts: readonly Forecast[]): Forecast {
  const byDay = new Map<BusinessDate, Estimates>()
  for (const { days } of forecasts)
    for (const { day, ...estimates } of days)
      byDay.set(day, addEstimates([byDay.get(day) ?? NO_ESTIMATES, estimates]))
  return {
    days: inOrder(byDay),
    unscheduled: addEstimates(forecasts.map(({ unscheduled }) => unscheduled)),
    late: addEstimates(forecasts.map(({ late }) => late)),
  }
}

export function addEstimates(all: readonly Estimates[]): Estimates {
  return {
    promised: sum(all.map(({ promised }) => promised)),
    expected: sum(all.map(({ expected }) => expected)),
  }
}

/** All that a forecast speaks of. */
export function forecastTotal({ days, unscheduled, late }: Forecast): Estimates {
  return addEstimates([unscheduled, late, ...days])
}

type Part = Estimates & { readonly day: BusinessDate | undefined }

function placeParts(parts: readonly Part[], asOf: BusinessDate): Forecast {
  const byDay = new Map<BusinessDate, Estimates>()
  let [unscheduled, late] = [NO_ESTIMATES, NO_ESTIMATES]
  for (const part of parts) {
    if (part.day === undefined) unscheduled = addEstimates([unscheduled, part])
    else if (part.day < asOf) late = addEstimates([late, part])
    else byDay.set(part.day, addEstimates([byDay.get(part.day) ?? NO_ESTIMATES, part]))
  }
  return { days: inOrder(byDay), unscheduled, late }
}

function inOrder(byDay: ReadonlyMap<BusinessDate, Estimates>): ForecastDay[] {
  return [...byDay]
    .map(([day, { promised, expected }]) => ({ day, promised, expected }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

type Measure = {
  readonly lags: readonly LagCount[]
  readonly rule: DueRule
  readonly asOf: BusinessDate
}

/** Without a lag that is still ahead, the money is expected on its due day. */
function spread(
  orderedOn: BusinessDate | undefined,
  amount: Paise,
  { lags, rule, asOf }: Measure,
): Part[] {
  if (orderedOn === undefined) return [{ day: undefined, promised: ZERO, expected: amount }]
  const age = daysBetween(orderedOn, asOf)
  const ahead = lags
    .filter(({ days, count }) => days > age && count > 0)
    .sort((a, b) => a.days - b.days)
  if (ahead.length === 0) return [{ day: dueOn(orderedOn, rule), promised: ZERO, expected: amount }]
  const weights = ahead.map(({ count }) => count)
  return allocate(amount, weights).flatMap((part, index) => {
    const days = ahead[index]?.days ?? 0
    return part === 0
      ? []
      : [{ day: addDays(orderedOn, days), promised: ZERO, expected: paise(part) }]
  })
}
