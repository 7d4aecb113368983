import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** A file as received. Its bytes are in R2 at w/<workspace>/<sha256>; its reports are in the ledger. */
export const uploads = sqliteTable(
  'upload',
  {
    id: text().primaryKey(),
    workspaceId: text('workspace_id').notNull(),
    /** Nothing until the file, or the person, has said which store it belongs to. */
    storeId: text('store_id'),
    filename: text().notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    status: text({ enum: ['queued', 'parsing', 'done', 'failed'] }).notNull(),
    source: text({ enum: ['dashboard', 'extension', 'cli', 'api'] }).notNull(),
    /** Grows each time the upload is queued again: a job of an earlier round cannot end a later one. */
    round: integer().notNull().default(0),
    rowsRead: integer('rows_read').notNull().default(0),
    /** Names of sheets and files that are no report we know, as a JSON array of text. */
    unrecognised: text().notNull().default('[]'),
    /** Of an archive, once it has been taken apart: what was in it, as JSON. No report is counted under it. */
    archive: text(),
    errorCode: text('error_code'),
    errorDetail: text('error_detail'),
    receivedAt: integer('received_at').notNull(),
    finishedAt: integer('finished_at'),
    /** Set at once by an undo; the facts are closed by a job, the bytes purged later by cron. */
    removedAt: integer('removed_at'),
    purgedAt: integer('purged_at'),
  },
  (table) => [
    // The same bytes are one upload, unless the earlier one was undone.
    uniqueIndex('upload_bytes')
      .on(table.workspaceId, table.sha256)
      .where(sql`removed_at IS NULL`),
    index('upload_received').on(table.workspaceId, table.receivedAt),
    index('upload_removed')
      .on(table.removedAt)
      .where(sql`removed_at IS NOT NULL AND purged_at IS NULL`),
  ],
)

/** Jobs that must reach the queue; written with the change that causes them, deleted once sent. */
export const outbox = sqliteTable('outbox', {
  id: integer().primaryKey({ autoIncrement: true }),
  /** The job as JSON: ids only. */
  job: text().notNull(),
  createdAt: integer('created_at').notNull(),
})
