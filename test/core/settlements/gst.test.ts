import { businessDate } from '#core/dates'
import { paise } from '#core/money/paise'
import { gstCreditOnFees, gstOnSales } from '#core/settlements/gst'
import { expect, test } from 'vitest'

const row = (sale: number, saleReturn: number, gstRateBps: number | undefined) => ({
  sale: paise(sale),
  saleReturn: paise(saleReturn),
  gstRateBps,
})

test('the tax inside a price is not the seller’s', () => {
  // 594.00 × 5/105 = 28.2857…; 1,180.00 × 18/118 = 180.00; 103.00 × 3/103 = 3.00.
  expect(gstOnSales(row(594_00, 0, 500))).toBe(-28_29)
  expect(gstOnSales(row(1180_00, 0, 1800))).toBe(-180_00)
  expect(gstOnSales(row(103_00, 0, 300))).toBe(-3_00)
})

test('a return gives it back, and a sale with its return has none', () => {
  expect(gstOnSales(row(0, -594_00, 500))).toBe(28_29)
  expect(gstOnSales(row(594_00, -594_00, 500))).toBe(0)
})

test('a product without tax has none; a product of unknown rate has no answer', () => {
  expect(gstOnSales(row(594_00, 0, 0))).toBe(0)
  expect(gstOnSales(row(594_00, 0, undefined))).toBeUndefined()
  expect(gstOnSales(row(594_00, -594_00, undefined))).toBe(0)
  expect(gstOnSales(row(0, 0, undefined))).toBe(0)
})

test('half a paisa of tax goes away from zero', () => {
  // 0.21 × 5/105 = 0.01; 0.10 × 5/105 = 0.0047…; 0.11 × 5/105 = 0.0052….
  expect(gstOnSales(row(21, 0, 500))).toBe(-1)
  expect(gstOnSales(row(10, 0, 500))).toBe(0)
  expect(gstOnSales(row(11, 0, 500))).toBe(-1)
})

test('fees that were charged carry a credit of 18/118, and fees given back take it with them', () => {
  const day = businessDate('2026-06-01')
  expect(gstCreditOnFees(paise(-118_00), day)).toBe(18_00)
  expect(gstCreditOnFees(paise(-94_00), day)).toBe(14_34)
  expect(gstCreditOnFees(paise(118_00), day)).toBe(-18_00)
  expect(gstCreditOnFees(paise(0), day)).toBe(0)
})

test('there is no credit before there was GST', () => {
  expect(gstCreditOnFees(paise(-118_00), businessDate('2017-06-30'))).toBe(0)
  expect(gstCreditOnFees(paise(-118_00), businessDate('2017-07-01'))).toBe(18_00)
})
