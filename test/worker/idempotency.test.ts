import { claimKey } from '#db/control/queries/idempotent-answers'
import { idempotentAnswers } from '#db/control/schema/people'
import { app } from '#worker/app'
import type { Job } from '#worker/jobs/job'
import { randomId } from '#worker/random'
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newWorkspace, request, type TestWorkspace } from '../support/worker/workspace'

const DAY = 86_400_000
const MINUTE = 60_000

type StoreAnswer = { store: { id: string; name: string } }

function addStore(workspace: TestWorkspace, key: string, store: object = {}, path = '/api/stores') {
  return workspace.request(path, {
    method: 'POST',
    headers: { 'idempotency-key': key },
    json: { name: 'Main', marketplace: 'meesho', ...store },
  })
}
async function countStores(workspace: TestWorkspace) {
  const { items } = await (await workspace.request('/api/stores')).json<{ items: unknown[] }>()
  return items.length
}

test('sent twice with one key, a store is added once and both hear the same', async () => {
  const workspace = await newWorkspace()
  const first = await addStore(workspace, 'a')
  const second = await addStore(workspace, 'a')
  expect([first.status, second.status]).toEqual([201, 201])
  expect(first.headers.get('idempotency-replayed')).toBeNull()
  expect(second.headers.get('idempotency-replayed')).toBe('true')
  expect(second.headers.get('content-type')).toBe('application/json')
  expect(second.headers.get('cache-control')).toBe('no-store')
  expect(await second.json()).toEqual(await first.json())
  expect(await countStores(workspace)).toBe(1)
})

test('sent twenty times at once with one key, a store is added once', async () => {
  const workspace = await newWorkspace()
  const answers = await Promise.all(Array.from({ length: 20 }, () => addStore(workspace, 'a')))
  const statuses = new Set(answers.map((answer) => answer.status))
  expect(statuses.has(201)).toBe(true)
  for (const status of statuses) expect([201, 409]).toContain(status)
  expect(await countStores(workspace)).toBe(1)
})

test('without a key, sent twice is done twice', async () => {
  const workspace = await newWorkspace()
  const json = { name: 'Main', marketplace: 'meesho' }
  await workspace.request('/api/stores', { method: 'POST', json })
  await workspace.request('/api/stores', { method: 'POST', json })
  expect(await countStores(workspace)).toBe(2)
})

test('a key used for another body, or another address, is a mistake', async () => {
  const workspace = await newWorkspace()
  await addStore(workspace, 'a')
  for (const other of [
    await addStore(workspace, 'a', { name: 'Second' }),
    await addStore(workspace, 'a', {}, '/api/stores?x=1'),
  ]) {
    expect(other.status).toBe(422)
    expect(await other.json()).toMatchObject({ code: 'idempotency-key-reused' })
  }
  expect(await countStores(workspace)).toBe(1)
})

test('a refusal that stays one is replayed too', async () => {
  const workspace = await newWorkspace()
  const first = await addStore(workspace, 'a', { name: '' })
  const second = await addStore(workspace, 'a', { name: '' })
  expect([first.status, second.status]).toEqual([400, 400])
  expect(second.headers.get('idempotency-replayed')).toBe('true')
  expect(second.headers.get('content-type')).toBe('application/problem+json')
  expect(await second.json()).toEqual(await first.json())
})

test('two sellers with the same key do not hear each other', async () => {
  const [mine, theirs] = [await newWorkspace(), await newWorkspace()]
  const first = await (await addStore(mine, 'a')).json<StoreAnswer>()
  const second = await (await addStore(theirs, 'a')).json<StoreAnswer>()
  expect(second.store.id).not.toBe(first.store.id)
})

async function claim(workspace: TestWorkspace, key: string, startedAgo: number) {
  const { db, sessionId, now } = await workspace.caller(new Date())
  const at = now.getTime() - startedAgo
  const limits = { crashedSince: at - MINUTE, forgottenSince: at - DAY }
  await claimKey(db, { caller: sessionId, key, request: 'crashed', now: at, ...limits })
}

test('a request still running answers 409, and a crashed one frees its key after a minute', async () => {
  const workspace = await newWorkspace()
  const { db, sessionId, now } = await workspace.caller()
  const started = now.getTime()
  const again = (at: number, request: string) =>
    claimKey(db, {
      caller: sessionId,
      key: 'a',
      request,
      now: at,
      crashedSince: at - MINUTE,
      forgottenSince: at - DAY,
    })
  const first = await again(started, 'r')
  expect(first).toBeDefined()
  expect(await again(started + MINUTE - 1, 'r')).toBeUndefined()
  expect(await again(started + MINUTE, 'r')).toBe(first)
})

test('whoever comes while the first is running is told so', async () => {
  const workspace = await newWorkspace()
  const answered = await addStore(workspace, 'a')
  const { db, sessionId } = await workspace.caller()
  await db
    .update(idempotentAnswers)
    .set({ status: null, body: null })
    .where(eq(idempotentAnswers.caller, sessionId))
  const second = await addStore(workspace, 'a')
  expect(answered.status).toBe(201)
  expect(second.status).toBe(409)
  expect(second.headers.get('retry-after')).toBe('1')
  expect(await second.json()).toMatchObject({ code: 'request-in-progress' })
})

test('the key of a request that crashed an hour ago can be used again', async () => {
  const workspace = await newWorkspace()
  await claim(workspace, 'a', 60 * MINUTE)
  expect((await addStore(workspace, 'a')).status).toBe(201)
})

test('an answer is forgotten after a day', async () => {
  const workspace = await newWorkspace()
  await addStore(workspace, 'a')
  const { db, sessionId, now } = await workspace.caller()
  await db
    .update(idempotentAnswers)
    .set({ createdAt: now.getTime() - DAY - MINUTE })
    .where(eq(idempotentAnswers.caller, sessionId))
  const second = await addStore(workspace, 'a')
  expect(second.headers.get('idempotency-replayed')).toBeNull()
  expect(await countStores(workspace)).toBe(2)
})

test('a key has 1 to 255 printable characters', async () => {
  const workspace = await newWorkspace()
  expect((await addStore(workspace, 'k'.repeat(255))).status).toBe(201)
  for (const key of ['k'.repeat(256), 'two\u007fkeys', '']) {
    const response = await addStore(workspace, key)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'invalid-idempotency-key' })
  }
})

test('an answer with a session cookie is never kept', async () => {
  const seller = {
    name: 'Asha',
    email: `${randomId()}@example.test`,
    password: 'kaju katli 7',
    isAdult: true,
  }
  const register = () =>
    request('/api/auth/register', {
      method: 'POST',
      json: seller,
      headers: { 'idempotency-key': seller.email },
    })
  expect((await register()).status).toBe(201)
  expect((await register()).status).toBe(409)

  const { db } = await (await newWorkspace()).caller()
  const kept = await db
    .select()
    .from(idempotentAnswers)
    .where(eq(idempotentAnswers.key, seller.email))
  expect(kept).toEqual([])
})

// The queue is left out: it would deliver the job to a Worker that the finished test took with it.
const queueless = { ...env, JOBS: { sendBatch: async () => undefined } as unknown as Queue<Job> }

test('a file sent twice with one key is received once, without its bytes being read again', async () => {
  const workspace = await newWorkspace()
  const send = async (path: string, body: string) => {
    const headers = {
      cookie: workspace.cookie,
      'sec-fetch-site': 'same-origin',
      'idempotency-key': 'a',
      'content-length': String(body.length),
    }
    const context = createExecutionContext()
    const response = await app.request(path, { method: 'POST', headers, body }, queueless, context)
    await waitOnExecutionContext(context)
    return response
  }
  const first = await send('/api/uploads?filename=a.csv', 'Sub Order No,1')
  const second = await send('/api/uploads?filename=a.csv', 'Sub Order No,1')
  expect([first.status, second.status]).toEqual([202, 202])
  expect(second.headers.get('idempotency-replayed')).toBe('true')
  expect(await second.json()).toEqual(await first.json())
  expect((await send('/api/uploads?filename=b.csv', 'Sub Order No,1')).status).toBe(422)
  expect((await send('/api/uploads?filename=a.csv', 'Sub Order No,12')).status).toBe(422)
})
