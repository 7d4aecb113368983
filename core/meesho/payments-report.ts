import type { BusinessDate } from '../dates'
import type { SubOrderNo } from '../ids'
import { addsUp } from '../settlements/identity'
import type { OutstandingPayment, SettlementLine } from '../settlements/settlement-line'
import {
  amountIn,
  codeIn,
  type DateOrders,
  dayIn,
  gstRateIn,
  idIn,
  optionalAmountIn,
  percentIn,
  promisedDayIn,
  quantityIn,
  requiredDayIn,
  type RowCells,
  rowReader,
  skuIn,
  stopRow,
  subOrderNoIn,
  termIn,
  textIn,
} from './cells'
import type { Header } from './headers'
import type { LineColumns } from './payments-columns'
import { isRejected, type ReadRow, type RejectedRow } from './report'

type LineOn<Day> = Omit<SettlementLine, 'paidOn'> & { readonly paidOn: Day }

/** Rows of money paid. The same reader serves every layout: `terms` says which columns add up to each term. */
export function paymentsReader(
  header: Header,
  at: LineColumns,
  dateOrders: DateOrders,
): ReadRow<'payments.orders'> {
  return rowReader(header, dateOrders, (cells) => {
    // The id is looked at first: a blank row has no date either, and is not at fault for it.
    const subOrderNo = subOrderNoIn(cells, at.subOrderNo)
    const paidOn = subOrderNo && requiredDayIn(cells, at.paidOn)
    if (subOrderNo === undefined || paidOn === undefined) return cells.stopped
    return readLine(cells, at, subOrderNo, paidOn)
  })
}

/** Rows of money promised: the day may still be words, and no transaction carries them. */
export function outstandingReader(
  header: Header,
  at: LineColumns,
  dateOrders: DateOrders,
): ReadRow<'outstanding'> {
  return rowReader(header, dateOrders, (cells) => {
    const subOrderNo = subOrderNoIn(cells, at.subOrderNo)
    if (subOrderNo === undefined) return cells.stopped
    const line = readLine(cells, at, subOrderNo, promisedDayIn(cells, at.paidOn))
    return isRejected(line) ? line : promiseOf(line)
  })
}

function promiseOf(line: LineOn<BusinessDate | undefined>): OutstandingPayment {
  const { paidOn: promisedOn, transactionId: _none, ...promise } = line
  return { ...promise, promisedOn }
}

function readLine<Day>(
  cells: RowCells,
  at: LineColumns,
  subOrderNo: SubOrderNo,
  paidOn: Day,
): LineOn<Day> | RejectedRow {
  const line = lineOn(cells, at, subOrderNo, paidOn)
  return cells.stopped ?? blankStop(cells, line) ?? line
}

/** A blank amount is a zero only where the row's own sum proves it. */
function blankStop<Day>(cells: RowCells, line: LineOn<Day>): RejectedRow | undefined {
  if (cells.blankColumn < 0 || addsUp(line)) return undefined
  return stopRow(
    cells,
    cells.blankColumn,
    'The amount is missing, and the rest of the row does not add up without it.',
  )
}

function lineOn<Day>(cells: RowCells, at: LineColumns, no: SubOrderNo, paidOn: Day): LineOn<Day> {
  const { terms } = at
  return {
    subOrderNo: no,
    orderedOn: dayIn(cells, at.orderedOn),
    dispatchedOn: dayIn(cells, at.dispatchedOn),
    productName: textIn(cells, at.productName),
    sku: skuIn(cells, at.sku),
    catalogId: codeIn(cells, at.catalogId),
    orderSource: codeIn(cells, at.orderSource),
    status: codeIn(cells, at.status),
    gstRateBps: gstRateIn(cells, at.gstRate),
    listingPrice: optionalAmountIn(cells, at.listingPrice),
    quantity: quantityIn(cells, at.quantity),
    transactionId: idIn(cells, at.transactionId),
    paidOn,
    settlement: amountIn(cells, at.settlement),
    priceType: codeIn(cells, at.priceType),
    sale: termIn(cells, terms.sale),
    saleReturn: termIn(cells, terms.saleReturn),
    fixedFeeRevenue: termIn(cells, terms.fixedFeeRevenue),
    warehousingRevenue: termIn(cells, terms.warehousingRevenue),
    returnPremium: termIn(cells, terms.returnPremium),
    returnPremiumReturn: termIn(cells, terms.returnPremiumReturn),
    commissionRateBps: percentIn(cells, at.commissionRate),
    commission: termIn(cells, terms.commission),
    goldFee: termIn(cells, terms.goldFee),
    mallFee: termIn(cells, terms.mallFee),
    fixedFeeDeduction: termIn(cells, terms.fixedFeeDeduction),
    warehousingDeduction: termIn(cells, terms.warehousingDeduction),
    returnShipping: termIn(cells, terms.returnShipping),
    gstCompensation: termIn(cells, terms.gstCompensation),
    shipping: termIn(cells, terms.shipping),
    supportExcl: termIn(cells, terms.supportExcl),
    waivers: termIn(cells, terms.waivers),
    supportNet: termIn(cells, terms.supportNet),
    supportGst: termIn(cells, terms.supportGst),
    tcs: termIn(cells, terms.tcs),
    tdsRateBps: percentIn(cells, at.tdsRate),
    tds: termIn(cells, terms.tds),
    compensation: termIn(cells, terms.compensation),
    claims: termIn(cells, terms.claims),
    recovery: termIn(cells, terms.recovery),
    compensationReason: textIn(cells, at.compensationReason),
    claimsReason: textIn(cells, at.claimsReason),
    recoveryReason: textIn(cells, at.recoveryReason),
  }
}
