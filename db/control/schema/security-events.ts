import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What its owner should know happened to an account; erased after 30 days. */
export const securityEvents = sqliteTable(
  'security_event',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    personId: text('person_id').notNull(),
    kind: text({
      enum: ['signed-up', 'signed-in', 'sign-in-failed', 'password-changed', 'session-ended'],
    }).notNull(),
    /** The /24 or /48 it came from, never the address. */
    place: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [
    index('security_event_person').on(table.personId, table.at),
    index('security_event_at').on(table.at),
  ],
)
