import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import { RULES_EDITION } from '#core/reconciliation/discrepancy'
import { type Db, runBatch } from '#db/client'
import {
  findReconciliation,
  judgeAllAnew,
  movePresent,
  type Reconciliation,
} from '#db/ledger/queries/standings'
import { findUnjudged } from '#db/ledger/queries/unjudged'
import { judgePage } from './judge-page'
import { learnNorms } from './learn-norms'

// What one step costs at most: two reads of how far it is, nine of facts and verdicts, a batch of twenty-one.
const STATEMENTS_A_STEP = 32
// Of the thousand that one invocation may send.
const STATEMENTS = 800

/**
 * Judges every sub-order of a store whose facts have changed, or what it is judged by, as far as the
 * statements reach. False when more is to be done: the same call again goes on behind the last page that was
 * saved. Safe to run twice and side by side. `today` is the day that lists are kept ready for.
 */
export async function reconcileStore(
  ledger: Db,
  storeId: StoreId,
  today: BusinessDate,
  statements = STATEMENTS,
): Promise<boolean> {
  for (let left = statements; left > 0; left -= STATEMENTS_A_STEP) {
    if (!(await takeStep(ledger, storeId, today))) return true
  }
  return false
}

/** False when nothing is left to be done. */
async function takeStep(ledger: Db, storeId: StoreId, today: BusinessDate): Promise<boolean> {
  // The page comes first: while it is there, neither norms nor the day of the lists can move.
  const page = await findUnjudged(ledger, storeId)
  const run = await findReconciliation(ledger, storeId)
  if (run === undefined || run.rules !== RULES_EDITION) {
    await runBatch(ledger, judgeAllAnew(storeId, RULES_EDITION, today))
    return true
  }
  if (page !== undefined) {
    await judgePage(ledger, run, page)
    return true
  }
  return (await learnNorms(ledger, run)) || moveOn(ledger, run, today)
}

async function moveOn(
  ledger: Db,
  { storeId, presentOn }: Reconciliation,
  today: BusinessDate,
): Promise<boolean> {
  if (presentOn >= today) return false
  await runBatch(ledger, movePresent(storeId, presentOn, today))
  return true
}
