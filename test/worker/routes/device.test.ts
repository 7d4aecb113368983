import { openDb } from '#db/client'
import { deviceGrants } from '#db/control/schema/tokens'
import { newSeller, type TestSeller } from '#test/support/worker/seller'
import { request } from '#test/support/worker/workspace'
import { digestOf } from '#worker/auth/sessions'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

const db = openDb(env.DB)
type Codes = { deviceCode: string; userCode: string; verificationUriComplete: string }
const ASKED = { clientName: 'trackecom on asha-laptop', scopes: ['uploads:write', 'reports:read'] }

async function ask(): Promise<Codes> {
  const response = await request('/api/device/code', { method: 'POST', json: ASKED })
  return response.json()
}

const fetchToken = (deviceCode: string) =>
  request('/api/device/token', { method: 'POST', json: { deviceCode } })

/** As if the device had waited: its last question was long ago. */
const wait = (deviceCode: string) =>
  db
    .update(deviceGrants)
    .set({ lastAskedAt: 0 })
    .where(eq(deviceGrants.digest, digestOf(deviceCode)))

const grantOf = (seller: TestSeller, userCode: string) =>
  seller.browser.send('GET', `/api/device/grant?userCode=${encodeURIComponent(userCode)}`)

const answer = (seller: TestSeller, userCode: string, approve: boolean) =>
  seller.browser.send('POST', '/api/device/approve', { userCode, approve })

async function expectCode(response: Response, status: number, code: string) {
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ code })
}

test('a device shows a code, a person approves it, and the device gets its token once', async () => {
  const { deviceCode, userCode, verificationUriComplete } = await ask()
  expect(userCode).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/)
  expect(verificationUriComplete).toMatch(new RegExp(`/device\\?code=${userCode}$`))
  await expectCode(await fetchToken(deviceCode), 400, 'authorization_pending')

  const seller = await newSeller()
  const question = await (await grantOf(seller, userCode)).json()
  expect(question).toMatchObject({
    clientName: 'trackecom on asha-laptop',
    scopes: ['reports:read', 'uploads:write'],
    place: expect.stringMatching(/^10\.\d+\.\d+\.0\/24$/),
  })
  await seller.confirm()
  expect((await answer(seller, userCode, true)).status).toBe(204)

  await wait(deviceCode)
  const given = await fetchToken(deviceCode)
  expect(given.status).toBe(200)
  const { accessToken, scope } = await given.json<{ accessToken: string; scope: string }>()
  expect(scope).toBe('reports:read uploads:write')
  const headers = { authorization: `Bearer ${accessToken}` }
  expect((await request('/api/stores', { headers })).status).toBe(200)
  await wait(deviceCode)
  await expectCode(await fetchToken(deviceCode), 400, 'expired_token')
})

test('of two devices with one code only one gets a token', async () => {
  const { deviceCode, userCode } = await ask()
  const seller = await newSeller()
  await seller.confirm()
  await answer(seller, userCode, true)
  const both = await Promise.all([fetchToken(deviceCode), fetchToken(deviceCode)])
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('a device that was refused is told so', async () => {
  const { deviceCode, userCode } = await ask()
  const seller = await newSeller()
  await seller.confirm()
  await answer(seller, userCode, false)
  await expectCode(await fetchToken(deviceCode), 400, 'access_denied')
})

test('a device that asks too often is told to slow down', async () => {
  const { deviceCode } = await ask()
  await expectCode(await fetchToken(deviceCode), 400, 'authorization_pending')
  await expectCode(await fetchToken(deviceCode), 400, 'slow_down')
})

test('a code ends after ten minutes, for the device and for the person', async () => {
  const { deviceCode, userCode } = await ask()
  await db
    .update(deviceGrants)
    .set({ expiresAt: Date.now() - 1 })
    .where(eq(deviceGrants.digest, digestOf(deviceCode)))
  await expectCode(await fetchToken(deviceCode), 400, 'expired_token')
  await expectCode(await grantOf(await newSeller(), userCode), 404, 'not-found')
})

test('the first answer stands', async () => {
  const { deviceCode, userCode } = await ask()
  const [one, two] = [await newSeller(), await newSeller()]
  await Promise.all([one.confirm(), two.confirm()])
  expect((await answer(one, userCode, false)).status).toBe(204)
  expect((await answer(two, userCode, true)).status).toBe(404)
  await expectCode(await fetchToken(deviceCode), 400, 'access_denied')
})

test('nobody approves without showing again that it is them', async () => {
  const { userCode } = await ask()
  await expectCode(await answer(await newSeller(), userCode, true), 403, 'confirmation-required')
})

test('a person has five guesses of a code, however many they make at once', async () => {
  const seller = await newSeller()
  const all = await Promise.all(
    Array.from({ length: 60 }, (_, at) => grantOf(seller, `BBBB-BBB${'BCDFGHJKLM'[at % 10]}`)),
  )
  expect(all.filter(({ status }) => status === 404)).toHaveLength(5)
  expect(all.filter(({ status }) => status === 429)).toHaveLength(55)
})

test('a code is read as people type it', async () => {
  const { userCode } = await ask()
  const typed = ` ${userCode.toLowerCase().replace('-', ' ')} `
  expect((await grantOf(await newSeller(), typed)).status).toBe(200)
})

test('a code that nobody made gives nothing', async () => {
  await expectCode(await fetchToken('made-up'), 400, 'expired_token')
})
