import { type Paise, paise } from '../money/paise'
import type { ProfitLines } from '../pnl/profit'

/** Net sales, and what they left before any ad. */
export type Earned = { readonly netSales: Paise; readonly contribution: Paise }

/** What ads took, as positive amounts: with GST, and the part of it that does not come back. */
export type AdsTaken = { readonly spend: Paise; readonly lasting: Paise }

/**
 * CM1: what sales left after Meesho's fees, GST, product cost and packaging. Ads, monthly costs, referral
 * and platform adjustments are no part of it. Costs that are unknown are missing from it.
 */
export function contributionBeforeAds(lines: ProfitLines, gstCreditOnAds: Paise): Paise {
  const { netProfit, ads, referral, platformAdjustments, overheads } = lines
  return paise(netProfit - ads - gstCreditOnAds - referral - platformAdjustments - (overheads ?? 0))
}

/** Sales that one rupee of ads brought, in paise, rounded down; nothing without ads. */
export function salesPerRupee(netSales: Paise, spend: Paise): Paise | null {
  return spend > 0 ? ratio(BigInt(netSales) * 100n, BigInt(spend), 'down') : null
}

/**
 * Sales that one rupee of ads must bring to pay for itself, in paise, rounded up:
 * `lasting ÷ spend ÷ (contribution ÷ netSales)`. Nothing without ads, and where sales leave nothing.
 */
export function breakEvenSales(earned: Earned, { spend, lasting }: AdsTaken): Paise | null {
  const { netSales, contribution } = earned
  if (spend <= 0 || netSales <= 0 || contribution <= 0) return null
  const above = BigInt(netSales) * BigInt(lasting) * 100n
  return ratio(above, BigInt(contribution) * BigInt(spend), 'up')
}

/** Whether sales brought what the ads needed; compared without rounding. `earned` tells the margin. */
export function paidForThemselves(sales: Paise, earned: Earned, { lasting }: AdsTaken): boolean {
  const { netSales, contribution } = earned
  if (sales <= 0 || netSales <= 0 || contribution <= 0) return false
  return BigInt(sales) * BigInt(contribution) >= BigInt(netSales) * BigInt(lasting)
}

/** Away from what flatters: what was brought is rounded down, what is needed up. */
function ratio(above: bigint, below: bigint, direction: 'up' | 'down'): Paise {
  const whole = above / below
  const rest = above % below
  if (rest === 0n) return paise(Number(whole))
  if (direction === 'up') return paise(Number(rest > 0n ? whole + 1n : whole))
  return paise(Number(rest < 0n ? whole - 1n : whole))
}
