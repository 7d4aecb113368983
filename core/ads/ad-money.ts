import { type Paise, paise } from '../money/paise'
import type { GstScheme } from '../pnl/profit'

/** The columns of Ads Cost sheets added up as the files print them: cost and credits are positive there. */
export type AdSums = Readonly<
  Record<'rows' | 'cost' | 'credits' | 'netCost' | 'gst' | 'total' | 'gstCredit', number>
>

/** What ads took, positive towards the seller. `cost`, `credits`, `gst` and `unexplained` add up to `total`. */
export type AdMoney = {
  readonly rows: number
  readonly cost: Paise
  readonly credits: Paise
  /** Ad cost less credits, before GST, as the files' own column says it. */
  readonly netCost: Paise
  readonly gst: Paise
  /** What the files' own total holds beyond cost, credits and GST; zero on every file seen. */
  readonly unexplained: Paise
  /** Total Ads Cost: what the payouts lost, GST included. The line `ads` of a profit and loss. */
  readonly total: Paise
  /** The GST of it that comes back; zero without GST registration. */
  readonly gstCredit: Paise
  /** `total` and `gstCredit`: what ads take of the profit for good. */
  readonly lasting: Paise
}

export function adMoney(sums: AdSums, scheme: GstScheme): AdMoney {
  const { rows, cost, credits, netCost, gst, total } = sums
  const gstCredit = scheme === 'regular' ? sums.gstCredit : 0
  return {
    rows,
    cost: paise(-cost),
    credits: paise(credits),
    netCost: paise(netCost),
    gst: paise(gst),
    unexplained: paise(total + cost - credits - gst),
    total: paise(total),
    gstCredit: paise(gstCredit),
    lasting: paise(total + gstCredit),
  }
}

const NO_SUMS = { rows: 0, cost: 0, credits: 0, netCost: 0, gst: 0, total: 0, gstCredit: 0 }

export const NO_ADS = adMoney(NO_SUMS, 'regular')

export function addAdMoney(a: AdMoney, b: AdMoney): AdMoney {
  return {
    rows: a.rows + b.rows,
    cost: paise(a.cost + b.cost),
    credits: paise(a.credits + b.credits),
    netCost: paise(a.netCost + b.netCost),
    gst: paise(a.gst + b.gst),
    unexplained: paise(a.unexplained + b.unexplained),
    total: paise(a.total + b.total),
    gstCredit: paise(a.gstCredit + b.gstCredit),
    lasting: paise(a.lasting + b.lasting),
  }
}
