import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { idempotentAnswers } from '../schema/people'

export type IdempotentAnswer = typeof idempotentAnswers.$inferSelect

export type Claim = {
  readonly caller: string
  readonly key: string
  readonly request: string
  readonly now: number
  /** A request that began at or before this instant and has no answer has crashed. */
  readonly crashedSince: number
  /** Answers given to requests that began at or before this instant are forgotten. */
  readonly forgottenSince: number
}

/** The claim's id for the one request that may run; nothing for everyone else with the same key. */
export async function claimKey(db: Db, claim: Claim): Promise<number | undefined> {
  const [claimed] = await db.all<{ id: number }>(sql`
    INSERT INTO idempotent_answer (caller, key, request, created_at)
    VALUES (${claim.caller}, ${claim.key}, ${claim.request}, ${claim.now})
    ON CONFLICT (caller, key) DO UPDATE SET
      request = excluded.request, created_at = excluded.created_at, status = NULL, body = NULL
    WHERE created_at <= ${claim.forgottenSince}
      OR (status IS NULL AND created_at <= ${claim.crashedSince})
    RETURNING id`)
  return claimed?.id
}

export async function findAnswer(
  db: Db,
  caller: string,
  key: string,
): Promise<IdempotentAnswer | undefined> {
  const [answer] = await db
    .select()
    .from(idempotentAnswers)
    .where(and(eq(idempotentAnswers.caller, caller), eq(idempotentAnswers.key, key)))
    .limit(1)
  return answer
}

type Claimed = { readonly id: number; readonly claimedAt: number }

/** Changes nothing when the claim was meanwhile taken over as crashed. */
export async function keepAnswer(
  db: Db,
  { id, claimedAt }: Claimed,
  answer: { readonly status: number; readonly body: string },
): Promise<void> {
  await db.update(idempotentAnswers).set(answer).where(sameClaim(id, claimedAt))
}

export async function freeKey(db: Db, { id, claimedAt }: Claimed): Promise<void> {
  await db.delete(idempotentAnswers).where(sameClaim(id, claimedAt))
}

function sameClaim(id: number, claimedAt: number) {
  return and(eq(idempotentAnswers.id, id), eq(idempotentAnswers.createdAt, claimedAt))
}
