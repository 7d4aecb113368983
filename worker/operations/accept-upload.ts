import { type StoreId, type UploadId, uploadId } from '#core/ids'
import { runBatch } from '#db/client'
import { addToOutbox } from '#db/control/queries/outbox'
import { findStore } from '#db/control/queries/stores'
import { addUpload, findUploadByBytes, type UploadRow } from '#db/control/queries/uploads'
import type { Caller } from '../env'
import { rotationJob, uploadJob } from '../jobs/outbox'
import { AppError, notFound } from '../problem'
import { randomId } from '../random'
import { findDataKeys, isRotationDue } from '../sealed/data-keys'
import {
  dropTemporary,
  keepBytes,
  objectKey,
  receiveBytes,
  type ReceivedBytes,
  temporaryKey,
  tooLarge,
} from '../uploaded-bytes'

/** As security promises it; Cloudflare itself refuses a body of more than 100 MB on most plans. */
export const MAX_UPLOAD_BYTES = 100_000_000
const MAX_FILENAME_LENGTH = 255

export type IncomingFile = {
  readonly filename: string
  readonly storeId: StoreId | undefined
  readonly source: UploadRow['source']
  /** What the sender said it would send; nothing where it did not say. */
  readonly declaredBytes: number | undefined
  readonly body: ReadableStream<Uint8Array> | null
  /** When it was first received, of a file that comes out of an archive. */
  readonly receivedAt?: Date | undefined
  /** What its row says of the archive it came out of. */
  readonly archive?: string | undefined
}

export type Accepted = {
  readonly upload: UploadRow
  readonly isDuplicate: boolean
  /** Written to the outbox and not yet sent. */
  readonly jobs: readonly string[]
}

/** Keeps the file exactly as received and queues its import; bytes the workspace has are not queued again. */
export async function acceptUpload(
  caller: Caller,
  file: IncomingFile,
  maxBytes: number,
): Promise<Accepted> {
  const { db, workspaceId, files, now } = caller
  if (file.storeId && !(await findStore(db, workspaceId, file.storeId))) throw notFound()
  if ((file.declaredBytes ?? 0) > maxBytes) throw tooLarge(maxBytes)
  if (file.body === null) throw empty()

  const id = uploadId(randomId())
  const temporary = temporaryKey(workspaceId, id)
  const received = await receiveBytes(file.body, files, temporary, { maxBytes, now })
  try {
    if (received.bytes === 0) throw empty()
    if (received.bytes !== (file.declaredBytes ?? received.bytes)) throw incomplete()
    const accepted = await addOrFind(caller, id, file, received)
    // After the row, so that every object has a row that a purge can find it by. A crash in between
    // leaves a job without bytes: it fails, and the same file sent again is kept here.
    await keepBytes(files, objectKey(workspaceId, received.sha256), received, now)
    return { ...accepted, jobs: [...accepted.jobs, ...(await rotationDue(caller))] }
  } finally {
    await dropTemporary(files, received)
  }
}

/** Asked with a file that comes, so that nobody has to walk all workspaces for old keys. */
async function rotationDue({ db, files, workspaceId, now }: Caller): Promise<readonly string[]> {
  const keys = await findDataKeys(files)
  if (keys === undefined || !isRotationDue(keys, now)) return []
  const job = rotationJob(workspaceId)
  await runBatch(db, [addToOutbox(job, now)])
  return [job]
}

async function addOrFind(
  { db, workspaceId, now }: Caller,
  id: UploadId,
  file: IncomingFile,
  { bytes, sha256 }: ReceivedBytes,
): Promise<Accepted> {
  const { source, storeId = null, receivedAt, archive } = file
  const filename = displayName(file.filename)
  const job = uploadJob('import-upload', workspaceId, id)
  const upload = { id, storeId, filename, bytes, sha256, source, receivedAt, archive }
  const isAdded = await addUpload(db, workspaceId, upload, job, now)
  const found = await findUploadByBytes(db, workspaceId, sha256)
  // Only when somebody undid the upload in this very moment.
  if (found === undefined) {
    const options = { retryAfterSeconds: 1 }
    throw new AppError(503, 'busy', 'This file was just removed. Send it again.', options)
  }
  return { upload: found, isDuplicate: !isAdded, jobs: isAdded ? [job] : [] }
}

/** Display text only, never a path: without control characters and marks that turn the writing direction. */
export function displayName(filename: string): string {
  const clean = filename.toWellFormed().replaceAll(/[\p{Cc}\u2028-\u202E\u2066-\u2069]/gu, '')
  return [...clean.trim()].slice(0, MAX_FILENAME_LENGTH).join('') || 'file'
}

function empty(): AppError {
  return new AppError(400, 'file-empty', 'This file is empty. Download it again and send it.')
}

function incomplete(): AppError {
  return new AppError(400, 'file-incomplete', 'The file did not arrive whole. Send it again.')
}
