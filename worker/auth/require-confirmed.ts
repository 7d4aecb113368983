import { findConfirmedAt } from '#db/control/queries/sessions'
import { createMiddleware } from 'hono/factory'
import type { AppEnv, SignedIn } from '../env'
import { AppError } from '../problem'

export const CONFIRMED_MS = 10 * 60_000

/**
 * For acts that a session left open must not be enough for: the person has shown within ten minutes,
 * at POST /api/auth/confirm, that it is them. Stands before the handler of such a route.
 */
export const requireConfirmed = createMiddleware<AppEnv>(async (c, next) => {
  await insistOnConfirmation(c.var.caller)
  return next()
})

/** The same for a handler that must look first whether what it is asked about exists. */
export async function insistOnConfirmation(caller: SignedIn): Promise<void> {
  if (await isConfirmed(caller)) return
  const sentence = 'Please confirm that it is you, then try again.'
  throw new AppError(403, 'confirmation-required', sentence)
}

async function isConfirmed({ db, personId, sessionId, now }: SignedIn): Promise<boolean> {
  const confirmedAt = await findConfirmedAt(db, personId, sessionId)
  return confirmedAt !== undefined && now.getTime() - confirmedAt < CONFIRMED_MS
}
