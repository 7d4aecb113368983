import type { CogsPolicy } from '#core/costs/cogs'
import type { BusinessDate, BusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import { sql } from 'drizzle-orm'
import type { Db } from '../../client'

/** What payments of a day made the orders of a month cost. */
export type CostArrival = {
  readonly orderedMonth: BusinessMonth
  /** '' is what no payment has counted yet. */
  readonly countedOn: BusinessDate | ''
  /** Product cost and packaging, negative where spent. */
  readonly amount: number
  readonly unknownEntries: number
  readonly dispatchedUnits: number
  readonly unpackedUnits: number
}

/** Costs of the orders of some months on payment basis, of stores with one policy: a row for each day. */
export function listCostArrivals(
  ledger: Db,
  storeIds: readonly StoreId[],
  policy: CogsPolicy,
  months: readonly BusinessMonth[],
): Promise<CostArrival[]> {
  return ledger.all<CostArrival>(sql`SELECT t.ordered_month AS orderedMonth, t.period AS countedOn,
      sum(t.${sql.raw(policy)}_cogs_paise + t.packaging_paise) AS amount,
      sum(t.${sql.raw(policy)}_unknown_entries) AS unknownEntries,
      sum(t.dispatched_units) AS dispatchedUnits, sum(t.unpacked_units) AS unpackedUnits
    FROM json_each(${JSON.stringify(storeIds)}) AS s CROSS JOIN json_each(${JSON.stringify(months)}) AS m
    CROSS JOIN cost_total AS t ON t.store_id = s.value AND t.ordered_month = m.value
      AND t.basis = 'payment' AND t.grain = 'day' AND t.scope = 'all'
    GROUP BY 1, 2 ORDER BY 1, 2`)
}
