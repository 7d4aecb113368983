import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import { findStanding, type ListedStanding } from '#db/ledger/queries/standings'
import { listGstLinesOfSubOrders } from '#db/ledger/queries/gst'
import { findSubOrder, listSubOrderHistory } from '#db/ledger/queries/orders'
import { listReportSources } from '#db/ledger/queries/reports'
import { listLinesOfSubOrder, listPromisesOfSubOrder } from '#db/ledger/queries/settlement-lists'
import { listClaimsOf, listReturnsOf } from '#db/ledger/queries/sub-order-facts'
import { listTaxInvoicesOfSubOrder } from '#db/ledger/queries/tax-invoices'
import { listDiscrepanciesThen, pageOfDiscrepancies } from '#engine/list-as-known'
import { type DiscrepancyItem, listDiscrepancyItems } from '#engine/list-discrepancies'
import { toClaimFacts, toLineFacts } from '#engine/load-facts'
import { matchFacts } from '#engine/match-claims'
import { type PastDay, reconcileOneAsKnown } from '#engine/reconcile-as-known'

export type SubOrderQuestion = {
  readonly subOrderNo: SubOrderNo
  /** The day to judge by. */
  readonly asOf: BusinessDate
  readonly knownAt: KnownAt
}

// A sub-order breaks each rule once for each of its lines, parcels and tickets at most.
const MAX_DISCREPANCIES = 200

/** Everything known of a sub-order, from the first of the stores that knows it; nothing if none does. */
export async function findOrder(
  ledger: Db,
  storeIds: readonly StoreId[],
  question: SubOrderQuestion,
) {
  for (const storeId of storeIds) {
    const facts = await readFacts(ledger, storeId, question)
    const { order, lines, promised, returns, claims } = facts
    const known = order ?? lines[0] ?? promised[0] ?? returns[0] ?? claims[0]
    if (known === undefined) continue
    const orderedOn = order?.orderedOn ?? lines.find((line) => line.orderedOn)?.orderedOn
    const rest = await readRest(ledger, storeId, question, orderedOn ?? undefined)
    const reportIds = [...new Set([...returns, ...claims].map(({ reportId }) => reportId))]
    return {
      ...facts,
      ...rest,
      // The payments and tickets that are at hand, matched as reconciliation does.
      tickets: matchFacts({ lines: lines.map(toLineFacts), claims: claims.map(toClaimFacts) }),
      reports: await listReportSources(ledger, [storeId], reportIds),
    }
  }
  return undefined
}

export type FoundOrder = NonNullable<Awaited<ReturnType<typeof findOrder>>>

async function readFacts(ledger: Db, storeId: StoreId, { subOrderNo, knownAt }: SubOrderQuestion) {
  const order = await findSubOrder(ledger, storeId, subOrderNo, knownAt)
  const [history, lines, promised, returns, claims] = await Promise.all([
    listSubOrderHistory(ledger, storeId, subOrderNo, knownAt),
    listLinesOfSubOrder(ledger, storeId, subOrderNo, order?.orderedOn, knownAt),
    listPromisesOfSubOrder(ledger, storeId, subOrderNo, knownAt),
    listReturnsOf(ledger, storeId, [subOrderNo], knownAt),
    listClaimsOf(ledger, storeId, [subOrderNo], knownAt),
  ])
  return { order, history, lines, promised, returns, claims }
}

async function readRest(
  ledger: Db,
  storeId: StoreId,
  { subOrderNo, asOf, knownAt }: SubOrderQuestion,
  orderedOn: BusinessDate | undefined,
) {
  const [gstSales, gstReturns, invoices, verdicts] = await Promise.all([
    listGstLinesOfSubOrders(ledger, storeId, 'sales', [subOrderNo], knownAt),
    listGstLinesOfSubOrders(ledger, storeId, 'returns', [subOrderNo], knownAt),
    orderedOn === undefined
      ? []
      : listTaxInvoicesOfSubOrder(ledger, storeId, subOrderNo, orderedOn, knownAt),
    knownAt === undefined
      ? readVerdicts(ledger, storeId, { subOrderNo, asOf })
      : judgeThen(ledger, storeId, subOrderNo, { knownAt, asOf }),
  ])
  return { gst: [...gstSales, ...gstReturns], invoices, ...verdicts }
}

type Verdicts = {
  readonly standing: ListedStanding | undefined
  /** Nothing of an earlier knowledge that one answer cannot judge. */
  readonly discrepancies: DiscrepancyItem[] | undefined
}

const PAGE = { after: undefined, limit: MAX_DISCREPANCIES }

/** What reconciliation has kept. */
async function readVerdicts(
  ledger: Db,
  storeId: StoreId,
  { subOrderNo, asOf }: Pick<SubOrderQuestion, 'subOrderNo' | 'asOf'>,
): Promise<Verdicts> {
  const filter = { asOf, rule: undefined, state: undefined, subOrderNo }
  const [standing, discrepancies] = await Promise.all([
    findStanding(ledger, storeId, subOrderNo, asOf),
    listDiscrepancyItems(ledger, [storeId], filter, PAGE),
  ])
  return { standing, discrepancies }
}

/** By what was known of the whole store, of which its usual amounts are learned. */
async function judgeThen(
  ledger: Db,
  storeId: StoreId,
  subOrderNo: SubOrderNo,
  past: PastDay,
): Promise<Verdicts> {
  const judged = await reconcileOneAsKnown(ledger, storeId, subOrderNo, past)
  if (judged === undefined) return { standing: undefined, discrepancies: undefined }
  const listed = await listDiscrepanciesThen(ledger, judged, { rule: undefined, state: undefined })
  const then = { listed, knownAt: past.knownAt }
  return {
    standing: judged[0]?.standing,
    discrepancies: await pageOfDiscrepancies(ledger, then, PAGE),
  }
}
