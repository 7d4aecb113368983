import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { isInClear, type Sealed } from './sealed'

/** A person who signs in. Instants are milliseconds since 1970, UTC. */
export const people = sqliteTable(
  'person',
  {
    id: text().primaryKey(),
    name: text().$type<Sealed>().notNull(),
    /** As the person typed it; sign-in never reads it. */
    email: text().$type<Sealed>().notNull(),
    /** HMAC of the address under the pepper, hex: what sign-in looks up. */
    emailKey: text('email_key').notNull(),
    emailVerifiedAt: integer('email_verified_at'),
    passwordHash: text('password_hash').notNull(),
    adultConfirmedAt: integer('adult_confirmed_at').notNull(),
    /** Of the mails to this person. */
    language: text({ enum: ['en', 'hi', 'gu'] })
      .notNull()
      .default('en'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('person_email_key').on(table.emailKey),
    // Rows of before sealing; empty once the job has been through.
    index('person_to_seal').on(table.id).where(isInClear(table.name, table.email)),
  ],
)

/** Only the digest of a session's secret is kept, so a stolen table opens nothing. */
export const sessions = sqliteTable(
  'session',
  {
    /** SHA-256 of the cookie's secret, hex. */
    id: text().primaryKey(),
    personId: text('person_id').notNull(),
    workspaceId: text('workspace_id').notNull(),
    createdAt: integer('created_at').notNull(),
    extendedAt: integer('extended_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    /** When the person last showed again that it is them; opens sensitive acts for ten minutes. */
    confirmedAt: integer('confirmed_at'),
  },
  (table) => [
    index('session_person').on(table.personId),
    index('session_expires').on(table.expiresAt),
  ],
)

/** Token buckets of the exact throttle: one row for each account and each IP prefix that tried. */
export const throttles = sqliteTable('throttle', {
  key: text().primaryKey(),
  /** Thousandths of a token, so that a refill of parts of a token is exact. */
  milliTokens: integer('milli_tokens').notNull(),
  refilledAt: integer('refilled_at').notNull(),
})

/** Answers already given to a POST with an Idempotency-Key; kept one day. */
export const idempotentAnswers = sqliteTable(
  'idempotent_answer',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** The session or token that asked, so that nobody reads another's answer. */
    caller: text().notNull(),
    key: text().notNull(),
    /** Method, path with query, and digest of the body: the same key for another request is a mistake. */
    request: text().notNull(),
    /** Nothing while the first request is still running. */
    status: integer(),
    body: text(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [uniqueIndex('idempotent_answer_key').on(table.caller, table.key)],
)
