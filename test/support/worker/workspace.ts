import { type PersonId, personId, type WorkspaceId, workspaceId } from '#core/ids'
import { openDb } from '#db/client'
import { people } from '#db/control/schema/people'
import { asSealed } from '#db/control/schema/sealed'
import { members } from '#db/control/schema/workspaces'
import { addPersonWithWorkspace } from '#db/control/queries/workspaces'
import type { Role } from '#worker/auth/access'
import { readSession, startSession } from '#worker/auth/sessions'
import type { SignedIn } from '#worker/env'
import { ledgerNameFor, openLedger } from '#worker/open-ledger'
import { randomId } from '#worker/random'
import { fileStoreOf } from '#worker/sealed/file-store'
import { env, exports } from 'cloudflare:workers'
import { expect } from 'vitest'
import { checkAgainstDescription } from './described'

export const ORIGIN = 'https://app.example.test'

export type TestWorkspace = {
  readonly workspaceId: WorkspaceId
  readonly personId: PersonId
  readonly email: string
  /** The name of its shard: `00` or `01`. */
  readonly ledger: string
  /** The value of the Cookie header. */
  readonly cookie: string
  /** A request as its dashboard would send it; a `json` body gets its content type. */
  request(path: string, init?: TestRequest): Promise<Response>
  /** What an operation takes first, at an instant of the test's choice. */
  caller(now?: Date): Promise<SignedIn>
  /** Somebody else of this workspace, signed in. */
  member(role: Role): Promise<TestWorkspace>
}

export type TestRequest = RequestInit & { json?: unknown }

/** A new person with a new workspace and a live session, put straight into the database. */
export async function newWorkspace(now = new Date()): Promise<TestWorkspace> {
  const workspace = workspaceId(randomId())
  const ledger = ledgerNameFor(workspace)
  const createdAt = now.getTime()
  const owner = personOf(now)
  const row = { id: workspace, name: asSealed('Asha Textiles'), ledger, createdAt }
  await addPersonWithWorkspace(openDb(env.DB), row, owner)
  return signedIn({ workspaceId: workspace, ledger, personId: personId(owner.id) }, now)
}

function personOf(now: Date) {
  const id = personId(randomId())
  const email = `${id}@example.test`
  return {
    id,
    // As rows of before sealing are: in clear, and read all the same.
    name: asSealed('Asha'),
    email: asSealed(email),
    emailKey: email,
    emailVerifiedAt: null,
    // No password opens this account; tests of signing in register one.
    passwordHash: 'none',
    adultConfirmedAt: now.getTime(),
    createdAt: now.getTime(),
  }
}

type Place = Pick<TestWorkspace, 'workspaceId' | 'ledger' | 'personId'>

async function signedIn(place: Place, now: Date): Promise<TestWorkspace> {
  const db = openDb(env.DB)
  const secret = await startSession(db, place.workspaceId, place.personId, now)
  const cookie = `__Host-session=${secret}`
  return {
    ...place,
    email: `${place.personId}@example.test`,
    cookie,
    request: (path, init = {}) => request(path, init, { cookie }),
    member: async (role) => {
      const person = personOf(now)
      const { workspaceId } = place
      await db.insert(people).values(person)
      const createdAt = now.getTime()
      await db.insert(members).values({ workspaceId, personId: person.id, role, createdAt })
      return signedIn({ ...place, personId: person.id }, now)
    },
    caller: async (at = now) => {
      const session = await readSession(db, secret, at)
      if (session === undefined) throw new Error('The session of this workspace has ended.')
      return {
        db,
        ledger: openLedger(env, place.ledger),
        files: fileStoreOf(env, place.workspaceId),
        workspaceId: place.workspaceId,
        personId: place.personId,
        sessionId: session.sessionId,
        role: session.role,
        via: 'dashboard' as const,
        now: at,
      }
    },
  }
}

/** A request of our own page, of somebody without a session. Good answers must be as described. */
export async function request(
  path: string,
  { json, ...init }: TestRequest = {},
  extra: Record<string, string> = {},
): Promise<Response> {
  const headers = new Headers({
    'sec-fetch-site': 'same-origin',
    // Each request from its own address, unless the test says otherwise: throttles are another test's matter.
    'cf-connecting-ip': newAddress(),
    ...(json !== undefined && { 'content-type': 'application/json' }),
    ...extra,
  })
  for (const [name, value] of new Headers(init.headers)) headers.set(name, value)
  const body = json === undefined ? init.body : JSON.stringify(json)
  const response = await exports.default.fetch(
    new Request(`${ORIGIN}${path}`, { ...init, headers, ...(body !== undefined && { body }) }),
  )
  await checkAgainstDescription(init.method ?? 'GET', path, response)
  return response
}

/** What a workspace is answered to a question that must succeed. */
export async function get<Answer>({ request }: TestWorkspace, path: string): Promise<Answer> {
  const response = await request(path)
  expect(response.status, path).toBe(200)
  return response.json<Answer>()
}

/** An address of nobody, from the range kept for private networks. */
export function newAddress(): string {
  const [a = 0, b = 0, c = 0] = crypto.getRandomValues(new Uint8Array(3))
  return `10.${a}.${b}.${c}`
}
