import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { OutstandingPayment, SettlementLine } from '#core/settlements/settlement-line'
import { type SQL, sql } from 'drizzle-orm'
import { countsSince } from '../knowledge'
import { isAtStep, type Step } from './report-steps'

/** What core derives from a line's own cells, once, when it is added. */
export type Derived = {
  readonly outcome: string
  readonly identityVariant: number
  readonly unexplained: number
  readonly gstOnSales: number | undefined
  readonly gstCreditOnFees: number
}

/** Columns that settlement_line and outstanding_payment share, in the order of `sharedCells`. */
const SHARED_COLUMNS = `settlement_paise, sale_paise, sale_return_paise, fixed_fee_revenue_paise,
  warehousing_revenue_paise, return_premium_paise, return_premium_return_paise, commission_paise,
  gold_fee_paise, mall_fee_paise, return_shipping_paise, gst_compensation_paise, shipping_paise,
  support_net_paise, tcs_paise, tds_paise, compensation_paise, claims_paise, recovery_paise,
  fixed_fee_deduction_paise, warehousing_deduction_paise, support_excl_paise, waivers_paise,
  support_gst_paise, ordered_on, dispatched_on, product_name, sku, catalog_id, order_source, outcome,
  gst_rate_bps, listing_price_paise, quantity, price_type, commission_rate_bps, tds_rate_bps,
  compensation_reason, claims_reason, recovery_reason, identity_variant, unexplained_paise,
  gst_on_sales_paise, gst_credit_on_fees_paise`

const SHARED_COUNT = SHARED_COLUMNS.split(',').length

function sharedCells(line: SettlementLine | OutstandingPayment, derived: Derived): unknown[] {
  return [
    line.settlement,
    line.sale,
    line.saleReturn,
    line.fixedFeeRevenue,
    line.warehousingRevenue,
    line.returnPremium,
    line.returnPremiumReturn,
    line.commission,
    line.goldFee,
    line.mallFee,
    line.returnShipping,
    line.gstCompensation,
    line.shipping,
    line.supportNet,
    line.tcs,
    line.tds,
    line.compensation,
    line.claims,
    line.recovery,
    line.fixedFeeDeduction,
    line.warehousingDeduction,
    line.supportExcl,
    line.waivers,
    line.supportGst,
    line.orderedOn,
    line.dispatchedOn,
    line.productName,
    line.sku,
    line.catalogId,
    line.orderSource,
    derived.outcome,
    line.gstRateBps,
    line.listingPrice,
    line.quantity,
    line.priceType,
    line.commissionRateBps,
    line.tdsRateBps,
    line.compensationReason,
    line.claimsReason,
    line.recoveryReason,
    derived.identityVariant,
    derived.unexplained,
    derived.gstOnSales,
    derived.gstCreditOnFees,
  ]
}

/** `value->>0, value->>1, …`: the cells of one JSON row as SQL values; JSON's null is SQL's NULL. */
function cellList(from: number, count: number): SQL {
  return sql.raw(Array.from({ length: count }, (_, index) => `value->>${from + index}`).join(', '))
}

/** One line as a JSON array for addSettlementLines. */
export function settlementRow(
  line: SettlementLine,
  derived: Derived,
  occurrence: number,
  rowNo: number,
): string {
  return JSON.stringify([
    line.paidOn,
    line.subOrderNo,
    line.transactionId,
    line.status,
    occurrence,
    rowNo,
    ...sharedCells(line, derived),
  ])
}

/** What makes two lines the same, by the place of its cells in settlementRow(). */
export const LINE_KEY = {
  paid_on: 0,
  sub_order_no: 1,
  transaction_id: 2,
  status: 3,
  settlement_paise: 6,
  sale_paise: 7,
  occurrence: 4,
}

/** Adds the lines of a chunk that the store does not have yet; `changes()` is then their count. */
export function addSettlementLines(storeId: StoreId, step: Step, chunk: string, now: Date): SQL {
  return sql`INSERT INTO settlement_line (store_id, report_id, added_at, paid_on, sub_order_no, transaction_id, status,
      occurrence, row_no, ${sql.raw(SHARED_COLUMNS)})
    SELECT ${storeId}, ${step.reportId}, ${countsSince('settlement_line', storeId, LINE_KEY, now)},
      ${cellList(0, 6 + SHARED_COUNT)}
    FROM json_each(${chunk})
    WHERE ${isAtStep(step)}
    ON CONFLICT DO NOTHING`
}

/** One promise as a JSON array for addOutstandingPayments. */
export function outstandingRow(
  payment: OutstandingPayment,
  derived: Derived,
  rowNo: number,
): string {
  return JSON.stringify([
    rowNo,
    payment.subOrderNo,
    payment.status,
    payment.promisedOn ?? null,
    ...sharedCells(payment, derived),
  ])
}

export function addOutstandingPayments(storeId: StoreId, step: Step, chunk: string): SQL {
  return sql`INSERT INTO outstanding_payment (store_id, report_id, row_no, sub_order_no, status, promised_on,
      ${sql.raw(SHARED_COLUMNS)})
    SELECT ${storeId}, ${step.reportId}, ${cellList(0, 4 + SHARED_COUNT)}
    FROM json_each(${chunk})
    WHERE ${isAtStep(step)}
    ON CONFLICT DO NOTHING`
}

/** Closes the report's lines of some days: they stay readable as what was known until now. */
export function closeSettlementLines(
  storeId: StoreId,
  reportId: number,
  days: { from: BusinessDate; to: BusinessDate },
  closedAt: Date,
): SQL {
  return sql`UPDATE settlement_line SET closed_at = max(${closedAt.getTime()}, added_at + 1)
    WHERE store_id = ${storeId} AND paid_on BETWEEN ${days.from} AND ${days.to}
      AND report_id = ${reportId} AND closed_at = 0`
}
