import { type AdMoney, addAdMoney, adMoney, NO_ADS } from '#core/ads/ad-money'
import { type AdFigure, type AnyFigure, cellsOfFigure, isAdFigure } from '#core/pnl/figures'
import type { Db } from '#db/client'
import { sumAds } from '#db/ledger/queries/ads'
import type { CellScope } from './find-cost-cells'
import { readMarkedLines } from './read-marked-orders'
import { type PnlStore, readPnl } from './read-pnl'

/**
 * Whether every cell of the figure can be narrowed so: ads belong to a campaign, lines to a mark. Anything
 * else would be half of a figure.
 */
export function canNarrow(figure: AnyFigure, { campaign, mark }: CellScope): boolean {
  const cells = cellsOfFigure(figure)
  if (campaign !== undefined && !cells.every((cell) => cell.in === 'ads')) return false
  return mark === undefined || cells.every((cell) => cell.in === 'line')
}

/** The figure itself, in paise: what its cells add up to. Nothing for a cost that is unknown. */
export async function totalOfFigure(
  ledger: Db,
  stores: readonly PnlStore[],
  figure: AnyFigure,
  scope: CellScope,
): Promise<number | null> {
  const { past, mark, campaign, ...query } = scope
  if (isAdFigure(figure)) return (await adsOf(ledger, stores, scope))[NAMES[figure]]
  if (campaign !== undefined) return (await adsOf(ledger, stores, scope)).total
  if (mark !== undefined) return (await readMarkedLines(ledger, stores, { ...query, mark }))[figure]
  const pnl = await readPnl(ledger, stores, { ...query, group: 'total' }, past)
  return pnl?.groups[0] === undefined ? 0 : pnl.groups[0].lines[figure]
}

const NAMES = {
  adCost: 'cost',
  adCredits: 'credits',
  adNetCost: 'netCost',
  adGst: 'gst',
  adGstCredit: 'gstCredit',
} as const satisfies Readonly<Record<AdFigure, keyof AdMoney>>

/** Ads belong to no SKU. */
async function adsOf(
  ledger: Db,
  stores: readonly PnlStore[],
  { sku, ...query }: CellScope,
): Promise<AdMoney> {
  if (sku !== undefined && sku !== '') return NO_ADS
  const storeIds = stores.map(({ id }) => id)
  const schemes = new Map(stores.map(({ id, gstScheme }) => [id, gstScheme]))
  const sums = await sumAds(ledger, storeIds, query)
  return sums
    .map(({ storeId, ...each }) => adMoney(each, schemes.get(storeId) ?? 'regular'))
    .reduce(addAdMoney, NO_ADS)
}
