import type { Brand } from '../brand'

/** Rupee money as a whole number of paise. Positive is money coming to the seller. */
export type Paise = Brand<number, 'Paise'>

export function paise(value: number): Paise {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number of paise: ${value}`)
  // Adding 0 turns -0 into 0, which prints and compares as one zero.
  return (value + 0) as Paise
}

export const ZERO = paise(0)

export function sum(amounts: Iterable<Paise>): Paise {
  let total = 0
  for (const amount of amounts) total += amount
  return paise(total)
}

/** Two records of whole numbers, added name by name. */
export function addEach<Sums extends Readonly<Record<string, number>>>(a: Sums, b: Sums): Sums {
  // A name that `b` lacked would make NaN, and no whole number.
  const added = Object.entries(a).map(([name, amount]) => [name, paise(amount + Number(b[name]))])
  // Safe because every name is given the sum of its two numbers.
  return Object.fromEntries(added) as Sums
}

export function subtract(from: Paise, amount: Paise): Paise {
  return paise(from - amount)
}

export function negate(amount: Paise): Paise {
  return paise(-amount)
}

/** `amount × numerator ÷ denominator`, half a paisa away from zero; exact for every safe amount. */
export function share(amount: Paise, numerator: number, denominator: number): Paise {
  if (denominator <= 0) throw new RangeError('A share needs a denominator above zero')
  const product = amount * numerator
  if (Number.isSafeInteger(product * 2)) return roundedQuotient(product, denominator)
  const big = BigInt(amount) * BigInt(numerator) * 2n
  const half =
    (big < 0n ? big - BigInt(denominator) : big + BigInt(denominator)) / BigInt(2 * denominator)
  return paise(Number(half))
}

function roundedQuotient(product: number, denominator: number): Paise {
  const magnitude = Math.abs(product)
  const remainder = magnitude % denominator
  const whole = (magnitude - remainder) / denominator
  const rounded = remainder * 2 >= denominator ? whole + 1 : whole
  return paise(product < 0 ? -rounded : rounded)
}

/** Splits an amount by whole weights so that the parts sum to it; the largest remainders take the odd paise. */
export function allocate(amount: Paise, weights: readonly number[]): Paise[] {
  const total = weights.reduce((all, weight) => all + weight, 0)
  if (total <= 0) throw new RangeError('An allocation needs a weight above zero')
  const dues = weights.map((weight, index) => ({ index, ...dueOf(amount, weight, total) }))
  const parts = dues.map(({ whole }) => whole)
  let left = amount - parts.reduce((all, part) => all + part, 0)
  const step = left < 0 ? -1 : 1
  for (const { index } of dues.sort((a, b) => b.remainder - a.remainder || a.index - b.index)) {
    if (left === 0) break
    parts[index] = (parts[index] ?? 0) + step
    left -= step
  }
  return parts.map(paise)
}

/** `amount × weight ÷ total`, cut towards zero, and the size of what was cut off in parts of `total`. */
function dueOf(amount: Paise, weight: number, total: number): { whole: number; remainder: number } {
  const product = amount * weight
  if (Number.isSafeInteger(product))
    return { whole: Math.trunc(product / total), remainder: Math.abs(product % total) }
  const exact = BigInt(amount) * BigInt(weight)
  const remainder = Number(exact % BigInt(total))
  return { whole: Number(exact / BigInt(total)), remainder: Math.abs(remainder) }
}
