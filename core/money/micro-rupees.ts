import type { Brand } from '../brand'
import { type Paise, paise } from './paise'
import { roundDecimal } from './rupees'

/**
 * Rupees as a whole number of millionths. GST reports carry values that were never rounded to the paisa,
 * and a month of them rounded one by one would miss its own total.
 */
export type MicroRupees = Brand<number, 'MicroRupees'>

const MICRO_IN_PAISA = 10_000

export function microRupees(value: number): MicroRupees {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number of micros: ${value}`)
  return (value + 0) as MicroRupees
}

/** Half a millionth rounds away from zero; nothing when the text is no amount. */
export function parseMicroRupees(text: string): MicroRupees | undefined {
  const units = roundDecimal(text, 6)
  return units === undefined ? undefined : microRupees(units)
}

export function sumMicroRupees(amounts: Iterable<MicroRupees>): MicroRupees {
  let total = 0
  for (const amount of amounts) total += amount
  return microRupees(total)
}

/** Half a paisa rounds away from zero. */
export function toPaise(amount: MicroRupees): Paise {
  const whole = Math.trunc(amount / MICRO_IN_PAISA)
  const rest = Math.abs(amount % MICRO_IN_PAISA)
  const step = rest * 2 >= MICRO_IN_PAISA ? Math.sign(amount) : 0
  return paise(whole + step)
}
