import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { isInClear, type Sealed } from './sealed'

/** The tenant. Its money facts live in exactly one ledger shard, named here. */
export const workspaces = sqliteTable(
  'workspace',
  {
    id: text().primaryKey(),
    /** Of the person who began it, until somebody chooses another. */
    name: text().$type<Sealed>().notNull(),
    /** `00`, `01`, …: the binding LEDGER_<ledger>. Never changes. */
    ledger: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('workspace_to_seal').on(table.id).where(isInClear(table.name))],
)

export const members = sqliteTable(
  'member',
  {
    workspaceId: text('workspace_id').notNull(),
    personId: text('person_id').notNull(),
    /** `visitor` in the sample's workspace alone, where it is the only one. */
    role: text({ enum: ['owner', 'manager', 'accountant', 'packer', 'visitor'] }).notNull(),
    createdAt: integer('created_at').notNull(),
    /** From then on the person belongs to it no longer; NULL is without an end. */
    until: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.personId] }),
    index('member_person').on(table.personId),
  ],
)

/** A place in a workspace that nobody has taken yet. */
export const invitations = sqliteTable(
  'invitation',
  {
    id: text().primaryKey(),
    workspaceId: text('workspace_id').notNull(),
    role: text({ enum: ['owner', 'manager', 'accountant', 'packer'] }).notNull(),
    /** Only this address may take it; NULL for a link that is handed over by hand. */
    email: text().$type<Sealed>(),
    /** SHA-256 of the secret in the link, hex; NULL until the mail with it is written. */
    digest: text(),
    /** When the place ends again; NULL is without an end. */
    memberUntil: integer('member_until'),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [
    uniqueIndex('invitation_digest').on(table.digest),
    index('invitation_workspace').on(table.workspaceId),
    index('invitation_expires').on(table.expiresAt),
    // An invitation by link has no address, and so is not in it.
    index('invitation_to_seal').on(table.id).where(isInClear(table.email)),
  ],
)

/** One supplier account on one marketplace. */
export const stores = sqliteTable(
  'store',
  {
    id: text().primaryKey(),
    workspaceId: text('workspace_id').notNull(),
    name: text().notNull(),
    marketplace: text({ enum: ['meesho'] }).notNull(),
    /** Nothing until a file names it. */
    supplierId: text('supplier_id'),
    gstScheme: text('gst_scheme', { enum: ['regular', 'none'] })
      .notNull()
      .default('regular'),
    cogsPolicy: text('cogs_policy', { enum: ['kept', 'all_shipped', 'kept_and_returned'] })
      .notNull()
      .default('kept'),
    /** True for the store that the one-click sample made; its figures are nobody's money. */
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('store_supplier').on(table.workspaceId, table.marketplace, table.supplierId),
    index('store_workspace').on(table.workspaceId),
  ],
)
