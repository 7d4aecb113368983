import { bytesOf, UnreadableFile } from '#core/files/bytes'
import { type BankReading, matchBank } from '#engine/match-bank'
import type { Caller } from '../env'
import { AppError } from '../problem'
import { readBody } from '../read-body'
import { storesInQuestion } from './stores-in-question'

export const MAX_STATEMENT_BYTES = 5_000_000

const TOO_LARGE = 'A bank statement has at most 5 MB. Download a shorter period.'

/** Compares a statement with the payouts. It is in memory only, and in no log. */
export async function matchBankStatement(
  caller: Caller,
  body: ReadableStream<Uint8Array> | null,
  store: string | undefined,
): Promise<BankReading> {
  const storeIds = (await storesInQuestion(caller, store)).map(({ id }) => id)
  const bytes = await readBody(body, MAX_STATEMENT_BYTES, TOO_LARGE)
  try {
    return await matchBank(caller.ledger, storeIds, bytesOf(bytes))
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    throw new AppError(422, error.code, error.message, { cause: error })
  }
}
