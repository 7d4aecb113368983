import type { PersonId } from '#core/ids'
import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { mailedSecrets } from '../schema/mailed-secrets'

type MailedSecret = typeof mailedSecrets.$inferSelect
export type MailedPurpose = MailedSecret['purpose']
export type NewMailedSecret = Pick<MailedSecret, 'digest' | 'purpose' | 'expiresAt'> & {
  readonly personId: PersonId
}

const isOf = (personId: PersonId, purpose: MailedPurpose) =>
  and(eq(mailedSecrets.personId, personId), eq(mailedSecrets.purpose, purpose))

/** A new code ends the one before, and with it the guesses that were left. */
export async function replaceCode(db: Db, secret: NewMailedSecret): Promise<void> {
  await db.batch([
    db.delete(mailedSecrets).where(isOf(secret.personId, secret.purpose)),
    db.insert(mailedSecrets).values(secret),
  ])
}

/** The digest to compare with, one guess the poorer; nothing when no code is left. One statement, so that guesses at once count each. */
export async function takeGuess(
  db: Db,
  personId: PersonId,
  purpose: MailedPurpose,
  { now, maxGuesses }: { readonly now: Date; readonly maxGuesses: number },
): Promise<string | undefined> {
  const [guessed] = await db
    .update(mailedSecrets)
    .set({ guesses: sql`${mailedSecrets.guesses} + 1` })
    .where(
      and(
        isOf(personId, purpose),
        gt(mailedSecrets.expiresAt, now.getTime()),
        lt(mailedSecrets.guesses, maxGuesses),
      ),
    )
    .returning({ digest: mailedSecrets.digest })
  return guessed?.digest
}

export async function addMailedSecret(db: Db, secret: NewMailedSecret): Promise<void> {
  await db.insert(mailedSecrets).values(secret)
}

const isLive = (digest: string, purpose: MailedPurpose, now: Date) =>
  and(
    eq(mailedSecrets.digest, digest),
    eq(mailedSecrets.purpose, purpose),
    gt(mailedSecrets.expiresAt, now.getTime()),
  )

/** Whose it is; it stays. */
export async function findMailedSecret(
  db: Db,
  digest: string,
  purpose: MailedPurpose,
  now: Date,
): Promise<string | undefined> {
  const [found] = await db
    .select({ personId: mailedSecrets.personId })
    .from(mailedSecrets)
    .where(isLive(digest, purpose, now))
    .limit(1)
  return found?.personId
}

/** Whose it was, once: of two who show the same secret, the slower finds nothing. */
export async function takeMailedSecret(
  db: Db,
  digest: string,
  purpose: MailedPurpose,
  now: Date,
): Promise<string | undefined> {
  const [taken] = await db
    .delete(mailedSecrets)
    .where(isLive(digest, purpose, now))
    .returning({ personId: mailedSecrets.personId })
  return taken?.personId
}
