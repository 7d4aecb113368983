import type { StoreId } from '#core/ids'
import type { Caller } from '../env'
import { AppError } from '../problem'
import { findOnlyStore } from './resolve-store'
import { storesInQuestion } from './stores-in-question'

/** The store that something entered by hand is for: the one asked for, or the only one. */
export async function storeToChange(caller: Caller, asked: string | undefined): Promise<StoreId> {
  if (asked === undefined) {
    const only = await findOnlyStore(caller)
    if (only !== undefined) return only
    const sentence = 'You have several stores. Say which of them this is for.'
    throw new AppError(422, 'store-unknown', sentence)
  }
  const [store] = await storesInQuestion(caller, asked)
  if (store === undefined) throw new Error('A store that was found is not there')
  return store.id
}
