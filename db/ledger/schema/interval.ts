import { integer } from 'drizzle-orm/sqlite-core'

/** Between which moments a fact counts, in milliseconds; db/ledger/knowledge reads the two. */
export const interval = {
  /** When a later fact closed this one; 0 while it counts. */
  closedAt: integer('closed_at').notNull().default(0),
  /** When it was added; 0 is since ever. */
  addedAt: integer('added_at').notNull().default(0),
}
