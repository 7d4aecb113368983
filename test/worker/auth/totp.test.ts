import { counterOf, isTotpCode, totpUri } from '#worker/auth/totp'
import { expect, test } from 'vitest'

// The seed and the times of RFC 6238, appendix B; the last six of its eight digits.
const SEED = new TextEncoder().encode('12345678901234567890')
const at = (seconds: number, after: number | null = null) => ({
  now: new Date(seconds * 1000),
  after,
})

test.each([
  [59, '287082', 1],
  [1111111109, '081804', 37037036],
  [1111111111, '050471', 37037037],
  [1234567890, '005924', 41152263],
  [2000000000, '279037', 66666666],
  [20000000000, '353130', 666666666],
])('%i seconds after 1970 the code is %s', (seconds, code, counter) => {
  expect(counterOf(SEED, code, at(seconds))).toBe(counter)
})

test('a phone may be one step of thirty seconds behind or ahead, and no more', () => {
  // The code of the step that begins at 1111111110.
  const code = '050471'
  const start = 1111111110
  expect(counterOf(SEED, code, at(start - 31))).toBeUndefined()
  expect(counterOf(SEED, code, at(start - 30))).toBe(37037037)
  expect(counterOf(SEED, code, at(start + 59))).toBe(37037037)
  expect(counterOf(SEED, code, at(start + 60))).toBeUndefined()
})

test('the code of a step that was taken, or of an earlier one, is no code any more', () => {
  expect(counterOf(SEED, '050471', at(1111111111, 37037036))).toBe(37037037)
  expect(counterOf(SEED, '050471', at(1111111111, 37037037))).toBeUndefined()
  expect(counterOf(SEED, '081804', at(1111111111, 37037037))).toBeUndefined()
})

test.each(['', '28708', '2870822', '287 82', 'abcdef', '२८७०८२'])('%j is no code', (text) => {
  expect(isTotpCode(text)).toBe(false)
  expect(counterOf(SEED, text, at(59))).toBeUndefined()
})

test('the address for the app names us, the account and the seed', () => {
  const uri = new URL(totpUri('asha+1@example.test', SEED))
  expect(uri.protocol).toBe('otpauth:')
  expect(uri.href).toContain('TrackEcom:asha%2B1%40example.test')
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    issuer: 'TrackEcom',
    algorithm: 'SHA1',
    secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    period: '30',
    digits: '6',
  })
})
