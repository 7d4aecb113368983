import type { Scope } from './scopes'

/** What a person is in a workspace. The packer sees parcels and tickets, and money nowhere. */
export const ROLES = ['owner', 'manager', 'accountant', 'packer'] as const
export type MemberRole = (typeof ROLES)[number]
/** A visitor has no account: all of them look at the same sample, and nobody can be invited as one. */
export const ALL_ROLES = [...ROLES, 'visitor'] as const
export type Role = (typeof ALL_ROLES)[number]

type Right = {
  /** Who of the workspace may. */
  readonly roles: readonly Role[]
  /** What a token must be for; without one here, only a session may. */
  readonly scope?: Scope
}

const READERS = ['owner', 'manager', 'accountant', 'visitor'] as const
const WRITERS = ['owner', 'manager'] as const

/** The one table of who may do what. Everything else in this file says which route is which. */
const RIGHTS = {
  /** One's own account: no role matters, and no token may touch it. A visitor has none. */
  self: { roles: ROLES },
  leaving: { roles: ALL_ROLES },
  /** What a store is called, and who one is: every program must know it. */
  workspace: { roles: ALL_ROLES, scope: 'reports:read' },
  parcels: { roles: ALL_ROLES, scope: 'reports:read' },
  figures: { roles: READERS, scope: 'reports:read' },
  decisions: { roles: WRITERS },
  settings: { roles: WRITERS },
  files: { roles: READERS, scope: 'uploads:write' },
  sending: { roles: WRITERS, scope: 'uploads:write' },
  costs: { roles: WRITERS, scope: 'costs:write' },
  tables: { roles: READERS, scope: 'export:read' },
  archive: { roles: ['owner', 'manager', 'accountant'], scope: 'export:read' },
  team: { roles: ['owner'] },
} as const satisfies Readonly<Record<string, Right>>

export type RightName = keyof typeof RIGHTS

/** By the template of the route's path; `public` needs no session at all. */
const ROUTES: Readonly<Record<string, RightName | 'public'>> = {
  'GET /.well-known/jwks.json': 'public',
  'GET /api/health': 'public',
  'GET /api/openapi.json': 'public',
  'GET /api/local/mails': 'public',
  'POST /api/auth/register': 'public',
  'POST /api/auth/login': 'public',
  'POST /api/auth/passkey/challenge': 'public',
  'POST /api/auth/passkey/login': 'public',
  'POST /api/auth/forgot-password': 'public',
  'POST /api/auth/reset-password': 'public',
  'POST /api/auth/visit': 'public',
  'POST /api/device/code': 'public',
  'POST /api/device/token': 'public',

  'POST /api/auth/change-password': 'self',
  'POST /api/auth/logout': 'leaving',
  'POST /api/auth/verify-email': 'self',
  'POST /api/auth/verify-email/send': 'self',
  'POST /api/auth/confirm': 'self',
  'POST /api/auth/confirm/challenge': 'self',
  'POST /api/auth/change-email': 'self',
  'POST /api/auth/change-email/confirm': 'self',
  'GET /api/auth/second-factors': 'self',
  'POST /api/auth/totp/setup': 'self',
  'POST /api/auth/totp/enable': 'self',
  'DELETE /api/auth/totp': 'self',
  'POST /api/auth/recovery-codes': 'self',
  'GET /api/passkeys': 'self',
  'POST /api/passkeys/challenge': 'self',
  'POST /api/passkeys': 'self',
  'PATCH /api/passkeys/:id': 'self',
  'DELETE /api/passkeys/:id': 'self',
  'PATCH /api/me': 'self',
  'GET /api/sessions': 'self',
  'DELETE /api/sessions': 'self',
  'DELETE /api/sessions/:id': 'self',
  'GET /api/security-events': 'self',
  'GET /api/tokens': 'self',
  'POST /api/tokens': 'self',
  'DELETE /api/tokens': 'self',
  'DELETE /api/tokens/:id': 'self',
  'GET /api/workspaces': 'self',
  'POST /api/workspaces/offer': 'self',
  'POST /api/workspaces/join': 'self',
  'POST /api/workspaces/:id/enter': 'self',
  'GET /api/device/grant': 'self',
  'POST /api/device/approve': 'self',
  'POST /api/extension/token': 'self',

  'GET /api/team': 'team',
  'POST /api/team/invitations': 'team',
  'DELETE /api/team/invitations/:id': 'team',
  'PATCH /api/team/members/:id': 'team',
  'DELETE /api/team/members/:id': 'team',

  'GET /api/me': 'workspace',
  'GET /api/stores': 'workspace',
  'POST /api/stores': 'settings',
  'PATCH /api/stores/:id': 'settings',

  'POST /api/uploads': 'sending',
  'GET /api/uploads': 'files',
  'GET /api/uploads/:id': 'files',
  'GET /api/uploads/:id/file': 'files',
  'GET /api/uploads/:id/rejected.csv': 'files',
  'DELETE /api/uploads/:id': 'sending',

  'GET /api/coverage': 'figures',
  'GET /api/pnl': 'figures',
  'GET /api/bridge': 'figures',
  'GET /api/skus': 'figures',
  'GET /api/ads': 'figures',
  'GET /api/ads/campaigns': 'figures',
  'GET /api/ads/orders': 'figures',
  'GET /api/ads/skus': 'figures',
  'GET /api/maturity': 'figures',
  'GET /api/restatements': 'figures',
  'GET /api/payouts': 'figures',
  'GET /api/payouts/transfers': 'figures',
  'POST /api/payouts/match-bank': 'figures',
  'GET /api/forecast': 'figures',
  'GET /api/settlements': 'figures',
  'GET /api/orders': 'figures',
  'GET /api/orders/:subOrderNo': 'figures',
  'GET /api/reconciliation': 'figures',
  'GET /api/discrepancies': 'figures',
  'GET /api/discrepancies/:id/ticket': 'figures',
  'PATCH /api/discrepancies': 'decisions',
  'PATCH /api/discrepancies/:id': 'decisions',
  'GET /api/provenance': 'figures',
  'GET /api/provenance/count': 'figures',
  'GET /api/provenance.csv': 'figures',
  'GET /api/reports/:report/rows/:row': 'figures',
  'GET /api/returns/summary': 'figures',
  'GET /api/claims/summary': 'figures',
  'GET /api/tax/tcs': 'figures',
  'GET /api/tax/tds': 'figures',
  'GET /api/gst/summary': 'figures',
  'GET /api/gst/lines': 'figures',
  'GET /api/gst/gstr1': 'figures',
  'GET /api/gst/gstr1.csv': 'figures',
  'GET /api/gst/gstr3b': 'figures',
  'GET /api/gst/gstr3b.csv': 'figures',

  'GET /api/returns': 'parcels',
  'GET /api/claims': 'parcels',
  'GET /api/claims/claimable': 'parcels',

  'GET /api/costs': 'figures',
  'GET /api/costs/missing': 'figures',
  'POST /api/costs/import': 'costs',
  'PUT /api/costs/:sku': 'costs',
  'GET /api/overheads': 'figures',
  'POST /api/overheads': 'costs',
  'DELETE /api/overheads/:id': 'costs',

  'GET /api/export/orders.csv': 'tables',
  'GET /api/export/ads.csv': 'tables',
  'GET /api/export/settlements.csv': 'tables',
  'GET /api/export/returns.csv': 'tables',
  'GET /api/export/claims.csv': 'tables',
  'GET /api/export/costs.csv': 'tables',
  'GET /api/export/discrepancies.csv': 'tables',
  'GET /api/export/payouts.csv': 'tables',
  'GET /api/export/pnl.csv': 'tables',
  'GET /api/export/archive': 'archive',
  'POST /api/export/archive': 'archive',
  'POST /api/export/archive/check': 'archive',
  'GET /api/export/decisions.json': 'archive',
  'POST /api/import/decisions': 'settings',
}

/** `public`, the name of a right, or nothing for a route that nobody has judged: it is closed to all. */
export function rightOf(method: string, path: string): RightName | 'public' | undefined {
  const key = `${method === 'HEAD' ? 'GET' : method} ${path}`
  return Object.hasOwn(ROUTES, key) ? ROUTES[key] : undefined
}

/** Every route that the table judges, as `GET /api/stores`. */
export function routesOfAccess(): string[] {
  return Object.keys(ROUTES)
}

export function isPublic(method: string, path: string): boolean {
  return rightOf(method, path) === 'public'
}

/** Whether somebody may: by role, and with a token by what the token is for as well. */
export function isAllowed(
  name: RightName,
  { role, scopes }: { readonly role: Role; readonly scopes: readonly Scope[] | undefined },
): boolean {
  const right: Right = RIGHTS[name]
  const isFor = scopes === undefined || (right.scope !== undefined && scopes.includes(right.scope))
  return isFor && right.roles.includes(role)
}
