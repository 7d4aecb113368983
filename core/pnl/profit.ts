import { negate, type Paise, paise, sum } from '../money/paise'
import { TERMS } from '../settlements/terms'

export type Basis = 'order' | 'payment'
export type GstScheme = 'regular' | 'none'

/** What `total` adds up over settlement lines and payout extras; amounts in paise. */
export const SUM_NAMES = [
  'lines',
  'subOrders',
  'units',
  'deliveredUnits',
  'returnedUnits',
  'rtoUnits',
  'settlement',
  ...TERMS,
  'fixedFeeDeduction',
  'warehousingDeduction',
  'supportGst',
  'unexplained',
  'gstOnSales',
  'gstCreditOnFees',
  'gstUnknownLines',
  'ads',
  'gstCreditOnAds',
  'referral',
  'adjustments',
] as const

export type Sums = Readonly<Record<(typeof SUM_NAMES)[number], number>>

/** The columns that `fees` adds up, each also a line of its own. */
export const FEES = [
  'commission',
  'goldFee',
  'mallFee',
  'fixedFeeRevenue',
  'warehousingRevenue',
  'fixedFeeDeduction',
  'warehousingDeduction',
  'shipping',
  'returnShipping',
  'gstCompensation',
  'supportNet',
  'supportGst',
  'returnPremium',
  'returnPremiumReturn',
] as const satisfies readonly (keyof Sums)[]

/** Every line of a profit and loss, in the order of reading. `null` is unknown, never zero. */
export type ProfitLines = Readonly<Record<(typeof FEES)[number], Paise>> & {
  readonly grossSales: Paise
  readonly salesReturned: Paise
  readonly netSales: Paise
  readonly fees: Paise
  readonly compensation: Paise
  readonly claims: Paise
  readonly recovery: Paise
  readonly tcs: Paise
  readonly tds: Paise
  readonly taxesWithheld: Paise
  readonly unexplained: Paise
  readonly settlement: Paise
  readonly ads: Paise
  readonly referral: Paise
  readonly platformAdjustments: Paise
  readonly bankReceipts: Paise
  readonly taxCredits: Paise
  readonly gstOnSales: Paise
  readonly gstCreditOnFees: Paise
  /** Unknown until unit costs are given: `netProfit` is then profit before product cost. */
  readonly cogs: Paise | null
  readonly packaging: Paise | null
  readonly overheads: Paise | null
  readonly netProfit: Paise
}

/** The lines of one store's profit and loss from its sums. */
export function profitLines(sums: Sums, scheme: GstScheme): ProfitLines {
  const settled = settledLines(sums)
  const { settlement, taxesWithheld } = settled
  const ads = paise(sums.ads)
  const referral = paise(sums.referral)
  const platformAdjustments = paise(sums.adjustments)
  const bankReceipts = sum([settlement, ads, referral, platformAdjustments])
  const taxCredits = negate(taxesWithheld)
  const isRegular = scheme === 'regular'
  const gstOnSales = paise(isRegular ? sums.gstOnSales : 0)
  const gstCreditOnFees = paise(isRegular ? sums.gstCreditOnFees + sums.gstCreditOnAds : 0)
  return {
    ...settled,
    ads,
    referral,
    platformAdjustments,
    bankReceipts,
    taxCredits,
    gstOnSales,
    gstCreditOnFees,
    cogs: null,
    packaging: null,
    overheads: null,
    netProfit: sum([bankReceipts, taxCredits, gstOnSales, gstCreditOnFees]),
  }
}

/** The lines that add up to the settlement of the payments report. */
function settledLines(sums: Sums) {
  const netSales = paise(sums.sale + sums.saleReturn)
  const fees = paise(FEES.reduce((total, fee) => total + sums[fee], 0))
  const taxesWithheld = paise(sums.tcs + sums.tds)
  const given = sums.compensation + sums.claims + sums.recovery
  const settlement = paise(netSales + fees + given + taxesWithheld + sums.unexplained)
  // The lines of every row add up to its settlement; a difference here would be a fault of ours.
  if (settlement !== sums.settlement) throw new Error('A profit and loss misses its settlement')
  // Safe because FEES names exactly these keys.
  const each = Object.fromEntries(FEES.map((fee) => [fee, paise(sums[fee])])) as Record<
    (typeof FEES)[number],
    Paise
  >
  return {
    grossSales: paise(sums.sale),
    salesReturned: paise(sums.saleReturn),
    netSales,
    ...each,
    fees,
    compensation: paise(sums.compensation),
    claims: paise(sums.claims),
    recovery: paise(sums.recovery),
    tcs: paise(sums.tcs),
    tds: paise(sums.tds),
    taxesWithheld,
    unexplained: paise(sums.unexplained),
    settlement,
  }
}

// Safe because every name is given its zero.
const NO_SUMS = Object.fromEntries(SUM_NAMES.map((name) => [name, 0])) as Sums

/** A profit and loss of nothing, to which stores are added. */
export const NO_MONEY = profitLines(NO_SUMS, 'regular')

/** The lines of several stores together; a line unknown in one is unknown in all. */
export function addProfitLines(first: ProfitLines, second: ProfitLines): ProfitLines {
  const added = { ...first } as Record<keyof ProfitLines, Paise | null>
  // Safe because both objects have exactly the keys of ProfitLines.
  for (const line of Object.keys(first) as (keyof ProfitLines)[]) {
    const [a, b] = [first[line], second[line]]
    added[line] = a === null || b === null ? null : paise(a + b)
  }
  // Safe because only the lines that may be unknown can have become null.
  return added as ProfitLines
}

/** Profit as a share of net sales in percent with two decimals; nothing without sales. */
export function marginPct(lines: ProfitLines): number | null {
  if (lines.netSales <= 0) return null
  return Math.round((lines.netProfit / lines.netSales) * 100_00) / 100
}
