import type { Upload, UploadReport } from '../api-shapes'

export type UploadFace =
  | 'queued'
  | 'parsing'
  | 'done'
  | 'partly'
  | 'quarantined'
  | 'unrecognised'
  | 'failed'

export function isWorking(upload: Upload): boolean {
  return upload.status === 'queued' || upload.status === 'parsing'
}

/** What one word says about an upload: the worst of what happened to its reports. */
export function faceOf(upload: Upload): UploadFace {
  if (upload.status !== 'done') return upload.status
  if (upload.reports.some((report) => report.quarantined)) return 'quarantined'
  if (upload.archive !== undefined) return 'done'
  if (upload.reports.length === 0) return 'unrecognised'
  return rejectedRows(upload) > 0 || upload.unrecognised.length > 0 ? 'partly' : 'done'
}

export function needsAttention(upload: Upload): boolean {
  const face = faceOf(upload)
  return face === 'failed' || face === 'quarantined' || face === 'unrecognised' || face === 'partly'
}

export function rejectedRows(upload: Upload): number {
  return upload.reports.reduce((sum, { rejected }) => sum + rejected, 0)
}

/** Reports with rows, or with a word to say; the empty sheets that every payments file carries are left out. */
export function tellingReports(upload: Upload): readonly UploadReport[] {
  return upload.reports.filter((report) => report.rows > 0 || report.quarantined)
}

const FIRST_POLL_MS = 1_000
const SLOWEST_POLL_MS = 8_000

/** Asks often at first, because most files are read within seconds, then less and less. */
export function pollDelay(asked: number): number {
  return Math.min(FIRST_POLL_MS * 1.5 ** asked, SLOWEST_POLL_MS)
}
