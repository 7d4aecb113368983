import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** A token that a script or the command line shows instead of a session; only its digest is kept. */
export const personalTokens = sqliteTable(
  'personal_token',
  {
    id: text().primaryKey(),
    /** SHA-256 of the token, hex. */
    digest: text().notNull(),
    workspaceId: text('workspace_id').notNull(),
    personId: text('person_id').notNull(),
    name: text().notNull(),
    /** Space-separated, as RFC 6749 writes them. */
    scopes: text().notNull(),
    /** How it came about: written down by hand, or given to the command line on approval. */
    client: text({ enum: ['api', 'cli'] }).notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    lastUsedAt: integer('last_used_at'),
  },
  (table) => [
    uniqueIndex('personal_token_digest').on(table.digest),
    index('personal_token_person').on(table.personId),
    index('personal_token_expires').on(table.expiresAt),
  ],
)

/** A device that asks for a token (RFC 8628), until somebody signed in has answered and it has fetched it. */
export const deviceGrants = sqliteTable(
  'device_grant',
  {
    /** SHA-256 of the device code, hex. */
    digest: text().primaryKey(),
    /** SHA-256 of the code that a person types, hex. */
    userCodeDigest: text('user_code_digest').notNull(),
    clientName: text('client_name').notNull(),
    scopes: text().notNull(),
    /** The /24 or /48 that it asked from: what the person who approves compares. */
    place: text().notNull(),
    state: text({ enum: ['pending', 'approved', 'denied'] }).notNull(),
    /** Who approved, and for which workspace. */
    personId: text('person_id'),
    workspaceId: text('workspace_id'),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    lastAskedAt: integer('last_asked_at').notNull(),
  },
  (table) => [
    uniqueIndex('device_grant_user_code').on(table.userCodeDigest),
    index('device_grant_expires').on(table.expiresAt),
  ],
)

/** Keys that sign the extension's short tokens. The private half is sealed by a secret of the Worker. */
export const signingKeys = sqliteTable('signing_key', {
  id: text().primaryKey(),
  /** A public JWK as JSON: what the key set publishes. */
  publicKey: text('public_key').notNull(),
  sealedKey: text('sealed_key').notNull(),
  createdAt: integer('created_at').notNull(),
  /** Set when a newer key signs; it verifies until the tokens it signed have expired. */
  retiredAt: integer('retired_at'),
})
