import { openDb } from '#db/client'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { AppEnv } from '../env'
import { openLedger } from '../open-ledger'
import { AppError } from '../problem'
import { fileStoreOf } from '../sealed/file-store'
import { isPublic } from './public-routes'
import { clearSessionCookie, sessionSecretOf } from './session-cookie'
import { readSession } from './sessions'

/** Puts the caller into `c.var`, or answers 401; public routes and paths that do not exist pass by. */
export const requireSession = createMiddleware<AppEnv>(async (c, next) => {
  // Middleware is registered for ALL methods; a path that only it matches does not exist.
  const exists = matchedRoutes(c).some((route) => route.method !== 'ALL')
  if (!exists || isPublic(c.req.method, c.req.path)) return next()

  // Who shows a token is judged by the token alone; a cookie that comes along is not read.
  const secret = c.req.header('authorization') ? undefined : sessionSecretOf(c)
  const now = c.get('now')
  const db = openDb(c.env.DB)
  const session = secret && (await readSession(db, secret, now))
  if (!session) {
    if (secret) clearSessionCookie(c)
    throw new AppError(401, 'not-signed-in', 'Please sign in. Your session may have ended.')
  }
  const { sessionId, personId, workspaceId, ledger } = session
  const files = fileStoreOf(c.env, workspaceId)
  c.set('caller', {
    db,
    ledger: openLedger(c.env, ledger),
    files,
    workspaceId,
    personId,
    sessionId,
    now,
  })
  return next()
})
