import { openDb } from '#db/client'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { AppEnv } from '../env'
import { openLedger } from '../open-ledger'
import { AppError } from '../problem'
import { clearSessionCookie, sessionSecretOf } from './session-cookie'
import { readSession } from './sessions'

/** Everything else needs a session: a route that forgets to ask for one is closed, not open. */
const PUBLIC = new Set([
  'GET /api/health',
  'GET /api/openapi.json',
  'POST /api/auth/register',
  'POST /api/auth/login',
])

export const requireSession = createMiddleware<AppEnv>(async (c, next) => {
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
  // Middleware is registered for ALL methods; a path that only it matches does not exist.
  const exists = matchedRoutes(c).some((route) => route.method !== 'ALL')
  if (!exists || PUBLIC.has(`${method} ${c.req.path}`)) return next()

  // Who shows a token is judged by the token alone; a cookie that happens to come along is not read.
  const secret = c.req.header('authorization') ? undefined : sessionSecretOf(c)
  const now = c.get('now')
  const db = openDb(c.env.DB)
  const session = secret && (await readSession(db, secret, now))
  if (!session) {
    if (secret) clearSessionCookie(c)
    throw new AppError(401, 'not-signed-in', 'Please sign in. Your session may have ended.')
  }
  const { sessionId, personId, workspaceId, ledger } = session
  c.set('caller', { db, ledger: openLedger(c.env, ledger), workspaceId, personId, sessionId, now })
  return next()
})
