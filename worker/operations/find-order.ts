import type { BusinessDate } from '#core/dates'
import type { StoreId, SubOrderNo } from '#core/ids'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import { findStanding } from '#db/ledger/queries/standings'
import { listGstLinesOfSubOrders } from '#db/ledger/queries/gst'
import { findSubOrder, listSubOrderHistory } from '#db/ledger/queries/orders'
import { listReportSources } from '#db/ledger/queries/reports'
import { listLinesOfSubOrder, listPromisesOfSubOrder } from '#db/ledger/queries/settlement-lists'
import { listClaimsOf, listReturnsOf } from '#db/ledger/queries/sub-order-facts'
import { listTaxInvoicesOfSubOrder } from '#db/ledger/queries/tax-invoices'
import { listDiscrepancyItems } from '#engine/list-discrepancies'
import { toClaimFacts, toLineFacts } from '#engine/load-facts'
import { matchFacts } from '#engine/match-claims'

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
  const filter = { asOf, rule: undefined, state: undefined, subOrderNo }
  const page = { after: undefined, limit: MAX_DISCREPANCIES }
  // Verdicts rest on all that is known now: of an earlier knowledge there is none.
  const isNow = knownAt === undefined
  const [gstSales, gstReturns, invoices, standing, discrepancies] = await Promise.all([
    listGstLinesOfSubOrders(ledger, storeId, 'sales', [subOrderNo], knownAt),
    listGstLinesOfSubOrders(ledger, storeId, 'returns', [subOrderNo], knownAt),
    orderedOn === undefined
      ? []
      : listTaxInvoicesOfSubOrder(ledger, storeId, subOrderNo, orderedOn, knownAt),
    isNow ? findStanding(ledger, storeId, subOrderNo, asOf) : undefined,
    isNow ? listDiscrepancyItems(ledger, [storeId], filter, page) : undefined,
  ])
  return { gst: [...gstSales, ...gstReturns], invoices, standing, discrepancies }
}
