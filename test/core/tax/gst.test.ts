import { microRupees } from '#core/money/micro-rupees'
import { groupGst, type GstSum, netOfReturns, totalGst } from '#core/tax/gst'
import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'

const rupees = (value: number) => microRupees(value * 1_000_000)
const sumOf = (rest: Partial<GstSum>): GstSum => ({
  kind: 'sale',
  stateText: 'KARNATAKA',
  hsn: '6204',
  gstRateBps: 5_00,
  rows: 1,
  quantity: 1,
  taxable: rupees(100),
  ...rest,
})

test('returns are taken off their sales, and the tax is reckoned from what is left', () => {
  const rows = netOfReturns([
    sumOf({ rows: 3, quantity: 3, taxable: rupees(300) }),
    sumOf({ kind: 'return', taxable: rupees(100) }),
  ])
  expect(rows).toEqual([
    {
      state: 'KARNATAKA',
      hsn: '6204',
      gstRateBps: 5_00,
      salesRows: 3,
      returnRows: 1,
      quantity: 2,
      taxableSales: rupees(300),
      taxableReturns: rupees(100),
      taxable: rupees(200),
      tax: rupees(10),
    },
  ])
})

test('a discount lowers the value and no quantity; its reversal raises it again', () => {
  const discount = sumOf({ quantity: 0, taxable: rupees(-10) })
  const reversal = sumOf({ kind: 'return', quantity: 0, taxable: rupees(10) })
  expect(netOfReturns([sumOf({}), discount])).toMatchObject([{ quantity: 1, taxable: rupees(90) }])
  expect(netOfReturns([sumOf({}), discount, reversal])).toMatchObject([{ taxable: rupees(80) }])
})

test('old and new names of a state are one row; rates and HSN are their own', () => {
  const rows = netOfReturns([
    sumOf({ stateText: 'ORISSA' }),
    sumOf({ stateText: 'Odisha' }),
    sumOf({ stateText: 'ODISHA', gstRateBps: 18_00 }),
    sumOf({ stateText: 'ODISHA', hsn: '61' }),
  ])
  expect(
    rows.map(({ state, hsn, gstRateBps, quantity }) => [state, hsn, gstRateBps, quantity]),
  ).toEqual([
    ['ODISHA', '61', 5_00, 1],
    ['ODISHA', '6204', 5_00, 2],
    ['ODISHA', '6204', 18_00, 1],
  ])
})

test('a return whose sale was in an earlier month makes the row negative', () => {
  expect(netOfReturns([sumOf({ kind: 'return' })])).toMatchObject([
    { quantity: -1, taxable: rupees(-100), tax: rupees(-5) },
  ])
})

test('a quantity that a report does not have is unknown, and never nought', () => {
  const rows = netOfReturns([sumOf({}), sumOf({ quantity: undefined }), sumOf({ hsn: '61' })])
  expect(rows.map(({ hsn, quantity }) => [hsn, quantity])).toEqual([
    ['61', 1],
    ['6204', undefined],
  ])
  expect(totalGst(rows).quantity).toBeUndefined()
})

test('rates are in the order of their numbers', () => {
  const rows = netOfReturns([18_00, 5_00, 0].map((gstRateBps) => sumOf({ gstRateBps })))
  expect(groupGst(rows, 'gstRateBps').map(({ key }) => key)).toEqual(['0', '500', '1800'])
})

test('by rate, by state and by HSN it is the same money', () => {
  const sums = array(
    record({
      kind: constantFrom('sale' as const, 'return' as const),
      stateText: constantFrom('ORISSA', 'Odisha', 'KERALA', 'PONDICHERRY', 'ATLANTIS'),
      hsn: constantFrom('61', '6204', '62046300'),
      gstRateBps: constantFrom(0, 3_00, 5_00, 12_00, 18_00),
      rows: integer({ min: 1, max: 5 }),
      quantity: integer({ min: 0, max: 5 }),
      taxable: integer({ min: -1e9, max: 1e9 }).map(microRupees),
    }),
  )
  assert(
    property(sums, (all) => {
      const rows = netOfReturns(all)
      const total = totalGst(rows)
      const given = all.reduce(
        (net, { kind, taxable }) => net + (kind === 'sale' ? taxable : -taxable),
        0,
      )
      expect(total.taxable).toBe(given + 0)
      for (const side of ['state', 'hsn', 'gstRateBps'] as const) {
        const groups = groupGst(rows, side)
        for (const column of [
          'taxable',
          'taxableSales',
          'taxableReturns',
          'tax',
          'quantity',
          'salesRows',
          'returnRows',
        ] as const)
          expect(groups.reduce((sum, group) => sum + group[column]!, 0)).toBe(total[column]! + 0)
      }
    }),
  )
})
