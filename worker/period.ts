import { daysBetween, type BusinessDate, parseBusinessDate } from '#core/dates'
import * as z from 'zod'
import { AppError } from './problem'

/** A day as people and programs write it in a query: `2026-08-31`. */
export const dayText = z.string().transform((text, context): BusinessDate => {
  const parsed = parseBusinessDate(text)
  if (parsed !== undefined) return parsed
  context.addIssue({ code: 'custom', message: 'A day is written YYYY-MM-DD.' })
  return z.NEVER
})

// Five financial years and a bit: longer questions are asked of an export.
const MAX_DAYS = 1_900

/** Refuses a period that ends before it begins, or is longer than figures are kept ready for. */
export function checkPeriod({ from, to }: { from: BusinessDate; to: BusinessDate }): void {
  if (from <= to && daysBetween(from, to) <= MAX_DAYS) return
  const sentence = 'A period begins before it ends, and is not longer than five years.'
  throw new AppError(400, 'invalid-period', sentence)
}
