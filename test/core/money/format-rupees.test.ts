import {
  formatRupees,
  formatRupeesCompact,
  groupIndian,
  rupeeParts,
} from '#core/money/format-rupees'
import { paise } from '#core/money/paise'
import { parseRupees } from '#core/money/rupees'
import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'

test.each([
  [0, '₹0.00'],
  [5, '₹0.05'],
  [-5, '−₹0.05'],
  [99_999, '₹999.99'],
  [1_000_00, '₹1,000.00'],
  [1_23_456_78, '₹1,23,456.78'],
  [-1_23_456_78, '−₹1,23,456.78'],
  [12_34_56_789_01, '₹12,34,56,789.01'],
])('%i paise is written %s', (amount, text) => {
  expect(formatRupees(paise(amount))).toBe(text)
})

test.each([
  [0, '₹0'],
  [49, '₹0'],
  [-49, '₹0'],
  [50, '₹1'],
  [-50, '−₹1'],
  [99_999_49, '₹99,999'],
  [99_999_50, '₹1 L'],
  [1_00_000_00, '₹1 L'],
  [1_04_999_99, '₹1 L'],
  [1_05_000_00, '₹1.1 L'],
  [1_20_000_00, '₹1.2 L'],
  [-1_20_000_00, '−₹1.2 L'],
  [99_94_999_99, '₹99.9 L'],
  [99_95_000_00, '₹1 Cr'],
  [3_40_00_000_00, '₹3.4 Cr'],
  [1_23_456_70_00_000_00, '₹1,23,456.7 Cr'],
])('%i paise is %s for short', (amount, text) => {
  expect(formatRupeesCompact(paise(amount))).toBe(text)
})

test('digits are grouped by three, then by two', () => {
  expect([0, 999, 1_000, 99_999, 1_00_000, 1_00_00_000].map(groupIndian)).toEqual([
    '0',
    '999',
    '1,000',
    '99,999',
    '1,00,000',
    '1,00,00,000',
  ])
})

test('the parts of a negative amount carry the minus once', () => {
  expect(rupeeParts(paise(-1_234_05))).toEqual({ sign: '−', whole: '1,234', paise: '05' })
})

test('what we write, our own reader reads back to the same paisa', () => {
  assert(
    property(integer({ min: -1_00_00_00_000_00, max: 1_00_00_00_000_00 }), (amount) => {
      const text = formatRupees(paise(amount)).replace('₹', '')
      expect(parseRupees(text)).toBe(amount)
    }),
  )
})
