import { Hono } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { requestId } from 'hono/request-id'
import { routePath } from 'hono/route'
import * as z from 'zod'
import { rateLimit } from './auth/rate-limit'
import { requireSession } from './auth/require-session'
import { sameOriginOnly } from './auth/same-origin'
import { limitBody } from './body-limit'
import type { AppEnv } from './env'
import { idempotency } from './idempotency'
import { logRequest } from './log'
import { describe, openApi } from './openapi'
import { AppError, notFound, toProblem } from './problem'
import { adRoutes } from './routes/ads'
import { archiveImportRoutes, archiveRoutes } from './routes/archive'
import { authRoutes } from './routes/auth'
import { bridgeRoutes } from './routes/bridge'
import { claimRoutes } from './routes/claims'
import { confirmationRoutes } from './routes/confirmation'
import { costRoutes } from './routes/costs'
import { coverageRoutes } from './routes/coverage'
import { forecastRoutes } from './routes/forecast'
import { deviceRoutes } from './routes/device'
import { exportRoutes } from './routes/export'
import { emailChangeRoutes } from './routes/email-change'
import { forgottenPasswordRoutes } from './routes/forgotten-password'
import { gstRoutes } from './routes/gst'
import { gstReturnRoutes } from './routes/gst-returns'
import { localMailRoutes } from './routes/local-mails'
import { maturityRoutes } from './routes/maturity'
import { meRoutes } from './routes/me'
import { extensionRoutes } from './routes/extension'
import { keySetRoutes } from './routes/key-set'
import { discrepancyRoutes } from './routes/discrepancies'
import { orderRoutes } from './routes/orders'
import { overheadRoutes } from './routes/overheads'
import { passkeyRoutes } from './routes/passkeys'
import { payoutRoutes } from './routes/payouts'
import { pnlRoutes } from './routes/pnl'
import { provenanceCountRoutes, provenanceCsvRoutes, provenanceRoutes } from './routes/provenance'
import { reconciliationRoutes } from './routes/reconciliation'
import { reportRoutes } from './routes/reports'
import { restatementRoutes } from './routes/restatements'
import { returnRoutes } from './routes/returns'
import { secondFactorRoutes } from './routes/second-factors'
import { securityEventRoutes } from './routes/security-events'
import { sessionRoutes } from './routes/sessions'
import { settlementRoutes } from './routes/settlements'
import { skuRoutes } from './routes/skus'
import { storeRoutes } from './routes/stores'
import { taxRoutes } from './routes/tax'
import { transferRoutes } from './routes/transfers'
import { teamRoutes } from './routes/team'
import { tokenRoutes } from './routes/tokens'
import { visitRoutes } from './routes/visit'
import { workspaceRoutes } from './routes/workspaces'
import { uploadRoutes } from './routes/uploads'
import { verificationRoutes } from './routes/verification'
import { securityHeaders } from './security-headers'

const base = new Hono<AppEnv>()

base.use(requestId({ headerName: '' }))
base.use(async (c, next) => {
  c.set('now', new Date())
  const started = performance.now()
  await next()
  logRequest({
    id: c.get('requestId'),
    method: c.req.method,
    route: routePath(c, -1),
    status: c.res.status,
    milliseconds: Math.round(performance.now() - started),
  })
})
base.use(securityHeaders)
base.use(
  methodNotAllowed({
    app: base,
    onMethodNotAllowed: (c, methods) => {
      c.header('allow', methods.join(', '))
      const sentence = `Here one can only ${methods.join(', ')}.`
      return toProblem(new AppError(405, 'method-not-allowed', sentence), c)
    },
  }),
)
base.use('/api/*', sameOriginOnly, limitBody, requireSession, rateLimit, idempotency)
base.onError(toProblem)
base.notFound((c) => toProblem(notFound(), c))

const health = z.object({ ok: z.literal(true) })

/** Routes are chained so that their types reach the dashboard's client. */
export const app = base
  .get('/api/health', describe({ summary: 'Say that the service is up', response: health }), (c) =>
    c.json({ ok: true as const }),
  )
  .get(
    '/api/openapi.json',
    describe({ summary: 'Describe this API (OpenAPI 3.1)', response: z.looseObject({}) }),
    (c) => c.json(openApi(base.routes)),
  )
  .route('/api/auth', authRoutes)
  .route('/api/auth', forgottenPasswordRoutes)
  .route('/api/auth/verify-email', verificationRoutes)
  .route('/api/auth/confirm', confirmationRoutes)
  .route('/api/auth/change-email', emailChangeRoutes)
  .route('/api/auth/visit', visitRoutes)
  .route('/api/auth', secondFactorRoutes)
  .route('/api/passkeys', passkeyRoutes)
  .route('/api/local/mails', localMailRoutes)
  .route('/api/me', meRoutes)
  .route('/api/sessions', sessionRoutes)
  .route('/api/security-events', securityEventRoutes)
  .route('/api/tokens', tokenRoutes)
  .route('/api/team', teamRoutes)
  .route('/api/workspaces', workspaceRoutes)
  .route('/api/device', deviceRoutes)
  .route('/api/extension', extensionRoutes)
  .route('/.well-known/jwks.json', keySetRoutes)
  .route('/api/stores', storeRoutes)
  .route('/api/uploads', uploadRoutes)
  .route('/api/coverage', coverageRoutes)
  .route('/api/pnl', pnlRoutes)
  .route('/api/bridge', bridgeRoutes)
  .route('/api/ads', adRoutes)
  .route('/api/payouts', payoutRoutes)
  .route('/api/restatements', restatementRoutes)
  .route('/api/payouts', transferRoutes)
  .route('/api/forecast', forecastRoutes)
  .route('/api/maturity', maturityRoutes)
  .route('/api/skus', skuRoutes)
  .route('/api/settlements', settlementRoutes)
  .route('/api/orders', orderRoutes)
  .route('/api/reconciliation', reconciliationRoutes)
  .route('/api/discrepancies', discrepancyRoutes)
  .route('/api/provenance/count', provenanceCountRoutes)
  .route('/api/provenance', provenanceRoutes)
  .route('/api/provenance.csv', provenanceCsvRoutes)
  .route('/api/reports', reportRoutes)
  .route('/api/returns', returnRoutes)
  .route('/api/claims', claimRoutes)
  .route('/api/costs', costRoutes)
  .route('/api/overheads', overheadRoutes)
  .route('/api/tax', taxRoutes)
  .route('/api/gst', gstRoutes)
  .route('/api/gst', gstReturnRoutes)
  .route('/api/export', exportRoutes)
  .route('/api/export', archiveRoutes)
  .route('/api/import', archiveImportRoutes)

export type Api = typeof app
