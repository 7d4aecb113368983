import { personId, workspaceId } from '#core/ids'
import { openDb } from '#db/client'
import { findWorkspaceOfPerson } from '#db/control/queries/workspaces'
import { mailsTo } from '#test/support/worker/mails'
import { newAddress, request } from '#test/support/worker/workspace'
import { readPeppers } from '#worker/auth/peppers'
import { readSession, startSession } from '#worker/auth/sessions'
import type { SignedIn } from '#worker/env'
import { openLedger } from '#worker/open-ledger'
import { fileStoreOf } from '#worker/sealed/file-store'
import { changeOwnPassword } from '#worker/operations/change-password'
import { logIn } from '#worker/operations/log-in'
import { mailReset } from '#worker/operations/mail-reset'
import { register } from '#worker/operations/register'
import { resetPassword } from '#worker/operations/reset-password'
import { randomId } from '#worker/random'
import { vaultOf } from '#worker/sealed/vault'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

const START = new Date('2026-04-01T00:00:00Z')
const at = (ms: number) => new Date(START.getTime() + ms)
const PASSWORD = 'kaju katli 7'
const NEW = 'soan papdi 9'
const db = openDb(env.DB)
const peppers = readPeppers(env)
const visitor = () => ({ db, peppers, vault: vaultOf(env), ipPrefix: newAddress(), now: START })

async function newSeller(now = START) {
  const email = `${randomId()}@example.test`
  const seller = { name: 'Asha', email, password: PASSWORD }
  const { person, secret } = await register({ ...visitor(), now }, seller)
  const id = personId(person.id)
  const workspace = workspaceId((await findWorkspaceOfPerson(db, id, START.getTime()))!.id)
  const caller = async (instant = START): Promise<SignedIn> => {
    const { sessionId, ledger, role } = (await readSession(db, secret, START))!
    const ids = { workspaceId: workspace, personId: id, sessionId, role, via: 'dashboard' as const }
    const files = fileStoreOf(env, workspace)
    return { db, ledger: openLedger(env, ledger), files, ...ids, now: instant }
  }
  return { id, email, secret, workspace, caller }
}
const opens = (email: string, password: string) =>
  logIn(visitor(), { email, password, replaces: undefined }).then(
    () => true,
    () => false,
  )
const me = (session: string) => request('/api/me', { headers: { cookie: session } })
const cookieOf = (response: Response) => response.headers.get('set-cookie')!.split(';')[0]!
const WRONG = { status: 400, code: 'password-wrong' }

test('the new password opens, the old one does not, and only the new session is left', async () => {
  const { id, email, secret, workspace, caller } = await newSeller()
  const other = await startSession(db, workspace, id, START)
  const change = { password: PASSWORD, newPassword: NEW }
  const { secret: next } = await changeOwnPassword(await caller(), visitor(), change)
  const live = await Promise.all([secret, other, next].map((one) => readSession(db, one, START)))
  expect(live.map((session) => session !== undefined)).toEqual([false, false, true])
  expect([await opens(email, PASSWORD), await opens(email, NEW)]).toEqual([false, true])
})

test('a wrong password changes nothing and ends no session', async () => {
  const { email, secret, caller } = await newSeller()
  const wrong = changeOwnPassword(await caller(), visitor(), { password: NEW, newPassword: NEW })
  await expect(wrong).rejects.toMatchObject(WRONG)
  expect(await readSession(db, secret, START)).toBeDefined()
  expect(await opens(email, PASSWORD)).toBe(true)
})

test('a link mailed before the change sets no password after it', async () => {
  const { id, email, caller } = await newSeller()
  await mailReset(env, id, START)
  const token = /#([a-z2-7]{32})$/m.exec((await mailsTo(email))[0]!.text)![1]!
  await changeOwnPassword(await caller(), visitor(), { password: PASSWORD, newPassword: NEW })
  const late = resetPassword(visitor(), { token, password: PASSWORD })
  await expect(late).rejects.toMatchObject({ code: 'link-ended' })
})

test('ten guesses in a row, and then one a minute', async () => {
  const { caller } = await newSeller()
  const guess = async (now: Date) =>
    changeOwnPassword(await caller(now), visitor(), { password: NEW, newPassword: NEW })
  for (let times = 1; times <= 10; times++) await expect(guess(START)).rejects.toMatchObject(WRONG)
  await expect(guess(at(59_999))).rejects.toMatchObject({ status: 429 })
  await expect(guess(at(60_000))).rejects.toMatchObject(WRONG)
})

test('the route takes both passwords and gives the browser its new session', async () => {
  const cookie = `__Host-session=${(await newSeller(new Date())).secret}`
  const change = (newPassword: string) =>
    request('/api/auth/change-password', {
      method: 'POST',
      json: { password: PASSWORD, newPassword },
      headers: { cookie },
    })
  expect((await change('short')).status).toBe(400)
  const common = await change('password123')
  expect(await common.json()).toMatchObject({
    code: 'password-too-common',
    fields: [{ path: 'newPassword' }],
  })
  const changed = await change(NEW)
  expect(changed.status).toBe(204)
  expect((await me(cookie)).status).toBe(401)
  expect((await me(cookieOf(changed))).status).toBe(200)
})
