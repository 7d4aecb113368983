import {
  addDays,
  type BusinessDate,
  type BusinessMonth,
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsBetween,
} from '#core/dates'
import type { StoreId } from '#core/ids'
import { type Paise, paise, ZERO } from '#core/money/paise'
import { FINAL_RANKS } from '#core/orders/lifecycle'
import {
  type BackTest,
  backTestRange,
  isWholeMonth,
  type Maturity,
  maturityOf,
  type MonthCurve,
  safeToReadOn,
  reachedBy,
  endRange,
  type EndRange,
} from '#core/pnl/maturity'
import type { ProfitRange } from '#core/pnl/profit-range'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import {
  type Arrival,
  listArrivals,
  listPaidSpans,
  type PaidSpan,
  sumStillExpected,
} from '#db/ledger/queries/arrivals'
import { listOrderCounts, type OrderCounts } from '#db/ledger/queries/pnl'
import { countUnjudged } from '#db/ledger/queries/standings'
import type { PnlStore } from './read-pnl'
import { type PastMovements, profitRangeOf, readCostCourse } from './read-profit-range'

export type MonthMaturity = Maturity & {
  readonly subOrders: number
  readonly finalSubOrders: number
  /** Settlement of the month's orders until the day to judge by; nothing without a payments file. */
  readonly settled: Paise | undefined
  /** Promised or expected for them now, and not paid. */
  readonly stillExpected: Paise
  readonly safeToReadOn: BusinessDate | undefined
  readonly range: EndRange | undefined
  /** The same range, tried on the months it was learned from; nothing with too few of them. */
  readonly backTest: BackTest | undefined
  readonly learnedFrom: readonly BusinessMonth[]
  readonly isUpToDate: boolean
  /** How the net profit may end; it is learned from those of the same months whose costs are known. */
  readonly profit: ProfitRange
}

// A seller's business of years ago is another business.
const MONTHS_TO_LEARN_FROM = 12
const DAYS_BACK = 31 * MONTHS_TO_LEARN_FROM

/** How far the orders of a month have come, learned from how the seller's months before it came. */
export async function readMaturity(
  ledger: Db,
  stores: readonly PnlStore[],
  month: BusinessMonth,
  asOf: BusinessDate,
  past?: PastMovements,
): Promise<MonthMaturity> {
  const storeIds = stores.map(({ id }) => id)
  const months = { from: monthOf(addDays(firstDayOf(month), -DAYS_BACK)), to: month }
  const [arrivals, course, ordered, spans, stillExpected, unjudged] = await Promise.all([
    listArrivals(ledger, stores, months, past?.knownAt),
    readCostCourse(ledger, stores, monthsBetween(months.from, months.to), past),
    listOrderedMonths(ledger, storeIds, months, past?.knownAt),
    listPaidSpans(ledger, storeIds, past?.knownAt),
    past ? stillExpectedThen(past, month) : sumStillExpected(ledger, storeIds, month),
    // What is judged for this answer is up to date.
    past ? 0 : countUnjudged(ledger, storeIds),
  ])
  const curves = toCurves(arrivals, ordered)
  const mine = curves.get(month)
  const daysAfter = daysBetween(lastDayOf(month), asOf)
  const settled = mine ? reachedBy(mine, daysAfter) : ZERO
  const earlier = [...curves.values()].filter(
    (curve) =>
      curve.month < month && curve.orderedUnits > 0 && isWholeFor(spans, curve.month, asOf),
  )
  const {
    subOrders = 0,
    finalSubOrders = 0,
    units = 0,
  } = ordered.find(({ key }) => key === month) ?? {}
  const young = { month, orderedUnits: units, soFar: settled }
  const stillExpectedAmount = paise(stillExpected)
  const backTest = backTestRange(earlier, Math.max(daysAfter, 0))
  // Without a payments file nothing says that nothing has come.
  const settledAmount = spans.length > 0 ? settled : undefined
  return {
    ...maturityOf({ subOrders, finalSubOrders, settledAmount, stillExpectedAmount }),
    subOrders,
    finalSubOrders,
    settled: settledAmount,
    stillExpected: stillExpectedAmount,
    safeToReadOn: safeToReadOn(month, earlier),
    range: units > 0 ? endRange(young, earlier, asOf) : undefined,
    backTest: backTest.months > 0 ? backTest : undefined,
    learnedFrom: earlier.map((curve) => curve.month),
    isUpToDate: unjudged === 0,
    profit: profitRangeOf({ month, asOf, units, earlier }, arrivals, course),
  }
}

/** Sub-orders by the month they were ordered in, of several stores together. */
function listOrderedMonths(
  ledger: Db,
  storeIds: readonly StoreId[],
  { from, to }: { readonly from: BusinessMonth; readonly to: BusinessMonth },
  knownAt: KnownAt,
): Promise<OrderCounts[]> {
  const days = { from: firstDayOf(from), to: lastDayOf(to) }
  const question = { ...days, group: 'month', sku: undefined, finalRanks: FINAL_RANKS } as const
  return listOrderCounts(ledger, storeIds, { ...question, knownAt }, MONTHS_TO_LEARN_FROM + 2)
}

function stillExpectedThen({ moved }: PastMovements, month: BusinessMonth): number {
  return moved
    .filter(({ orderedOn }) => orderedOn !== undefined && monthOf(orderedOn) === month)
    .reduce((all, { stillExpected }) => all + stillExpected, 0)
}

/** True when each of the stores that were ever paid tells the whole of the month. */
function isWholeFor(spans: readonly PaidSpan[], month: BusinessMonth, asOf: BusinessDate): boolean {
  return spans.every(({ firstOn, lastOn, months }) => {
    // Safe because the query made the array.
    const paidMonths = new Set(JSON.parse(months) as string[])
    return isWholeMonth(month, { firstOn, lastOn, months: paidMonths }, asOf)
  })
}

function toCurves(
  arrivals: readonly Arrival[],
  ordered: readonly OrderCounts[],
): ReadonlyMap<BusinessMonth, MonthCurve> {
  const byMonth = Map.groupBy(arrivals, ({ orderedMonth }) => orderedMonth)
  const unitsOf = new Map(ordered.map(({ key, units }) => [key, units]))
  return new Map(
    [...byMonth].map(([month, came]) => [
      month,
      {
        month,
        orderedUnits: unitsOf.get(month) ?? 0,
        arrivals: came.map(({ paidOn, settlement }) => ({
          daysAfter: daysBetween(lastDayOf(month), paidOn),
          amount: paise(settlement),
        })),
      },
    ]),
  )
}
