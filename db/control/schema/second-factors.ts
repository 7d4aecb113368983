import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isInClear, type Sealed } from './sealed'

/** The authenticator app of a person: at most one. */
export const authenticators = sqliteTable(
  'authenticator',
  {
    personId: text('person_id').primaryKey(),
    /** Base64 of the seed. A row of before is sealed with a key of the Worker; see worker/auth/sealed-secret.ts. */
    sealedSeed: text('sealed_seed').$type<Sealed>().notNull(),
    createdAt: integer('created_at').notNull(),
    /** Nothing until a first code has shown that the app has the seed; before that it guards nothing. */
    enabledAt: integer('enabled_at'),
    /** The time step of the last code that was taken: no code of it or of an earlier one is taken again. */
    lastCounter: integer('last_counter'),
  },
  (table) => [index('authenticator_to_seal').on(table.personId).where(isInClear(table.sealedSeed))],
)

/** Each opens the second step once. Long enough that a plain digest cannot be guessed back. */
export const recoveryCodes = sqliteTable(
  'recovery_code',
  {
    /** SHA-256 of person and code, hex. */
    digest: text().primaryKey(),
    personId: text('person_id').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('recovery_code_person').on(table.personId)],
)

export const passkeys = sqliteTable(
  'passkey',
  {
    /** As the authenticator named it, base64url. */
    credentialId: text('credential_id').primaryKey(),
    /** What people and addresses call it. */
    id: text().notNull(),
    personId: text('person_id').notNull(),
    name: text().notNull(),
    /** A point of P-256, SEC 1 uncompressed, base64. */
    publicKey: text('public_key').notNull(),
    /** Of authenticators that count their signatures: a copy of one shows itself by counting behind. */
    signCount: integer('sign_count').notNull(),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at'),
  },
  (table) => [index('passkey_person').on(table.personId)],
)

/** Questions put to a passkey that nobody has answered yet; each is answered once. */
export const passkeyChallenges = sqliteTable(
  'passkey_challenge',
  {
    /** SHA-256 of the challenge, hex. */
    digest: text().primaryKey(),
    purpose: text({ enum: ['register', 'sign-in', 'confirm'] }).notNull(),
    /** Nothing at a sign-in, where nobody is known yet. */
    personId: text('person_id'),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('passkey_challenge_expires').on(table.expiresAt)],
)
