import { storeId, type UploadId } from '#core/ids'
import { runBatch } from '#db/client'
import { addToOutbox } from '#db/control/queries/outbox'
import { findUpload, markRemoved, queueAgain } from '#db/control/queries/uploads'
import { removeUpload } from '#engine/remove-upload'
import type { Caller } from '../env'
import { reconcileJob, uploadJob } from '../jobs/outbox'
import { notFound } from '../problem'

/** Gone at once from every list; answers the jobs, in the outbox, that take its rows out of the figures. */
export async function undoUpload(
  { db, workspaceId, now }: Caller,
  id: UploadId,
): Promise<readonly string[]> {
  const job = uploadJob('remove-upload', workspaceId, id)
  if (!(await markRemoved(db, workspaceId, id, job, now))) throw notFound()
  return [job]
}

/**
 * Closes the facts of an upload that was undone or that failed, and queues those uploads again whose
 * rows were counted under it. Safe to run again at any time; answers the jobs it put into the outbox.
 */
export async function runRemove(caller: Caller, id: UploadId): Promise<readonly string[]> {
  const { db, ledger, workspaceId, now } = caller
  const upload = await findUpload(db, workspaceId, id)
  if (upload === undefined) return []
  if (upload.removedAt === null && upload.status !== 'failed') return []

  const overlapping = await removeUpload(ledger, { id, workspaceId }, now)
  const jobs = await wantVerdicts(caller, upload.storeId)
  for (const uploadId of overlapping) {
    const job = uploadJob('import-upload', workspaceId, uploadId)
    await queueAgain(db, workspaceId, uploadId, job, now)
    jobs.push(job)
  }
  return jobs
}

/** The facts that were closed take their verdicts with them. */
async function wantVerdicts(
  { db, workspaceId, now }: Caller,
  store: string | null,
): Promise<string[]> {
  if (store === null) return []
  const job = reconcileJob(workspaceId, storeId(store))
  await runBatch(db, [addToOutbox(job, now)])
  return [job]
}
