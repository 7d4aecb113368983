import type { PersonId } from '#core/ids'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { mailedSecrets } from '../schema/mailed-secrets'
import { people, sessions } from '../schema/people'

export type Person = typeof people.$inferSelect

/** To be run in one batch with the person's workspace; fails when the e-mail key is taken. */
export function insertPerson(db: Db, person: Person) {
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

export async function renamePerson(db: Db, id: PersonId, name: string): Promise<void> {
  await db.update(people).set({ name }).where(eq(people.id, id))
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

/**
 * All or none: with the old password every session ends, and every link that could set another.
 * `verifiedAt` is kept when the address was verified before.
 */
export async function changePassword(
  db: Db,
  id: PersonId,
  { passwordHash, verifiedAt }: { readonly passwordHash: string; readonly verifiedAt?: Date },
): Promise<void> {
  const emailVerifiedAt = sql`coalesce(${people.emailVerifiedAt}, ${verifiedAt?.getTime() ?? null})`
  await db.batch([
    db.update(people).set({ passwordHash, emailVerifiedAt }).where(eq(people.id, id)),
    db.delete(sessions).where(eq(sessions.personId, id)),
    db
      .delete(mailedSecrets)
      .where(and(eq(mailedSecrets.personId, id), eq(mailedSecrets.purpose, 'reset-password'))),
  ])
}
