import { invitationId, personId } from '#core/ids'
import { listInvitations, removeInvitation } from '#db/control/queries/invitations'
import {
  changeMember,
  endAccess,
  findMember,
  listMembers,
  removeMember,
} from '#db/control/queries/members'
import { Hono } from 'hono'
import * as z from 'zod'
import { ROLES } from '../auth/access'
import { readPeppers } from '../auth/peppers'
import { requireConfirmed } from '../auth/require-confirmed'
import { noteSecurityEvent } from '../auth/security-events'
import { siteOf } from '../auth/site'
import type { AppEnv, SignedIn } from '../env'
import { relayLater } from '../jobs/relay-later'
import { describe } from '../openapi'
import { invite } from '../operations/invite'
import { AppError, notFound } from '../problem'
import { type OpenInvitation, openInvitations } from '../sealed/invitations'
import { findAllNamed } from '../sealed/people'
import { idOr404, idParam, validate } from '../validate'
import { email } from './credentials'
import { visitorOf } from './visitor'

const MAX_LISTED = 200
const role = z.enum(ROLES)
const instant = z.iso.datetime()

const member = z.strictObject({
  id: z.string(),
  /** Nothing, like the address, for somebody whose account was deleted and its key with it. */
  name: z.string().nullable(),
  email: z.string().nullable(),
  role,
  since: instant,
  /** From then on the person belongs to it no longer; nothing is without an end. */
  until: instant.nullable(),
  isMe: z.boolean(),
})
const invitation = z.strictObject({
  id: z.string(),
  role,
  /** Nothing for a link that is handed over by hand, and where the workspace’s key is gone. */
  email: z.string().nullable(),
  byLink: z.boolean(),
  memberUntil: instant.nullable(),
  createdAt: instant,
  expiresAt: instant,
})
const team = z.strictObject({ members: z.array(member), invitations: z.array(invitation) })
const invited = z.strictObject({
  invitation,
  /** Shown this once, for a link that is handed over by hand. */
  link: z.string().nullable(),
})

const days = z.int().min(1).max(366)
const wanted = z
  .object({ role, email: email.optional(), memberDays: days.optional() })
  .refine((one) => one.role !== 'owner' || one.email !== undefined, {
    path: ['email'],
    message: 'An owner is invited by email, not by a link.',
  })
  .refine((one) => one.email !== undefined || one.memberDays !== undefined, {
    path: ['memberDays'],
    message: 'A link that anybody may use gives a place for some days.',
  })
const change = z.object({ role: role.optional(), memberDays: days.nullable().optional() })

export const teamRoutes = new Hono<AppEnv>()
  .get(
    '/',
    describe({ summary: 'List who belongs to the workspace', response: team }),
    async (c) => {
      const { db, files, workspaceId, personId: me, now } = c.var.caller
      const [members, offered] = await Promise.all([
        listMembers(db, workspaceId, MAX_LISTED),
        listInvitations(db, workspaceId, now.getTime(), MAX_LISTED),
      ])
      const [named, invitations] = await Promise.all([
        findAllNamed(files, members),
        openInvitations(files, offered),
      ])
      return c.json({
        members: members.map((each, at) => ({
          id: each.id,
          name: named[at]?.name ?? null,
          email: named[at]?.email ?? null,
          role: each.role,
          since: isoOf(each.createdAt),
          until: each.until === null ? null : isoOf(each.until),
          isMe: each.id === me,
        })),
        invitations: invitations.map(toInvitation),
      })
    },
  )
  .post(
    '/invitations',
    describe({ summary: 'Offer a place by mail, or by a link', response: invited, status: 201 }),
    validate('json', wanted),
    requireConfirmed,
    async (c) => {
      const { caller } = c.var
      const { role: offered, email: address, memberDays } = c.req.valid('json')
      const made = await invite(caller, readPeppers(c.env), {
        role: offered,
        email: address,
        memberDays,
      })
      relayLater(c, caller.db, made.jobs)
      await noteSecurityEvent(visitorOf(c), caller.personId, 'invitation-made')
      const link =
        made.secret === undefined ? null : `${siteOf(c).origin}/join?token=${made.secret}`
      return c.json({ invitation: toInvitation(made.invitation), link }, 201)
    },
  )
  .delete(
    '/invitations/:id',
    describe({ summary: 'Withdraw an invitation' }),
    validate('param', idParam),
    async (c) => {
      const { db, workspaceId, personId: me } = c.var.caller
      const id = idOr404(invitationId, c.req.valid('param').id)
      if (!(await removeInvitation(db, workspaceId, id))) throw notFound()
      await noteSecurityEvent(visitorOf(c), me, 'invitation-withdrawn')
      return c.body(null, 204)
    },
  )
  .patch(
    '/members/:id',
    describe({ summary: 'Change somebody’s role, or when their place ends' }),
    validate('param', idParam),
    validate('json', change),
    async (c) => {
      const { caller } = c.var
      const { role: wantedRole, memberDays } = c.req.valid('json')
      const place = await placeOf(caller, c.req.valid('param').id)
      const changed = await changeMember(caller.db, place, {
        role: wantedRole ?? place.role,
        until: memberDays === undefined ? place.until : endOf(memberDays, caller.now),
      })
      if (!changed) throw lastOwner()
      await endAccess(caller.db, place)
      await noteSecurityEvent(visitorOf(c), caller.personId, 'member-changed')
      return c.body(null, 204)
    },
  )
  .delete(
    '/members/:id',
    describe({ summary: 'Take somebody out of the workspace; they are signed out of it at once' }),
    validate('param', idParam),
    async (c) => {
      const { caller } = c.var
      const place = await placeOf(caller, c.req.valid('param').id)
      if (!(await removeMember(caller.db, place))) throw lastOwner()
      await endAccess(caller.db, place)
      await noteSecurityEvent(visitorOf(c), caller.personId, 'member-removed')
      return c.body(null, 204)
    },
  )

const DAY_MS = 24 * 60 * 60 * 1000

function endOf(days: number | null, now: Date): number | null {
  return days === null ? null : now.getTime() + days * DAY_MS
}

async function placeOf({ db, workspaceId }: SignedIn, text: string) {
  const id = idOr404(personId, text)
  const found = await findMember(db, { workspaceId, personId: id })
  if (found === undefined) throw notFound()
  return { workspaceId, personId: id, role: found.role, until: found.until }
}

function toInvitation({ id, role: offered, email: address, ...rest }: OpenInvitation) {
  return {
    id,
    role: offered,
    email: address,
    byLink: rest.byLink,
    memberUntil: rest.memberUntil === null ? null : isoOf(rest.memberUntil),
    createdAt: isoOf(rest.createdAt),
    expiresAt: isoOf(rest.expiresAt),
  }
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

function lastOwner(): AppError {
  const sentence = 'A workspace keeps an owner. Make somebody else one first.'
  return new AppError(409, 'last-owner', sentence)
}
