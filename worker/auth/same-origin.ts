import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../env'
import { AppError } from '../problem'
import { EXTENSION_TOKEN_PATH, isExtension } from './extension-origin'
import { siteOf } from './site'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses to change anything at the wish of another site's page. Hono's own csrf() lets a JSON body
 * from a foreign page through; here the content type does not matter.
 */
export const sameOriginOnly = createMiddleware<AppEnv>(async (c, next) => {
  // A token is never sent by a browser on its own, and beside one the cookie is not read.
  if (SAFE.has(c.req.method) || c.req.header('authorization') || comesFromUs(c)) return next()
  if (c.req.path === EXTENSION_TOKEN_PATH && isExtension(c)) return next()
  throw new AppError(403, 'cross-site-request', 'This request came from another site.')
})

function comesFromUs(c: Context<AppEnv>): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = c.req.header('origin')
  if (origin !== undefined) return origin === siteOf(c).origin
  // Every browser sends one of the two with a change; without a cookie this is a script at work.
  return c.req.header('cookie') === undefined
}
