import { sessionId } from '#core/ids'
import { listLiveSessions, removeOtherSessions, removeSession } from '#db/control/queries/sessions'
import { Hono } from 'hono'
import * as z from 'zod'
import { insistOnConfirmation, requireConfirmed } from '../auth/require-confirmed'
import { noteSecurityEvent } from '../auth/security-events'
import { clearSessionCookie } from '../auth/session-cookie'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { notFound } from '../problem'
import { idOr404, idParam, validate } from '../validate'
import { visitorOf } from './visitor'

const session = z.strictObject({
  /** Half of the digest of the session's secret: it names the session and opens nothing. */
  id: z.string(),
  createdAt: z.iso.datetime(),
  lastExtendedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  isCurrent: z.boolean(),
})
const sessionList = z.strictObject({ items: z.array(session), nextCursor: z.null() })

export const sessionRoutes = new Hono<AppEnv>()
  .get(
    '/',
    describe({ summary: 'List where one is signed in', response: sessionList }),
    async (c) => {
      const { db, personId, sessionId: current, now } = c.var.caller
      const sessions = await listLiveSessions(db, personId, now.getTime())
      const items = sessions.map(({ id, createdAt, extendedAt, expiresAt }) => ({
        id,
        createdAt: instant(createdAt),
        lastExtendedAt: instant(extendedAt),
        expiresAt: instant(expiresAt),
        isCurrent: id === current,
      }))
      return c.json({ items, nextCursor: null })
    },
  )
  .delete('/', describe({ summary: 'Sign out everywhere else' }), requireConfirmed, async (c) => {
    const { db, personId, sessionId: current } = c.var.caller
    await removeOtherSessions(db, personId, current)
    await noteSecurityEvent(visitorOf(c), personId, 'session-ended')
    return c.body(null, 204)
  })
  .delete(
    '/:id',
    describe({ summary: 'End one session' }),
    validate('param', idParam),
    async (c) => {
      const { db, personId, sessionId: current, now } = c.var.caller
      const id = idOr404(sessionId, c.req.valid('param').id)
      const live = await listLiveSessions(db, personId, now.getTime())
      if (!live.some((each) => each.id === id)) throw notFound()
      // To leave is always allowed; to put somebody out is for who has shown that it is them.
      if (id !== current) await insistOnConfirmation(c.var.caller)
      if (!(await removeSession(db, personId, id))) throw notFound()
      await noteSecurityEvent(visitorOf(c), personId, 'session-ended')
      if (id === current) clearSessionCookie(c)
      return c.body(null, 204)
    },
  )

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
