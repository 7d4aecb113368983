import { type Paise, paise } from './paise'

const MISSING = new Set(['', '-', '–', 'null', 'na', 'n/a', 'nan', 'none'])

/** True for the words a report writes where there is no value; a missing amount is never zero. */
export function isMissing(text: string): boolean {
  return MISSING.has(text.trim().toLowerCase())
}

// Groups: sign, digits (with any grouping commas), decimals, exponent.
const AMOUNT = /^([+-]?)(\d[\d,]*|(?=\.\d))(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/
// A double holds 15 decimal digits for certain; what a program prints beyond them is not the cell's value.
const CERTAIN_DIGITS = 15

/** Whole paise read digit by digit; nothing when the text is no amount, or is finer than a paisa. */
export function parseRupees(text: string): Paise | undefined {
  const units = readPlain(text) ?? parseDecimal(text, 2)
  return units === undefined ? undefined : paise(units)
}

const [MINUS, NOUGHT] = [0x2d, 0x30]

/** Digits with at most two decimals, as nearly every cell has them, ten times faster; nothing for the rest. */
function readPlain(text: string): number | undefined {
  const first = text.charCodeAt(0) === MINUS ? 1 : 0
  const point = text.indexOf('.', first)
  const decimals = point < 0 ? 0 : text.length - point - 1
  if (text.length - first > 14 || text.length === first || point === first || decimals > 2)
    return undefined
  let units = 0
  for (let at = first; at < text.length; at += 1) {
    if (at === point) continue
    const code = text.charCodeAt(at)
    if (code < NOUGHT || code > NOUGHT + 9) return undefined
    units = units * 10 + code - NOUGHT
  }
  if (decimals < 2) units *= decimals === 1 ? 10 : 100
  return first === 1 ? -units : units
}

/** A decimal as a whole number of 10^-places, exactly; nothing when it is no number, finer, or too large. */
export function parseDecimal(text: string, places: number): number | undefined {
  const decimal = readDecimal(text)
  if (decimal === undefined) return undefined
  const { digits, scale } = decimal
  const units = toUnits(digits, scale, places) ?? toUnits(...certain(digits, scale), places)
  return units === undefined ? undefined : signed(units, decimal)
}

/** As parseDecimal, but what is finer is rounded, half away from zero: for values that are no money yet. */
export function roundDecimal(text: string, places: number): number | undefined {
  const decimal = readDecimal(text)
  if (decimal === undefined) return undefined
  const { digits, scale } = decimal
  const cut = digits.length + places - scale
  if (cut >= digits.length) return parseDecimal(text, places)
  const kept = cut > 0 ? Number(digits.slice(0, cut)) : 0
  const units = kept + (cut >= 0 && digits.charAt(cut) >= '5' ? 1 : 0)
  return Number.isSafeInteger(units) ? signed(units, decimal) : undefined
}

/** The value is `digits × 10^-scale`. */
type Decimal = { readonly digits: string; readonly scale: number; readonly isNegative: boolean }

function readDecimal(text: string): Decimal | undefined {
  const match = AMOUNT.exec(withoutMarks(text))
  if (!match) return undefined
  const [, sign, whole = '', decimals = '', exponent = '0'] = match
  if (whole.includes(',') && !/^\d{1,3}(,\d{2,3})*,\d{3}$/.test(whole)) return undefined
  const digits = whole.replaceAll(',', '') + decimals
  return { digits, scale: decimals.length - Number(exponent), isNegative: sign === '-' }
}

function signed(units: number, { isNegative }: Decimal): number {
  return isNegative ? -units + 0 : units
}

/** Bare of the rupee sign, on either side of a minus as spreadsheet programs put it, and of a percent sign. */
function withoutMarks(text: string): string {
  return text
    .trim()
    .replace(/^[−–]/, '-')
    .replace(/^(-?)\s*(?:₹|Rs\.?)\s*/i, '$1')
    .replace(/^[−–]/, '-')
    .replace(/\s*%$/, '')
}

/** `digits × 10^-scale` in units of 10^-places; nothing when a digit would be lost. */
function toUnits(digits: string, scale: number, places: number): number | undefined {
  const shift = places - scale
  if (shift > 30) return Number(digits) === 0 ? 0 : undefined
  const kept = shift >= 0 ? digits + '0'.repeat(shift) : digits.slice(0, shift)
  const lost = shift >= 0 ? '' : digits.slice(shift)
  if (/[1-9]/.test(lost)) return undefined
  const units = Number(kept)
  return Number.isSafeInteger(units) ? units : undefined
}

/** The digits cut to the 15 that a double holds for certain, when there are more. */
function certain(digits: string, scale: number): [string, number] {
  const significant = digits.replace(/^0+/, '')
  const excess = significant.length - CERTAIN_DIGITS
  if (excess <= 0) return [digits, scale]
  const rounded = (BigInt(significant) + 5n * 10n ** BigInt(excess - 1)) / 10n ** BigInt(excess)
  return [rounded.toString(), scale - excess]
}

/** Rupees with two decimals as programs write them, digit by digit: `-1234.50`. */
export function rupeesText(amount: number): string {
  return decimalText(amount, 2)
}

/** A whole number of 10^-places as a decimal with that many places; what parseDecimal() reads. */
export function decimalText(units: number, places: number): string {
  if (!Number.isSafeInteger(units)) throw new RangeError(`Not a whole number: ${units}`)
  const digits = String(Math.abs(units)).padStart(places + 1, '0')
  return `${units < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}
