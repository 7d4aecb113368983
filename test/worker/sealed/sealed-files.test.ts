import { accept, FILES, idOf, randomFile } from '#test/support/worker/uploads'
import { newWorkspace } from '#test/support/worker/workspace'
import { openObject } from '#worker/byte-source'
import type { Caller } from '#worker/env'
import {
  dataKeyObject,
  dropOldDataKeys,
  ensureDataKeys,
  findDataKeys,
  rewrapDataKeys,
  rotateDataKey,
} from '#worker/sealed/data-keys'
import { FRAME_BYTES, SEALED_FRAME_BYTES } from '#worker/sealed/frames'
import { INCOMING, objectKey, receiveBytes } from '#worker/uploaded-bytes'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

const newCaller = async () => (await newWorkspace()).caller()

async function acceptBytes(caller: Caller, bytes: Uint8Array<ArrayBuffer>) {
  const { upload } = await accept(caller, { name: 'a file', bytes })
  return objectKey(caller.workspaceId, upload.sha256)
}

async function rawBytes(key: string) {
  return new Uint8Array(await (await env.UPLOADS.get(key))!.arrayBuffer())
}

async function readAll(caller: Caller, key: string) {
  const source = await openObject(caller.files, key)
  return source!.read(0, source!.size)
}

const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)

test('no byte of a report can be read in the bucket', async () => {
  const caller = await newCaller()
  const { bytes } = FILES.orders
  const key = await acceptBytes(caller, bytes)
  const kept = text(await rawBytes(key))
  const plain = text(bytes)
  expect(plain).toContain('Sub Order No')
  // Sixteen letters in a row of the file would be found in what is kept, wherever they stand.
  for (let at = 0; at + 16 <= Math.min(plain.length, 40_000); at += 16) {
    expect(kept.includes(plain.slice(at, at + 16))).toBe(false)
  }
  expect(text(await readAll(caller, key))).toBe(plain)
})

test('a large file is sealed while it waits for its digest, too', async () => {
  const caller = await newCaller()
  const bytes = new Uint8Array(8 * FRAME_BYTES + 5).fill(0x41)
  const temporary = `${INCOMING}${caller.workspaceId}/waiting`
  const options = { maxBytes: 1_000_000_000, now: caller.now }
  await receiveBytes(new Blob([bytes]).stream(), caller.files, temporary, options)
  expect(text(await rawBytes(temporary))).not.toContain('AAAAAAAA')
  const source = await openObject(caller.files, temporary)
  expect(text(await source!.read(8 * FRAME_BYTES - 2, source!.size))).toBe('AAAAAAA')
})

test('the same file of two sellers looks different', async () => {
  const { bytes } = randomFile(10_000)
  const [one, two] = [await newCaller(), await newCaller()]
  const first = await rawBytes(await acceptBytes(one, bytes))
  const second = await rawBytes(await acceptBytes(two, bytes))
  expect(text(first)).not.toBe(text(second))
})

test('frames that were cut off, moved or changed do not open', async () => {
  const caller = await newCaller()
  const key = await acceptBytes(caller, randomFile(2 * FRAME_BYTES + 100).bytes)
  const kept = await rawBytes(key)
  const changed = kept.slice()
  changed[SEALED_FRAME_BYTES - 1] = changed[SEALED_FRAME_BYTES - 1]! ^ 1
  const swapped = new Uint8Array([
    ...kept.subarray(SEALED_FRAME_BYTES, 2 * SEALED_FRAME_BYTES),
    ...kept.subarray(0, SEALED_FRAME_BYTES),
    ...kept.subarray(2 * SEALED_FRAME_BYTES),
  ])
  const cut = kept.subarray(0, 2 * SEALED_FRAME_BYTES)
  for (const bytes of [changed, swapped, cut, kept.subarray(0, kept.length - 1)]) {
    await env.UPLOADS.put(key, bytes)
    await expect(readAll(caller, key)).rejects.toMatchObject({ code: 'file-key-gone' })
  }
  await env.UPLOADS.put(key, kept)
  expect((await readAll(caller, key)).byteLength).toBe(2 * FRAME_BYTES + 100)
})

test('an object carried into another workspace does not open there', async () => {
  const [one, two] = [await newCaller(), await newCaller()]
  const key = await acceptBytes(one, randomFile(100).bytes)
  await env.UPLOADS.put(
    dataKeyObject(two.workspaceId),
    await rawBytes(dataKeyObject(one.workspaceId)),
  )
  await expect(readAll({ ...two, files: { ...two.files } }, key)).rejects.toThrow()
})

test('once the key is deleted nothing opens any more, and the same file sent again does', async () => {
  const caller = await newCaller()
  const { bytes } = randomFile(5_000)
  const key = await acceptBytes(caller, bytes)
  await env.UPLOADS.delete(dataKeyObject(caller.workspaceId))
  await expect(readAll(caller, key)).rejects.toMatchObject({
    status: 410,
    code: 'file-key-gone',
    message: expect.stringContaining('Send the file again'),
  })
  expect(await acceptBytes(caller, bytes)).toBe(key)
  expect(text(await readAll(caller, key))).toBe(text(bytes))
})

test('of two first files at once, both open', async () => {
  const caller = await newCaller()
  const files = [randomFile(100).bytes, randomFile(100).bytes]
  const keys = await Promise.all(files.map((bytes) => acceptBytes(caller, bytes)))
  for (const [at, key] of keys.entries()) {
    expect(text(await readAll(caller, key))).toBe(text(files[at]!))
  }
})

test('a new version of the key opens old files, until the old one is dropped', async () => {
  const caller = await newCaller()
  const key = await acceptBytes(caller, randomFile(100).bytes)
  // Twice, as a job delivered twice would.
  await rotateDataKey(caller.files, 1, caller.now)
  await rotateDataKey(caller.files, 1, caller.now)
  const keys = await findDataKeys(caller.files)
  expect(keys?.versions.map(({ version }) => version)).toEqual([1, 2])
  expect(keys?.current.version).toBe(2)
  expect((await readAll(caller, key)).byteLength).toBe(100)
  await dropOldDataKeys(caller.files)
  await expect(readAll(caller, key)).rejects.toMatchObject({ code: 'file-key-gone' })
})

test('a key of the Worker can be replaced: keys are wrapped anew, and files open as before', async () => {
  const caller = await newCaller()
  const key = await acceptBytes(caller, randomFile(100).bytes)
  const [old] = caller.files.wrapping()
  const fresh = { id: '9', secret: crypto.getRandomValues(new Uint8Array(32)) }
  const both = { ...caller.files, wrapping: () => [fresh, old] as const }
  await rewrapDataKeys(both)
  const onlyFresh = { ...caller.files, wrapping: () => [fresh] as const }
  expect((await readAll({ ...caller, files: onlyFresh }, key)).byteLength).toBe(100)
  const onlyOld = { ...caller.files, wrapping: () => [old] as const }
  await expect(readAll({ ...caller, files: onlyOld }, key)).rejects.toThrow('No key 9')
})

test('without the Worker’s secret nothing is sealed in clear: the file is refused', async () => {
  const workspace = await newWorkspace()
  const { files } = await workspace.caller()
  const { DATA_KEY_WRAP: _missing, ...unset } = env
  const { fileStoreOf } = await import('#worker/sealed/file-store')
  const store = fileStoreOf(unset, workspace.workspaceId)
  await expect(ensureDataKeys(store, new Date())).rejects.toMatchObject({ code: 'not-configured' })
  expect(await findDataKeys(files)).toBeUndefined()
})

test('the file comes back over the API as it was sent', async () => {
  const workspace = await newWorkspace()
  const caller = await workspace.caller()
  const { bytes } = randomFile(FRAME_BYTES + 9)
  const { upload } = await accept(caller, { name: 'a file', bytes })
  const response = await workspace.request(`/api/uploads/${idOf(upload)}/file`)
  expect(response.headers.get('content-length')).toBe(String(FRAME_BYTES + 9))
  expect(text(new Uint8Array(await response.arrayBuffer()))).toBe(text(bytes))
})
