import { type StoreId, storeId, type SupplierId } from '#core/ids'
import {
  addFirstStore,
  addStore,
  changeStore,
  findStore,
  findStoreOfSupplier,
  listStores,
  nameOnlyStore,
  type Store,
} from '#db/control/queries/stores'
import type { Caller } from '../env'
import { AppError } from '../problem'
import { randomId } from '../random'

/** Asked by the import before it writes anything: the store that a report of this supplier belongs to. */
export type ResolveStore = (supplierId: SupplierId | undefined) => Promise<StoreId>

/** Resolves for one upload; all reports of one file belong to one store, or the file is refused. */
export function storeResolver(caller: Caller, chosen: StoreId | undefined): ResolveStore {
  let current = chosen
  return async (supplierId) => {
    current =
      current === undefined
        ? await storeOf(caller, supplierId)
        : await sameStore(caller, current, supplierId)
    return current
  }
}

async function storeOf(caller: Caller, supplierId: SupplierId | undefined): Promise<StoreId> {
  return supplierId === undefined ? onlyStore(caller) : storeOfSupplier(caller, supplierId)
}

async function sameStore(
  { db, workspaceId }: Caller,
  chosen: StoreId,
  supplierId: SupplierId | undefined,
): Promise<StoreId> {
  if (supplierId === undefined) return chosen
  // Gives a store without a supplier id the file's, and changes nothing where it is the same.
  if (await changeStore(db, workspaceId, chosen, { supplierId })) return chosen
  const store = await findStore(db, workspaceId, chosen)
  throw otherSupplier(supplierId, store?.supplierId ?? undefined)
}

async function storeOfSupplier(caller: Caller, supplierId: SupplierId): Promise<StoreId> {
  const { db, workspaceId } = caller
  const known = await findStoreOfSupplier(db, workspaceId, supplierId)
  if (known !== undefined) return storeId(known.id)
  const named = await nameOnlyStore(db, workspaceId, supplierId)
  if (named !== undefined) return storeId(named.id)
  await addStore(db, newStore(caller, `Meesho ${supplierId}`, supplierId))
  // Read back, because of two files of a new supplier at once only one adds the store.
  const added = await findStoreOfSupplier(db, workspaceId, supplierId)
  if (added === undefined) throw new Error('A store that was just added is not there')
  return storeId(added.id)
}

/** The workspace's only store, made if there is none; nothing where there are several to choose from. */
export async function findOnlyStore(caller: Caller): Promise<StoreId | undefined> {
  const { db, workspaceId } = caller
  await addFirstStore(db, newStore(caller, 'My Meesho store', null))
  const [store, another] = (await listStores(db, workspaceId)).filter(({ isSample }) => !isSample)
  return store !== undefined && another === undefined ? storeId(store.id) : undefined
}

async function onlyStore(caller: Caller): Promise<StoreId> {
  const only = await findOnlyStore(caller)
  if (only !== undefined) return only
  throw new AppError(
    422,
    'store-unknown',
    'This file does not say which supplier it is from, and you have several stores. Choose the store and send the file again.',
  )
}

function newStore({ workspaceId, now }: Caller, name: string, supplierId: string | null): Store {
  return {
    id: randomId(),
    workspaceId,
    name,
    marketplace: 'meesho',
    supplierId,
    gstScheme: 'regular',
    cogsPolicy: 'kept',
    isSample: false,
    createdAt: now.getTime(),
  }
}

function otherSupplier(inFile: SupplierId, ofStore: string | undefined): AppError {
  const belongs =
    ofStore === undefined
      ? `another of your stores has supplier ${inFile}`
      : `the store belongs to supplier ${ofStore}`
  return new AppError(
    422,
    'other-supplier',
    `This file is from supplier ${inFile}, but ${belongs}. Nothing of it was counted. Choose the right store, or none, and send the file again.`,
  )
}
