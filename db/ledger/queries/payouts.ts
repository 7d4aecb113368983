import { type BusinessDate, monthOf, monthsBetween } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Days } from '#core/pnl/period'
import { sql } from 'drizzle-orm'
import type { Db } from '../../client'

/** What reached the bank on one day, in paise, as the payment files tell it. */
export type Payout = {
  readonly paidOn: BusinessDate
  readonly transactionIds: readonly string[]
  readonly orders: number
  readonly ads: number
  readonly referral: number
  readonly adjustments: number
  readonly net: number
  readonly lines: number
}

// One day has one transfer; more than this many on a day is several stores and cut for display.
const MAX_TRANSACTION_IDS = 50

/** Payouts by payment day, newest first. Days on which nothing but ads was deducted are payouts too. */
export async function listPayouts(
  ledger: Db,
  storeIds: readonly StoreId[],
  { from, to }: Days,
  limit: number,
): Promise<Payout[]> {
  const stores = JSON.stringify(storeIds)
  const months = JSON.stringify(monthsBetween(monthOf(from), monthOf(to)))
  const rows = await ledger.all<Omit<Payout, 'transactionIds'> & { transactionIds: string }>(sql`
    SELECT period AS paidOn, sum(settlement_paise) AS orders, sum(ads_paise) AS ads,
      sum(referral_paise) AS referral, sum(adjustments_paise) AS adjustments,
      sum(settlement_paise + ads_paise + referral_paise + adjustments_paise) AS net, sum(lines) AS lines,
      (SELECT json_group_array(transaction_id) FROM (
        SELECT DISTINCT transaction_id FROM payout_transaction
        WHERE store_id IN (SELECT value FROM json_each(${stores})) AND paid_on = period
        ORDER BY transaction_id LIMIT ${MAX_TRANSACTION_IDS})) AS transactionIds
    FROM json_each(${stores}) AS s CROSS JOIN json_each(${months}) AS m
    CROSS JOIN total ON store_id = s.value AND paid_month = m.value AND basis = 'payment' AND grain = 'day'
      AND scope = 'all' AND period BETWEEN ${from} AND ${to}
    GROUP BY period ORDER BY period DESC LIMIT ${limit}`)
  // Safe because the text is the JSON array made just above.
  return rows.map((row) => ({ ...row, transactionIds: JSON.parse(row.transactionIds) as string[] }))
}
