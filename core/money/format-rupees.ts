import type { Paise } from './paise'

const LAKH_IN_PAISE = 1_00_000_00
const CRORE_IN_PAISE = 1_00_00_000_00

/** Parts of an amount as people in India write it, so that a screen can print the paise smaller. */
export type RupeeParts = { readonly sign: '' | '−'; readonly whole: string; readonly paise: string }

export function rupeeParts(amount: Paise): RupeeParts {
  const magnitude = Math.abs(amount)
  const paise = magnitude % 100
  return {
    sign: amount < 0 ? '−' : '',
    whole: groupIndian((magnitude - paise) / 100),
    paise: String(paise).padStart(2, '0'),
  }
}

/** `₹1,23,456.78`, with a true minus before the sign of the rupee: `−₹50.00`. */
export function formatRupees(amount: Paise): string {
  const { sign, whole, paise } = rupeeParts(amount)
  return `${sign}₹${whole}.${paise}`
}

/** Below a lakh whole rupees, then `₹1.2 L` and `₹3.4 Cr`; half goes away from zero. */
export function formatRupeesCompact(amount: Paise): string {
  const magnitude = Math.abs(amount)
  const sign = amount < 0 ? '−' : ''
  const rupees = roundTo(magnitude, 100)
  if (rupees < 1_00_000) return `${rupees === 0 ? '' : sign}₹${groupIndian(rupees)}`
  const tenthsOfLakh = roundTo(magnitude, LAKH_IN_PAISE / 10)
  if (tenthsOfLakh < 1_000) return `${sign}₹${tenths(tenthsOfLakh)} L`
  return `${sign}₹${tenths(roundTo(magnitude, CRORE_IN_PAISE / 10))} Cr`
}

/** 1234567 → `12,34,567`: three digits, then pairs. */
export function groupIndian(whole: number): string {
  const digits = String(whole)
  if (digits.length <= 3) return digits
  const pairs = digits.slice(0, -3).replaceAll(/\B(?=(\d\d)+$)/g, ',')
  return `${pairs},${digits.slice(-3)}`
}

function roundTo(magnitude: number, unit: number): number {
  const remainder = magnitude % unit
  const quotient = (magnitude - remainder) / unit
  return remainder * 2 >= unit ? quotient + 1 : quotient
}

function tenths(value: number): string {
  const tenth = value % 10
  const whole = groupIndian((value - tenth) / 10)
  return tenth === 0 ? whole : `${whole}.${tenth}`
}
