import { and, desc, gt, isNull, ne, or } from 'drizzle-orm'
import type { Db } from '../../client'
import { signingKeys } from '../schema/tokens'

export type SigningKey = typeof signingKeys.$inferSelect

/** The key that signs now; nothing where there is none younger than that. */
export async function findCurrentKey(db: Db, createdAfter: number) {
  const [found] = await db
    .select()
    .from(signingKeys)
    .where(and(isNull(signingKeys.retiredAt), gt(signingKeys.createdAt, createdAfter)))
    .orderBy(desc(signingKeys.createdAt), desc(signingKeys.id))
    .limit(1)
  return found
}

/** Adds a key and retires those before it, as one: there is always one that signs. */
export async function replaceSigningKey(db: Db, key: SigningKey): Promise<void> {
  await db.batch([
    db.insert(signingKeys).values(key),
    db
      .update(signingKeys)
      .set({ retiredAt: key.createdAt })
      .where(and(isNull(signingKeys.retiredAt), ne(signingKeys.id, key.id))),
  ])
}

// Two overlap at a change; more stand here only when several were made at once.
const MAX_KEYS = 20

/** Keys whose tokens may still be good: those that sign, and those retired after the given instant. */
export function listVerifyingKeys(db: Db, retiredAfter: number) {
  return db
    .select({ id: signingKeys.id, publicKey: signingKeys.publicKey })
    .from(signingKeys)
    .where(or(isNull(signingKeys.retiredAt), gt(signingKeys.retiredAt, retiredAfter)))
    .orderBy(desc(signingKeys.createdAt))
    .limit(MAX_KEYS)
}
