import { removeSession } from '#db/control/queries/sessions'
import { Hono } from 'hono'
import * as z from 'zod'
import { clearSessionCookie, sessionSecretOf, setSessionCookie } from '../auth/session-cookie'
import type { AppEnv } from '../env'
import { relayLater } from '../jobs/relay-later'
import { describe } from '../openapi'
import { changeOwnPassword } from '../operations/change-password'
import { logIn } from '../operations/log-in'
import { register } from '../operations/register'
import { nameText, validate } from '../validate'
import { email, newPassword, password } from './credentials'
import { toUser, user } from './user'
import { visitorOf } from './visitor'

const registration = z.object({
  name: nameText,
  email,
  password: newPassword,
  isAdult: z.literal(true, 'Only people of 18 years or more can have an account.'),
})
const credentials = z.object({ email, password })
const change = z.object({ password, newPassword })
const answer = z.strictObject({ user })

export const authRoutes = new Hono<AppEnv>()
  .post(
    '/register',
    describe({ summary: 'Make an account and sign in', response: answer, status: 201 }),
    validate('json', registration),
    async (c) => {
      const visitor = visitorOf(c)
      const { person, secret, jobs } = await register(visitor, c.req.valid('json'))
      relayLater(c, visitor.db, jobs)
      setSessionCookie(c, secret)
      return c.json({ user: toUser(person) }, 201)
    },
  )
  .post(
    '/login',
    describe({ summary: 'Sign in', response: answer }),
    validate('json', credentials),
    async (c) => {
      const replaces = sessionSecretOf(c)
      const { person, secret } = await logIn(visitorOf(c), { ...c.req.valid('json'), replaces })
      setSessionCookie(c, secret)
      return c.json({ user: toUser(person) })
    },
  )
  .post(
    '/change-password',
    describe({ summary: 'Change one’s own password; ends every other session' }),
    validate('json', change),
    async (c) => {
      const { caller } = c.var
      const secret = await changeOwnPassword(caller, visitorOf(c), c.req.valid('json'))
      setSessionCookie(c, secret)
      return c.body(null, 204)
    },
  )
  .post('/logout', describe({ summary: 'End this session' }), async (c) => {
    const { db, personId, sessionId } = c.var.caller
    await removeSession(db, personId, sessionId)
    clearSessionCookie(c)
    return c.body(null, 204)
  })
