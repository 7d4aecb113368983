import { findPerson } from '#db/control/queries/people'
import { listStores } from '#db/control/queries/stores'
import { findWorkspace } from '#db/control/queries/workspaces'
import { Hono } from 'hono'
import * as z from 'zod'
import { ALL_ROLES } from '../auth/access'
import { hasSecondFactor } from '../auth/second-factor'
import type { AppEnv, SignedIn } from '../env'
import { LANGUAGES } from '../mail/language'
import { describe } from '../openapi'
import { changeOwnPerson } from '../operations/change-person'
import { notFound } from '../problem'
import { openPerson } from '../sealed/people'
import { findWorkspaceName } from '../sealed/workspaces'
import { nameText, validate } from '../validate'
import { store, toStore } from './stores'
import { toUser, user } from './user'
import { visitorOf } from './visitor'

const me = z.strictObject({
  user,
  workspace: z.strictObject({
    id: z.string(),
    /** Nothing where its key is gone. */
    name: z.string().nullable(),
    role: z.enum(ALL_ROLES),
  }),
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
      const person = await changeOwnPerson(c.var.caller, visitorOf(c), c.req.valid('json'))
      return c.json({ user: toUser(person, await hasSecondFactor(db, personId)) })
    },
  )

async function readMe({ db, files, workspaceId, personId, role }: SignedIn) {
  const [person, mfa, workspace, stores] = await Promise.all([
    findPerson(db, personId),
    hasSecondFactor(db, personId),
    findWorkspace(db, workspaceId),
    listStores(db, workspaceId),
  ])
  if (person === undefined || workspace === undefined) throw notFound()
  const [opened, name = null] = await Promise.all([
    openPerson(files, person),
    findWorkspaceName(files, workspace),
  ])
  return {
    user: toUser(opened, mfa),
    workspace: { id: workspace.id, name, role },
    stores: stores.map(toStore),
  }
}
