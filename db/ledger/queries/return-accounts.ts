import type { StoreId, SubOrderNo } from '#core/ids'
import { type SQL, sql } from 'drizzle-orm'
import { RETURN_MONEY } from './return-sums'
import type { Listed } from './standings'

const KEY = ['created_on', 'sub_order_no', 'quantity']
const MONEY = Object.values(RETURN_MONEY)
const VALUES = [
  'previous_on',
  'ordered_on',
  'outcome',
  'return_type',
  'sku',
  'customer_state',
  'courier',
  'reason',
  'lines',
  ...MONEY,
]

const NAMES = [...KEY, ...VALUES].join(', ')
const IS_SAME = KEY.map((name) => `a.${name} = n.${name}`).join(' AND ')
const of = (alias: string) => `(${VALUES.map((name) => `${alias}.${name}`).join(', ')})`

/** Sub-orders of a page just judged. */
export type JudgedReturns = {
  /** Those with a parcel on its way back. */
  readonly returned: readonly Listed[]
  /** All of them: any may have had one. */
  readonly ids: readonly SubOrderNo[]
}

/** The parcels of some sub-orders as they count now, each beside the money of its sub-order. */
function accountsNow(storeId: StoreId, page: readonly Listed[]): SQL {
  const list = JSON.stringify(page.map(({ subOrderNo, paidDays }) => [subOrderNo, paidDays]))
  const sums = MONEY.map((column) => `sum(l.${column}) AS ${column}`).join(', ')
  const paid = ['lines', ...MONEY].map((column) => `coalesce(m.${column}, 0)`).join(', ')
  return sql`SELECT p.created_on, p.sub_order_no, p.quantity,
      coalesce(lag(p.created_on) OVER (PARTITION BY p.sub_order_no ORDER BY p.created_on, p.quantity), '') AS previous_on,
      coalesce(o.ordered_on, '') AS ordered_on, p.outcome, p.return_type, p.sku,
      coalesce(o.customer_state, '') AS customer_state, p.courier, p.reason, ${sql.raw(paid)}
    FROM json_each(${list}) AS i
    CROSS JOIN return_parcel AS p ON p.store_id = ${storeId} AND p.sub_order_no = i.value->>0 AND +p.closed_at = 0
    LEFT JOIN sub_order AS o ON o.store_id = p.store_id AND o.sub_order_no = p.sub_order_no
    LEFT JOIN (
      SELECT l.sub_order_no, count(*) AS lines, ${sql.raw(sums)}
      FROM json_each(${list}) AS i CROSS JOIN json_each(i.value->>1) AS d
      CROSS JOIN settlement_line AS l ON l.store_id = ${storeId} AND l.paid_on = d.value
        AND l.sub_order_no = i.value->>0 AND l.closed_at = 0
      GROUP BY 1
    ) AS m ON m.sub_order_no = p.sub_order_no`
}

/** Accounts (a) of parcels that no file speaks of any more: what closed them is still there. */
function accountsGone(storeId: StoreId, ids: readonly SubOrderNo[]): SQL {
  return sql`json_each(${JSON.stringify(ids)}) AS i
    CROSS JOIN return_parcel AS n ON n.store_id = ${storeId} AND n.sub_order_no = i.value AND n.closed_at <> 0
    CROSS JOIN return_account AS a ON a.store_id = n.store_id AND ${sql.raw(IS_SAME)}
    WHERE NOT EXISTS (SELECT 1 FROM return_parcel AS p WHERE p.store_id = n.store_id
      AND p.sub_order_no = n.sub_order_no AND p.created_on = n.created_on AND p.quantity = n.quantity
      AND p.closed_at = 0)`
}

/**
 * Writes the accounts of a page of sub-orders where they changed, and marks the months that they change.
 * `mine` is true inside the batch that they belong to.
 */
export function saveReturnAccounts(
  storeId: StoreId,
  { returned, ids }: JudgedReturns,
  mine: SQL,
): SQL[] {
  const gone = accountsGone(storeId, ids)
  // Named in order: the money of a LEFT JOIN has no name of its own.
  const rows = sql`WITH n (${sql.raw(NAMES)}) AS MATERIALIZED (${accountsNow(storeId, returned)})`
  const changed = sql`n LEFT JOIN return_account AS a ON a.store_id = ${storeId} AND ${sql.raw(IS_SAME)}
    WHERE ${sql.raw(`${of('n')} IS NOT ${of('a')}`)}`
  return [
    sql`INSERT INTO stale_month (store_id, subject, month, changes)
      ${rows}
      SELECT DISTINCT ${storeId}, 'returns', substr(d.value, 1, 7), 1 FROM (
        SELECT json_array(n.created_on, n.ordered_on, a.ordered_on) AS days FROM ${changed}
        UNION ALL SELECT json_array(a.created_on, a.ordered_on) FROM ${gone}
      ) CROSS JOIN json_each(days) AS d
      WHERE d.value <> '' AND ${mine}
      ON CONFLICT DO UPDATE SET changes = changes + 1`,
    sql`DELETE FROM return_account WHERE store_id = ${storeId} AND ${mine}
      AND (${sql.raw(KEY.join(', '))}) IN (SELECT ${sql.raw(KEY.map((name) => `a.${name}`).join(', '))} FROM ${gone})`,
    sql`INSERT INTO return_account (store_id, ${sql.raw(NAMES)})
      ${rows}
      SELECT ${storeId}, n.* FROM ${changed} AND ${mine}
      ON CONFLICT DO UPDATE SET ${sql.raw(VALUES.map((name) => `${name} = excluded.${name}`).join(', '))}`,
  ]
}
