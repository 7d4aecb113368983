import type { Paise } from '#core/money/paise'
import { parseRupees } from '#core/money/rupees'

/** Rupees that a person typed: null for a blank, which is unknown and never 0; nothing for no amount. */
export function readAmount(typed: string, most: number): Paise | null | undefined {
  if (typed.trim() === '') return null
  const amount = parseRupees(typed)
  return amount === undefined || amount < 0 || amount > most ? undefined : amount
}
