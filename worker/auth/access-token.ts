import {
  personId,
  type PersonId,
  sessionId,
  type SessionId,
  workspaceId,
  type WorkspaceId,
} from '#core/ids'
import type { Db } from '#db/client'
import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose'
import * as z from 'zod'
import { randomId } from '../random'
import type { Peppers } from './peppers'
import { formatScopes, parseScopes, type Scope } from './scopes'
import { ALGORITHM, currentSigner, findVerifier } from './signing-keys'

export const ACCESS_TOKEN_SECONDS = 15 * 60
const ISSUER = 'trackecom'
const AUDIENCE = 'trackecom-api'
const TYPE = 'at+jwt'

/** Whom an access token speaks for; its session must still be there. */
export type AccessGrant = {
  readonly personId: PersonId
  readonly workspaceId: WorkspaceId
  readonly sessionId: SessionId
  readonly scopes: readonly Scope[]
}

const claims = z.object({
  sub: z.string().transform(personId),
  workspace: z.string().transform(workspaceId),
  sid: z.string().transform(sessionId),
  scope: z.string(),
})

/** A token for the extension (RFC 9068): short, bound to the session that it was asked with. */
export async function signAccessToken(
  db: Db,
  peppers: Peppers,
  { personId: subject, workspaceId: workspace, sessionId: sid, scopes }: AccessGrant,
  now: Date,
): Promise<string> {
  const { id, key } = await currentSigner(db, peppers, now)
  const seconds = Math.floor(now.getTime() / 1000)
  return new SignJWT({ workspace, sid, scope: formatScopes(scopes) })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: id })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(subject)
    .setJti(randomId())
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ACCESS_TOKEN_SECONDS)
    .sign(key)
}

/** Nothing for a token that is not ours, not for us, changed, or over. Its session is not looked at here. */
export async function verifyAccessToken(
  db: Db,
  token: string,
  now: Date,
): Promise<AccessGrant | undefined> {
  try {
    const { kid } = decodeProtectedHeader(token)
    const key = kid === undefined ? undefined : await findVerifier(db, kid, now)
    if (key === undefined) return undefined
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: ISSUER,
      audience: AUDIENCE,
      currentDate: now,
      requiredClaims: ['exp', 'iat', 'sub', 'jti'],
    })
    const { sub, workspace, sid, scope } = claims.parse(payload)
    return { personId: sub, workspaceId: workspace, sessionId: sid, scopes: parseScopes(scope) }
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}

/** The library throws TypeError for text that has not even the form of a token. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError ||
    error instanceof z.ZodError ||
    error instanceof RangeError ||
    error instanceof TypeError
  )
}
