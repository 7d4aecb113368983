import type { PersonId, SessionId, WorkspaceId } from '#core/ids'
import { and, desc, eq, gt, lte, ne, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { sessions } from '../schema/people'
import { members, workspaces } from '../schema/workspaces'
import { isLivePlaceOf } from './members'

export type Session = typeof sessions.$inferSelect

/** What people see of a session: the digest's first half names it, and opens nothing. */
const handle = sql<SessionId>`substr(${sessions.id}, 1, 32)`

export async function addSession(db: Db, session: Session): Promise<void> {
  await db.insert(sessions).values(session)
}

/** For a batch: of all sessions of a person only the new one is left. */
export function renewSessions(db: Db, personId: PersonId, session: Session) {
  return [
    db.delete(sessions).where(eq(sessions.personId, personId)),
    db.insert(sessions).values(session),
  ] as const
}

/** When the person last showed in this session that it is them; nothing when they never did. */
export async function findConfirmedAt(
  db: Db,
  personId: PersonId,
  id: SessionId,
): Promise<number | undefined> {
  const [found] = await db
    .select({ confirmedAt: sessions.confirmedAt })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), eq(handle, id)))
    .limit(1)
  return found?.confirmedAt ?? undefined
}

export async function markConfirmed(db: Db, personId: PersonId, id: SessionId, now: number) {
  await db
    .update(sessions)
    .set({ confirmedAt: now })
    .where(and(eq(sessions.personId, personId), eq(handle, id)))
}

/** Nothing once it has expired, or once the person no longer belongs to its workspace. */
export async function findLiveSession(db: Db, digest: string, now: number) {
  const [found] = await db
    .select({
      handle,
      personId: sessions.personId,
      workspaceId: sessions.workspaceId,
      extendedAt: sessions.extendedAt,
      ledger: workspaces.ledger,
      role: members.role,
    })
    .from(sessions)
    .innerJoin(members, isLivePlaceOf(sessions, now))
    .innerJoin(workspaces, eq(workspaces.id, sessions.workspaceId))
    .where(and(eq(sessions.id, digest), gt(sessions.expiresAt, now)))
    .limit(1)
  return found
}

/** The same for a token that names its session by what people see of it. */
export async function findLiveSessionByHandle(
  db: Db,
  asked: {
    readonly personId: PersonId
    readonly workspaceId: WorkspaceId
    readonly sessionId: SessionId
  },
  now: number,
) {
  const [found] = await db
    .select({ ledger: workspaces.ledger, role: members.role })
    .from(sessions)
    .innerJoin(members, isLivePlaceOf(sessions, now))
    .innerJoin(workspaces, eq(workspaces.id, sessions.workspaceId))
    .where(
      and(
        eq(sessions.personId, asked.personId),
        eq(sessions.workspaceId, asked.workspaceId),
        eq(handle, asked.sessionId),
        gt(sessions.expiresAt, now),
      ),
    )
    .limit(1)
  return found
}

type Extension = {
  readonly now: number
  /** Only a session last extended at or before this instant is extended. */
  readonly notSince: number
  readonly idleMs: number
  readonly absoluteMs: number
}

/** Several requests at once extend a session once: the slower ones find it extended. */
export async function extendSession(
  db: Db,
  digest: string,
  { now, notSince, idleMs, absoluteMs }: Extension,
): Promise<void> {
  await db
    .update(sessions)
    .set({
      extendedAt: now,
      expiresAt: sql`min(${now + idleMs}, ${sessions.createdAt} + ${absoluteMs})`,
    })
    .where(
      and(eq(sessions.id, digest), lte(sessions.extendedAt, notSince), gt(sessions.expiresAt, now)),
    )
}

export function listLiveSessions(db: Db, personId: PersonId, now: number) {
  return db
    .select({
      id: handle,
      createdAt: sessions.createdAt,
      extendedAt: sessions.extendedAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt))
    .limit(200)
}

/** False when this person has no such session. */
export async function removeSession(db: Db, personId: PersonId, id: SessionId): Promise<boolean> {
  const removed = await db
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), eq(handle, id)))
    .returning({ id: sessions.id })
  return removed.length > 0
}

export async function removeOtherSessions(db: Db, personId: PersonId, keep: SessionId) {
  await db.delete(sessions).where(and(eq(sessions.personId, personId), ne(handle, keep)))
}

/** Whoever holds the secret may end its session, whatever else is known about them. */
export async function removeSessionByDigest(db: Db, digest: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, digest))
}
