import type { PersonId, SessionId, WorkspaceId } from '#core/ids'
import { and, asc, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { type Db, runBatch } from '../../client'
import { people, sessions } from '../schema/people'
import { members, workspaces } from '../schema/workspaces'

export type Member = typeof members.$inferSelect
type Place = { readonly workspaceId: WorkspaceId; readonly personId: PersonId }

/** True for a place that has not ended. */
export function isMemberOn(now: number): SQL | undefined {
  return or(isNull(members.until), gt(members.until, now))
}

/** Joins the place that a session or token acts from; none once it has ended. */
export function isLivePlaceOf(
  acting: { readonly workspaceId: SQLiteColumn; readonly personId: SQLiteColumn },
  now: number,
): SQL | undefined {
  return and(
    eq(members.workspaceId, acting.workspaceId),
    eq(members.personId, acting.personId),
    isMemberOn(now),
  )
}

const isPlace = ({ workspaceId, personId }: Place) =>
  and(eq(members.workspaceId, workspaceId), eq(members.personId, personId))

/** Everybody of a workspace, the longest there first; those whose place has ended are named too. */
export function listMembers(db: Db, workspaceId: WorkspaceId, limit: number) {
  return db
    .select({
      id: members.personId,
      role: members.role,
      createdAt: members.createdAt,
      until: members.until,
      name: people.name,
      email: people.email,
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(members.workspaceId, workspaceId))
    .orderBy(asc(members.createdAt), asc(members.personId))
    .limit(limit)
}

/** The workspaces that a person may enter now. */
export function listWorkspacesOf(db: Db, personId: PersonId, now: number, limit: number) {
  return db
    .select({ id: workspaces.id, name: workspaces.name, role: members.role, until: members.until })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(eq(members.personId, personId), isMemberOn(now)))
    .orderBy(asc(members.createdAt), asc(members.workspaceId))
    .limit(limit)
}

export async function findMember(db: Db, place: Place): Promise<Member | undefined> {
  const [found] = await db.select().from(members).where(isPlace(place)).limit(1)
  return found
}

/** A workspace keeps an owner whose place has no end: true for a change that leaves one. */
const ANOTHER_OWNER = ({ workspaceId, personId }: Place) =>
  sql`EXISTS (SELECT 1 FROM member WHERE workspace_id = ${workspaceId} AND person_id <> ${personId}
    AND role = 'owner' AND until IS NULL)`

/** False where the person is the last owner, or nobody of this workspace. */
export async function changeMember(
  db: Db,
  place: Place,
  { role, until }: Pick<Member, 'role' | 'until'>,
): Promise<boolean> {
  const staysOwner = role === 'owner' && until === null
  const changed = await runBatch(db, [
    sql`UPDATE member SET role = ${role}, until = ${until}
      WHERE workspace_id = ${place.workspaceId} AND person_id = ${place.personId}
        AND (${Number(staysOwner)} OR role <> 'owner' OR ${ANOTHER_OWNER(place)})`,
  ])
  return changed[0] === 1
}

/** False where the person is the last owner, or nobody of this workspace. */
export async function removeMember(db: Db, place: Place): Promise<boolean> {
  const removed = await runBatch(db, [
    sql`DELETE FROM member
      WHERE workspace_id = ${place.workspaceId} AND person_id = ${place.personId}
        AND (role <> 'owner' OR ${ANOTHER_OWNER(place)})`,
  ])
  return removed[0] === 1
}

/**
 * After a change of rights: what the person was signed in with here ends, and so do their tokens. Rights
 * are read at every request, so a crash before it leaves nobody with more than they have.
 */
export async function endAccess(db: Db, { workspaceId, personId }: Place): Promise<void> {
  const isTheirs = sql`workspace_id = ${workspaceId} AND person_id = ${personId}`
  await runBatch(db, [
    sql`DELETE FROM session WHERE ${isTheirs}`,
    sql`DELETE FROM personal_token WHERE ${isTheirs}`,
  ])
}

/** In one batch: the session of before ends, and the new one stands. */
export async function swapSession(
  db: Db,
  old: { readonly personId: PersonId; readonly sessionId: SessionId },
  session: typeof sessions.$inferInsert,
): Promise<void> {
  await db.batch([
    db
      .delete(sessions)
      .where(
        and(
          eq(sessions.personId, old.personId),
          sql`substr(${sessions.id}, 1, 32) = ${old.sessionId}`,
        ),
      ),
    db.insert(sessions).values(session),
  ])
}
