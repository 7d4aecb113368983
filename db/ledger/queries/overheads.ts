import type { Overhead } from '#core/costs/monthly-cost'
import type { StoreId } from '#core/ids'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Db } from '../../client'
import { isKnown, type KnownAt } from '../knowledge'
import { overheads } from '../schema/costs'

export type OverheadRow = typeof overheads.$inferSelect

// A shop's monthly costs fit on one page.
const MAX_OVERHEADS = 500

/** Every overhead that counts, the oldest first. */
export function listOverheads(
  ledger: Db,
  storeIds: readonly StoreId[],
  knownAt?: KnownAt,
): Promise<OverheadRow[]> {
  return ledger
    .select()
    .from(overheads)
    .where(and(inArray(overheads.storeId, [...storeIds]), isKnown('overhead', knownAt)))
    .orderBy(asc(overheads.fromMonth), asc(overheads.createdAt), asc(overheads.id))
    .limit(MAX_OVERHEADS)
}

export async function addOverhead(
  ledger: Db,
  storeId: StoreId,
  overhead: Overhead & { readonly id: string },
  now: Date,
): Promise<OverheadRow> {
  const { id, name, amount, fromMonth, toMonth = null } = overhead
  const row = { storeId, id, name, amount, fromMonth, toMonth, createdAt: now.getTime() }
  await ledger.insert(overheads).values(row)
  return { ...row, addedAt: row.createdAt, closedAt: 0 }
}

/** False when there is none that counts. It stays readable as what was known. */
export async function closeOverhead(
  ledger: Db,
  storeIds: readonly StoreId[],
  id: string,
  now: Date,
): Promise<boolean> {
  const closed = await ledger
    .update(overheads)
    .set({ closedAt: now.getTime() })
    .where(
      and(
        inArray(overheads.storeId, [...storeIds]),
        eq(overheads.id, id),
        eq(overheads.closedAt, 0),
      ),
    )
    .returning({ id: overheads.id })
  return closed.length > 0
}
