import type { BusinessDate, BusinessMonth } from '#core/dates'
import type { StoreId, UploadId, WorkspaceId } from '#core/ids'
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/**
 * One recognised sheet or CSV of an upload, and how far its import has come.
 * `next_row` is the checkpoint: every row below it is in the ledger, none from it on.
 */
export const reports = sqliteTable(
  'report',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    workspaceId: text('workspace_id').$type<WorkspaceId>().notNull(),
    storeId: text('store_id').$type<StoreId>().notNull(),
    uploadId: text('upload_id').$type<UploadId>().notNull(),
    /** The place of this report within its upload, counted the same at every reading. */
    ordinal: integer().notNull(),
    /** The upload's name, kept here so that a source can be named without the control database. */
    filename: text().notNull(),
    /** The ZIP entries that lead to the sheet, as a JSON array, outermost first. */
    path: text().notNull(),
    sheet: text().notNull(),
    kind: text().notNull(),
    layout: text().notNull(),
    /** Column titles as the file wrote them, JSON by figure name: what provenance calls the cell. */
    columns: text().notNull().default('{}'),
    supplierId: text('supplier_id'),
    snapshotOn: text('snapshot_on').$type<BusinessDate>(),
    state: text({ enum: ['reading', 'read', 'quarantined', 'removed'] }).notNull(),
    nextRow: integer('next_row').notNull().default(0),
    periodFrom: text('period_from').$type<BusinessDate>(),
    periodTo: text('period_to').$type<BusinessDate>(),
    rows: integer().notNull().default(0),
    newRows: integer('new_rows').notNull().default(0),
    changedRows: integer('changed_rows').notNull().default(0),
    sameRows: integer('same_rows').notNull().default(0),
    rejectedRows: integer('rejected_rows').notNull().default(0),
    quarantineCode: text('quarantine_code'),
    quarantineDetail: text('quarantine_detail'),
    /** What the file itself says that is not so, JSON: `[{code, detail}]`; it is counted all the same. */
    notices: text().notNull().default('[]'),
    importedAt: integer('imported_at').notNull(),
    /** Milliseconds when it had first been read to its end; a later reading moves it no more. */
    countedAt: integer('counted_at'),
    removedAt: integer('removed_at'),
  },
  (table) => [
    uniqueIndex('report_place').on(table.uploadId, table.ordinal),
    uniqueIndex('report_store').on(table.storeId, table.kind, table.id),
  ],
)

/** A row that was refused, with the cell that stopped it. Written once: WITHOUT ROWID in the migration. */
export const rejectedRows = sqliteTable(
  'rejected_row',
  {
    reportId: integer('report_id').notNull(),
    rowNo: integer('row_no').notNull(),
    column: text('column_title').notNull(),
    text: text('cell_text').notNull(),
    reason: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.rowNo] })],
)

/** Months whose totals no longer match the facts; written with the facts, deleted with the new totals. */
export const staleMonths = sqliteTable(
  'stale_month',
  {
    storeId: text('store_id').$type<StoreId>().notNull(),
    /**
     * `payments`: totals of money paid in that month. `orders`: counts of sub-orders ordered in it.
     * `costs`: what these cost; '' for those that no report dates. `gst`: what GST reports say of it.
     * `returns`: parcels whose return was created in it, and what came back of the sub-orders ordered in it.
     */
    subject: text({ enum: ['payments', 'orders', 'costs', 'gst', 'returns'] }).notNull(),
    month: text().$type<BusinessMonth | ''>().notNull(),
    /** Grows with every change, so that a rebuild deletes only the mark it has seen. */
    changes: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.subject, table.month] })],
)
