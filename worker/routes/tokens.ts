import { tokenId } from '#core/ids'
import {
  listPersonalTokens,
  type PersonalToken,
  removePersonalToken,
  removePersonalTokens,
} from '#db/control/queries/personal-tokens'
import { Hono } from 'hono'
import * as z from 'zod'
import { requireConfirmed } from '../auth/require-confirmed'
import { parseScopes, SCOPES } from '../auth/scopes'
import { noteSecurityEvent } from '../auth/security-events'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { createToken, MAX_TOKENS } from '../operations/create-token'
import { notFound } from '../problem'
import { idOr404, idParam, nameText, validate } from '../validate'
import { visitorOf } from './visitor'

export const scopes = z
  .array(z.enum(SCOPES))
  .min(1, 'Choose at least one.')
  .max(SCOPES.length, 'Each of them once.')

const item = z.strictObject({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  /** `cli`: given to the command line on approval. */
  client: z.enum(['api', 'cli']),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
})
const tokenList = z.strictObject({ items: z.array(item), nextCursor: z.null() })
const made = z.strictObject({ token: z.string(), item })
const newToken = z.object({
  name: nameText,
  scopes,
  expiresInDays: z.int().min(1).max(365),
})

export const tokenRoutes = new Hono<AppEnv>()
  .get('/', describe({ summary: 'List one’s own tokens', response: tokenList }), async (c) => {
    const { db, now } = c.var.caller
    const tokens = await listPersonalTokens(db, c.var.caller, now.getTime(), MAX_TOKENS)
    return c.json({ items: tokens.map(toItem), nextCursor: null })
  })
  .post(
    '/',
    describe({
      summary: 'Make a token for a script; it is shown this once',
      response: made,
      status: 201,
    }),
    validate('json', newToken),
    requireConfirmed,
    async (c) => {
      const { caller } = c.var
      const created = await createToken(caller, { ...c.req.valid('json'), client: 'api' })
      await noteSecurityEvent(visitorOf(c), caller.personId, 'token-made')
      return c.json({ token: created.token, item: toItem(created.item) }, 201)
    },
  )
  .delete('/', describe({ summary: 'Remove all of one’s own tokens' }), async (c) => {
    const { db, personId } = c.var.caller
    await removePersonalTokens(db, personId)
    await noteSecurityEvent(visitorOf(c), personId, 'token-removed')
    return c.body(null, 204)
  })
  .delete(
    '/:id',
    describe({ summary: 'Remove a token: whoever holds it is refused at once' }),
    validate('param', idParam),
    async (c) => {
      const { db, personId } = c.var.caller
      const id = idOr404(tokenId, c.req.valid('param').id)
      if (!(await removePersonalToken(db, c.var.caller, id))) throw notFound()
      await noteSecurityEvent(visitorOf(c), personId, 'token-removed')
      return c.body(null, 204)
    },
  )

function toItem({ id, name, client, scopes: words, ...token }: PersonalToken) {
  return {
    id,
    name,
    scopes: parseScopes(words),
    client,
    createdAt: new Date(token.createdAt).toISOString(),
    expiresAt: new Date(token.expiresAt).toISOString(),
    lastUsedAt: token.lastUsedAt === null ? null : new Date(token.lastUsedAt).toISOString(),
  }
}
