import { openDb } from '#db/client'
import { personalTokens } from '#db/control/schema/tokens'
import { members } from '#db/control/schema/workspaces'
import { newSeller, TestBrowser } from '#test/support/worker/seller'
import { newWorkspace, request } from '#test/support/worker/workspace'
import { MAX_TOKENS } from '#worker/operations/create-token'
import { env } from 'cloudflare:workers'
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

const db = openDb(env.DB)
type Made = { token: string; item: { id: string; scopes: string[]; lastUsedAt: string | null } }
const WANTED = { name: 'My script', scopes: ['reports:read'], expiresInDays: 30 }

async function newToken(scopes: readonly string[] = WANTED.scopes) {
  const seller = await newSeller()
  await seller.confirm()
  const made = await seller.browser.post<Made>('/api/tokens', { ...WANTED, scopes })
  return { ...seller, ...made }
}

const withToken = (token: string, path: string, init: RequestInit = {}) =>
  request(path, { ...init, headers: { authorization: `Bearer ${token}` } })

test('a token opens what it is for, and shows itself in the list without its text', async () => {
  const { token, item, browser } = await newToken()
  expect((await withToken(token, '/api/stores')).status).toBe(200)
  expect((await withToken(token, '/api/me')).status).toBe(200)
  const { items } = await (
    await browser.send('GET', '/api/tokens')
  ).json<{ items: Made['item'][] }>()
  expect(items).toMatchObject([{ ...item, lastUsedAt: expect.any(String) }])
  expect(JSON.stringify(items)).not.toContain(token)
})

test('only its digest is kept', async () => {
  const { token, item } = await newToken()
  const rows = await db.select().from(personalTokens).where(eq(personalTokens.id, item.id))
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(token.slice(3, 33))
})

test.each([
  ['GET', '/api/uploads'],
  ['PUT', '/api/costs/S-1'],
  ['GET', '/api/export/costs.csv?from=2026-01-01&to=2026-01-31'],
  ['GET', '/api/sessions'],
  ['POST', '/api/tokens'],
  ['POST', '/api/auth/change-password'],
  ['PATCH', '/api/discrepancies'],
])('a token for reading reports may not %s %s', async (method, path) => {
  const { token } = await newToken()
  const response = await withToken(token, path, { method })
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ code: 'not-allowed' })
})

test('a token for sending files sends one, and it says where it came from', async () => {
  const { token } = await newToken(['uploads:write'])
  const sent = await withToken(token, '/api/uploads?filename=a.csv', {
    method: 'POST',
    body: 'a,b',
  })
  expect(sent.status).toBe(202)
  expect(await sent.json()).toMatchObject({ upload: { source: 'api' } })
  expect((await withToken(token, '/api/stores')).status).toBe(403)
})

test('nobody makes a token without showing again that it is them', async () => {
  const { browser } = await newSeller()
  const response = await browser.send('POST', '/api/tokens', WANTED)
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ code: 'confirmation-required' })
})

test('a token that is removed, or over, or whose person has left, opens nothing', async () => {
  const removed = await newToken()
  await removed.browser.send('DELETE', `/api/tokens/${removed.item.id}`)
  const over = await newToken()
  await db
    .update(personalTokens)
    .set({ expiresAt: Date.now() - 1 })
    .where(eq(personalTokens.id, over.item.id))
  const left = await newToken()
  await db.delete(members).where(and(eq(members.personId, left.personId)))
  for (const { token } of [removed, over, left]) {
    const response = await withToken(token, '/api/stores')
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ code: 'not-signed-in' })
  }
})

test('all tokens end at once', async () => {
  const { token, browser } = await newToken()
  await browser.send('DELETE', '/api/tokens')
  expect((await withToken(token, '/api/stores')).status).toBe(401)
})

test('somebody else’s token is not found', async () => {
  const { item } = await newToken()
  const other = await newWorkspace()
  const response = await other.request(`/api/tokens/${item.id}`, { method: 'DELETE' })
  expect(response.status).toBe(404)
})

test('beside a token the cookie is not read', async () => {
  const { browser } = await newToken()
  const headers = { authorization: 'Bearer te_none' }
  expect((await browser.send('GET', '/api/me', undefined, { headers })).status).toBe(401)
  expect(await browser.isSignedIn()).toBe(true)
})

test.each([
  [{ ...WANTED, scopes: [] }],
  [{ ...WANTED, scopes: ['kpis:write'] }],
  [{ ...WANTED, scopes: ['everything'] }],
  [{ ...WANTED, expiresInDays: 0 }],
  [{ ...WANTED, expiresInDays: 366 }],
  [{ ...WANTED, name: '' }],
])('%j is no token that one can have', async (wanted) => {
  const { browser, confirm } = await newSeller()
  await confirm()
  expect((await browser.send('POST', '/api/tokens', wanted)).status).toBe(400)
})

test(`a person has ${MAX_TOKENS} tokens, and not one more`, async () => {
  const { browser, confirm } = await newSeller()
  await confirm()
  const all = await Promise.all(
    Array.from({ length: MAX_TOKENS + 1 }, () => browser.send('POST', '/api/tokens', WANTED)),
  )
  const made = all.filter(({ status }) => status === 201)
  expect(made).toHaveLength(MAX_TOKENS)
  expect(all.filter(({ status }) => status === 409)).toHaveLength(1)
})

test('a stranger’s browser learns nothing from a token in the wrong form', async () => {
  const browser = new TestBrowser()
  for (const authorization of [
    'Basic YTpi',
    'Bearer',
    'Bearer ',
    `Bearer ${'x'.repeat(5_000)}`,
    'te_',
  ]) {
    const response = await browser.send('GET', '/api/me', undefined, { headers: { authorization } })
    expect(response.status).toBe(401)
  }
})
