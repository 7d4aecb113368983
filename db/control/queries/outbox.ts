import { asc, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { outbox } from '../schema/uploads'

/** A statement for the batch of the change that causes the job; `condition` asks whether that change took place. */
export function addToOutbox(job: string, createdAt: Date, condition: SQL = sql`1`): SQL {
  return sql`INSERT INTO ${outbox} (job, created_at)
    SELECT ${job}, ${createdAt.getTime()} WHERE ${condition}`
}

/** The same for a batch of query builders, where the change takes place in any case. */
export function insertJob(db: Db, job: string, createdAt: number) {
  return db.insert(outbox).values({ job, createdAt })
}

/** The oldest first, because the seller who waited longest is served first. */
export function listOutbox(db: Db, createdUntil: Date, limit: number) {
  return db
    .select({ id: outbox.id, job: outbox.job })
    .from(outbox)
    .where(lte(outbox.createdAt, createdUntil.getTime()))
    .orderBy(asc(outbox.id))
    .limit(limit)
}

export function listOutboxOf(db: Db, jobs: readonly string[], limit: number) {
  return db
    .select({ id: outbox.id, job: outbox.job })
    .from(outbox)
    .where(inArray(outbox.job, [...jobs]))
    .orderBy(asc(outbox.id))
    .limit(limit)
}

export async function deleteFromOutbox(db: Db, ids: readonly number[]): Promise<void> {
  await db.delete(outbox).where(inArray(outbox.id, [...ids]))
}
