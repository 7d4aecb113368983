import type { StoreId, SupplierId, WorkspaceId } from '#core/ids'
import { and, asc, count, eq, isNull, ne, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '../../client'
import { stores } from '../schema/workspaces'

export type Store = typeof stores.$inferSelect

/** What a seller may change; absent means unchanged. */
export type StoreChange = {
  readonly name?: string | undefined
  readonly gstScheme?: Store['gstScheme'] | undefined
  readonly cogsPolicy?: Store['cogsPolicy'] | undefined
  readonly supplierId?: string | undefined
}

export function listStores(db: Db, workspaceId: WorkspaceId): Promise<Store[]> {
  return db
    .select()
    .from(stores)
    .where(eq(stores.workspaceId, workspaceId))
    .orderBy(asc(stores.createdAt), asc(stores.id))
    .limit(200)
}

export async function findStore(
  db: Db,
  workspaceId: WorkspaceId,
  id: StoreId,
): Promise<Store | undefined> {
  const [store] = await db
    .select()
    .from(stores)
    .where(and(eq(stores.workspaceId, workspaceId), eq(stores.id, id)))
    .limit(1)
  return store
}

export async function findStoreOfSupplier(
  db: Db,
  workspaceId: WorkspaceId,
  supplierId: SupplierId,
): Promise<Store | undefined> {
  const [store] = await db
    .select()
    .from(stores)
    .where(
      and(
        eq(stores.workspaceId, workspaceId),
        eq(stores.marketplace, 'meesho'),
        eq(stores.supplierId, supplierId),
      ),
    )
    .limit(1)
  return store
}

export async function countStores(db: Db, workspaceId: WorkspaceId): Promise<number> {
  const [row] = await db
    .select({ stores: count() })
    .from(stores)
    .where(eq(stores.workspaceId, workspaceId))
  return row?.stores ?? 0
}

/** Nothing when the workspace already has a store with this supplier id. */
export async function addStore(db: Db, store: Store): Promise<Store | undefined> {
  const [added] = await db.insert(stores).values(store).onConflictDoNothing().returning()
  return added
}

/** Adds the store only where the workspace has none but samples: of two at once, one is added. */
export async function addFirstStore(db: Db, store: Store): Promise<void> {
  const { id, workspaceId, name, marketplace, supplierId, createdAt } = store
  await db.run(sql`INSERT INTO ${stores} (id, workspace_id, name, marketplace, supplier_id, created_at)
    SELECT ${id}, ${workspaceId}, ${name}, ${marketplace}, ${supplierId}, ${createdAt}
    WHERE NOT EXISTS (SELECT 1 FROM ${stores} WHERE workspace_id = ${workspaceId} AND is_sample = 0)`)
}

/** Gives the supplier id to the workspace's only store, samples aside; nothing where there are several, or it has one. */
export async function nameOnlyStore(
  db: Db,
  workspaceId: WorkspaceId,
  supplierId: SupplierId,
): Promise<Store | undefined> {
  const [named] = await db
    .update(stores)
    .set({ supplierId })
    .where(
      and(
        eq(stores.workspaceId, workspaceId),
        isNull(stores.supplierId),
        eq(stores.isSample, false),
        sql`1 = (SELECT count(*) FROM ${stores} AS own
          WHERE own.workspace_id = ${workspaceId} AND own.is_sample = 0)`,
      ),
    )
    .returning()
  return named
}

/**
 * Nothing when there is no such store, when it already has another supplier id, or when another
 * store of the workspace has this one. A supplier id is set once: facts are filed under it.
 */
export async function changeStore(
  db: Db,
  workspaceId: WorkspaceId,
  id: StoreId,
  change: StoreChange,
): Promise<Store | undefined> {
  const [changed] = await db
    .update(stores)
    .set({ ...change, id })
    .where(
      and(
        eq(stores.workspaceId, workspaceId),
        eq(stores.id, id),
        change.supplierId === undefined
          ? undefined
          : and(
              or(isNull(stores.supplierId), eq(stores.supplierId, change.supplierId)),
              notExists(otherStoreOf(db, workspaceId, id, change.supplierId)),
            ),
      ),
    )
    .returning()
  return changed
}

function otherStoreOf(db: Db, workspaceId: WorkspaceId, id: StoreId, supplierId: string) {
  const other = alias(stores, 'other')
  return db
    .select({ one: sql`1` })
    .from(other)
    .where(
      and(
        eq(other.workspaceId, workspaceId),
        eq(other.supplierId, supplierId),
        eq(other.marketplace, stores.marketplace),
        ne(other.id, id),
      ),
    )
}
