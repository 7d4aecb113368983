import type { BusinessDate, BusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { OverdueSum, PaymentsReach } from '#core/reconciliation/unproven'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import { dueFrom, dueOnOf } from './standings'

/** How far payments files speak: one seek for each month with a payment, and one for the last day. */
export async function listPaymentsReach(
  ledger: Db,
  storeIds: readonly StoreId[],
  knownAt: KnownAt,
): Promise<PaymentsReach[]> {
  const firstAfter = (store: SQL, day: SQL) => sql`(SELECT l.paid_on FROM settlement_line AS l
    WHERE l.store_id = ${store} AND l.paid_on > ${day} AND ${isKnown('l', knownAt)}
    ORDER BY l.paid_on LIMIT 1)`
  const found = await ledger.all<{
    storeId: StoreId
    paymentsTo: BusinessDate | null
    months: string
  }>(sql`WITH RECURSIVE first_day (store_id, day) AS (
      SELECT value, ${firstAfter(sql`value`, sql`''`)} FROM json_each(${JSON.stringify(storeIds)})
      UNION ALL
      SELECT store_id, ${firstAfter(sql`f.store_id`, sql`substr(f.day, 1, 7) || '-31'`)}
        FROM first_day AS f WHERE f.day IS NOT NULL)
    SELECT f.store_id AS storeId,
      (SELECT l.paid_on FROM settlement_line AS l WHERE l.store_id = f.store_id AND ${isKnown('l', knownAt)}
        ORDER BY l.paid_on DESC LIMIT 1) AS paymentsTo,
      json_group_array(substr(f.day, 1, 7)) FILTER (WHERE f.day IS NOT NULL) AS months
    FROM first_day AS f GROUP BY 1`)
  // Safe because the statement above writes months, as `2026-08`.
  return found.map((each) => ({ ...each, months: JSON.parse(each.months) as BusinessMonth[] }))
}

/** Unpaid deliveries past their due day, by order day: from kept sums, a row a day. */
export function listOverdueSums(
  ledger: Db,
  storeIds: readonly StoreId[],
  asOf: BusinessDate,
): Promise<OverdueSum[]> {
  return ledger.all<OverdueSum>(sql`SELECT t.store_id AS storeId, t.ordered_on AS orderedOn,
      ${dueOnOf(sql`s.store_id`, sql`t.ordered_on`)} AS dueOn, t.count, t.amount_paise AS amount
    FROM (SELECT value AS store_id, ${dueFrom(asOf, sql`value`)} AS due_from
      FROM json_each(${JSON.stringify(storeIds)})) AS s
    CROSS JOIN standing_total AS t ON t.store_id = s.store_id AND t.bucket = 'unpaid'
      AND t.ordered_on > '' AND t.ordered_on < s.due_from
    WHERE t.count > 0`)
}
