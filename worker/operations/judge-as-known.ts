import type { StoreId } from '#core/ids'
import type { DiscrepancyId } from '#db/ledger/queries/discrepancies'
import {
  type JudgedThen,
  MAX_JUDGED,
  moveAsKnown,
  type MovedThen,
  type PastDay,
  reconcileAsKnown,
  reconcileOneAsKnown,
} from '#engine/reconcile-as-known'
import type { Caller } from '../env'
import { AppError } from '../problem'

/** The verdicts on what was known of the stores, or 422 where one answer cannot judge them all. */
export async function judgeAsKnown(
  { ledger }: Caller,
  storeIds: readonly StoreId[],
  past: PastDay,
): Promise<JudgedThen[]> {
  return judgedOr422(await reconcileAsKnown(ledger, storeIds, past))
}

/** The verdict on one sub-order, none where nothing was known of it, or 422 likewise. */
export async function judgeOneAsKnown(
  { ledger }: Caller,
  { storeId, subOrderNo }: Pick<DiscrepancyId, 'storeId' | 'subOrderNo'>,
  past: PastDay,
): Promise<JudgedThen[]> {
  return judgedOr422(await reconcileOneAsKnown(ledger, storeId, subOrderNo, past))
}

/** The movements of units by what was known of the stores, or 422 likewise. */
export async function movedAsKnown(
  { ledger }: Caller,
  storeIds: readonly StoreId[],
  knownAt: number,
): Promise<MovedThen[]> {
  return judgedOr422(await moveAsKnown(ledger, storeIds, knownAt))
}

/** What one answer could judge, or 422 where that is nothing. */
export function judgedOr422<Judged>(judged: Judged | undefined): Judged {
  if (judged !== undefined) return judged
  const most = MAX_JUDGED.toLocaleString('en-IN')
  const sentence = `An earlier knowledge is judged anew for each answer, and more than ${most} sub-orders are too many for one. Ask without knownOn, or for one store.`
  throw new AppError(422, 'too-large-to-judge', sentence)
}
