import { dayInIndia } from '#core/dates'
import type { WorkspaceId } from '#core/ids'
import { openDb } from '#db/client'
import { rebuildTotals } from '#engine/rebuild-totals'
import { reconcileStore } from '#engine/reconcile'
import { readPeppers } from '../auth/peppers'
import type { Bindings, Caller } from '../env'
import { callerFor } from '../open-ledger'
import { mailEmailChange } from '../operations/mail-email-change'
import { mailNotice } from '../operations/mail-notice'
import { mailInvitation } from '../operations/invite'
import { mailReset } from '../operations/mail-reset'
import { mailVerification } from '../operations/mail-verification'
import { purge } from '../operations/purge'
import { renewKeys } from '../operations/renew-keys'
import { runRemove } from '../operations/remove-upload'
import { rotateWorkspaceKey } from '../operations/rotate-data-key'
import { runImport } from '../operations/run-import'
import { sealPeople } from '../operations/seal-people'
import { vaultOf } from '../sealed/vault'
import type { Job } from './job'
import { relayJobs, relayOutbox } from './outbox'

/** Runs one delivery of a job; every job may come twice, at once or late, and ends in the same state. */
export async function runJob(job: Job, env: Bindings, now: Date): Promise<void> {
  switch (job.type) {
    case 'mail-reset':
      return mailReset(env, job.personId, now)
    case 'mail-verification':
      return mailVerification(env, job.personId, now)
    case 'mail-notice':
      return mailNotice(env, job.personId, job.notice, now)
    case 'mail-email-change':
      return mailEmailChange(env, job.changeId, job.about, now)
    case 'seal-people': {
      const sealing = { db: openDb(env.DB), vault: vaultOf(env), peppers: readPeppers(env), now }
      const upTo = await sealPeople(sealing, job.upTo)
      if (upTo !== undefined) await env.JOBS.send({ type: 'seal-people', upTo })
      return
    }
    case 'renew-keys': {
      const renewing = { db: openDb(env.DB), vault: vaultOf(env), now }
      const { next, toRotate } = await renewKeys(renewing, job.upTo)
      for (const workspaceId of toRotate)
        await env.JOBS.send({ type: 'rotate-data-key', workspaceId })
      if (next !== undefined) await env.JOBS.send({ type: 'renew-keys', upTo: next })
      return
    }
    case 'relay-outbox':
      if (await relayOutbox(openDb(env.DB), env.JOBS, now)) await env.JOBS.send(job)
      return
    case 'purge':
      if (await purge(openDb(env.DB), env.UPLOADS, now)) await env.JOBS.send(job)
      return
    default:
      return runWorkspaceJob(job, env, await callerFor(env, job.workspaceId, now))
  }
}

type WorkspaceJob = Extract<Job, { workspaceId: WorkspaceId }>

async function runWorkspaceJob(job: WorkspaceJob, env: Bindings, caller: Caller): Promise<void> {
  switch (job.type) {
    case 'import-upload':
      return relayJobs(caller.db, env.JOBS, await runImport(caller, job.uploadId))
    case 'remove-upload':
      return relayJobs(caller.db, env.JOBS, await runRemove(caller, job.uploadId))
    case 'rebuild-totals':
      return rebuildTotals(caller.ledger, job.storeId)
    case 'reconcile':
      if (!(await reconcileStore(caller.ledger, job.storeId, dayInIndia(caller.now))))
        await env.JOBS.send(job)
      // Which units cost is judged first; what they cost is summed after it.
      else await rebuildTotals(caller.ledger, job.storeId)
      return
    case 'mail-invitation':
      return mailInvitation(env, job.workspaceId, job.invitationId, caller.now)
    case 'rotate-data-key': {
      const after = await rotateWorkspaceKey(caller, job.after)
      if (after !== undefined) await env.JOBS.send({ ...job, after })
      return
    }
    default:
      job satisfies never
  }
}
