import { passkeyId } from '#core/ids'
import { listPasskeys, type Passkey } from '#db/control/queries/passkeys'
import { Hono } from 'hono'
import * as z from 'zod'
import { requireConfirmed } from '../auth/require-confirmed'
import { siteOf } from '../auth/site'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import {
  changePasskey,
  dropPasskey,
  offerPasskey,
  registerPasskey,
} from '../operations/change-passkeys'
import { idOr404, idParam, nameText, validate } from '../validate'
import { attestation } from './credentials'
import { keepSignedIn } from './keep-signed-in'
import { visitorOf } from './visitor'

const passkey = z.strictObject({
  id: z.string(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
})
const passkeyList = z.strictObject({ items: z.array(passkey), nextCursor: z.null() })
const offer = z.strictObject({
  challenge: z.string(),
  rpId: z.string(),
  user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
  /** Credential ids that the device may have already. */
  known: z.array(z.string()),
})
const added = z.strictObject({
  passkey,
  /** Empty unless this is the first second factor. */
  recoveryCodes: z.array(z.string()),
})
const registration = z.object({ name: nameText, ...attestation })
const change = z.object({ name: nameText.optional() })

export const passkeyRoutes = new Hono<AppEnv>()
  .get('/', describe({ summary: 'List one’s own passkeys', response: passkeyList }), async (c) => {
    const { db, personId } = c.var.caller
    const items = (await listPasskeys(db, personId)).map(toPasskey)
    return c.json({ items, nextCursor: null })
  })
  .post(
    '/challenge',
    describe({ summary: 'Ask for what a browser needs to make a passkey', response: offer }),
    requireConfirmed,
    async (c) => c.json({ ...(await offerPasskey(c.var.caller)), rpId: siteOf(c).rpId }),
  )
  .post(
    '/',
    describe({
      summary: 'Register a passkey; ends every other session',
      response: added,
      status: 201,
    }),
    requireConfirmed,
    validate('json', registration),
    async (c) => {
      const made = { ...c.req.valid('json'), site: siteOf(c) }
      const changed = await registerPasskey(c.var.caller, visitorOf(c), made)
      keepSignedIn(c, changed)
      const recoveryCodes = [...changed.recoveryCodes]
      return c.json({ passkey: toPasskey(changed.passkey), recoveryCodes }, 201)
    },
  )
  .patch(
    '/:id',
    describe({ summary: 'Rename a passkey', response: passkey }),
    validate('param', idParam),
    validate('json', change),
    async (c) => {
      const id = idOr404(passkeyId, c.req.valid('param').id)
      const { name } = c.req.valid('json')
      return c.json(toPasskey(await changePasskey(c.var.caller, visitorOf(c), id, name)))
    },
  )
  .delete(
    '/:id',
    describe({ summary: 'Remove a passkey; ends every other session' }),
    validate('param', idParam),
    async (c) => {
      const id = idOr404(passkeyId, c.req.valid('param').id)
      keepSignedIn(c, await dropPasskey(c.var.caller, visitorOf(c), id))
      return c.body(null, 204)
    },
  )

function toPasskey({ id, name, createdAt, lastUsedAt }: Passkey): z.infer<typeof passkey> {
  return {
    id,
    name,
    createdAt: new Date(createdAt).toISOString(),
    lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt).toISOString(),
  }
}
