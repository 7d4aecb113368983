import type { WorkspaceId } from '#core/ids'
import { and, asc, eq, gte, inArray, isNull, lt, or } from 'drizzle-orm'
import type { Db } from '../../client'
import { emailChanges } from '../schema/email-changes'
import { mailedSecrets } from '../schema/mailed-secrets'
import { idempotentAnswers, sessions, throttles } from '../schema/people'
import { passkeyChallenges } from '../schema/second-factors'
import { securityEvents } from '../schema/security-events'
import { deviceGrants, personalTokens, signingKeys } from '../schema/tokens'
import { uploads } from '../schema/uploads'
import { invitations } from '../schema/workspaces'

// Cron serves every tenant, so these are the queries that take no workspace; none of them answers a tenant's data to another.

/** Undone uploads whose bytes are due to go, the longest undone first. */
export function listUploadsToPurge(db: Db, removedBefore: Date, limit: number) {
  return db
    .select({ workspaceId: uploads.workspaceId, sha256: uploads.sha256 })
    .from(uploads)
    .where(and(lt(uploads.removedAt, removedBefore.getTime()), isNull(uploads.purgedAt)))
    .orderBy(asc(uploads.removedAt))
    .limit(limit)
}

/** True where a live upload, or one undone more lately, still has a claim on the same bytes. */
export async function areBytesHeld(
  db: Db,
  workspaceId: WorkspaceId,
  sha256: string,
  removedBefore: Date,
): Promise<boolean> {
  const [holder] = await db
    .select({ id: uploads.id })
    .from(uploads)
    .where(
      and(
        eq(uploads.workspaceId, workspaceId),
        eq(uploads.sha256, sha256),
        or(isNull(uploads.removedAt), gte(uploads.removedAt, removedBefore.getTime())),
      ),
    )
    .limit(1)
  return holder !== undefined
}

export async function markPurged(
  db: Db,
  workspaceId: WorkspaceId,
  sha256: string,
  removedBefore: Date,
  now: Date,
): Promise<void> {
  await db
    .update(uploads)
    .set({ purgedAt: now.getTime() })
    .where(
      and(
        eq(uploads.workspaceId, workspaceId),
        eq(uploads.sha256, sha256),
        lt(uploads.removedAt, removedBefore.getTime()),
        isNull(uploads.purgedAt),
      ),
    )
}

/** Tokens and devices' questions that are over, and keys whose last tokens are. */
export async function purgeTokens(db: Db, now: Date, retiredBefore: Date, limit: number) {
  const over = (table: typeof personalTokens | typeof deviceGrants) =>
    lt(table.expiresAt, now.getTime())
  const tokens = db.select({ id: personalTokens.id }).from(personalTokens)
  const grants = db.select({ digest: deviceGrants.digest }).from(deviceGrants)
  const due = [
    inArray(personalTokens.id, tokens.where(over(personalTokens)).limit(limit)),
    inArray(deviceGrants.digest, grants.where(over(deviceGrants)).limit(limit)),
  ] as const
  const ended = await db.delete(personalTokens).where(due[0])
  const asked = await db.delete(deviceGrants).where(due[1])
  await db.delete(signingKeys).where(lt(signingKeys.retiredAt, retiredBefore.getTime()))
  return Math.max(ended.meta.changes, asked.meta.changes)
}

export async function purgeSessions(db: Db, expiredBefore: Date, limit: number): Promise<number> {
  const due = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(lt(sessions.expiresAt, expiredBefore.getTime()))
    .limit(limit)
  return (await db.delete(sessions).where(inArray(sessions.id, due))).meta.changes
}

export async function purgeAnswers(db: Db, createdBefore: Date, limit: number): Promise<number> {
  const due = db
    .select({ id: idempotentAnswers.id })
    .from(idempotentAnswers)
    .where(lt(idempotentAnswers.createdAt, createdBefore.getTime()))
    .limit(limit)
  return (await db.delete(idempotentAnswers).where(inArray(idempotentAnswers.id, due))).meta.changes
}

/** Buckets that have had the time to fill up say the same as no bucket. */
export async function purgeThrottles(db: Db, refilledBefore: Date, limit: number): Promise<number> {
  const due = db
    .select({ key: throttles.key })
    .from(throttles)
    .where(lt(throttles.refilledAt, refilledBefore.getTime()))
    .limit(limit)
  return (await db.delete(throttles).where(inArray(throttles.key, due))).meta.changes
}

export async function purgeMailedSecrets(
  db: Db,
  expiredBefore: Date,
  limit: number,
): Promise<number> {
  const due = db
    .select({ digest: mailedSecrets.digest })
    .from(mailedSecrets)
    .where(lt(mailedSecrets.expiresAt, expiredBefore.getTime()))
    .limit(limit)
  return (await db.delete(mailedSecrets).where(inArray(mailedSecrets.digest, due))).meta.changes
}

export async function purgePasskeyChallenges(
  db: Db,
  expiredBefore: Date,
  limit: number,
): Promise<number> {
  const due = db
    .select({ digest: passkeyChallenges.digest })
    .from(passkeyChallenges)
    .where(lt(passkeyChallenges.expiresAt, expiredBefore.getTime()))
    .limit(limit)
  const purged = await db.delete(passkeyChallenges).where(inArray(passkeyChallenges.digest, due))
  return purged.meta.changes
}

export async function purgeEmailChanges(db: Db, askedBefore: Date, limit: number): Promise<number> {
  const due = db
    .select({ id: emailChanges.id })
    .from(emailChanges)
    .where(lt(emailChanges.askedAt, askedBefore.getTime()))
    .limit(limit)
  return (await db.delete(emailChanges).where(inArray(emailChanges.id, due))).meta.changes
}

/** They open nothing any more, and hold an address. */
export async function purgeInvitations(
  db: Db,
  expiredBefore: Date,
  limit: number,
): Promise<number> {
  const due = db
    .select({ id: invitations.id })
    .from(invitations)
    .where(lt(invitations.expiresAt, expiredBefore.getTime()))
    .limit(limit)
  return (await db.delete(invitations).where(inArray(invitations.id, due))).meta.changes
}

export async function purgeSecurityEvents(db: Db, before: Date, limit: number): Promise<number> {
  const due = db
    .select({ id: securityEvents.id })
    .from(securityEvents)
    .where(lt(securityEvents.at, before.getTime()))
    .limit(limit)
  return (await db.delete(securityEvents).where(inArray(securityEvents.id, due))).meta.changes
}
