import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../env'
import { ipPrefix } from './ip-prefix'
import { tooMany } from './throttle'

const SIGN_IN = new Set([
  '/api/auth/register',
  '/api/auth/login',
  '/api/auth/passkey/challenge',
  '/api/auth/passkey/login',
  '/api/auth/forgot-password',
  '/api/auth/reset-password',
  '/api/auth/visit',
  '/api/device/code',
  '/api/device/token',
])
const PERIOD_SECONDS = 60

/** The coarse throttle, counted at the edge: by session for who has one, else by address. */
export const rateLimit = createMiddleware<AppEnv>(async (c, next) => {
  const address = ipPrefix(c.req.header('cf-connecting-ip'))
  const { success } = SIGN_IN.has(c.req.path)
    ? await c.env.SIGN_IN_RATE.limit({ key: `${c.req.path} ${address}` })
    : await c.env.API_RATE.limit({ key: callerKey(c.get('caller')) ?? address })
  if (!success) throw tooMany(PERIOD_SECONDS)
  return next()
})

// Hono's type says that a variable is set; on a public route it is not.
function callerKey(caller: AppEnv['Variables']['caller'] | undefined): string | undefined {
  return caller?.sessionId
}
