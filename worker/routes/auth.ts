import { openDb } from '#db/client'
import { removeSession } from '#db/control/queries/sessions'
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { ipPrefix } from '../auth/ip-prefix'
import { hasPasswordLength, normalisePassword } from '../auth/passwords'
import { readPeppers } from '../auth/peppers'
import { clearSessionCookie, sessionSecretOf, setSessionCookie } from '../auth/session-cookie'
import type { Visitor } from '../auth/throttle'
import type { AppEnv } from '../env'
import { relayLater } from '../jobs/relay-later'
import { describe } from '../openapi'
import { logIn } from '../operations/log-in'
import { register } from '../operations/register'
import { nameText, validate } from '../validate'
import { toUser, user } from './user'

const NO_EMAIL = 'This is not an e-mail address.'
const email = z.string().trim().max(254, NO_EMAIL).pipe(z.email(NO_EMAIL))
// Longer than any password may be, so that only the length rule itself decides about one.
const password = z.string().max(2048, 'At most 256 characters.').transform(normalisePassword)
const newPassword = password.refine(hasPasswordLength, '8 to 256 characters.')

const registration = z.object({
  name: nameText,
  email,
  password: newPassword,
  isAdult: z.literal(true, 'Only people of 18 years or more can have an account.'),
})
const credentials = z.object({ email, password })
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
  .post('/logout', describe({ summary: 'End this session' }), async (c) => {
    const { db, personId, sessionId } = c.var.caller
    await removeSession(db, personId, sessionId)
    clearSessionCookie(c)
    return c.body(null, 204)
  })

function visitorOf(c: Context<AppEnv>): Visitor {
  return {
    db: openDb(c.env.DB),
    peppers: readPeppers(c.env),
    ipPrefix: ipPrefix(c.req.header('cf-connecting-ip')),
    now: c.get('now'),
  }
}
