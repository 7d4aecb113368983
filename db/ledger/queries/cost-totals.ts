import { COGS_POLICIES } from '#core/costs/cogs'
import type { BusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { COST_COLUMNS, type OrderedRange, sumMovements } from './cost-sums'

export type OrderedMonth = { readonly storeId: StoreId; readonly month: BusinessMonth | '' }

export function rangeOf({ storeId, month }: OrderedMonth): OrderedRange {
  return { storeId, from: month, to: month === '' ? '' : `${month}-31` }
}

/** Months in which something was ordered that costs, as rows (store_id, month): one step of the key each. */
function orderedMonths(storeIds: readonly StoreId[]): SQL {
  return sql`WITH RECURSIVE ordered (store_id, month) AS (
      SELECT value, (SELECT min(ordered_month) FROM cost_total WHERE store_id = value)
      FROM json_each(${JSON.stringify(storeIds)})
      UNION ALL
      SELECT store_id, (SELECT min(t.ordered_month) FROM cost_total AS t
        WHERE t.store_id = ordered.store_id AND t.ordered_month > ordered.month)
      FROM ordered WHERE month IS NOT NULL)
    SELECT store_id, month FROM ordered WHERE month IS NOT NULL`
}

export function listOrderedMonths(
  ledger: Db,
  storeIds: readonly StoreId[],
): Promise<OrderedMonth[]> {
  return ledger.all<OrderedMonth>(
    sql`SELECT store_id AS storeId, month FROM (${orderedMonths(storeIds)})`,
  )
}

/**
 * Marks the months that a cost from this one on may change, in the batch that changes it. What has no
 * totals yet is marked already, since the batch that brought its movements.
 */
export function markCostsStale(storeId: StoreId, from: BusinessMonth): SQL {
  return sql`INSERT INTO stale_month (store_id, subject, month, changes)
    SELECT store_id, 'costs', month, 1 FROM (${orderedMonths([storeId])})
    WHERE month >= ${from} OR month = ''
    ON CONFLICT DO UPDATE SET changes = changes + 1`
}

const SUMS = COST_COLUMNS.map((column) => `sum(${column})`).join(', ')
const IS_PARTIAL = COGS_POLICIES.map((policy) => `sum(${policy}_unknown_entries)`).join(' + ')

/** Writes what the sub-orders ordered in a month cost anew, on both bases. */
export function rebuildCostMonth(ordered: OrderedMonth): SQL[] {
  const { storeId, month } = ordered
  const rows = (grain: 'day' | 'month', scope: 'all' | 'sku') => {
    const period = sql.raw(grain === 'day' ? 'period' : 'substr(period, 1, 7)')
    const sku = sql.raw(scope === 'all' ? `''` : 'sku')
    return sql`SELECT store_id, ${month}, basis, ${grain}, ${scope}, ${period}, ${sku}, ${sql.raw(SUMS)},
        (${sql.raw(IS_PARTIAL)}) > 0
      FROM fine GROUP BY store_id, basis, ${period}, ${sku}`
  }
  return [
    sql`DELETE FROM cost_total WHERE store_id = ${storeId} AND ordered_month = ${month}`,
    sql`INSERT INTO cost_total (store_id, ordered_month, basis, grain, scope, period, sku,
        ${sql.raw(COST_COLUMNS.join(', '))}, is_partial)
      WITH fine AS MATERIALIZED (SELECT * FROM (${sumMovements([rangeOf(ordered)], ['order', 'payment'])}))
      ${rows('day', 'all')} UNION ALL ${rows('month', 'all')} UNION ALL ${rows('month', 'sku')}`,
  ]
}
