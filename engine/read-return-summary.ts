import type { BusinessDate } from '#core/dates'
import { paise, subtract, sum } from '#core/money/paise'
import { SENT_BACK_RANKS } from '#core/orders/lifecycle'
import {
  addReturnGroups,
  groupKeyOf,
  NO_PARCELS,
  NO_RETURN_MONEY,
  overdueBefore,
  PARCEL_COUNTS,
  type ParcelCount,
  type ParcelCounts,
  type ReturnGroup,
  type ReturnGrouping,
  type ReturnMoney,
} from '#core/returns/return-summary'
import type { Db } from '#db/client'
import {
  countUndatedParcels,
  type MoneySums,
  type OrderSums,
  type ParcelSums,
  type ReturnPeriod,
  sumOrdersSentBack,
  sumParcels,
  sumReturnMoney,
} from '#db/ledger/queries/return-sums'
import {
  areReturnsCounted,
  sumKeptReturns,
  sumKeptSentBack,
} from '#db/ledger/queries/return-totals'

export type ReturnSummary = {
  readonly total: ReturnGroup
  /** The most parcels first; they add up to the total. */
  readonly groups: readonly ReturnGroup[]
  readonly undated: ParcelCount
}

/** More groups than a screen or a sheet can use; a longer answer is refused, never cut. */
export const MAX_RETURN_GROUPS = 10_000

/** What came back in a period and what it cost; nothing when there would be too many groups. */
export async function readReturnSummary(
  ledger: Db,
  period: ReturnPeriod,
  asOf: BusinessDate,
): Promise<ReturnSummary | undefined> {
  const limit = MAX_RETURN_GROUPS + 1
  const { by } = period
  const [{ parcels, money, orders }, undated] = await Promise.all([
    readSums(ledger, period, overdueBefore(asOf), limit),
    countUndatedParcels(ledger, period),
  ])
  const pieces = [
    ...parcels.map((sums) => groupOf(by, sums.key, { counts: countsOf(sums) })),
    ...money.map((sums) => groupOf(by, sums.key, { money: moneyOf(sums) })),
    ...(canKnowOrders(by) ? orders : []).map(toOrderGroup(by)),
  ]
  const groups = new Map<string, ReturnGroup>()
  for (const piece of pieces) {
    const known = groups.get(piece.key)
    groups.set(piece.key, known ? addReturnGroups(known, piece) : piece)
  }
  if (groups.size > MAX_RETURN_GROUPS) return undefined
  const total = totalOf([
    ...groups.values(),
    ...(canKnowOrders(by) ? [] : orders.map(toOrderGroup(by))),
  ])
  return { total, groups: [...groups.values()].sort(mostFirst), undated }
}

type Sums = {
  readonly parcels: readonly ParcelSums[]
  readonly money: readonly MoneySums[]
  readonly orders: readonly OrderSums[]
}

/** From what is kept, or from the facts: of a past day, and while what is kept does not say all of today. */
async function readSums(
  ledger: Db,
  period: ReturnPeriod,
  overdueBefore: BusinessDate,
  limit: number,
): Promise<Sums> {
  const ordered = { ...period, by: canKnowOrders(period.by) ? period.by : ('sku' as const) }
  if (period.knownAt === undefined && (await areReturnsCounted(ledger, period.storeIds))) {
    const [sums, orders] = await Promise.all([
      sumKeptReturns(ledger, period, overdueBefore, limit),
      sumKeptSentBack(ledger, ordered, SENT_BACK_RANKS, limit),
    ])
    return { parcels: sums, money: sums, orders }
  }
  const [parcels, money, orders] = await Promise.all([
    sumParcels(ledger, period, overdueBefore, limit),
    sumReturnMoney(ledger, period, limit),
    sumOrdersSentBack(ledger, ordered, SENT_BACK_RANKS, limit),
  ])
  return { parcels, money, orders }
}

function toOrderGroup(by: ReturnGrouping) {
  return ({ key, ...orders }: OrderSums) => groupOf(by, key, { orders })
}

/** Couriers and reasons are of parcels alone: no orders report says which courier takes a parcel out. */
function canKnowOrders(by: ReturnGrouping): by is 'sku' | 'state' {
  return by === 'sku' || by === 'state'
}

function totalOf(groups: Iterable<ReturnGroup>): ReturnGroup {
  let total = groupOf('sku', '', {})
  for (const group of groups) total = addReturnGroups(total, group)
  return { ...total, key: 'total' }
}

function groupOf(
  by: ReturnGrouping,
  key: string,
  part: Partial<Omit<ReturnGroup, 'key'>>,
): ReturnGroup {
  return {
    key: groupKeyOf(by, key),
    counts: NO_PARCELS,
    orders: null,
    money: NO_RETURN_MONEY,
    ...part,
  }
}

function countsOf(sums: ParcelSums): ParcelCounts {
  const counts = PARCEL_COUNTS.map((name) => [
    name,
    { parcels: sums[`${name}Parcels`], units: sums[`${name}Units`] },
  ])
  // Safe because every name is given its count.
  const each = Object.fromEntries(counts) as Omit<ParcelCounts, 'all'>
  return { all: { parcels: sums.parcels, units: sums.units }, ...each }
}

function moneyOf({ key: _key, subOrders, settledSubOrders, ...sums }: MoneySums): ReturnMoney {
  const { settlement, salesReturned, returnShipping, recovery, compensation, claims } = sums
  const named = [sums.sale, salesReturned, returnShipping, recovery, compensation, claims]
  const besideFees = sum([...named, sums.tcs, sums.tds, sums.unexplained].map(paise))
  return {
    subOrders,
    settledSubOrders,
    settlement: paise(settlement),
    salesReturned: paise(salesReturned),
    returnShipping: paise(returnShipping),
    // A settlement is the sum of its named parts, so the fees are what the others leave.
    otherFees: subtract(paise(settlement), besideFees),
    recovery: paise(recovery),
    compensation: paise(compensation),
    claims: paise(claims),
  }
}

function mostFirst(a: ReturnGroup, b: ReturnGroup): number {
  return b.counts.all.parcels - a.counts.all.parcels || (a.key < b.key ? -1 : 1)
}
