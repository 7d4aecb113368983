import { piecesOf } from '#core/files/bytes'
import { encodeHexLowerCase } from '@oslojs/encoding'
import { makeZip } from 'client-zip'

/** One file of a ZIP that is being written; its bytes are made while they are taken. */
export type Piece = {
  readonly name: string
  readonly modified: Date
  readonly pieces: AsyncGenerator<Uint8Array>
}

/** The same bytes, and what they were once all of them have been taken. */
export function hashPieces(from: AsyncGenerator<Uint8Array> | ReadableStream<Uint8Array>): {
  readonly pieces: AsyncGenerator<Uint8Array>
  readonly result: () => { readonly bytes: number; readonly sha256: string }
} {
  let bytes = 0
  let sha256: string | undefined
  async function* pieces() {
    const digest = new crypto.DigestStream('SHA-256')
    const hash = digest.getWriter()
    for await (const piece of from instanceof ReadableStream ? piecesOf(from) : from) {
      bytes += piece.byteLength
      await hash.write(piece)
      yield piece
    }
    await hash.close()
    sha256 = encodeHexLowerCase(new Uint8Array(await digest.digest))
  }
  return {
    pieces: pieces(),
    result() {
      if (sha256 === undefined) throw new Error('A file of a ZIP was not taken to its end')
      return { bytes, sha256 }
    },
  }
}

/**
 * A ZIP without compression (reports are packed already), of any size, made as it is taken. What fails
 * aborts it, so it has no directory and opens nowhere; a reader that goes away ends the reading.
 */
export function streamZip(
  entries: AsyncGenerator<Piece>,
  onError: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  let open: Piece['pieces'] | undefined
  async function* inputs() {
    for await (const { name, modified, pieces } of entries) {
      open = pieces
      yield { name, lastModified: modified, input: pieces }
    }
  }
  const reader = makeZip(inputs()).getReader()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (done) controller.close()
          else controller.enqueue(value)
        } catch (error) {
          onError(error)
          controller.error(error)
        }
      },
      async cancel() {
        await open?.return(undefined)
        await entries.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
