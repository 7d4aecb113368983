import type { StoreId } from '#core/ids'
import {
  changeStore as change,
  findStore,
  type Store,
  type StoreChange,
} from '#db/control/queries/stores'
import type { Caller } from '../env'
import { AppError, notFound } from '../problem'
import { storeExists } from './open-store'

export async function changeStore(
  { db, workspaceId }: Caller,
  id: StoreId,
  changes: StoreChange,
): Promise<Store> {
  const changed = await change(db, workspaceId, id, changes)
  if (changed) return changed

  const store = await findStore(db, workspaceId, id)
  if (store === undefined) throw notFound()
  if (store.supplierId !== null && store.supplierId !== changes.supplierId) {
    const sentence = 'This store’s reports are filed under its supplier id, so it cannot change.'
    throw new AppError(409, 'supplier-id-set', sentence)
  }
  throw storeExists()
}
