import type { Db } from '#db/client'
import type { Context } from 'hono'
import type { AppEnv } from '../env'
import { logError } from '../log'
import { relayJobs } from './outbox'

/** After the answer: the jobs are in the outbox, and cron sends whatever is not sent here. */
export function relayLater(c: Context<AppEnv>, db: Db, jobs: readonly string[]): void {
  if (jobs.length === 0) return
  const sent = relayJobs(db, c.env.JOBS, jobs)
  c.executionCtx.waitUntil(sent.catch((error: unknown) => logError(c.get('requestId'), error)))
}
