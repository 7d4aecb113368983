import { addDays, type BusinessDate, daysBetween } from '../dates'
import { outcomeOf } from '../settlements/outcome'
import { orderedOnOf, type SubOrderFacts } from './facts'

/** How many sub-orders had their first payment so many days after the order. */
export type LagCount = { readonly days: number; readonly count: number }

/** Days from the order until its money is late; `learnedFrom` is 0 where the seller has too few yet. */
export type DueRule = { readonly days: number; readonly learnedFrom: number }

// Meesho pays "delivery + 7 days" and no report tells the delivery: two weeks to deliver is the allowance.
const DAYS_WITHOUT_HISTORY = 21
// Below 50 paid sub-orders the 99th percentile is the slowest of them, or nearly so.
const LEAST_PAID_SUB_ORDERS = 50
// A payout day may fall on a bank holiday next to a Sunday.
const GRACE_DAYS = 2
const LATE_PERCENT = 99

export function dueRuleOf(lags: readonly LagCount[]): DueRule {
  const paid = countOf(lags)
  const learned = percentile(lags, LATE_PERCENT)
  if (paid < LEAST_PAID_SUB_ORDERS || learned === undefined)
    return { days: DAYS_WITHOUT_HISTORY + GRACE_DAYS, learnedFrom: 0 }
  return { days: learned + GRACE_DAYS, learnedFrom: paid }
}

/** The last day on which money for the order is in time. */
export function dueOn(orderedOn: BusinessDate, rule: DueRule): BusinessDate {
  return addDays(orderedOn, rule.days)
}

/**
 * Nearest rank: the smallest number of days within which at least `percent` of all were paid.
 * Nothing for nothing.
 */
export function percentile(lags: readonly LagCount[], percent: number): number | undefined {
  const target = countOf(lags) * percent
  let reached = 0
  for (const { days, count } of [...lags].sort((a, b) => a.days - b.days)) {
    reached += count
    if (count > 0 && reached * 100 >= target) return days
  }
  return undefined
}

function countOf(lags: readonly LagCount[]): number {
  return lags.reduce((total, { count }) => total + count, 0)
}

/**
 * Days from the order to the first line that pays its delivery. An RTO row or a compensation is no
 * payment of a delivery, and tells nothing of how long one takes.
 */
export function firstPaymentLag(facts: SubOrderFacts): number | undefined {
  const orderedOn = orderedOnOf(facts)
  const days = facts.lines.filter((line) => outcomeOf(line.status) === 'delivered')
  const [first] = days.map((line) => line.paidOn).sort()
  if (orderedOn === undefined || first === undefined) return undefined
  const lag = daysBetween(orderedOn, first)
  return lag < 0 ? undefined : lag
}
