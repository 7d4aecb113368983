import type { StoreId } from '#core/ids'
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

export type PnlStore = { readonly id: StoreId; readonly gstScheme: GstScheme }

export type PnlGroup = {
  /** `total`, a month, a day, or a SKU; '' is money that belongs to no SKU. */
  readonly key: string
  readonly lines: ProfitLines
  readonly lineCount: number
  readonly units: number
  readonly subOrders: number
  readonly deliveredUnits: number
  readonly returnedUnits: number
  readonly rtoUnits: number
  readonly marginPct: number | null
  readonly coverage: {
    /** Share of units with a known cost; nothing without units. */
    readonly costKnownPct: number | null
    /** Share of sub-orders in a final state; nothing without an orders report. */
    readonly finalPct: number | null
    readonly settledPct: number | null
    readonly gstUnknownLines: number
  }
}

export type Pnl = {
  readonly groups: readonly PnlGroup[]
  /** On order basis: money of sub-orders that no file dates. */
  readonly undated: UndatedSums | null
  readonly freshness: Freshness
}

/** More groups than a screen or a sheet can use; a longer answer is refused, never cut. */
export const MAX_GROUPS = 10_000

/** Nothing when the period and group would give more than MAX_GROUPS groups. */
export async function readPnl(
  ledger: Db,
  stores: readonly PnlStore[],
  query: PnlQuery,
): Promise<Pnl | undefined> {
  const storeIds = stores.map((store) => store.id)
  const limit = MAX_GROUPS * Math.max(stores.length, 1) + 1
  const [sums, counts, undated, freshness] = await Promise.all([
    listPnlSums(ledger, storeIds, query, limit),
    query.basis === 'order'
      ? listOrderCounts(ledger, storeIds, { ...query, finalRanks: FINAL_RANKS }, limit)
      : [],
    query.basis === 'order' ? findUndated(ledger, storeIds, query.knownAt) : null,
    getFreshness(ledger, storeIds, query.knownAt),
  ])
  const keys = [...new Set([...sums.map(({ key }) => key), ...counts.map(({ key }) => key)])].sort()
  if (keys.length > MAX_GROUPS) return undefined

  const schemes = new Map(stores.map((store) => [store.id, store.gstScheme]))
  const sumsByKey = Map.groupBy(sums, ({ key }) => key)
  const countsByKey = new Map(counts.map((count) => [count.key, count]))
  const groups = keys.map((key) =>
    toGroup(key, sumsByKey.get(key) ?? [], countsByKey.get(key), schemes),
  )
  return { groups, undated, freshness }
}

type Count = Exclude<keyof GroupSums, 'storeId' | 'key'>

function toGroup(
  key: string,
  sums: readonly GroupSums[],
  counts: OrderCounts | undefined,
  schemes: ReadonlyMap<StoreId, GstScheme>,
): PnlGroup {
  const lines = sums
    .map((store) => profitLines(store, schemes.get(store.storeId) ?? 'regular'))
    .reduce(addProfitLines, NO_MONEY)
  const total = (name: Count) => sums.reduce((all, store) => all + store[name], 0)
  const units = counts?.units ?? total('units')
  return {
    key,
    lines,
    lineCount: total('lines'),
    units,
    subOrders: counts?.subOrders ?? total('subOrders'),
    deliveredUnits: total('deliveredUnits'),
    returnedUnits: total('returnedUnits'),
    rtoUnits: total('rtoUnits'),
    marginPct: marginPct(lines),
    coverage: {
      costKnownPct: units > 0 ? 0 : null,
      finalPct: counts ? percent(counts.finalSubOrders, counts.subOrders) : null,
      settledPct: null,
      gstUnknownLines: total('gstUnknownLines'),
    },
  }
}

function percent(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((part / whole) * 10_000) / 100 : null
}
