import { openDb } from '#db/client'
import { passkeyChallenges, passkeys } from '#db/control/schema/second-factors'
import { newAuthenticator, type Quirks } from '#test/support/worker/authenticator'
import { newSeller, TestBrowser, type TestSeller } from '#test/support/worker/seller'
import { newAddress } from '#test/support/worker/workspace'
import { newChallenge, provePasskey, useChallenge } from '#worker/auth/passkey-challenges'
import { MAX_PASSKEYS } from '#worker/operations/change-passkeys'
import { purge } from '#worker/operations/purge'
import { randomId } from '#worker/random'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

const db = openDb(env.DB)
const SITE = { origin: 'https://app.example.test', rpId: 'app.example.test' }

type Added = { passkey: { id: string; name: string }; recoveryCodes: string[] }

const ask = async (browser: TestBrowser, path: string) =>
  (await browser.post<{ challenge: string }>(`${path}/challenge`)).challenge

/** Registers a passkey as a dashboard does. */
async function addPasskey({ browser, personId, confirm }: TestSeller, name = 'My phone') {
  const device = await newAuthenticator(personId)
  await confirm()
  const made = device.make(await ask(browser, '/api/passkeys'))
  const added = await browser.post<Added>('/api/passkeys', { name, ...made })
  return { device, ...added }
}
async function enter(device: Awaited<ReturnType<typeof newAuthenticator>>, quirks?: Quirks) {
  const browser = new TestBrowser()
  const passkey = await device.sign(await ask(browser, '/api/auth/passkey'), quirks)
  return { browser, response: await browser.send('POST', '/api/auth/passkey/login', { passkey }) }
}

test('what the browser needs to make a passkey says nothing it should not keep', async () => {
  const { browser, confirm, email, personId } = await newSeller()
  await confirm()
  expect(await browser.post('/api/passkeys/challenge')).toEqual({
    challenge: expect.stringMatching(/^[\w-]{43}$/),
    rpId: 'app.example.test',
    user: { id: btoa(personId).replaceAll('=', ''), name: email, displayName: 'Asha' },
    known: [],
  })
})

test('the first second factor brings eight recovery codes, the next one none', async () => {
  const seller = await newSeller()
  expect((await addPasskey(seller)).recoveryCodes).toHaveLength(8)
  expect((await addPasskey(seller, 'Laptop')).recoveryCodes).toEqual([])
  const list = await seller.browser.send('GET', '/api/passkeys')
  expect(await list.json()).toMatchObject({
    items: [{ name: 'My phone', lastUsedAt: null }, { name: 'Laptop' }],
    nextCursor: null,
  })
})

test('a passkey signs in without a password', async () => {
  const seller = await newSeller()
  const { device } = await addPasskey(seller)
  const { browser, response } = await enter(device)
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ user: { id: seller.personId, mfa: true } })
  expect(await browser.isSignedIn()).toBe(true)
})

test('beside the password a passkey is the second factor', async () => {
  const seller = await newSeller()
  const { device } = await addPasskey(seller)
  expect(await (await seller.logIn()).response.json()).toMatchObject({ code: 'mfa-required' })
  const passkey = await device.sign(await ask(new TestBrowser(), '/api/auth/passkey'))
  expect((await seller.logIn({ passkey })).response.status).toBe(200)
  const again = await seller.logIn({ passkey })
  expect(await again.response.json()).toMatchObject({ status: 401, code: 'mfa-wrong' })
})

test('another person’s passkey is nobody’s second factor but theirs', async () => {
  const [mine, theirs] = [await newSeller(), await newSeller()]
  await addPasskey(mine)
  const { device } = await addPasskey(theirs)
  const passkey = await device.sign(await ask(new TestBrowser(), '/api/auth/passkey'))
  const guess = await mine.logIn({ passkey })
  expect(await guess.response.json()).toMatchObject({ status: 401, code: 'mfa-wrong' })
})

test.each<[string, Quirks]>([
  ['a question of its own making', { challenge: 'YS1xdWVzdGlvbg' }],
  ['another site', { origin: 'https://evil.test' }],
  ['another relying party', { rpId: 'evil.test' }],
  ['nobody touching it', { present: false }],
  ['nobody verified', { verified: false }],
  ['an unknown id', { credentialId: 'AAAA' }],
  ['another person’s name on it', { userHandle: btoa('x'.repeat(20)).replaceAll('=', '') }],
])('a passkey that answers with %s opens nothing', async (_what, quirks) => {
  const { device } = await addPasskey(await newSeller())
  const { browser, response } = await enter(device, quirks)
  expect(await response.json()).toMatchObject({ status: 401, code: 'invalid-credentials' })
  expect(browser.cookie).toBe('')
})

test('a question is answered once, also when two answer at the same moment, and for five minutes', async () => {
  const now = new Date('2026-04-01T00:00:00Z')
  const at = (ms: number) => new Date(now.getTime() + ms)
  const question = { purpose: 'sign-in', personId: null } as const
  const challenges = await Promise.all([1, 2, 3].map(() => newChallenge(db, question, now)))
  const use = (index: number, ms: number) => useChallenge(db, challenges[index]!, question, at(ms))
  const both = await Promise.all([use(0, 1), use(0, 1)])
  expect(both.toSorted()).toEqual([false, true])
  expect(await use(1, 5 * 60_000 - 1)).toBe(true)
  expect(await use(2, 5 * 60_000)).toBe(false)
})

test('a wrong answer spends the question', async () => {
  const { device } = await addPasskey(await newSeller())
  const browser = new TestBrowser()
  const challenge = await ask(browser, '/api/auth/passkey')
  for (const quirks of [{ verified: false }, {}]) {
    const passkey = await device.sign(challenge, quirks)
    const response = await browser.send('POST', '/api/auth/passkey/login', { passkey })
    expect(response.status).toBe(401)
  }
})

test('a question for one purpose or one person is none for another', async () => {
  const seller = await newSeller()
  const { device } = await addPasskey(seller)
  const now = new Date()
  const confirming = { purpose: 'confirm', personId: seller.personId } as const
  const challenge = await newChallenge(db, confirming, now)
  const asked = { db, site: SITE, now }
  const signIn = { purpose: 'sign-in', personId: null } as const
  expect(await provePasskey(asked, signIn, await device.sign(challenge))).toBeUndefined()
  const other = { ...confirming, personId: (await newSeller()).personId }
  expect(await provePasskey(asked, other, await device.sign(challenge))).toBeUndefined()
  expect(await provePasskey(asked, confirming, await device.sign(challenge))).toBeDefined()
})

test('a device that counts its signatures shows a copy of it by counting behind', async () => {
  const { device } = await addPasskey(await newSeller())
  const signed = async (signCount: number) => (await enter(device, { signCount })).response.status
  expect(await signed(5)).toBe(200)
  expect(await signed(5)).toBe(401)
  expect(await signed(4)).toBe(401)
  expect(await signed(0)).toBe(401)
  expect(await signed(6)).toBe(200)
})

test('a passkey is registered once, to one person', async () => {
  const [mine, theirs] = [await newSeller(), await newSeller()]
  const { device } = await addPasskey(mine)
  await theirs.confirm()
  const made = device.make(await ask(theirs.browser, '/api/passkeys'))
  const again = await theirs.browser.send('POST', '/api/passkeys', { name: 'Copy', ...made })
  expect(await again.json()).toMatchObject({ status: 409, code: 'passkey-known' })
  expect(await theirs.browser.isSignedIn()).toBe(true)
})

test('a registration answers the question that this person was asked', async () => {
  const [mine, theirs] = [await newSeller(), await newSeller()]
  const device = await newAuthenticator(mine.personId)
  await mine.confirm()
  await theirs.confirm()
  const foreign = device.make(await ask(theirs.browser, '/api/passkeys'))
  const own = device.make(await ask(mine.browser, '/api/passkeys'), { verified: false })
  for (const made of [foreign, own, device.make('YS1xdWVzdGlvbg')]) {
    const response = await mine.browser.send('POST', '/api/passkeys', { name: 'x', ...made })
    expect(await response.json()).toMatchObject({ status: 400, code: 'passkey-wrong' })
  }
})

test('a passkey has a name of its owner’s choice, and no one else’s', async () => {
  const [mine, theirs] = [await newSeller(), await newSeller()]
  const { passkey } = await addPasskey(mine)
  const path = `/api/passkeys/${passkey.id}`
  const renamed = await mine.browser.send('PATCH', path, { name: 'दुकान का फ़ोन' })
  expect(await renamed.json()).toMatchObject({ name: 'दुकान का फ़ोन' })
  await theirs.confirm()
  expect((await theirs.browser.send('PATCH', path, { name: 'x' })).status).toBe(404)
  expect((await theirs.browser.send('DELETE', path)).status).toBe(404)
  const list = await (await theirs.browser.send('GET', '/api/passkeys')).json()
  expect(list).toEqual({ items: [], nextCursor: null })
})

test('a removed passkey opens nothing, and other sessions end', async () => {
  const seller = await newSeller()
  const { device, passkey } = await addPasskey(seller)
  const { browser: other } = await enter(device)
  await seller.browser.send('DELETE', `/api/passkeys/${passkey.id}`)
  expect([await seller.browser.isSignedIn(), await other.isSignedIn()]).toEqual([true, false])
  expect((await enter(device)).response.status).toBe(401)
  // It was the last second factor: the password is enough again, and the recovery codes are gone.
  expect((await seller.logIn()).response.status).toBe(200)
  const state = await seller.browser.send('GET', '/api/auth/second-factors')
  expect(await state.json()).toMatchObject({ passkeys: 0, recoveryCodesLeft: 0 })
})

test('removing one asks to confirm', async () => {
  const seller = await newSeller()
  const { device, passkey } = await addPasskey(seller)
  const { browser } = await enter(device)
  const response = await browser.send('DELETE', `/api/passkeys/${passkey.id}`)
  expect(await response.json()).toMatchObject({ status: 403, code: 'confirmation-required' })
  expect((await enter(device)).response.status).toBe(200)
})

test('twenty passkeys are the most', async () => {
  const { browser, confirm, personId } = await newSeller()
  await confirm()
  const device = await newAuthenticator(personId)
  const challenge = await ask(browser, '/api/passkeys')
  const row = (createdAt: number) => ({
    credentialId: randomId(),
    id: randomId(),
    personId,
    name: 'x',
    publicKey: '',
    signCount: 0,
    createdAt,
  })
  await db
    .insert(passkeys)
    .values(Array.from({ length: MAX_PASSKEYS }, (_, n) => row(n)).slice(0, 12))
  await db.insert(passkeys).values(Array.from({ length: MAX_PASSKEYS - 12 }, (_, n) => row(n)))
  const refused = await browser.send('POST', '/api/passkeys', {
    name: 'x',
    ...device.make(challenge),
  })
  expect(await refused.json()).toMatchObject({ status: 409, code: 'too-many-passkeys' })
  expect((await browser.send('POST', '/api/passkeys/challenge')).status).toBe(409)
})

test('questions that nobody answered are purged', async () => {
  const now = new Date('2026-04-01T00:00:00Z')
  const { personId } = await newSeller()
  await newChallenge(db, { purpose: 'confirm', personId }, now)
  const left = () =>
    db.select().from(passkeyChallenges).where(eq(passkeyChallenges.personId, personId))
  await purge(db, env.UPLOADS, new Date(now.getTime() + 5 * 60_000))
  expect(await left()).toHaveLength(1)
  await purge(db, env.UPLOADS, new Date(now.getTime() + 5 * 60_000 + 1))
  expect(await left()).toEqual([])
})

test('thirty answers from one place, and then it has to wait', async () => {
  const browser = new TestBrowser()
  const init = { headers: { 'cf-connecting-ip': newAddress() } }
  const passkey = {
    credentialId: 'AAAA',
    clientDataJSON: 'AAAA',
    authenticatorData: 'AAAA',
    signature: 'AAAA',
  }
  const guesses = Array.from({ length: 40 }, () =>
    browser.send('POST', '/api/auth/passkey/login', { passkey }, init),
  )
  const statuses = (await Promise.all(guesses)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 401)).toHaveLength(30)
  expect(statuses.filter((status) => status === 429)).toHaveLength(10)
})
