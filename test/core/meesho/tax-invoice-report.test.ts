import { recogniseReport } from '#core/meesho/recognise-report'
import { readAll, tableOf } from '#test/support/table'
import { expect, test } from 'vitest'
import { hintsOf } from './sample-files'

const NAMES = ['Type', 'Order Date', 'Suborder No.', 'Product Description', 'HSN', 'Invoice No.']
const ROW = [
  'INVOICE',
  '2026-03-04 11:20:31',
  '259000000000000001_1',
  'Cotton Saree – blue - Free Size',
  '540710',
  'ffzkv26123',
]

async function read(rows: string[][]) {
  const table = tableOf(rows, 'Invoice_Info')
  const recognition = await recogniseReport(table, hintsOf(['1148774_2026-03-01_TAX_INVOICE.zip']))
  if (recognition.status !== 'recognised' || recognition.report.kind !== 'tax_invoices')
    throw new Error(JSON.stringify(recognition))
  return { report: recognition.report, ...(await readAll(table, recognition.report)) }
}

test('invoices, credit notes and discount notes are told apart', async () => {
  const { records, report } = await read([
    NAMES,
    ROW,
    ROW.with(0, 'CREDIT NOTE').with(5, 'ffzkv26C7'),
    ROW.with(0, 'CREDIT_DISCOUNT').with(5, 'ffzkv26CM2'),
    ROW.with(0, 'DEBIT NOTE').with(5, 'ffzkv26D1'),
  ])
  expect(report.supplierId).toBe('1148774')
  expect(records.map(({ type }) => type)).toEqual([
    'invoice',
    'credit_note',
    'discount_note',
    'unknown',
  ])
  expect(records[0]).toEqual({
    invoiceNo: 'ffzkv26123',
    type: 'invoice',
    typeText: 'INVOICE',
    subOrderNo: '259000000000000001_1',
    orderedOn: '2026-03-04',
    description: 'Cotton Saree – blue - Free Size',
    hsn: '540710',
  })
})

test.each([
  [2, '259000000000000001', 'Suborder No.'],
  [1, '', 'Order Date'],
  [5, '', 'Invoice No.'],
])('a row whose cell %i is “%s” is rejected', async (column, text, title) => {
  const { records, rejected } = await read([NAMES, ROW.with(column, text)])
  expect(records).toEqual([])
  expect(rejected).toMatchObject([{ column: title }])
})
