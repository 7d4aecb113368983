import type { CogsPolicy } from '#core/costs/cogs'
import type { Overhead } from '#core/costs/monthly-cost'
import { overheadsByDay, overheadsByMonth, overheadsIn } from '#core/costs/overheads'
import type { StoreId } from '#core/ids'
import { addEach, type Paise, paise } from '#core/money/paise'
import { type GroupCosts, NO_COSTS } from '#core/pnl/costs'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import { areCostsCounted, countUnknownSkus, listCostSums } from '#db/ledger/queries/cost-reads'
import { listOverheads } from '#db/ledger/queries/overheads'
import type { PnlQuery } from '#db/ledger/queries/pnl'
import { type KnownThen, type PastCosts, type PastSums, sumPastCosts } from './past-costs'

export type CostStore = { readonly id: StoreId; readonly cogsPolicy: CogsPolicy }

/**
 * `counting`: facts or costs have changed and are not in the sums yet. `not_then`: of a past moment, and
 * more sub-orders than one answer can judge, so that no product cost is told.
 */
export type CostState = 'current' | 'counting' | 'not_then'

export type PeriodCosts = {
  readonly state: CostState
  /** By the key of the group; a group that is not here has no units that cost. */
  readonly groups: ReadonlyMap<string, GroupCosts>
  /** Nothing where no monthly cost was ever entered. Overheads belong to no SKU: there, to the key ''. */
  readonly overheads: ReadonlyMap<string, Paise> | undefined
  /** SKUs without a known cost in the whole period; nothing where it was not asked for as a whole. */
  readonly unknownSkus: number | undefined
}

/** What the units of a period cost, by the policy of each store, and its overheads. */
export async function readCosts(
  ledger: Db,
  stores: readonly CostStore[],
  query: PnlQuery,
  limit: number,
  past: PastCosts | undefined,
): Promise<PeriodCosts> {
  if (past !== undefined) return readCostsThen(ledger, stores, query, past)
  const storeIds = stores.map(({ id }) => id)
  const byPolicy = [...Map.groupBy(stores, ({ cogsPolicy }) => cogsPolicy)].map(
    ([policy, some]) => ({ policy, storeIds: some.map(({ id }) => id) }),
  )
  const [isCounted, sums, overheads] = await Promise.all([
    areCostsCounted(ledger, storeIds),
    Promise.all(
      byPolicy.map((each) => listCostSums(ledger, each.storeIds, each.policy, query, limit)),
    ),
    readOverheads(ledger, storeIds, undefined),
  ])
  const groups = new Map<string, GroupCosts>()
  for (const { key, ...costs } of sums.flat())
    groups.set(key, addEach(groups.get(key) ?? NO_COSTS, costs))
  return {
    state: isCounted ? 'current' : 'counting',
    groups,
    overheads: groupOverheads(overheads, query),
    unknownSkus: await countUnknown(ledger, byPolicy, query, groups),
  }
}

async function readCostsThen(
  ledger: Db,
  stores: readonly CostStore[],
  query: PnlQuery,
  past: PastCosts,
): Promise<PeriodCosts> {
  const storeIds = stores.map(({ id }) => id)
  const [known, overheads] = await Promise.all([
    past.read(),
    readOverheads(ledger, storeIds, past.knownAt),
  ])
  const sums = sumStoresThen(known, stores, query)
  const isWhole = query.group === 'total' && query.sku === undefined
  return {
    state: sums ? 'current' : 'not_then',
    groups: sums?.groups ?? new Map(),
    overheads: groupOverheads(overheads, query),
    unknownSkus: isWhole ? sums?.unknownSkus : undefined,
  }
}

/** Each store by its own policy; nothing where there are too many sub-orders. */
function sumStoresThen(
  known: KnownThen,
  stores: readonly CostStore[],
  query: PnlQuery,
): { readonly groups: ReadonlyMap<string, GroupCosts>; readonly unknownSkus: number } | undefined {
  if (known === undefined) return undefined
  const groups = new Map<string, GroupCosts>()
  let unknownSkus = 0
  for (const { id, cogsPolicy } of stores) {
    const store = known.get(id)
    const sums: PastSums | undefined = store && sumPastCosts(store, cogsPolicy, query)
    for (const [key, costs] of sums?.groups ?? [])
      groups.set(key, addEach(groups.get(key) ?? NO_COSTS, costs))
    unknownSkus += sums?.unknownSkus.size ?? 0
  }
  return { groups, unknownSkus }
}

/** SKUs are counted only for a period as a whole, and only where there are any to count. */
async function countUnknown(
  ledger: Db,
  byPolicy: readonly { readonly policy: CogsPolicy; readonly storeIds: readonly StoreId[] }[],
  query: PnlQuery,
  groups: ReadonlyMap<string, GroupCosts>,
): Promise<number | undefined> {
  if (query.group !== 'total' || query.sku !== undefined) return undefined
  if (![...groups.values()].some(({ unknownEntries }) => unknownEntries > 0)) return 0
  const counts = await Promise.all(
    byPolicy.map((each) => countUnknownSkus(ledger, each.storeIds, each.policy, query)),
  )
  return counts.reduce((all, count) => all + count, 0)
}

/** Every monthly cost of the stores that counts. */
export async function readOverheads(
  ledger: Db,
  storeIds: readonly StoreId[],
  knownAt: KnownAt,
): Promise<Overhead[]> {
  const rows = await listOverheads(ledger, storeIds, knownAt)
  return rows.map(({ name, amount, fromMonth, toMonth }) => ({
    name,
    amount: paise(amount),
    fromMonth,
    toMonth: toMonth ?? undefined,
  }))
}

function groupOverheads(
  overheads: readonly Overhead[],
  { from, to, group, sku }: PnlQuery,
): Map<string, Paise> | undefined {
  if (overheads.length === 0) return undefined
  if (sku !== undefined && sku !== '') return new Map()
  const period = { from, to }
  switch (group) {
    case 'total':
      return new Map([['total', overheadsIn(overheads, period)]])
    case 'sku':
      return new Map([['', overheadsIn(overheads, period)]])
    case 'month':
      return new Map(overheadsByMonth(overheads, period).map((each) => [each.month, each.amount]))
    case 'day':
      return new Map(overheadsByDay(overheads, period).map((each) => [each.day, each.amount]))
    default:
      return group satisfies never
  }
}
