import { personId } from '#core/ids'
import { removeSession } from '#db/control/queries/sessions'
import { Hono } from 'hono'
import * as z from 'zod'
import { newChallenge } from '../auth/passkey-challenges'
import { hasSecondFactor } from '../auth/second-factor'
import { noteSecurityEvent } from '../auth/security-events'
import { clearSessionCookie, sessionSecretOf, setSessionCookie } from '../auth/session-cookie'
import { siteOf } from '../auth/site'
import type { AppEnv } from '../env'
import { relayLater } from '../jobs/relay-later'
import { languageOf } from '../mail/language'
import { describe } from '../openapi'
import { changeOwnPassword } from '../operations/change-password'
import { logIn } from '../operations/log-in'
import { logInByPasskey } from '../operations/log-in-by-passkey'
import { register } from '../operations/register'
import { nameText, validate } from '../validate'
import { assertion, email, newPassword, password, secondCode } from './credentials'
import { keepSignedIn } from './keep-signed-in'
import { toUser, user } from './user'
import { visitorOf } from './visitor'

const registration = z.object({
  name: nameText,
  email,
  password: newPassword,
  isAdult: z.literal(true, 'Only people of 18 years or more can have an account.'),
})
const credentials = z.object({
  email,
  password,
  totp: secondCode.optional(),
  passkey: assertion.optional(),
})
const passkeyEntry = z.object({ passkey: assertion })
const challenge = z.strictObject({ challenge: z.string(), rpId: z.string() })
const change = z.object({ password, newPassword })
const answer = z.strictObject({ user })

export const authRoutes = new Hono<AppEnv>()
  .post(
    '/register',
    describe({ summary: 'Make an account and sign in', response: answer, status: 201 }),
    validate('json', registration),
    async (c) => {
      const visitor = visitorOf(c)
      const language = languageOf(c.req.header('accept-language'))
      const { person, secret, jobs } = await register(visitor, {
        ...c.req.valid('json'),
        language,
      })
      relayLater(c, visitor.db, jobs)
      setSessionCookie(c, secret)
      return c.json({ user: toUser(person, false) }, 201)
    },
  )
  .post(
    '/login',
    describe({ summary: 'Sign in', response: answer }),
    validate('json', credentials),
    async (c) => {
      const replaces = sessionSecretOf(c)
      const { email, password, ...proof } = c.req.valid('json')
      const visitor = visitorOf(c)
      const second = { ...proof, site: siteOf(c) }
      const { person, secret } = await logIn(visitor, { email, password, replaces, second })
      setSessionCookie(c, secret)
      const mfa = await hasSecondFactor(visitor.db, personId(person.id))
      return c.json({ user: toUser(person, mfa) })
    },
  )
  .post(
    '/passkey/challenge',
    describe({ summary: 'Ask for what a passkey has to sign to sign in', response: challenge }),
    async (c) => {
      const { db, now } = visitorOf(c)
      const question = { purpose: 'sign-in', personId: null } as const
      const asked = await newChallenge(db, question, now)
      return c.json({ challenge: asked, rpId: siteOf(c).rpId })
    },
  )
  .post(
    '/passkey/login',
    describe({ summary: 'Sign in with nothing but a passkey', response: answer }),
    validate('json', passkeyEntry),
    async (c) => {
      const entry = { ...c.req.valid('json'), site: siteOf(c), replaces: sessionSecretOf(c) }
      const { person, secret } = await logInByPasskey(visitorOf(c), entry)
      setSessionCookie(c, secret)
      return c.json({ user: toUser(person, true) })
    },
  )
  .post(
    '/change-password',
    describe({ summary: 'Change one’s own password; ends every other session' }),
    validate('json', change),
    async (c) => {
      const { caller } = c.var
      const changed = await changeOwnPassword(caller, visitorOf(c), c.req.valid('json'))
      keepSignedIn(c, changed)
      return c.body(null, 204)
    },
  )
  .post('/logout', describe({ summary: 'End this session' }), async (c) => {
    const { db, personId, sessionId } = c.var.caller
    await removeSession(db, personId, sessionId)
    await noteSecurityEvent(visitorOf(c), personId, 'signed-out')
    clearSessionCookie(c)
    return c.body(null, 204)
  })
