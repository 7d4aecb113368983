/** The stream's bytes in parts of one size; only the last may be shorter. */
export async function* inParts(
  body: ReadableStream<Uint8Array>,
  partBytes: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
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

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
