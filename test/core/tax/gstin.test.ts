import { parseGstin } from '#core/tax/gstin'
import { expect, test } from 'vitest'

// The sample number of the GST portal's own documents.
const GSTIN = '27AAPFU0939F1ZV'

test('a GSTIN is known by its check digit, in whatever case it is written', () => {
  expect(parseGstin(GSTIN)).toBe(GSTIN)
  expect(parseGstin(` ${GSTIN.toLowerCase()} `)).toBe(GSTIN)
})

test('one wrong digit, or two changed over, make it none', () => {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  for (const [index, own] of [...GSTIN].entries())
    for (const digit of digits) {
      const changed = GSTIN.slice(0, index) + digit + GSTIN.slice(index + 1)
      expect(parseGstin(changed), changed).toBe(digit === own ? GSTIN : undefined)
    }
  expect(parseGstin('27APAFU0939F1ZV')).toBeUndefined()
})

test.each(['', 'null', '27AAPFU0939F1Z', '27AAPFU0939F1ZVV', '7AAPFU0939F1ZVX', 'ABCDE12345FGHIJ'])(
  '%s is no GSTIN',
  (text) => expect(parseGstin(text)).toBeUndefined(),
)
