import type { Job } from './job'

/** Cron only enqueues. The keys are the crons of wrangler.toml, word for word. */
const JOBS_OF: Readonly<Record<string, readonly Job[]>> = {
  '* * * * *': [{ type: 'relay-outbox' }],
  '0 21 * * *': [{ type: 'purge' }, { type: 'seal-people' }],
  '30 21 1 * *': [{ type: 'renew-keys' }],
}

export function jobsOfCron(cron: string): readonly Job[] {
  return JOBS_OF[cron] ?? []
}
