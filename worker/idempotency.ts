import {
  claimKey,
  findAnswer,
  freeKey,
  type IdempotentAnswer,
  keepAnswer,
} from '#db/control/queries/idempotent-answers'
import { sha256 } from '@oslojs/crypto/sha2'
import { encodeHexLowerCase } from '@oslojs/encoding'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { isFileRoute } from './body-limit'
import type { AppEnv, SignedIn } from './env'
import { AppError } from './problem'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const KEY = /^[\x20-\x7e]{1,255}$/

/** Their answers hold secrets that are shown once, addresses, or a bank statement: no table keeps them. */
const NEVER_KEPT =
  /^\/api\/(?:auth|passkeys|tokens|team|workspaces|extension|device|payouts\/match-bank)\//

/** Refusals that another try may turn into an answer. */
const NOT_FINAL = new Set([401, 403, 408, 425, 429])

/**
 * A POST sent twice with one Idempotency-Key is done once, as draft-ietf-httpapi-idempotency-key has
 * it: the second gets the first one's answer. Keys belong to a session and are kept for a day.
 */
export const idempotency = createMiddleware<AppEnv>(async (c, next) => {
  const key = c.req.header('idempotency-key')
  if (key === undefined || c.req.method !== 'POST' || NEVER_KEPT.test(`${c.req.path}/`))
    return next()
  if (!KEY.test(key)) {
    const sentence = 'An Idempotency-Key has 1 to 255 printable characters.'
    throw new AppError(400, 'invalid-idempotency-key', sentence)
  }
  // Hono's type says that a variable is set; on a public route it is not.
  const caller: SignedIn | undefined = c.get('caller')
  if (caller === undefined) return next()

  const request = await fingerprint(c)
  const claimedAt = caller.now.getTime()
  const id = await claimKey(caller.db, {
    caller: caller.sessionId,
    key,
    request,
    now: claimedAt,
    crashedSince: claimedAt - MINUTE_MS,
    forgottenSince: claimedAt - DAY_MS,
  })
  if (id === undefined) {
    return replay(request, await findAnswer(caller.db, caller.sessionId, key))
  }
  await next()

  const answer = await finalAnswer(c.res)
  if (answer === undefined) await freeKey(caller.db, { id, claimedAt })
  else await keepAnswer(caller.db, { id, claimedAt }, answer)
})

/** What makes two requests the same. A file's bytes are not read for it: its length stands for them. */
async function fingerprint(c: Context<AppEnv>): Promise<string> {
  const { pathname, search } = new URL(c.req.url)
  const body = isFileRoute(pathname)
    ? (c.req.header('content-length') ?? '')
    : encodeHexLowerCase(sha256(new Uint8Array(await c.req.arrayBuffer())))
  return `${c.req.method} ${pathname}${search} ${body}`
}

function replay(request: string, answer: IdempotentAnswer | undefined) {
  if (answer !== undefined && answer.request !== request) {
    const sentence = 'This Idempotency-Key was used for another request. Take a new one.'
    throw new AppError(422, 'idempotency-key-reused', sentence)
  }
  // No row at all: the first request ended without a final answer just now, and may be tried again.
  if (answer === undefined || answer.status === null) {
    throw new AppError(409, 'request-in-progress', 'The same request is still being worked on.', {
      retryAfterSeconds: 1,
    })
  }
  return new Response(answer.status === 204 ? null : answer.body, {
    status: answer.status,
    headers: {
      'content-type': answer.status < 400 ? 'application/json' : 'application/problem+json',
      'idempotency-replayed': 'true',
    },
  })
}

/** Only an answer that would be the same again is kept, and of it only status and body: no cookie. */
async function finalAnswer(response: Response) {
  const { status } = response
  if (status >= 500 || (status >= 300 && status < 400) || NOT_FINAL.has(status)) return undefined
  const type = response.headers.get('content-type') ?? ''
  if (response.body !== null && !type.includes('json')) return undefined
  return { status, body: await response.clone().text() }
}
