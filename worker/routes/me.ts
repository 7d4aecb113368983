import { findPerson, renamePerson } from '#db/control/queries/people'
import { listStores } from '#db/control/queries/stores'
import { findWorkspace } from '#db/control/queries/workspaces'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv, SignedIn } from '../env'
import { describe } from '../openapi'
import { notFound } from '../problem'
import { nameText, validate } from '../validate'
import { store, toStore } from './stores'
import { toUser, user } from './user'

const me = z.strictObject({
  user,
  workspace: z.strictObject({ id: z.string(), name: z.string() }),
  stores: z.array(store),
})
const change = z.object({ name: nameText })

export const meRoutes = new Hono<AppEnv>()
  .get(
    '/',
    describe({ summary: 'Who is signed in, with their workspace and stores', response: me }),
    async (c) => c.json(await readMe(c.var.caller)),
  )
  .patch(
    '/',
    describe({ summary: 'Change one’s own name', response: z.strictObject({ user }) }),
    validate('json', change),
    async (c) => {
      const { db, personId } = c.var.caller
      await renamePerson(db, personId, c.req.valid('json').name)
      const person = await findPerson(db, personId)
      if (person === undefined) throw notFound()
      return c.json({ user: toUser(person) })
    },
  )

async function readMe({ db, workspaceId, personId }: SignedIn) {
  const [person, workspace, stores] = await Promise.all([
    findPerson(db, personId),
    findWorkspace(db, workspaceId),
    listStores(db, workspaceId),
  ])
  if (person === undefined || workspace === undefined) throw notFound()
  return {
    user: toUser(person),
    workspace: { id: workspace.id, name: workspace.name },
    stores: stores.map(toStore),
  }
}
