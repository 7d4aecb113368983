import type { StoreId } from '#core/ids'
import { dueRuleOf, type LagCount } from '#core/reconciliation/due-date'
import { type NormCount, normsOfLine, sellerNorms } from '#core/reconciliation/seller-norms'
import { type Db, runBatch } from '#db/client'
import {
  beginRun,
  endRun,
  findReconciliation,
  isReconciled,
  listToJudge,
  type Reconciliation,
  saveJudged,
} from '#db/ledger/queries/standings'
import {
  countLags,
  FIRST_LINE,
  linePlaceOf,
  listDeliveredLines,
} from '#db/ledger/queries/sub-order-facts'
import { judgeSubOrder, type Measure } from './judge-sub-order'
import { loadFacts, toLineFacts } from './load-facts'
import { movedSubOrders } from './unit-movements'

const SUB_ORDERS_A_PAGE = 400
const LINES_A_PAGE = 4_000
// What one page costs: the list, six kinds of facts, and the batch that saves it.
const STATEMENTS_A_PAGE = 18
// Of the thousand that one invocation may send.
const STATEMENTS = 800

/**
 * Judges every sub-order of a store, as far as the statements reach. False when more is to be done: the
 * same call again goes on behind the last page that was saved. Safe to run twice and side by side.
 */
export async function reconcileStore(
  ledger: Db,
  storeId: StoreId,
  statements = STATEMENTS,
): Promise<boolean> {
  let run = await findReconciliation(ledger, storeId)
  let left = statements
  while (run !== undefined && !isReconciled(run)) {
    // Facts that changed meanwhile start the next run; this one would judge half by the old ones.
    if (run.running !== run.wanted) {
      left -= await begin(ledger, run)
    } else {
      await judgePage(ledger, run)
      left -= STATEMENTS_A_PAGE
    }
    if (left <= 0) return false
    run = await findReconciliation(ledger, storeId)
  }
  return true
}

/** Learns what is usual of the seller, and lists the sub-orders. Answers the statements it took. */
async function begin(ledger: Db, run: Reconciliation): Promise<number> {
  const counts = new Map<string, NormCount>()
  let after = FIRST_LINE
  let pages = 0
  for (;;) {
    const lines = await listDeliveredLines(ledger, run.storeId, after, LINES_A_PAGE)
    pages += 1
    for (const line of lines) countNorms(counts, toLineFacts(line))
    const last = lines.at(-1)
    if (last === undefined || lines.length < LINES_A_PAGE) break
    after = linePlaceOf(last)
  }
  const lags = await countLags(ledger, run.storeId)
  const norms = JSON.stringify([...counts.values()])
  await runBatch(ledger, beginRun(run, norms, JSON.stringify(lags)))
  return pages + 4
}

function countNorms(counts: Map<string, NormCount>, line: Parameters<typeof normsOfLine>[0]): void {
  for (const { norm, sku, value } of normsOfLine(line)) {
    const key = `${norm}|${value}|${sku}`
    counts.set(key, { norm, sku, value, count: (counts.get(key)?.count ?? 0) + 1 })
  }
}

async function judgePage(ledger: Db, run: Reconciliation): Promise<void> {
  const listed = await listToJudge(ledger, run, SUB_ORDERS_A_PAGE)
  if (listed.length === 0) {
    await runBatch(ledger, endRun(run))
    return
  }
  const judgement = judgementOf(run)
  const facts = await loadFacts(ledger, run.storeId, listed)
  const judged = facts.map((each) => judgeSubOrder(each, judgement))
  await runBatch(
    ledger,
    saveJudged(run, {
      standings: judged.map(({ standing }) => standing),
      discrepancies: judged.flatMap(({ discrepancies }) => discrepancies),
      movements: movedSubOrders(facts, judged),
    }),
  )
}

function judgementOf({ norms, lags }: Reconciliation): Measure {
  return {
    // Safe, both, because begin() wrote them.
    norms: sellerNorms(JSON.parse(norms) as NormCount[]),
    dueRule: dueRuleOf(JSON.parse(lags) as LagCount[]),
  }
}
