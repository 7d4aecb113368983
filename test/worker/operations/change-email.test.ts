import { openDb } from '#db/client'
import { emailChanges } from '#db/control/schema/email-changes'
import { outbox } from '#db/control/schema/uploads'
import { mailsTo } from '#test/support/worker/mails'
import { newSeller, PASSWORD, TestBrowser, type TestSeller } from '#test/support/worker/seller'
import { deliver } from '#test/support/worker/uploads'
import { emailKeys, readPeppers } from '#worker/auth/peppers'
import { purge } from '#worker/operations/purge'
import { randomId } from '#worker/random'
import { env } from 'cloudflare:workers'
import { eq, like } from 'drizzle-orm'
import { expect, test } from 'vitest'

const db = openDb(env.DB)
const newEmail = () => `${randomId()}@example.test`
const ASK = '/api/auth/change-email'

/** Asks for another address and delivers the mails that follow. */
async function askFor({ browser, confirm, personId }: TestSeller, email: string) {
  await confirm()
  const response = await browser.send('POST', ASK, { email })
  await deliverMails(personId)
  return response
}
async function deliverMails(personId: string) {
  const changes = await db.select().from(emailChanges).where(eq(emailChanges.personId, personId))
  for (const { id, doneAt } of changes) {
    const steps = doneAt === null ? (['code', 'asked'] as const) : (['done'] as const)
    await deliver(steps.map((about) => ({ type: 'mail-email-change', about, changeId: id })))
  }
}
async function codeTo(email: string): Promise<string> {
  const mail = (await mailsTo(email)).find(({ text }) => /^\d{8}$/m.test(text))
  return /^\d{8}$/m.exec(mail!.text)![0]
}
const enter = (email: string) =>
  new TestBrowser().send('POST', '/api/auth/login', { email, password: PASSWORD })

test('the new address signs in once its code was typed, and the old one no longer does', async () => {
  const seller = await newSeller()
  const email = newEmail()
  expect((await askFor(seller, email)).status).toBe(202)
  expect((await enter(seller.email)).status).toBe(200)
  const code = await codeTo(email)
  const typed = `${code.slice(0, 4)} ${code.slice(4)}`
  const done = await seller.browser.send('POST', `${ASK}/confirm`, { code: typed })
  expect(done.status).toBe(204)
  expect([(await enter(seller.email)).status, (await enter(email)).status]).toEqual([401, 200])
  const me = await seller.browser.send('GET', '/api/me')
  expect(await me.json()).toMatchObject({ user: { email, emailVerified: true } })
})

test('the old address is told twice: that a change is asked for, and that it is done', async () => {
  const seller = await newSeller()
  const email = newEmail()
  await askFor(seller, email)
  const subjects = async () => (await mailsTo(seller.email)).map(({ subject }) => subject)
  expect(await subjects()).toEqual([
    'Somebody wants to change the email address of your TrackEcom account',
  ])
  await seller.browser.post(`${ASK}/confirm`, { code: await codeTo(email) })
  await deliverMails(seller.personId)
  expect((await subjects())[0]).toBe('The email address of your TrackEcom account was changed')
  for (const { text, html } of await mailsTo(seller.email)) expect(text + html).not.toContain(email)
})

test('every other session ends, and this one is new and not confirmed', async () => {
  const seller = await newSeller()
  const { browser } = seller
  const other = (await seller.logIn()).browser
  const email = newEmail()
  await askFor(seller, email)
  const before = browser.cookie
  await browser.post(`${ASK}/confirm`, { code: await codeTo(email) })
  expect(browser.cookie).not.toBe(before)
  expect([await browser.isSignedIn(), await other.isSignedIn()]).toEqual([true, false])
  expect((await browser.send('POST', ASK, { email: newEmail() })).status).toBe(403)
})

test('whether an address has an account is told to nobody but who reads its mails', async () => {
  const [seller, holder] = [await newSeller(), await newSeller()]
  const free = await askFor(seller, newEmail())
  const taken = await askFor(seller, holder.email)
  expect([free.status, taken.status]).toEqual([202, 202])
  expect(await free.json()).toEqual(await taken.json())

  const code = await codeTo(holder.email)
  const confirmed = await seller.browser.send('POST', `${ASK}/confirm`, { code })
  expect(await confirmed.json()).toMatchObject({ status: 409, code: 'email-taken' })
  expect((await enter(holder.email)).status).toBe(200)
  expect((await enter(seller.email)).status).toBe(200)
})

test('the code to one address confirms no other one', async () => {
  const seller = await newSeller()
  const [first, second] = [newEmail(), newEmail()]
  await askFor(seller, first)
  const code = await codeTo(first)
  await askFor(seller, second)
  const wrong = await seller.browser.send('POST', `${ASK}/confirm`, { code })
  expect(await wrong.json()).toMatchObject({ status: 400, code: 'code-wrong' })
  await seller.browser.post(`${ASK}/confirm`, { code: await codeTo(second) })
  expect((await enter(second)).status).toBe(200)
})

test('five guesses, and a code of somebody else is none', async () => {
  const [mine, theirs] = [await newSeller(), await newSeller()]
  const email = newEmail()
  await askFor(mine, email)
  await askFor(theirs, newEmail())
  const code = await codeTo(email)
  const other = String((Number(code) + 1) % 1e8).padStart(8, '0')
  expect((await theirs.browser.send('POST', `${ASK}/confirm`, { code })).status).toBe(400)
  for (let guess = 1; guess <= 5; guess++) {
    const wrong = await mine.browser.send('POST', `${ASK}/confirm`, { code: other })
    expect(wrong.status).toBe(400)
  }
  expect((await mine.browser.send('POST', `${ASK}/confirm`, { code })).status).toBe(400)
})

test('a new password stops a change that somebody else asked for', async () => {
  const seller = await newSeller()
  const email = newEmail()
  await askFor(seller, email)
  const json = { password: PASSWORD, newPassword: 'soan papdi 9' }
  await seller.browser.send('POST', '/api/auth/change-password', json)
  const code = await codeTo(email)
  expect((await seller.browser.send('POST', `${ASK}/confirm`, { code })).status).toBe(400)
})

test('a link mailed to the old address sets no password after the change', async () => {
  const seller = await newSeller()
  await deliver([{ type: 'mail-reset', personId: seller.personId }])
  const token = /#([a-z2-7]{32})$/m.exec((await mailsTo(seller.email))[0]!.text)![1]
  const email = newEmail()
  await askFor(seller, email)
  await seller.browser.post(`${ASK}/confirm`, { code: await codeTo(email) })
  const reset = { token, password: 'soan papdi 9' }
  const late = await new TestBrowser().send('POST', '/api/auth/reset-password', reset)
  expect(await late.json()).toMatchObject({ code: 'link-ended' })
})

test('neither a job nor a code’s row holds an address that can be read', async () => {
  const seller = await newSeller()
  const email = newEmail()
  await seller.confirm()
  await seller.browser.send('POST', ASK, { email })
  const jobs = await db.select().from(outbox).where(like(outbox.job, '%mail-email-change%'))
  expect(JSON.stringify(jobs)).not.toContain('@')
})

test('many who name one address do not flood it', async () => {
  const email = newEmail()
  for (let person = 1; person <= 5; person++) {
    const seller = await newSeller()
    await seller.confirm()
    const asked = await seller.browser.send('POST', ASK, { email })
    expect(asked.status).toBe(202)
  }
  const [emailKey] = emailKeys(readPeppers(env), email)
  const changes = await db.select().from(emailChanges).where(eq(emailChanges.emailKey, emailKey))
  expect(changes).toHaveLength(5)
  const jobs = await db.select().from(outbox).where(like(outbox.job, '%"about":"code"%'))
  const ids = new Set(changes.map(({ id }) => id))
  // Jobs that were relayed left the outbox; no more than three were ever written.
  expect(jobs.filter(({ job }) => ids.has(JSON.parse(job).changeId)).length).toBeLessThanOrEqual(3)
})

test('both addresses are forgotten a day later', async () => {
  const seller = await newSeller()
  await askFor(seller, newEmail())
  const left = () =>
    db.select().from(emailChanges).where(eq(emailChanges.personId, seller.personId))
  const [row] = await left()
  const day = 24 * 3_600_000
  await purge(db, env.UPLOADS, new Date(row!.askedAt + day))
  expect(await left()).toHaveLength(1)
  await purge(db, env.UPLOADS, new Date(row!.askedAt + day + 1))
  expect(await left()).toEqual([])
})
