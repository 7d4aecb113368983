import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import { paise } from '#core/money/paise'
import { dueRuleOf, type LagCount } from '#core/reconciliation/due-date'
import { addForecasts, type Forecast, forecast } from '#core/settlements/forecast'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import {
  listExpectations,
  listPromises,
  listSnapshots,
  listStoreLags,
  type StoreExpectations,
} from '#db/ledger/queries/forecast'
import { countUnjudged } from '#db/ledger/queries/standings'
import { countLags } from '#db/ledger/queries/sub-order-facts'
import { reconcileAsKnown } from './reconcile-as-known'

/** What a store's part of the forecast rests on. */
export type ForecastBasis = {
  readonly storeId: StoreId
  /** The day of its promises; nothing without an outstanding report, or one that names its day. */
  readonly snapshotOn: BusinessDate | undefined
  /** First payments that its lags were learned from; 0 where there are too few, and a fixed allowance stands in. */
  readonly learnedFrom: number
  readonly dueAfterDays: number
}

export type ForecastReading = {
  readonly forecast: Forecast
  readonly stores: readonly ForecastBasis[]
  /** Delivered, unpaid sub-orders without a price to estimate by. */
  readonly withoutEstimate: number
  /** False of an earlier day with more sub-orders than one answer can judge. */
  readonly hasExpected: boolean
  readonly isUpToDate: boolean
}

/** How long first payments took: kept by reconciliation, and counted anew of a past moment. */
async function lagsOfStores(
  ledger: Db,
  storeIds: readonly StoreId[],
  knownAt: KnownAt,
): Promise<[StoreId, LagCount[]][]> {
  if (knownAt === undefined) {
    const kept = await listStoreLags(ledger, storeIds)
    // Safe because reconciliation wrote them.
    return kept.map(({ storeId, lags }) => [storeId, JSON.parse(lags) as LagCount[]])
  }
  return Promise.all(
    storeIds.map(async (id): Promise<[StoreId, LagCount[]]> => [
      id,
      await countLags(ledger, id, knownAt),
    ]),
  )
}

/** Deliveries neither paid nor promised: kept by reconciliation, and judged anew of a past moment. */
async function expectationsOf(
  ledger: Db,
  storeIds: readonly StoreId[],
  asOf: BusinessDate,
  knownAt: KnownAt,
): Promise<StoreExpectations[] | undefined> {
  if (knownAt === undefined) return listExpectations(ledger, storeIds)
  const judged = await reconcileAsKnown(ledger, storeIds, { knownAt, asOf })
  const unpaid = judged
    ?.map(({ standing }) => standing)
    .filter(({ bucket }) => bucket === 'awaiting' || bucket === 'overdue')
  return unpaid?.map(({ storeId, orderedOn, expectedAmount }) => ({
    storeId,
    orderedOn,
    amount: expectedAmount ?? 0,
    subOrders: 1,
    withoutEstimate: Number(expectedAmount === null),
  }))
}

/** Money that is still to come to some stores. */
export async function readForecast(
  ledger: Db,
  storeIds: readonly StoreId[],
  asOf: BusinessDate,
  knownAt: KnownAt,
): Promise<ForecastReading> {
  const [promises, snapshots, found, lags, unjudged] = await Promise.all([
    listPromises(ledger, storeIds, knownAt),
    listSnapshots(ledger, storeIds, knownAt),
    expectationsOf(ledger, storeIds, asOf, knownAt),
    lagsOfStores(ledger, storeIds, knownAt),
    countUnjudged(ledger, storeIds),
  ])
  const expectations = found ?? []
  const lagsOf = new Map(lags)
  const promisesOf = Map.groupBy(promises, ({ storeId }) => storeId)
  const expectedOf = Map.groupBy(expectations, ({ storeId }) => storeId)
  const forecasts = storeIds.map((storeId) =>
    forecast(
      (promisesOf.get(storeId) ?? []).map(({ promisedOn, amount }) => ({
        promisedOn: promisedOn ?? undefined,
        amount: paise(amount),
      })),
      (expectedOf.get(storeId) ?? []).map(({ orderedOn, amount }) => ({
        orderedOn: orderedOn || undefined,
        amount: paise(amount),
      })),
      lagsOf.get(storeId) ?? [],
      asOf,
    ),
  )
  const snapshotOf = new Map(snapshots.map((each) => [each.storeId, each.snapshotOn]))
  return {
    forecast: addForecasts(forecasts),
    stores: storeIds.map((storeId) => {
      const { days, learnedFrom } = dueRuleOf(lagsOf.get(storeId) ?? [])
      const snapshotOn = snapshotOf.get(storeId) || undefined
      return { storeId, snapshotOn, learnedFrom, dueAfterDays: days }
    }),
    withoutEstimate: expectations.reduce((all, each) => all + each.withoutEstimate, 0),
    hasExpected: found !== undefined,
    // What was known on an earlier day has been judged for this answer.
    isUpToDate: knownAt !== undefined || unjudged === 0,
  }
}
