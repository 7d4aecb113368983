import { Hono } from 'hono'
import * as z from 'zod'
import { requireConfirmed } from '../auth/require-confirmed'
import type { AppEnv } from '../env'
import { relayLater } from '../jobs/relay-later'
import { describe } from '../openapi'
import { askForEmailChange, confirmEmailChange } from '../operations/change-email'
import { validate } from '../validate'
import { email, mailedCode } from './credentials'
import { keepSignedIn } from './keep-signed-in'
import { visitorOf } from './visitor'

export const emailChangeRoutes = new Hono<AppEnv>()
  .post(
    '/',
    describe({
      summary: 'Have a code mailed to a new e-mail address; says nothing about who has an account',
      response: z.strictObject({}),
      status: 202,
    }),
    requireConfirmed,
    validate('json', z.object({ email })),
    async (c) => {
      const { caller } = c.var
      const jobs = await askForEmailChange(caller, visitorOf(c), c.req.valid('json').email)
      relayLater(c, caller.db, jobs)
      return c.json({}, 202)
    },
  )
  .post(
    '/confirm',
    describe({ summary: 'Take the new e-mail address by its mailed code; ends other sessions' }),
    validate('json', z.object({ code: mailedCode })),
    async (c) => {
      const { code } = c.req.valid('json')
      keepSignedIn(c, await confirmEmailChange(c.var.caller, visitorOf(c), code))
      return c.body(null, 204)
    },
  )
