/** Bytes that can be read by ranges: an R2 object, a file on disk, or a buffer. */
export type ByteSource = {
  readonly size: number
  /** Bytes from `start` up to but not including `end`; never fewer. */
  read(start: number, end: number): Promise<Uint8Array>
  stream(start: number, end: number): Promise<ReadableStream<Uint8Array>>
}

/** A file that cannot be read; the sentence is for the seller, the code for programs. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
  constructor(
    readonly code: string,
    sentence: string,
    options?: ErrorOptions,
  ) {
    super(sentence, options)
  }
}

const PIECE_BYTES = 64 * 1024

export function bytesOf(buffer: Uint8Array): ByteSource {
  return {
    size: buffer.byteLength,
    read: async (start, end) => buffer.subarray(start, end),
    stream: async (start, end) => streamOf(buffer.subarray(start, end)),
  }
}

/** A stream over a buffer that copies nothing. */
function streamOf(buffer: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= buffer.byteLength) return controller.close()
      controller.enqueue(buffer.subarray(at, at + PIECE_BYTES))
      at += PIECE_BYTES
    },
  })
}

/** The bytes of `source` from `start` up to `end`, as a source of their own. */
export function rangeOf(source: ByteSource, start: number, end: number): ByteSource {
  return {
    size: end - start,
    read: (from, to) => source.read(start + from, Math.min(start + to, end)),
    stream: (from, to) => source.stream(start + from, Math.min(start + to, end)),
  }
}

/**
 * The pieces of a stream; leaving the loop early cancels it. The next piece is asked for before this one is
 * handed out, so that native code inflates it meanwhile. (Browsers cannot iterate streams themselves yet.)
 */
export async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = readerOf(stream)
  let isOpen = true
  try {
    let next = reader.read()
    for (;;) {
      const { done, value } = await next
      if (done) break
      next = reader.read()
      // Its failure is met by the next turn, or by no one when the loop is left.
      next.catch(() => undefined)
      yield value
    }
    isOpen = false
  } catch (error) {
    isOpen = false
    throw error
  } finally {
    if (isOpen) await reader.cancel()
  }
}

type Reader = {
  read(): Promise<
    { done: false; value: Uint8Array } | { done: true; value?: Uint8Array | undefined }
  >
  cancel(): Promise<void>
}

/** Workers hand out 4 KB at a time unless they are given a larger buffer to fill; other streams take none. */
function readerOf(stream: ReadableStream<Uint8Array>): Reader {
  try {
    const reader = stream.getReader({ mode: 'byob' })
    return {
      read: () => reader.read(new Uint8Array(PIECE_BYTES)),
      cancel: () => reader.cancel(),
    }
  } catch {
    return stream.getReader()
  }
}
