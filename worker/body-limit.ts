import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './env'
import { AppError } from './problem'

export const MAX_JSON_BYTES = 64 * 1024

/** Routes whose body is a file: they stream it and have a cap of their own. */
const FILE_ROUTES = new Set([
  '/api/uploads',
  '/api/costs/import',
  '/api/import/decisions',
  '/api/payouts/match-bank',
])

export function isFileRoute(path: string): boolean {
  return FILE_ROUTES.has(path)
}

const limitJson = bodyLimit({
  maxSize: MAX_JSON_BYTES,
  onError: () => {
    throw new AppError(413, 'body-too-large', 'This request is larger than 64 KB.')
  },
})

export const limitBody = createMiddleware<AppEnv>((c, next) =>
  isFileRoute(c.req.path) ? next() : limitJson(c, next),
)
