import { listUploads } from '#db/control/queries/uploads'
import { addStore } from '#db/control/queries/stores'
import { listOutboxOf } from '#db/control/queries/outbox'
import { storeId } from '#core/ids'
import { accept, idOf, randomFile, storeRow, textFile } from '#test/support/worker/uploads'
import { newWorkspace } from '#test/support/worker/workspace'
import { openObject } from '#worker/byte-source'
import { displayName } from '#worker/operations/accept-upload'
import { randomId } from '#worker/random'
import { INCOMING, objectKey } from '#worker/uploaded-bytes'
import type { Caller } from '#worker/env'
import { markDone, markFailed, markParsing } from '#db/control/queries/uploads'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

const newCaller = async () => (await newWorkspace()).caller()

async function keptBytes(caller: Caller, sha256: string) {
  const source = await openObject(caller.files, objectKey(caller.workspaceId, sha256))
  return source && source.read(0, source.size)
}

async function temporariesOf({ workspaceId }: Caller) {
  const { objects } = await env.UPLOADS.list({ prefix: `${INCOMING}${workspaceId}/` })
  return objects.length
}

const PART = 8 * 1024 * 1024

test.each([1, 70_000, PART - 1, PART, PART + 1, 2 * PART, 2 * PART + 12_345])(
  'a file of %i bytes is kept byte for byte under its digest',
  async (size) => {
    const caller = await newCaller()
    const file = randomFile(size)
    const { upload, isDuplicate } = await accept(caller, file)

    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', file.bytes))
    expect(upload.sha256).toBe([...digest].map((b) => b.toString(16).padStart(2, '0')).join(''))
    expect(upload).toMatchObject({ bytes: size, status: 'queued', storeId: null })
    expect(isDuplicate).toBe(false)
    const kept = await keptBytes(caller, upload.sha256)
    expect(kept?.byteLength).toBe(size)
    expect(kept?.every((byte, at) => byte === file.bytes[at])).toBe(true)
    expect(await temporariesOf(caller)).toBe(0)
  },
)

test('a file as large as the cap is taken, and one byte more is refused', async () => {
  const caller = await newCaller()
  const taken = await accept(caller, randomFile(1_000), { maxBytes: 1_000 })
  expect(taken.upload.bytes).toBe(1_000)
  await expect(accept(caller, randomFile(1_001), { maxBytes: 1_000 })).rejects.toMatchObject({
    status: 413,
    code: 'file-too-large',
  })
})

test('a body that is larger than it said is refused by its bytes, and leaves nothing behind', async () => {
  const caller = await newCaller()
  const lying = accept(caller, randomFile(PART + PART), { maxBytes: PART + 5, declaredBytes: 10 })
  await expect(lying).rejects.toMatchObject({ status: 413, code: 'file-too-large' })
  expect(await temporariesOf(caller)).toBe(0)
  expect(await listUploads(caller.db, caller.workspaceId, undefined, 10)).toEqual([])
})

test('a body that says it is too large is refused before it is read', async () => {
  const caller = await newCaller()
  const body = new ReadableStream<Uint8Array>({
    pull: () => {
      throw new Error('read')
    },
  })
  const incoming = { maxBytes: 100, declaredBytes: 101, body }
  await expect(accept(caller, randomFile(1), incoming)).rejects.toMatchObject({ status: 413 })
})

test('a body that ends early is not taken for the whole file', async () => {
  const caller = await newCaller()
  await expect(accept(caller, randomFile(99), { declaredBytes: 100 })).rejects.toMatchObject({
    status: 400,
    code: 'file-incomplete',
  })
  expect(await listUploads(caller.db, caller.workspaceId, undefined, 10)).toEqual([])
})

test('a body that breaks off leaves neither a row nor an object', async () => {
  const caller = await newCaller()
  let pulls = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulls += 1
      if (pulls > 2) return controller.error(new Error('connection lost'))
      return controller.enqueue(randomFile(PART + 1).bytes)
    },
  })
  const broken = { body, declaredBytes: undefined }
  await expect(accept(caller, randomFile(1), broken)).rejects.toThrow('connection lost')
  expect(await temporariesOf(caller)).toBe(0)
  expect(await listUploads(caller.db, caller.workspaceId, undefined, 10)).toEqual([])
})

test('an empty file is refused', async () => {
  const caller = await newCaller()
  const refusal = { status: 400, code: 'file-empty' }
  await expect(accept(caller, randomFile(0))).rejects.toMatchObject(refusal)
  await expect(accept(caller, randomFile(0), { body: null })).rejects.toMatchObject(refusal)
})

test('the same bytes again are the upload that is there, whatever they are called', async () => {
  const caller = await newCaller()
  const file = randomFile(2_000)
  const first = await accept(caller, file)
  const second = await accept(caller, { ...file, name: 'other name.csv' })
  expect(second).toMatchObject({ isDuplicate: true, jobs: [] })
  expect(second.upload).toEqual(first.upload)
})

test('of the same file sent eight times at once, one row and one job come to be', async () => {
  const caller = await newCaller()
  const file = randomFile(300_000)
  const all = await Promise.all(Array.from({ length: 8 }, () => accept(caller, file)))
  expect(all.filter(({ isDuplicate }) => !isDuplicate)).toHaveLength(1)
  expect(new Set(all.map(({ upload }) => upload.id)).size).toBe(1)
  const jobs = all.flatMap(({ jobs }) => jobs)
  expect(jobs).toHaveLength(1)
  expect(await listOutboxOf(caller.db, jobs, 10)).toHaveLength(1)
  expect(await listUploads(caller.db, caller.workspaceId, undefined, 10)).toHaveLength(1)
})

test('the same bytes in two workspaces are two uploads with two objects', async () => {
  const [mine, theirs] = [await newCaller(), await newCaller()]
  const file = randomFile(500)
  expect((await accept(mine, file)).isDuplicate).toBe(false)
  const other = await accept(theirs, file)
  expect(other.isDuplicate).toBe(false)
  expect(await keptBytes(theirs, other.upload.sha256)).toEqual(file.bytes)
})

test('a file that failed may be sent again, and is tried afresh', async () => {
  const caller = await newCaller()
  const { db, workspaceId, now } = caller
  const file = randomFile(500)
  const first = await accept(caller, file)
  await markFailed(db, workspaceId, first.upload, { code: 'x', detail: 'X.' }, { job: '{}', now })

  const again = await accept(caller, file)
  expect(again).toMatchObject({ isDuplicate: false, upload: { status: 'queued' } })
  expect(again.upload.id).not.toBe(first.upload.id)
  expect(await listOutboxOf(db, again.jobs, 10)).toHaveLength(1)
  expect(await listUploads(db, workspaceId, undefined, 10)).toEqual([again.upload])
})

test('a file that is done is not tried again', async () => {
  const caller = await newCaller()
  const { db, workspaceId, now } = caller
  const file = randomFile(500)
  const { upload } = await accept(caller, file)
  const started = await markParsing(db, workspaceId, idOf(upload))
  const result = { storeId: undefined, rowsRead: 1, unrecognised: [], jobs: [] }
  await markDone(db, workspaceId, started!, result, now)
  expect(await accept(caller, file)).toMatchObject({
    isDuplicate: true,
    upload: { id: upload.id, status: 'done' },
  })
})

test('bytes that were lost are kept again when the file is sent again', async () => {
  const caller = await newCaller()
  const file = randomFile(500)
  const { upload } = await accept(caller, file)
  await env.UPLOADS.delete(objectKey(caller.workspaceId, upload.sha256))
  await accept(caller, file)
  expect(await keptBytes(caller, upload.sha256)).toEqual(file.bytes)
})

test("a store of one's own is taken, and anybody else's answers 404", async () => {
  const [mine, theirs] = [await newCaller(), await newCaller()]
  const [own, foreign] = [storeRow(mine), storeRow(theirs)]
  await addStore(mine.db, own)
  await addStore(mine.db, foreign)
  const file = randomFile(10)
  const taken = await accept(mine, file, { storeId: storeId(own.id) })
  expect(taken.upload.storeId).toBe(own.id)
  for (const id of [foreign.id, randomId()]) {
    await expect(accept(mine, randomFile(10), { storeId: storeId(id) })).rejects.toMatchObject({
      status: 404,
    })
  }
})

test.each([
  ['Orders June.csv', 'Orders June.csv'],
  ['बिक्री.xlsx', 'बिक्री.xlsx'],
  ['../../etc/passwd', '../../etc/passwd'],
  ['a\u0000b\r\nc\u007F.csv', 'abc.csv'],
  ['gpj.\u202Egepj.csv', 'gpj.gepj.csv'],
  ['  \n ', 'file'],
  ['x\uD800.csv', 'x\uFFFD.csv'],
])('the name %j is shown as %j', (given, shown) => {
  expect(displayName(given)).toBe(shown)
})

test('a name has 255 characters at most, and none of them is cut in two', () => {
  expect(displayName('n'.repeat(255))).toBe('n'.repeat(255))
  expect(displayName('n'.repeat(256))).toBe('n'.repeat(255))
  expect(displayName('💰'.repeat(300))).toBe('💰'.repeat(255))
})

test('the name is kept as it is shown', async () => {
  const { upload } = await accept(await newCaller(), textFile('a\u0007b.csv', 'x'))
  expect(upload.filename).toBe('ab.csv')
})
