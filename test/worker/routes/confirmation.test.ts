import { sessions } from '#db/control/schema/people'
import { newAuthenticator } from '#test/support/worker/authenticator'
import { newSeller, PASSWORD } from '#test/support/worker/seller'
import { newAddress, newWorkspace } from '#test/support/worker/workspace'
import { readPeppers } from '#worker/auth/peppers'
import { insistOnConfirmation } from '#worker/auth/require-confirmed'
import { digestOf } from '#worker/auth/sessions'
import { confirm } from '#worker/operations/confirm'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

const MINUTE = 60_000
const SITE = { origin: 'https://app.example.test', rpId: 'app.example.test' }
const REQUIRED = { status: 403, code: 'confirmation-required' }

const place = () => ({ peppers: readPeppers(env), ipPrefix: newAddress() })

async function newConfirmer() {
  const seller = await newSeller()
  const caller = await seller.caller()
  const at = (ms: number) => ({ ...caller, now: new Date(caller.now.getTime() + ms) })
  const show = (proof: object, ms = 0) => confirm(at(ms), place(), { site: SITE, ...proof })
  return { ...seller, at, show, insist: (ms = 0) => insistOnConfirmation(at(ms)) }
}

test('a session that has just begun is not confirmed', async () => {
  const { insist } = await newConfirmer()
  await expect(insist()).rejects.toMatchObject(REQUIRED)
})

test('the right password opens ten minutes, and then it is asked for again', async () => {
  const { show, insist } = await newConfirmer()
  await show({ password: PASSWORD })
  await insist(10 * MINUTE - 1)
  await expect(insist(10 * MINUTE)).rejects.toMatchObject(REQUIRED)
})

test('it opens this session, and no other one of the same person', async () => {
  const { logIn, browser, confirm } = await newSeller()
  const other = (await logIn()).browser
  await confirm()
  const setUp = (one: typeof browser) => one.send('POST', '/api/auth/totp/setup')
  expect((await setUp(other)).status).toBe(403)
  expect((await setUp(browser)).status).toBe(200)
})

test('a wrong password opens nothing, and its owner can read of the attempt', async () => {
  const { browser, show, insist } = await newConfirmer()
  await expect(show({ password: 'kaju katli 8' })).rejects.toMatchObject({ code: 'password-wrong' })
  await expect(insist()).rejects.toMatchObject(REQUIRED)
  const events = await browser.send('GET', '/api/security-events')
  expect(await events.json()).toMatchObject({ items: [{ kind: 'confirm-failed' }, {}] })
})

test('sixty guesses at the same moment pass exactly ten', async () => {
  const { show } = await newConfirmer()
  // A code costs no hash, so that only the bucket decides.
  const guesses = Array.from({ length: 60 }, () => show({ totp: 'x' }))
  const refusals = (await Promise.allSettled(guesses)).map((one) =>
    one.status === 'rejected' ? (one.reason as { status: number }).status : 204,
  )
  expect(refusals.filter((status) => status === 400)).toHaveLength(10)
  expect(refusals.filter((status) => status === 429)).toHaveLength(50)
})

test('who is held up gets one more guess a minute', async () => {
  const { show } = await newConfirmer()
  for (let times = 1; times <= 10; times++) {
    await expect(show({ totp: 'x' })).rejects.toMatchObject({ status: 400 })
  }
  await expect(show({ password: PASSWORD }, MINUTE - 1)).rejects.toMatchObject({ status: 429 })
  await show({ password: PASSWORD }, MINUTE)
})

test('one place gets thirty guesses, whoever is signed in there', async () => {
  const ipPrefix = newAddress()
  const outcomes: number[] = []
  for (let person = 1; person <= 4; person++) {
    const caller = await (await newWorkspace()).caller(new Date('2026-04-01T00:00:00Z'))
    for (let times = 1; times <= 9; times++) {
      const guess = confirm(
        caller,
        { peppers: readPeppers(env), ipPrefix },
        { site: SITE, totp: 'x' },
      )
      outcomes.push(
        await guess.then(
          () => 204,
          (error: { status: number }) => error.status,
        ),
      )
    }
  }
  expect(outcomes.filter((status) => status === 400)).toHaveLength(30)
  expect(outcomes.slice(30)).toEqual([429, 429, 429, 429, 429, 429])
})

test('a code of the app confirms, once', async () => {
  const { browser, withApp } = await newSeller()
  const { app } = await withApp()
  const totp = app.code(Date.now(), 1)
  expect((await browser.send('POST', '/api/auth/confirm', { totp })).status).toBe(204)
  const again = await browser.send('POST', '/api/auth/confirm', { totp })
  expect(await again.json()).toMatchObject({ status: 400, code: 'code-wrong' })
})

test('a passkey confirms with a question of its own, once', async () => {
  const { browser, personId, confirm } = await newSeller()
  const device = await newAuthenticator(personId)
  await confirm()
  const ask = async (path: string) =>
    (await browser.post<{ challenge: string }>(`${path}/challenge`)).challenge
  const made = device.make(await ask('/api/passkeys'))
  await browser.post('/api/passkeys', { name: 'Phone', ...made })

  const show = (passkey: object) => browser.send('POST', '/api/auth/confirm', { passkey })
  const right = await device.sign(await ask('/api/auth/confirm'))
  expect((await show(right)).status).toBe(204)
  expect(await (await show(right)).json()).toMatchObject({ status: 400, code: 'passkey-wrong' })
  // A question that was put for signing in is none for confirming.
  const foreign = await device.sign(await ask('/api/auth/passkey'))
  expect((await show(foreign)).status).toBe(400)
})

test('another person’s passkey and question confirm nothing', async () => {
  const [mine, theirs] = [await newSeller(), await newSeller()]
  const device = await newAuthenticator(theirs.personId)
  await theirs.confirm()
  const asked = await theirs.browser.post<{ challenge: string }>('/api/passkeys/challenge')
  await theirs.browser.post('/api/passkeys', { name: 'Phone', ...device.make(asked.challenge) })
  for (const { browser } of [mine, theirs]) {
    const { challenge } = await browser.post<{ challenge: string }>('/api/auth/confirm/challenge')
    const passkey = await device.sign(challenge)
    const shown = await mine.browser.send('POST', '/api/auth/confirm', { passkey })
    expect(shown.status).toBe(400)
  }
})

test.each([{}, { password: PASSWORD, totp: '123456' }, { password: 7 }, { passkey: {} }])(
  '%j is no single proof',
  async (json) => {
    const { browser } = await newSeller()
    const response = await browser.send('POST', '/api/auth/confirm', json)
    expect(await response.json()).toMatchObject({ status: 400, code: 'invalid-request' })
  },
)

test('the ten minutes stand with the session alone, and end with it', async () => {
  const { browser, confirm, at } = await newConfirmer()
  await confirm()
  const { db } = at(0)
  const row = () =>
    db
      .select()
      .from(sessions)
      .where(eq(sessions.id, digestOf(browser.secret)))
  expect(await row()).toMatchObject([{ confirmedAt: expect.any(Number) }])
  const before = browser.secret
  await browser.send('POST', '/api/auth/change-password', {
    password: PASSWORD,
    newPassword: 'soan papdi 9',
  })
  expect(browser.secret).not.toBe(before)
  expect(await row()).toMatchObject([{ confirmedAt: null }])
})
