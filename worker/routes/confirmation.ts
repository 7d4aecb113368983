import { Hono } from 'hono'
import * as z from 'zod'
import { newChallenge } from '../auth/passkey-challenges'
import { siteOf } from '../auth/site'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { confirm } from '../operations/confirm'
import { validate } from '../validate'
import { assertion, password, secondCode } from './credentials'
import { visitorOf } from './visitor'

const challenge = z.strictObject({ challenge: z.string(), rpId: z.string() })
const confirmation = z
  .object({
    password: password.optional(),
    totp: secondCode.optional(),
    passkey: assertion.optional(),
  })
  .refine(
    (shown) => Object.values(shown).filter((one) => one !== undefined).length === 1,
    'Show one of these: a password, a code or a passkey.',
  )

export const confirmationRoutes = new Hono<AppEnv>()
  .post(
    '/',
    describe({ summary: 'Show again that it is you: opens ten minutes for sensitive acts' }),
    validate('json', confirmation),
    async (c) => {
      const shown = { ...c.req.valid('json'), site: siteOf(c) }
      await confirm(c.var.caller, visitorOf(c), shown)
      return c.body(null, 204)
    },
  )
  .post(
    '/challenge',
    describe({ summary: 'Ask for what a passkey has to sign to confirm', response: challenge }),
    async (c) => {
      const { db, personId, now } = c.var.caller
      const asked = await newChallenge(db, { purpose: 'confirm', personId }, now)
      return c.json({ challenge: asked, rpId: siteOf(c).rpId })
    },
  )
