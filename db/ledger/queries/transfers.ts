import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Days } from '#core/pnl/period'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import { byPaymentDay } from './payouts'
import { NAMES } from './sums'

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

/** What each transaction paid for orders on a day: kept now, and summed up for a past moment. */
function transactions(storeIds: readonly StoreId[], { from, to }: Days, knownAt: KnownAt): SQL {
  if (knownAt === undefined) return sql`payout_transaction`
  return sql`(SELECT l.store_id, l.paid_on, l.transaction_id, sum(l.settlement_paise) AS settlement_paise
    FROM json_each(${JSON.stringify(storeIds)}) AS s CROSS JOIN settlement_line AS l ON l.store_id = s.value
      AND l.paid_on BETWEEN ${from} AND ${to} AND ${isKnown('l', knownAt)}
    GROUP BY 1, 2, 3)`
}

/** Transfers of a period of payment days, newest first; a day without a line has one without an id. */
export function listTransfers(
  ledger: Db,
  storeIds: readonly StoreId[],
  { knownAt, ...days }: Days & { readonly knownAt?: KnownAt },
  page: { readonly after: TransferPlace | undefined; readonly limit: number },
): Promise<Transfer[]> {
  const after = page.after
    ? sql`(paidOn, storeId, transactionId) < (${page.after[0]}, ${page.after[1]}, ${page.after[2]})`
    : sql`1`
  return ledger.all<Transfer>(sql`WITH part (store_id, period, sku, ${sql.raw(NAMES)}) AS (
      ${byPaymentDay(storeIds, days, knownAt)}),
    day AS (SELECT store_id, period, sum(ads_paise + referral_paise + adjustments_paise) AS extras
      FROM part GROUP BY 1, 2),
    transfer AS (
      SELECT t.store_id AS storeId, t.period AS paidOn, coalesce(p.transaction_id, '') AS transactionId,
        coalesce(p.settlement_paise, 0) AS orders, t.extras AS extrasOfDay,
        count(*) OVER (PARTITION BY t.store_id, t.period) AS transfersOfDay
      FROM day AS t LEFT JOIN ${transactions(storeIds, days, knownAt)} AS p
        ON p.store_id = t.store_id AND p.paid_on = t.period)
    SELECT * FROM transfer WHERE ${after}
    ORDER BY paidOn DESC, storeId DESC, transactionId DESC LIMIT ${page.limit}`)
}
