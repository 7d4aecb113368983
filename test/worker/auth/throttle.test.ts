import { takeToken } from '#db/control/queries/throttles'
import { throttles } from '#db/control/schema/people'
import { openDb } from '#db/client'
import { readPeppers } from '#worker/auth/peppers'
import { throttleSignIn, type Visitor } from '#worker/auth/throttle'
import { randomId } from '#worker/random'
import { vaultOf } from '#worker/sealed/vault'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { newAddress } from '../../support/worker/workspace'

const START = Date.parse('2026-04-01T00:00:00Z')
const db = openDb(env.DB)
const visitor = (ip: string, at = START): Visitor => ({
  db,
  peppers: readPeppers(env),
  vault: vaultOf(env),
  ipPrefix: ip,
  now: new Date(at),
})
const passes = (attempt: Promise<void>) =>
  attempt.then(
    () => true,
    (error: unknown) => {
      expect(error).toMatchObject({ status: 429, code: 'too-many-requests' })
      return false
    },
  )
async function passing(attempts: Promise<void>[]) {
  return (await Promise.all(attempts.map(passes))).filter(Boolean).length
}

test('sixty guesses at once on one account pass exactly ten', async () => {
  const email = randomId()
  const guesses = Array.from({ length: 60 }, () => throttleSignIn(visitor(newAddress()), email))
  expect(await passing(guesses)).toBe(10)
})

test('sixty guesses at once from one address pass exactly thirty', async () => {
  const ip = newAddress()
  const guesses = Array.from({ length: 60 }, () => throttleSignIn(visitor(ip), randomId()))
  expect(await passing(guesses)).toBe(30)
})

test('a flood from one address leaves the account its own tokens', async () => {
  const [ip, email] = [newAddress(), randomId()]
  await passing(Array.from({ length: 30 }, () => throttleSignIn(visitor(ip), randomId())))
  await passing(Array.from({ length: 30 }, () => throttleSignIn(visitor(ip), email)))
  const guesses = Array.from({ length: 20 }, () => throttleSignIn(visitor(newAddress()), email))
  expect(await passing(guesses)).toBe(10)
})

test('an account gets one more guess a minute', async () => {
  const email = randomId()
  const guess = (at: number) => passes(throttleSignIn(visitor(newAddress(), at), email))
  for (let n = 0; n < 10; n += 1) expect(await guess(START)).toBe(true)
  expect(await guess(START + 59_999)).toBe(false)
  expect(await guess(START + 60_000)).toBe(true)
  expect(await guess(START + 119_999)).toBe(false)
  expect(await guess(START + 120_000)).toBe(true)
})

test('an address gets three more guesses a minute', async () => {
  const ip = newAddress()
  const guess = (at: number) => passes(throttleSignIn(visitor(ip, at), randomId()))
  for (let n = 0; n < 30; n += 1) expect(await guess(START)).toBe(true)
  expect(await guess(START + 19_999)).toBe(false)
  for (let n = 0; n < 3; n += 1) expect(await guess(START + 60_000)).toBe(true)
  expect(await guess(START + 60_000)).toBe(false)
})

test('a bucket is never fuller than full, and a clock that steps back gives nothing', async () => {
  const bucket = { key: randomId(), size: 2, msPerToken: 60_000 }
  const take = (at: number) => takeToken(db, bucket, at)
  expect(await take(START)).toBe(true)
  const later = START + 86_400_000
  expect([await take(later), await take(later), await take(later)]).toEqual([true, true, false])
  expect(await take(START)).toBe(false)
  expect(await take(later + 60_000)).toBe(true)
})

test('parts of a refill are not lost between guesses', async () => {
  const bucket = { key: randomId(), size: 1, msPerToken: 60_000 }
  expect(await takeToken(db, bucket, START)).toBe(true)
  for (let at = START + 1_007; at < START + 60_000; at += 1_007) {
    expect(await takeToken(db, bucket, at)).toBe(false)
  }
  expect(await takeToken(db, bucket, START + 60_000)).toBe(true)
})

test('the table holds neither the address nor the account', async () => {
  const [ip, email] = [newAddress(), randomId()]
  await throttleSignIn(visitor(ip), email)
  const rows = JSON.stringify(await db.select().from(throttles))
  expect(rows).not.toContain(ip)
  expect(rows).not.toContain(email)
})

test('whoever is refused is told when to come back', async () => {
  const email = randomId()
  const guesses = Array.from({ length: 11 }, () => throttleSignIn(visitor(newAddress()), email))
  await expect(Promise.all(guesses)).rejects.toMatchObject({ retryAfterSeconds: 60 })
})
