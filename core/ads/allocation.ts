import { allocate, type Paise, ZERO } from '../money/paise'

/**
 * How ads are laid over SKUs. No file links an ad to a sub-order, so every way but `none` is an
 * assumption: by net sales, or by the sub-orders that Meesho marks as brought by ads.
 */
export const ALLOCATIONS = ['net_sales', 'ad_orders', 'none'] as const

export type Allocation = (typeof ALLOCATIONS)[number]

/** What an allocation goes by, of one SKU. */
export type AdWeights = { readonly netSales: Paise; readonly adOrders: number }

export type AllocatedAds = {
  /** In the order of the SKUs given; nothing where none is allocated. */
  readonly parts: readonly (Paise | null)[]
  /** What no SKU could take, because none has a weight. */
  readonly unallocated: Paise
}

/** Parts and what is unallocated add up to the ads, to the paisa. */
export function allocateAds(ads: Paise, skus: readonly AdWeights[], by: Allocation): AllocatedAds {
  if (by === 'none') return { parts: skus.map(() => null), unallocated: ads }
  const weights = skus.map((sku) => weightOf(sku, by))
  if (weights.every((weight) => weight === 0))
    return { parts: skus.map(() => ZERO), unallocated: ads }
  return { parts: allocate(ads, weights), unallocated: ZERO }
}

/** What came back beyond what was sold takes no ads. */
function weightOf({ netSales, adOrders }: AdWeights, by: Exclude<Allocation, 'none'>): number {
  return Math.max(0, by === 'net_sales' ? netSales : adOrders)
}
