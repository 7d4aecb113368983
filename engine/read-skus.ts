import { addEach } from '#core/money/paise'
import { type GroupCosts, NO_COSTS } from '#core/pnl/costs'
import { isInView, skuFigures, type SkuFigures, type SkuView } from '#core/pnl/sku-figures'
import type { Db } from '#db/client'
import { listCostSums } from '#db/ledger/queries/cost-reads'
import type { PnlQuery } from '#db/ledger/queries/pnl'
import { type PastCosts, pastCostsOf, sumPastCosts } from './past-costs'
import type { CostState } from './read-costs'
import { MAX_GROUPS, type PnlGroup, type PnlStore, readPnlAndCosts } from './read-pnl'

export type SkuItem = Omit<PnlGroup, 'key'> &
  SkuFigures & {
    readonly sku: string
    /** Units that left, and that stayed with buyers; nothing while they are counted, or too many to judge. */
    readonly dispatchedUnits: number | null
    readonly keptUnits: number | null
  }

export const SKU_SORTS = [
  'sku',
  'netProfit',
  'netSales',
  'units',
  'returnPct',
  'rtoPct',
  'marginPct',
  'averageSale',
  'feeSharePct',
] as const
export type SkuSort = { readonly by: (typeof SKU_SORTS)[number]; readonly descending: boolean }

export type SkuQuestion = Pick<PnlQuery, 'from' | 'to' | 'basis' | 'knownAt'> & {
  readonly view: SkuView
  /** Part of a SKU, in any case. */
  readonly search: string | undefined
}

export type SkuReading = {
  readonly items: readonly SkuItem[]
  readonly costState: CostState
}

/** The SKUs of a view with their profit and loss, in order; nothing when there are too many. */
export async function readSkus(
  ledger: Db,
  stores: readonly PnlStore[],
  { view, search, ...period }: SkuQuestion,
  sort: SkuSort,
): Promise<SkuReading | undefined> {
  const query = { ...period, group: 'sku', sku: undefined } as const
  const past = pastCostsOf(ledger, stores, period.knownAt)
  const [read, moved] = await Promise.all([
    readPnlAndCosts(ledger, stores, query, past),
    past ? listMovedThen(past, query) : listMoved(ledger, stores, query),
  ])
  if (read === undefined) return undefined
  const { costState, groups } = read.pnl
  const movedOf = moved ?? read.costs
  const wanted = search?.toLowerCase() ?? ''
  const items = groups
    // Ads, referral and adjustments belong to no SKU, and are on the profit page.
    .filter(({ key }) => key !== '' && key.toLowerCase().includes(wanted))
    .map((group) => toItem(group, costState === 'current' ? movedOf.get(group.key) : undefined))
    .filter((item) => isInView(view, toMoney(item), item))
    .sort(inOrder(sort))
  return { items, costState }
}

type Moved = ReadonlyMap<string, GroupCosts>

/**
 * Units that left and that stayed, by what every report says, whatever policy a store counts its cost by.
 * Nothing where the profit and loss has counted them so already.
 */
async function listMoved(
  ledger: Db,
  stores: readonly PnlStore[],
  query: PnlQuery,
): Promise<Moved | undefined> {
  if (stores.every(({ cogsPolicy }) => cogsPolicy === 'kept')) return undefined
  const storeIds = stores.map(({ id }) => id)
  const sums = await listCostSums(ledger, storeIds, 'kept', query, MAX_GROUPS + 1)
  return new Map(sums.map(({ key, ...costs }) => [key, costs]))
}

async function listMovedThen(past: PastCosts, query: PnlQuery): Promise<Moved> {
  const groups = new Map<string, GroupCosts>()
  for (const store of (await past.read())?.values() ?? [])
    for (const [key, costs] of sumPastCosts(store, 'kept', query).groups)
      groups.set(key, addEach(groups.get(key) ?? NO_COSTS, costs))
  return groups
}

function toItem({ key, ...group }: PnlGroup, moved: GroupCosts | undefined): SkuItem {
  const { deliveredUnits, rtoUnits } = group
  // Without what left, what was settled stands in: every such unit has left.
  const dispatchedUnits = moved?.dispatchedUnits || deliveredUnits + rtoUnits
  const money = { ...group, dispatchedUnits }
  return {
    ...group,
    ...skuFigures(money),
    sku: key,
    dispatchedUnits: moved?.dispatchedUnits ?? null,
    keptUnits: moved?.units ?? null,
  }
}

function toMoney(item: SkuItem) {
  const { deliveredUnits, rtoUnits } = item
  return { ...item, dispatchedUnits: item.dispatchedUnits ?? deliveredUnits + rtoUnits }
}

/** By one figure, what is unknown last, and of equal ones by SKU. */
function inOrder({ by, descending }: SkuSort): (a: SkuItem, b: SkuItem) => number {
  const direction = descending ? -1 : 1
  return (a, b) => {
    const [one, other] = [valueOf(a, by), valueOf(b, by)]
    if (one === other) return a.sku < b.sku ? -1 : 1
    if (one === null) return 1
    if (other === null) return -1
    return (one < other ? -1 : 1) * direction
  }
}

function valueOf(item: SkuItem, by: SkuSort['by']): string | number | null {
  return by === 'netProfit' || by === 'netSales' ? item.lines[by] : item[by]
}
