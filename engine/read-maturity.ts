import {
  addDays,
  type BusinessDate,
  type BusinessMonth,
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthOf,
} from '#core/dates'
import type { StoreId } from '#core/ids'
import { type Paise, paise, ZERO } from '#core/money/paise'
import {
  type BackTest,
  backTestRange,
  isWholeMonth,
  type Maturity,
  maturityOf,
  type MonthCurve,
  safeToReadOn,
  settledAt,
  settlementRange,
  type SettlementRange,
} from '#core/pnl/maturity'
import type { Db } from '#db/client'
import {
  type Arrival,
  listArrivals,
  listOrderedMonths,
  listPaidSpans,
  type OrderedMonth,
  type PaidSpan,
  sumStillExpected,
} from '#db/ledger/queries/arrivals'
import { countUnjudged } from '#db/ledger/queries/standings'

export type MonthMaturity = Maturity & {
  readonly subOrders: number
  readonly finalSubOrders: number
  /** Settlement of the month's orders until the day to judge by. */
  readonly settled: Paise
  /** Promised or expected for them now, and not paid. */
  readonly stillExpected: Paise
  readonly safeToReadOn: BusinessDate | undefined
  readonly range: SettlementRange | undefined
  /** The same range, tried on the months it was learned from; nothing with too few of them. */
  readonly backTest: BackTest | undefined
  readonly learnedFrom: readonly BusinessMonth[]
  readonly isUpToDate: boolean
}

// A seller's business of years ago is another business.
const MONTHS_TO_LEARN_FROM = 12
const DAYS_BACK = 31 * MONTHS_TO_LEARN_FROM

/** How far the orders of a month have come, learned from how the seller's months before it came. */
export async function readMaturity(
  ledger: Db,
  storeIds: readonly StoreId[],
  month: BusinessMonth,
  asOf: BusinessDate,
): Promise<MonthMaturity> {
  const months = { from: monthOf(addDays(firstDayOf(month), -DAYS_BACK)), to: month }
  const [arrivals, ordered, spans, stillExpected, unjudged] = await Promise.all([
    listArrivals(ledger, storeIds, months),
    listOrderedMonths(ledger, storeIds, months),
    listPaidSpans(ledger, storeIds),
    sumStillExpected(ledger, storeIds, month),
    countUnjudged(ledger, storeIds),
  ])
  const curves = toCurves(arrivals, ordered)
  const mine = curves.get(month)
  const daysAfter = daysBetween(lastDayOf(month), asOf)
  const settled = mine ? settledAt(mine, daysAfter) : ZERO
  const earlier = [...curves.values()].filter(
    (curve) =>
      curve.month < month && curve.orderedUnits > 0 && isWholeFor(spans, curve.month, asOf),
  )
  const {
    subOrders = 0,
    finalSubOrders = 0,
    units = 0,
  } = ordered.find((each) => each.month === month) ?? {}
  const young = { month, orderedUnits: units, settledSoFar: settled }
  const stillExpectedAmount = paise(stillExpected)
  const backTest = backTestRange(earlier, Math.max(daysAfter, 0))
  return {
    ...maturityOf({ subOrders, finalSubOrders, settledAmount: settled, stillExpectedAmount }),
    subOrders,
    finalSubOrders,
    settled,
    stillExpected: stillExpectedAmount,
    safeToReadOn: safeToReadOn(month, earlier),
    range: units > 0 ? settlementRange(young, earlier, asOf) : undefined,
    backTest: backTest.months > 0 ? backTest : undefined,
    learnedFrom: earlier.map((curve) => curve.month),
    isUpToDate: unjudged === 0,
  }
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
  ordered: readonly OrderedMonth[],
): ReadonlyMap<BusinessMonth, MonthCurve> {
  const byMonth = Map.groupBy(arrivals, ({ orderedMonth }) => orderedMonth)
  const unitsOf = new Map(ordered.map(({ month, units }) => [month, units]))
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
