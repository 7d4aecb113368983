/**
 * The texts as bytes, each made only when it is taken. The first two are made before there is an answer, so
 * that a table that cannot be read is a problem and no broken file. What fails later aborts the stream: a
 * file that breaks off is seen, one that is silently short is not. A reader that goes away ends the reading.
 */
export async function streamText(
  texts: AsyncGenerator<string>,
  onError: (error: unknown) => void,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder()
  const first = [await texts.next(), await texts.next()]
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = first.shift() ?? (await texts.next())
        if (done === true) controller.close()
        else controller.enqueue(encoder.encode(value))
      } catch (error) {
        onError(error)
        controller.error(error)
      }
    },
    async cancel() {
      await texts.return(undefined)
    },
  })
}

/** Bytes as a stream, each piece made only when it is taken. */
export function streamOfPieces(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done === true) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
