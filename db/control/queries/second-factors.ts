import type { PersonId } from '#core/ids'
import { and, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import type { Sealed } from '../schema/sealed'
import { authenticators, passkeys, recoveryCodes } from '../schema/second-factors'
import type { Session } from './sessions'
import { insertJob } from './outbox'
import { renewSessions } from './sessions'

export type Authenticator = typeof authenticators.$inferSelect

/** What goes with every change of a second factor: all sessions end but a new one, and a mail tells of it. */
export type Renewal = { readonly session: Session; readonly job: string }

export async function findAuthenticator(
  db: Db,
  personId: PersonId,
): Promise<Authenticator | undefined> {
  const [found] = await db
    .select()
    .from(authenticators)
    .where(eq(authenticators.personId, personId))
    .limit(1)
  return found
}

export type SecondFactors = {
  readonly authenticatorSince: number | null
  readonly passkeys: number
  readonly recoveryCodes: number
}

/** One statement: sign-in waits for it. */
export async function readSecondFactors(db: Db, personId: PersonId): Promise<SecondFactors> {
  const [row] = await db.all<SecondFactors>(sql`
    SELECT
      (SELECT enabled_at FROM ${authenticators} WHERE person_id = ${personId}) AS authenticatorSince,
      (SELECT count(*) FROM ${passkeys} WHERE person_id = ${personId}) AS passkeys,
      (SELECT count(*) FROM ${recoveryCodes} WHERE person_id = ${personId}) AS recoveryCodes`)
  return row ?? { authenticatorSince: null, passkeys: 0, recoveryCodes: 0 }
}

/** False when an authenticator is on already: it is turned off first. */
export async function offerAuthenticator(
  db: Db,
  offered: Pick<Authenticator, 'sealedSeed' | 'createdAt'> & { readonly personId: PersonId },
): Promise<boolean> {
  const { sealedSeed, createdAt } = offered
  const put = await db
    .insert(authenticators)
    .values(offered)
    .onConflictDoUpdate({
      target: authenticators.personId,
      set: { sealedSeed, createdAt, lastCounter: null },
      setWhere: isNull(authenticators.enabledAt),
    })
    .returning({ personId: authenticators.personId })
  return put.length > 0
}

/**
 * True once for each time step and only forward: of two who show one code, the slower gets false.
 * `isOn` says whether the authenticator must be on, or be on offer.
 */
export async function takeCounter(
  db: Db,
  personId: PersonId,
  { counter, sealedSeed, isOn }: { counter: number; sealedSeed: Sealed; isOn: boolean },
): Promise<boolean> {
  const { enabledAt, lastCounter } = authenticators
  const taken = await db
    .update(authenticators)
    .set({ lastCounter: counter })
    .where(
      and(
        eq(authenticators.personId, personId),
        eq(authenticators.sealedSeed, sealedSeed),
        isOn ? isNotNull(enabledAt) : isNull(enabledAt),
        or(isNull(lastCounter), lt(lastCounter, counter)),
      ),
    )
    .returning({ personId: authenticators.personId })
  return taken.length > 0
}

/** The same seed under the current key. */
export async function resealAuthenticator(
  db: Db,
  personId: PersonId,
  { from, to }: { from: Sealed; to: Sealed },
): Promise<void> {
  await db
    .update(authenticators)
    .set({ sealedSeed: to })
    .where(and(eq(authenticators.personId, personId), eq(authenticators.sealedSeed, from)))
}

/** All or none: the authenticator guards, its recovery codes are the only ones, every session is new. */
export async function enableAuthenticator(
  db: Db,
  personId: PersonId,
  { now, digests, renewal }: { now: number; digests: readonly string[]; renewal: Renewal },
): Promise<void> {
  await db.batch([
    db.update(authenticators).set({ enabledAt: now }).where(eq(authenticators.personId, personId)),
    ...replaceRecoveryCodes(db, personId, digests, now),
    ...renewed(db, personId, renewal),
  ])
}

export async function removeAuthenticator(
  db: Db,
  personId: PersonId,
  renewal: Renewal,
): Promise<void> {
  await db.batch([
    db.delete(authenticators).where(eq(authenticators.personId, personId)),
    dropIdleRecoveryCodes(db, personId),
    ...renewed(db, personId, renewal),
  ])
}

export async function renewRecoveryCodes(
  db: Db,
  personId: PersonId,
  { now, digests, renewal }: { now: number; digests: readonly string[]; renewal: Renewal },
): Promise<void> {
  await db.batch([
    ...replaceRecoveryCodes(db, personId, digests, now),
    ...renewed(db, personId, renewal),
  ])
}

/** True once. */
export async function takeRecoveryCode(
  db: Db,
  personId: PersonId,
  digest: string,
): Promise<boolean> {
  const taken = await db
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.digest, digest), eq(recoveryCodes.personId, personId)))
    .returning({ digest: recoveryCodes.digest })
  return taken.length > 0
}

/** For a batch: the codes of before are worth nothing from here on. */
export function replaceRecoveryCodes(
  db: Db,
  personId: PersonId,
  digests: readonly string[],
  createdAt: number,
) {
  return [
    db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId)),
    db.insert(recoveryCodes).values(digests.map((digest) => ({ digest, personId, createdAt }))),
  ] as const
}

/** For a batch: codes that stand in for nothing any more are no way in either. */
export function dropIdleRecoveryCodes(db: Db, personId: PersonId) {
  return db
    .delete(recoveryCodes)
    .where(
      and(
        eq(recoveryCodes.personId, personId),
        sql`NOT EXISTS (SELECT 1 FROM ${passkeys} WHERE person_id = ${personId})`,
        sql`NOT EXISTS (SELECT 1 FROM ${authenticators} WHERE person_id = ${personId} AND enabled_at IS NOT NULL)`,
      ),
    )
}

/** For a batch. */
export function renewed(db: Db, personId: PersonId, { session, job }: Renewal) {
  return [...renewSessions(db, personId, session), insertJob(db, job, session.createdAt)] as const
}
