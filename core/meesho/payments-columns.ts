import { BESIDE, type Beside, TERMS, type Term } from '../settlements/terms'
import { added, key, money, text } from './columns'
import type { Columns, ColumnSpec } from './headers'

/** One of two columns of one name; the letters are those of the panel's own formula row. */
const twin = (header: string, group: string, legend: string) =>
  ({ header, need: 'money', group, legend }) satisfies ColumnSpec

const ORDER_COLUMNS = {
  subOrderNo: key('Sub Order No'),
  orderedOn: key('Order Date'),
  dispatchedOn: text('Dispatch Date'),
  productName: text('Product Name'),
  sku: key('Supplier SKU'),
  catalogId: added('Catalog ID'),
  orderSource: added('Order source'),
  status: key('Live Order Status'),
  gstRate: key('Product GST %'),
  quantity: key('Quantity'),
  transactionId: key('Transaction ID'),
  paidOn: key('Payment Date'),
  settlement: money('Final Settlement Amount'),
  priceType: text('Price Type'),
  returnPremium: money('Return premium (incl GST)'),
  returnPremiumReturn: money('Return premium (incl GST) of Return'),
  commissionRate: key('Meesho Commission Percentage'),
  gstCompensation: money('GST Compensation (PRP Shipping)'),
  supportExcl: money('Other Support Service Charges (Excl. GST)'),
  waivers: money('Waivers (Excl. GST)'),
  supportNet: money('Net Other Support Service Charges (Excl. GST)'),
  supportGst: money('GST on Net Other Support Service Charges'),
  tcs: money('TCS'),
  tdsRate: key('TDS Rate %'),
  tds: money('TDS'),
  compensation: money('Compensation'),
  claims: money('Claims'),
  recovery: money('Recovery'),
  compensationReason: text('Compensation Reason'),
  claimsReason: text('Claims Reason'),
  recoveryReason: text('Recovery Reason'),
}

/** Layouts P2 and P3: every fee with its GST inside. */
export const INCLUSIVE_COLUMNS = {
  ...ORDER_COLUMNS,
  listingPrice: money('Listing Price (Incl. taxes)'),
  sale: money('Total Sale Amount (Incl. Shipping & GST)'),
  saleReturn: money('Total Sale Return Amount (Incl. Shipping & GST)'),
  fixedFeeRevenue: twin('Fixed Fee (Incl. GST)', 'Revenue Details', 'AD'),
  warehousingRevenue: twin('Warehousing fee (inc Gst)', 'Revenue Details', 'AF'),
  commission: money('Meesho Commission (Incl. GST)'),
  goldFee: money('Meesho gold platform fee (Incl. GST)'),
  mallFee: money('Meesho mall platform fee (Incl. GST)'),
  fixedFeeDeduction: twin('Fixed Fee (Incl. GST)', 'Deductions', 'AC'),
  warehousingDeduction: twin('Warehousing fee (Incl. GST)', 'Deductions', 'AG'),
  returnShipping: money('Return Shipping Charge (Incl. GST)'),
  shipping: money('Shipping Charge (Incl. GST)'),
}

/** Layout P1: fees and their GST apart, and the shipping that buyers paid apart from the sale. */
export const EXCLUSIVE_COLUMNS = {
  ...ORDER_COLUMNS,
  listingPrice: money('Listing Price (Incl. GST & Commission)'),
  sale: money('Total Sale Amount (Incl. Commission & GST)'),
  saleReturn: money('Sale Return Amount (Incl. GST)'),
  fixedFeeRevenue: money('Fixed Fee (Incl. GST)'),
  warehousingRevenue: money('Warehousing fee (inc Gst)'),
  shippingRevenue: money('Shipping Revenue (Incl. GST)'),
  shippingReturn: money('Shipping Return Amount (Incl. GST)'),
  commission: money('Meesho Commission (Excl. GST)'),
  goldFee: money('Meesho gold platform fee (excl GST)'),
  mallFee: money('Meesho mall platform fee (excl. GST)'),
  fixedFeeDeduction: money('Fixed Fee (excl. GST)'),
  warehousingDeduction: money('Warehousing fee (excl Gst)'),
  returnShipping: money('Return Shipping Charge (Excl. GST)'),
  shipping: money('Shipping Charge (Excl. GST)'),
  commissionGst: money('GST on Meesho Commission'),
  warehousingGst: money('GST on Warehousing fee'),
  goldFeeGst: money('GST on meesho gold'),
  mallFeeGst: money('GST on Meesho Mall platform fee'),
  // One real header: the panel once joined two names with their quotes and comma inside.
  shippingGst: money("GST on Shipping Charge', 'CGST + SGST on Shipping Charge"),
  returnShippingGst: money('GST on Return Shipping Charge'),
  fixedFeeGst: money('GST on Fixed Fee'),
}

/** What tells layout P0 of 2022 from the others; nobody has shown us a file of it, so it is not read. */
export const OLDEST_COLUMNS = {
  supportWaivers: money('Other Support Service Charges Waivers (Excl. GST)'),
  commissionGst: money('IGST on Meesho Commission'),
  shippingGst: money('IGST on Shipping Charge'),
  returnShippingGst: money('IGST on Return Shipping Charge'),
  supportGst: money('IGST on Net Other Support Service Charges'),
  tcsIntegrated: money('TCS (IGST)'),
  tcsSplit: money('TCS (CGST + SGST)'),
  compensation: money('Compensation (No GST)'),
  recovery: money('Recovery (No GST)'),
}

/** The columns that are not money terms, under the same names in every layout that is read. */
export type OrderColumns = Columns<typeof ORDER_COLUMNS> & { readonly listingPrice: number }

/** The columns whose sum is each term: one, or a fee and its GST. */
export type TermColumns = Readonly<Record<Term | Beside, readonly number[]>>

/** Everything that a reader of lines needs to know of a layout. */
export type LineColumns = OrderColumns & { readonly terms: TermColumns }

export function inclusiveTerms(at: Columns<typeof INCLUSIVE_COLUMNS>): TermColumns {
  const places = [...TERMS, ...BESIDE].map((name): [string, readonly number[]] => [
    name,
    [at[name]],
  ])
  // Safe because every term and every column beside is a key of the list it is made from.
  return Object.fromEntries(places) as TermColumns
}

export function exclusiveTerms(at: Columns<typeof EXCLUSIVE_COLUMNS>): TermColumns {
  return {
    sale: [at.sale, at.shippingRevenue],
    saleReturn: [at.saleReturn, at.shippingReturn],
    fixedFeeRevenue: [at.fixedFeeRevenue],
    warehousingRevenue: [at.warehousingRevenue],
    returnPremium: [at.returnPremium],
    returnPremiumReturn: [at.returnPremiumReturn],
    commission: [at.commission, at.commissionGst],
    goldFee: [at.goldFee, at.goldFeeGst],
    mallFee: [at.mallFee, at.mallFeeGst],
    returnShipping: [at.returnShipping, at.returnShippingGst],
    gstCompensation: [at.gstCompensation],
    shipping: [at.shipping, at.shippingGst],
    supportNet: [at.supportNet],
    tcs: [at.tcs],
    tds: [at.tds],
    compensation: [at.compensation],
    claims: [at.claims],
    recovery: [at.recovery],
    fixedFeeDeduction: [at.fixedFeeDeduction, at.fixedFeeGst],
    warehousingDeduction: [at.warehousingDeduction, at.warehousingGst],
    supportExcl: [at.supportExcl],
    waivers: [at.waivers],
    supportGst: [at.supportGst],
  }
}
