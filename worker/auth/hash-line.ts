import { AppError } from '../problem'

export const MAX_WAITING = 4
const WORST_HASH_SECONDS = 2

// A cancelled request never leaves the line by itself, so places are also given up by age.
const ABANDONED_MS = 30_000

/** Since when each hash of this isolate waits or runs. Shared by all requests on purpose: the CPU is. */
const line = new Set<{ readonly since: number }>()

/** Runs a hash when few are waiting; otherwise 503, because a queue of hashes would stop the isolate. */
export async function inHashLine<Result>(now: Date, hash: () => Promise<Result>): Promise<Result> {
  const since = now.getTime()
  for (const place of line) {
    if (since - place.since > ABANDONED_MS) line.delete(place)
  }
  if (line.size >= MAX_WAITING) {
    throw new AppError(503, 'busy', 'Many people are signing in just now. Try again in a moment.', {
      retryAfterSeconds: WORST_HASH_SECONDS,
    })
  }
  const place = { since }
  line.add(place)
  try {
    // scrypt blocks the isolate; others must come by first, to find the line as long as it is.
    await scheduler.wait(0)
    return await hash()
  } finally {
    line.delete(place)
  }
}
