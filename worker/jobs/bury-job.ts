import { findUpload } from '#db/control/queries/uploads'
import type { Bindings } from '../env'
import { callerFor } from '../open-ledger'
import { failUpload } from '../operations/run-import'
import type { Job } from './job'
import { relayJobs } from './outbox'

/** An undo is a promise: it is tried twice a day until it works. */
const TRY_AGAIN_SECONDS = 12 * 60 * 60

const COULD_NOT_READ = {
  code: 'could-not-read',
  detail:
    'We could not read this file although we tried several times. Nothing of it was counted, and we have been told. You may send it again.',
}

/** What becomes of each kind of job that failed at every try. */
const FATES: Readonly<Record<Job['type'], 'said' | 'tried-again' | 'forgotten'>> = {
  'import-upload': 'said',
  'remove-upload': 'tried-again',
  'rebuild-totals': 'tried-again',
  reconcile: 'tried-again',
  // The next file that comes asks for it again, and so does the first of a month.
  'rotate-data-key': 'forgotten',
  // The person sees that nothing came, and asks again; what a notice says stands among their events too.
  'mail-verification': 'forgotten',
  'mail-reset': 'forgotten',
  'mail-invitation': 'forgotten',
  'mail-email-change': 'forgotten',
  'mail-notice': 'forgotten',
  // Cron sends the next one.
  'seal-people': 'forgotten',
  'renew-keys': 'forgotten',
  'relay-outbox': 'forgotten',
  purge: 'forgotten',
}

export async function buryJob(job: Job, env: Bindings, now: Date): Promise<void> {
  if (FATES[job.type] === 'tried-again') {
    await env.JOBS.send(job, { delaySeconds: TRY_AGAIN_SECONDS })
    return
  }
  if (job.type !== 'import-upload') return
  const caller = await callerFor(env, job.workspaceId, now)
  const upload = await findUpload(caller.db, job.workspaceId, job.uploadId)
  if (upload === undefined) return
  await relayJobs(caller.db, env.JOBS, await failUpload(caller, upload, COULD_NOT_READ))
}
