import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../env'
import { relayLater } from '../jobs/relay-later'
import { describe } from '../openapi'
import { forgotPassword } from '../operations/forgot-password'
import { resetPassword } from '../operations/reset-password'
import { validate } from '../validate'
import { email, newPassword } from './credentials'
import { visitorOf } from './visitor'

const asked = z.object({ email })
const reset = z.object({ token: z.string().max(100), password: newPassword })
const nothing = z.strictObject({})

export const forgottenPasswordRoutes = new Hono<AppEnv>()
  .post(
    '/forgot-password',
    describe({
      summary: 'Have a link mailed that sets a new password; says nothing about who has an account',
      response: nothing,
      status: 202,
    }),
    validate('json', asked),
    async (c) => {
      const visitor = visitorOf(c)
      relayLater(c, visitor.db, await forgotPassword(visitor, c.req.valid('json').email))
      return c.json({}, 202)
    },
  )
  .post(
    '/reset-password',
    describe({ summary: 'Set a new password with a mailed link; ends every session' }),
    validate('json', reset),
    async (c) => {
      const visitor = visitorOf(c)
      relayLater(c, visitor.db, await resetPassword(visitor, c.req.valid('json')))
      return c.body(null, 204)
    },
  )
