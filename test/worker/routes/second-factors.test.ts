import { openDb } from '#db/client'
import { authenticators, recoveryCodes } from '#db/control/schema/second-factors'
import { mailsTo } from '#test/support/worker/mails'
import { newApp, newSeller, PASSWORD, TestBrowser } from '#test/support/worker/seller'
import { deliver } from '#test/support/worker/uploads'
import { newAddress, newWorkspace } from '#test/support/worker/workspace'
import { readPeppers } from '#worker/auth/peppers'
import { takeTotp } from '#worker/auth/second-factor'
import { SECOND_FACTOR_BUCKET, throttleSecondFactor } from '#worker/auth/throttle'
import { logIn } from '#worker/operations/log-in'
import { vaultOf } from '#worker/sealed/vault'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

const db = openDb(env.DB)
const peppers = readPeppers(env)
const CODE = /^[a-z2-7]{6}(-[a-z2-7]{6}){3}$/

const codeOf = async (response: Response) =>
  ((await response.json()) as { code?: string }).code ?? response.status

test('an app is set up with a secret, and on once it has shown a code', async () => {
  const { browser, confirm, email } = await newSeller()
  await confirm()
  const offer = await browser.post<{ secret: string; uri: string }>('/api/auth/totp/setup')
  expect(offer.secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(offer.uri).toContain(`secret=${offer.secret}`)
  expect(offer.uri).toContain(encodeURIComponent(email))
  const state = async () => (await browser.send('GET', '/api/auth/second-factors')).json()
  expect(await state()).toEqual({ authenticatorSince: null, passkeys: 0, recoveryCodesLeft: 0 })

  const code = newApp(offer.secret).code()
  const answer = await browser.post<{ recoveryCodes: string[] }>('/api/auth/totp/enable', { code })
  expect(answer.recoveryCodes).toHaveLength(8)
  expect(new Set(answer.recoveryCodes).size).toBe(8)
  for (const one of answer.recoveryCodes) expect(one).toMatch(CODE)
  expect(await state()).toMatchObject({ recoveryCodesLeft: 8 })
  expect(await (await browser.send('GET', '/api/me')).json()).toMatchObject({ user: { mfa: true } })
})

test('a secret that was only offered guards nothing yet', async () => {
  const { browser, confirm, logIn } = await newSeller()
  await confirm()
  await browser.post('/api/auth/totp/setup')
  expect((await logIn()).response.status).toBe(200)
})

test.each([
  ['POST', '/api/auth/totp/setup', undefined],
  ['POST', '/api/auth/totp/enable', { code: '123456' }],
  ['DELETE', '/api/auth/totp', undefined],
  ['POST', '/api/auth/recovery-codes', undefined],
  ['POST', '/api/passkeys/challenge', undefined],
  ['POST', '/api/passkeys', { name: 'x', clientDataJSON: 'AA', attestationObject: 'AA' }],
  ['POST', '/api/auth/change-email', { email: 'new@example.test' }],
])('%s %s asks first to confirm', async (method, path, json) => {
  const { browser } = await newSeller()
  const response = await browser.send(method, path, json)
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ code: 'confirmation-required' })
})

test('the table holds neither the secret nor a recovery code that can be read', async () => {
  const { browser, confirm, personId, withApp } = await newSeller()
  await confirm()
  const { secret } = await browser.post<{ secret: string }>('/api/auth/totp/setup')
  const { recoveryCodes: codes } = await withApp()
  const rows = JSON.stringify([
    await db.select().from(authenticators).where(eq(authenticators.personId, personId)),
    await db.select().from(recoveryCodes).where(eq(recoveryCodes.personId, personId)),
  ])
  expect(rows).not.toContain(secret)
  for (const code of codes) {
    expect(rows).not.toContain(code)
    expect(rows).not.toContain(code.replaceAll('-', ''))
  }
})

test('signing in then takes the password and a code', async () => {
  const { logIn, withApp } = await newSeller()
  const { app } = await withApp()
  const missing = await logIn()
  expect(missing.response.status).toBe(401)
  expect(await missing.response.json()).toMatchObject({ code: 'mfa-required' })
  expect(missing.browser.cookie).toBe('')

  const wrong = await logIn({ totp: '000000' })
  expect(wrong.response.status).toBe(401)
  const right = await logIn({ totp: app.code(Date.now(), 1) })
  expect(right.response.status).toBe(200)
  expect(await right.response.json()).toMatchObject({ user: { mfa: true } })
  expect(await right.browser.isSignedIn()).toBe(true)
})

test('with a wrong password a right code says nothing, not even that a code is needed', async () => {
  const { logIn, withApp } = await newSeller()
  const { app } = await withApp()
  const guess = await logIn({ password: 'kaju katli 8', totp: app.code(Date.now(), 1) })
  expect(await codeOf(guess.response)).toBe('invalid-credentials')
  // And the code was not spent by it.
  expect((await logIn({ totp: app.code(Date.now(), 1) })).response.status).toBe(200)
})

test('a code works once, also when two show it at the same moment', async () => {
  const { personId, withApp } = await newSeller()
  const { app } = await withApp()
  const now = new Date()
  const code = app.code(now.getTime(), 1)
  const both = await Promise.all(
    [1, 2].map(() => takeTotp({ db, peppers, vault: vaultOf(env), now }, personId, code, true)),
  )
  expect(both.toSorted()).toEqual([false, true])
  expect(await takeTotp({ db, peppers, vault: vaultOf(env), now }, personId, code, true)).toBe(
    false,
  )
})

test('the code that turned the app on signs nobody in', async () => {
  const { browser, confirm, logIn } = await newSeller()
  await confirm()
  const { secret } = await browser.post<{ secret: string }>('/api/auth/totp/setup')
  const code = newApp(secret).code()
  await browser.post('/api/auth/totp/enable', { code })
  expect(await codeOf((await logIn({ totp: code })).response)).toBe('mfa-wrong')
})

test('sixty guesses at a code at the same moment pass exactly ten', async () => {
  const { personId } = await newWorkspace()
  const now = new Date('2026-04-01T00:00:00Z')
  const guesses = Array.from({ length: 60 }, () =>
    throttleSecondFactor({ db, peppers, now }, personId).then(
      () => true,
      () => false,
    ),
  )
  expect((await Promise.all(guesses)).filter(Boolean)).toHaveLength(10)
  expect(SECOND_FACTOR_BUCKET).toEqual({ size: 10, msPerToken: 600_000 })
})

test('after ten wrong codes even the right one waits, and a recovery code does not', async () => {
  const { email, withApp } = await newSeller()
  const { app, recoveryCodes: codes } = await withApp()
  const now = Date.now()
  const site = { origin: 'https://app.example.test', rpId: 'app.example.test' }
  const enter = (totp: string, minutes: number) => {
    const visitor = {
      db,
      peppers,
      vault: vaultOf(env),
      ipPrefix: newAddress(),
      now: new Date(now + minutes * 60_000),
    }
    const second = { totp, site }
    return logIn(visitor, { email, password: PASSWORD, replaces: undefined, second })
  }
  // Turning the app on took the first of the ten. The account's own bucket gives one guess a minute.
  for (let times = 1; times <= 9; times++) {
    await expect(enter('000000', times)).rejects.toMatchObject({ code: 'mfa-wrong' })
  }
  const right = app.code(now + 9.5 * 60_000)
  await expect(enter(right, 9.5)).rejects.toMatchObject({ status: 429, retryAfterSeconds: 600 })
  expect((await enter(codes[0]!, 9.5)).secret).toMatch(/^[a-z2-7]{32}$/)
})

test('a recovery code stands in for the app, once, however it is typed', async () => {
  const { browser, logIn, withApp } = await newSeller()
  const { recoveryCodes: codes } = await withApp()
  const typed = ` ${codes[3]!.toUpperCase().replaceAll('-', ' ')} `
  expect((await logIn({ totp: typed })).response.status).toBe(200)
  expect(await codeOf((await logIn({ totp: codes[3] })).response)).toBe('mfa-wrong')
  expect((await logIn({ totp: codes[4] })).response.status).toBe(200)
  const state = await browser.send('GET', '/api/auth/second-factors')
  expect(await state.json()).toMatchObject({ recoveryCodesLeft: 6 })
})

test('another person’s recovery code and app open nothing', async () => {
  const [mine, theirs] = [await newSeller(), await newSeller()]
  await mine.withApp()
  const { app, recoveryCodes: codes } = await theirs.withApp()
  for (const totp of [codes[0], app.code(Date.now(), 1)]) {
    expect(await codeOf((await mine.logIn({ totp })).response)).toBe('mfa-wrong')
  }
  expect((await theirs.logIn({ totp: codes[0] })).response.status).toBe(200)
})

test('new recovery codes end the earlier ones', async () => {
  const { browser, logIn, withApp } = await newSeller()
  const { recoveryCodes: before } = await withApp()
  const path = '/api/auth/recovery-codes'
  const { recoveryCodes: after } = await browser.post<{ recoveryCodes: string[] }>(path)
  expect(await codeOf((await logIn({ totp: before[0] })).response)).toBe('mfa-wrong')
  expect((await logIn({ totp: after[0] })).response.status).toBe(200)
})

test('turning the app on and off ends every other session, and renews this one', async () => {
  const { browser, logIn, withApp } = await newSeller()
  const other = (await logIn()).browser
  const old = new TestBrowser()
  old.cookie = browser.cookie
  const { recoveryCodes: codes } = await withApp()
  expect([await browser.isSignedIn(), await other.isSignedIn()]).toEqual([true, false])
  expect(await old.isSignedIn()).toBe(false)

  const second = (await logIn({ totp: codes[0] })).browser
  expect((await browser.send('DELETE', '/api/auth/totp')).status).toBe(204)
  expect([await browser.isSignedIn(), await second.isSignedIn()]).toEqual([true, false])
  // Now the password alone signs in again, and no recovery code is left lying about.
  expect((await logIn()).response.status).toBe(200)
  const state = await browser.send('GET', '/api/auth/second-factors')
  expect(await state.json()).toEqual({
    authenticatorSince: null,
    passkeys: 0,
    recoveryCodesLeft: 0,
  })
})

test('an app that is on is not replaced by another one', async () => {
  const { browser, logIn, withApp } = await newSeller()
  const { app } = await withApp()
  const again = await browser.send('POST', '/api/auth/totp/setup')
  expect(await again.json()).toMatchObject({ status: 409, code: 'authenticator-already-on' })
  expect((await logIn({ totp: app.code(Date.now(), 1) })).response.status).toBe(200)
})

test('without a second factor there is nothing to turn off and nothing to recover', async () => {
  const { browser, confirm } = await newSeller()
  await confirm()
  expect((await browser.send('DELETE', '/api/auth/totp')).status).toBe(409)
  expect((await browser.send('POST', '/api/auth/recovery-codes')).status).toBe(409)
  const enable = await browser.send('POST', '/api/auth/totp/enable', { code: '123456' })
  expect(enable.status).toBe(409)
})

test('the owner gets a mail and an event of each change', async () => {
  const { browser, email, personId, withApp } = await newSeller()
  await withApp()
  await deliver([{ type: 'mail-notice', personId, notice: 'authenticator-on' }])
  const [mail] = await mailsTo(email)
  expect(mail).toMatchObject({ subject: 'Sign-in to TrackEcom now asks for a code' })
  expect(mail!.text).toContain('/forgot-password')
  await browser.send('DELETE', '/api/auth/totp')
  const events = await browser.send('GET', '/api/security-events')
  const { items } = await events.json<{ items: { kind: string }[] }>()
  expect(items.map(({ kind }) => kind)).toEqual([
    'authenticator-off',
    'authenticator-on',
    'confirmed',
    'signed-up',
  ])
})

test('a new password by mail does not open an account that has a second factor', async () => {
  const { email, personId, logIn, withApp } = await newSeller()
  await withApp()
  await deliver([{ type: 'mail-reset', personId }])
  const token = /reset-password#([a-z2-7]{32})$/m.exec((await mailsTo(email))[0]!.text)![1]
  const anyone = new TestBrowser()
  await anyone.post('/api/auth/reset-password', { token, password: 'soan papdi 9' })
  expect(await codeOf((await logIn({ password: 'soan papdi 9' })).response)).toBe('mfa-required')
})
