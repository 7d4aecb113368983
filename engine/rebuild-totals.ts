import type { StoreId } from '#core/ids'
import { FINAL_RANKS } from '#core/orders/lifecycle'
import { type Db, runBatch } from '#db/client'
import {
  clearStale,
  listStaleMonths,
  rebuildOrderedMonth,
  rebuildPaidMonth,
  type StaleMonth,
} from '#db/ledger/queries/totals'
import type { OnStep } from './import-report'

const MONTHS_AT_A_TIME = 12
// Twenty years on both subjects, twice over: more rounds than this means that a mark cannot be cleared.
const MAX_ROUNDS = 80

/**
 * Brings every stale month of the store's totals up to date with its facts. Safe to run twice and side
 * by side: each month is replaced whole in one transaction, and a mark newer than it stays.
 */
export async function rebuildTotals(
  ledger: Db,
  storeId: StoreId,
  onStep: OnStep = async () => {},
): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const stale = await listStaleMonths(ledger, storeId, MONTHS_AT_A_TIME)
    if (stale.length === 0) return
    for (const mark of stale) {
      const statements = [...rebuildMonth(mark), clearStale(mark)]
      await runBatch(ledger, statements)
      await onStep(0, statements.length)
    }
  }
  throw new Error('Totals became stale faster than they could be rebuilt')
}

function rebuildMonth({ storeId, subject, month }: StaleMonth) {
  switch (subject) {
    case 'payments':
      return rebuildPaidMonth({ storeId, month })
    case 'orders':
      return rebuildOrderedMonth(storeId, month, FINAL_RANKS)
    default:
      return subject satisfies never
  }
}
