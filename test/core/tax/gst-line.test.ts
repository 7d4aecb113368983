import { microRupees } from '#core/money/micro-rupees'
import { exactTax, isTaxTruncated } from '#core/tax/gst-line'
import { expect, test } from 'vitest'

const rupees = (amount: number) => microRupees(Math.round(amount * 1_000_000))

test('tax is the taxable value at the rate, half a millionth away from zero', () => {
  expect(exactTax(rupees(536.6), 12_00)).toBe(64_392_000)
  expect(exactTax(microRupees(10), 5_00)).toBe(1)
  expect(exactTax(microRupees(9), 5_00)).toBe(0)
  expect(exactTax(microRupees(-10), 5_00)).toBe(-1)
  // Beyond what a double holds: nine crore rupees at 18 %.
  expect(exactTax(rupees(90_000_000), 18_00)).toBe(16_200_000_000_000)
})

test('64 for 64.39 was cut; 64.392 and an honest 64 were not', () => {
  expect(isTaxTruncated(rupees(536.6), rupees(64), 12_00)).toBe(true)
  expect(isTaxTruncated(rupees(536.6), rupees(64.392), 12_00)).toBe(false)
  expect(isTaxTruncated(rupees(1_280), rupees(64), 5_00)).toBe(false)
  expect(isTaxTruncated(rupees(536.6), rupees(63), 12_00)).toBe(false)
  expect(isTaxTruncated(rupees(-536.6), rupees(-64), 12_00)).toBe(true)
})

test('nothing is said of a row with an unknown value', () => {
  expect(isTaxTruncated(undefined, rupees(64), 12_00)).toBe(false)
  expect(isTaxTruncated(rupees(536.6), undefined, 12_00)).toBe(false)
  expect(isTaxTruncated(rupees(536.6), rupees(64), undefined)).toBe(false)
})
