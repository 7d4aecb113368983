import type { ByteSource } from '#core/files/bytes'

/** Readers ask for a few bytes here and there; each round trip fetches this much around them. */
const WINDOW_BYTES = 256 * 1024
const SMALL_READ_BYTES = 64 * 1024

type Window = { readonly start: number; readonly bytes: Uint8Array }

/** An R2 object by ranges; nothing where there is none. Throws when the object is replaced meanwhile. */
export async function openObject(bucket: R2Bucket, key: string): Promise<ByteSource | undefined> {
  const head = await bucket.head(key)
  if (head === null) return undefined
  const { size, etag } = head

  async function get(start: number, end: number): Promise<R2ObjectBody> {
    const range = { offset: start, length: end - start }
    const object = await bucket.get(key, { range, onlyIf: { etagMatches: etag } })
    if (object === null || !('body' in object)) throw new Error('The object changed while read')
    return object
  }

  async function fetchRange(start: number, end: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(await (await get(start, end)).arrayBuffer())
    if (bytes.byteLength !== end - start) throw new Error('The object is shorter than it says')
    return bytes
  }

  let window: Window | undefined
  return {
    size,
    async read(start, end) {
      assertRange(start, end, size)
      if (start === end) return new Uint8Array()
      if (end - start > SMALL_READ_BYTES) return fetchRange(start, end)
      if (window === undefined || !covers(window, start, end)) {
        // The last window ends with the object: a ZIP is opened from its tail.
        const from = Math.max(0, Math.min(start, size - WINDOW_BYTES))
        window = { start: from, bytes: await fetchRange(from, Math.min(size, from + WINDOW_BYTES)) }
      }
      return window.bytes.subarray(start - window.start, end - window.start)
    },
    async stream(start, end) {
      assertRange(start, end, size)
      return start === end ? new Blob([]).stream() : (await get(start, end)).body
    },
  }
}

function covers({ start, bytes }: Window, from: number, to: number): boolean {
  return start <= from && to <= start + bytes.byteLength
}

function assertRange(start: number, end: number, size: number): void {
  if (start < 0 || start > end || end > size) throw new RangeError('Not a range of this object')
}
