import type { PersonId } from '#core/ids'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { mailedSecrets } from '../schema/mailed-secrets'
import { people, sessions } from '../schema/people'
import { insertJob } from './outbox'

export type Person = typeof people.$inferSelect
export type NewPerson = typeof people.$inferInsert
export type Language = Person['language']

/** To be run in one batch with the person's workspace; fails when the e-mail key is taken. */
export function insertPerson(db: Db, person: NewPerson) {
  return db.insert(people).values(person)
}

/** Several keys are one address under several secrets, while those rotate. */
export async function findPersonByEmail(
  db: Db,
  emailKeys: readonly string[],
): Promise<Person | undefined> {
  const [person] = await db
    .select()
    .from(people)
    .where(inArray(people.emailKey, [...emailKeys]))
    .limit(1)
  return person
}

export async function findPerson(db: Db, id: PersonId): Promise<Person | undefined> {
  const [person] = await db.select().from(people).where(eq(people.id, id)).limit(1)
  return person
}

export async function changePerson(
  db: Db,
  id: PersonId,
  change: Partial<Pick<Person, 'name' | 'language'>>,
): Promise<void> {
  if (Object.keys(change).length === 0) return
  await db.update(people).set(change).where(eq(people.id, id))
}

/** Keeps what a password and an address are sealed with up to date; the password itself stays. */
export async function resealPerson(
  db: Db,
  id: PersonId,
  sealed: Pick<Person, 'passwordHash' | 'emailKey'>,
): Promise<void> {
  await db.update(people).set(sealed).where(eq(people.id, id))
}

/** The first time counts. */
export async function markEmailVerified(db: Db, id: PersonId, now: Date): Promise<void> {
  await db
    .update(people)
    .set({ emailVerifiedAt: now.getTime() })
    .where(and(eq(people.id, id), isNull(people.emailVerifiedAt)))
}

type PasswordChange = {
  readonly passwordHash: string
  readonly verifiedAt?: Date
  /** The mail that tells of it. */
  readonly job: string
  readonly now: Date
}

/**
 * All or none: with the old password every session ends, and every link that could set another, and every
 * code that could give the account another address.
 * `verifiedAt` is kept when the address was verified before.
 */
export async function changePassword(
  db: Db,
  id: PersonId,
  { passwordHash, verifiedAt, job, now }: PasswordChange,
): Promise<void> {
  const emailVerifiedAt = sql`coalesce(${people.emailVerifiedAt}, ${verifiedAt?.getTime() ?? null})`
  await db.batch([
    db.update(people).set({ passwordHash, emailVerifiedAt }).where(eq(people.id, id)),
    db.delete(sessions).where(eq(sessions.personId, id)),
    db
      .delete(mailedSecrets)
      .where(
        and(
          eq(mailedSecrets.personId, id),
          inArray(mailedSecrets.purpose, ['reset-password', 'change-email']),
        ),
      ),
    insertJob(db, job, now.getTime()),
  ])
}
