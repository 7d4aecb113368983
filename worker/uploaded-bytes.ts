import type { UploadId, WorkspaceId } from '#core/ids'
import { encodeHexLowerCase } from '@oslojs/encoding'
import { openObject } from './byte-source'
import { AppError } from './problem'
import { type DataKey, ensureDataKeys } from './sealed/data-keys'
import type { FileStore } from './sealed/file-store'
import { FRAME_BYTES, type FramePlace, sealedSize, sealFrame } from './sealed/frames'
import { inParts } from './sealed/in-parts'

/** R2 wants all parts but the last of one size, at least 5 MiB; most files fit into the first. */
const PART_BYTES = 8 * FRAME_BYTES

/** Whole in memory where it is small; otherwise in a temporary object, as the final key is its digest. */
export type ReceivedBytes = {
  readonly bytes: number
  readonly sha256: string
  readonly held: Uint8Array | { readonly temporaryKey: string }
}

export function objectKey(workspaceId: WorkspaceId, sha256: string): string {
  return `w/${workspaceId}/${sha256}`
}

/** Of its own root, so that the purge finds what a crash left behind without walking every workspace. */
export const INCOMING = 'incoming/'

export function temporaryKey(workspaceId: WorkspaceId, uploadId: UploadId): string {
  return `${INCOMING}${workspaceId}/${uploadId}`
}

/**
 * Hashes the body while it arrives, at most two parts of it in memory; stops at the first byte too many.
 * What does not fit into one part is sealed under its temporary key at once.
 */
export async function receiveBytes(
  body: ReadableStream<Uint8Array>,
  files: FileStore,
  key: string,
  { maxBytes, now }: { readonly maxBytes: number; readonly now: Date },
): Promise<ReceivedBytes> {
  const digest = new crypto.DigestStream('SHA-256')
  const hash = digest.getWriter()
  let bytes = 0
  let last: Uint8Array<ArrayBuffer> | undefined
  let parts: SealedParts | undefined
  try {
    for await (const part of inParts(body, PART_BYTES)) {
      bytes += part.byteLength
      if (bytes > maxBytes) throw tooLarge(maxBytes)
      await hash.write(part)
      if (last !== undefined) {
        parts ??= await startParts(files, key, now)
        await parts.add(last, false)
      }
      last = part
    }
    if (parts !== undefined && last !== undefined) await parts.add(last, true)
    await parts?.complete()
  } catch (error) {
    await parts?.abort()
    throw error
  }
  await hash.close()
  const sha256 = encodeHexLowerCase(new Uint8Array(await digest.digest))
  const held = parts === undefined ? (last ?? new Uint8Array()) : { temporaryKey: key }
  return { bytes, sha256, held }
}

type SealedParts = {
  add(part: Uint8Array<ArrayBuffer>, isLast: boolean): Promise<void>
  complete(): Promise<void>
  abort(): Promise<void>
}

async function startParts(files: FileStore, key: string, now: Date): Promise<SealedParts> {
  const { current } = await ensureDataKeys(files, now)
  const multipart = await files.bucket.createMultipartUpload(key)
  const sent: R2UploadedPart[] = []
  return {
    async add(part, isLast) {
      const place = { workspaceId: files.workspaceId, object: key, isLast }
      const first = (sent.length * PART_BYTES) / FRAME_BYTES
      const sealed = await sealWhole(current, { ...place, first }, part)
      sent.push(await multipart.uploadPart(sent.length + 1, sealed))
    },
    complete: async () => void (await multipart.complete(sent)),
    abort: () => multipart.abort(),
  }
}

/** Frames of some bytes one behind the other; only where they are the file's last does the last frame say so. */
async function sealWhole(
  key: DataKey,
  { first, isLast, ...place }: Omit<FramePlace, 'index'> & { readonly first: number },
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const sealed = new Uint8Array(sealedSize(bytes.byteLength))
  let at = 0
  for (let start = 0; start < bytes.byteLength; start += FRAME_BYTES) {
    const isEnd = start + FRAME_BYTES >= bytes.byteLength
    const index = first + start / FRAME_BYTES
    const plain = bytes.subarray(start, start + FRAME_BYTES)
    const frame = await sealFrame(key, { ...place, index, isLast: isLast && isEnd }, plain)
    sealed.set(frame, at)
    at += frame.byteLength
  }
  return sealed
}

/** Puts the bytes where they belong, unless they are there and can still be opened. */
export async function keepBytes(
  files: FileStore,
  key: string,
  { held, bytes }: ReceivedBytes,
  now: Date,
): Promise<void> {
  if (await isReadable(files, key)) return
  const { current } = await ensureDataKeys(files, now)
  if (held instanceof Uint8Array) {
    const place = { workspaceId: files.workspaceId, object: key, first: 0, isLast: true }
    await files.bucket.put(key, await sealWhole(current, place, new Uint8Array(held)))
    return
  }
  // R2 can neither rename nor copy, and a frame opens only where it was sealed: the bytes pass through.
  const temporary = await openObject(files, held.temporaryKey)
  if (temporary === undefined) throw new Error('A temporary object is gone before it was kept')
  await sealObject(files, key, current, await temporary.stream(0, bytes), bytes)
}

/** Seals a stream of so many bytes into an object, a frame at a time. */
export async function sealObject(
  files: FileStore,
  object: string,
  key: DataKey,
  plain: ReadableStream<Uint8Array>,
  bytes: number,
): Promise<void> {
  const { readable, writable } = new FixedLengthStream(sealedSize(bytes))
  const frames = Math.ceil(bytes / FRAME_BYTES)
  const { workspaceId } = files
  async function sealAll(): Promise<void> {
    const writer = writable.getWriter()
    let index = 0
    try {
      for await (const part of inParts(plain, FRAME_BYTES)) {
        const isLast = index === frames - 1
        await writer.write(await sealFrame(key, { workspaceId, object, index, isLast }, part))
        index += 1
      }
      await writer.close()
    } catch (error) {
      await writer.abort(error)
      throw error
    }
  }
  await Promise.all([files.bucket.put(object, readable), sealAll()])
}

async function isReadable(files: FileStore, key: string): Promise<boolean> {
  try {
    const source = await openObject(files, key)
    await source?.read(0, 1)
    return source !== undefined
  } catch (error) {
    if (error instanceof AppError && error.code === 'file-key-gone') return false
    throw error
  }
}

export async function dropTemporary(files: FileStore, { held }: ReceivedBytes): Promise<void> {
  if (!(held instanceof Uint8Array)) await files.bucket.delete(held.temporaryKey)
}

export function tooLarge(maxBytes: number): AppError {
  const megabytes = Math.floor(maxBytes / 1_000_000)
  return new AppError(
    413,
    'file-too-large',
    `This file is larger than ${megabytes} MB. Download the report for a shorter period and send the parts.`,
  )
}
