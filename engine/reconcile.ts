import { businessDate, type BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Judgement } from '#core/reconciliation/discrepancy'
import { dueRuleOf, type LagCount } from '#core/reconciliation/due-date'
import { orderedOnOf, skuOf, type SubOrderFacts } from '#core/reconciliation/facts'
import { reconcileSubOrder } from '#core/reconciliation/find-discrepancies'
import { nextReviewOn } from '#core/reconciliation/review-day'
import {
  expectedSettlement,
  type NormCount,
  normsOfLine,
  sellerNorms,
} from '#core/reconciliation/seller-norms'
import type { Standing } from '#core/reconciliation/standing'
import { type Db, runBatch } from '#db/client'
import {
  beginRun,
  endRun,
  findReconciliation,
  isReconciled,
  type JudgedDiscrepancy,
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
import { loadFacts, toLineFacts } from './load-facts'

const SUB_ORDERS_A_PAGE = 400
const LINES_A_PAGE = 4_000
// What one page costs: the list, six kinds of facts, and the batch that saves it.
const STATEMENTS_A_PAGE = 14
// Of the thousand that one invocation may send.
const STATEMENTS = 800

const [FIRST_DAY, NEVER] = [businessDate('1900-01-01'), businessDate('2199-12-31')]

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
  const judged = facts.map((each) => judge(each, judgement))
  await runBatch(
    ledger,
    saveJudged(run, {
      standings: judged.map(({ standing }) => standing),
      discrepancies: judged.flatMap(({ discrepancies }) => discrepancies),
    }),
  )
}

function judgementOf({ norms, lags }: Reconciliation): Omit<Judgement, 'asOf'> {
  return {
    // Safe, both, because begin() wrote them.
    norms: sellerNorms(JSON.parse(norms) as NormCount[]),
    dueRule: dueRuleOf(JSON.parse(lags) as LagCount[]),
  }
}

/** A sub-order's standing, and what is wrong with it on which days: the verdicts between two reviews. */
function judge(facts: SubOrderFacts, judgement: Omit<Judgement, 'asOf'>) {
  const discrepancies: JudgedDiscrepancy[] = []
  let open: JudgedDiscrepancy[] = []
  let asOf: BusinessDate | undefined = FIRST_DAY
  let standing: Standing | undefined
  while (asOf !== undefined) {
    const verdict = reconcileSubOrder(facts, { ...judgement, asOf })
    standing = verdict.standing
    const next = nextReviewOn(facts, { ...judgement, asOf })
    open = verdict.discrepancies.map((found): JudgedDiscrepancy => {
      const before = open.find((each) => isSame(each, found))
      return { ...found, fromOn: before?.fromOn ?? asOf ?? FIRST_DAY, untilOn: next ?? NEVER }
    })
    for (const found of open) keep(discrepancies, found)
    asOf = next
  }
  return { standing: toRow(facts, standing, judgement), discrepancies }
}

function isSame(a: JudgedDiscrepancy, b: Omit<JudgedDiscrepancy, 'fromOn' | 'untilOn'>): boolean {
  return (
    a.rule === b.rule &&
    a.about === b.about &&
    a.atStake === b.atStake &&
    a.recoveredAmount === b.recoveredAmount
  )
}

/** One row for each stretch of days with one verdict: a longer stretch takes the place of its beginning. */
function keep(all: JudgedDiscrepancy[], found: JudgedDiscrepancy): void {
  const at = all.findIndex((each) => isSame(each, found) && each.fromOn === found.fromOn)
  if (at < 0) all.push(found)
  else all[at] = found
}

function toRow(
  facts: SubOrderFacts,
  standing: Standing | undefined,
  { norms }: Omit<Judgement, 'asOf'>,
) {
  const bucket = standing?.bucket ?? 'unknown'
  const isUnpaid = bucket === 'awaiting' || bucket === 'overdue'
  return {
    subOrderNo: facts.subOrderNo,
    bucket: isUnpaid ? ('unpaid' as const) : bucket,
    orderedOn: orderedOnOf(facts) ?? ('' as const),
    sku: skuOf(facts),
    settledAmount: standing?.settledAmount ?? 0,
    promisedAmount: standing?.promisedAmount ?? null,
    expectedAmount: isUnpaid ? (expectedSettlement(facts, norms) ?? null) : null,
    dueOn: standing?.dueOn ?? ('' as const),
  }
}
