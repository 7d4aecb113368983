import { AppError } from './problem'

/** A small file, whole in memory; the first byte too many ends it with 413 `file-too-large`. */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
  sentence: string,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body ?? []) {
    size += piece.byteLength
    if (size > maxBytes) throw new AppError(413, 'file-too-large', sentence)
    pieces.push(piece)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.byteLength
  }
  return bytes
}
