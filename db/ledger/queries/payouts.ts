import { type BusinessDate, monthOf, monthsBetween } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Days } from '#core/pnl/period'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import { NAMES, sumPaidMonths } from './sums'

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

/** Rows of the columns of `total` by payment day: kept ones now, and the facts for a past moment. */
export function byPaymentDay(
  storeIds: readonly StoreId[],
  { from, to }: Days,
  knownAt: KnownAt,
): SQL {
  const months = monthsBetween(monthOf(from), monthOf(to))
  if (knownAt !== undefined) {
    const paidMonths = storeIds.flatMap((storeId) => months.map((month) => ({ storeId, month })))
    return sumPaidMonths('payment', paidMonths, { from, to, knownAt })
  }
  return sql`SELECT store_id, period, sku, ${sql.raw(NAMES)}
    FROM json_each(${JSON.stringify(storeIds)}) AS s CROSS JOIN json_each(${JSON.stringify(months)}) AS m
    CROSS JOIN total ON store_id = s.value AND paid_month = m.value AND basis = 'payment' AND grain = 'day'
      AND scope = 'all' AND period BETWEEN ${from} AND ${to}`
}

/** Payouts by payment day, newest first. Days on which nothing but ads was deducted are payouts too. */
export async function listPayouts(
  ledger: Db,
  storeIds: readonly StoreId[],
  { knownAt, ...days }: Days & { readonly knownAt?: KnownAt },
  limit: number,
): Promise<Payout[]> {
  const stores = JSON.stringify(storeIds)
  const transactions =
    knownAt === undefined
      ? sql`payout_transaction AS t`
      : sql`(SELECT store_id, paid_on, transaction_id FROM settlement_line AS l WHERE ${isKnown('l', knownAt)}) AS t`
  const rows = await ledger.all<Omit<Payout, 'transactionIds'> & { transactionIds: string }>(sql`
    WITH part (store_id, period, sku, ${sql.raw(NAMES)}) AS (${byPaymentDay(storeIds, days, knownAt)})
    SELECT period AS paidOn, sum(settlement_paise) AS orders, sum(ads_paise) AS ads,
      sum(referral_paise) AS referral, sum(adjustments_paise) AS adjustments,
      sum(settlement_paise + ads_paise + referral_paise + adjustments_paise) AS net, sum(lines) AS lines,
      (SELECT json_group_array(transaction_id) FROM (
        SELECT DISTINCT transaction_id FROM ${transactions}
        WHERE store_id IN (SELECT value FROM json_each(${stores})) AND paid_on = period
        ORDER BY transaction_id LIMIT ${MAX_TRANSACTION_IDS})) AS transactionIds
    FROM part GROUP BY period ORDER BY period DESC LIMIT ${limit}`)
  // Safe because the text is the JSON array made just above.
  return rows.map((row) => ({ ...row, transactionIds: JSON.parse(row.transactionIds) as string[] }))
}

export type PayoutTotals = Omit<Payout, 'paidOn' | 'transactionIds' | 'lines'> & {
  /** Payment days. */
  readonly count: number
}

const NO_PAYOUTS: PayoutTotals = {
  count: 0,
  orders: 0,
  ads: 0,
  referral: 0,
  adjustments: 0,
  net: 0,
}

/** The sum of listPayouts() over the whole period. */
export async function sumPayouts(
  ledger: Db,
  storeIds: readonly StoreId[],
  { knownAt, ...days }: Days & { readonly knownAt?: KnownAt },
): Promise<PayoutTotals> {
  const [sums] = await ledger.all<PayoutTotals>(sql`
    WITH part (store_id, period, sku, ${sql.raw(NAMES)}) AS (${byPaymentDay(storeIds, days, knownAt)})
    SELECT count(DISTINCT period) AS count, coalesce(sum(settlement_paise), 0) AS orders,
      coalesce(sum(ads_paise), 0) AS ads, coalesce(sum(referral_paise), 0) AS referral,
      coalesce(sum(adjustments_paise), 0) AS adjustments,
      coalesce(sum(settlement_paise + ads_paise + referral_paise + adjustments_paise), 0) AS net
    FROM part`)
  return sums ?? NO_PAYOUTS
}
