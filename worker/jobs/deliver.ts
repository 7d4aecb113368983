import type { Bindings } from '../env'
import { logError, logJob } from '../log'
import { AppError } from '../problem'
import { buryJob } from './bury-job'
import { parseJob } from './job'
import { runJob } from './run-job'

const FIRST_DELAY_SECONDS = 15
const MAX_DELAY_SECONDS = 15 * 60

/** Runs one message of a queue and tells the queue what became of it; nothing is thrown at the door. */
export async function deliver(message: Message, env: Bindings, isDead: boolean): Promise<void> {
  const job = parseJob(message.body)
  if (job === undefined) {
    logJob('foreign', 'dead', 0)
    message.ack()
    return
  }
  const now = new Date()
  const started = performance.now()
  const log = (outcome: 'done' | 'retried' | 'dead') =>
    logJob(job.type, outcome, Math.round(performance.now() - started))
  try {
    await (isDead ? buryJob : runJob)(job, env, now)
    message.ack()
    log(isDead ? 'dead' : 'done')
  } catch (error) {
    // The workspace is gone, and everything that the job was about with it.
    if (error instanceof AppError && error.status === 404) {
      message.ack()
      log('dead')
      return
    }
    logError(message.id, error)
    message.retry({ delaySeconds: delayAfter(message.attempts) })
    log('retried')
  }
}

/** 15 s, 30 s, 1 min, … so that five retries outlast a passing trouble of a few minutes. */
export function delayAfter(attempts: number): number {
  return Math.min(FIRST_DELAY_SECONDS * 2 ** Math.max(0, attempts - 1), MAX_DELAY_SECONDS)
}
