import { parseSupplierId, storeId } from '#core/ids'
import { listStores, type Store } from '#db/control/queries/stores'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { changeStore } from '../operations/change-store'
import { openStore } from '../operations/open-store'
import { idOr404, idParam, nameText, validate } from '../validate'

const marketplace = z.enum(['meesho'])
const gstScheme = z.enum(['regular', 'none'])
const cogsPolicy = z.enum(['kept', 'all_shipped', 'kept_and_returned'])
const supplierId = z
  .string()
  .refine((text) => parseSupplierId(text) !== undefined, 'A supplier id is 2 to 12 digits.')

export const store = z.strictObject({
  id: z.string(),
  name: z.string(),
  marketplace,
  supplierId: z.string().nullable(),
  gstScheme,
  cogsPolicy,
  isSample: z.boolean(),
  createdAt: z.iso.datetime(),
})
const storeList = z.strictObject({ items: z.array(store), nextCursor: z.null() })
const oneStore = z.strictObject({ store })

const newStore = z.object({
  name: nameText,
  marketplace,
  supplierId: supplierId.optional(),
  gstScheme: gstScheme.default('regular'),
  cogsPolicy: cogsPolicy.default('kept'),
})
const storeChange = z.object({
  name: nameText.optional(),
  supplierId: supplierId.optional(),
  gstScheme: gstScheme.optional(),
  cogsPolicy: cogsPolicy.optional(),
})

export const storeRoutes = new Hono<AppEnv>()
  .get('/', describe({ summary: 'List the stores', response: storeList }), async (c) => {
    const { db, workspaceId } = c.var.caller
    const stores = await listStores(db, workspaceId)
    return c.json({ items: stores.map(toStore), nextCursor: null })
  })
  .post(
    '/',
    describe({ summary: 'Add a store', response: oneStore, status: 201 }),
    validate('json', newStore),
    async (c) => {
      const { supplierId = null, ...rest } = c.req.valid('json')
      const opened = await openStore(c.var.caller, { ...rest, supplierId, isSample: false })
      return c.json({ store: toStore(opened) }, 201)
    },
  )
  .patch(
    '/:id',
    describe({ summary: 'Change a store; its supplier id only once', response: oneStore }),
    validate('param', idParam),
    validate('json', storeChange),
    async (c) => {
      const id = idOr404(storeId, c.req.valid('param').id)
      const changed = await changeStore(c.var.caller, id, c.req.valid('json'))
      return c.json({ store: toStore(changed) })
    },
  )

export function toStore({ workspaceId: _ours, createdAt, ...rest }: Store) {
  return { ...rest, createdAt: new Date(createdAt).toISOString() }
}
