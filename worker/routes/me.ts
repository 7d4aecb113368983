import { changePerson, findPerson } from '#db/control/queries/people'
import { listStores } from '#db/control/queries/stores'
import { findWorkspace } from '#db/control/queries/workspaces'
import { Hono } from 'hono'
import * as z from 'zod'
import { ROLES } from '../auth/access'
import { hasSecondFactor } from '../auth/second-factor'
import { noteSecurityEvent } from '../auth/security-events'
import type { AppEnv, SignedIn } from '../env'
import { LANGUAGES } from '../mail/language'
import { describe } from '../openapi'
import { notFound } from '../problem'
import { nameText, validate } from '../validate'
import { store, toStore } from './stores'
import { toUser, user } from './user'
import { visitorOf } from './visitor'

const me = z.strictObject({
  user,
  workspace: z.strictObject({ id: z.string(), name: z.string(), role: z.enum(ROLES) }),
  stores: z.array(store),
})
const change = z
  .object({ name: nameText.optional(), language: z.enum(LANGUAGES).optional() })
  // A body that is not read for its content type is an empty one: it must not pass for done.
  .refine((wanted) => Object.keys(wanted).length > 0, 'Say what to change.')

export const meRoutes = new Hono<AppEnv>()
  .get(
    '/',
    describe({ summary: 'Who is signed in, with their workspace and stores', response: me }),
    async (c) => c.json(await readMe(c.var.caller)),
  )
  .patch(
    '/',
    describe({
      summary: 'Change one’s own name, and the language of one’s mails',
      response: z.strictObject({ user }),
    }),
    validate('json', change),
    async (c) => {
      const { db, personId } = c.var.caller
      const { name, language } = c.req.valid('json')
      await changePerson(db, personId, { ...(name && { name }), ...(language && { language }) })
      if (name !== undefined) await noteSecurityEvent(visitorOf(c), personId, 'name-changed')
      const person = await findPerson(db, personId)
      if (person === undefined) throw notFound()
      return c.json({ user: toUser(person, await hasSecondFactor(db, personId)) })
    },
  )

async function readMe({ db, workspaceId, personId, role }: SignedIn) {
  const [person, mfa, workspace, stores] = await Promise.all([
    findPerson(db, personId),
    hasSecondFactor(db, personId),
    findWorkspace(db, workspaceId),
    listStores(db, workspaceId),
  ])
  if (person === undefined || workspace === undefined) throw notFound()
  return {
    user: toUser(person, mfa),
    workspace: { id: workspace.id, name: workspace.name, role },
    stores: stores.map(toStore),
  }
}
