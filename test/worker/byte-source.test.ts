import { openObject } from '#worker/byte-source'
import { randomFile } from '#test/support/worker/uploads'
import { randomId } from '#worker/random'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

async function put(size: number) {
  const key = `w/test/${randomId()}`
  const { bytes } = randomFile(size)
  await env.UPLOADS.put(key, bytes)
  const source = await openObject(env.UPLOADS, key)
  return { key, bytes, source: source! }
}

async function whole(stream: ReadableStream<Uint8Array>) {
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

const same = (one: Uint8Array, two: Uint8Array) =>
  one.byteLength === two.byteLength && one.every((byte, at) => byte === two[at])

test('nothing is opened where there is no object', async () => {
  expect(await openObject(env.UPLOADS, `w/test/${randomId()}`)).toBeUndefined()
})

test('every range reads as in the file, forwards, backwards and across windows', async () => {
  const size = 900_001
  const { bytes, source } = await put(size)
  expect(source.size).toBe(size)
  const ranges = [
    [0, 0],
    [0, 1],
    [0, 30],
    [size - 22, size],
    [size - 1, size],
    [size, size],
    [262_140, 262_150],
    [500_000, 565_536],
    [500_000, 565_537],
    [10, 800_000],
    [0, size],
    [100, 200],
  ] as const
  for (const [start, end] of ranges) {
    expect(same(await source.read(start, end), bytes.subarray(start, end))).toBe(true)
    expect(same(await whole(await source.stream(start, end)), bytes.subarray(start, end))).toBe(
      true,
    )
  }
})

test('a file smaller than a window reads whole', async () => {
  const { bytes, source } = await put(3)
  expect(same(await source.read(0, 3), bytes)).toBe(true)
  expect(same(await source.read(2, 3), bytes.subarray(2))).toBe(true)
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
  const { key, source } = await put(600_000)
  await source.read(0, 10)
  await env.UPLOADS.put(key, randomFile(600_000).bytes)
  await expect(source.read(400_000, 400_010)).rejects.toThrow('changed')
  await expect(source.stream(0, 100)).rejects.toThrow('changed')
  await env.UPLOADS.delete(key)
  await expect(source.read(500_000, 600_000)).rejects.toThrow('changed')
})
