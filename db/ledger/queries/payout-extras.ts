import type { StoreId } from '#core/ids'
import type { Paise } from '#core/money/paise'
import type {
  AdSpend,
  PlatformAdjustment,
  ReferralPayment,
} from '#core/settlements/settlement-line'
import { type SQL, sql } from 'drizzle-orm'
import { countsSince } from '../knowledge'
import { isAtStep, type Step } from './report-steps'

/** One ad spend as a JSON array; `gstCredit` is what core says comes back of its GST. */
export function adSpendRow(
  spend: AdSpend,
  gstCredit: Paise,
  occurrence: number,
  rowNo: number,
): string {
  const { deductedOn, ranOn, campaignId, cost, credits, total, netCost, gst } = spend
  return JSON.stringify([
    deductedOn,
    ranOn,
    campaignId,
    cost,
    credits,
    total,
    occurrence,
    netCost,
    gst,
    rowNo,
    gstCredit,
  ])
}

const AD_KEY = {
  deducted_on: 0,
  ran_on: 1,
  campaign_id: 2,
  cost_paise: 3,
  credits_paise: 4,
  total_paise: 5,
  occurrence: 6,
}

export function addAdSpends(storeId: StoreId, step: Step, chunk: string, now: Date): SQL {
  return sql`INSERT INTO ad_spend (store_id, report_id, added_at, deducted_on, ran_on, campaign_id, cost_paise,
      credits_paise, total_paise, occurrence, net_cost_paise, gst_paise, row_no, gst_credit_paise)
    SELECT ${storeId}, ${step.reportId}, ${countsSince('ad_spend', storeId, AD_KEY, now)}, value->>0, value->>1, value->>2, value->>3, value->>4,
      value->>5, value->>6, value->>7, value->>8, value->>9, value->>10
    FROM json_each(${chunk}) WHERE ${isAtStep(step)} ON CONFLICT DO NOTHING`
}

export function addOutstandingAds(storeId: StoreId, step: Step, chunk: string): SQL {
  return sql`INSERT INTO outstanding_ad (store_id, report_id, deducted_on, ran_on, campaign_id, total_paise, row_no)
    SELECT ${storeId}, ${step.reportId}, value->>0, value->>1, value->>2, value->>5, value->>9
    FROM json_each(${chunk}) WHERE ${isAtStep(step)} ON CONFLICT DO NOTHING`
}

export function referralRow(payment: ReferralPayment, occurrence: number, rowNo: number): string {
  const { paidOn, rewardId, reason, net, taxes, storeName } = payment
  return JSON.stringify([paidOn, rewardId, reason, net, taxes, occurrence, storeName, rowNo])
}

const REFERRAL_KEY = {
  paid_on: 0,
  reward_id: 1,
  reason: 2,
  net_paise: 3,
  taxes_paise: 4,
  occurrence: 5,
}

export function addReferralPayments(storeId: StoreId, step: Step, chunk: string, now: Date): SQL {
  return sql`INSERT INTO referral_payment (store_id, report_id, added_at, paid_on, reward_id, reason, net_paise,
      taxes_paise, occurrence, store_name, row_no)
    SELECT ${storeId}, ${step.reportId}, ${countsSince('referral_payment', storeId, REFERRAL_KEY, now)}, value->>0, value->>1, value->>2, value->>3, value->>4,
      value->>5, value->>6, value->>7
    FROM json_each(${chunk}) WHERE ${isAtStep(step)} ON CONFLICT DO NOTHING`
}

export function adjustmentRow(
  adjustment: PlatformAdjustment,
  occurrence: number,
  rowNo: number,
): string {
  const { paidOn, program, reason, amount } = adjustment
  return JSON.stringify([paidOn, program, reason, amount, occurrence, rowNo])
}

const ADJUSTMENT_KEY = { paid_on: 0, program: 1, reason: 2, amount_paise: 3, occurrence: 4 }

export function addPlatformAdjustments(
  storeId: StoreId,
  step: Step,
  chunk: string,
  now: Date,
): SQL {
  return sql`INSERT INTO platform_adjustment (store_id, report_id, added_at, paid_on, program, reason, amount_paise,
      occurrence, row_no)
    SELECT ${storeId}, ${step.reportId}, ${countsSince('platform_adjustment', storeId, ADJUSTMENT_KEY, now)}, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5
    FROM json_each(${chunk}) WHERE ${isAtStep(step)} ON CONFLICT DO NOTHING`
}

type ExtraTable = 'ad_spend' | 'referral_payment' | 'platform_adjustment'

/** Closes the report's rows of one kind of payout extra; they stay readable as what was known until now. */
export function closePayoutExtras(
  table: ExtraTable,
  storeId: StoreId,
  reportId: number,
  closedAt: Date,
): SQL {
  return sql`UPDATE ${sql.raw(table)} SET closed_at = max(${closedAt.getTime()}, added_at + 1)
    WHERE store_id = ${storeId} AND report_id = ${reportId} AND closed_at = 0`
}
