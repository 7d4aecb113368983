import { openDb } from '#db/client'
import { idempotentAnswers, sessions, throttles } from '#db/control/schema/people'
import { asSealed } from '#db/control/schema/sealed'
import { invitations } from '#db/control/schema/workspaces'
import { accept, FILES, idOf, randomFile, type TestFile } from '#test/support/worker/uploads'
import { newWorkspace } from '#test/support/worker/workspace'
import type { Caller } from '#worker/env'
import { purge } from '#worker/operations/purge'
import { undoUpload } from '#worker/operations/remove-upload'
import { randomId } from '#worker/random'
import { INCOMING, objectKey } from '#worker/uploaded-bytes'
import { findUpload } from '#db/control/queries/uploads'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

const DAY_MS = 86_400_000
const start = new Date('2026-06-01T00:00:00Z')
const after = (days: number, ms = 0) => new Date(start.getTime() + days * DAY_MS + ms)
const db = openDb(env.DB)
const run = (now: Date) => purge(db, env.UPLOADS, now)

const newCaller = async () => (await newWorkspace()).caller()

async function undone(caller: Caller, file: TestFile, at: Date) {
  const { upload } = await accept(caller, file)
  await undoUpload({ ...caller, now: at }, idOf(upload))
  return upload
}

const isKept = async ({ workspaceId }: Caller, { sha256 }: { sha256: string }) =>
  (await env.UPLOADS.head(objectKey(workspaceId, sha256))) !== null

test('the bytes of an undone upload are kept for seven days and then deleted', async () => {
  const caller = await newCaller()
  const upload = await undone(caller, randomFile(100), start)
  await run(after(7))
  expect(await isKept(caller, upload)).toBe(true)
  await run(after(7, 1))
  expect(await isKept(caller, upload)).toBe(false)
  expect(await findUpload(db, caller.workspaceId, idOf(upload))).toMatchObject({
    purgedAt: after(7, 1).getTime(),
  })
})

test('bytes that were sent again are kept', async () => {
  const caller = await newCaller()
  const file = randomFile(100)
  const upload = await undone(caller, file, start)
  await accept(caller, file)
  await run(after(10))
  expect(await isKept(caller, upload)).toBe(true)
})

test('bytes undone twice go when the later undo is due', async () => {
  const caller = await newCaller()
  const file = randomFile(100)
  const upload = await undone(caller, file, start)
  await undone(caller, file, after(5))
  await run(after(8))
  expect(await isKept(caller, upload)).toBe(true)
  await run(after(12, 1))
  expect(await isKept(caller, upload)).toBe(false)
})

test('the same bytes in another workspace stay', async () => {
  const [mine, theirs] = [await newCaller(), await newCaller()]
  const upload = await undone(mine, FILES.orders, start)
  await accept(theirs, FILES.orders)
  await run(after(8))
  expect(await isKept(mine, upload)).toBe(false)
  expect(await isKept(theirs, upload)).toBe(true)
})

test('a live upload is never purged, however old', async () => {
  const caller = await newCaller()
  const { upload } = await accept(caller, randomFile(100))
  await run(after(4_000))
  expect(await isKept(caller, upload)).toBe(true)
})

test('a temporary object is deleted after a day, not before', async () => {
  const key = `${INCOMING}${randomId()}/${randomId()}`
  const { uploaded } = (await env.UPLOADS.put(key, 'left behind'))!
  await run(uploaded)
  expect(await env.UPLOADS.head(key)).not.toBeNull()
  await run(new Date(uploaded.getTime() + DAY_MS + 1))
  expect(await env.UPLOADS.head(key)).toBeNull()
})

test('expired sessions, old answers and full buckets go, and the others stay', async () => {
  const now = after(100)
  const [yes, no] = [randomId(), randomId()]
  const session = { personId: 'p', workspaceId: 'w', createdAt: 0, extendedAt: 0 }
  await db.insert(sessions).values([
    { ...session, id: yes, expiresAt: now.getTime() - 1 },
    { ...session, id: no, expiresAt: now.getTime() },
  ])
  await db.insert(throttles).values([
    { key: yes, milliTokens: 0, refilledAt: after(99, -1).getTime() },
    { key: no, milliTokens: 0, refilledAt: after(99).getTime() },
  ])
  await db.insert(idempotentAnswers).values([
    { caller: 'c', key: yes, request: 'r', createdAt: after(99, -1).getTime() },
    { caller: 'c', key: no, request: 'r', createdAt: after(99).getTime() },
  ])
  expect(await run(now)).toBe(false)
  const left = (ids: string[]) => ids.filter((id) => id === yes || id === no)
  expect(left((await db.select().from(sessions)).map(({ id }) => id))).toEqual([no])
  expect(left((await db.select().from(throttles)).map(({ key }) => key))).toEqual([no])
  expect(left((await db.select().from(idempotentAnswers)).map(({ key }) => key))).toEqual([no])
})

test('more than one run may delete is said to be left, and the next run deletes it', async () => {
  const caller = await newCaller()
  const many = await Promise.all(
    Array.from({ length: 101 }, () => undone(caller, randomFile(50), after(200))),
  )
  const kept = async () => {
    const all = await Promise.all(many.map((upload) => isKept(caller, upload)))
    return all.filter(Boolean).length
  }
  expect(await run(after(208))).toBe(true)
  expect(await kept()).toBe(1)
  expect(await run(after(208))).toBe(false)
  expect(await kept()).toBe(0)
})

test('an invitation that has ended is forgotten, with the address in it', async () => {
  const { workspaceId } = await newCaller()
  const invite = (id: string, expiresAt: Date) => ({
    id,
    workspaceId,
    role: 'accountant' as const,
    email: asSealed('sealed$1$AAAA'),
    createdAt: start.getTime(),
    expiresAt: expiresAt.getTime(),
  })
  const [ended, open] = [randomId(), randomId()]
  await db.insert(invitations).values([invite(ended, after(7)), invite(open, after(7, 1))])
  await run(after(7, 1))
  const left = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(eq(invitations.workspaceId, workspaceId))
  expect(left).toEqual([{ id: open }])
})
