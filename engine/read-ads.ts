import { type AdMoney, addAdMoney, adMoney, NO_ADS } from '#core/ads/ad-money'
import { breakEvenSales, paidForThemselves, salesPerRupee } from '#core/ads/break-even'
import { type BusinessDate, businessDate } from '#core/dates'
import { negate, type Paise, paise, sum } from '#core/money/paise'
import { percent } from '#core/percent'
import type { Db } from '#db/client'
import {
  type AdFreshness,
  type AdQuery,
  countCampaigns,
  getAdFreshness,
  listAdDays,
} from '#db/ledger/queries/ads'
import { getFreshness, type GroupSums, listPnlSums } from '#db/ledger/queries/pnl'
import type { CostState } from './read-costs'
import type { PnlStore } from './read-pnl'
import { readEarned, type SkuEarnings } from './read-sku-earnings'

/** One day with ads, with sales, or with both. */
export type AdsOfDay = AdMoney & { readonly day: BusinessDate; readonly netSales: Paise }

/**
 * Why there is a break-even, or why not. `no_ads`: no row of ads in the period. `counting`: costs have
 * changed and are not counted yet, or of a past day there are too many sub-orders to judge. `no_costs`: no
 * SKU with sales has a known cost. `loss`: what was sold leaves nothing before any ad. `too_many`: more SKUs
 * than one answer can hold.
 */
export const BREAK_EVEN_STATES = [
  'known',
  'no_ads',
  'counting',
  'no_costs',
  'loss',
  'too_many',
] as const

export type BreakEvenState = (typeof BREAK_EVEN_STATES)[number]

export type BreakEven = {
  readonly state: BreakEvenState
  /** Sales that ₹1 of ads must bring, in paise, rounded up. */
  readonly sales: Paise | null
  /** Whether the sales of the period, at this margin, left at least what the ads took for good. */
  readonly isReached: boolean | null
  /** Net sales of the SKUs whose cost is known, and what they left before ads: the margin rests on them. */
  readonly knownNetSales: Paise
  readonly knownContribution: Paise
  readonly marginPct: number | null
  /** How many SKUs with money have a known cost, and what share of net sales is theirs. */
  readonly skus: number
  readonly knownSkus: number
  readonly knownSalesPct: number | null
}

export type AdsReading = {
  readonly spend: AdMoney
  readonly campaigns: number
  /** Nothing where no file says what was paid for any sub-order: ads are on a sheet of their own. */
  readonly netSales: Paise | null
  /** Total Ads Cost as a share of net sales. */
  readonly salesPct: number | null
  /** MER: net sales for each ₹1 of Total Ads Cost, in paise, rounded down. */
  readonly salesPerRupee: Paise | null
  readonly breakEven: BreakEven
  readonly days: readonly AdsOfDay[]
  readonly freshness: AdFreshness
  readonly costState: CostState
}

// checkPeriod() allows five years and a bit.
const MAX_DAYS = 2_000

/** What ads took in a period, and what they would have had to bring. */
export async function readAds(
  ledger: Db,
  stores: readonly PnlStore[],
  query: Omit<AdQuery, 'campaign'>,
): Promise<AdsReading> {
  const storeIds = stores.map(({ id }) => id)
  const limit = MAX_DAYS * Math.max(stores.length, 1)
  const [spent, sales, campaigns, freshness, earned, { paymentsTo }] = await Promise.all([
    listAdDays(ledger, storeIds, query, limit),
    listPnlSums(ledger, storeIds, { ...query, group: 'day', sku: undefined }, limit),
    countCampaigns(ledger, storeIds, query),
    getAdFreshness(ledger, storeIds, query.knownAt),
    readEarned(ledger, stores, query),
    getFreshness(ledger, storeIds, query.knownAt),
  ])
  const schemes = new Map(stores.map(({ id, gstScheme }) => [id, gstScheme]))
  const ads = spent.map(({ storeId, day, ...sums }) => ({
    day,
    money: adMoney(sums, schemes.get(storeId) ?? 'regular'),
  }))
  const spend = ads.map(({ money }) => money).reduce(addAdMoney, NO_ADS)
  const netSales = sum(sales.map(salesOf))
  const isKnown = paymentsTo !== null
  return {
    spend,
    campaigns,
    netSales: isKnown ? netSales : null,
    salesPct: spend.rows > 0 && isKnown ? percent(-spend.total, netSales) : null,
    salesPerRupee: isKnown ? salesPerRupee(netSales, negate(spend.total)) : null,
    breakEven: breakEvenOf(earned, spend, netSales),
    days: daysOf(ads, sales),
    freshness,
    costState: earned?.costState ?? 'current',
  }
}

function salesOf({ sale, saleReturn }: GroupSums): Paise {
  return paise(sale + saleReturn)
}

function daysOf(
  ads: readonly { readonly day: BusinessDate; readonly money: AdMoney }[],
  sales: readonly GroupSums[],
): AdsOfDay[] {
  const days = new Map<BusinessDate, AdsOfDay>()
  const of = (day: BusinessDate) => days.get(day) ?? { ...NO_ADS, day, netSales: paise(0) }
  for (const { day, money } of ads) {
    const { netSales } = of(day)
    days.set(day, { ...addAdMoney(of(day), money), day, netSales })
  }
  for (const each of sales) {
    const day = businessDate(each.key)
    const netSales = paise(of(day).netSales + salesOf(each))
    // A day on which nothing but referral was paid has neither.
    if (days.has(day) || netSales !== 0) days.set(day, { ...of(day), netSales })
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

function breakEvenOf(
  earned: SkuEarnings | undefined,
  { rows, total, lasting }: AdMoney,
  netSales: Paise,
): BreakEven {
  const known = earned?.skus.filter(({ isKnown }) => isKnown) ?? []
  const knownNetSales = sum(known.map((sku) => sku.netSales))
  const knownContribution = sum(known.map((sku) => sku.contribution))
  const taken = { spend: negate(total), lasting: negate(lasting) }
  const margin = { netSales: knownNetSales, contribution: knownContribution }
  const sales = breakEvenSales(margin, taken)
  const hasAds = rows > 0 && taken.spend > 0
  const state = stateOf(earned, hasAds, margin)
  const isJudged = state === 'known' || state === 'loss'
  return {
    state,
    sales: state === 'known' ? sales : null,
    isReached: isJudged ? paidForThemselves(netSales, margin, taken) : null,
    knownNetSales,
    knownContribution,
    marginPct: knownNetSales > 0 ? shareOf(knownContribution, knownNetSales) : null,
    skus: earned?.skus.length ?? 0,
    knownSkus: known.length,
    knownSalesPct: percent(knownNetSales, netSales),
  }
}

function stateOf(
  earned: SkuEarnings | undefined,
  hasAds: boolean,
  { netSales, contribution }: { readonly netSales: Paise; readonly contribution: Paise },
): BreakEvenState {
  if (!hasAds) return 'no_ads'
  if (earned === undefined) return 'too_many'
  if (earned.costState !== 'current') return 'counting'
  if (netSales <= 0) return 'no_costs'
  return contribution <= 0 ? 'loss' : 'known'
}

/** In percent with two decimals; a loss is a share below zero. */
function shareOf(part: Paise, whole: Paise): number {
  return Math.round((part / whole) * 100_00) / 100
}
