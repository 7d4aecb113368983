import { Hono } from 'hono'
import * as z from 'zod'
import { requireConfirmed } from '../auth/require-confirmed'
import { parseScopes } from '../auth/scopes'
import { noteSecurityEvent } from '../auth/security-events'
import { siteOf } from '../auth/site'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import {
  answerDevice,
  askForDevice,
  fetchDeviceToken,
  findQuestion,
  GRANT_SECONDS,
  INTERVAL_SECONDS,
} from '../operations/grant-device'
import { nameText, validate } from '../validate'
import { scopes } from './tokens'
import { visitorOf } from './visitor'

const request = z.object({ clientName: nameText, scopes })
const started = z.strictObject({
  deviceCode: z.string(),
  userCode: z.string(),
  verificationUri: z.string(),
  verificationUriComplete: z.string(),
  expiresIn: z.int(),
  interval: z.int(),
})
const question = z.strictObject({
  clientName: z.string(),
  scopes: z.array(z.string()),
  /** The network that it asked from, never the address. */
  place: z.string(),
  askedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
const token = z.strictObject({
  accessToken: z.string(),
  tokenType: z.literal('Bearer'),
  scope: z.string(),
  expiresIn: z.int(),
})
const userCode = z.string().trim().min(1).max(40)

/** RFC 8628: how the command line gets a token without anybody typing a password into it. */
export const deviceRoutes = new Hono<AppEnv>()
  .post(
    '/code',
    describe({ summary: 'Begin to sign a device in: it shows the code', response: started }),
    validate('json', request),
    async (c) => {
      const codes = await askForDevice(visitorOf(c), c.req.valid('json'))
      const verificationUri = `${siteOf(c).origin}/device`
      return c.json({
        ...codes,
        verificationUri,
        verificationUriComplete: `${verificationUri}?code=${codes.userCode}`,
        expiresIn: GRANT_SECONDS,
        interval: INTERVAL_SECONDS,
      })
    },
  )
  .post(
    '/token',
    describe({ summary: 'Fetch the token once somebody has approved', response: token }),
    validate('json', z.object({ deviceCode: z.string().max(100) })),
    async (c) => {
      const { deviceCode } = c.req.valid('json')
      const {
        accessToken,
        scopes: given,
        expiresIn,
      } = await fetchDeviceToken(visitorOf(c), deviceCode)
      return c.json({
        accessToken,
        tokenType: 'Bearer' as const,
        scope: given.join(' '),
        expiresIn,
      })
    },
  )
  .get(
    '/grant',
    describe({ summary: 'Say which device asks with a code', response: question }),
    validate('query', z.object({ userCode })),
    async (c) => {
      const { userCode: typed } = c.req.valid('query')
      const found = await findQuestion(c.var.caller, visitorOf(c), typed)
      return c.json({
        clientName: found.clientName,
        scopes: parseScopes(found.scopes),
        place: found.place,
        askedAt: new Date(found.createdAt).toISOString(),
        expiresAt: new Date(found.expiresAt).toISOString(),
      })
    },
  )
  .post(
    '/approve',
    describe({ summary: 'Let a device in, or refuse it' }),
    validate('json', z.object({ userCode, approve: z.boolean() })),
    requireConfirmed,
    async (c) => {
      const answer = c.req.valid('json')
      const visitor = visitorOf(c)
      await answerDevice(c.var.caller, visitor, answer)
      const kind = answer.approve ? 'device-approved' : 'device-denied'
      await noteSecurityEvent(visitor, c.var.caller.personId, kind)
      return c.body(null, 204)
    },
  )
