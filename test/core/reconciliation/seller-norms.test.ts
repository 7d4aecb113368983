import { paise } from '#core/money/paise'
import {
  expectedSettlement,
  medianOf,
  type NormCount,
  NO_NORMS,
  normsOfLine,
  sellerNorms,
} from '#core/reconciliation/seller-norms'
import { expect, test } from 'vitest'
import { DELIVERED, factsOf, lineOf, orderOf, RETURNED } from './build-facts'

const counted = (value: number, count = 1) => ({ value, count })

test('the median of an odd number is the middle one, of an even number the lower of the two', () => {
  expect(medianOf([counted(9), counted(1), counted(5)])).toEqual({ value: 5, rows: 3 })
  expect(medianOf([counted(9), counted(1), counted(5), counted(7)])).toEqual({ value: 5, rows: 4 })
  expect(medianOf([counted(61_81, 20), counted(123_62, 1)])).toEqual({ value: 61_81, rows: 21 })
  expect(medianOf([counted(1, 2), counted(2, 3)])).toEqual({ value: 2, rows: 5 })
  expect(medianOf([])).toBeUndefined()
  expect(medianOf([counted(4, 0)])).toBeUndefined()
})

test('a delivered row tells three norms', () => {
  // 594.00 − 106.76 − 2.83 − 0.57 = 483.84; 483.84 of 594.00 is 81.45 %, 594.00 of 499.00 is 119.04 %.
  expect(normsOfLine(lineOf('Delivered', '2026-07-14', DELIVERED))).toEqual([
    { norm: 'shippingPerUnit', sku: 'SAREE-1', value: 106_76 },
    { norm: 'settlementPerSaleBps', sku: 'SAREE-1', value: 81_45 },
    { norm: 'salePerPriceBps', sku: 'SAREE-1', value: 119_04 },
  ])
})

test('shipping is for one unit', () => {
  const two = lineOf('Delivered', '2026-07-14', DELIVERED, { quantity: 2 })
  expect(normsOfLine(two)[0]).toMatchObject({ value: 53_38 })
})

test.each([
  ['Return', RETURNED],
  ['RTO', { sale: 594_00, saleReturn: -594_00 }],
  ['', { recovery: -12_40 }],
  ['Shipped', DELIVERED],
])('a %s row tells nothing', (status, amounts) => {
  expect(normsOfLine(lineOf(status, '2026-07-14', amounts))).toEqual([])
})

test('a row without a quantity, a charge or a price tells what it can', () => {
  expect(
    normsOfLine(lineOf('Delivered', '2026-07-14', DELIVERED, { quantity: undefined })),
  ).toEqual([])
  const free = lineOf('Delivered', '2026-07-14', { sale: 100_00 }, { listingPrice: undefined })
  expect(normsOfLine(free)).toEqual([
    { norm: 'settlementPerSaleBps', sku: 'SAREE-1', value: 100_00 },
  ])
})

const NORMS = sellerNorms([
  { norm: 'settlementPerSaleBps', sku: 'SAREE-1', value: 80_00, count: 3 },
  { norm: 'salePerPriceBps', sku: 'SAREE-1', value: 120_00, count: 3 },
  { norm: 'settlementPerSaleBps', sku: 'KURTI', value: 90_00, count: 9 },
  { norm: 'salePerPriceBps', sku: 'KURTI', value: 110_00, count: 9 },
] satisfies NormCount[])

test('what is expected is the price, with the usual shipping, at the usual share of its SKU', () => {
  // 499.00 × 120 % = 598.80; × 80 % = 479.04. Two units: 958.08.
  expect(expectedSettlement(factsOf(), NORMS)).toBe(479_04)
  expect(expectedSettlement(factsOf({ order: orderOf('DELIVERED', { quantity: 2 }) }), NORMS)).toBe(
    958_08,
  )
})

test('a SKU that was never paid takes the share of the store', () => {
  // 499.00 × 110 % × 90 % = 494.01.
  const order = orderOf('DELIVERED', { sku: 'NEW' })
  expect(expectedSettlement(factsOf({ order }), NORMS)).toBe(494_01)
})

test('a GST report gives the sale itself', () => {
  const gst = { invoiceValue: paise(594_00), wasReturned: false }
  expect(expectedSettlement(factsOf({ gst }), NORMS)).toBe(475_20)
})

test('without any history the price is the guess, and without a price there is none', () => {
  expect(expectedSettlement(factsOf(), NO_NORMS)).toBe(499_00)
  const order = orderOf('DELIVERED', { discountedPrice: undefined })
  expect(expectedSettlement(factsOf({ order }), NORMS)).toBeUndefined()
})
