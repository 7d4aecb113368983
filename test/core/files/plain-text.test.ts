import { plainHundredths } from '#core/files/plain-text'
import { parseRupees } from '#core/money/rupees'
import { assert, property, stringMatching } from 'fast-check'
import { expect, test } from 'vitest'

const encoder = new TextEncoder()
const hundredths = (text: string) => {
  const bytes = encoder.encode(`<t>${text}</t>`)
  return plainHundredths(bytes, 3, bytes.byteLength - 4)
}

test('plain digits with at most two decimals are read as they stand', () => {
  expect(hundredths('0.0')).toBe(0)
  expect(Object.is(hundredths('-0.0'), 0)).toBe(true)
  expect(hundredths('499')).toBe(499_00)
  expect(hundredths('-12.4')).toBe(-12_40)
  expect(hundredths('1910.05')).toBe(1910_05)
  expect(hundredths('999999999999.99')).toBe(99_999_999_999_999)
})

test.each([
  '',
  '-',
  '.',
  '5.',
  '.5',
  '1.234',
  '1,234',
  '1e3',
  '5 %',
  '₹5',
  '--5',
  '1.2.3',
  '+5',
  '9'.repeat(16),
])('“%s” is left to the reader of texts', (text) => {
  expect(hundredths(text)).toBeUndefined()
})

test('where the shortcut answers, the reader of texts answers the same', () => {
  const likely = stringMatching(/^-?[0-9.,]{0,12}$/)
  assert(
    property(likely, (text) => {
      const shortcut = hundredths(text)
      if (shortcut !== undefined) expect(shortcut).toBe(parseRupees(text))
    }),
    { numRuns: 2_000 },
  )
})
