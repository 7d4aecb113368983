import type { Job } from './job'

/** Cron only enqueues. The keys are the crons of wrangler.toml, word for word. */
const JOBS_OF: Readonly<Record<string, Job>> = {
  '* * * * *': { type: 'relay-outbox' },
  '0 21 * * *': { type: 'purge' },
}

export function jobOfCron(cron: string): Job | undefined {
  return JOBS_OF[cron]
}
