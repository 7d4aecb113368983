import { type BusinessDate, monthOf, monthsBetween } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Days } from '#core/pnl/period'
import { sql } from 'drizzle-orm'
import type { Db } from '../../client'

/** A transfer as core/bank expectedCredit() takes it, in paise. */
export type Transfer = {
  readonly storeId: StoreId
  readonly paidOn: BusinessDate
  readonly transactionId: string
  readonly orders: number
  readonly extrasOfDay: number
  readonly transfersOfDay: number
}

/** The last transfer of the page before. */
export type TransferPlace = readonly [paidOn: string, storeId: string, transactionId: string]

/** Transfers of a period of payment days, newest first; a day without a line has one without an id. */
export function listTransfers(
  ledger: Db,
  storeIds: readonly StoreId[],
  { from, to }: Days,
  page: { readonly after: TransferPlace | undefined; readonly limit: number },
): Promise<Transfer[]> {
  const months = JSON.stringify(monthsBetween(monthOf(from), monthOf(to)))
  const after = page.after
    ? sql`(paidOn, storeId, transactionId) < (${page.after[0]}, ${page.after[1]}, ${page.after[2]})`
    : sql`1`
  return ledger.all<Transfer>(sql`WITH transfer AS (
      SELECT t.store_id AS storeId, t.period AS paidOn, coalesce(p.transaction_id, '') AS transactionId,
        coalesce(p.settlement_paise, 0) AS orders,
        t.ads_paise + t.referral_paise + t.adjustments_paise AS extrasOfDay,
        count(*) OVER (PARTITION BY t.store_id, t.period) AS transfersOfDay
      FROM json_each(${JSON.stringify(storeIds)}) AS s CROSS JOIN json_each(${months}) AS m
      CROSS JOIN total AS t ON t.store_id = s.value AND t.paid_month = m.value AND t.basis = 'payment'
        AND t.grain = 'day' AND t.scope = 'all' AND t.period BETWEEN ${from} AND ${to}
      LEFT JOIN payout_transaction AS p ON p.store_id = t.store_id AND p.paid_on = t.period)
    SELECT * FROM transfer WHERE ${after}
    ORDER BY paidOn DESC, storeId DESC, transactionId DESC LIMIT ${page.limit}`)
}
