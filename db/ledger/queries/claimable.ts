import { claimBy } from '#core/claims/deadline'
import { addDays, type BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import { sql } from 'drizzle-orm'
import type { Db } from '../../client'

/** The last parcel of the page before, in the order of the deadlines. */
export type ClaimablePlace = readonly [
  receivedOn: string,
  storeId: string,
  subOrderNo: string,
  about: string,
]

/** A parcel of a buyer's return that a claim can still be raised for. */
export type Claimable = {
  readonly storeId: StoreId
  readonly subOrderNo: SubOrderNo
  /** Names the discrepancy within its sub-order. */
  readonly about: string
  readonly atStake: number
  readonly receivedOn: BusinessDate
  readonly quantity: number
  readonly sku: string
  readonly productName: string
  readonly courier: string
  readonly awb: string
  readonly reason: string
  readonly reportId: number
  readonly rowNo: number
}

/**
 * What stands under claim_window_closing on a day and nobody has decided on; a mark of `open` decides nothing.
 * A window that is open ends within the days that one lasts, so few others end in them too. The plus keeps
 * SQLite from looking for a parcel among all that count instead of among those of its sub-order.
 */
const openWindows = (storeIds: readonly StoreId[], asOf: BusinessDate) => sql`
  json_each(${JSON.stringify(storeIds)}) AS s
  CROSS JOIN discrepancy AS d INDEXED BY discrepancy_until ON d.store_id = s.value
    AND d.until_on > ${asOf} AND d.until_on <= ${addDays(claimBy(asOf), 1)} AND d.until_on < '2199-12-31'
    AND d.rule = 'claim_window_closing' AND d.from_on <= ${asOf} AND d.is_recovered = 0
  LEFT JOIN discrepancy_mark AS m ON m.store_id = d.store_id AND m.sub_order_no = d.sub_order_no
    AND m.rule = d.rule AND m.about = d.about
  CROSS JOIN return_parcel AS p ON p.store_id = d.store_id AND p.sub_order_no = d.sub_order_no
    AND p.created_on || '|' || p.quantity = d.about AND +p.closed_at = 0
  WHERE coalesce(m.state, 'open') = 'open'`

/** The earliest deadline first: what is not claimed today cannot be claimed tomorrow. */
export function listClaimable(
  ledger: Db,
  storeIds: readonly StoreId[],
  asOf: BusinessDate,
  page: { readonly after: ClaimablePlace | undefined; readonly limit: number },
): Promise<Claimable[]> {
  const key = sql`(p.outcome_on, d.store_id, d.sub_order_no, d.about)`
  const after = page.after
    ? sql`${key} > (${page.after[0]}, ${page.after[1]}, ${page.after[2]}, ${page.after[3]})`
    : sql`1`
  return ledger.all<Claimable>(sql`SELECT d.store_id AS storeId, d.sub_order_no AS subOrderNo, d.about,
      d.at_stake_paise AS atStake, p.outcome_on AS receivedOn, p.quantity, p.sku, p.product_name AS productName,
      p.courier, p.awb, p.reason, p.report_id AS reportId, p.row_no AS rowNo
    FROM ${openWindows(storeIds, asOf)} AND ${after}
    ORDER BY p.outcome_on, d.store_id, d.sub_order_no, d.about LIMIT ${page.limit}`)
}

/** How many parcels can still be claimed on a day, and the money at stake in them. */
export async function sumClaimable(
  ledger: Db,
  storeIds: readonly StoreId[],
  asOf: BusinessDate,
): Promise<{ count: number; atStake: number }> {
  const [sums] = await ledger.all<{ count: number; atStake: number }>(sql`
    SELECT count(*) AS count, coalesce(sum(d.at_stake_paise), 0) AS atStake
    FROM ${openWindows(storeIds, asOf)}`)
  return sums ?? { count: 0, atStake: 0 }
}
