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

/** What becomes of a job that failed at every try. */
export async function buryJob(job: Job, env: Bindings, now: Date): Promise<void> {
  switch (job.type) {
    case 'import-upload': {
      const caller = await callerFor(env, job.workspaceId, now)
      const upload = await findUpload(caller.db, job.workspaceId, job.uploadId)
      if (upload === undefined) return
      await relayJobs(caller.db, env.JOBS, await failUpload(caller, upload, COULD_NOT_READ))
      return
    }
    case 'remove-upload':
    case 'rebuild-totals':
    case 'reconcile':
      await env.JOBS.send(job, { delaySeconds: TRY_AGAIN_SECONDS })
      return
    case 'rotate-data-key':
      // The next file that comes asks for it again.
      return
    case 'mail-verification':
    case 'mail-reset':
    case 'mail-invitation':
    case 'mail-email-change':
    case 'mail-notice':
      // The person sees that nothing came, and asks again; what a notice says stands among their events too.
      return
    case 'relay-outbox':
    case 'purge':
      // Cron sends the next one.
      return
    default:
      job satisfies never
  }
}
