import { recogniseReport } from '#core/meesho/recognise-report'
import { readAll, tableOf } from '#test/support/table'
import { expect, test } from 'vitest'
import { hintsOf } from './sample-files'

const G3 = {
  identifier: 'ffzkv',
  sup_name: 'Asha Textiles',
  gstin: '24ABCDE1234F1Z5',
  sub_order_num: '259000000000000001_1',
  order_date: '2025-08-14',
  hsn_code: '6204',
  quantity: '1',
  gst_rate: '18.00',
  total_taxable_sale_value: '596.6101694915254',
  tax_amount: '107.38983050847457',
  total_invoice_value: '704.0',
  taxable_shipping: '46.610169491525426',
  end_customer_state_new: 'UTTAR PRADESH',
  enrollment_no: '',
  financial_year: '2025',
  month_number: '8',
  supplier_id: '1148774',
}

type Cells = Record<string, string>

const without = (cells: Cells, ...names: string[]): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([name]) => !names.includes(name)))

async function recognise(rows: readonly Cells[], names = ['a.xlsx'], sheet = 'Sheet1') {
  const titles = Object.keys(rows[0]!)
  const table = tableOf([titles, ...rows.map((row) => titles.map((title) => row[title]!))], sheet)
  return { table, recognition: await recogniseReport(table, hintsOf(names)) }
}

async function read(rows: readonly Cells[], names?: string[], sheet?: string) {
  const { table, recognition } = await recognise(rows, names, sheet)
  if (recognition.status !== 'recognised') throw new Error(JSON.stringify(recognition))
  const { report } = recognition
  if (report.kind !== 'gst.sales' && report.kind !== 'gst.returns')
    throw new Error(`It is ${report.kind}`)
  return { report, ...(await readAll<'gst.sales'>(table, report as never)) }
}

test('a sale is read to the millionth of a rupee, and files without the seller’s name', async () => {
  const { records, report } = await read([G3])
  expect(report).toMatchObject({ kind: 'gst.sales', layout: 'G3', supplierId: '1148774' })
  expect(records).toEqual([
    {
      subOrderNo: '259000000000000001_1',
      month: '2025-08',
      orderedOn: '2025-08-14',
      returnedOn: undefined,
      manifestedOn: undefined,
      quantity: 1,
      gstRateBps: 18_00,
      taxable: 596_610_169,
      tax: 107_389_831,
      invoice: 704_000_000,
      taxableShipping: 46_610_169,
      isTaxTruncated: false,
      hsn: '6204',
      stateText: 'UTTAR PRADESH',
      gstin: '24ABCDE1234F1Z5',
      status: '',
      operatorGstin: undefined,
      transactionType: '',
    },
  ])
})

test('a return has its own day and is positive', async () => {
  const { records, report } = await read([{ ...G3, cancel_return_date: '2025-08-29' }])
  expect(report.kind).toBe('gst.returns')
  expect(records).toMatchObject([{ returnedOn: '2025-08-29', taxable: 596_610_169 }])
})

test('the layout of March 2026 has a manifest day and the number of who collects', async () => {
  const { records, report } = await read([
    { ...G3, manifest_date: 'null', transaction_type: '', eco_tcs_gstin: '29AAICM' },
  ])
  expect(report.layout).toBe('G4')
  expect(records[0]!.manifestedOn).toBeUndefined()
})

test('a discount after the sale is a row of quantity 0 and a negative value', async () => {
  const discount = {
    ...G3,
    quantity: '0',
    total_taxable_sale_value: '-9.523809523809524',
    tax_amount: '-0.47619047619047616',
    total_invoice_value: '-10.0',
    taxable_shipping: '0.0',
    gst_rate: '5.00',
  }
  expect((await read([discount])).records).toMatchObject([
    { quantity: 0, taxable: -9_523_810, tax: -476_190, invoice: -10_000_000, taxableShipping: 0 },
  ])
})

test('the word null is unknown and not zero; a quantity may be negative', async () => {
  const row = { ...G3, total_taxable_sale_value: 'null', tax_amount: 'null', quantity: '-2' }
  const { records } = await read([row])
  expect(records[0]).toMatchObject({ quantity: -2, invoice: 704_000_000 })
  expect([records[0]!.taxable, records[0]!.tax]).toEqual([undefined, undefined])
})

test('tax that was cut to whole rupees is marked', async () => {
  const cut = { ...G3, gst_rate: '12.00', total_taxable_sale_value: '536.6', tax_amount: '64' }
  expect((await read([cut])).records).toMatchObject([{ tax: 64_000_000, isTaxTruncated: true }])
})

test.each([
  ['a month after March', { financial_year: '2025', month_number: '8' }, '2025-08-14', '2025-08'],
  [
    'January of the year that the file means as the calendar’s',
    { financial_year: '2026', month_number: '1' },
    '2025-12-20',
    '2026-01',
  ],
  [
    'January of the financial year before',
    { financial_year: '2025', month_number: '1' },
    '2025-12-20',
    '2026-01',
  ],
  [
    'January of a year written as a span',
    { financial_year: '2025-26', month_number: '1' },
    '2026-01-02',
    '2026-01',
  ],
])('%s is the month to file in', async (_, columns, orderedOn, month) => {
  const { records } = await read([{ ...G3, ...columns, order_date: orderedOn }])
  expect(records[0]!.month).toBe(month)
})

test('without columns of its own the file’s name says the month, and without a name the row’s day', async () => {
  const bare = without(G3, 'financial_year', 'month_number', 'supplier_id')
  const named = await read([bare], ['gst_1148774_9_2025.zip', 'tcs_sales.xlsx'])
  expect(named.records[0]!.month).toBe('2025-09')
  expect(named.report).toMatchObject({ layout: 'G2', supplierId: '1148774' })
  expect((await read([bare])).records[0]!.month).toBe('2025-08')
})

test('a renamed file says its supplier by its rows, then by its sheet', async () => {
  const renamed = ['gst_999999_8_2025.zip', 'tcs_sales.xlsx']
  expect((await read([G3], renamed, '1148774')).report.supplierId).toBe('1148774')
  const bare = without(G3, 'supplier_id')
  expect((await read([bare], renamed, '2454257')).report.supplierId).toBe('2454257')
  expect((await read([bare], renamed)).report.supplierId).toBe('999999')
})

test('a row of another supplier is rejected', async () => {
  const { records, rejected } = await read([G3, { ...G3, supplier_id: '2454257' }])
  expect(records).toHaveLength(1)
  expect(rejected).toMatchObject([{ row: 3, column: 'supplier_id', text: '2454257' }])
})

test('the reports of 2022 have a price and its tax, and neither rate nor HSN', async () => {
  const row = {
    order_date: '2022-08-04',
    sub_order_num: '159000000001_1',
    order_status: 'Delivered',
    state: 'Gujarat',
    pin: '380001',
    gst_amount: '25.19',
    meesho_price: '488.0',
    shipping_charges_total: '41.0',
    price: '529.0',
  }
  const { records, report } = await read([row], ['ForwardReports.csv'])
  expect(report).toMatchObject({ kind: 'gst.sales', layout: 'G1' })
  expect(records).toMatchObject([
    { month: '2022-08', tax: 25_190_000, invoice: 529_000_000, status: 'Delivered', hsn: '' },
  ])
  expect(records[0]!.taxable).toBeUndefined()
  expect(JSON.stringify(records)).not.toContain('380001')
  expect((await read([row], ['ReverseReports.csv'])).report.kind).toBe('gst.returns')
})

test.each([
  ['a value that is no amount', { total_invoice_value: 'lots' }, 'total_invoice_value'],
  ['a rate that no product has', { gst_rate: '0.05' }, 'gst_rate'],
  ['half a unit', { quantity: '1.5' }, 'quantity'],
  ['a sub-order that was shortened', { sub_order_num: '2.59E+17' }, 'sub_order_num'],
])('a row with %s is rejected', async (_, changes, column) => {
  const { records, rejected } = await read([{ ...G3, ...changes }])
  expect(records).toEqual([])
  expect(rejected).toMatchObject([{ row: 2, column }])
})

test('a new money column, or a lost one, holds the report back', async () => {
  const extra = await recognise([{ ...G3, cess_amount: '1.0' }])
  expect(extra.recognition).toMatchObject({
    status: 'quarantined',
    kind: 'gst.sales',
    code: 'columns-unknown',
  })
  const lost = await recognise([without(G3, 'tax_amount')])
  expect(lost.recognition).toMatchObject({ status: 'quarantined', code: 'columns-missing' })
})
