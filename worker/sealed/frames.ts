import { AppError } from '../problem'
import type { DataKey, DataKeys } from './data-keys'

/** Bytes of a file in one frame; only the last may hold fewer, and none is empty. */
export const FRAME_BYTES = 1024 * 1024

const VERSION_BYTES = 4
const NONCE_BYTES = 12
const TAG_BYTES = 16
export const HEAD_BYTES = VERSION_BYTES + NONCE_BYTES
const OVERHEAD_BYTES = HEAD_BYTES + TAG_BYTES

/** A whole frame as it is kept: version of the key, nonce, sealed bytes with their tag. */
export const SEALED_FRAME_BYTES = FRAME_BYTES + OVERHEAD_BYTES

/** Where a frame belongs: moved, reordered, cut off or carried to another object, it does not open. */
export type FramePlace = {
  readonly workspaceId: string
  readonly object: string
  readonly index: number
  readonly isLast: boolean
}

export function sealedSize(plainBytes: number): number {
  return plainBytes + Math.ceil(plainBytes / FRAME_BYTES) * OVERHEAD_BYTES
}

/** Throws for a size that no sealed file has. */
export function plainSize(sealedBytes: number): number {
  const frames = Math.ceil(sealedBytes / SEALED_FRAME_BYTES)
  const bytes = sealedBytes - frames * OVERHEAD_BYTES
  if (bytes < frames || sealedSize(bytes) !== sealedBytes) throw cannotOpen()
  return bytes
}

export async function sealFrame(
  { version, key }: DataKey,
  place: FramePlace,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const frame = new Uint8Array(plain.byteLength + OVERHEAD_BYTES)
  new DataView(frame.buffer).setUint32(0, version)
  const nonce = crypto.getRandomValues(frame.subarray(VERSION_BYTES, HEAD_BYTES))
  const sealed = await crypto.subtle.encrypt(algorithmOf(nonce, place, version), key, plain)
  frame.set(new Uint8Array(sealed), HEAD_BYTES)
  return frame
}

/** Throws `file-key-gone` when the key is gone, and for bytes that were changed or are not of this place. */
export async function openFrame(
  keys: DataKeys | undefined,
  place: FramePlace,
  frame: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (frame.byteLength <= OVERHEAD_BYTES) throw cannotOpen()
  const version = versionOf(frame)
  const key = keys?.versions.find((each) => each.version === version)?.key
  if (key === undefined) throw cannotOpen()
  const nonce = frame.subarray(VERSION_BYTES, HEAD_BYTES)
  try {
    const algorithm = algorithmOf(nonce, place, version)
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, frame.subarray(HEAD_BYTES)))
  } catch (error) {
    throw cannotOpen({ cause: error })
  }
}

/** The version of the key that a frame says it was sealed with. */
export function versionOf(frame: Uint8Array): number {
  return new DataView(frame.buffer, frame.byteOffset).getUint32(0)
}

function algorithmOf(iv: Uint8Array<ArrayBuffer>, place: FramePlace, version: number) {
  const { workspaceId, object, index, isLast } = place
  const text = JSON.stringify(['frame', workspaceId, object, index, isLast, version])
  return { name: 'AES-GCM', iv, additionalData: new Uint8Array(new TextEncoder().encode(text)) }
}

function cannotOpen(options?: ErrorOptions): AppError {
  const sentence =
    'The kept copy of this file cannot be opened: its key is gone, or its bytes were changed. Send the file again.'
  return new AppError(410, 'file-key-gone', sentence, options)
}
