import { isPersonalToken, newPersonalToken } from '#worker/auth/personal-token'
import { expect, test } from 'vitest'

test('a token is te_, thirty letters and six that check them', () => {
  const token = newPersonalToken()
  expect(token).toMatch(/^te_[0-9A-Za-z]{36}$/)
  expect(isPersonalToken(token)).toBe(true)
  expect(newPersonalToken()).not.toBe(token)
})

test('a token with any one letter mistyped is known for none', () => {
  const token = newPersonalToken()
  for (let at = 3; at < token.length; at += 1) {
    const other = token[at] === 'x' ? 'y' : 'x'
    expect(isPersonalToken(token.slice(0, at) + other + token.slice(at + 1))).toBe(false)
  }
})

test.each(['', 'te_', 'te_short', `TE_${'a'.repeat(36)}`, `te_${'é'.repeat(36)}`, 'a.b.c'])(
  '%j is no token',
  (text) => {
    expect(isPersonalToken(text)).toBe(false)
  },
)

test('every letter comes up', () => {
  const letters = new Set(Array.from({ length: 200 }, newPersonalToken).join(''))
  expect(letters.size).toBe(63)
})
