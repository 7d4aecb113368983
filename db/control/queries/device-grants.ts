import type { PersonId, WorkspaceId } from '#core/ids'
import { and, eq, gt, lte } from 'drizzle-orm'
import type { Db } from '../../client'
import { deviceGrants } from '../schema/tokens'

export type DeviceGrant = typeof deviceGrants.$inferSelect

export async function addDeviceGrant(db: Db, grant: DeviceGrant): Promise<void> {
  await db.insert(deviceGrants).values(grant)
}

/** What a person is asked to answer; nothing once answered or expired. */
export async function findPendingGrant(db: Db, userCodeDigest: string, now: number) {
  const [found] = await db
    .select()
    .from(deviceGrants)
    .where(
      and(
        eq(deviceGrants.userCodeDigest, userCodeDigest),
        eq(deviceGrants.state, 'pending'),
        gt(deviceGrants.expiresAt, now),
      ),
    )
    .limit(1)
  return found
}

/** False when it was answered meanwhile: the first answer stands. */
export async function answerGrant(
  db: Db,
  digest: string,
  answer: {
    readonly state: 'approved' | 'denied'
    readonly personId: PersonId
    readonly workspaceId: WorkspaceId
  },
): Promise<boolean> {
  const answered = await db
    .update(deviceGrants)
    .set(answer)
    .where(and(eq(deviceGrants.digest, digest), eq(deviceGrants.state, 'pending')))
    .returning({ digest: deviceGrants.digest })
  return answered.length > 0
}

export async function findDeviceGrant(db: Db, digest: string) {
  const [found] = await db.select().from(deviceGrants).where(eq(deviceGrants.digest, digest))
  return found
}

/** False when the device asked less than `interval` ago; of two questions at once one is too soon. */
export async function noteQuestion(db: Db, digest: string, now: number, notSince: number) {
  const noted = await db
    .update(deviceGrants)
    .set({ lastAskedAt: now })
    .where(and(eq(deviceGrants.digest, digest), lte(deviceGrants.lastAskedAt, notSince)))
    .returning({ digest: deviceGrants.digest })
  return noted.length > 0
}

/** Takes an approved grant away, once: only who gets it may make a token of it. */
export async function takeApprovedGrant(db: Db, digest: string, now: number) {
  const [taken] = await db
    .delete(deviceGrants)
    .where(
      and(
        eq(deviceGrants.digest, digest),
        eq(deviceGrants.state, 'approved'),
        gt(deviceGrants.expiresAt, now),
      ),
    )
    .returning()
  return taken
}
