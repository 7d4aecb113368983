import type { PasskeyId, PersonId } from '#core/ids'
import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Db } from '../../client'
import { passkeyChallenges, passkeys } from '../schema/second-factors'
import {
  dropIdleRecoveryCodes,
  type Renewal,
  renewed,
  replaceRecoveryCodes,
} from './second-factors'

export type Passkey = typeof passkeys.$inferSelect
type Challenge = typeof passkeyChallenges.$inferSelect
export type ChallengePurpose = Challenge['purpose']

const isOf = (personId: PersonId, id: PasskeyId) =>
  and(eq(passkeys.personId, personId), eq(passkeys.id, id))

/** Few: there is a cap for each person. */
export function listPasskeys(db: Db, personId: PersonId): Promise<Passkey[]> {
  return db
    .select()
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id))
}

export async function findPasskey(db: Db, personId: PersonId, id: PasskeyId) {
  const [found] = await db.select().from(passkeys).where(isOf(personId, id)).limit(1)
  return found
}

/** Whoever it belongs to: at a sign-in the passkey says who somebody is. */
export async function findPasskeyByCredential(
  db: Db,
  credentialId: string,
): Promise<Passkey | undefined> {
  const [found] = await db
    .select()
    .from(passkeys)
    .where(eq(passkeys.credentialId, credentialId))
    .limit(1)
  return found
}

/** False when the passkey is known already. `recoveryDigests` come with a person's first second factor. */
export async function addPasskey(
  db: Db,
  personId: PersonId,
  passkey: Passkey,
  { recoveryDigests, renewal }: { recoveryDigests: readonly string[]; renewal: Renewal },
): Promise<boolean> {
  const codes =
    recoveryDigests.length === 0
      ? []
      : replaceRecoveryCodes(db, personId, recoveryDigests, passkey.createdAt)
  try {
    await db.batch([
      db.insert(passkeys).values(passkey),
      ...codes,
      ...renewed(db, personId, renewal),
    ])
    return true
  } catch (error) {
    // A batch cannot skip its later statements, so the known key shows itself as an error.
    if (String(error).includes('passkey.credential_id')) return false
    throw error
  }
}

export async function renamePasskey(db: Db, personId: PersonId, id: PasskeyId, name: string) {
  await db.update(passkeys).set({ name }).where(isOf(personId, id))
}

export async function removePasskey(
  db: Db,
  personId: PersonId,
  id: PasskeyId,
  renewal: Renewal,
): Promise<void> {
  await db.batch([
    db.delete(passkeys).where(isOf(personId, id)),
    dropIdleRecoveryCodes(db, personId),
    ...renewed(db, personId, renewal),
  ])
}

/** False when the passkey counts no further than before, which only a copy of it does; 0 counts nothing. */
export async function takeSignature(
  db: Db,
  { credentialId }: Passkey,
  signCount: number,
  now: Date,
): Promise<boolean> {
  const isForward = lt(passkeys.signCount, signCount)
  const isCounting = signCount === 0 ? eq(passkeys.signCount, 0) : isForward
  const taken = await db
    .update(passkeys)
    .set({ signCount, lastUsedAt: now.getTime() })
    .where(and(eq(passkeys.credentialId, credentialId), isCounting))
    .returning({ id: passkeys.id })
  return taken.length > 0
}

export async function addChallenge(db: Db, challenge: Challenge): Promise<void> {
  await db.insert(passkeyChallenges).values(challenge)
}

/** True once, in time, for what it was asked for and, where somebody was known, for whom. */
export async function takeChallenge(
  db: Db,
  { digest, purpose, personId }: Omit<Challenge, 'expiresAt'>,
  now: Date,
): Promise<boolean> {
  const isForThem =
    personId === null
      ? isNull(passkeyChallenges.personId)
      : eq(passkeyChallenges.personId, personId)
  const taken = await db
    .delete(passkeyChallenges)
    .where(
      and(
        eq(passkeyChallenges.digest, digest),
        eq(passkeyChallenges.purpose, purpose),
        gt(passkeyChallenges.expiresAt, now.getTime()),
        isForThem,
      ),
    )
    .returning({ digest: passkeyChallenges.digest })
  return taken.length > 0
}
