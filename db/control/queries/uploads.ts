import type { StoreId, UploadId, WorkspaceId } from '#core/ids'
import { and, asc, desc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import { type Db, runBatch } from '../../client'
import { uploads } from '../schema/uploads'
import { addToOutbox } from './outbox'

export type UploadRow = typeof uploads.$inferSelect
export type UploadPlace = { readonly receivedAt: number; readonly id: string }
export type NewUpload = Pick<UploadRow, 'storeId' | 'filename' | 'bytes' | 'sha256' | 'source'> & {
  readonly id: UploadId
  /** When it was first received, where that was before now. */
  readonly receivedAt?: Date | undefined
  readonly archive?: string | undefined
}

const isLive = isNull(uploads.removedAt)
const isOf = (workspaceId: WorkspaceId) => eq(uploads.workspaceId, workspaceId)

/** Removed ones too: a job must know whether its upload was undone. */
export async function findUpload(db: Db, workspaceId: WorkspaceId, id: UploadId) {
  const [found] = await db
    .select()
    .from(uploads)
    .where(and(isOf(workspaceId), eq(uploads.id, id)))
  return found
}

export async function findLiveUpload(db: Db, workspaceId: WorkspaceId, id: UploadId) {
  const [found] = await db
    .select()
    .from(uploads)
    .where(and(isOf(workspaceId), eq(uploads.id, id), isLive))
  return found
}

export async function findUploadByBytes(db: Db, workspaceId: WorkspaceId, sha256: string) {
  const [found] = await db
    .select()
    .from(uploads)
    .where(and(isOf(workspaceId), eq(uploads.sha256, sha256), isLive))
  return found
}

/** Digests of the bytes that are kept for the workspace, each once, in order, behind `after`. */
export async function listKeptDigests(
  db: Db,
  workspaceId: WorkspaceId,
  after: string,
  limit: number,
): Promise<string[]> {
  const found = await db
    .selectDistinct({ sha256: uploads.sha256 })
    .from(uploads)
    .where(and(isOf(workspaceId), gt(uploads.sha256, after), isNull(uploads.purgedAt)))
    .orderBy(asc(uploads.sha256))
    .limit(limit)
  return found.map(({ sha256 }) => sha256)
}

/** The newest first; `after` is the last upload of the page before. */
export function listUploads(
  db: Db,
  workspaceId: WorkspaceId,
  after: UploadPlace | undefined,
  limit: number,
) {
  const isAfter =
    after && sql`(${uploads.receivedAt}, ${uploads.id}) < (${after.receivedAt}, ${after.id})`
  return db
    .select()
    .from(uploads)
    .where(and(isOf(workspaceId), isLive, isAfter))
    .orderBy(desc(uploads.receivedAt), desc(uploads.id))
    .limit(limit)
}

/**
 * Adds the upload and its job, unless the workspace has these bytes: of two at once, one is added.
 * An earlier upload of the same bytes that failed makes way, so that the file is tried afresh.
 */
export async function addUpload(
  db: Db,
  workspaceId: WorkspaceId,
  upload: NewUpload,
  job: string,
  now: Date,
): Promise<boolean> {
  const { id, storeId, filename, bytes, sha256, source, receivedAt = now, archive = null } = upload
  const isAdded = sql`EXISTS (SELECT 1 FROM ${uploads} WHERE workspace_id = ${workspaceId} AND id = ${id})`
  const changes = await runBatch(db, [
    sql`UPDATE ${uploads} SET removed_at = ${now.getTime()}
      WHERE workspace_id = ${workspaceId} AND sha256 = ${sha256} AND removed_at IS NULL AND status = 'failed'`,
    sql`INSERT INTO ${uploads}
      (id, workspace_id, store_id, filename, bytes, sha256, status, source, received_at, archive)
      VALUES (${id}, ${workspaceId}, ${storeId}, ${filename}, ${bytes}, ${sha256}, 'queued', ${source}, ${receivedAt.getTime()},
        ${archive})
      ON CONFLICT DO NOTHING`,
    addToOutbox(job, now, isAdded),
  ])
  return changes[1] === 1
}

/** The upload as its job finds it; nothing where there is nothing to do: done, failed, undone, never there. */
export async function markParsing(db: Db, workspaceId: WorkspaceId, id: UploadId) {
  const [started] = await db
    .update(uploads)
    .set({ status: 'parsing' })
    .where(and(isOf(workspaceId), eq(uploads.id, id), isLive, sql`status IN ('queued', 'parsing')`))
    .returning()
  return started
}

/** False where this round of the upload is over: undone, queued again or ended by another delivery. */
export async function saveRowsRead(
  db: Db,
  workspaceId: WorkspaceId,
  upload: Pick<UploadRow, 'id' | 'round'>,
  rowsRead: number,
): Promise<boolean> {
  const [changed] = await runBatch(db, [
    sql`UPDATE ${uploads} SET rows_read = ${rowsRead} WHERE ${isRound(workspaceId, upload)}`,
  ])
  return changed === 1
}

/** A job ends only the round it began: nothing changes where the upload was undone or queued again since. */
function isRound(workspaceId: WorkspaceId, { id, round }: Pick<UploadRow, 'id' | 'round'>): SQL {
  return sql`workspace_id = ${workspaceId} AND id = ${id} AND round = ${round}
    AND removed_at IS NULL AND status IN ('queued', 'parsing')`
}

/** For a file too large for one delivery: the same round goes on in the next. */
export async function queueNextPart(
  db: Db,
  workspaceId: WorkspaceId,
  upload: Pick<UploadRow, 'id' | 'round'>,
  { rowsRead, job, now }: { rowsRead: number; job: string; now: Date },
): Promise<void> {
  const isSame = isRound(workspaceId, upload)
  await runBatch(db, [
    sql`UPDATE ${uploads} SET rows_read = ${rowsRead} WHERE ${isSame}`,
    addToOutbox(job, now, sql`EXISTS (SELECT 1 FROM ${uploads} WHERE ${isSame})`),
  ])
}

export async function markDone(
  db: Db,
  workspaceId: WorkspaceId,
  upload: Pick<UploadRow, 'id' | 'round'>,
  result: {
    storeId: StoreId | undefined
    rowsRead: number
    unrecognised: readonly string[]
    /** Of an archive that was taken apart: what was in it. */
    archive?: string
    /** What follows from the new facts; reaches the queue even if this delivery ends here. */
    jobs: readonly string[]
  },
  now: Date,
): Promise<void> {
  await runBatch(db, [
    ...result.jobs.map((job) => addToOutbox(job, now)),
    sql`UPDATE ${uploads} SET status = 'done', store_id = coalesce(${result.storeId ?? null}, store_id),
        rows_read = ${result.rowsRead}, unrecognised = ${JSON.stringify(result.unrecognised)},
        archive = coalesce(${result.archive ?? null}, archive), error_code = NULL, error_detail = NULL, finished_at = ${now.getTime()}
      WHERE ${isRound(workspaceId, upload)}`,
  ])
}

export type Failure = {
  readonly code: string
  readonly detail: string
  readonly unrecognised?: readonly string[]
}

/** Marks the upload failed, and adds the job that closes whatever was already counted of it. */
export async function markFailed(
  db: Db,
  workspaceId: WorkspaceId,
  upload: Pick<UploadRow, 'id' | 'round'>,
  { code, detail, unrecognised = [] }: Failure,
  closing: { job: string; now: Date },
): Promise<void> {
  const isFailed = sql`EXISTS (SELECT 1 FROM ${uploads}
    WHERE workspace_id = ${workspaceId} AND id = ${upload.id} AND status = 'failed')`
  await runBatch(db, [
    sql`UPDATE ${uploads} SET status = 'failed', error_code = ${code}, error_detail = ${detail},
        unrecognised = ${JSON.stringify(unrecognised)}, finished_at = ${closing.now.getTime()}
      WHERE ${isRound(workspaceId, upload)}`,
    addToOutbox(closing.job, closing.now, isFailed),
  ])
}

/** Undone at once for every reader; the job closes the facts. False where there is no such upload. */
export async function markRemoved(
  db: Db,
  workspaceId: WorkspaceId,
  id: UploadId,
  job: string,
  now: Date,
): Promise<boolean> {
  const isRemoved = sql`EXISTS (SELECT 1 FROM ${uploads}
    WHERE workspace_id = ${workspaceId} AND id = ${id} AND removed_at = ${now.getTime()})`
  const changes = await runBatch(db, [
    sql`UPDATE ${uploads} SET removed_at = ${now.getTime()}
      WHERE workspace_id = ${workspaceId} AND id = ${id} AND removed_at IS NULL`,
    addToOutbox(job, now, isRemoved),
  ])
  return changes[0] === 1
}

/** Queues an upload again, as a new round; one that failed or was undone stays as it is. */
export async function queueAgain(
  db: Db,
  workspaceId: WorkspaceId,
  id: UploadId,
  job: string,
  now: Date,
): Promise<void> {
  const isQueued = sql`EXISTS (SELECT 1 FROM ${uploads}
    WHERE workspace_id = ${workspaceId} AND id = ${id} AND status = 'queued' AND removed_at IS NULL)`
  await runBatch(db, [
    sql`UPDATE ${uploads} SET status = 'queued', round = round + 1
      WHERE workspace_id = ${workspaceId} AND id = ${id} AND removed_at IS NULL AND status <> 'failed'`,
    addToOutbox(job, now, isQueued),
  ])
}
