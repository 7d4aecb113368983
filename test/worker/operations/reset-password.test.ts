import { openDb } from '#db/client'
import { mailedSecrets } from '#db/control/schema/mailed-secrets'
import { outbox } from '#db/control/schema/uploads'
import { mailsTo } from '#test/support/worker/mails'
import { deliver } from '#test/support/worker/uploads'
import { newAddress, newWorkspace, request } from '#test/support/worker/workspace'
import { emailKeys, readPeppers } from '#worker/auth/peppers'
import { readSession } from '#worker/auth/sessions'
import type { Visitor } from '#worker/auth/throttle'
import { forgotPassword } from '#worker/operations/forgot-password'
import { logIn } from '#worker/operations/log-in'
import { mailReset } from '#worker/operations/mail-reset'
import { register } from '#worker/operations/register'
import { resetPassword } from '#worker/operations/reset-password'
import { personId } from '#core/ids'
import { findPerson, findPersonByEmail } from '#db/control/queries/people'
import { randomId } from '#worker/random'
import { vaultOf } from '#worker/sealed/vault'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'

const START = new Date('2026-04-01T00:00:00Z')
const HOUR = 3_600_000
const at = (ms: number) => new Date(START.getTime() + ms)
const PASSWORD = 'kaju katli 7'
const NEW = 'soan papdi 9'
const db = openDb(env.DB)
const peppers = readPeppers(env)
const visitor = (now = START): Visitor => ({
  db,
  peppers,
  vault: vaultOf(env),
  ipPrefix: newAddress(),
  now,
})
const ENDED = { status: 400, code: 'link-ended' }

async function newSeller() {
  const email = `${randomId()}@example.test`
  const { person, secret } = await register(visitor(), { name: 'Asha', email, password: PASSWORD })
  const id = personId(person.id)
  const token = async (now = START) => {
    await mailReset(env, id, now)
    const [mail] = await mailsTo(email)
    return /reset-password#([a-z2-7]{32})$/m.exec(mail!.text)![1]!
  }
  return { id, email, secret, token }
}
const opens = (email: string, password: string, now = START) =>
  logIn(visitor(now), { email, password, replaces: undefined }).then(
    () => true,
    () => false,
  )
const post = (path: string, json: unknown) => request(path, { method: 'POST', json })

test('a link sets the password once, ends every session and verifies the address', async () => {
  const { id, email, secret, token } = await newSeller()
  const [text, other] = [await token(), await token()]
  await resetPassword(visitor(), { token: text, password: NEW })
  expect([await opens(email, PASSWORD), await opens(email, NEW)]).toEqual([false, true])
  expect(await readSession(db, secret, START)).toBeUndefined()
  expect((await findPerson(db, id))?.emailVerifiedAt).toBe(START.getTime())
  for (const spent of [text, other]) {
    const again = resetPassword(visitor(), { token: spent, password: PASSWORD })
    await expect(again).rejects.toMatchObject(ENDED)
  }
})

test('a link works for an hour', async () => {
  const { token } = await newSeller()
  const text = await token()
  const late = resetPassword(visitor(at(HOUR)), { token: text, password: NEW })
  await expect(late).rejects.toMatchObject(ENDED)
  await resetPassword(visitor(at(HOUR - 1)), { token: text, password: NEW })
})

test('of two who use a link at the same moment one succeeds', async () => {
  const { token } = await newSeller()
  const text = await token()
  const both = ['soan papdi 1', 'soan papdi 2'].map((password) =>
    resetPassword(visitor(), { token: text, password }),
  )
  const outcomes = (await Promise.allSettled(both)).map(({ status }) => status)
  expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('a password that anyone would guess is refused, and the link stays', async () => {
  const { email, token } = await newSeller()
  const text = await token()
  const weak = resetPassword(visitor(), { token: text, password: 'password123' })
  await expect(weak).rejects.toMatchObject({ code: 'password-too-common' })
  await resetPassword(visitor(), { token: text, password: NEW })
  expect(await opens(email, NEW)).toBe(true)
})

test('the table holds no token that can be read, and a code is no token', async () => {
  const { id, token } = await newSeller()
  const text = await token()
  const rows = await db.select().from(mailedSecrets).where(eq(mailedSecrets.personId, id))
  expect(JSON.stringify(rows)).not.toContain(text)
  await db
    .update(mailedSecrets)
    .set({ purpose: 'verify-email' })
    .where(eq(mailedSecrets.personId, id))
  const asLink = resetPassword(visitor(), { token: text, password: NEW })
  await expect(asLink).rejects.toMatchObject(ENDED)
})

test('a known and an unknown address get the same work: one row, one job, of the same shape', async () => {
  const { email, id } = await newSeller()
  const statements = vi.spyOn(env.DB, 'prepare')
  const workFor = async (address: string) => {
    statements.mockClear()
    const [job] = await forgotPassword(visitor(), address)
    const rows = await db.select().from(outbox).where(eq(outbox.job, job!))
    expect(rows).toHaveLength(1)
    return { job: JSON.parse(job!), sql: statements.mock.calls.map(([sql]) => sql) }
  }
  const known = await workFor(email)
  const unknown = await workFor(`${randomId()}@example.test`)
  expect(known.sql.length).toBeGreaterThan(3)
  expect(unknown.sql).toEqual(known.sql)
  expect(known.job).toEqual({ type: 'mail-reset', personId: id })
  expect(unknown.job).toEqual({ type: 'mail-reset', personId: expect.stringMatching(/^\w{20}$/) })
  await mailReset(env, personId(unknown.job.personId), START)
})

test('an address gets three mails in a row, then one each 200 seconds, and no one is told', async () => {
  const { email } = await newSeller()
  const ask = (now: Date) => forgotPassword(visitor(now), email)
  for (let times = 1; times <= 3; times++) expect(await ask(START)).toHaveLength(1)
  expect(await ask(at(199_999))).toEqual([])
  expect(await ask(at(200_000))).toHaveLength(1)
  // And signing in has its own bucket: nobody is locked out by a stranger's mails.
  expect(await opens(email, PASSWORD)).toBe(true)
})

test('thirty requests from one place are answered, and the next has to wait', async () => {
  const one = visitor()
  for (let times = 1; times <= 30; times++) await forgotPassword(one, `${randomId()}@example.test`)
  const next = forgotPassword(one, `${randomId()}@example.test`)
  await expect(next).rejects.toMatchObject({ status: 429 })
  const guess = resetPassword(one, { token: 'a'.repeat(32), password: NEW })
  await expect(guess).rejects.toMatchObject({ status: 429 })
})

test('the routes answer 202 to everyone, mail the owner, and take the link', async () => {
  const { id, email } = await newSeller()
  const answers = [
    await post('/api/auth/forgot-password', { email }),
    await post('/api/auth/forgot-password', { email: `${randomId()}@example.test` }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([202, 202])
  expect(await answers[0]!.json()).toEqual(await answers[1]!.json())
  const resets = async () =>
    (await mailsTo(email)).filter(({ text }) => text.includes('reset-password#'))
  await deliver([{ type: 'mail-reset', personId: id }])
  expect(await resets()).toHaveLength(1)
  const token = /#([a-z2-7]{32})$/m.exec((await resets())[0]!.text)![1]
  const short = await post('/api/auth/reset-password', { token, password: 'short' })
  expect(short.status).toBe(400)
  const done = await post('/api/auth/reset-password', { token, password: NEW })
  expect(done.status).toBe(204)
  expect(done.headers.get('set-cookie')).toBeNull()
  expect(await opens(email, NEW)).toBe(true)
})

test('somebody else’s account stays as it is', async () => {
  const [mine, theirs] = [await newSeller(), await newSeller()]
  const workspace = await newWorkspace(START)
  await resetPassword(visitor(), { token: await mine.token(), password: NEW })
  expect(await opens(theirs.email, PASSWORD)).toBe(true)
  expect(await workspace.caller(START)).toBeDefined()
  const found = await findPersonByEmail(db, emailKeys(peppers, theirs.email))
  expect(found?.emailVerifiedAt).toBeNull()
})
