import { workspaceId } from '#core/ids'
import { listWorkspacesOf } from '#db/control/queries/members'
import { Hono } from 'hono'
import * as z from 'zod'
import { ROLES } from '../auth/access'
import { noteSecurityEvent } from '../auth/security-events'
import { setSessionCookie } from '../auth/session-cookie'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { enterWorkspace, joinTeam, readOffer } from '../operations/join-team'
import { findAllWorkspaceNames } from '../sealed/workspaces'
import { idOr404, idParam, validate } from '../validate'
import { visitorOf } from './visitor'

const MAX_LISTED = 200
const workspace = z.strictObject({
  id: z.string(),
  /** Nothing where its key is gone. */
  name: z.string().nullable(),
  role: z.enum(ROLES),
  until: z.iso.datetime().nullable(),
  isCurrent: z.boolean(),
})
const workspaceList = z.strictObject({ items: z.array(workspace), nextCursor: z.null() })
const offer = z.strictObject({
  workspaceName: z.string(),
  role: z.enum(ROLES),
  memberUntil: z.iso.datetime().nullable(),
})
const secret = z.object({ token: z.string().min(1).max(100) })

/** The workspaces one belongs to, and the way into another. */
export const workspaceRoutes = new Hono<AppEnv>()
  .get(
    '/',
    describe({ summary: 'List one’s own workspaces', response: workspaceList }),
    async (c) => {
      const { db, files, personId, workspaceId: current, now } = c.var.caller
      const found = await listWorkspacesOf(db, personId, now.getTime(), MAX_LISTED)
      const names = await findAllWorkspaceNames(files, found)
      const items = found.map(({ until, ...each }, at) => ({
        ...each,
        name: names[at] ?? null,
        until: until === null ? null : new Date(until).toISOString(),
        isCurrent: each.id === current,
      }))
      return c.json({ items, nextCursor: null })
    },
  )
  .post(
    '/offer',
    describe({ summary: 'Say what an invitation offers', response: offer }),
    validate('json', secret),
    async (c) => {
      const { token } = c.req.valid('json')
      const { invitation, workspaceName } = await readOffer(c.var.caller, visitorOf(c), token)
      const { role, memberUntil } = invitation
      const until = memberUntil === null ? null : new Date(memberUntil).toISOString()
      return c.json({ workspaceName, role, memberUntil: until })
    },
  )
  .post(
    '/join',
    describe({ summary: 'Take the place that an invitation offers, and go there' }),
    validate('json', secret),
    async (c) => {
      const visitor = visitorOf(c)
      const { token } = c.req.valid('json')
      setSessionCookie(c, await joinTeam(c.var.caller, visitor, token))
      await noteSecurityEvent(visitor, c.var.caller.personId, 'team-joined')
      return c.body(null, 204)
    },
  )
  .post(
    '/:id/enter',
    describe({ summary: 'Go to another of one’s own workspaces' }),
    validate('param', idParam),
    async (c) => {
      const id = idOr404(workspaceId, c.req.valid('param').id)
      setSessionCookie(c, await enterWorkspace(c.var.caller, id))
      return c.body(null, 204)
    },
  )
