import { app } from '#worker/app'
import { MAX_JSON_BYTES } from '#worker/body-limit'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { newAddress, newWorkspace, request } from '../support/worker/workspace'

type Problem = { code: string; requestId: string; fields?: { path: string; detail: string }[] }

test('a body of 64 KB is read, and one byte more is refused', async () => {
  const workspace = await newWorkspace()
  const send = (bytes: number) => {
    const json = '{"name":"Asha"}'
    const body = json + ' '.repeat(bytes - json.length)
    const headers = { 'content-type': 'application/json' }
    return workspace.request('/api/me', { method: 'PATCH', headers, body })
  }
  expect((await send(MAX_JSON_BYTES)).status).toBe(200)
  const larger = await send(MAX_JSON_BYTES + 1)
  expect(larger.status).toBe(413)
  expect(await larger.json()).toMatchObject({ code: 'body-too-large' })
})

test('a body that hides its length is cut off at the same size', async () => {
  const workspace = await newWorkspace()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let n = 0; n < 9; n += 1) controller.enqueue(new Uint8Array(8 * 1024).fill(32))
      controller.close()
    },
  })
  const headers = { 'content-type': 'application/json' }
  const response = await workspace.request('/api/me', { method: 'PATCH', headers, body })
  expect(response.status).toBe(413)
})

test.each(['{', '', 'undefined', '{"name":', '\u0000'])('%j is no JSON', async (body) => {
  const workspace = await newWorkspace()
  const headers = { 'content-type': 'application/json' }
  const response = await workspace.request('/api/me', { method: 'PATCH', headers, body })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'unreadable-request' })
})

test.each(['text/plain', 'multipart/form-data; boundary=x', ''])(
  'JSON that calls itself %j is not read',
  async (type) => {
    const workspace = await newWorkspace()
    const headers = { 'content-type': type }
    const body = '{"name":"Asha"}'
    const response = await workspace.request('/api/me', { method: 'PATCH', headers, body })
    expect(response.status).toBe(400)
  },
)

test('each field that does not fit is named, in our words', async () => {
  const workspace = await newWorkspace()
  const json = { name: 7, marketplace: 'amazon', gstScheme: null, supplierId: 'abc' }
  const response = await workspace.request('/api/stores', { method: 'POST', json })
  const { fields } = await response.json<Problem>()
  expect(fields).toEqual([
    { path: 'name', detail: 'This is not a string.' },
    { path: 'marketplace', detail: 'Choose one of: meesho.' },
    { path: 'supplierId', detail: 'A supplier id is 2 to 12 digits.' },
    { path: 'gstScheme', detail: 'Choose one of: regular, none.' },
  ])
})

test('what is missing is called missing', async () => {
  const response = await request('/api/auth/forgot-password', { method: 'POST', json: {} })
  const { fields } = await response.json<Problem>()
  expect(fields).toEqual([{ path: 'email', detail: 'This is missing.' }])
})

async function requestIdOfProblem(theirs: string) {
  const response = await request('/api/nothing', { headers: { 'x-request-id': theirs } })
  return (await response.json<Problem>()).requestId
}

test('every problem has a request id of its own, whatever the caller sends', async () => {
  const [first, second] = [await requestIdOfProblem('mine'), await requestIdOfProblem('mine')]
  expect(first).not.toBe(second)
  expect([first, second]).not.toContain('mine')
})

test('from one address, the sixty-first sign-in of a minute is refused before anything is read', async () => {
  const headers = { 'cf-connecting-ip': newAddress() }
  const statuses: number[] = []
  for (let n = 0; n < 125; n += 1) {
    const response = await request('/api/auth/login', { method: 'POST', json: {}, headers })
    statuses.push(response.status)
  }
  // The edge counts by the minute of the clock, and the test may run across one.
  const passed = statuses.filter((status) => status === 400).length
  expect(passed).toBeGreaterThanOrEqual(60)
  expect(passed).toBeLessThanOrEqual(120)
  expect(statuses.every((status) => status === 400 || status === 429)).toBe(true)
})

test('without a pepper nobody signs in, and the service says what is missing', async () => {
  const { PASSWORD_PEPPER: _missing, ...unset } = env
  const json = { email: 'asha@example.test', password: 'kaju katli 7' }
  const login = await app.request(
    '/api/auth/login',
    {
      method: 'POST',
      body: JSON.stringify(json),
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    },
    unset,
  )
  expect(login.status).toBe(500)
  expect(await login.json()).toMatchObject({ code: 'not-configured' })
  expect((await app.request('/api/health', {}, unset)).status).toBe(200)
})

test('JSON nested thirty thousand deep is refused like any other', async () => {
  const workspace = await newWorkspace()
  const headers = { 'content-type': 'application/json' }
  const body = `{"name":${'['.repeat(30_000)}${']'.repeat(30_000)}}`
  const response = await workspace.request('/api/me', { method: 'PATCH', headers, body })
  expect(response.status).toBe(400)
})
