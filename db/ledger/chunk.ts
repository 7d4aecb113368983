/** D1 takes a bound text of 2 MB at most; half of it leaves room and keeps one statement short. */
export const MAX_CHUNK_BYTES = 1_000_000

/** Rows of one statement: enough to spread its cost, few enough that a killed job repeats little. */
export const MAX_CHUNK_ROWS = 2_000

const encoder = new TextEncoder()

/** The rows as one JSON array, or nothing when it would be larger than a statement takes. */
export function toChunk(rows: readonly string[]): string | undefined {
  const text = `[${rows.join(',')}]`
  // A character takes at most three bytes in UTF-8, so only long texts need to be encoded to be measured.
  if (text.length * 3 <= MAX_CHUNK_BYTES) return text
  return encoder.encode(text).byteLength <= MAX_CHUNK_BYTES ? text : undefined
}
