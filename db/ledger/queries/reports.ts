import type { BusinessDate } from '#core/dates'
import type { StoreId, UploadId, WorkspaceId } from '#core/ids'
import type { Days } from '#core/pnl/period'
import { and, asc, eq, gt, inArray, ne, or, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { rejectedRows, reports } from '../schema/reports'

export type Report = typeof reports.$inferSelect

/** The place of a report: the same at every reading of the same upload. */
export type ReportPlace = {
  readonly workspaceId: WorkspaceId
  readonly storeId: StoreId
  readonly uploadId: UploadId
  readonly filename: string
  readonly ordinal: number
  readonly path: readonly string[]
  readonly sheet: string
  readonly kind: string
  readonly layout: string
  readonly columns: Readonly<Record<string, string>>
  readonly notices: readonly { readonly code: string; readonly detail: string }[]
  readonly supplierId: string | undefined
  readonly snapshotOn: BusinessDate | undefined
  readonly importedAt: Date
}

const UNREAD = {
  nextRow: 0,
  rows: 0,
  newRows: 0,
  changedRows: 0,
  sameRows: 0,
  rejectedRows: 0,
  periodFrom: null,
  periodTo: null,
} as const

/**
 * Adds the report, or finds the one that an earlier delivery of the same job added. One that was closed
 * because its file broke half-way is read from the start.
 */
export async function addReport(db: Db, place: ReportPlace): Promise<Report> {
  await db
    .insert(reports)
    .values({
      ...rowAt(place),
      state: 'reading',
    })
    .onConflictDoUpdate({
      target: [reports.uploadId, reports.ordinal],
      set: { ...UNREAD, state: 'reading', removedAt: null, storeId: place.storeId },
      setWhere: eq(reports.state, 'removed'),
    })
  return getReport(db, place.workspaceId, place.uploadId, place.ordinal)
}

/** Adds a report that nobody may count yet, with the sentence that says why. */
export async function addQuarantinedReport(
  db: Db,
  place: ReportPlace,
  quarantine: { code: string; detail: string },
): Promise<void> {
  await db
    .insert(reports)
    .values({
      ...rowAt(place),
      state: 'quarantined',
      quarantineCode: quarantine.code,
      quarantineDetail: quarantine.detail,
    })
    .onConflictDoNothing()
}

function rowAt(place: ReportPlace) {
  return {
    ...place,
    path: JSON.stringify(place.path),
    columns: JSON.stringify(place.columns),
    notices: JSON.stringify(place.notices),
    importedAt: place.importedAt.getTime(),
  }
}

export async function getReport(
  db: Db,
  workspaceId: WorkspaceId,
  uploadId: UploadId,
  ordinal: number,
): Promise<Report> {
  const [report] = await db
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.workspaceId, workspaceId),
        eq(reports.uploadId, uploadId),
        eq(reports.ordinal, ordinal),
      ),
    )
  if (report === undefined) throw new Error('A report that was just added is not there')
  return report
}

export async function findReport(
  db: Db,
  workspaceId: WorkspaceId,
  reportId: number,
): Promise<Report | undefined> {
  const [report] = await db
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.workspaceId, workspaceId),
        eq(reports.id, reportId),
        ne(reports.state, 'removed'),
      ),
    )
  return report
}

/** Every report of these uploads that still counts, in the order of their sheets. */
export function listReportsOfUploads(
  db: Db,
  workspaceId: WorkspaceId,
  uploadIds: readonly UploadId[],
): Promise<Report[]> {
  return db
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.workspaceId, workspaceId),
        inArray(reports.uploadId, [...uploadIds]),
        ne(reports.state, 'removed'),
      ),
    )
    .orderBy(asc(reports.uploadId), asc(reports.ordinal))
}

/** Every report an upload ever had, removed ones too: what an undo must close, however often it is asked. */
export function listReportsEver(
  db: Db,
  workspaceId: WorkspaceId,
  uploadId: UploadId,
): Promise<Report[]> {
  return db
    .select()
    .from(reports)
    .where(and(eq(reports.workspaceId, workspaceId), eq(reports.uploadId, uploadId)))
    .orderBy(asc(reports.ordinal))
}

/** From now on no runner can add a row to the upload's reports. */
export async function markReportsRemoved(
  db: Db,
  workspaceId: WorkspaceId,
  uploadId: UploadId,
  removedAt: Date,
): Promise<void> {
  await db
    .update(reports)
    .set({ state: 'removed', removedAt: removedAt.getTime() })
    .where(
      and(
        eq(reports.workspaceId, workspaceId),
        eq(reports.uploadId, uploadId),
        ne(reports.state, 'removed'),
      ),
    )
}

type RejectedPlace = { readonly reportId: number; readonly rowNo: number }

/** Refused rows of an upload in file order, each with the sheet it stands in. */
export function listRejectedRows(
  db: Db,
  workspaceId: WorkspaceId,
  uploadId: UploadId,
  after: RejectedPlace | undefined,
  limit: number,
) {
  const isAfter =
    after &&
    or(
      gt(rejectedRows.reportId, after.reportId),
      and(eq(rejectedRows.reportId, after.reportId), gt(rejectedRows.rowNo, after.rowNo)),
    )
  return db
    .select({
      reportId: rejectedRows.reportId,
      rowNo: rejectedRows.rowNo,
      column: rejectedRows.column,
      text: rejectedRows.text,
      reason: rejectedRows.reason,
      path: reports.path,
      sheet: reports.sheet,
    })
    .from(reports)
    .innerJoin(rejectedRows, eq(rejectedRows.reportId, reports.id))
    .where(and(eq(reports.workspaceId, workspaceId), eq(reports.uploadId, uploadId), isAfter))
    .orderBy(asc(rejectedRows.reportId), asc(rejectedRows.rowNo))
    .limit(limit)
}

/**
 * Other uploads of the store that may hold rows also counted under a report of this one: their reports
 * go back to the start, so that importing them again brings those rows back. Safe to do twice.
 */
export async function reopenOverlappingReports(
  db: Db,
  workspaceId: WorkspaceId,
  removed: readonly Report[],
): Promise<UploadId[]> {
  const uploadIds = new Set<UploadId>()
  for (const report of removed) {
    if (report.periodFrom === null || report.periodTo === null) continue
    const reopened = await db
      .update(reports)
      .set({
        ...UNREAD,
        periodFrom: reports.periodFrom,
        periodTo: reports.periodTo,
        state: 'reading',
      })
      .where(
        and(
          eq(reports.workspaceId, workspaceId),
          eq(reports.storeId, report.storeId),
          eq(reports.kind, report.kind),
          // One that is being read right now may already have passed rows by as known: it starts over too.
          inArray(reports.state, ['read', 'reading']),
          ne(reports.uploadId, report.uploadId),
          sql`period_from <= ${report.periodTo} AND period_to >= ${report.periodFrom}`,
        ),
      )
      .returning({ uploadId: reports.uploadId })
    for (const { uploadId } of reopened) uploadIds.add(uploadId)
  }
  return [...uploadIds]
}

export type ReportSource = {
  readonly reportId: number
  readonly uploadId: UploadId
  readonly filename: string
  readonly path: readonly string[]
  readonly sheet: string
}

/** Names of files and sheets for rows that other queries found. */
export async function listReportSources(
  db: Db,
  storeIds: readonly StoreId[],
  reportIds: readonly number[],
): Promise<ReportSource[]> {
  const { id, uploadId, filename, path, sheet } = reports
  const found = await db
    .select({ reportId: id, uploadId, filename, path, sheet })
    .from(reports)
    .where(
      and(
        inArray(reports.storeId, [...storeIds]),
        inArray(id, sql`(SELECT value FROM json_each(${JSON.stringify(reportIds)}))`),
      ),
    )
  // Safe because the column was written as a JSON array of names.
  return found.map((each) => ({ ...each, path: JSON.parse(each.path) as string[] }))
}

/** Settlement lines that reports of some stores ever brought, those undone too: of all days, or of some. */
export async function countLinesRead(
  ledger: Db,
  storeIds: readonly StoreId[],
  paid: Days | undefined,
): Promise<number> {
  const onDays = paid ? sql`AND r.period_from <= ${paid.to} AND r.period_to >= ${paid.from}` : sql``
  const [row] = await ledger.all<{
    lines: number
  }>(sql`SELECT coalesce(sum(r.new_rows + r.changed_rows), 0) AS lines
    FROM json_each(${JSON.stringify(storeIds)}) AS i
    CROSS JOIN report AS r ON r.store_id = i.value AND r.kind = 'payments.orders' ${onDays}`)
  return row?.lines ?? 0
}
