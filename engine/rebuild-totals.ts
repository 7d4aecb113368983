import type { StoreId } from '#core/ids'
import { FINAL_RANKS, SENT_BACK_RANKS } from '#core/orders/lifecycle'
import { type Db, runBatch } from '#db/client'
import { rebuildCostMonth } from '#db/ledger/queries/cost-totals'
import { rebuildGstMonth } from '#db/ledger/queries/gst-sums'
import { rebuildReturnMonth } from '#db/ledger/queries/return-totals'
import {
  clearStale,
  listStaleMonths,
  rebuildOrderedMonth,
  rebuildPaidMonth,
  type StaleMonth,
} from '#db/ledger/queries/totals'
import { listUnnamedSkus, nameSkus } from '#db/ledger/queries/unit-movements'
import type { OnStep } from './import-report'
import { MAX_COSTS } from './say-costs'

const MONTHS_AT_A_TIME = 12
const SKUS_AT_A_TIME = 2_000
// Twenty years on every subject, and more: more rounds than this means that a mark cannot be cleared.
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
    // After the marks are read: a cost said meanwhile leaves its months marked, and is named next round.
    if (stale.some(({ subject }) => subject === 'costs')) await nameCostedSkus(ledger, storeId)
    for (const mark of stale) {
      const statements = [...rebuildMonth(mark), clearStale(mark)]
      await runBatch(ledger, statements)
      await onStep(0, statements.length)
    }
  }
  throw new Error('Totals became stale faster than they could be rebuilt')
}

/** Gives every SKU of the cost list the text by which its spellings are one. */
async function nameCostedSkus(ledger: Db, storeId: StoreId): Promise<void> {
  for (let page = 0; page * SKUS_AT_A_TIME <= MAX_COSTS; page += 1) {
    const skus = await listUnnamedSkus(ledger, storeId, SKUS_AT_A_TIME)
    if (skus.length > 0) await runBatch(ledger, [nameSkus(storeId, skus)])
    if (skus.length < SKUS_AT_A_TIME) return
  }
}

function rebuildMonth({ storeId, subject, month }: StaleMonth) {
  if (subject === 'costs') return rebuildCostMonth({ storeId, month })
  // Only what no report dates is in no month, and it is no part of the other totals.
  if (month === '') return []
  switch (subject) {
    case 'payments':
      return rebuildPaidMonth({ storeId, month })
    case 'gst':
      return rebuildGstMonth(storeId, month)
    case 'orders':
      return rebuildOrderedMonth(storeId, month, FINAL_RANKS)
    case 'returns':
      return rebuildReturnMonth(storeId, month, SENT_BACK_RANKS)
    default:
      return subject satisfies never
  }
}
