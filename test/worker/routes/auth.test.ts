import { people, throttles } from '#db/control/schema/people'
import { openDb } from '#db/client'
import { isNotNull } from 'drizzle-orm'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { randomId } from '#worker/random'
import { newAddress, newWorkspace, request } from '../../support/worker/workspace'

const PASSWORD = 'kaju katli 7'

type Answer = { user: { id: string; email: string }; code: string; detail: string }

function newSeller() {
  return { name: 'Asha', email: `${randomId()}@example.test`, password: PASSWORD, isAdult: true }
}
const register = async (json: unknown) => request('/api/auth/register', { method: 'POST', json })
const logIn = (json: unknown, headers: Record<string, string> = {}) =>
  request('/api/auth/login', { method: 'POST', json, headers })
const sessionOf = (response: Response) =>
  /^__Host-session=[a-z2-7]{32}(?=;)/.exec(response.headers.get('set-cookie') ?? '')?.[0] ?? ''
const me = (cookie: string) => request('/api/me', { headers: { cookie } })

test('who registers is signed in, in a workspace of their own', async () => {
  const seller = newSeller()
  const response = await register(seller)
  expect(response.status).toBe(201)
  const { user } = await response.json<Answer>()
  expect(user).toEqual({
    id: expect.any(String),
    name: 'Asha',
    email: seller.email,
    emailVerified: false,
    mfa: false,
    language: 'en',
  })

  const answer = await me(sessionOf(response))
  expect(await answer.json()).toEqual({
    user,
    workspace: { id: expect.any(String), name: 'Asha', role: 'owner' },
    stores: [],
  })
})

test('the session cookie is for this host, over TLS, out of reach of scripts', async () => {
  const response = await register(newSeller())
  const [pair, ...attributes] = response.headers.get('set-cookie')!.split('; ')
  expect(pair).toMatch(/^__Host-session=[a-z2-7]{32}$/)
  expect(attributes.toSorted()).toEqual([
    'HttpOnly',
    'Max-Age=2592000',
    'Path=/',
    'SameSite=Lax',
    'Secure',
  ])
})

test('signing in takes the right password, whatever the case of the address', async () => {
  const seller = newSeller()
  await register(seller)
  const right = await logIn({ email: seller.email.toUpperCase(), password: PASSWORD })
  expect(right.status).toBe(200)
  expect((await me(sessionOf(right))).status).toBe(200)

  const wrong = await logIn({ email: seller.email, password: `${PASSWORD}8` })
  expect(wrong.status).toBe(401)
  expect(wrong.headers.get('set-cookie')).toBeNull()
})

test('a wrong password and an unknown address get the same answer', async () => {
  const seller = newSeller()
  await register(seller)
  const wrong = await logIn({ email: seller.email, password: 'kaju katli 8' })
  const unknown = await logIn({ email: newSeller().email, password: PASSWORD })
  const answers = [await wrong.json<Answer>(), await unknown.json<Answer>()]
  expect([wrong.status, unknown.status]).toEqual([401, 401])
  expect(answers[0]).toMatchObject({ code: 'invalid-credentials' })
  expect({ ...answers[0], requestId: '' }).toEqual({ ...answers[1], requestId: '' })
})

test('an address registers once, also when two try at the same moment', async () => {
  const seller = newSeller()
  const both = await Promise.all([register(seller), register({ ...seller, name: 'Ravi' })])
  expect(both.map((response) => response.status).toSorted()).toEqual([201, 409])

  const third = await register({ ...seller, email: seller.email.toUpperCase() })
  expect(third.status).toBe(409)
  expect(await third.json()).toMatchObject({ code: 'email-taken' })
})

test('signing in starts a new session and ends the one this browser had', async () => {
  const seller = newSeller()
  const first = sessionOf(await register(seller))
  const second = sessionOf(await logIn(seller, { cookie: first }))
  expect(second).not.toBe(first)
  expect((await me(first)).status).toBe(401)
  expect((await me(second)).status).toBe(200)
})

test('signing out ends the session at once and takes the cookie back', async () => {
  const workspace = await newWorkspace()
  const response = await workspace.request('/api/auth/logout', { method: 'POST' })
  expect(response.status).toBe(204)
  expect(response.headers.get('set-cookie')).toMatch(/^__Host-session=; Max-Age=0;/)
  expect((await workspace.request('/api/me')).status).toBe(401)
})

test('an ended session takes its cookie back', async () => {
  const response = await me(`__Host-session=${'a'.repeat(32)}`)
  expect(response.status).toBe(401)
  expect(response.headers.get('set-cookie')).toMatch(/^__Host-session=; Max-Age=0;/)
})

test('beside an Authorization header the cookie is not read', async () => {
  const workspace = await newWorkspace()
  const headers = { authorization: 'Bearer nothing' }
  expect((await workspace.request('/api/me', { headers })).status).toBe(401)
})

test.each([
  ['of seven characters', { password: 'kaju ka' }, 'password'],
  ['of 257 characters', { password: 'k'.repeat(257) }, 'password'],
  ['that is none', { password: 8 }, 'password'],
])('a password %s is refused', async (_name, change, path) => {
  const response = await register({ ...newSeller(), ...change })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'invalid-request', fields: [{ path }] })
})

test.each([['kaju kat'], ['k'.repeat(256)]])(
  'a password of %s is long enough',
  async (password) => {
    const seller = { ...newSeller(), password }
    expect((await register(seller)).status).toBe(201)
    expect((await logIn(seller)).status).toBe(200)
  },
)

test('one of the most common passwords is refused in plain words', async () => {
  const response = await register({ ...newSeller(), password: 'Baseball' })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'password-too-common' })
})

test('the same password typed on another keyboard opens', async () => {
  const seller = newSeller()
  await register({ ...seller, password: 'cafe\u0301 mausam' })
  expect((await logIn({ ...seller, password: 'caf\u00e9 mausam' })).status).toBe(200)
})

test.each([
  ['without a name', { name: '   ' }, 'name'],
  ['with a control character in the name', { name: 'As\u0000ha' }, 'name'],
  ['with a name of 101 characters', { name: 'a'.repeat(101) }, 'name'],
  ['without an address', { email: 'asha' }, 'email'],
  ['as a minor', { isAdult: false }, 'isAdult'],
])('nobody registers %s', async (_name, change, path) => {
  const response = await register({ ...newSeller(), ...change })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ fields: [{ path }] })
})

test('the eleventh guess at one account has to wait, wherever it comes from', async () => {
  const { email } = newSeller()
  const statuses: number[] = []
  for (let n = 0; n < 10; n += 1) statuses.push((await logIn({ email, password: 'x' })).status)
  expect(statuses).toEqual(Array.from({ length: 10 }, () => 401))

  const eleventh = await logIn({ email, password: 'x' })
  expect(eleventh.status).toBe(429)
  expect(eleventh.headers.get('retry-after')).toBe('60')
  expect(await eleventh.json()).toMatchObject({ code: 'too-many-requests' })
})

test('sixty guesses at once: ten reach the password, and few of those at a time', async () => {
  const { email } = newSeller()
  const guesses = Array.from({ length: 60 }, () => logIn({ email, password: 'x' }))
  const statuses = (await Promise.all(guesses)).map((response) => response.status)
  expect(statuses.filter((status) => status === 429)).toHaveLength(50)
  expect(statuses.filter((status) => status === 401 || status === 503)).toHaveLength(10)
})

test('neither address nor e-mail stands in plain words where sign-in looks', async () => {
  const [seller, address] = [newSeller(), newAddress()]
  const headers = { 'cf-connecting-ip': address }
  await request('/api/auth/register', { method: 'POST', json: seller, headers })
  const db = openDb(env.DB)
  const keys = await db.select({ key: people.emailKey }).from(people).where(isNotNull(people.id))
  const looked = JSON.stringify([keys, await db.select().from(throttles)])
  expect(looked).not.toContain(seller.email)
  expect(looked).not.toContain(address)
})
