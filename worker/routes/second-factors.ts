import { readSecondFactors } from '#db/control/queries/second-factors'
import { Hono } from 'hono'
import * as z from 'zod'
import { requireConfirmed } from '../auth/require-confirmed'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import {
  makeRecoveryCodes,
  setUpAuthenticator,
  turnOffAuthenticator,
  turnOnAuthenticator,
} from '../operations/change-second-factor'
import { validate } from '../validate'
import { keepSignedIn } from './keep-signed-in'
import { visitorOf } from './visitor'

const state = z.strictObject({
  /** Since when an authenticator app is on. */
  authenticatorSince: z.iso.datetime().nullable(),
  passkeys: z.int(),
  recoveryCodesLeft: z.int(),
})
const offer = z.strictObject({ secret: z.string(), uri: z.string() })
const typed = z.object({
  code: z
    .string()
    .max(20)
    .transform((text) => text.replaceAll(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'The code has six digits.')),
})
const recovery = z.strictObject({ recoveryCodes: z.array(z.string()) })

export const secondFactorRoutes = new Hono<AppEnv>()
  .get(
    '/second-factors',
    describe({ summary: 'Say which second factors guard one’s own account', response: state }),
    async (c) => {
      const { db, personId } = c.var.caller
      const { authenticatorSince, passkeys, recoveryCodes } = await readSecondFactors(db, personId)
      const since = authenticatorSince === null ? null : new Date(authenticatorSince).toISOString()
      return c.json({ authenticatorSince: since, passkeys, recoveryCodesLeft: recoveryCodes })
    },
  )
  .post(
    '/totp/setup',
    describe({ summary: 'Get a new secret for an authenticator app', response: offer }),
    requireConfirmed,
    async (c) => c.json(await setUpAuthenticator(c.var.caller)),
  )
  .post(
    '/totp/enable',
    describe({
      summary: 'Turn the authenticator app on with a first code; ends every other session',
      response: recovery,
    }),
    requireConfirmed,
    validate('json', typed),
    async (c) => {
      const { code } = c.req.valid('json')
      const changed = await turnOnAuthenticator(c.var.caller, visitorOf(c), code)
      keepSignedIn(c, changed)
      return c.json({ recoveryCodes: [...changed.recoveryCodes] })
    },
  )
  .delete(
    '/totp',
    describe({ summary: 'Turn the authenticator app off; ends every other session' }),
    requireConfirmed,
    async (c) => {
      keepSignedIn(c, await turnOffAuthenticator(c.var.caller, visitorOf(c)))
      return c.body(null, 204)
    },
  )
  .post(
    '/recovery-codes',
    describe({ summary: 'Get new recovery codes; the earlier ones end', response: recovery }),
    requireConfirmed,
    async (c) => {
      const changed = await makeRecoveryCodes(c.var.caller, visitorOf(c))
      keepSignedIn(c, changed)
      return c.json({ recoveryCodes: [...changed.recoveryCodes] })
    },
  )
