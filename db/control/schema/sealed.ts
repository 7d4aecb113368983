import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

declare const sealed: unique symbol

/**
 * Text as a row keeps it, sealed with a data key; see worker/sealed/sealed-text.ts. Deliberately no string:
 * what has not been opened cannot be shown, mailed or compared by mistake.
 */
export type Sealed = { readonly [sealed]: true }

/** How every sealed text begins. Rows of before sealing hold the text itself, until the job has sealed them. */
export const SEALED_PREFIX = 'sealed$'

export function asSealed(kept: string): Sealed {
  // Safe because a Sealed is that very string, and only its type says less.
  return kept as unknown as Sealed
}

/** For SQL and for whoever opens it; nobody else has a use for it. */
export function keptText(kept: Sealed): string {
  // Safe because a Sealed is made by `asSealed`, or read from a column of text.
  return kept as unknown as string
}

/** True for a row of before sealing. Word for word the condition of an index, so that finding none costs nothing. */
export function isInClear(...columns: readonly SQLiteColumn[]): SQL {
  const each = columns.map(({ name }) => sql.raw(`substr("${name}", 1, 7) <> '${SEALED_PREFIX}'`))
  return sql.join(each, sql.raw(' OR '))
}
