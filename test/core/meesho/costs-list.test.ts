import { ALWAYS } from '#core/costs/unit-cost'
import { recogniseReport } from '#core/meesho/recognise-report'
import { readAll, tableOf } from '#test/support/table'
import { expect, test } from 'vitest'
import { hintsOf } from './sample-files'

const recognise = (rows: string[][]) => recogniseReport(tableOf(rows), hintsOf(['costs.csv']))

async function read(rows: string[][]) {
  const recognition = await recognise(rows)
  if (recognition.status !== 'recognised' || recognition.report.kind !== 'costs')
    throw new Error(JSON.stringify(recognition))
  return readAll(tableOf(rows), recognition.report)
}

const TEMPLATE = ['SKU', 'Cost', 'Packaging', 'Effective From']

test('a cost is read to the paisa, with its packaging and the day it begins', async () => {
  const { records } = await read([TEMPLATE, ['B7,"odd"-03', '154.18', '10', '2026-06-01']])
  expect(records).toEqual([
    { sku: 'B7,"odd"-03', effectiveFrom: '2026-06-01', cost: 154_18, packaging: 10_00 },
  ])
})

test('a blank is unknown, a written 0 is 0, and a row that says neither is rejected', async () => {
  const { records, rejected } = await read([
    TEMPLATE,
    ['S-1', '0', '', '2026-06-01'],
    ['S-2', '', '5', '2026-06-01'],
    ['S-3', '', '-', '2026-06-01'],
  ])
  expect(records).toMatchObject([
    { sku: 'S-1', cost: 0, packaging: undefined },
    { sku: 'S-2', cost: undefined, packaging: 5_00 },
  ])
  expect(rejected).toMatchObject([{ row: 4, column: 'Cost' }])
})

test('a cost without a day has always been so', async () => {
  expect((await read([TEMPLATE, ['S-1', '5', '', '']])).records).toMatchObject([
    { effectiveFrom: ALWAYS },
  ])
  expect(
    (
      await read([
        ['SKU', 'Cost'],
        ['S-1', '5'],
      ])
    ).records,
  ).toMatchObject([{ effectiveFrom: ALWAYS, packaging: undefined }])
})

test.each([
  [['Seller SKU', 'Cost Price (₹)', 'Packing Charges', 'With effect from']],
  [['sku id', 'UNIT COST', 'packaging cost', 'From']],
  [['SKU', 'Cost in Rs.', 'Packing', 'Start Date']],
])('sellers’ own names for the columns are understood: %s', async (names) => {
  const notes = ['Note', 'Selling Price', 'MRP']
  const rows = [
    ['My costs'],
    [...names, ...notes],
    ['S-1', '₹1,200.50', '7', '2026-06-01', 'old stock', '1999', '2999'],
  ]
  expect((await read(rows)).records).toEqual([
    { sku: 'S-1', effectiveFrom: '2026-06-01', cost: 1_200_50, packaging: 7_00 },
  ])
})

test('an average with endless decimals is rounded to the paisa', async () => {
  const { records } = await read([TEMPLATE, ['S-1', '207.8666666666667', '', '']])
  expect(records).toMatchObject([{ cost: 207_87 }])
})

test('one SKU may have several days, and the same row twice is no contradiction', async () => {
  const { records, rejected } = await read([
    TEMPLATE,
    ['S-1', '5', '', '2026-06-01'],
    ['S-1', '6', '', '2026-07-01'],
    ['S-1', '5', '', '2026-06-01'],
    ['S-1', '7', '', '2026-06-01'],
    ['s-1', '9', '', '2026-06-01'],
  ])
  expect(records).toHaveLength(4)
  expect(rejected).toMatchObject([{ row: 5, column: 'Cost', text: '7' }])
})

test.each([
  ['a negative cost', ['S-1', '-5', '', ''], 'Cost'],
  ['more than a crore', ['S-1', '10000000.01', '', ''], 'Cost'],
  ['words for a cost', ['S-1', 'five', '', ''], 'Cost'],
  ['words for packaging', ['S-1', '5', 'box', ''], 'Packaging'],
  ['a day that could be two', ['S-1', '5', '', '01-06-2026'], 'Effective From'],
  ['a day that is none', ['S-1', '5', '', 'June'], 'Effective From'],
  ['no SKU', ['', '5', '', ''], 'SKU'],
  ['a SKU replaced by an error', ['#NAME?', '5', '', ''], 'SKU'],
])('%s is rejected', async (_, row, column) => {
  const { records, rejected } = await read([TEMPLATE, row])
  expect(records).toEqual([])
  expect(rejected).toMatchObject([{ row: 2, column }])
})

test('days written day first are read where another row proves the order', async () => {
  const { records } = await read([
    TEMPLATE,
    ['S-1', '5', '', '01-06-2026'],
    ['S-2', '5', '', '15-06-2026'],
  ])
  expect(records.map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2026-06-01', '2026-06-15'])
})

test('two columns that could both be the cost hold the list back', async () => {
  expect(
    await recognise([
      ['SKU', 'Cost', 'Purchase Price'],
      ['S-1', '5', '6'],
    ]),
  ).toMatchObject({
    status: 'quarantined',
    kind: 'costs',
    code: 'columns-unknown',
    detail: expect.stringContaining('“Purchase Price”'),
  })
})

test('a table without a cost is no list of costs', async () => {
  expect(
    await recognise([
      ['SKU', 'Selling Price'],
      ['S-1', '5'],
    ]),
  ).toEqual({
    status: 'unrecognised',
  })
})
