import { dayInIndia } from '#core/dates'
import { UnreadableFile } from '#core/files/bytes'
import { storeId, uploadId, type UploadId } from '#core/ids'
import {
  type Failure,
  findUpload,
  markDone,
  markFailed,
  markParsing,
  queueNextPart,
  saveRowsRead,
  type UploadRow,
} from '#db/control/queries/uploads'
import { listReportsOfUploads } from '#db/ledger/queries/reports'
import { importFile } from '#engine/import-file'
import { openObject } from '../byte-source'
import type { Caller } from '../env'
import { readArchiveColumn } from '../archive-format'
import { reconcileJob, uploadJob } from '../jobs/outbox'
import { AppError } from '../problem'
import { objectKey } from '../uploaded-bytes'
import { importArchive } from './import-archive'
import { openArchive } from './open-archive'
import { runRemove } from './remove-upload'
import { storeResolver } from './resolve-store'

const PROGRESS_ROWS = 5_000

/** Thrown to stop a reading that was undone, or queued again, while it ran. */
class RoundEnded extends Error {
  override name = 'RoundEnded'
}

/**
 * Imports a queued upload. A file that nobody can read, or that is not for this store, ends as failed;
 * anything else that goes wrong is thrown, for the queue to try again. Answers the jobs in the outbox.
 */
export async function runImport(caller: Caller, id: UploadId): Promise<readonly string[]> {
  const upload = await markParsing(caller.db, caller.workspaceId, id)
  const jobs = upload === undefined ? [] : await importAndMark(caller, upload)
  // An undo in the middle of a reading: what was written after its own job ran is closed here.
  const after = await findUpload(caller.db, caller.workspaceId, id)
  const isRemoved = after !== undefined && after.removedAt !== null
  return isRemoved ? [...jobs, ...(await runRemove(caller, id))] : jobs
}

async function importAndMark(caller: Caller, upload: UploadRow): Promise<readonly string[]> {
  try {
    return await importUpload(caller, upload)
  } catch (error) {
    if (error instanceof RoundEnded) return []
    if (!isRefusal(error)) throw error
    return failUpload(caller, upload, { code: error.code, detail: error.message })
  }
}

async function importUpload(caller: Caller, upload: UploadRow): Promise<readonly string[]> {
  const { db, ledger, workspaceId, now } = caller
  const id = uploadId(upload.id)
  const source = await openObject(caller.files, objectKey(workspaceId, upload.sha256))
  if (source === undefined) throw new Error('The bytes of an upload are not there yet')
  const archive = await openArchive(source)
  if (archive !== undefined) {
    if (readArchiveColumn(upload.archive) === 'inside') throw archiveInside()
    if (upload.source !== 'dashboard') throw archiveByProgram()
    return importArchive(caller, upload, archive)
  }

  const file = {
    id,
    workspaceId,
    filename: upload.filename,
    receivedOn: dayInIndia(new Date(upload.receivedAt)),
    receivedAt: upload.receivedAt,
  }
  const chosen = upload.storeId === null ? undefined : storeId(upload.storeId)
  const result = await importFile(ledger, file, source, {
    now,
    resolveStore: storeResolver(caller, chosen),
    onProgress: progressOf(caller, upload),
  })
  if (!result.done) {
    const job = uploadJob('import-upload', workspaceId, id)
    await queueNextPart(db, workspaceId, upload, { rowsRead: result.rowsRead, job, now })
    return [job]
  }
  const reports = await listReportsOfUploads(ledger, workspaceId, [id])
  if (reports.length === 0) return failUpload(caller, upload, notRecognised(result.unrecognised))
  const jobs = result.storeId === undefined ? [] : [reconcileJob(workspaceId, result.storeId)]
  await markDone(db, workspaceId, upload, { ...result, jobs }, now)
  return jobs
}

/** Saved now and then: each time is a statement, and one delivery may send D1 a thousand. */
function progressOf({ db, workspaceId }: Caller, upload: UploadRow) {
  let saved = 0
  return async (rowsRead: number) => {
    if (rowsRead - saved < PROGRESS_ROWS) return
    saved = rowsRead
    if (!(await saveRowsRead(db, workspaceId, upload, rowsRead))) throw new RoundEnded()
  }
}

/** Answers the job that closes what was already counted of the file. */
export async function failUpload(
  { db, workspaceId, now }: Caller,
  upload: UploadRow,
  failure: Failure,
): Promise<readonly string[]> {
  const job = uploadJob('remove-upload', workspaceId, uploadId(upload.id))
  await markFailed(db, workspaceId, upload, failure, { job, now })
  return [job]
}

/** A token for sending files is not for costs and decisions, which an archive brings too. */
function archiveByProgram(): UnreadableFile {
  return new UnreadableFile(
    'archive-by-program',
    'An archive brings costs and decisions too, so a person has to send it, on the dashboard. Nothing of it was taken.',
  )
}

function archiveInside(): UnreadableFile {
  return new UnreadableFile(
    'archive-inside',
    'This is an archive inside an archive. Send it by itself, if you want what is in it.',
  )
}

function isRefusal(error: unknown): error is UnreadableFile | AppError {
  return error instanceof UnreadableFile || error instanceof AppError
}

function notRecognised(unrecognised: readonly string[]): Failure {
  return {
    code: 'not-recognised',
    detail:
      'We know no report in this file. From Meesho we read orders, payments and outstanding payments, returns, claims, GST reports and tax invoices, as the supplier panel gives them; from you, a list of costs with the columns SKU and Cost. As CSV, XLSX, or a ZIP of these.',
    unrecognised,
  }
}
