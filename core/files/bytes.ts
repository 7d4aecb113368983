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

export function bytesOf(buffer: Uint8Array): ByteSource {
  return {
    size: buffer.byteLength,
    read: async (start, end) => buffer.subarray(start, end),
    stream: async (start, end) => new Blob([buffer.slice(start, end)]).stream(),
  }
}
