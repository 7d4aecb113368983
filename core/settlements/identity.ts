import { type Paise, paise, ZERO } from '../money/paise'
import type { SettlementLine } from './settlement-line'
import { type Beside, type Term, TERMS } from './terms'

export type LineAmounts = Pick<SettlementLine, Term | Beside | 'settlement'>

/** Bits of a variant: what the payout did besides the 18 terms of the file's own formula. */
export const PLUS_SUPPORT_GST = 1
export const PLUS_FIXED_FEE_DEDUCTION = 2
export const PLUS_WAREHOUSING_DEDUCTION = 4
export const MINUS_FIXED_FEE_REVENUE = 8
export const MINUS_WAREHOUSING_REVENUE = 16

/** The Deductions copy counts in place of the Revenue copy of the same name. */
export const SWAP_FIXED_FEE = PLUS_FIXED_FEE_DEDUCTION | MINUS_FIXED_FEE_REVENUE
export const SWAP_WAREHOUSING = PLUS_WAREHOUSING_DEDUCTION | MINUS_WAREHOUSING_REVENUE

// Printed terms are rounded to the paisa each, so a sum of them may be one paisa off.
const ROUNDING_TOLERANCE = 1

/** One change first, then two, then three; support GST before the fixed fee before warehousing. */
const VARIANTS: readonly number[] = [
  PLUS_SUPPORT_GST,
  PLUS_FIXED_FEE_DEDUCTION,
  PLUS_WAREHOUSING_DEDUCTION,
  SWAP_FIXED_FEE,
  SWAP_WAREHOUSING,
  PLUS_SUPPORT_GST | PLUS_FIXED_FEE_DEDUCTION,
  PLUS_SUPPORT_GST | PLUS_WAREHOUSING_DEDUCTION,
  PLUS_SUPPORT_GST | SWAP_FIXED_FEE,
  PLUS_SUPPORT_GST | SWAP_WAREHOUSING,
  PLUS_FIXED_FEE_DEDUCTION | PLUS_WAREHOUSING_DEDUCTION,
  PLUS_FIXED_FEE_DEDUCTION | SWAP_WAREHOUSING,
  SWAP_FIXED_FEE | PLUS_WAREHOUSING_DEDUCTION,
  SWAP_FIXED_FEE | SWAP_WAREHOUSING,
  PLUS_SUPPORT_GST | PLUS_FIXED_FEE_DEDUCTION | PLUS_WAREHOUSING_DEDUCTION,
  PLUS_SUPPORT_GST | PLUS_FIXED_FEE_DEDUCTION | SWAP_WAREHOUSING,
  PLUS_SUPPORT_GST | SWAP_FIXED_FEE | PLUS_WAREHOUSING_DEDUCTION,
  PLUS_SUPPORT_GST | SWAP_FIXED_FEE | SWAP_WAREHOUSING,
]

/** `settlement` less the 18 terms of the file's own formula. */
export function identityGap(line: LineAmounts): Paise {
  let gap: number = line.settlement
  for (const term of TERMS) gap -= line[term]
  return paise(gap)
}

/** True when the printed sum holds as it stands, within one paisa of rounding. */
export function addsUp(line: LineAmounts): boolean {
  return Math.abs(identityGap(line)) <= ROUNDING_TOLERANCE
}

/**
 * The smallest known change to the formula that makes the row add up, and what it leaves unexplained.
 * A gap that nothing closes stays whole under variant 0: it is shown, never absorbed.
 */
export function proveIdentity(line: LineAmounts): { variant: number; unexplained: Paise } {
  const gap = identityGap(line)
  if (Math.abs(gap) <= ROUNDING_TOLERANCE) return { variant: 0, unexplained: gap }
  for (const variant of VARIANTS) {
    if (!canApply(line, variant)) continue
    const left = gap - changeUnder(line, variant)
    if (Math.abs(left) <= ROUNDING_TOLERANCE) return { variant, unexplained: paise(left) }
  }
  return { variant: 0, unexplained: gap }
}

/** What the five columns in question count for under a variant; every other term counts as printed. */
export function countedAmounts(line: LineAmounts, variant: number) {
  return {
    fixedFeeRevenue: variant & MINUS_FIXED_FEE_REVENUE ? ZERO : line.fixedFeeRevenue,
    warehousingRevenue: variant & MINUS_WAREHOUSING_REVENUE ? ZERO : line.warehousingRevenue,
    fixedFeeDeduction: variant & PLUS_FIXED_FEE_DEDUCTION ? line.fixedFeeDeduction : ZERO,
    warehousingDeduction: variant & PLUS_WAREHOUSING_DEDUCTION ? line.warehousingDeduction : ZERO,
    supportGst: variant & PLUS_SUPPORT_GST ? line.supportGst : ZERO,
  }
}

/** A variant that adds an empty column says nothing new. */
function canApply(line: LineAmounts, variant: number): boolean {
  if (variant & PLUS_SUPPORT_GST && line.supportGst === 0) return false
  if (variant & PLUS_FIXED_FEE_DEDUCTION && line.fixedFeeDeduction === 0) return false
  return !(variant & PLUS_WAREHOUSING_DEDUCTION && line.warehousingDeduction === 0)
}

function changeUnder(line: LineAmounts, variant: number): number {
  let change = 0
  if (variant & PLUS_SUPPORT_GST) change += line.supportGst
  if (variant & PLUS_FIXED_FEE_DEDUCTION) change += line.fixedFeeDeduction
  if (variant & PLUS_WAREHOUSING_DEDUCTION) change += line.warehousingDeduction
  if (variant & MINUS_FIXED_FEE_REVENUE) change -= line.fixedFeeRevenue
  if (variant & MINUS_WAREHOUSING_REVENUE) change -= line.warehousingRevenue
  return change
}
