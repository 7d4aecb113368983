import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What the owner of an account can read of it. */
export const SECURITY_EVENT_KINDS = [
  'signed-up',
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'confirmed',
  'confirm-failed',
  'password-changed',
  'session-ended',
  'name-changed',
  'email-change-asked',
  'email-changed',
  'authenticator-on',
  'authenticator-off',
  'recovery-codes-made',
  'recovery-code-used',
  'passkey-added',
  'passkey-renamed',
  'passkey-removed',
  'token-made',
  'token-removed',
  'device-approved',
  'device-denied',
  'invitation-made',
  'invitation-withdrawn',
  'team-joined',
  'member-changed',
  'member-removed',
  'archive-downloaded',
  'access-refused',
] as const

/** What its owner should know happened to an account; erased after 30 days. */
export const securityEvents = sqliteTable(
  'security_event',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    personId: text('person_id').notNull(),
    kind: text({ enum: SECURITY_EVENT_KINDS }).notNull(),
    /** The /24 or /48 it came from, never the address. */
    place: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [
    index('security_event_person').on(table.personId, table.at),
    index('security_event_at').on(table.at),
  ],
)
