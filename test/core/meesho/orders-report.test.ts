import { recogniseReport } from '#core/meesho/recognise-report'
import { readAll, tableOf } from '#test/support/table'
import { expect, test } from 'vitest'
import { hintsOf } from './sample-files'

const O1 = [
  'Reason for Credit Entry',
  'Sub Order No',
  'Order Date',
  'Customer State',
  'Product Name',
  'SKU',
  'Size',
  'Quantity',
  'Supplier Listed Price (Incl. GST + Commission)',
  'Supplier Discounted Price (Incl GST and Commision)',
]
const O2 = [...O1, 'Packet Id']
const O3 = [
  ...O1.slice(0, 2),
  'Catalog ID',
  'Order Date',
  'Order source',
  ...O1.slice(3),
  'Packet Id',
]

const CELLS: Record<string, string> = {
  'Reason for Credit Entry': 'DELIVERED',
  'Sub Order No': '259000000000000001_1',
  'Catalog ID': '83550819',
  'Order Date': '2026-06-01',
  'Order source': 'Ad order',
  'Customer State': 'Rajasthan',
  'Product Name': 'Wall Hook, Pack of 6 ',
  SKU: '00815',
  Size: 'Free Size',
  Quantity: '1',
  'Supplier Listed Price (Incl. GST + Commission)': '499.0',
  'Supplier Discounted Price (Incl GST and Commision)': '488.0',
  'Packet Id': 'TP9L5XNQ5QP1Y5U',
}

const rowOf = (header: string[], changes: Record<string, string> = {}) =>
  header.map((name) => changes[name] ?? CELLS[name] ?? '')

async function read(rows: string[][]) {
  const table = tableOf(rows)
  const recognition = await recogniseReport(table, hintsOf([]))
  if (recognition.status !== 'recognised') throw new Error(JSON.stringify(recognition))
  const { report } = recognition
  if (report.kind !== 'orders') throw new Error(report.kind)
  return {
    layout: report.layout,
    columns: report.columns,
    ...(await readAll<'orders'>(table, report)),
  }
}

test.each([
  ['O1', O1, 10, { packetId: '', catalogId: '', orderSource: '' }],
  ['O2', O2, 11, { packetId: 'TP9L5XNQ5QP1Y5U', catalogId: '', orderSource: '' }],
  ['O3', O3, 13, { packetId: 'TP9L5XNQ5QP1Y5U', catalogId: '83550819', orderSource: 'Ad order' }],
] as const)('layout %s', async (name, header, width, later) => {
  expect(header).toHaveLength(width)
  const { layout, records, rejected } = await read([[...header], rowOf([...header])])
  expect(layout).toBe(name)
  expect(rejected).toEqual([])
  expect(records).toEqual([
    {
      subOrderNo: '259000000000000001_1',
      status: 'DELIVERED',
      orderedOn: '2026-06-01',
      sku: '00815',
      productName: 'Wall Hook, Pack of 6',
      size: 'Free Size',
      quantity: 1,
      customerState: 'Rajasthan',
      listedPrice: 499_00,
      discountedPrice: 488_00,
      ...later,
    },
  ])
})

test('every figure names the column it came from, as the file writes it', async () => {
  const { columns } = await read([O3, rowOf(O3)])
  expect(columns).toMatchObject({
    discountedPrice: 'Supplier Discounted Price (Incl GST and Commision)',
    packetId: 'Packet Id',
  })
  expect(Object.keys((await read([O1, rowOf(O1)])).columns)).not.toContain('packetId')
})

test('a byte order mark, a blank price and a status in words do no harm', async () => {
  const header = [`\uFEFF${O2[0]}`, ...O2.slice(1)]
  const { records } = await read([
    header,
    rowOf(O2, {
      'Reason for Credit Entry': 'Rto complete',
      'Supplier Listed Price (Incl. GST + Commission)': '',
      'Packet Id': '',
    }),
  ])
  expect(records).toMatchObject([{ status: 'RTO_COMPLETE', listedPrice: undefined, packetId: '' }])
})

test.each([
  ['Sub Order No', '2.59E+17'],
  ['Sub Order No', '259000000000000001'],
  ['Sub Order No', ''],
  ['Order Date', ''],
  ['Order Date', 'soon'],
  ['Quantity', ''],
  ['Quantity', 'Free Size'],
  ['Quantity', '-1'],
  ['SKU', '#NAME?'],
  ['Supplier Listed Price (Incl. GST + Commission)', 'x'],
])('a row with %s “%s” is rejected, and the others are not', async (column, text) => {
  const { records, rejected } = await read([
    O2,
    rowOf(O2),
    rowOf(O2, { [column]: text }),
    rowOf(O2),
  ])
  expect(records).toHaveLength(2)
  expect(rejected).toMatchObject([{ row: 3, column, text }])
})

test('a row that a comma has moved by one cell is rejected, even where its cells would do', async () => {
  const moved = rowOf(O2, {
    'Product Name': 'Wall Hook',
    SKU: 'Pack of 6',
    Size: '00815',
    Quantity: '38',
  })
  const { records, rejected } = await read([O2, [...moved, 'TP9L5XNQ5QP1Y5U']])
  expect(records).toEqual([])
  expect(rejected).toMatchObject([{ row: 2, text: 'TP9L5XNQ5QP1Y5U' }])
  const padded = await read([O2, [...rowOf(O2), '', ' ']])
  expect(padded.records).toHaveLength(1)
})

test('sizes and states of one or two letters are no formula row', async () => {
  const short = { Size: 'XL', 'Customer State': 'UP', 'Product Name': 'A' }
  const { records } = await read([O2, rowOf(O2, short), rowOf(O2, short)])
  expect(records).toHaveLength(2)
})

test('two files joined by hand are one: the second header is no data', async () => {
  const { records, rejected } = await read([O2, rowOf(O2), [], O2, rowOf(O2)])
  expect(records).toHaveLength(2)
  expect(rejected).toEqual([])
})

test('rewritten dates that nothing proves are rejected with what to do', async () => {
  const { records, rejected } = await read([
    O2,
    rowOf(O2, { 'Order Date': '01-06-2026' }),
    rowOf(O2, { 'Order Date': '02-06-2026' }),
  ])
  expect(records).toEqual([])
  expect(rejected).toHaveLength(2)
  expect(rejected[0]!.reason).toBe(
    'A spreadsheet program has rewritten the dates of this file: 01-06-2026 could be 1 June or 6 January. Please download the file from the panel again and upload it without opening it in a spreadsheet program.',
  )
})

test('a day above 12 proves the order of the whole column, wherever it stands', async () => {
  const { records } = await read([
    O2,
    rowOf(O2, { 'Order Date': '01-06-2026' }),
    rowOf(O2, { 'Order Date': '13-06-2026' }),
  ])
  expect(records.map(({ orderedOn }) => orderedOn)).toEqual(['2026-06-01', '2026-06-13'])
})

test('a renamed price stops the report and a new column of words does not', async () => {
  const renamed = O2.map((name) => name.replace('Supplier Discounted Price', 'Offer Price'))
  expect(await recogniseReport(tableOf([renamed, rowOf(O2)]), hintsOf([]))).toMatchObject({
    status: 'quarantined',
    kind: 'orders',
    code: 'columns-missing',
  })
  const { records } = await read([
    [...O2, 'Courier'],
    [...rowOf(O2), 'Valmo'],
  ])
  expect(records).toHaveLength(1)
})
