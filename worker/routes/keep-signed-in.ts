import type { Context } from 'hono'
import { setSessionCookie } from '../auth/session-cookie'
import type { AppEnv } from '../env'
import { relayLater } from '../jobs/relay-later'
import type { Changed } from '../operations/change-second-factor'

/** After a change of rights: this browser gets the one session that is left, and the owner their mail. */
export function keepSignedIn(c: Context<AppEnv>, { secret, jobs }: Changed): void {
  relayLater(c, c.var.caller.db, jobs)
  setSessionCookie(c, secret)
}
