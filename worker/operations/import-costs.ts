import { bytesOf, UnreadableFile } from '#core/files/bytes'
import type { StoreId } from '#core/ids'
import { compareCosts, type CostChange, type CostList, readCostList } from '#engine/say-costs'
import type { Caller } from '../env'
import { AppError } from '../problem'
import { sayCosts } from './say-costs'
import { storeToChange } from './store-to-change'
import { storesInQuestion } from './stores-in-question'

export const MAX_COST_LIST_BYTES = 5_000_000

export type CostImport = Pick<CostList, 'rejected'> & {
  readonly storeId: StoreId | undefined
  readonly changes: readonly CostChange[]
  /** In the outbox. */
  readonly jobs: readonly string[]
}

/** What a list of costs changes; a dry run leaves it at that. */
export async function importCosts(
  caller: Caller,
  body: ReadableStream<Uint8Array> | null,
  { isDryRun, store }: { readonly isDryRun: boolean; readonly store: string | undefined },
): Promise<CostImport> {
  const list = await readList(await readBody(body))
  const storeId = isDryRun
    ? await storeForDryRun(caller, store)
    : await storeToChange(caller, store)
  const changes = await compareCosts(caller.ledger, storeId, list.costs)
  const news = changes.filter(({ change }) => change !== 'same')
  const isToSay = !isDryRun && storeId !== undefined
  const jobs = isToSay ? await sayCosts(caller, storeId, news) : []
  return { storeId, changes, jobs, rejected: list.rejected }
}

/** Nothing is made for a dry run, so a workspace without a store compares with nothing. */
async function storeForDryRun(
  caller: Caller,
  asked: string | undefined,
): Promise<StoreId | undefined> {
  const stores = await storesInQuestion(caller, asked)
  return stores.length === 0 ? undefined : storeToChange(caller, asked)
}

async function readList(bytes: Uint8Array): Promise<CostList> {
  try {
    return await readCostList(bytesOf(bytes))
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    throw new AppError(422, error.code, error.message, { cause: error })
  }
}

async function readBody(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body ?? []) {
    size += piece.byteLength
    if (size > MAX_COST_LIST_BYTES) throw tooLarge()
    pieces.push(piece)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.byteLength
  }
  return bytes
}

function tooLarge(): AppError {
  return new AppError(413, 'file-too-large', 'A list of costs has at most 5 MB. Send it in parts.')
}
