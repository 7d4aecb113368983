import type { StoreId } from '#core/ids'
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

/**
 * True for the reports that count at that moment. Promises and coverage are read by the report; a report
 * that an undo has read again counts since its first reading.
 */
export function isReportKnown(alias: string, knownAt: KnownAt): SQL {
  const at = (column: string) => sql.raw(`${alias}.${column}`)
  if (knownAt === undefined) return sql`${at('state')} = 'read'`
  return sql`(${at('counted_at')} < ${knownAt} AND (${at('removed_at')} IS NULL OR ${at('removed_at')} >= ${knownAt}))`
}

/**
 * Since when a row of a chunk counts: from now on, but never from before the same row ceased to. `key`
 * names what makes it the same: the place of the cell in the chunk's rows, or the value of all its rows.
 */
export function countsSince(
  table: string,
  storeId: StoreId,
  key: Readonly<Record<string, number | SQL>>,
  now: Date,
): SQL {
  const isSame = Object.entries(key).map(([column, cell]) => {
    const value = typeof cell === 'number' ? sql.raw(`value->>${cell}`) : cell
    return sql`${sql.raw(`p.${column}`)} = ${value}`
  })
  return sql`max(${now.getTime()}, coalesce((SELECT max(p.closed_at) FROM ${sql.raw(table)} AS p
    WHERE p.store_id = ${storeId} AND ${sql.join(isSame, sql` AND `)}), 0))`
}
