import { newId } from '#core/ids'

export function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}

/** A new opaque id; brand it with the noun's own constructor: `uploadId(randomId())`. */
export function randomId(): string {
  return newId((bytes) => crypto.getRandomValues(bytes))
}
