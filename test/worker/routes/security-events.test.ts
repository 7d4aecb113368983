import { personId } from '#core/ids'
import { openDb } from '#db/client'
import { securityEvents } from '#db/control/schema/security-events'
import { mailsTo } from '#test/support/worker/mails'
import { newAddress, newWorkspace } from '#test/support/worker/workspace'
import { coarsePrefix } from '#worker/auth/ip-prefix'
import { readPeppers } from '#worker/auth/peppers'
import { noteSecurityEvent } from '#worker/auth/security-events'
import { REFUSAL_BUCKET } from '#worker/auth/throttle'
import { logIn } from '#worker/operations/log-in'
import { mailReset } from '#worker/operations/mail-reset'
import { purge } from '#worker/operations/purge'
import { register } from '#worker/operations/register'
import { resetPassword } from '#worker/operations/reset-password'
import { randomId } from '#worker/random'
import { vaultOf } from '#worker/sealed/vault'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

const START = new Date('2026-04-01T00:00:00Z')
const PASSWORD = 'kaju katli 7'
const db = openDb(env.DB)
const visitor = () => ({
  db,
  peppers: readPeppers(env),
  vault: vaultOf(env),
  ipPrefix: newAddress(),
  now: START,
})
const count = async () => (await db.select().from(securityEvents)).length
const kindsOf = async (person: string) => {
  const rows = await db.select().from(securityEvents).where(eq(securityEvents.personId, person))
  return rows.map(({ kind }) => kind)
}

test('signing up, in, in vain, and a new password are noted', async () => {
  const email = `${randomId()}@example.test`
  const { person } = await register(visitor(), { name: 'Asha', email, password: PASSWORD })
  const credentials = { email, password: PASSWORD, replaces: undefined }
  await logIn(visitor(), credentials)
  await expect(logIn(visitor(), { ...credentials, password: 'x' })).rejects.toThrow()
  await mailReset(env, personId(person.id), START)
  const token = /#([a-z2-7]{32})$/m.exec((await mailsTo(email))[0]!.text)![1]!
  await resetPassword(visitor(), { token, password: 'soan papdi 9' })
  expect(await kindsOf(person.id)).toEqual([
    'signed-up',
    'signed-in',
    'sign-in-failed',
    'password-changed',
  ])
})

test('a failure is one row for a known and for an unknown address alike', async () => {
  const before = await count()
  const email = `${randomId()}@example.test`
  await expect(logIn(visitor(), { email, password: 'x', replaces: undefined })).rejects.toThrow()
  expect(await count()).toBe(before + 1)
})

test('the owner reads their events, the newest first, and nobody else’s', async () => {
  const [mine, theirs] = [await newWorkspace(), await newWorkspace()]
  await theirs.request('/api/me', { method: 'PATCH', json: { name: 'Ravi' } })
  await noteSecurityEvent({ ...visitor(), ipPrefix: '10.1.2.3' }, mine.personId, 'signed-in')
  await mine.request('/api/me', {
    method: 'PATCH',
    json: { name: 'Asha Devi' },
    headers: { 'cf-connecting-ip': '10.9.8.7' },
  })
  const response = await mine.request('/api/security-events')
  expect(await response.json()).toEqual({
    items: [
      { kind: 'name-changed', at: expect.any(String), place: '10.9.8.0/24' },
      { kind: 'signed-in', at: START.toISOString(), place: '10.1.2.0/24' },
    ],
    nextCursor: null,
  })
})

test('what a role or a token is not for is noted for its person, and does not push all else out of sight', async () => {
  const accountant = await (await newWorkspace()).member('accountant')
  for (let tries = 1; tries <= 7; tries += 1) {
    const refused = await accountant.request('/api/stores', { method: 'POST', json: {} })
    expect(await refused.json()).toMatchObject({ code: 'not-allowed' })
  }
  expect(await kindsOf(accountant.personId)).toEqual(Array(5).fill('access-refused'))
  expect(REFUSAL_BUCKET).toEqual({ size: 5, msPerToken: 720_000 })
})

test.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['unknown', 'unknown'],
])('of %s no more than %s is kept', (prefix, place) => {
  expect(coarsePrefix(prefix)).toBe(place)
})

test('events are erased after 30 days, not before', async () => {
  const person = personId(randomId())
  await noteSecurityEvent(visitor(), person, 'signed-in')
  const due = START.getTime() + 30 * 86_400_000
  await purge(db, env.UPLOADS, new Date(due))
  expect(await kindsOf(person)).toEqual(['signed-in'])
  await purge(db, env.UPLOADS, new Date(due + 1))
  expect(await kindsOf(person)).toEqual([])
})

test('signing out and a new name are noted', async () => {
  const workspace = await newWorkspace()
  await workspace.request('/api/me', { method: 'PATCH', json: { name: 'Ravi' } })
  await workspace.request('/api/auth/logout', { method: 'POST' })
  expect(await kindsOf(workspace.personId)).toEqual(['name-changed', 'signed-out'])
})
