/** Everything else needs a session: a route that forgets to ask for one is closed, not open. */
const PUBLIC = new Set([
  'GET /api/health',
  'GET /api/openapi.json',
  'GET /api/local/mails',
  'POST /api/auth/register',
  'POST /api/auth/login',
  'POST /api/auth/passkey/challenge',
  'POST /api/auth/passkey/login',
  'POST /api/auth/forgot-password',
  'POST /api/auth/reset-password',
])

/** Public routes have no parameters, so their path is their template. */
export function isPublic(method: string, path: string): boolean {
  return PUBLIC.has(`${method === 'HEAD' ? 'GET' : method} ${path}`)
}
