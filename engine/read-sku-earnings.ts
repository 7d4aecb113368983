import { contributionBeforeAds } from '#core/ads/break-even'
import { type Paise, paise, ZERO } from '#core/money/paise'
import type { Db } from '#db/client'
import { type AdQuery, sumAds } from '#db/ledger/queries/ads'
import type { CostState } from './read-costs'
import { type PnlGroup, type PnlStore, readPnl } from './read-pnl'

/** One SKU of one store before ads. */
export type SkuEarned = {
  readonly store: PnlStore
  /** '' where no file names one. */
  readonly sku: string
  readonly netSales: Paise
  readonly contribution: Paise
  /** False where a product cost, or the GST inside a price, is unknown: the contribution is then too high. */
  readonly isKnown: boolean
}

export type SkuEarnings = { readonly skus: readonly SkuEarned[]; readonly costState: CostState }

/** What each SKU left before ads, store by store; nothing when there are too many. */
export async function readEarned(
  ledger: Db,
  stores: readonly PnlStore[],
  query: Omit<AdQuery, 'campaign'>,
): Promise<SkuEarnings | undefined> {
  const found = await Promise.all(stores.map((store) => readStore(ledger, store, query)))
  const known = found.filter((each) => each !== undefined)
  if (known.length < found.length) return undefined
  const state = known.map(({ costState }) => costState).find((each) => each !== 'current')
  return { skus: known.flatMap(({ skus }) => skus), costState: state ?? 'current' }
}

async function readStore(
  ledger: Db,
  store: PnlStore,
  query: Omit<AdQuery, 'campaign'>,
): Promise<SkuEarnings | undefined> {
  const [pnl, [ads]] = await Promise.all([
    readPnl(ledger, [store], { ...query, group: 'sku', sku: undefined }),
    sumAds(ledger, [store.id], query),
  ])
  if (pnl === undefined) return undefined
  const credit = paise(store.gstScheme === 'regular' ? (ads?.gstCredit ?? 0) : 0)
  const skus = pnl.groups
    // Under no SKU stand ads, referral and adjustments too: without a line there is no sale to tell of.
    .filter(({ key, lineCount }) => key !== '' || lineCount > 0)
    .map((group) => toEarned(store, group, group.key === '' ? credit : ZERO))
  return { skus, costState: pnl.costState }
}

function toEarned(store: PnlStore, group: PnlGroup, gstCreditOnAds: Paise): SkuEarned {
  const { key, lines, isPartial, coverage } = group
  const isGstKnown = store.gstScheme === 'none' || coverage.gstUnknownLines === 0
  return {
    store,
    sku: key,
    netSales: lines.netSales,
    contribution: contributionBeforeAds(lines, gstCreditOnAds),
    isKnown: !isPartial && isGstKnown,
  }
}
