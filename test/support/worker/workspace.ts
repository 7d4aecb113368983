import { type PersonId, personId, type WorkspaceId, workspaceId } from '#core/ids'
import { openDb } from '#db/client'
import { addPersonWithWorkspace } from '#db/control/queries/workspaces'
import { readSession, startSession } from '#worker/auth/sessions'
import type { SignedIn } from '#worker/env'
import { ledgerNameFor, openLedger } from '#worker/open-ledger'
import { randomId } from '#worker/random'
import { fileStoreOf } from '#worker/sealed/file-store'
import { env, exports } from 'cloudflare:workers'
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
}

export type TestRequest = RequestInit & { json?: unknown }

/** A new person with a new workspace and a live session, put straight into the database. */
export async function newWorkspace(now = new Date()): Promise<TestWorkspace> {
  const db = openDb(env.DB)
  const person = personId(randomId())
  const workspace = workspaceId(randomId())
  const ledger = ledgerNameFor(workspace)
  const email = `${person}@example.test`
  const createdAt = now.getTime()
  await addPersonWithWorkspace(
    db,
    { id: workspace, name: 'Asha Textiles', ledger, createdAt },
    {
      id: person,
      name: 'Asha',
      email,
      emailKey: email,
      emailVerifiedAt: null,
      // No password opens this account; tests of signing in register one.
      passwordHash: 'none',
      adultConfirmedAt: createdAt,
      createdAt,
    },
  )
  const secret = await startSession(db, workspace, person, now)
  const cookie = `__Host-session=${secret}`
  return {
    workspaceId: workspace,
    personId: person,
    email,
    ledger,
    cookie,
    request: (path, init = {}) => request(path, init, { cookie }),
    caller: async (at = now) => {
      const session = await readSession(db, secret, at)
      if (session === undefined) throw new Error('The session of this workspace has ended.')
      return {
        db,
        ledger: openLedger(env, ledger),
        files: fileStoreOf(env, workspace),
        workspaceId: workspace,
        personId: person,
        sessionId: session.sessionId,
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

/** An address of nobody, from the range kept for private networks. */
export function newAddress(): string {
  const [a = 0, b = 0, c = 0] = crypto.getRandomValues(new Uint8Array(3))
  return `10.${a}.${b}.${c}`
}
