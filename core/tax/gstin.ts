import type { Brand } from '../brand'

/** A GST registration number whose check digit is right. */
export type Gstin = Brand<string, 'Gstin'>

// State, PAN, number of the registration, its kind (Z of a seller, C of who collects TCS), check digit.
const FORM = /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z][A-Z][0-9A-Z]$/
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Nothing for text of another form, or with a digit mistyped. */
export function parseGstin(text: string): Gstin | undefined {
  const gstin = text.trim().toUpperCase()
  if (!FORM.test(gstin) || checkDigitOf(gstin.slice(0, -1)) !== gstin.at(-1)) return undefined
  // Safe because form and check digit are right.
  return gstin as Gstin
}

/** Every second digit counts twice, in base 36; quotients and remainders are added up. */
function checkDigitOf(digits: string): string | undefined {
  const sum = [...digits].reduce((total, digit, index) => {
    const weighed = DIGITS.indexOf(digit) * (index % 2 === 0 ? 1 : 2)
    return total + Math.floor(weighed / DIGITS.length) + (weighed % DIGITS.length)
  }, 0)
  return DIGITS[(DIGITS.length - (sum % DIGITS.length)) % DIGITS.length]
}
