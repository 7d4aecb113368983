import { daysBetween, type BusinessDate, endOfDayInIndia, parseBusinessDate } from '#core/dates'
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

/** Refuses a period that ends before it begins, or is longer than figures are kept ready for. */
export function checkPeriod({ from, to }: { from: BusinessDate; to: BusinessDate }): void {
  if (from <= to && daysBetween(from, to) <= MAX_DAYS) return
  const sentence = 'A period begins before it ends, and is not longer than five years.'
  throw new AppError(400, 'invalid-period', sentence)
}
