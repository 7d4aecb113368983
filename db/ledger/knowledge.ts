import { type SQL, sql } from 'drizzle-orm'

/**
 * Milliseconds: only what had been imported before this moment counts, and what was closed since still
 * does. Nothing means everything known now. core/dates gives it for a day: `endOfDayInIndia`.
 */
export type KnownAt = number | undefined

/** True for the rows of a fact table that count at that moment; `alias` is the table's name in the query. */
export function isKnown(alias: string, knownAt: KnownAt): SQL {
  const [addedAt, closedAt] = [sql.raw(`${alias}.added_at`), sql.raw(`${alias}.closed_at`)]
  if (knownAt === undefined) return sql`${closedAt} = 0`
  return sql`(${addedAt} < ${knownAt} AND (${closedAt} = 0 OR ${closedAt} >= ${knownAt}))`
}
