import { Hono } from 'hono'
import * as z from 'zod'
import { readPeppers } from '../auth/peppers'
import type { AppEnv } from '../env'
import { relayLater } from '../jobs/relay-later'
import { describe } from '../openapi'
import { askForCode, verifyEmail } from '../operations/verify-email'
import { validate } from '../validate'
import { mailedCode } from './credentials'

const typed = z.object({ code: mailedCode })

export const verificationRoutes = new Hono<AppEnv>()
  .post(
    '/',
    describe({ summary: 'Show by the mailed code that the e-mail address is one’s own' }),
    validate('json', typed),
    async (c) => {
      await verifyEmail(c.var.caller, readPeppers(c.env), c.req.valid('json').code)
      return c.body(null, 204)
    },
  )
  .post('/send', describe({ summary: 'Have a new code mailed' }), async (c) => {
    const { caller } = c.var
    relayLater(c, caller.db, await askForCode(caller, readPeppers(c.env)))
    return c.body(null, 204)
  })
