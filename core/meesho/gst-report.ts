import { type BusinessDate, type BusinessMonth, monthOf, parseBusinessMonth } from '../dates'
import type { Row } from '../files/row'
import { parseSubOrderNo, parseSupplierId, type SupplierId } from '../ids'
import { type MicroRupees, parseMicroRupees } from '../money/micro-rupees'
import { isMissing, parseDecimal } from '../money/rupees'
import { type GstLine, isTaxTruncated } from '../tax/gst-line'
import { parseGstin } from '../tax/gstin'
import {
  codeIn,
  type DateOrders,
  dayIn,
  gstRateIn,
  optionalCodeIn,
  type RowCells,
  rowReader,
  stopIfShifted,
  stopRow,
  subOrderNoIn,
  textIn,
} from './cells'
import { gstMonthNamed, isNamedGstReturn, supplierIdOf } from './file-names'
import { added, key, money, text } from './columns'
import { type Columns, type Header, isColumnTrouble, resolveColumns } from './headers'
import type { Recognition, RejectedRow } from './report'
import { dateOrdersOf, quarantined, recognised, type Sheet } from './sheet'

/** G2 to G4: what they share must be there, and each later one adds some. */
export const GST_COLUMNS = {
  subOrderNo: key('sub_order_num'),
  orderedOn: key('order_date'),
  hsn: text('hsn_code'),
  gstRate: key('gst_rate'),
  taxable: money('total_taxable_sale_value'),
  tax: money('tax_amount'),
  invoice: money('total_invoice_value'),
  taxableShipping: money('taxable_shipping'),
  state: text('end_customer_state_new'),
  status: added('order_status'),
  pin: added('end_customer_pin'),
  gstin: added('gstin'),
  quantity: added('quantity'),
  returnedOn: added('cancel_return_date'),
  financialYear: added('financial_year'),
  monthNumber: added('month_number'),
  supplierId: added('supplier_id'),
  manifestedOn: added('manifest_date'),
  transactionType: added('transaction_type'),
  operatorGstin: added('eco_tcs_gstin'),
}

/** G1 has prices in place of taxable values, and neither rate nor HSN. */
export const OLDEST_GST_COLUMNS = {
  subOrderNo: key('sub_order_num'),
  orderedOn: key('order_date'),
  status: text('order_status'),
  state: text('state'),
  tax: money('gst_amount'),
  price: money('meesho_price'),
  shipping: money('shipping_charges_total'),
  invoice: money('price'),
  pin: added('pin'),
}

type GstColumns = Columns<typeof GST_COLUMNS>

const ABSENT: GstColumns = {
  subOrderNo: -1,
  orderedOn: -1,
  hsn: -1,
  gstRate: -1,
  taxable: -1,
  tax: -1,
  invoice: -1,
  taxableShipping: -1,
  state: -1,
  status: -1,
  pin: -1,
  gstin: -1,
  quantity: -1,
  returnedOn: -1,
  financialYear: -1,
  monthNumber: -1,
  supplierId: -1,
  manifestedOn: -1,
  transactionType: -1,
  operatorGstin: -1,
}

export async function recogniseGst(sheet: Sheet): Promise<Recognition> {
  const { header, hints } = sheet
  const at = resolveColumns(header, GST_COLUMNS)
  const isReturn = header.keys.includes('cancel return date') || isNamedGstReturn(hints.names)
  const kind = isReturn ? 'gst.returns' : 'gst.sales'
  if (isColumnTrouble(at)) return quarantined(sheet, kind, at, supplierOf(sheet, -1))
  return recogniseLines(sheet, at, kind, layoutOf(at))
}

export async function recogniseOldestGst(sheet: Sheet): Promise<Recognition> {
  const kind = isNamedGstReturn(sheet.hints.names) ? 'gst.returns' : 'gst.sales'
  const found = resolveColumns(sheet.header, OLDEST_GST_COLUMNS)
  if (isColumnTrouble(found)) return quarantined(sheet, kind, found)
  const { price: _price, shipping: _shipping, ...shared } = found
  return recogniseLines(sheet, { ...ABSENT, ...shared }, kind, 'G1')
}

async function recogniseLines(
  sheet: Sheet,
  at: GstColumns,
  kind: 'gst.sales' | 'gst.returns',
  layout: string,
): Promise<Recognition> {
  const supplierId = supplierOf(sheet, at.supplierId)
  const orders = await dateOrdersOf(sheet, [at.orderedOn, at.returnedOn, at.manifestedOn])
  const named = gstMonthNamed(sheet.hints.names)
  const read = gstReader(sheet.header, at, orders, { supplierId, named })
  const report = { layout, snapshotOn: undefined, read }
  return kind === 'gst.sales'
    ? recognised(sheet, at, { kind, ...report }, supplierId)
    : recognised(sheet, at, { kind, ...report }, supplierId)
}

function layoutOf(at: GstColumns): string {
  if (at.manifestedOn >= 0) return 'G4'
  return at.supplierId >= 0 ? 'G3' : 'G2'
}

/** The rows say it best, then the sheet, which the panel names after the supplier; then the file. */
function supplierOf({ header, table, hints }: Sheet, column: number): SupplierId | undefined {
  const written = header.data
    .filter(({ cells }) => cells.some((cell) => parseSubOrderNo(cell.trim()) !== undefined))
    .map(({ cells }) => parseSupplierId((cells[column] ?? '').trim()))
  return (
    written.find((id) => id !== undefined) ??
    parseSupplierId(table.name) ??
    supplierIdOf(hints.names)
  )
}

type File = {
  readonly supplierId: SupplierId | undefined
  /** The month in the file's name. */
  readonly named: BusinessMonth | undefined
}

/** Sales and returns are read alike; the kind of the report says which they are. */
type ReadGstRow = (row: Row) => GstLine | RejectedRow | undefined

export function gstReader(
  header: Header,
  at: GstColumns,
  dateOrders: DateOrders,
  file: File,
): ReadGstRow {
  return rowReader(header, dateOrders, (cells) => readLine(cells, at, file))
}

function readLine(cells: RowCells, at: GstColumns, file: File): ReturnType<ReadGstRow> {
  const subOrderNo = subOrderNoIn(cells, at.subOrderNo)
  if (subOrderNo === undefined) return cells.stopped
  stopIfShifted(cells)
  const supplierId = codeIn(cells, at.supplierId)
  if (!isMissing(supplierId) && file.supplierId !== undefined && supplierId !== file.supplierId)
    stopRow(cells, at.supplierId, 'This row is of another supplier than the rest of the file.')
  const orderedOn = dayIn(cells, at.orderedOn)
  const returnedOn = dayIn(cells, at.returnedOn)
  const month = monthIn(cells, at, file.named, returnedOn ?? orderedOn)
  if (month === undefined)
    return stopRow(cells, at.orderedOn, 'Neither this row nor the file’s name says its month.')
  const [taxable, tax] = [microIn(cells, at.taxable), microIn(cells, at.tax)]
  const gstRateBps = gstRateIn(cells, at.gstRate)
  const line: GstLine = {
    subOrderNo,
    month,
    orderedOn,
    returnedOn,
    manifestedOn: dayIn(cells, at.manifestedOn),
    quantity: signedQuantityIn(cells, at.quantity),
    gstRateBps,
    taxable,
    tax,
    invoice: microIn(cells, at.invoice),
    taxableShipping: microIn(cells, at.taxableShipping),
    isTaxTruncated: isTaxTruncated(taxable, tax, gstRateBps),
    hsn: hsnIn(cells, at.hsn),
    stateText: textIn(cells, at.state),
    gstin: optionalCodeIn(cells, at.gstin),
    operatorGstin: parseGstin(optionalCodeIn(cells, at.operatorGstin)),
    status: optionalCodeIn(cells, at.status),
    transactionType: optionalCodeIn(cells, at.transactionType),
  }
  return cells.stopped ?? line
}

/** The month to file the row in: its own columns, else the file's name, else the month of its day. */
function monthIn(
  cells: RowCells,
  at: GstColumns,
  named: BusinessMonth | undefined,
  day: BusinessDate | undefined,
): BusinessMonth | undefined {
  const month = parseDecimal(codeIn(cells, at.monthNumber), 0) ?? 0
  const yearText = codeIn(cells, at.financialYear)
  const year = Number(/^\d{4}/.exec(yearText)?.[0])
  const own = day === undefined ? undefined : monthOf(day)
  if (month < 1 || month > 12 || Number.isNaN(year)) return named ?? own
  if (month >= 4) return monthText(year, month)
  return earlyMonth(month, { year, isSpan: yearText.length > 4 }, named, own)
}

/**
 * January to March: a year written as one number may be the one that the financial year begins in, or the
 * calendar's. The file's name decides, and without it the row: nothing is filed before it happened.
 */
function earlyMonth(
  month: number,
  { year, isSpan }: { readonly year: number; readonly isSpan: boolean },
  named: BusinessMonth | undefined,
  own: BusinessMonth | undefined,
): BusinessMonth | undefined {
  const [sameYear, nextYear] = [monthText(year, month), monthText(year + 1, month)]
  if (isSpan) return nextYear
  if (named !== undefined && (named === sameYear || named === nextYear)) return named
  return own !== undefined && (sameYear ?? own) < own ? nextYear : sameYear
}

function monthText(year: number, month: number): BusinessMonth | undefined {
  return parseBusinessMonth(`${year}-${String(month).padStart(2, '0')}`)
}

/** Nothing for a blank and for the word `null`, which the panel writes where it does not know. */
function microIn(cells: RowCells, column: number): MicroRupees | undefined {
  const amount = codeIn(cells, column)
  if (isMissing(amount)) return undefined
  const parsed = parseMicroRupees(amount)
  if (parsed === undefined) stopRow(cells, column, 'This is not an amount in rupees.')
  return parsed
}

/** Whole, and of either sign: a returns report of 2025 has −2. */
function signedQuantityIn(cells: RowCells, column: number): number | undefined {
  const count = codeIn(cells, column)
  if (isMissing(count)) return undefined
  const parsed = parseDecimal(count, 0)
  if (parsed === undefined) stopRow(cells, column, 'A quantity is a whole number.')
  return parsed
}

function hsnIn(cells: RowCells, column: number): string {
  // A spreadsheet program makes 6204 out of '6204, and 6204.0 out of that.
  return optionalCodeIn(cells, column).replace(/\.0+$/, '')
}
