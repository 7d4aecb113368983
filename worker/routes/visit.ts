import { Hono } from 'hono'
import { sessionSecretOf, setSessionCookie } from '../auth/session-cookie'
import { siteOf } from '../auth/site'
import type { AppEnv } from '../env'
import { relayLater } from '../jobs/relay-later'
import { describe } from '../openapi'
import { visitSample } from '../operations/visit-sample'
import { visitorOf } from './visitor'

export const visitRoutes = new Hono<AppEnv>().post(
  '/',
  describe({ summary: 'Look at the sample seller without an account: read only' }),
  async (c) => {
    const visitor = visitorOf(c)
    const { origin } = siteOf(c)
    const { secret, jobs } = await visitSample({
      visitor,
      env: c.env,
      fetchFile: (path) => fetch(`${origin}${path}`),
      replaces: sessionSecretOf(c),
    })
    relayLater(c, visitor.db, jobs)
    setSessionCookie(c, secret)
    return c.body(null, 204)
  },
)
