import { addPersonalToken } from '#db/control/queries/personal-tokens'
import { openDb } from '#db/client'
import { newWorkspace, request, type TestWorkspace } from '#test/support/worker/workspace'
import { app } from '#worker/app'
import { ALL_ROLES, rightOf, routesOfAccess } from '#worker/auth/access'
import { newPersonalToken } from '#worker/auth/personal-token'
import { SCOPES, type Scope } from '#worker/auth/scopes'
import { digestOf } from '#worker/auth/sessions'
import { listOperations } from '#worker/openapi'
import { randomId } from '#worker/random'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

const routes = listOperations(app.routes).map(({ method, path }) => `${method} ${path}`)
const isPublicRoute = (route: string) => {
  const [method = '', path = ''] = route.split(' ')
  return rightOf(method, path) === 'public'
}
const closed = routes.filter((route) => !isPublicRoute(route))

// Written out once more, on purpose: who may do what changes only when two files say so.
const OWN_ACCOUNT =
  /^(POST \/api\/auth\/|GET \/api\/auth\/|DELETE \/api\/auth\/|\w+ \/api\/(passkeys|sessions|security-events|tokens|device|extension|workspaces)(\/|$)|PATCH \/api\/me$)/
const PACKER_SEES = new Set([
  'GET /api/me',
  'GET /api/stores',
  'GET /api/returns',
  'GET /api/claims',
  'GET /api/claims/claimable',
])
const ONLY_READS_WITH_POST = new Set([
  'POST /api/payouts/match-bank',
  'POST /api/export/archive',
  'POST /api/export/archive/check',
])
const ARCHIVE = / \/api\/export\/(archive|decisions)/
const OWNER_ONLY = /^\w+ \/api\/team(\/|$)/

const reads = (route: string) => route.startsWith('GET ') || ONLY_READS_WITH_POST.has(route)
const MAY: Readonly<Record<(typeof ALL_ROLES)[number], (route: string) => boolean>> = {
  owner: () => true,
  manager: (route) => !OWNER_ONLY.test(route),
  accountant: (route) => OWN_ACCOUNT.test(route) || (reads(route) && !OWNER_ONLY.test(route)),
  packer: (route) => OWN_ACCOUNT.test(route) || PACKER_SEES.has(route),
  visitor: (route) =>
    reads(route) && ![OWN_ACCOUNT, OWNER_ONLY, ARCHIVE].some((it) => it.test(route)),
}

const TOKEN_MAY: Readonly<Record<Scope, (route: string) => boolean>> = {
  'uploads:write': (route) => route.includes(' /api/uploads'),
  'costs:write': (route) => !route.startsWith('GET ') && /\/api\/(costs|overheads)/.test(route),
  'export:read': (route) => route.includes(' /api/export/'),
  'reports:read': (route) =>
    (route.startsWith('GET ') || route === 'POST /api/payouts/match-bank') &&
    !OWN_ACCOUNT.test(route) &&
    !/\/api\/(uploads|export|archives|team)/.test(route),
  'kpis:write': () => false,
}

const concrete = (path: string) => path.replaceAll(/:\w+(\{[^}]*\})?/g, randomId())

/** Whether the caller was turned away for what they are, before any handler looked at what they ask. */
async function isTurnedAway(send: TestWorkspace['request'], route: string): Promise<boolean> {
  const [method = '', path = ''] = route.split(' ')
  const json = method === 'GET' || method === 'DELETE' ? undefined : {}
  const response = await send(concrete(path), { method, json })
  expect(response.status).not.toBe(401)
  expect(response.status).toBeLessThan(500)
  if (response.status !== 403) return false
  return (await response.json<{ code: string }>()).code === 'not-allowed'
}

test('every route is judged, and the table judges no route that is not there', () => {
  expect(routesOfAccess().toSorted()).toEqual(routes.toSorted())
})

// Signing out, or changing one's own rights, would end the session that the walk goes on with.
const ENDS_SESSION = new Set(['POST /api/auth/logout'])
const walked = closed.filter((route) => !ENDS_SESSION.has(route))

test.each(ALL_ROLES)(
  'a %s reaches exactly what the role is for',
  async (role) => {
    const owner = await newWorkspace()
    const somebody = role === 'owner' ? owner : await owner.member(role)
    const wrong: string[] = []
    for (const route of walked) {
      const isRefused = await isTurnedAway(somebody.request, route)
      if (isRefused === MAY[role](route)) wrong.push(`${route}: refused is ${isRefused}`)
    }
    expect(wrong).toEqual([])
  },
  120_000,
)

test.each(SCOPES)(
  'an owner’s token for %s reaches exactly that',
  async (scope) => {
    const { workspaceId, personId } = await newWorkspace()
    const token = newPersonalToken()
    const row = {
      id: randomId(),
      digest: digestOf(token),
      workspaceId,
      personId,
      name: 'walk',
      scopes: scope,
      client: 'api' as const,
      createdAt: Date.now(),
      expiresAt: Date.now() + 600_000,
      lastUsedAt: null,
    }
    expect(await addPersonalToken(openDb(env.DB), row, 1)).toBe(true)
    const headers = { authorization: `Bearer ${token}` }
    const wrong: string[] = []
    for (const route of closed) {
      const isRefused = await isTurnedAway(
        (path, init) => request(path, { ...init, headers }),
        route,
      )
      const may = TOKEN_MAY[scope](route) || (scope === 'reports:read' && route === 'GET /api/me')
      if (isRefused === may) wrong.push(`${route}: refused is ${isRefused}`)
    }
    expect(wrong).toEqual([])
  },
  120_000,
)

test('an accountant’s token writes nothing either', async () => {
  const owner = await newWorkspace()
  const accountant = await owner.member('accountant')
  const response = await accountant.request('/api/costs/S-1', { method: 'PUT', json: {} })
  expect(await response.json()).toMatchObject({ code: 'not-allowed' })
})
