import type { EmailChangeId, PersonId } from '#core/ids'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Db } from '../../client'
import { emailChanges } from '../schema/email-changes'
import { mailedSecrets } from '../schema/mailed-secrets'
import { people } from '../schema/people'
import type { Sealed } from '../schema/sealed'
import { insertJob } from './outbox'
import type { Renewal } from './second-factors'
import { renewed } from './second-factors'

export type EmailChange = typeof emailChanges.$inferSelect

/** The last wish counts: one asked before is gone, and its code with it. */
export async function askEmailChange(
  db: Db,
  change: EmailChange,
  jobs: readonly string[],
): Promise<void> {
  await db.batch([
    db
      .delete(emailChanges)
      .where(and(eq(emailChanges.personId, change.personId), isNull(emailChanges.doneAt))),
    db
      .delete(mailedSecrets)
      .where(
        and(eq(mailedSecrets.personId, change.personId), eq(mailedSecrets.purpose, 'change-email')),
      ),
    db.insert(emailChanges).values(change),
    ...jobs.map((job) => insertJob(db, job, change.askedAt)),
  ])
}

/** For a job, which knows nothing but the id. */
export async function findEmailChange(db: Db, id: EmailChangeId): Promise<EmailChange | undefined> {
  const [found] = await db.select().from(emailChanges).where(eq(emailChanges.id, id)).limit(1)
  return found
}

/** What a person has asked for and not yet confirmed. */
export async function findOpenEmailChange(
  db: Db,
  personId: PersonId,
  askedAfter: Date,
): Promise<EmailChange | undefined> {
  const [found] = await db
    .select()
    .from(emailChanges)
    .where(
      and(
        eq(emailChanges.personId, personId),
        isNull(emailChanges.doneAt),
        gt(emailChanges.askedAt, askedAfter.getTime()),
      ),
    )
    .limit(1)
  return found
}

/**
 * All or none: with the old address every link and code that went there ends, and every session but
 * the new one. `email` is the new address, sealed for its new place. False when it was taken meanwhile.
 */
export async function completeEmailChange(
  db: Db,
  personId: PersonId,
  { id, emailKey }: EmailChange,
  { email, now, renewal }: { email: Sealed; now: number; renewal: Renewal },
): Promise<boolean> {
  try {
    await db.batch([
      db
        .update(people)
        .set({ email, emailKey, emailVerifiedAt: now })
        .where(eq(people.id, personId)),
      db.update(emailChanges).set({ doneAt: now }).where(eq(emailChanges.id, id)),
      db.delete(mailedSecrets).where(eq(mailedSecrets.personId, personId)),
      ...renewed(db, personId, renewal),
    ])
    return true
  } catch (error) {
    // A batch cannot skip its later statements, so the taken key shows itself as an error.
    if (String(error).includes('person.email_key')) return false
    throw error
  }
}
