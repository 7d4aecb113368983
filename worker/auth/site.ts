import type { Context } from 'hono'
import type { AppEnv } from '../env'

/** Where people reach us, as their browser names it; passkeys are bound to it. */
export type Site = { readonly origin: string; readonly rpId: string }

export function siteOf(c: Context<AppEnv>): Site {
  const origin = c.env.APP_ORIGIN || new URL(c.req.url).origin
  return { origin, rpId: new URL(origin).hostname }
}
