import { paise } from '#core/money/paise'
import { isMissing, parseDecimal, parseRupees, rupeesText } from '#core/money/rupees'
import { formatRupees } from '#core/money/format-rupees'
import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'

test.each([
  ['0', 0],
  ['0.0', 0],
  ['-0.0', 0],
  ['499', 499_00],
  ['488.0', 488_00],
  ['496.6', 496_60],
  ['-2.83', -2_83],
  ['+2.83', 2_83],
  ['−2.83', -2_83],
  ['.5', 50],
  ['5.', 5_00],
  ['169.560', 169_56],
  [' 12.34 ', 12_34],
  ['₹12.34', 12_34],
  ['₹ 12.34', 12_34],
  ['-₹12.34', -12_34],
  ['−₹12.34', -12_34],
  ['₹-12.34', -12_34],
  ['Rs. 1,200', 1200_00],
  ['Rs 1,200.5', 1200_50],
  ['1,23,456.78', 123456_78],
  ['1,234,567', 1234567_00],
  ['1.5E+3', 1500_00],
  ['1.2345E2', 123_45],
  ['99999999999.99', 99_99_99_99_999_99],
  // What a double prints for 0.3, and for 169.56.
  ['0.30000000000000004', 30],
  ['169.55999999999998', 169_56],
])('“%s” is %d paise', (text, amount) => {
  expect(parseRupees(text)).toBe(amount)
})

test.each([
  '',
  ' ',
  '.',
  '-',
  '-.',
  '--5',
  '5-',
  '1.2.3',
  'null',
  'NA',
  'x',
  '12 34',
  '1,2',
  '12,34,5',
  ',123',
  '0.001',
  '2.835',
  '1e-5',
  '₹',
  '0x10',
  'Infinity',
  'NaN',
  '९',
  '(12.34)',
  '99999999999999999',
])('“%s” is no amount, and never a zero', (text) => {
  expect(parseRupees(text)).toBeUndefined()
})

test('a zero is never a negative one', () => {
  for (const text of ['-0', '-0.0', '-0.00', '−0', '-₹0.000'])
    expect(Object.is(parseRupees(text), 0)).toBe(true)
})

test('what is written can be read again, to the paisa', () => {
  const amounts = integer({ min: -1_00_00_000_00, max: 1_00_00_000_00 })
  assert(
    property(amounts, (amount) => {
      const plain = `${amount < 0 ? '-' : ''}${Math.floor(Math.abs(amount) / 100)}.${String(Math.abs(amount) % 100).padStart(2, '0')}`
      expect(parseRupees(plain)).toBe(amount)
      expect(parseRupees(formatRupees(paise(amount)))).toBe(amount)
      // The plain form and the one with an exponent go different ways to the same amount.
      expect(parseRupees(`${amount}e-2`)).toBe(amount)
      expect(parseDecimal(plain, 2)).toBe(amount)
    }),
  )
})

test('a decimal is read in any unit, and refused where a digit would be lost', () => {
  expect(parseDecimal('5', 2)).toBe(500)
  expect(parseDecimal('5 %', 2)).toBe(500)
  expect(parseDecimal('0.1', 2)).toBe(10)
  expect(parseDecimal('52971.9966', 6)).toBe(52_971_996_600)
  expect(parseDecimal('2.0', 0)).toBe(2)
  expect(parseDecimal('2.5', 0)).toBeUndefined()
})

test.each(['', ' ', '-', '–', 'null', 'NULL', 'NA', 'n/a', 'NaN', 'None'])(
  '“%s” is no value',
  (text) => {
    expect(isMissing(text)).toBe(true)
  },
)

test.each(['0', '0.0', 'nil', '--', 'x'])('“%s” is a value', (text) => {
  expect(isMissing(text)).toBe(false)
})

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [-5, '-0.05'],
  [-250, '-2.50'],
  [1_23_456_78, '123456.78'],
  [Number.MAX_SAFE_INTEGER, '90071992547409.91'],
])('%i paise are written %s rupees', (amount, text) => {
  expect(rupeesText(amount)).toBe(text)
})

test('what is written is read back as the same amount', () => {
  const amount = integer({ min: -99_999_999_999, max: 99_999_999_999 })
  assert(property(amount, (paise) => parseRupees(rupeesText(paise)) === paise))
})
