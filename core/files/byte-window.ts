import { UnreadableFile } from './bytes'
import type { Limits } from './limits'

/** The bytes being scanned: those not yet understood, at the front of a buffer that is used again. */
export type ByteWindow = {
  bytes: Uint8Array
  /** What lies before this is understood and may be overwritten. */
  at: number
  end: number
}

// Fits the cache of a core, and holds a hundred rows of the widest report.
const WINDOW_BYTES = 128 * 1024
// The scanner may look this far past the end without leaving the buffer.
const SLACK = 64

export function newWindow(): ByteWindow {
  return { bytes: new Uint8Array(WINDOW_BYTES + SLACK), at: 0, end: 0 }
}

/** True when `piece` can be added without moving the rows that were handed out. */
export function fits(window: ByteWindow, piece: Uint8Array): boolean {
  return window.end + piece.byteLength + SLACK <= window.bytes.byteLength
}

export function append(window: ByteWindow, piece: Uint8Array): void {
  window.bytes.set(piece, window.end)
  window.end += piece.byteLength
}

/** Forgets what is understood, and makes room for `piece`; a row longer than all its cells may be is refused. */
export function makeRoom(window: ByteWindow, piece: Uint8Array, limits: Limits): void {
  const left = window.end - window.at
  if (left > Math.max(WINDOW_BYTES, limits.columns * limits.cellBytes)) {
    throw new UnreadableFile('row-too-long', 'A row of this file is too long to be a report.')
  }
  const needed = left + piece.byteLength + SLACK
  // Doubling early keeps a very long row from being scanned again for every piece of it.
  if (needed > window.bytes.byteLength || left > window.bytes.byteLength / 2) {
    const larger = new Uint8Array(Math.max(window.bytes.byteLength * 2, needed))
    larger.set(window.bytes.subarray(window.at, window.end))
    window.bytes = larger
  } else {
    window.bytes.copyWithin(0, window.at, window.end)
  }
  window.at = 0
  window.end = left
}
