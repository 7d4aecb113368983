import type { ByteSource } from '#core/files/bytes'
import { type DataKeys, findDataKeys } from './sealed/data-keys'
import type { FileStore } from './sealed/file-store'
import {
  FRAME_BYTES,
  HEAD_BYTES,
  openFrame,
  plainSize,
  SEALED_FRAME_BYTES,
  sealedSize,
  versionOf,
} from './sealed/frames'
import { inParts } from './sealed/in-parts'

/** A stream hands out this much at a time: it fits the windows of those who read it. */
const PIECE_BYTES = 64 * 1024

/** Readers jump between the end of a ZIP and the sheet they read: one frame for each. */
const FRAMES_HELD = 2

export type SealedSource = ByteSource & {
  /** The version of the key that its first frame was sealed with. */
  sealedWith(): Promise<number>
}

/** An object as it was when it was opened. */
type Opened = {
  readonly files: FileStore
  readonly key: string
  readonly keys: DataKeys | undefined
  readonly etag: string
  readonly size: number
}

/**
 * A sealed object, read by ranges of its plain bytes; nothing where there is no object. Throws when the
 * object is replaced meanwhile, and `file-key-gone` when its bytes or its key are not what they were.
 */
export async function openObject(files: FileStore, key: string): Promise<SealedSource | undefined> {
  const head = await files.bucket.head(key)
  if (head === null) return undefined
  const size = plainSize(head.size)
  const opened = { files, key, keys: await findDataKeys(files), etag: head.etag, size }
  const frameAt = frameReader(opened)
  return {
    size,
    async sealedWith() {
      const object = await getRange(opened, 0, HEAD_BYTES)
      return versionOf(new Uint8Array(await object.arrayBuffer()))
    },
    async read(start, end) {
      assertRange(start, end, size)
      if (start === end) return new Uint8Array()
      const first = Math.floor(start / FRAME_BYTES)
      const from = first * FRAME_BYTES
      if (end > from + FRAME_BYTES) return joined(plainOf(opened, start, end), end - start)
      return (await frameAt(first)).subarray(start - from, end - from)
    },
    async stream(start, end) {
      assertRange(start, end, size)
      return start === end ? new Blob([]).stream() : streamOf(plainOf(opened, start, end))
    },
  }
}

async function getRange(
  { files, key, etag }: Opened,
  offset: number,
  length: number,
): Promise<R2ObjectBody> {
  const range = { offset, length }
  const object = await files.bucket.get(key, { range, onlyIf: { etagMatches: etag } })
  if (object === null || !('body' in object)) throw new Error('The object changed while read')
  return object
}

/** Frames from one up to but not including another, opened one after the other. */
async function* framesOf(opened: Opened, first: number, end: number): AsyncGenerator<Uint8Array> {
  const { files, key: object, keys, size } = opened
  const frames = Math.ceil(size / FRAME_BYTES)
  const offset = first * SEALED_FRAME_BYTES
  const length = Math.min(end * SEALED_FRAME_BYTES, sealedSize(size)) - offset
  const { body } = await getRange(opened, offset, length)
  let index = first
  for await (const frame of inParts(body, SEALED_FRAME_BYTES)) {
    const place = { workspaceId: files.workspaceId, object, index, isLast: index === frames - 1 }
    yield await openFrame(keys, place, frame)
    index += 1
  }
  if (index !== end) throw cutShort()
}

/** The plain bytes of a range as they come, in pieces of at most a frame. */
async function* plainOf(opened: Opened, start: number, end: number): AsyncGenerator<Uint8Array> {
  const first = Math.floor(start / FRAME_BYTES)
  let at = first * FRAME_BYTES
  for await (const frame of framesOf(opened, first, Math.ceil(end / FRAME_BYTES))) {
    yield frame.subarray(Math.max(0, start - at), Math.min(frame.byteLength, end - at))
    at += frame.byteLength
  }
}

/** Opens single frames and holds the last few. */
function frameReader(opened: Opened): (index: number) => Promise<Uint8Array> {
  const held: { readonly index: number; readonly bytes: Uint8Array }[] = []
  return async (index) => {
    const known = held.find((frame) => frame.index === index)
    if (known !== undefined) return known.bytes
    for await (const bytes of framesOf(opened, index, index + 1)) {
      if (held.push({ index, bytes }) > FRAMES_HELD) held.shift()
      return bytes
    }
    throw cutShort()
  }
}

function cutShort(): Error {
  return new Error('The object is shorter than it says')
}

async function joined(pieces: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array> {
  const whole = new Uint8Array(size)
  let at = 0
  for await (const piece of pieces) {
    whole.set(piece, at)
    at += piece.byteLength
  }
  return whole
}

/** Asked for piece by piece; whoever stops reading ends the reading of the object too. */
function streamOf(plain: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  let frame: Uint8Array = new Uint8Array()
  return new ReadableStream(
    {
      async pull(controller) {
        while (frame.byteLength === 0) {
          const next = await plain.next()
          if (next.done === true) return controller.close()
          frame = next.value
        }
        controller.enqueue(frame.subarray(0, PIECE_BYTES))
        frame = frame.subarray(PIECE_BYTES)
      },
      async cancel() {
        await plain.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}

function assertRange(start: number, end: number, size: number): void {
  if (start < 0 || start > end || end > size) throw new RangeError('Not a range of this object')
}
