import {
  daysBetween,
  type BusinessDate,
  businessDate,
  endOfDayInIndia,
  parseBusinessDate,
} from '#core/dates'
import type { Days } from '#core/pnl/period'
import type { KnownAt } from '#db/ledger/knowledge'
import * as z from 'zod'
import { AppError } from './problem'

/** A day as people and programs write it in a query: `2026-08-31`. */
export const dayText = z.string().transform((text, context): BusinessDate => {
  const parsed = parseBusinessDate(text)
  if (parsed !== undefined) return parsed
  context.addIssue({ code: 'custom', message: 'A day is written YYYY-MM-DD.' })
  return z.NEVER
})

/** Part of every figure's query: only what had been imported by the end of this day counts. */
export const knownOnQuery = { knownOn: dayText.optional() }

/** For a day that is not over, which may still bring files, everything counts: it is the same as now. */
export function knownAtOf(
  { knownOn }: { readonly knownOn?: BusinessDate | undefined },
  now: Date,
): KnownAt {
  if (knownOn === undefined) return undefined
  const end = endOfDayInIndia(knownOn)
  return end > now.getTime() ? undefined : end
}

// Five financial years and a bit: longer questions are asked of an export.
const MAX_DAYS = 1_900

const [FIRST_DAY, LAST_DAY] = [businessDate('1900-01-01'), businessDate('2199-12-31')]

/** A period that may be open on either side; nothing where neither is said. */
export function openPeriod({
  from,
  to,
}: {
  readonly from?: BusinessDate | undefined
  readonly to?: BusinessDate | undefined
}): Days | undefined {
  if (from === undefined && to === undefined) return undefined
  const days = { from: from ?? FIRST_DAY, to: to ?? LAST_DAY }
  if (days.from <= days.to) return days
  throw new AppError(400, 'invalid-period', 'A period begins before it ends.')
}

/** Refuses a period that ends before it begins, or is longer than figures are kept ready for. */
export function checkPeriod({ from, to }: { from: BusinessDate; to: BusinessDate }): void {
  if (from <= to && daysBetween(from, to) <= MAX_DAYS) return
  const sentence = 'A period begins before it ends, and is not longer than five years.'
  throw new AppError(400, 'invalid-period', sentence)
}
