import { personId } from '#core/ids'
import {
  hashPassword,
  hasPasswordLength,
  isCommonPassword,
  normalisePassword,
  verifyPassword,
} from '#worker/auth/passwords'
import {
  emailKeys,
  keyedDigest,
  type Pepper,
  type Peppers,
  readPeppers,
} from '#worker/auth/peppers'
import { randomId } from '#worker/random'
import { scryptSync } from 'node:crypto'
import { expect, test } from 'vitest'

const pepper = (id: string): Pepper => ({ id, secret: crypto.getRandomValues(new Uint8Array(32)) })
const older = pepper('1')
const current = pepper('2')
const peppers: Peppers = [current, older]
const asha = personId(randomId())
const base64 = (byte: number) => btoa(String.fromCharCode(byte).repeat(32))

test('the right password opens, any other does not', async () => {
  const stored = await hashPassword(peppers, asha, 'kaju katli 7')
  expect(await verifyPassword(peppers, asha, stored, 'kaju katli 7')).toBe('right')
  expect(await verifyPassword(peppers, asha, stored, 'kaju katli 8')).toBe('wrong')
  expect(await verifyPassword(peppers, asha, stored, '')).toBe('wrong')
})

test('what is stored names its cost and its pepper, and never holds the bare hash', async () => {
  const stored = await hashPassword(peppers, asha, 'kaju katli 7')
  const [scheme, ln, r, p, salt, sealed, key] = stored.split('$')
  expect([scheme, ln, r, p, key]).toEqual(['scrypt', 'ln=15', 'r=8', 'p=3', 'pep=2'])
  expect(atob(salt!)).toHaveLength(16)
  // An initial vector of 12 bytes, the hash of 32 and a tag of 16.
  expect(atob(sealed!)).toHaveLength(60)

  const bytes = Uint8Array.from(atob(salt!), (character) => character.charCodeAt(0))
  const options = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
  const hash = scryptSync('kaju katli 7', bytes, 32, options)
  expect(atob(sealed!)).not.toContain(hash.toString('latin1'))
})

test('the same password is stored differently each time', async () => {
  expect(await hashPassword(peppers, asha, 'kaju katli 7')).not.toBe(
    await hashPassword(peppers, asha, 'kaju katli 7'),
  )
})

test('a hash carried into another person’s row opens nothing', async () => {
  const stored = await hashPassword(peppers, asha, 'kaju katli 7')
  const ravi = personId(randomId())
  await expect(verifyPassword(peppers, ravi, stored, 'kaju katli 7')).rejects.toThrow()
})

test('a password sealed with an older pepper opens and asks to be sealed anew', async () => {
  const stored = await hashPassword([older], asha, 'kaju katli 7')
  expect(await verifyPassword(peppers, asha, stored, 'kaju katli 7')).toBe('stale')
  expect(await verifyPassword(peppers, asha, stored, 'kaju katli 8')).toBe('wrong')
  await expect(verifyPassword([current], asha, stored, 'kaju katli 7')).rejects.toThrow(/pepper/)
})

test('a password of nobody is wrong, after the same work', async () => {
  expect(await verifyPassword(peppers, undefined, undefined, 'kaju katli 7')).toBe('wrong')
  expect(await verifyPassword(peppers, asha, 'none', 'none')).toBe('wrong')
})

test('passwords have 8 to 256 characters, counted as people count them', () => {
  expect(hasPasswordLength('1234567')).toBe(false)
  expect(hasPasswordLength('12345678')).toBe(true)
  expect(hasPasswordLength('x'.repeat(256))).toBe(true)
  expect(hasPasswordLength('x'.repeat(257))).toBe(false)
  expect(hasPasswordLength('😀'.repeat(7))).toBe(false)
  expect(hasPasswordLength('😀'.repeat(8))).toBe(true)
  expect(hasPasswordLength('😀'.repeat(256))).toBe(true)
})

test('the same letters typed in two ways are one password', () => {
  expect(normalisePassword('cafe\u0301 mausam')).toBe(normalisePassword('caf\u00e9 mausam'))
  expect(normalisePassword('１２３４５６７８')).toBe('12345678')
})

test.each(['password', 'PassWord', '12345678', 'qwertyuiop', 'trustno1'])(
  '%s is among the most common',
  (password) => expect(isCommonPassword(password)).toBe(true),
)

test('a password nobody else has is not common', () => {
  expect(isCommonPassword('kaju katli 7')).toBe(false)
})

test('without a pepper nobody can sign up, and no built-in one takes its place', () => {
  const missing = [{}, { PASSWORD_PEPPER: '' }, { PASSWORD_PEPPER: 'secret' }]
  const damaged = [
    { PASSWORD_PEPPER: `1:${btoa('short')}` },
    { PASSWORD_PEPPER: `1:${base64(1)},` },
  ]
  for (const env of [...missing, ...damaged]) {
    expect(() => readPeppers(env)).toThrow(expect.objectContaining({ code: 'not-configured' }))
  }
})

test('the first pepper seals, the others still open', () => {
  const read = readPeppers({ PASSWORD_PEPPER: `b:${base64(2)}, a:${base64(1)}` })
  expect(read.map(({ id }) => id)).toEqual(['b', 'a'])
  expect(read[0].secret).toEqual(new Uint8Array(32).fill(2))
})

test('an address is one person however it is written, and its key says nothing without the pepper', () => {
  expect(emailKeys(peppers, ' Asha@Example.TEST ')).toEqual(emailKeys(peppers, 'asha@example.test'))
  expect(emailKeys(peppers, 'asha@example.test')).toHaveLength(2)
  expect(emailKeys([older], 'asha@example.test')[0]).toBe(
    emailKeys(peppers, 'asha@example.test')[1],
  )
  expect(keyedDigest(current, 'email', 'x')).not.toBe(keyedDigest(current, 'throttle', 'x'))
})
