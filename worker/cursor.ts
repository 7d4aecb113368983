import type { z } from 'zod'
import { AppError } from './problem'

/** Where a list goes on, as one opaque text. It holds keys of the caller's own rows and opens nothing. */
export function toCursor(place: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(place))
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** The place a cursor names; nothing for no cursor. One that we did not make is answered 400. */
export function fromCursor<Place>(
  cursor: string | undefined,
  schema: z.ZodType<Place>,
): Place | undefined {
  if (cursor === undefined) return undefined
  try {
    const text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(text, (character) => character.codePointAt(0) ?? 0)
    return schema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch (cause) {
    throw new AppError(
      400,
      'invalid-cursor',
      'This list cannot go on from there. Start it again.',
      {
        cause,
      },
    )
  }
}
