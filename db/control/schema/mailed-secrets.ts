import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Codes and links that went out by mail: only digests, so a stolen table opens nothing. */
export const mailedSecrets = sqliteTable(
  'mailed_secret',
  {
    /** HMAC of a code under the pepper, SHA-256 of a link's token; hex. */
    digest: text().primaryKey(),
    personId: text('person_id').notNull(),
    purpose: text({ enum: ['verify-email', 'reset-password', 'change-email'] }).notNull(),
    /** Guesses made at a code; links are too long to guess. */
    guesses: integer().notNull().default(0),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [
    index('mailed_secret_person').on(table.personId, table.purpose),
    index('mailed_secret_expires').on(table.expiresAt),
  ],
)
