import type { CogsPolicy } from '#core/costs/cogs'
import type { StoreId } from '#core/ids'
import { paise, ZERO } from '#core/money/paise'
import { costKnownPct, knownCogs, knownPackaging, NO_COSTS, withCosts } from '#core/pnl/costs'
import { maturityOf } from '#core/pnl/maturity'
import {
  addProfitLines,
  type GstScheme,
  marginPct,
  NO_MONEY,
  type ProfitLines,
  profitLines,
} from '#core/pnl/profit'
import { FINAL_RANKS } from '#core/orders/lifecycle'
import type { Db } from '#db/client'
import {
  findUndated,
  type Freshness,
  getFreshness,
  type GroupSums,
  listOrderCounts,
  listPnlSums,
  type OrderCounts,
  type PnlQuery,
  type UndatedSums,
} from '#db/ledger/queries/pnl'
import { type PastCosts, pastCostsOf } from './past-costs'
import { type CostState, type PeriodCosts, readCosts } from './read-costs'

export type PnlStore = {
  readonly id: StoreId
  readonly gstScheme: GstScheme
  readonly cogsPolicy: CogsPolicy
}

export type PnlGroup = {
  /** `total`, a month, a day, or a SKU; '' is money that belongs to no SKU. */
  readonly key: string
  readonly lines: ProfitLines
  readonly lineCount: number
  readonly units: number
  readonly subOrders: number
  /** Units on lines that have a sale, whatever came of them later. */
  readonly soldUnits: number
  readonly deliveredUnits: number
  readonly returnedUnits: number
  readonly rtoUnits: number
  readonly marginPct: number | null
  readonly coverage: {
    /** Share of the units that cost whose cost is known; nothing where none costs. */
    readonly costKnownPct: number | null
    /** What `cogs` leaves out; `skus` are counted for a period as a whole and for a SKU. */
    readonly costMissing: { readonly skus: number | null; readonly units: number | null }
    readonly packagingMissing: { readonly units: number | null }
    /** Share of sub-orders in a final state; nothing without an orders report. */
    readonly finalPct: number | null
    /** Share of the money expected for the orders that has come; nothing on payment basis. */
    readonly settledPct: number | null
    readonly gstUnknownLines: number
  }
  /** True where a product cost is missing from `netProfit`. */
  readonly isPartial: boolean
}

export type Pnl = {
  readonly groups: readonly PnlGroup[]
  /** On order basis: money of sub-orders that no file dates. */
  readonly costState: CostState
  readonly undated: UndatedSums | null
  readonly freshness: Freshness
}

/** More groups than a screen or a sheet can use; a longer answer is refused, never cut. */
export const MAX_GROUPS = 10_000

/**
 * Nothing when the period and group would give more than MAX_GROUPS groups. `past` is given where several
 * answers share what was known.
 */
export async function readPnl(
  ledger: Db,
  stores: readonly PnlStore[],
  query: PnlQuery,
  past: PastCosts | undefined = pastCostsOf(ledger, stores, query.knownAt),
): Promise<Pnl | undefined> {
  return (await readPnlAndCosts(ledger, stores, query, past))?.pnl
}

/** The same, with what the units of each group cost by the policy of their store. */
export async function readPnlAndCosts(
  ledger: Db,
  stores: readonly PnlStore[],
  query: PnlQuery,
  past: PastCosts | undefined,
): Promise<{ readonly pnl: Pnl; readonly costs: PeriodCosts['groups'] } | undefined> {
  const storeIds = stores.map((store) => store.id)
  const limit = MAX_GROUPS * Math.max(stores.length, 1) + 1
  const [sums, counts, costs, undated, freshness] = await Promise.all([
    listPnlSums(ledger, storeIds, query, limit),
    query.basis === 'order'
      ? listOrderCounts(ledger, storeIds, { ...query, finalRanks: FINAL_RANKS }, limit)
      : [],
    readCosts(ledger, stores, query, limit, past),
    query.basis === 'order' ? findUndated(ledger, storeIds, query.knownAt) : null,
    getFreshness(ledger, storeIds, query.knownAt),
  ])
  const schemes = new Map(stores.map((store) => [store.id, store.gstScheme]))
  const sumsByKey = Map.groupBy(sums, ({ key }) => key)
  const countsByKey = new Map(counts.map((count) => [count.key, count]))
  const keys = keysOf(sumsByKey, countsByKey, costs)
  if (keys.length > MAX_GROUPS) return undefined
  const groups = keys.map((key) => {
    const money = toMoney(sumsByKey.get(key) ?? [], schemes)
    return toGroup({ key, ...money, counts: countsByKey.get(key) }, costs, query)
  })
  return { pnl: { groups, costState: costs.state, undated, freshness }, costs: costs.groups }
}

/** Every key under which something stands, in order. */
function keysOf(
  sums: ReadonlyMap<string, unknown>,
  counts: ReadonlyMap<string, unknown>,
  { groups, overheads }: PeriodCosts,
): string[] {
  const spent = [...(overheads ?? [])].filter(([, amount]) => amount !== 0)
  const costing = [...groups].filter(
    ([, { entries, dispatchedUnits }]) => entries + dispatchedUnits,
  )
  const keys = [...spent, ...costing].map(([key]) => key)
  return [...new Set([...sums.keys(), ...counts.keys(), ...keys])].sort()
}

type Count = Exclude<keyof GroupSums, 'storeId' | 'key'>

type Money = { readonly lines: ProfitLines; readonly total: (name: Count) => number }

function toMoney(sums: readonly GroupSums[], schemes: ReadonlyMap<StoreId, GstScheme>): Money {
  const lines = sums
    .map((store) => profitLines(store, schemes.get(store.storeId) ?? 'regular'))
    .reduce(addProfitLines, NO_MONEY)
  return { lines, total: (name) => sums.reduce((all, store) => all + store[name], 0) }
}

type Part = Money & { readonly key: string; readonly counts: OrderCounts | undefined }

function toGroup(part: Part, costs: PeriodCosts, query: PnlQuery): PnlGroup {
  const { key, counts, total } = part
  const lines = withCosts(part.lines, costLinesOf(key, costs))
  const known = costs.groups.get(key)
  return {
    key,
    lines,
    lineCount: total('lines'),
    units: counts?.units ?? total('units'),
    subOrders: counts?.subOrders ?? total('subOrders'),
    soldUnits: total('units'),
    deliveredUnits: total('deliveredUnits'),
    returnedUnits: total('returnedUnits'),
    rtoUnits: total('rtoUnits'),
    marginPct: marginPct(lines),
    coverage: {
      ...costCoverage(part, costs, query),
      ...maturityOfPart(part, costs, query),
      gstUnknownLines: total('gstUnknownLines'),
    },
    isPartial: costs.state !== 'current' || (known?.unknownEntries ?? 0) > 0,
  }
}

function costLinesOf(
  key: string,
  { state, groups, overheads }: PeriodCosts,
): Pick<ProfitLines, 'cogs' | 'packaging' | 'overheads'> {
  const known = groups.get(key)
  // While nothing of the group is counted yet, that it costs nothing is not known either.
  const none = state === 'current' ? ZERO : null
  return {
    cogs: known ? knownCogs(known) : none,
    packaging: known ? knownPackaging(known) : none,
    overheads: overheads ? (overheads.get(key) ?? ZERO) : null,
  }
}

function costCoverage(
  { key, counts, total }: Part,
  { state, groups, unknownSkus }: PeriodCosts,
  { group, sku }: PnlQuery,
): Pick<PnlGroup['coverage'], 'costKnownPct' | 'costMissing' | 'packagingMissing'> {
  const known = groups.get(key)
  if (known === undefined && state !== 'current') {
    const units = counts?.units ?? total('units')
    return {
      costKnownPct: units > 0 ? 0 : null,
      costMissing: { skus: null, units: null },
      packagingMissing: { units: null },
    }
  }
  const { unknownEntries, unknownUnits, unpackedUnits } = known ?? NO_COSTS
  const oneSku = group === 'sku' || (sku !== undefined && group === 'total')
  const skus = oneSku ? Number(unknownEntries > 0) : (unknownSkus ?? null)
  return {
    costKnownPct: known ? costKnownPct(known) : null,
    costMissing: { skus, units: unknownUnits },
    packagingMissing: { units: unpackedUnits },
  }
}

/** How far the orders of the group have come; what was paid in a period is settled, and tells nothing. */
function maturityOfPart(
  { key, lines, counts }: Part,
  { state, groups }: PeriodCosts,
  { basis }: PnlQuery,
): Pick<PnlGroup['coverage'], 'finalPct' | 'settledPct'> {
  if (basis === 'payment') return { finalPct: null, settledPct: null }
  const { finalBps, settledBps } = maturityOf({
    subOrders: counts?.subOrders ?? 0,
    finalSubOrders: counts?.finalSubOrders ?? 0,
    settledAmount: lines.settlement,
    stillExpectedAmount: paise(groups.get(key)?.stillExpected ?? 0),
  })
  return { finalPct: toPct(finalBps), settledPct: state === 'current' ? toPct(settledBps) : null }
}

function toPct(bps: number | undefined): number | null {
  return bps === undefined ? null : bps / 100
}
