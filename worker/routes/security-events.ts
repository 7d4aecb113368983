import { listSecurityEvents } from '#db/control/queries/security-events'
import { SECURITY_EVENT_KINDS } from '#db/control/schema/security-events'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../env'
import { describe } from '../openapi'

const MAX_LISTED = 100

const securityEvent = z.strictObject({
  kind: z.enum(SECURITY_EVENT_KINDS),
  at: z.iso.datetime(),
  /** The network it came from, as a /24 or /48 prefix. */
  place: z.string(),
})
const eventList = z.strictObject({ items: z.array(securityEvent), nextCursor: z.null() })

export const securityEventRoutes = new Hono<AppEnv>().get(
  '/',
  describe({ summary: 'List what happened to one’s own account in 30 days', response: eventList }),
  async (c) => {
    const { db, personId } = c.var.caller
    const events = await listSecurityEvents(db, personId, MAX_LISTED)
    const items = events.map(({ kind, at, place }) => ({
      kind,
      at: new Date(at).toISOString(),
      place,
    }))
    return c.json({ items, nextCursor: null })
  },
)
