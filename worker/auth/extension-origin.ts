import type { Context } from 'hono'
import type { AppEnv } from '../env'

export const EXTENSION_TOKEN_PATH = '/api/extension/token'

/** True for a request of one of our own extensions; a browser lets no page set this header. */
export function isExtension(c: Context<AppEnv>): boolean {
  const origin = c.req.header('origin') ?? ''
  const ids = c.env.EXTENSION_IDS.split(',').map((id) => id.trim())
  return ids.some((id) => id !== '' && origin === `chrome-extension://${id}`)
}
