import { personId } from '#core/ids'
import type { Pepper } from '#worker/auth/peppers'
import { openSecret, sealSecret } from '#worker/auth/sealed-secret'
import { randomId } from '#worker/random'
import { expect, test } from 'vitest'

const pepper = (id: string): Pepper => ({ id, secret: crypto.getRandomValues(new Uint8Array(32)) })
const [older, current] = [pepper('1'), pepper('2')]
const [asha, ravi] = [personId(randomId()), personId(randomId())]
const SECRET = new TextEncoder().encode('12345678901234567890')

test('what was sealed for a person opens for that person', async () => {
  const sealed = await sealSecret([current], asha, SECRET)
  expect(await openSecret([current], asha, sealed)).toEqual({ secret: SECRET, stale: false })
})

test('what is stored names its key, is new each time, and does not hold the secret', async () => {
  const sealed = await sealSecret([current], asha, SECRET)
  expect(sealed).toMatch(/^aes256gcm\$[\w+/=]+\$pep=2$/)
  expect(sealed).not.toBe(await sealSecret([current], asha, SECRET))
  // An initial vector of 12 bytes, the secret of 20 and a tag of 16.
  const bytes = atob(sealed.split('$')[1]!)
  expect(bytes).toHaveLength(48)
  expect(bytes).not.toContain('1234567890')
})

test('in another person’s row it opens nothing', async () => {
  const sealed = await sealSecret([current], asha, SECRET)
  await expect(openSecret([current], ravi, sealed)).rejects.toThrow()
})

test('what an older key sealed opens, and asks to be sealed anew', async () => {
  const sealed = await sealSecret([older], asha, SECRET)
  expect(await openSecret([current, older], asha, sealed)).toEqual({ secret: SECRET, stale: true })
  await expect(openSecret([current], asha, sealed)).rejects.toThrow(/gone/)
})

test('a changed byte is noticed', async () => {
  const sealed = await sealSecret([current], asha, SECRET)
  const [scheme, text, key] = sealed.split('$')
  const bytes = Uint8Array.from(atob(text!), (letter) => letter.charCodeAt(0))
  bytes[20]! ^= 1
  const damaged = [scheme, btoa(String.fromCharCode(...bytes)), key].join('$')
  await expect(openSecret([current], asha, damaged)).rejects.toThrow()
})
