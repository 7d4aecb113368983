import {
  type PersonId,
  type SessionId,
  personId as toPersonId,
  sessionId as toSessionId,
  type WorkspaceId,
  workspaceId as toWorkspaceId,
} from '#core/ids'
import type { Db } from '#db/client'
import {
  addSession,
  extendSession,
  findLiveSession,
  type Session,
} from '#db/control/queries/sessions'
import { sha256 } from '@oslojs/crypto/sha2'
import { encodeBase32LowerCaseNoPadding, encodeHexLowerCase } from '@oslojs/encoding'
import { randomBytes } from '../random'
import type { Role } from './access'

const DAY_MS = 86_400_000
export const SESSION_IDLE_MS = 7 * DAY_MS
export const SESSION_ABSOLUTE_MS = 30 * DAY_MS
const SECRET = /^[a-z2-7]{32}$/

export type LiveSession = {
  readonly sessionId: SessionId
  readonly personId: PersonId
  readonly workspaceId: WorkspaceId
  readonly ledger: string
  readonly role: Role
}

/** Starts a session and answers its secret, which nobody can read again. */
export async function startSession(
  db: Db,
  workspaceId: WorkspaceId,
  personId: PersonId,
  now: Date,
): Promise<string> {
  const { secret, session } = newSession({ workspaceId, personId, now }, null)
  await addSession(db, session)
  return secret
}

type Owner = {
  readonly workspaceId: WorkspaceId
  readonly personId: PersonId
  readonly now: Date
}

/** A secret and the row that goes with it, for whoever writes it in a batch with a change of rights. */
export function newSession(
  { workspaceId, personId, now }: Owner,
  confirmedAt: number | null,
): { secret: string; session: Session } {
  const secret = encodeBase32LowerCaseNoPadding(randomBytes(20))
  const createdAt = now.getTime()
  const session = {
    id: digestOf(secret),
    personId,
    workspaceId,
    createdAt,
    extendedAt: createdAt,
    expiresAt: createdAt + SESSION_IDLE_MS,
    confirmedAt,
  }
  return { secret, session }
}

/** Nothing for a secret that opens no session now; a session in use is extended on the way. */
export async function readSession(
  db: Db,
  secret: string,
  now: Date,
): Promise<LiveSession | undefined> {
  if (!SECRET.test(secret)) return undefined
  const digest = digestOf(secret)
  const at = now.getTime()
  const found = await findLiveSession(db, digest, at)
  if (found === undefined) return undefined

  // At most one write per half-life, or every request of a busy dashboard would cost one.
  const notSince = at - SESSION_IDLE_MS / 2
  if (found.extendedAt <= notSince) {
    await extendSession(db, digest, {
      now: at,
      notSince,
      idleMs: SESSION_IDLE_MS,
      absoluteMs: SESSION_ABSOLUTE_MS,
    })
  }
  return {
    sessionId: toSessionId(found.handle),
    personId: toPersonId(found.personId),
    workspaceId: toWorkspaceId(found.workspaceId),
    ledger: found.ledger,
    role: found.role,
  }
}

/** What the table keeps of a session's secret. */
export function digestOf(secret: string): string {
  return encodeHexLowerCase(sha256(new TextEncoder().encode(secret)))
}
