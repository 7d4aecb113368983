import { microRupees } from '#core/money/micro-rupees'
import { netOfReturns, type GstSum } from '#core/tax/gst'
import { stateCodeOf, table12, table14, table31, table7, table8 } from '#core/tax/gstr1'
import { expect, test } from 'vitest'

const rupees = (value: number) => microRupees(Math.round(value * 1_000_000))
const saleOf = (rest: Partial<GstSum>): GstSum => ({
  kind: 'sale',
  stateText: 'KARNATAKA',
  hsn: '6204',
  gstRateBps: 5_00,
  rows: 1,
  quantity: 1,
  taxable: rupees(1_000),
  ...rest,
})

// A seller in Gujarat, 24: one sale at home, two abroad, one of them returned in part, and one nil rated.
const ROWS = netOfReturns([
  saleOf({ stateText: 'GUJARAT', taxable: rupees(1_000.5) }),
  saleOf({ quantity: 3, taxable: rupees(3_000) }),
  saleOf({ kind: 'return' }),
  saleOf({ gstRateBps: 18_00, hsn: '3926', taxable: rupees(500) }),
  saleOf({ gstRateBps: 0, hsn: '4901', taxable: rupees(200) }),
  saleOf({ gstRateBps: 0, hsn: '4901', stateText: 'Gujarat', taxable: rupees(50) }),
])
const HOME = '24'

test('table 7 has a row for each place and rate: halves at home, IGST elsewhere, net of returns', () => {
  expect(table7(ROWS, HOME)).toEqual([
    // 5 % of 1,000.50 is 50.025: half is 25.0125.
    {
      part: '7A',
      gstRateBps: 5_00,
      placeOfSupply: '24-GUJARAT',
      taxable: 1_000_50,
      igst: 0,
      cgst: 25_01,
      sgst: 25_01,
    },
    {
      part: '7B',
      gstRateBps: 5_00,
      placeOfSupply: '29-KARNATAKA',
      taxable: 2_000_00,
      igst: 100_00,
      cgst: 0,
      sgst: 0,
    },
    {
      part: '7B',
      gstRateBps: 18_00,
      placeOfSupply: '29-KARNATAKA',
      taxable: 500_00,
      igst: 90_00,
      cgst: 0,
      sgst: 0,
    },
  ])
})

test('a place that is no state is shown by its name, as another state', () => {
  const rows = netOfReturns([saleOf({ stateText: 'ATLANTIS' })])
  expect(table7(rows, HOME)).toMatchObject([{ part: '7B', placeOfSupply: 'ATLANTIS', igst: 50_00 }])
})

test('table 8 has what is nil rated, elsewhere and at home', () => {
  expect(table8(ROWS, HOME)).toEqual([
    { part: '8C', nilRated: 200_00 },
    { part: '8D', nilRated: 50_00 },
  ])
  expect(table8([], HOME)).toEqual([
    { part: '8C', nilRated: 0 },
    { part: '8D', nilRated: 0 },
  ])
})

test('table 12 has a row for each HSN and rate', () => {
  expect(table12(ROWS, HOME)).toMatchObject([
    { hsn: '3926', quantity: 1, gstRateBps: 18_00, taxable: 500_00, totalValue: 590_00 },
    { hsn: '4901', quantity: 2, gstRateBps: 0, taxable: 250_00, totalValue: 250_00 },
    {
      hsn: '6204',
      uqc: 'PCS-PIECES',
      quantity: 3,
      gstRateBps: 5_00,
      taxable: 3_000_50,
      igst: 100_00,
      cgst: 25_01,
      sgst: 25_01,
      totalValue: 3_150_52,
    },
  ])
})

test('table 14 has all supplies through the marketplace, and 3.1 tells the taxed from the nil rated', () => {
  expect(table14([{ operatorGstin: undefined, rows: ROWS }], HOME)).toEqual([
    {
      part: '14(a)',
      operatorGstin: undefined,
      taxable: 3_750_50,
      igst: 190_00,
      cgst: 25_01,
      sgst: 25_01,
    },
  ])
  expect(table14([], HOME)).toEqual([])
  expect(table14([{ operatorGstin: undefined, rows: [] }], HOME)).toEqual([])
  expect(table31(ROWS, HOME)).toEqual([
    { part: '(a)', taxable: 3_500_50, igst: 190_00, cgst: 25_01, sgst: 25_01 },
    { part: '(c)', taxable: 250_00, igst: 0, cgst: 0, sgst: 0 },
  ])
})

const sum = (rows: readonly { taxable: number }[]) =>
  rows.reduce((total, { taxable }) => total + taxable, 0)

test('tables 7 and 8 together are table 12, and table 12 is table 14', () => {
  const nil = table8(ROWS, HOME).reduce((total, { nilRated }) => total + nilRated, 0)
  expect(sum(table7(ROWS, HOME)) + nil).toBe(sum(table12(ROWS, HOME)))
  expect(sum(table12(ROWS, HOME))).toBe(
    sum(table14([{ operatorGstin: undefined, rows: ROWS }], HOME)),
  )
})

test('a GSTIN begins with its state', () => {
  expect(stateCodeOf('24AAAAA0000A1Z5')).toBe('24')
  expect(stateCodeOf(' 24aaaaa0000a1z5 ')).toBe('24')
  expect(stateCodeOf('24AAAAA0000A1Z')).toBeUndefined()
  expect(stateCodeOf('')).toBeUndefined()
})
