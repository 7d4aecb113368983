import { csvLine, BYTE_ORDER_MARK } from '#core/files/csv-out'
import { uploadId, type UploadId } from '#core/ids'
import { findLiveUpload, type UploadRow } from '#db/control/queries/uploads'
import { listRejectedRows, listReportsOfUploads, type Report } from '#db/ledger/queries/reports'
import { readArchiveColumn } from '../archive-format'
import type { Caller } from '../env'
import { notFound } from '../problem'

/** D1 takes 100 parameters a statement. */
const UPLOADS_PER_QUERY = 90
const REJECTED_PER_QUERY = 500

export type UploadJson = ReturnType<typeof toJson>

export async function getUpload({ db, workspaceId }: Caller, id: UploadId): Promise<UploadRow> {
  const upload = await findLiveUpload(db, workspaceId, id)
  if (upload === undefined) throw notFound()
  return upload
}

/** The uploads as the API shows them, each with its reports. */
export async function withReports(
  { ledger, workspaceId }: Caller,
  uploads: readonly UploadRow[],
): Promise<UploadJson[]> {
  const reports: Report[] = []
  for (let start = 0; start < uploads.length; start += UPLOADS_PER_QUERY) {
    const some = uploads.slice(start, start + UPLOADS_PER_QUERY)
    const ids = some.map(({ id }) => uploadId(id))
    reports.push(...(await listReportsOfUploads(ledger, workspaceId, ids)))
  }
  const ofUpload = Map.groupBy<string, Report>(reports, (report) => report.uploadId)
  return uploads.map((upload) => toJson(upload, ofUpload.get(upload.id) ?? []))
}

function toJson(upload: UploadRow, reports: readonly Report[]) {
  const { id, filename, bytes, sha256, storeId, status, source, errorCode, errorDetail } = upload
  const archive = readArchiveColumn(upload.archive)
  return {
    id,
    filename,
    bytes,
    sha256,
    storeId,
    status,
    progress: { rowsRead: upload.rowsRead },
    receivedAt: new Date(upload.receivedAt).toISOString(),
    source,
    ...(status === 'failed' && { error: { code: errorCode ?? '', detail: errorDetail ?? '' } }),
    reports: reports.map(reportJson),
    unrecognised: textsOf(upload.unrecognised),
    ...(status === 'done' && archive !== 'none' && archive !== 'inside' && { archive }),
  }
}

function reportJson(report: Report) {
  const { id, kind, layout, sheet, rows, quarantineCode, quarantineDetail } = report
  return {
    id,
    kind,
    layout,
    path: textsOf(report.path),
    sheet,
    period: { from: report.periodFrom, to: report.periodTo },
    rows,
    new: report.newRows,
    changed: report.changedRows,
    same: report.sameRows,
    rejected: report.rejectedRows,
    notices: noticesOf(report.notices),
    ...(report.state === 'quarantined' && {
      quarantined: { code: quarantineCode ?? '', detail: quarantineDetail ?? '' },
    }),
  }
}

function noticesOf(json: string): { code: string; detail: string }[] {
  // Safe because only JSON.stringify() of a report's notices writes this column.
  return JSON.parse(json) as { code: string; detail: string }[]
}

export function textsOf(json: string): string[] {
  // Safe because only JSON.stringify() of a list of texts writes these columns.
  return JSON.parse(json) as string[]
}

/** Every refused row of an upload as CSV, a page of it in memory at a time. */
export function streamRejectedRows(
  { ledger, workspaceId }: Caller,
  upload: UploadRow,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const head = BYTE_ORDER_MARK + csvLine(['File', 'Sheet', 'Row', 'Column', 'Text', 'Reason'])
  let after: { reportId: number; rowNo: number } | undefined
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(head)),
    async pull(controller) {
      const id = uploadId(upload.id)
      const rows = await listRejectedRows(ledger, workspaceId, id, after, REJECTED_PER_QUERY)
      const lines = rows.map(({ path, sheet, rowNo, column, text, reason }) =>
        csvLine([textsOf(path).join(' › ') || upload.filename, sheet, rowNo, column, text, reason]),
      )
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join('')))
      after = rows.at(-1)
      if (rows.length < REJECTED_PER_QUERY) controller.close()
    },
  })
}
