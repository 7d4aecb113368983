import type { InvitationId, PersonId, WorkspaceId } from '#core/ids'
import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { type Db, runBatch } from '../../client'
import { invitations, workspaces } from '../schema/workspaces'
import { addToOutbox } from './outbox'

export type Invitation = typeof invitations.$inferSelect

/** With the job that mails it, where it has an address. False when the workspace has as many as it may. */
export async function addInvitation(
  db: Db,
  invitation: Invitation,
  { maxOpen, jobs }: { readonly maxOpen: number; readonly jobs: readonly string[] },
): Promise<boolean> {
  const { id, workspaceId, role, email, digest, memberUntil, createdAt, expiresAt } = invitation
  const isAdded = sql`EXISTS (SELECT 1 FROM invitation WHERE id = ${id})`
  const [added] = await runBatch(db, [
    sql`INSERT INTO invitation
        (id, workspace_id, role, email, digest, member_until, created_at, expires_at)
      SELECT ${id}, ${workspaceId}, ${role}, ${email}, ${digest}, ${memberUntil}, ${createdAt}, ${expiresAt}
      WHERE (SELECT count(*) FROM invitation
        WHERE workspace_id = ${workspaceId} AND expires_at > ${createdAt}) < ${maxOpen}`,
    ...jobs.map((job) => addToOutbox(job, new Date(createdAt), isAdded)),
  ])
  return added === 1
}

export async function findInvitation(db: Db, id: InvitationId) {
  const [found] = await db
    .select({ invitation: invitations, workspace: workspaces })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .where(eq(invitations.id, id))
    .limit(1)
  return found
}

/** A new secret ends the one that an earlier mail carried. */
export async function setInvitationDigest(db: Db, id: InvitationId, digest: string): Promise<void> {
  await db.update(invitations).set({ digest }).where(eq(invitations.id, id))
}

/** Nothing for a secret that opens no invitation now. */
export async function findOpenInvitation(db: Db, digest: string, now: number) {
  const [found] = await db
    .select({ invitation: invitations, workspace: workspaces })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .where(and(eq(invitations.digest, digest), gt(invitations.expiresAt, now)))
    .limit(1)
  return found
}

export function listInvitations(db: Db, workspaceId: WorkspaceId, now: number, limit: number) {
  return db
    .select()
    .from(invitations)
    .where(and(eq(invitations.workspaceId, workspaceId), gt(invitations.expiresAt, now)))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(limit)
}

/** False where this workspace has no such invitation. */
export async function removeInvitation(
  db: Db,
  workspaceId: WorkspaceId,
  id: InvitationId,
): Promise<boolean> {
  const removed = await db
    .delete(invitations)
    .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, id)))
    .returning({ id: invitations.id })
  return removed.length > 0
}

/**
 * Gives the person the place and ends the invitation, as one: of two who open one link at once, one gets in.
 * A place that had ended begins anew; one that stands is not changed. False where there was nothing to take.
 */
export async function takeInvitation(
  db: Db,
  digest: string,
  personId: PersonId,
  now: number,
): Promise<boolean> {
  const isOpen = sql`digest = ${digest} AND expires_at > ${now}`
  const [taken] = await runBatch(db, [
    sql`INSERT INTO member (workspace_id, person_id, role, created_at, until)
      SELECT workspace_id, ${personId}, role, ${now}, member_until FROM invitation WHERE ${isOpen}
      ON CONFLICT (workspace_id, person_id) DO UPDATE SET role = excluded.role,
        created_at = excluded.created_at, until = excluded.until
      WHERE member.until <= ${now}`,
    sql`DELETE FROM invitation WHERE ${isOpen} AND changes() > 0`,
  ])
  return taken === 1
}
