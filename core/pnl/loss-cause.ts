import { type Paise, paise, share, ZERO } from '../money/paise'
import type { ProfitLines } from './profit'

/**
 * Why a SKU loses money. `price_below_cost`: what buyers kept brought less than it cost, before any fee.
 * `several`: no single part would have saved it. `cost_missing`: not to be told before its cost is known.
 */
export const LOSS_CAUSES = [
  'cost_missing',
  'price_below_cost',
  'returns',
  'rto',
  'recovery',
  'fees',
  'several',
] as const

export type LossCause = (typeof LOSS_CAUSES)[number]

export type SkuMoney = {
  readonly lines: ProfitLines
  /** A product cost is missing from the net profit. */
  readonly isPartial: boolean
  /** Units that left, and of them those that came back from buyers and from couriers. */
  readonly dispatchedUnits: number
  readonly returnedUnits: number
  readonly rtoUnits: number
}

/** What each part that could be avoided cost the SKU, as positive amounts. */
export type AvoidableCosts = Readonly<Record<'returns' | 'rto' | 'recovery' | 'fees', Paise>>

/**
 * Nothing for a SKU without a loss. Where its cost is missing nobody knows; where the price is below the
 * cost nothing else matters. Else the cause is the largest part that alone would have turned the loss:
 * returns, RTO or recovery, and only then Meesho's fees, which a seller can price in but not avoid.
 */
export function lossCauseOf(sku: SkuMoney): LossCause | undefined {
  const { lines, isPartial } = sku
  if (isPartial) return 'cost_missing'
  const loss = -lines.netProfit
  if (loss <= 0) return undefined
  // More came back in the period than was sold in it: there is no price to judge.
  if (lines.netSales <= 0 && lines.salesReturned < 0) return 'returns'
  if (lines.netSales + lines.gstOnSales + (lines.cogs ?? 0) < 0) return 'price_below_cost'
  const costs = avoidableCosts(sku)
  const [largest] = (['returns', 'rto', 'recovery'] as const)
    .filter((cause) => costs[cause] >= loss)
    .sort((a, b) => costs[b] - costs[a])
  return largest ?? (costs.fees >= loss ? 'fees' : 'several')
}

/** RTO bears no fee of its own; like a return it wastes its packaging. */
export function avoidableCosts({
  lines,
  dispatchedUnits,
  returnedUnits,
  rtoUnits,
}: SkuMoney): AvoidableCosts {
  const { returnShipping, returnPremiumReturn, compensation, claims, recovery } = lines
  const wasted = (units: number) =>
    dispatchedUnits > 0
      ? share(lines.packaging ?? ZERO, Math.min(units, dispatchedUnits), dispatchedUnits)
      : ZERO
  return {
    returns: cost(returnShipping + returnPremiumReturn + wasted(returnedUnits)),
    rto: cost(wasted(rtoUnits)),
    recovery: cost(compensation + claims + recovery + lines.unexplained),
    fees: cost(lines.fees - returnShipping - returnPremiumReturn),
  }
}

function cost(amount: number): Paise {
  return paise(Math.max(0, -amount))
}
