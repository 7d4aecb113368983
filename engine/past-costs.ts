import {
  type CogsPolicy,
  entriesByPayment,
  entryByOrder,
  hasDay,
  type OpenCostEntry,
} from '#core/costs/cogs'
import { type CostBook, makeCostBook } from '#core/costs/unit-cost'
import { type BusinessDate, monthOf } from '#core/dates'
import type { StoreId } from '#core/ids'
import { addEach, type Paise, paise } from '#core/money/paise'
import type { BridgeCell, Side } from '#core/pnl/bridge'
import { costsOfEntry, type GroupCosts, NO_COSTS } from '#core/pnl/costs'
import type { Days } from '#core/pnl/period'
import type { Basis } from '#core/pnl/profit'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import type { PnlQuery } from '#db/ledger/queries/pnl'
import { MAX_JUDGED, type MovedThen, moveAsKnown } from './reconcile-as-known'
import { readUnitCosts } from './read-unit-costs'

/** A store's movements of units by what was known at a moment, and what they cost by what was said then. */
export type StoreThen = { readonly moved: readonly MovedThen[]; readonly book: CostBook }

/** By store; nothing where they hold more sub-orders than one answer can judge. */
export type KnownThen = ReadonlyMap<StoreId, StoreThen> | undefined

/** Costs as known at a past moment: judged when first asked for, and once for all parts of an answer. */
export type PastCosts = {
  readonly knownAt: number
  readonly read: () => Promise<KnownThen>
}

/** Nothing for what is known now: that has its totals. */
export function pastCostsOf(
  ledger: Db,
  stores: readonly { readonly id: StoreId }[],
  knownAt: KnownAt,
  most = MAX_JUDGED,
): PastCosts | undefined {
  if (knownAt === undefined) return undefined
  const storeIds = stores.map(({ id }) => id)
  let known: Promise<KnownThen> | undefined
  return { knownAt, read: () => (known ??= readThen(ledger, storeIds, knownAt, most)) }
}

async function readThen(
  ledger: Db,
  storeIds: readonly StoreId[],
  knownAt: number,
  most: number,
): Promise<KnownThen> {
  const moved = await moveAsKnown(ledger, storeIds, knownAt, most)
  if (moved === undefined) return undefined
  const byStore = Map.groupBy(moved, ({ storeId }) => storeId)
  const stores = storeIds.map(async (storeId): Promise<[StoreId, StoreThen]> => {
    const book = makeCostBook(await readUnitCosts(ledger, storeId, knownAt))
    return [storeId, { moved: byStore.get(storeId) ?? [], book }]
  })
  return new Map(await Promise.all(stores))
}

export type PastSums = {
  readonly groups: ReadonlyMap<string, GroupCosts>
  /** SKUs that have units without a known cost. */
  readonly unknownSkus: ReadonlySet<string>
}

/** What listCostSums() tells of now, of a store then. */
export function sumPastCosts(
  { moved, book }: StoreThen,
  policy: CogsPolicy,
  query: Pick<PnlQuery, 'basis' | 'group' | 'sku' | 'from' | 'to'>,
): PastSums {
  const groups = new Map<string, GroupCosts>()
  const unknownSkus = new Set<string>()
  const { from, to } = query
  for (const each of moved) {
    if (query.sku !== undefined && each.sku !== query.sku) continue
    for (const { day, costs } of partsOf(each, policy, query.basis, book)) {
      if (day < from || day > to) continue
      const key = keyOf(query.group, day, each.sku)
      groups.set(key, addEach(groups.get(key) ?? NO_COSTS, costs))
      if (costs.unknownEntries > 0) unknownSkus.add(each.sku)
    }
  }
  return { groups, unknownSkus }
}

type Part = { readonly day: BusinessDate; readonly costs: GroupCosts }

function partsOf(moved: MovedThen, policy: CogsPolicy, basis: Basis, { costOn }: CostBook): Part[] {
  if (basis === 'payment')
    return entriesByPayment(moved, policy, costOn)
      .filter(hasDay)
      .map((entry) => ({ day: entry.day, costs: costsOfEntry(entry) }))
  const { orderedOn, stillExpected } = moved
  if (orderedOn === undefined) return []
  const entry = entryByOrder(moved, policy, costOn)
  return [{ day: orderedOn, costs: { ...(entry ? costsOfEntry(entry) : NO_COSTS), stillExpected } }]
}

function keyOf(group: PnlQuery['group'], day: BusinessDate, sku: string): string {
  switch (group) {
    case 'total':
      return 'total'
    case 'month':
      return monthOf(day)
    case 'day':
      return day
    case 'sku':
      return sku
    default:
      return group satisfies never
  }
}

/** What the units of a store cost by both sides of a period, for the bridge between the two profits. */
export function pastCostCells(
  { moved, book }: StoreThen,
  policy: CogsPolicy,
  period: Days,
): BridgeCell[] {
  const amounts = new Map<string, BridgeCell>()
  for (const each of moved)
    for (const entry of entriesByPayment(each, policy, book.costOn)) {
      const orderSide = sideOf(each.orderedOn, period, 'undated')
      const paymentSide = sideOf(entry.day, period, 'never')
      const key = `${orderSide}|${paymentSide}`
      const amount = paise((amounts.get(key)?.amount ?? 0) + costOf(entry))
      amounts.set(key, { kind: 'cost', orderSide, paymentSide, amount })
    }
  return [...amounts.values()]
}

function costOf({ cogs, packaging }: OpenCostEntry): Paise {
  return paise((cogs ?? 0) + (packaging ?? 0))
}

function sideOf(day: BusinessDate | undefined, { from, to }: Days, none: Side): Side {
  if (day === undefined) return none
  if (day < from) return 'before'
  return day > to ? 'after' : 'in'
}
