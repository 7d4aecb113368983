import { type TaxInvoice, taxInvoiceTypeOf } from '../tax/tax-invoice'
import {
  codeIn,
  type DateOrders,
  idIn,
  requiredDayIn,
  type RowCells,
  rowReader,
  stopIfShifted,
  stopRow,
  subOrderNoIn,
  textIn,
} from './cells'
import { key, text } from './columns'
import { type Columns, type Header, isColumnTrouble, resolveColumns } from './headers'
import type { ReadRow, Recognition } from './report'
import { dateOrdersOf, quarantined, recognised, type Sheet } from './sheet'

export const TAX_INVOICE_COLUMNS = {
  type: key('Type'),
  orderedOn: key('Order Date'),
  subOrderNo: key('Suborder No.'),
  description: text('Product Description'),
  hsn: text('HSN'),
  invoiceNo: key('Invoice No.'),
}

type TaxInvoiceColumns = Columns<typeof TAX_INVOICE_COLUMNS>

export async function recogniseTaxInvoices(sheet: Sheet): Promise<Recognition> {
  const at = resolveColumns(sheet.header, TAX_INVOICE_COLUMNS)
  if (isColumnTrouble(at)) return quarantined(sheet, 'tax_invoices', at)
  const orders = await dateOrdersOf(sheet, [at.orderedOn])
  const read = taxInvoicesReader(sheet.header, at, orders)
  return recognised(sheet, at, { kind: 'tax_invoices', layout: 'I1', snapshotOn: undefined, read })
}

export function taxInvoicesReader(
  header: Header,
  at: TaxInvoiceColumns,
  dateOrders: DateOrders,
): ReadRow<'tax_invoices'> {
  return rowReader(header, dateOrders, (cells) => readInvoice(cells, at))
}

function readInvoice(cells: RowCells, at: TaxInvoiceColumns): ReturnType<ReadRow<'tax_invoices'>> {
  const subOrderNo = subOrderNoIn(cells, at.subOrderNo)
  if (subOrderNo === undefined) return cells.stopped
  stopIfShifted(cells)
  const invoiceNo = idIn(cells, at.invoiceNo)
  if (invoiceNo === '') return stopRow(cells, at.invoiceNo, 'This row has no invoice number.')
  const orderedOn = requiredDayIn(cells, at.orderedOn)
  if (orderedOn === undefined) return cells.stopped
  const typeText = textIn(cells, at.type)
  const invoice: TaxInvoice = {
    invoiceNo,
    type: taxInvoiceTypeOf(typeText),
    typeText,
    subOrderNo,
    orderedOn,
    description: textIn(cells, at.description),
    hsn: codeIn(cells, at.hsn),
  }
  return cells.stopped ?? invoice
}
