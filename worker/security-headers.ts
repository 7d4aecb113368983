import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './env'

/** The same on the dashboard's files; web/public/_headers repeats them for Pages. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), ' +
    'magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
}

/** On every answer, good or not. Nothing of the API may stay in a cache: it is somebody's money. */
export const securityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  // A download brings a stricter policy of its own.
  const policy = c.res.headers.get('content-security-policy')
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value)
  if (policy !== null) c.header('content-security-policy', policy)
  c.header('cache-control', 'no-store')
})
