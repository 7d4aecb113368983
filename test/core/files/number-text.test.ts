import { numberText } from '#core/files/number-text'
import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'

test.each([
  ['499', '499'],
  ['499.0', '499'],
  ['0.10', '0.1'],
  ['-165', '-165'],
  ['+5', '5'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['007', '7'],
  [' 12 ', '12'],
  ['1.5E3', '1500'],
  ['1.5e-3', '0.0015'],
  ['0', '0'],
  ['-0', '0'],
  ['-0.0', '0'],
  ['0E+5', '0'],
])('the number %s is the text %s', (written, text) => {
  expect(numberText(written)).toBe(text)
})

test.each([
  ['110.88000000000001', '110.88'],
  ['0.30000000000000004', '0.3'],
  ['-2.9799999999999995', '-2.98'],
  ['9.9999999999999995E2', '1000'],
  ['0.99999999999999989', '1'],
  ['123456.78900000001', '123456.789'],
])('digits that a float made up are rounded away: %s is %s', (written, text) => {
  expect(numberText(written)).toBe(text)
})

test('fifteen digits stand, and the sixteenth shows damage', () => {
  expect(numberText('999999999999999')).toBe('999999999999999')
  expect(numberText('1234567890123456')).toBe('1.23456789012346E+15')
})

test('a sub-order number that became a number is never mistaken for an id', () => {
  expect(numberText('158000000000000001')).toBe('1.58E+17')
  expect(numberText('1.58123456789012E+17')).toBe('1.58123456789012E+17')
  expect(numberText('158000000000000001')).not.toMatch(/^\d+$/)
})

test('what is left of a sum of floats keeps its exponent, and the tenth decimal does not', () => {
  expect(numberText('5.6843418860808015E-14')).toBe('5.6843418860808E-14')
  expect(numberText('1E-10')).toBe('0.0000000001')
})

test('what is no number stays as it is written', () => {
  for (const text of ['', 'abc', '1,5', '--1', '0x10', '1e9999', '.'])
    expect(numberText(text)).toBe(text)
})

test('whole paise written as rupees come back digit by digit', () => {
  assert(
    property(integer({ min: -1_00_00_000_00, max: 1_00_00_000_00 }), (paise) => {
      // A JavaScript number prints the shortest decimal that is the same double.
      expect(numberText(String(paise / 100))).toBe(String(paise / 100 + 0))
    }),
  )
})
