import { entriesByPayment } from '#core/costs/cogs'
import type { Overhead } from '#core/costs/monthly-cost'
import { overheadsIn } from '#core/costs/overheads'
import { makeCostBook } from '#core/costs/unit-cost'
import {
  type BusinessDate,
  type BusinessMonth,
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthOf,
} from '#core/dates'

import { paise } from '#core/money/paise'
import { costsOfEntry } from '#core/pnl/costs'
import { type MonthCurve, OVER_AFTER_DAYS } from '#core/pnl/maturity'
import {
  noProfitRange,
  type ProfitCurve,
  type ProfitRange,
  profitRange,
} from '#core/pnl/profit-range'
import type { Db } from '#db/client'
import type { Arrival } from '#db/ledger/queries/arrivals'
import { type CostArrival, listCostArrivals } from '#db/ledger/queries/cost-arrivals'
import { areCostsCounted } from '#db/ledger/queries/cost-reads'
import { readOverheads } from './read-costs'
import type { PnlStore } from './read-pnl'
import { readUnitCosts } from './read-unit-costs'
import type { MovedThen } from './reconcile-as-known'

/** A past moment, and the movements of the stores by what was known then. */
export type PastMovements = { readonly knownAt: number; readonly moved: readonly MovedThen[] }

/** What the costs of the orders of some months were, by the day that payments count them. */
export type CostCourse = {
  readonly isCounted: boolean
  readonly costs: readonly CostArrival[]
  readonly overheads: readonly Overhead[]
}

export async function readCostCourse(
  ledger: Db,
  stores: readonly PnlStore[],
  months: readonly BusinessMonth[],
  past: PastMovements | undefined,
): Promise<CostCourse> {
  const storeIds = stores.map(({ id }) => id)
  const [isCounted, costs, overheads] = await Promise.all([
    past !== undefined || areCostsCounted(ledger, storeIds),
    past ? costArrivalsThen(ledger, stores, months, past) : costArrivals(ledger, stores, months),
    readOverheads(ledger, storeIds, past?.knownAt),
  ])
  return { isCounted, costs, overheads }
}

async function costArrivals(
  ledger: Db,
  stores: readonly PnlStore[],
  months: readonly BusinessMonth[],
): Promise<CostArrival[]> {
  const byPolicy = Map.groupBy(stores, ({ cogsPolicy }) => cogsPolicy)
  const found = [...byPolicy].map(([policy, some]) =>
    listCostArrivals(
      ledger,
      some.map(({ id }) => id),
      policy,
      months,
    ),
  )
  return (await Promise.all(found)).flat()
}

/** What listCostArrivals() tells of now, by what was known and said then. */
async function costArrivalsThen(
  ledger: Db,
  stores: readonly PnlStore[],
  months: readonly BusinessMonth[],
  { knownAt, moved }: PastMovements,
): Promise<CostArrival[]> {
  const wanted = new Set(months)
  const byStore = Map.groupBy(moved, ({ storeId }) => storeId)
  const ofStores = stores.map(async ({ id, cogsPolicy }) => {
    const book = makeCostBook(await readUnitCosts(ledger, id, knownAt))
    return (byStore.get(id) ?? []).flatMap((each): CostArrival[] => {
      const orderedMonth = each.orderedOn && monthOf(each.orderedOn)
      if (orderedMonth === undefined || !wanted.has(orderedMonth)) return []
      return entriesByPayment(each, cogsPolicy, book.costOn).map((entry) => {
        const { unknownEntries, dispatchedUnits, unpackedUnits, cogs, packaging } =
          costsOfEntry(entry)
        const counted = { unknownEntries, dispatchedUnits, unpackedUnits, amount: cogs + packaging }
        return { orderedMonth, countedOn: entry.day ?? '', ...counted }
      })
    })
  })
  return (await Promise.all(ofStores)).flat()
}

export type ProfitQuestion = {
  readonly month: BusinessMonth
  readonly asOf: BusinessDate
  /** Units of the month's orders. */
  readonly units: number
  readonly earlier: readonly Pick<MonthCurve, 'month' | 'orderedUnits'>[]
}

/** How the net profit of the month's orders may end, from all that came and cost for them and those before. */
export function profitRangeOf(
  { month, asOf, units, earlier }: ProfitQuestion,
  arrivals: readonly Arrival[],
  { isCounted, costs, overheads }: CostCourse,
): ProfitRange {
  if (units === 0) return noProfitRange('no_orders')
  if (!isCounted) return noProfitRange('counting')
  const came = Map.groupBy(arrivals, ({ orderedMonth }) => orderedMonth)
  const costing = Map.groupBy(costs, ({ orderedMonth }) => orderedMonth)
  const curveOf = (sized: Pick<MonthCurve, 'month' | 'orderedUnits'>) =>
    profitCurve(sized, came.get(sized.month) ?? [], costing.get(sized.month) ?? [], overheads)
  return profitRange(curveOf({ month, orderedUnits: units }), earlier.map(curveOf), asOf)
}

function profitCurve(
  { month, orderedUnits }: Pick<MonthCurve, 'month' | 'orderedUnits'>,
  came: readonly Arrival[],
  costs: readonly CostArrival[],
  overheads: readonly Overhead[],
): ProfitCurve {
  const [first, last] = [firstDayOf(month), lastDayOf(month)]
  const total = (of: (cost: CostArrival) => number) =>
    costs.reduce((all, cost) => all + of(cost), 0)
  return {
    month,
    orderedUnits,
    arrivals: [
      // A month's rent is known before its first order.
      {
        daysAfter: daysBetween(last, first),
        amount: overheadsIn(overheads, { from: first, to: last }),
      },
      ...came.map(({ paidOn, beforeCosts }) => ({
        daysAfter: daysBetween(last, paidOn),
        amount: paise(beforeCosts),
      })),
      ...costs.map(({ countedOn, amount }) => ({
        daysAfter: countedOn === '' ? OVER_AFTER_DAYS : daysBetween(last, countedOn),
        amount: paise(amount),
      })),
    ],
    unknownEntries: total(({ unknownEntries }) => unknownEntries),
    dispatchedUnits: total(({ dispatchedUnits }) => dispatchedUnits),
    unpackedUnits: total(({ unpackedUnits }) => unpackedUnits),
    gstUnknownLines: came.reduce((all, { gstUnknownLines }) => all + gstUnknownLines, 0),
  }
}
