import type { AdSums } from '#core/ads/ad-money'
import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Days } from '#core/pnl/period'
import type { Basis } from '#core/pnl/profit'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, isReportKnown, type KnownAt } from '../knowledge'

/** The day an ad counts on: when it ran, or when a payout lost it. */
const DAY: Readonly<Record<Basis, string>> = { order: 'a.ran_on', payment: 'a.deducted_on' }

const SUMS = `count(*) AS rows, sum(a.cost_paise) AS cost, sum(a.credits_paise) AS credits,
  sum(a.net_cost_paise) AS netCost, sum(a.gst_paise) AS gst, sum(a.total_paise) AS total,
  sum(a.gst_credit_paise) AS gstCredit`

export type AdQuery = Days & {
  readonly basis: Basis
  readonly knownAt?: KnownAt
  readonly campaign?: string | undefined
}

/** Rows of Ads Cost sheets (a) that count; a store has a few a day, so all of its own are looked through. */
function spends(
  storeIds: readonly StoreId[],
  { basis, from, to, knownAt, campaign }: AdQuery,
): SQL {
  const ofCampaign = campaign === undefined ? sql`` : sql`AND a.campaign_id = ${campaign}`
  return sql`json_each(${JSON.stringify(storeIds)}) AS s
    CROSS JOIN ad_spend AS a ON a.store_id = s.value AND ${sql.raw(DAY[basis])} BETWEEN ${from} AND ${to}
      AND ${isKnown('a', knownAt)} ${ofCampaign}`
}

export type AdDay = AdSums & { readonly storeId: StoreId; readonly day: BusinessDate }

/** What ads took on each day, by store, the first day first. */
export function listAdDays(
  ledger: Db,
  storeIds: readonly StoreId[],
  query: AdQuery,
  limit: number,
): Promise<AdDay[]> {
  return ledger.all<AdDay>(sql`SELECT a.store_id AS storeId, ${sql.raw(DAY[query.basis])} AS day, ${sql.raw(SUMS)}
    FROM ${spends(storeIds, query)} GROUP BY 1, 2 ORDER BY 2, 1 LIMIT ${limit}`)
}

/** What ads took in the whole period, by store. */
export function sumAds(
  ledger: Db,
  storeIds: readonly StoreId[],
  query: AdQuery,
): Promise<(AdSums & { readonly storeId: StoreId })[]> {
  return ledger.all(sql`SELECT a.store_id AS storeId, ${sql.raw(SUMS)}
    FROM ${spends(storeIds, query)} GROUP BY 1`)
}

export type Campaign = AdSums & {
  readonly storeId: StoreId
  /** As the file names it; '' where its cell is empty. */
  readonly campaignId: string
  readonly firstRanOn: BusinessDate
  readonly lastRanOn: BusinessDate
  /** Days on which it ran. */
  readonly days: number
}

/** The last campaign of the page before. */
export type CampaignPlace = {
  readonly total: number
  readonly storeId: string
  readonly campaignId: string
}

/** Campaigns of a period, the dearest first: totals are negative. */
export function listCampaigns(
  ledger: Db,
  storeIds: readonly StoreId[],
  query: AdQuery,
  { after, limit }: { readonly after: CampaignPlace | undefined; readonly limit: number },
): Promise<Campaign[]> {
  const isAfter = after
    ? sql`HAVING (sum(a.total_paise), a.store_id, a.campaign_id) > (${after.total}, ${after.storeId}, ${after.campaignId})`
    : sql``
  return ledger.all<Campaign>(sql`SELECT a.store_id AS storeId, a.campaign_id AS campaignId, ${sql.raw(SUMS)},
      min(a.ran_on) AS firstRanOn, max(a.ran_on) AS lastRanOn, count(DISTINCT a.ran_on) AS days
    FROM ${spends(storeIds, query)} GROUP BY a.store_id, a.campaign_id ${isAfter}
    ORDER BY sum(a.total_paise), a.store_id, a.campaign_id LIMIT ${limit}`)
}

export async function countCampaigns(
  ledger: Db,
  storeIds: readonly StoreId[],
  query: AdQuery,
): Promise<number> {
  const [row] = await ledger.all<{ count: number }>(sql`SELECT count(*) AS count FROM (
    SELECT DISTINCT a.store_id, a.campaign_id FROM ${spends(storeIds, query)})`)
  return row?.count ?? 0
}

export type AdFreshness = {
  /** Ads Cost sheets that were read, with rows in them or without. */
  readonly sheets: number
  /** The last day that a payout is known to have lost ads. */
  readonly deductedTo: BusinessDate | null
  /** Whether any file says which orders came from ads. */
  readonly canMark: boolean
}

/** How far ads are known at all: without one sheet, that there were none is not known. */
export async function getAdFreshness(
  ledger: Db,
  storeIds: readonly StoreId[],
  knownAt: KnownAt,
): Promise<AdFreshness> {
  const stores = sql`json_each(${JSON.stringify(storeIds)}) AS s`
  const marks = `r.kind IN ('orders', 'payments.orders') AND json_extract(r.columns, '$.orderSource') IS NOT NULL`
  const [row] = await ledger.all<{
    sheets: number
    canMark: number
    deductedTo: BusinessDate | null
  }>(
    sql`SELECT coalesce(sum(r.kind = 'payments.ads'), 0) AS sheets,
        coalesce(max(${sql.raw(marks)}), 0) AS canMark,
        (SELECT max(a.deducted_on) FROM json_each(${JSON.stringify(storeIds)}) AS t
          CROSS JOIN ad_spend AS a ON a.store_id = t.value AND ${isKnown('a', knownAt)}) AS deductedTo
      FROM ${stores} CROSS JOIN report AS r ON r.store_id = s.value AND ${isReportKnown('r', knownAt)}`,
  )
  return {
    sheets: row?.sheets ?? 0,
    deductedTo: row?.deductedTo ?? null,
    canMark: row?.canMark === 1,
  }
}
