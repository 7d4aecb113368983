import { adMoney } from '#core/ads/ad-money'
import { type Allocation, allocateAds } from '#core/ads/allocation'
import { type Paise, paise, sum, ZERO } from '#core/money/paise'
import type { StoreId } from '#core/ids'
import type { Db } from '#db/client'
import { type AdQuery, sumAds } from '#db/ledger/queries/ads'
import { countAdOrdersBySku } from '#db/ledger/queries/order-marks'
import type { CostState } from './read-costs'
import { MAX_GROUPS, type PnlStore } from './read-pnl'
import { readEarned, type SkuEarned } from './read-sku-earnings'

/** A SKU before and after the ads that an assumption lays on it. */
export type SkuAfterAds = {
  /** '' where no file names one. */
  readonly sku: string
  readonly netSales: Paise
  /** Sub-orders that Meesho marks as brought by ads. */
  readonly adOrders: number
  /** What it left before ads; nothing where its cost is not known. */
  readonly contribution: Paise | null
  /** Its part of what ads took for good, negative; nothing where none is allocated. */
  readonly ads: Paise | null
  readonly afterAds: Paise | null
}

export type AdAllocation = {
  readonly items: readonly SkuAfterAds[]
  /** What ads took for good, and what of it no SKU could take. */
  readonly ads: Paise
  readonly unallocated: Paise
  /** Of all items: an amount that is unknown of one is unknown of all. */
  readonly totals: Omit<SkuAfterAds, 'sku'> & { readonly count: number }
  readonly costState: CostState
}

export const AD_SKU_SORTS = [
  'sku',
  'netSales',
  'adOrders',
  'contribution',
  'ads',
  'afterAds',
] as const
export type AdSkuSort = {
  readonly by: (typeof AD_SKU_SORTS)[number]
  readonly descending: boolean
}

/** The ads of each store over its own SKUs, by an assumption; nothing when there are too many SKUs. */
export async function readAdAllocation(
  ledger: Db,
  stores: readonly PnlStore[],
  { by, ...query }: Omit<AdQuery, 'campaign'> & { readonly by: Allocation },
  sort: AdSkuSort,
): Promise<AdAllocation | undefined> {
  const storeIds = stores.map(({ id }) => id)
  const most = MAX_GROUPS * Math.max(stores.length, 1)
  const [earned, spent, marked] = await Promise.all([
    readEarned(ledger, stores, query),
    sumAds(ledger, storeIds, query),
    countAdOrdersBySku(ledger, storeIds, query, most),
  ])
  if (earned === undefined) return undefined
  const orders = new Map(marked.map((each) => [keyOf(each.storeId, each.sku), each.subOrders]))
  const sums = new Map(spent.map((each) => [each.storeId, each]))
  const parts = stores.map((store) => {
    const ads = sums.get(store.id)
    const skus = earned.skus
      .filter((each) => each.store.id === store.id)
      .map((each) => ({ ...each, adOrders: orders.get(keyOf(store.id, each.sku)) ?? 0 }))
    return allocateIn(skus, ads ? adMoney(ads, store.gstScheme).lasting : ZERO, by)
  })
  const items = mergeSkus(parts.flatMap((each) => each.items)).sort(inOrder(sort))
  return {
    items,
    totals: totalsOf(items),
    ads: sum(parts.map(({ ads }) => ads)),
    unallocated: sum(parts.map(({ unallocated }) => unallocated)),
    costState: earned.costState,
  }
}

function keyOf(storeId: StoreId, sku: string): string {
  return `${storeId}|${sku}`
}

type Weighted = SkuEarned & { readonly adOrders: number }

function allocateIn(skus: readonly Weighted[], ads: Paise, by: Allocation) {
  const { parts, unallocated } = allocateAds(ads, skus, by)
  const items = skus.map((each, index): SkuAfterAds => {
    const part = parts[index] ?? null
    const { sku, netSales, adOrders } = each
    const contribution = each.isKnown ? each.contribution : null
    return { sku, netSales, adOrders, contribution, ads: part, afterAds: add(contribution, part) }
  })
  return { items, ads, unallocated }
}

/** Two stores may sell the same SKU; what is unknown in one is unknown of both. */
function mergeSkus(items: readonly SkuAfterAds[]): SkuAfterAds[] {
  const bySku = new Map<string, SkuAfterAds>()
  for (const item of items) {
    const known = bySku.get(item.sku)
    bySku.set(item.sku, known ? addItems(known, item) : item)
  }
  return [...bySku.values()]
}

const NONE: SkuAfterAds = {
  sku: '',
  netSales: ZERO,
  adOrders: 0,
  contribution: ZERO,
  ads: ZERO,
  afterAds: ZERO,
}

function totalsOf(items: readonly SkuAfterAds[]): AdAllocation['totals'] {
  const { sku: _, ...sums } = items.reduce(addItems, NONE)
  return { count: items.length, ...sums }
}

function addItems(a: SkuAfterAds, b: SkuAfterAds): SkuAfterAds {
  return {
    sku: a.sku,
    netSales: paise(a.netSales + b.netSales),
    adOrders: a.adOrders + b.adOrders,
    contribution: add(a.contribution, b.contribution),
    ads: add(a.ads, b.ads),
    afterAds: add(a.afterAds, b.afterAds),
  }
}

function add(a: Paise | null, b: Paise | null): Paise | null {
  return a === null || b === null ? null : paise(a + b)
}

/** By one figure, what is unknown last, and of equal ones by SKU. */
function inOrder({ by, descending }: AdSkuSort): (a: SkuAfterAds, b: SkuAfterAds) => number {
  const direction = descending ? -1 : 1
  return (a, b) => {
    const [one, other] = [a[by], b[by]]
    if (one === other) return a.sku < b.sku ? -1 : 1
    if (one === null) return 1
    if (other === null) return -1
    return (one < other ? -1 : 1) * direction
  }
}
