// A double holds 15 decimal digits for certain; what a program prints beyond them is not the cell's value.
const CERTAIN_DIGITS = 15
// Smaller numbers are left over from sums of doubles, and are plainer with an exponent.
const SMALLEST_PLAIN_EXPONENT = -10
const DECIMAL = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?$/
const PLAIN_INTEGER = /^(?:0|-?[1-9]\d{0,14})$/

/**
 * A number cell as text, to at most 15 significant digits and never through a float. A whole number of more
 * digits has lost some already: it is written with an exponent, so that no one takes it for an id.
 */
export function numberText(written: string): string {
  const raw = written.trim()
  if (PLAIN_INTEGER.test(raw)) return raw
  const match = DECIMAL.exec(raw)
  if (!match) return raw
  const [, sign, whole = '', decimals = '', exponent = '0'] = match
  const digits = whole + decimals
  const leading = /^0*/.exec(digits)?.[0].length ?? 0
  if (leading === digits.length) return digits === '' ? raw : '0'
  // The value is 0.SIGNIFICANT × 10^point.
  const point = whole.length + Number(exponent) - leading
  const rounded = roundTo15(digits.slice(leading))
  const text = writeDecimal(rounded.digits, point + rounded.carry)
  return sign === '-' ? `-${text}` : text
}

/** The digits rounded half up to 15, without zeros at the end; a carry makes the number one place longer. */
function roundTo15(digits: string): { digits: string; carry: number } {
  const kept = digits.slice(0, CERTAIN_DIGITS)
  const isUp = digits.charAt(CERTAIN_DIGITS) >= '5'
  const rounded = isUp ? String(BigInt(kept) + 1n) : kept
  return { digits: rounded.replace(/0+$/, ''), carry: rounded.length - kept.length }
}

function writeDecimal(digits: string, point: number): string {
  if (point > CERTAIN_DIGITS || point < SMALLEST_PLAIN_EXPONENT)
    return withExponent(digits, point - 1)
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`
  if (digits.length <= point) return digits.padEnd(point, '0')
  return `${digits.slice(0, point)}.${digits.slice(point)}`
}

function withExponent(digits: string, exponent: number): string {
  const mantissa = digits.length > 1 ? `${digits.charAt(0)}.${digits.slice(1)}` : digits
  return `${mantissa}E${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`
}
