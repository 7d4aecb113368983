import { uploads } from '#db/control/schema/uploads'
import { stores } from '#db/control/schema/workspaces'
import { app } from '#worker/app'
import { listOperations, openApi } from '#worker/openapi'
import { SECURITY_HEADERS } from '#worker/security-headers'
import { randomId } from '#worker/random'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newWorkspace, request } from '../support/worker/workspace'

// Written out once more, on purpose: a route becomes public only when two files say so.
const PUBLIC = new Set([
  'GET /api/health',
  'GET /api/openapi.json',
  'GET /api/local/mails',
  'POST /api/auth/register',
  'POST /api/auth/login',
  'POST /api/auth/passkey/challenge',
  'POST /api/auth/passkey/login',
  'POST /api/auth/forgot-password',
  'POST /api/auth/reset-password',
  'POST /api/auth/visit',
  'POST /api/device/code',
  'POST /api/device/token',
  'GET /.well-known/jwks.json',
])

const routes = listOperations(app.routes)
const closed = routes.filter(({ method, path }) => !PUBLIC.has(`${method} ${path}`))
const unsafe = routes.filter(({ method }) => method !== 'GET')
const withId = closed.filter(({ path }) => path.includes(':id'))
const concrete = (path: string, id = randomId()) => path.replaceAll(/:\w+(\{[^}]*\})?/g, id)

type Problem = { status: number; code: string; requestId: string }

async function expectProblem(response: Response, status: number, code: string): Promise<void> {
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const problem = await response.json<Problem>()
  expect(problem).toEqual({
    type: `/problems/${code}`,
    title: expect.any(String),
    status,
    code,
    detail: expect.stringMatching(/^[A-Z].*\.$/),
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
}

test('there are routes to guard', () => {
  expect(closed.length).toBeGreaterThanOrEqual(9)
  expect(unsafe.length).toBeGreaterThanOrEqual(8)
})

test.each(closed)('$method $path refuses a request without a session', async ({ method, path }) => {
  await expectProblem(await request(concrete(path), { method }), 401, 'not-signed-in')
})

test.each(closed)('$method $path refuses an unknown session', async ({ method, path }) => {
  const headers = { cookie: `__Host-session=${'b'.repeat(32)}` }
  await expectProblem(await request(concrete(path), { method, headers }), 401, 'not-signed-in')
})

test.each(routes)('$method $path says what it is for', ({ description, path, targets }) => {
  expect(description?.summary).toMatch(/^[A-Z].*[^.]$/)
  if (path.includes(':')) expect(targets.param).toBeDefined()
})

const FOREIGN: [string, Record<string, string>][] = [
  ['Sec-Fetch-Site cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['Sec-Fetch-Site same-site', { 'sec-fetch-site': 'same-site' }],
  ['Sec-Fetch-Site none', { 'sec-fetch-site': 'none' }],
  ['a foreign Origin beside it', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' }],
]

test.each(unsafe)('$method $path obeys no page of another site', async ({ method, path }) => {
  const workspace = await newWorkspace()
  for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
    for (const [, site] of FOREIGN) {
      const headers = { ...site, 'content-type': type }
      const response = await workspace.request(concrete(path), { method, headers, body: '{}' })
      await expectProblem(response, 403, 'cross-site-request')
    }
  }
  // Still signed in: nothing was done.
  expect((await workspace.request('/api/me')).status).toBe(200)
})

test.each(unsafe)(
  '$method $path obeys no other Origin when the browser tells nothing else',
  async ({ method, path }) => {
    const workspace = await newWorkspace()
    const send = (headers: Record<string, string>) =>
      app.request(
        `https://app.example.test${concrete(path)}`,
        { method, headers: { cookie: workspace.cookie, ...headers } },
        env,
      )
    await expectProblem(await send({ origin: 'https://evil.test' }), 403, 'cross-site-request')
    await expectProblem(await send({ origin: 'null' }), 403, 'cross-site-request')
    await expectProblem(await send({}), 403, 'cross-site-request')
    const own = await send({ origin: 'https://app.example.test' })
    // Sensitive acts answer 403 too, and say for what else.
    expect(await own.text()).not.toContain('cross-site-request')
  },
)

test.each(withId)('$method $path finds nothing under a made-up id', async ({ method, path }) => {
  const workspace = await newWorkspace()
  for (const id of [randomId(), '1', "'; DROP TABLE store; --", '%00', '..%2f..%2fme', 'é']) {
    const response = await workspace.request(concrete(path, encodeURIComponent(id)), {
      method,
      json: method === 'GET' || method === 'DELETE' ? undefined : {},
    })
    await expectProblem(response, 404, 'not-found')
  }
})

test.each(withId)('$method $path finds nothing of another workspace', async ({ method, path }) => {
  const [mine, theirs] = [await newWorkspace(), await newWorkspace()]
  const { db, workspaceId, sessionId } = await theirs.caller(new Date())
  const ids = { id: randomId(), workspaceId }
  await db.insert(stores).values({ ...ids, name: 'Main', marketplace: 'meesho', createdAt: 0 })
  await db.insert(uploads).values({
    ...ids,
    filename: 'a.csv',
    bytes: 1,
    sha256: ids.id,
    status: 'done',
    source: 'dashboard',
    receivedAt: 0,
  })
  for (const id of [ids.id, sessionId, theirs.personId, workspaceId]) {
    const json = method === 'GET' || method === 'DELETE' ? undefined : {}
    await expectProblem(await mine.request(concrete(path, id), { method, json }), 404, 'not-found')
  }
  expect((await theirs.request('/api/me')).status).toBe(200)
  expect(await db.select().from(stores).where(eq(stores.id, ids.id))).toMatchObject([
    { name: 'Main' },
  ])
  const rows = await db.select().from(uploads).where(eq(uploads.id, ids.id))
  expect(rows).toMatchObject([{ status: 'done', removedAt: null }])
})

test.each(routes)('$method $path carries the security headers', async ({ method, path }) => {
  const response = await request(concrete(path), { method })
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    expect(response.headers.get(name)).toBe(value)
  }
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('what does not exist is not found, with or without a session', async () => {
  const workspace = await newWorkspace()
  for (const path of ['/', '/api', '/api/nothing', '/api/me/', '/api/stores/a/b', '/api/%2e%2e']) {
    await expectProblem(await request(path), 404, 'not-found')
    await expectProblem(await workspace.request(path), 404, 'not-found')
  }
})

test('a method that a path does not know is answered with those it knows', async () => {
  const response = await request('/api/me', { method: 'PUT' })
  await expectProblem(response, 405, 'method-not-allowed')
  expect(response.headers.get('allow')).toBe('GET, HEAD, PATCH')
})

test('the description names every route, and nothing else', async () => {
  const response = await request('/api/openapi.json')
  const document = await response.json<ReturnType<typeof openApi>>()
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const real = routes.map(
    ({ method, path }) => `${method} ${path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`,
  )
  expect(described.toSorted()).toEqual(real.toSorted())
  expect(document.paths['/api/stores/{id}']?.['patch']).toMatchObject({
    parameters: [{ name: 'id', in: 'path', required: true }],
    requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
    responses: { 200: expect.anything(), default: expect.anything() },
  })
})
