import { storeId } from '#core/ids'
import { addStore, countStores, type Store } from '#db/control/queries/stores'
import type { Caller } from '../env'
import { AppError } from '../problem'
import { randomId } from '../random'

export const MAX_STORES = 50

export type NewStore = Pick<
  Store,
  'name' | 'marketplace' | 'supplierId' | 'gstScheme' | 'cogsPolicy' | 'isSample'
>

export async function openStore({ db, workspaceId, now }: Caller, store: NewStore): Promise<Store> {
  if ((await countStores(db, workspaceId)) >= MAX_STORES) {
    const sentence = `A workspace has at most ${MAX_STORES} stores.`
    throw new AppError(409, 'too-many-stores', sentence)
  }
  const id = storeId(randomId())
  const opened = await addStore(db, { ...store, id, workspaceId, createdAt: now.getTime() })
  if (opened === undefined) throw storeExists()
  return opened
}

export function storeExists(): AppError {
  return new AppError(409, 'store-exists', 'You already have a store with this supplier id.')
}
