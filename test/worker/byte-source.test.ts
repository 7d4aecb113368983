import type { Caller } from '#worker/env'
import { openObject } from '#worker/byte-source'
import { randomFile } from '#test/support/worker/uploads'
import { newWorkspace } from '#test/support/worker/workspace'
import { randomId } from '#worker/random'
import { FRAME_BYTES } from '#worker/sealed/frames'
import { keepBytes } from '#worker/uploaded-bytes'
import { expect, test } from 'vitest'

const newCaller = async () => (await newWorkspace()).caller()

async function keep({ files, now }: Caller, key: string, held: Uint8Array) {
  await files.bucket.delete(key)
  await keepBytes(files, key, { held, bytes: held.byteLength, sha256: '' }, now)
}

async function put(size: number) {
  const caller = await newCaller()
  const key = `w/${caller.workspaceId}/${randomId()}`
  const { bytes } = randomFile(size)
  await keep(caller, key, bytes)
  const source = await openObject(caller.files, key)
  return { caller, key, bytes, source: source! }
}

async function whole(stream: ReadableStream<Uint8Array>) {
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

const same = (one: Uint8Array, two: Uint8Array) =>
  one.byteLength === two.byteLength && one.every((byte, at) => byte === two[at])

test('nothing is opened where there is no object', async () => {
  const { files, workspaceId } = await newCaller()
  expect(await openObject(files, `w/${workspaceId}/${randomId()}`)).toBeUndefined()
})

test('every range reads as in the file, forwards, backwards and across frames', async () => {
  const size = 3 * FRAME_BYTES + 17
  const { bytes, source } = await put(size)
  expect(source.size).toBe(size)
  const ranges = [
    [0, 0],
    [0, 1],
    [0, 30],
    [size - 22, size],
    [size - 1, size],
    [size, size],
    [FRAME_BYTES - 4, FRAME_BYTES + 6],
    [FRAME_BYTES, 2 * FRAME_BYTES],
    [FRAME_BYTES - 1, 2 * FRAME_BYTES],
    [FRAME_BYTES, 2 * FRAME_BYTES + 1],
    [3 * FRAME_BYTES - 1, size],
    [10, 800_000],
    [0, size],
    [100, 200],
  ] as const
  for (const [start, end] of ranges) {
    expect(same(await source.read(start, end), bytes.subarray(start, end))).toBe(true)
    const streamed = await whole(await source.stream(start, end))
    expect(same(streamed, bytes.subarray(start, end))).toBe(true)
  }
})

test.each([1, FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1, 2 * FRAME_BYTES])(
  'a file of %i bytes reads whole',
  async (size) => {
    const { bytes, source } = await put(size)
    expect(same(await source.read(0, size), bytes)).toBe(true)
    expect(same(await source.read(size - 1, size), bytes.subarray(size - 1))).toBe(true)
  },
)

test('whoever stops reading a stream in the middle leaves nothing open', async () => {
  const { bytes, source } = await put(2 * FRAME_BYTES)
  const reader = (await source.stream(5, 2 * FRAME_BYTES)).getReader()
  const { value } = await reader.read()
  expect(same(value!, bytes.subarray(5, 5 + value!.byteLength))).toBe(true)
  await reader.cancel()
  expect(same(await source.read(0, 10), bytes.subarray(0, 10))).toBe(true)
})

test.each([
  [-1, 2],
  [2, 1],
  [0, 101],
  [101, 101],
])('a range from %i to %i that the file does not have is refused', async (start, end) => {
  const { source } = await put(100)
  await expect(source.read(start, end)).rejects.toThrow(RangeError)
  await expect(source.stream(start, end)).rejects.toThrow(RangeError)
})

test('an object that is replaced or deleted while it is read is noticed', async () => {
  const { caller, key, source } = await put(2 * FRAME_BYTES)
  await source.read(0, 10)
  await keep(caller, key, randomFile(2 * FRAME_BYTES).bytes)
  await expect(source.read(FRAME_BYTES, FRAME_BYTES + 10)).rejects.toThrow('changed')
  const stream = await source.stream(FRAME_BYTES, FRAME_BYTES + 10)
  await expect(whole(stream)).rejects.toThrow('changed')
  await caller.files.bucket.delete(key)
  await expect(source.read(FRAME_BYTES, 2 * FRAME_BYTES)).rejects.toThrow('changed')
})
