import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import { dueRuleOf } from '#core/reconciliation/due-date'
import { skuOf, type SubOrderFacts } from '#core/reconciliation/facts'
import {
  type LearnedNorm,
  measurementsOf,
  SCOPES_OF,
  toSellerNorms,
} from '#core/reconciliation/measurements'
import { NORMS } from '#core/reconciliation/seller-norms'
import { type Db, runBatch } from '#db/client'
import { listNorms, type NormKey } from '#db/ledger/queries/norms'
import type { Listed, Reconciliation } from '#db/ledger/queries/standings'
import type { UnjudgedPage } from '#db/ledger/queries/unjudged'
import { listVerdictsOf, saveVerdicts, type StandingRow } from '#db/ledger/queries/verdicts'
import { compareVerdicts } from './compare-verdicts'
import { judgeSubOrder, type Measure, type Verdicts } from './judge-sub-order'
import { loadFacts } from './load-facts'
import { movedSubOrders } from './unit-movements'

/**
 * Judges one page of the store's work. Whatever of its facts changes meanwhile has added a later page; a
 * page that another runner has saved meanwhile changes nothing.
 */
export async function judgePage(
  ledger: Db,
  { storeId, presentOn }: Reconciliation,
  page: UnjudgedPage,
): Promise<void> {
  const ids = page.subOrders.map(([subOrderNo]) => subOrderNo)
  const before = await listVerdictsOf(ledger, storeId, ids)
  const facts = await loadFacts(ledger, storeId, listPaidDays(page, before.standings))
  const measure = await readMeasure(ledger, storeId, facts)
  const verdicts = facts.map((each) => judgeSubOrder(each, measure))
  const stand = facts.flatMap((each, at) => {
    const verdict = verdicts[at]
    return verdict && isKnownOf(each) ? [toStand(each, verdict)] : []
  })
  const changes = compareVerdicts(before, stand, presentOn)
  const movements = movedSubOrders(facts, verdicts)
  const returned = listReturned(facts)
  await runBatch(ledger, saveVerdicts(storeId, page.id, { changes, movements, returned, ids }))
}

function toStand(facts: SubOrderFacts, { standing, discrepancies }: Verdicts) {
  // The due day of every row would move with the due rule: it follows from the order day.
  const { dueOn: _, ...kept } = standing
  return {
    standing: {
      ...kept,
      paidDays: paidDaysOf(facts),
      norms: JSON.stringify(measurementsOf(facts)),
    },
    discrepancies,
  }
}

function paidDaysOf({ lines }: SubOrderFacts): string {
  return JSON.stringify([...new Set(lines.map(({ paidOn }) => paidOn))].sort())
}

function listReturned(facts: readonly SubOrderFacts[]): Listed[] {
  return facts
    .filter(({ returns }) => returns.length > 0)
    .map((each) => ({ subOrderNo: each.subOrderNo, paidDays: paidDaysOf(each) }))
}

/** The days known of old, and those on which lines were added since. */
function listPaidDays(page: UnjudgedPage, standings: readonly StandingRow[]): Listed[] {
  const known = new Map<SubOrderNo, BusinessDate[]>(
    // Safe because judgePage() wrote the days.
    standings.map((each) => [each.subOrderNo, JSON.parse(each.paidDays) as BusinessDate[]]),
  )
  return page.subOrders.map(([subOrderNo, added]) => ({
    subOrderNo,
    paidDays: JSON.stringify([...new Set([...(known.get(subOrderNo) ?? []), ...added])].sort()),
  }))
}

/** A sub-order stands where a report of it counts; a row of a GST report alone is none. */
function isKnownOf({ order, lines, promises, returns, claims }: SubOrderFacts): boolean {
  return order !== undefined || [lines, promises, returns, claims].some(({ length }) => length > 0)
}

/** What is usual, as far as these sub-orders are judged by it. */
async function readMeasure(
  ledger: Db,
  storeId: StoreId,
  facts: readonly SubOrderFacts[],
): Promise<Measure> {
  const skus = new Set(facts.flatMap((each) => [skuOf(each), ...each.lines.map(({ sku }) => sku)]))
  const ofStore = (['firstPaymentLag', ...NORMS] as const).filter((norm) =>
    SCOPES_OF[norm].includes('store'),
  )
  const keys: NormKey[] = [
    ...ofStore.map((norm): NormKey => [norm, 'store', '']),
    ...[...skus].flatMap((sku) => NORMS.map((norm): NormKey => [norm, 'sku', sku])),
  ]
  const learned = await listNorms(ledger, storeId, keys)
  return { norms: toSellerNorms(learned), dueRule: dueRuleIn(learned) }
}

function dueRuleIn(learned: readonly LearnedNorm[]): Measure['dueRule'] {
  const lag = learned.find(({ norm }) => norm === 'firstPaymentLag')
  return lag ? { days: lag.value, learnedFrom: lag.rows } : dueRuleOf([])
}
