import { inHashLine, MAX_WAITING } from '#worker/auth/hash-line'
import { expect, test } from 'vitest'

const START = Date.parse('2026-04-01T00:00:00Z')
const at = (milliseconds: number) => new Date(START + milliseconds)

/** A hash that ends when the test says so. */
function slowHash() {
  const { promise, resolve } = Promise.withResolvers<string>()
  return { hash: () => promise, end: () => resolve('done') }
}

test('four hashes wait at once, the fifth is told to come back', async () => {
  const slow = slowHash()
  const waiting = Array.from({ length: MAX_WAITING }, () => inHashLine(at(0), slow.hash))
  await expect(inHashLine(at(0), slow.hash)).rejects.toMatchObject({
    status: 503,
    code: 'busy',
    retryAfterSeconds: 2,
  })
  slow.end()
  expect(await Promise.all(waiting)).toEqual(['done', 'done', 'done', 'done'])
  expect(await inHashLine(at(0), async () => 'next')).toBe('next')
})

const failing = () => Promise.reject(new Error('no memory'))

test('a hash that fails leaves the line', async () => {
  for (let n = 0; n < 2 * MAX_WAITING; n += 1) {
    await expect(inHashLine(at(0), failing)).rejects.toThrow('no memory')
  }
})

test('places of requests that went away are free again after half a minute', async () => {
  const gone = slowHash()
  const never = Array.from({ length: MAX_WAITING }, () => inHashLine(at(0), gone.hash))
  await expect(inHashLine(at(30_000), gone.hash)).rejects.toMatchObject({ code: 'busy' })
  expect(await inHashLine(at(30_001), async () => 'next')).toBe('next')
  gone.end()
  await Promise.all(never)
})
