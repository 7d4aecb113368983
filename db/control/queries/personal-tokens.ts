import type { PersonId, TokenId, WorkspaceId } from '#core/ids'
import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { personalTokens } from '../schema/tokens'
import { members, workspaces } from '../schema/workspaces'
import { isLivePlaceOf } from './members'

export type PersonalToken = typeof personalTokens.$inferSelect
type Owner = { readonly workspaceId: WorkspaceId; readonly personId: PersonId }

const isOf = ({ workspaceId, personId }: Owner) =>
  and(eq(personalTokens.workspaceId, workspaceId), eq(personalTokens.personId, personId))

/** False when the person has as many as one may have; one statement, so that two at once stay within it. */
export async function addPersonalToken(
  db: Db,
  token: PersonalToken,
  maxTokens: number,
): Promise<boolean> {
  const { id, digest, workspaceId, personId, name, scopes, client, createdAt, expiresAt } = token
  const added = await db.all<{ id: string }>(sql`INSERT INTO personal_token
      (id, digest, workspace_id, person_id, name, scopes, client, created_at, expires_at)
    SELECT ${id}, ${digest}, ${workspaceId}, ${personId}, ${name}, ${scopes}, ${client}, ${createdAt}, ${expiresAt}
    WHERE (SELECT count(*) FROM personal_token
      WHERE workspace_id = ${workspaceId} AND person_id = ${personId} AND expires_at > ${createdAt}) < ${maxTokens}
    RETURNING id`)
  return added.length > 0
}

/** Nothing once it has expired, or once its person no longer belongs to its workspace. */
export async function findLiveToken(db: Db, digest: string, now: number) {
  const [found] = await db
    .select({ token: personalTokens, ledger: workspaces.ledger, role: members.role })
    .from(personalTokens)
    .innerJoin(members, isLivePlaceOf(personalTokens, now))
    .innerJoin(workspaces, eq(workspaces.id, personalTokens.workspaceId))
    .where(and(eq(personalTokens.digest, digest), gt(personalTokens.expiresAt, now)))
    .limit(1)
  return found
}

/** Several uses at once write once. */
export async function noteTokenUse(db: Db, id: string, now: number, notSince: number) {
  await db
    .update(personalTokens)
    .set({ lastUsedAt: now })
    .where(
      and(eq(personalTokens.id, id), sql`coalesce(${personalTokens.lastUsedAt}, 0) <= ${notSince}`),
    )
}

export function listPersonalTokens(db: Db, owner: Owner, now: number, limit: number) {
  return db
    .select()
    .from(personalTokens)
    .where(and(isOf(owner), gt(personalTokens.expiresAt, now)))
    .orderBy(desc(personalTokens.createdAt), desc(personalTokens.id))
    .limit(limit)
}

/** False when this person has no such token. */
export async function removePersonalToken(db: Db, owner: Owner, id: TokenId): Promise<boolean> {
  const removed = await db
    .delete(personalTokens)
    .where(and(isOf(owner), eq(personalTokens.id, id)))
    .returning({ id: personalTokens.id })
  return removed.length > 0
}

/** Every token of the person, in all workspaces. */
export async function removePersonalTokens(db: Db, personId: PersonId): Promise<void> {
  await db.delete(personalTokens).where(eq(personalTokens.personId, personId))
}
