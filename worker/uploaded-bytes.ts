import type { UploadId, WorkspaceId } from '#core/ids'
import { encodeHexLowerCase } from '@oslojs/encoding'
import { AppError } from './problem'

/** R2 wants all parts but the last of one size, at least 5 MiB; most files fit into the first. */
const PART_BYTES = 8 * 1024 * 1024

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

/** Hashes the body while it arrives, at most one part of it in memory; stops at the first byte too many. */
export async function receiveBytes(
  body: ReadableStream<Uint8Array>,
  bucket: R2Bucket,
  key: string,
  maxBytes: number,
): Promise<ReceivedBytes> {
  const digest = new crypto.DigestStream('SHA-256')
  const hash = digest.getWriter()
  let bytes = 0
  let first: Uint8Array | undefined
  let multipart: R2MultipartUpload | undefined
  const parts: R2UploadedPart[] = []
  try {
    for await (const part of inParts(body, PART_BYTES)) {
      bytes += part.byteLength
      if (bytes > maxBytes) throw tooLarge(maxBytes)
      await hash.write(part)
      if (first === undefined) {
        first = part
        continue
      }
      if (multipart === undefined) {
        multipart = await bucket.createMultipartUpload(key)
        parts.push(await multipart.uploadPart(1, first))
      }
      parts.push(await multipart.uploadPart(parts.length + 1, part))
    }
    await multipart?.complete(parts)
  } catch (error) {
    await multipart?.abort()
    throw error
  }
  await hash.close()
  const sha256 = encodeHexLowerCase(new Uint8Array(await digest.digest))
  const held = multipart === undefined ? (first ?? new Uint8Array()) : { temporaryKey: key }
  return { bytes, sha256, held }
}

/** Puts the bytes where they belong, unless they are there; R2 itself checks them against the digest. */
export async function keepBytes(
  bucket: R2Bucket,
  key: string,
  { sha256, held }: ReceivedBytes,
): Promise<void> {
  if (await bucket.head(key)) return
  if (held instanceof Uint8Array) {
    await bucket.put(key, held, { sha256 })
    return
  }
  // R2 can neither rename nor copy, so the bytes pass through once more.
  const temporary = await bucket.get(held.temporaryKey)
  if (temporary === null) throw new Error('A temporary object is gone before it was kept')
  await bucket.put(key, temporary.body, { sha256 })
}

export async function dropTemporary(bucket: R2Bucket, { held }: ReceivedBytes): Promise<void> {
  if (!(held instanceof Uint8Array)) await bucket.delete(held.temporaryKey)
}

export function tooLarge(maxBytes: number): AppError {
  const megabytes = Math.floor(maxBytes / 1_000_000)
  return new AppError(
    413,
    'file-too-large',
    `This file is larger than ${megabytes} MB. Download the report for a shorter period and send the parts.`,
  )
}

/** The stream's bytes in parts of one size; only the last may be shorter. */
async function* inParts(
  body: ReadableStream<Uint8Array>,
  partBytes: number,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    let rest = chunk
    while (size + rest.byteLength >= partBytes) {
      held.push(rest.subarray(0, partBytes - size))
      rest = rest.subarray(partBytes - size)
      yield joined(held, partBytes)
      held = []
      size = 0
    }
    if (rest.byteLength > 0) held.push(rest)
    size += rest.byteLength
  }
  if (size > 0) yield joined(held, size)
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
