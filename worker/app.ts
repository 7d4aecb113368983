import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import { requireSession } from './auth/require-session'
import type { AppEnv } from './env'
import { logRequest } from './log'
import { notFound, toProblem } from './problem'

const base = new Hono<AppEnv>()

base.use(requestId({ headerName: '' }))
base.use(async (c, next) => {
  c.set('now', new Date())
  const started = performance.now()
  await next()
  logRequest({
    id: c.get('requestId'),
    method: c.req.method,
    route: c.req.routePath,
    status: c.res.status,
    milliseconds: Math.round(performance.now() - started),
  })
})
base.use('/api/*', requireSession)
base.onError(toProblem)
base.notFound((c) => toProblem(notFound(), c))

/** Routes are chained so that their types reach the dashboard's client. */
export const app = base.get('/api/health', (c) => c.json({ ok: true }))

export type Api = typeof app
