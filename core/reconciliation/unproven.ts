import { addDays, type BusinessDate, type BusinessMonth, monthOf, monthsBetween } from '../dates'
import type { StoreId } from '../ids'

/** How far the payments files of a store speak. */
export type PaymentsReach = {
  readonly storeId: StoreId
  /** The last day of a payment; null without any. */
  readonly paymentsTo: BusinessDate | null
  /** Those with a payment. Meesho pays week by week, so one without is a month whose file is not here. */
  readonly months: readonly BusinessMonth[]
}

/** Deliveries of one order day that nothing was paid for by the day it was due. */
export type OverdueSum = {
  readonly storeId: StoreId
  readonly orderedOn: BusinessDate
  readonly dueOn: BusinessDate
  readonly count: number
  /** What is expected of them, in paise. */
  readonly amount: number
}

/** Why a delivery may have been paid though no file says so. */
export type Doubt = {
  /** The payments files end before its due day: on which, or null where the store has none. */
  readonly end: { readonly paymentsTo: BusinessDate | null } | null
  /** Months in which it could have been paid in time and of which no payment is known, before the files end. */
  readonly missing: readonly BusinessMonth[]
}

// Meesho pays "delivery + 7 days", and nothing is delivered before it is ordered.
const EARLIEST_DAYS = 7

/** Nothing where payments are known of all the days on which its money could have come. */
export function doubtOf(
  { orderedOn, dueOn }: Pick<OverdueSum, 'orderedOn' | 'dueOn'>,
  { paymentsTo, months }: Pick<PaymentsReach, 'paymentsTo' | 'months'>,
): Doubt | undefined {
  if (paymentsTo === null) return { end: { paymentsTo }, missing: [] }
  const earliest = addDays(orderedOn, EARLIEST_DAYS)
  const missing = monthsBetween(monthOf(earliest), monthOf(dueOn)).filter(
    (month) => month < monthOf(paymentsTo) && !months.includes(month),
  )
  if (dueOn > paymentsTo) return { end: { paymentsTo }, missing }
  return missing.length > 0 ? { end: null, missing } : undefined
}

/** What of the overdue may have been paid, and why. */
export type Unproven = Doubt & { readonly count: number; readonly amount: number }

/** Nothing where every delivery that is overdue is proven to be. */
export function addUnproven(
  overdue: readonly OverdueSum[],
  reach: readonly PaymentsReach[],
): Unproven | undefined {
  const reachOf = new Map(reach.map((each) => [each.storeId, each]))
  const found = overdue.flatMap((sum) => {
    const known = reachOf.get(sum.storeId)
    const doubt = known && doubtOf(sum, known)
    return doubt ? [{ ...sum, ...doubt }] : []
  })
  if (found.length === 0) return undefined
  const ends = found.flatMap(({ end }) => (end === null ? [] : [end]))
  const missing = new Set(found.flatMap((each) => each.missing))
  return {
    count: found.reduce((all, { count }) => all + count, 0),
    amount: found.reduce((all, { amount }) => all + amount, 0),
    end: ends.reduce((first, end) => (isBefore(end, first) ? end : first), ends[0] ?? null),
    missing: [...missing].toSorted(),
  }
}

type End = NonNullable<Doubt['end']>

/** No files at all end before any others. */
function isBefore(a: End, b: End | null): boolean {
  return b !== null && (a.paymentsTo ?? '') < (b.paymentsTo ?? '')
}
