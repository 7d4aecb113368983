import type { StoreId } from '#core/ids'
import { learn, type LearnedNorm, type Measured } from '#core/reconciliation/measurements'
import { leastMovedCharge } from '#core/reconciliation/rules/shipping-jump'
import { type Db, runBatch } from '#db/client'
import {
  listNormCounts,
  listStaleNorms,
  type NormKey,
  type NormMoves,
  publishNorms,
} from '#db/ledger/queries/norms'
import type { Reconciliation } from '#db/ledger/queries/standings'

const NORMS_AT_A_TIME = 200

/**
 * Learns anew what is usual, where counts have changed, and adds to the work what is judged by it. False
 * when nothing was left to learn.
 */
export async function learnNorms(
  ledger: Db,
  { storeId, version }: Pick<Reconciliation, 'storeId' | 'version'>,
): Promise<boolean> {
  const before = await listStaleNorms(ledger, storeId, NORMS_AT_A_TIME)
  if (before.length === 0) return false
  const after = await learnAll(ledger, storeId, before)
  await runBatch(ledger, publishNorms(storeId, version, after, movesOf(before, after)))
  return true
}

async function learnAll(
  ledger: Db,
  storeId: StoreId,
  stale: readonly LearnedNorm[],
): Promise<LearnedNorm[]> {
  const keys = stale.map(({ norm, scope, sku }): NormKey => [norm, scope, sku])
  const counts = Map.groupBy(await listNormCounts(ledger, storeId, keys), keyOf)
  return stale.map((each) => ({ ...each, ...learn(each.norm, counts.get(keyOf(each)) ?? []) }))
}

function keyOf({ norm, scope, sku }: Pick<LearnedNorm, 'norm' | 'scope' | 'sku'>): string {
  return JSON.stringify([norm, scope, sku])
}

/** Both lists are of the same norms, in the same order. */
function movesOf(before: readonly LearnedNorm[], after: readonly LearnedNorm[]): NormMoves {
  const charges: [string, number][] = []
  const [skus, ofStore] = [new Set<string>(), new Set<Measured>()]
  let due: NormMoves['due']
  for (const [index, now] of after.entries()) {
    const old = before[index]
    if (old === undefined) continue
    if (now.norm === 'firstPaymentLag') {
      if (old.value !== now.value) due = [old.value, now.value]
    } else if (now.norm === 'shippingPerUnit') {
      const least = leastMovedCharge(old, now)
      if (least !== undefined) charges.push([now.sku, least])
    } else if (isMoved(old, now)) {
      if (now.scope === 'store') ofStore.add(now.norm)
      else skus.add(now.sku)
    }
  }
  return { charges, skus: [...skus], ofStore: [...ofStore], due }
}

/** How many rows a median rests on moves no expected amount, as long as there is one. */
function isMoved(old: LearnedNorm, now: LearnedNorm): boolean {
  return old.rows > 0 === now.rows > 0 ? now.rows > 0 && old.value !== now.value : true
}
