import { type PersonId, sessionId, type WorkspaceId, personId, workspaceId } from '#core/ids'
import { findLiveToken, noteTokenUse } from '#db/control/queries/personal-tokens'
import { findLiveSessionByHandle } from '#db/control/queries/sessions'
import { type Db, openDb } from '#db/client'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { AppEnv, SignedIn } from '../env'
import { openLedger } from '../open-ledger'
import { AppError } from '../problem'
import { fileStoreOf } from '../sealed/file-store'
import { verifyAccessToken } from './access-token'
import { isAllowed, rightOf, type Role } from './access'
import { ipPrefix } from './ip-prefix'
import { readPeppers } from './peppers'
import { isPersonalToken } from './personal-token'
import { parseScopes, type Scope } from './scopes'
import { noteSecurityEvent } from './security-events'
import { clearSessionCookie, sessionSecretOf } from './session-cookie'
import { digestOf, readSession } from './sessions'
import { tryNoteRefusal } from './throttle'

/** Who asks, and by what: a session may do all that its person's role may, a token only what it is for. */
type Identity = {
  readonly sessionId: SignedIn['sessionId']
  readonly personId: PersonId
  readonly workspaceId: WorkspaceId
  readonly ledger: string
  readonly role: Role
  readonly via: SignedIn['via']
  readonly scopes: readonly Scope[] | undefined
}

/**
 * Puts the caller into `c.var`, or answers 401, or 403 where the caller's role or token is not for this
 * route; public routes and paths that do not exist pass by.
 */
export const requireSession = createMiddleware<AppEnv>(async (c, next) => {
  // Middleware is registered for ALL methods; a path that only it matches does not exist.
  const route = matchedRoutes(c).findLast(({ method }) => method !== 'ALL')
  if (route === undefined) return next()
  const right = rightOf(c.req.method, route.path)
  if (right === 'public') return next()

  const identity = await identify(c)
  if (identity === undefined) {
    throw new AppError(401, 'not-signed-in', 'Please sign in. Your session may have ended.')
  }
  if (right === undefined) throw new Error(`worker/auth/access.ts does not judge ${route.path}`)
  if (!isAllowed(right, identity)) {
    await noteRefusal(c, identity)
    const sentence =
      identity.scopes === undefined
        ? 'Your role in this workspace does not include this. Ask its owner.'
        : 'This token is not for that. Make one with the scope that is needed.'
    throw new AppError(403, 'not-allowed', sentence)
  }
  const { ledger, scopes: _, ...caller } = identity
  c.set('caller', {
    ...caller,
    db: openDb(c.env.DB),
    ledger: openLedger(c.env, ledger),
    files: fileStoreOf(c.env, caller.workspaceId),
    now: c.get('now'),
  })
  return next()
})

/** Where its owner sees it: somebody tries what this role, or this token, is not for. */
async function noteRefusal(c: Context<AppEnv>, { personId: whom, role }: Identity): Promise<void> {
  // All visitors of the sample are one person, and none of them reads its events.
  if (role === 'visitor') return
  const happening = {
    db: openDb(c.env.DB),
    peppers: readPeppers(c.env),
    ipPrefix: ipPrefix(c.req.header('cf-connecting-ip')),
    now: c.get('now'),
  }
  if (await tryNoteRefusal(happening, whom)) {
    await noteSecurityEvent(happening, whom, 'access-refused')
  }
}

/** Who shows a token is judged by the token alone; a cookie that comes along is not read. */
async function identify(c: Context<AppEnv>): Promise<Identity | undefined> {
  const db = openDb(c.env.DB)
  const now = c.get('now')
  const authorization = c.req.header('authorization')
  if (authorization !== undefined) {
    const token = /^Bearer ([\w.~+/-]{1,2000})$/i.exec(authorization)?.[1] ?? ''
    return isPersonalToken(token) ? byPersonalToken(db, token, now) : byAccessToken(db, token, now)
  }
  const secret = sessionSecretOf(c)
  const session = secret && (await readSession(db, secret, now))
  if (session) return { ...session, via: 'dashboard', scopes: undefined }
  if (secret) clearSessionCookie(c)
  return undefined
}

const HOUR_MS = 60 * 60 * 1000

async function byPersonalToken(db: Db, text: string, now: Date): Promise<Identity | undefined> {
  const at = now.getTime()
  const found = await findLiveToken(db, digestOf(text), at)
  if (found === undefined) return undefined
  const { token, ledger, role } = found
  // Once an hour is enough for a person to see that it is in use.
  if ((token.lastUsedAt ?? 0) <= at - HOUR_MS) await noteTokenUse(db, token.id, at, at - HOUR_MS)
  return {
    // Names what it was done with, for throttles and idempotency keys; it is no session.
    sessionId: sessionId(token.id),
    personId: personId(token.personId),
    workspaceId: workspaceId(token.workspaceId),
    ledger,
    role,
    via: token.client,
    scopes: parseScopes(token.scopes),
  }
}

async function byAccessToken(db: Db, text: string, now: Date): Promise<Identity | undefined> {
  const grant = await verifyAccessToken(db, text, now)
  // The token ends with its session, however long it might still run.
  const session = grant && (await findLiveSessionByHandle(db, grant, now.getTime()))
  if (!grant || !session) return undefined
  return { ...grant, ledger: session.ledger, role: session.role, via: 'extension' }
}
