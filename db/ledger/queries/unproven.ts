import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import { sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import { dueFrom, dueOnOf } from './standings'

/** The last day that the payments files of a store reach; null without any. */
export type PaymentsReach = { readonly storeId: StoreId; readonly paymentsTo: BusinessDate | null }

export function listPaymentsReach(
  ledger: Db,
  storeIds: readonly StoreId[],
  knownAt: KnownAt,
): Promise<PaymentsReach[]> {
  return ledger.all<PaymentsReach>(sql`SELECT s.value AS storeId,
      (SELECT paid_on FROM settlement_line AS l WHERE l.store_id = s.value AND ${isKnown('l', knownAt)}
        ORDER BY paid_on DESC LIMIT 1) AS paymentsTo
    FROM json_each(${JSON.stringify(storeIds)}) AS s`)
}

/** Overdue sub-orders that fell due after the payments files end: they may have been paid since. */
export type Unproven = {
  readonly count: number
  /** What is expected of them. */
  readonly amount: number
  /** The earliest end of their stores' payments files; null where one has none. */
  readonly paymentsTo: BusinessDate | null
}

/** Nothing where every one that is overdue is proven to be. */
export async function findUnproven(
  ledger: Db,
  reach: readonly PaymentsReach[],
  asOf: BusinessDate,
): Promise<Unproven | undefined> {
  const stores = JSON.stringify(reach.map(({ storeId, paymentsTo }) => [storeId, paymentsTo]))
  const [found] =
    await ledger.all<Unproven>(sql`SELECT sum(t.count) AS count, sum(t.amount_paise) AS amount,
      CASE WHEN count(*) = count(s.payments_to) THEN min(s.payments_to) END AS paymentsTo
    FROM (SELECT value->>0 AS store_id, value->>1 AS payments_to,
        ${dueFrom(asOf, sql`value->>0`)} AS due_from FROM json_each(${stores})) AS s
    CROSS JOIN standing_total AS t ON t.store_id = s.store_id AND t.bucket = 'unpaid'
      AND t.ordered_on > '' AND t.ordered_on < s.due_from
      AND ${dueOnOf(sql`s.store_id`, sql`t.ordered_on`)} > coalesce(s.payments_to, '')
    WHERE t.count > 0`)
  return found && found.count > 0 ? found : undefined
}
