import type { LineColumn } from '#core/pnl/figures'
import {
  MINUS_FIXED_FEE_REVENUE,
  MINUS_WAREHOUSING_REVENUE,
  PLUS_FIXED_FEE_DEDUCTION,
  PLUS_SUPPORT_GST,
  PLUS_WAREHOUSING_DEDUCTION,
} from '#core/settlements/identity'

// identity_variant is a set of flags: see core/settlements/identity. A line's money is counted from the
// columns that its own sum was proven with, so that the lines of a profit and loss always add up.
const counted = (column: string, flag: number) =>
  `l.${column} * ((l.identity_variant & ${flag}) <> 0)`
const uncounted = (column: string, flag: number) =>
  `l.${column} * ((l.identity_variant & ${flag}) = 0)`

/** What each column of a settlement line (l) counts for in a figure, in paise. */
export const LINE_VALUES: Readonly<Record<LineColumn, string>> = {
  sale: 'l.sale_paise',
  saleReturn: 'l.sale_return_paise',
  fixedFeeRevenue: uncounted('fixed_fee_revenue_paise', MINUS_FIXED_FEE_REVENUE),
  warehousingRevenue: uncounted('warehousing_revenue_paise', MINUS_WAREHOUSING_REVENUE),
  returnPremium: 'l.return_premium_paise',
  returnPremiumReturn: 'l.return_premium_return_paise',
  commission: 'l.commission_paise',
  goldFee: 'l.gold_fee_paise',
  mallFee: 'l.mall_fee_paise',
  returnShipping: 'l.return_shipping_paise',
  gstCompensation: 'l.gst_compensation_paise',
  shipping: 'l.shipping_paise',
  supportNet: 'l.support_net_paise',
  tcs: 'l.tcs_paise',
  tds: 'l.tds_paise',
  compensation: 'l.compensation_paise',
  claims: 'l.claims_paise',
  recovery: 'l.recovery_paise',
  settlement: 'l.settlement_paise',
  fixedFeeDeduction: counted('fixed_fee_deduction_paise', PLUS_FIXED_FEE_DEDUCTION),
  warehousingDeduction: counted('warehousing_deduction_paise', PLUS_WAREHOUSING_DEDUCTION),
  supportGst: counted('support_gst_paise', PLUS_SUPPORT_GST),
  unexplained: 'l.unexplained_paise',
  gstOnSales: 'coalesce(l.gst_on_sales_paise, 0)',
  gstCreditOnFees: 'l.gst_credit_on_fees_paise',
}
