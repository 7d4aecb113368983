import { type Paise, paise, share, subtract, sum } from '../money/paise'
import type { ProfitLines } from './profit'

/** What a SKU was, over a period long enough to speak for it. */
export type SkuPast = {
  readonly lines: Pick<
    ProfitLines,
    | 'netSales'
    | 'fees'
    | 'returnShipping'
    | 'gstOnSales'
    | 'gstCreditOnFees'
    | 'compensation'
    | 'claims'
    | 'recovery'
    | 'unexplained'
    | 'cogs'
    | 'packaging'
    | 'netProfit'
  >
  readonly dispatchedUnits: number
  readonly rtoUnits: number
  /** Units that stayed with buyers. */
  readonly keptUnits: number
}

/** What is tried: the sale of one unit that is kept, its cost, and the share of parcels that never arrive. */
export type Trial = { readonly price: Paise; readonly cost: Paise; readonly rtoBps: number }

const WHOLE_BPS = 100_00

/** Where a trial begins: the SKU as it was. Nothing without units that were kept and cost something known. */
export function trialOf({
  lines,
  dispatchedUnits,
  rtoUnits,
  keptUnits,
}: SkuPast): Trial | undefined {
  if (keptUnits <= 0 || dispatchedUnits <= rtoUnits || lines.cogs === null) return undefined
  return {
    price: share(lines.netSales, 1, keptUnits),
    cost: share(paise(-lines.cogs), 1, keptUnits),
    rtoBps: Math.round((rtoUnits * WHOLE_BPS) / dispatchedUnits),
  }
}

/**
 * The profit of the same dispatched units under a trial: an estimate, never a figure of the ledger.
 *
 * With `a` the share of parcels that arrive under the trial against the share that did:
 * `netSales = price × kept × a`, and GST on it with it; fees and their GST credit, return shipping
 * included, with `a`; `cogs = −cost × kept × a`; packaging, claims, compensation and recovery as they
 * were. So buyers return the share they did, and fees stay what they are a parcel, as Meesho's do.
 * Nothing where there is nothing to begin from.
 */
export function profitIf(past: SkuPast, { price, cost, rtoBps }: Trial): Paise | undefined {
  const { lines, dispatchedUnits, rtoUnits, keptUnits } = past
  if (trialOf(past) === undefined) return undefined
  const arrivedUnits = dispatchedUnits - rtoUnits
  // `a` is arrivingUnits / arrivedUnits; in ten-thousandths of a unit, so that it stays whole.
  const arriving = dispatchedUnits * (WHOLE_BPS - Math.min(WHOLE_BPS, Math.max(0, rtoBps)))
  const scaled = (amount: Paise) => share(amount, arriving, arrivedUnits * WHOLE_BPS)
  const netSales = scaled(paise(price * keptUnits))
  return sum([
    netSales,
    lines.netSales === 0 ? paise(0) : gstOn(netSales, lines),
    scaled(lines.fees),
    scaled(lines.gstCreditOnFees),
    scaled(paise(-cost * keptUnits)),
    lines.packaging ?? paise(0),
    lines.compensation,
    lines.claims,
    lines.recovery,
    lines.unexplained,
  ])
}

/** The GST inside the sales, at the rate that the past had on average. */
function gstOn(netSales: Paise, { gstOnSales, netSales: past }: SkuPast['lines']): Paise {
  const isTurned = past < 0
  return share(netSales, isTurned ? -gstOnSales : gstOnSales, isTurned ? -past : past)
}

/** How much better or worse the trial is than what was. */
export function changeIf(past: SkuPast, trial: Trial): Paise | undefined {
  const profit = profitIf(past, trial)
  return profit === undefined ? undefined : subtract(profit, past.lines.netProfit)
}
