import { SAMPLE_FILES } from '#core/sample-seller'
import { request } from '#test/support/worker/workspace'
import { deliver } from '#test/support/worker/uploads'
import { uploadJob } from '#worker/jobs/outbox'
import { SAMPLE_WORKSPACE } from '#worker/operations/visit-sample'
import { uploadId } from '#core/ids'
import { expect, test } from 'vitest'

// Of truth.json of seller-2026.
const SETTLEMENT = 11163703

type Uploads = { items: { id: string; filename: string; status: string }[] }
type Me = { workspace: { name: string; role: string } }

/** Somebody without an account who presses “Look around”. */
async function visit(before?: string) {
  const headers = before === undefined ? {} : { cookie: before }
  const response = await request('/api/auth/visit', { method: 'POST' }, headers)
  expect(response.status).toBe(204)
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  const ask = (path: string, init = {}) => request(path, init, { cookie })
  return { cookie, ask }
}

test('whoever only looks around reads the sample to the paisa, without an account', async () => {
  const { ask } = await visit()
  const me = await (await ask('/api/me')).json<Me>()
  expect(me.workspace).toMatchObject({ name: 'Sample seller', role: 'visitor' })

  const { items } = await (await ask('/api/uploads?limit=200')).json<Uploads>()
  expect(items.map(({ filename }) => filename).toSorted()).toEqual([...SAMPLE_FILES].toSorted())
  for (const { id } of items) {
    const job = uploadJob('import-upload', SAMPLE_WORKSPACE, uploadId(id))
    await deliver([JSON.parse(job)])
  }
  const pnl = await ask('/api/pnl?from=2026-06-01&to=2026-09-30&group=total')
  const { groups } = await pnl.json<{ groups: { lines: { settlement: number } }[] }>()
  expect(groups.map(({ lines }) => lines.settlement)).toEqual([SETTLEMENT])
})

test('the second visitor finds the same files, and none is sent twice', async () => {
  const [first, second] = [await visit(), await visit()]
  expect(second.cookie).not.toBe(first.cookie)
  const { items } = await (await second.ask('/api/uploads?limit=200')).json<Uploads>()
  expect(items).toHaveLength(SAMPLE_FILES.length)
})

test('a visitor has no account to change, and changes nothing of the sample', async () => {
  const { ask } = await visit()
  const refused: [string, string, unknown?][] = [
    ['PATCH', '/api/me', { name: 'Mine' }],
    ['GET', '/api/sessions'],
    ['DELETE', '/api/sessions'],
    ['GET', '/api/security-events'],
    ['POST', '/api/tokens', {}],
    ['POST', '/api/auth/change-password', {}],
    ['POST', '/api/auth/totp/setup', {}],
    ['POST', '/api/uploads?filename=mine.csv'],
    ['GET', '/api/export/archive'],
    ['PUT', '/api/costs/G36-red-00', {}],
    ['PATCH', '/api/discrepancies', {}],
    ['GET', '/api/team'],
  ]
  for (const [method, path, json] of refused) {
    const response = await ask(path, { method, ...(json !== undefined && { json }) })
    expect(`${method} ${path}: ${response.status}`).toBe(`${method} ${path}: 403`)
  }
})

test('a visitor leaves, and the session is over; other visitors stay', async () => {
  const [one, other] = [await visit(), await visit()]
  expect((await one.ask('/api/auth/logout', { method: 'POST' })).status).toBe(204)
  expect((await one.ask('/api/me')).status).toBe(401)
  expect((await other.ask('/api/me')).status).toBe(200)
})

test('nobody signs in to the sample, and no mail can be had for it', async () => {
  await visit()
  const json = { email: 'visitor@sample.invalid', password: '' }
  const signIn = await request('/api/auth/login', { method: 'POST', json })
  expect(signIn.status).toBe(401)
  const forgotten = await request('/api/auth/forgot-password', {
    method: 'POST',
    json: { email: 'visitor@sample.invalid' },
  })
  expect(forgotten.ok).toBe(true)
})
