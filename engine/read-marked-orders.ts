import { salesPerRupee } from '#core/ads/break-even'
import { ORDER_MARKS, type OrderMark } from '#core/ads/order-mark'
import { negate, type Paise, paise, sum } from '#core/money/paise'
import { addProfitLines, NO_MONEY, type ProfitLines, profitLines } from '#core/pnl/profit'
import type { Db } from '#db/client'
import { getAdFreshness, sumAds } from '#db/ledger/queries/ads'
import {
  countOrdersByMark,
  type MarkQuery,
  type MarkMoney,
  sumLinesByMark,
  sumMarkedLines,
} from '#db/ledger/queries/order-marks'
import type { PnlStore } from './read-pnl'

/** What was settled of the sub-orders with one mark. */
export type MarkedMoney = {
  readonly mark: OrderMark
  /** Sub-orders that the orders reports know of the period; nothing on payment basis, and without a report. */
  readonly ordered: number | null
  /** Lines with a sale; a return or a recovery is a line of its own. */
  readonly soldSubOrders: number
  readonly deliveredUnits: number
  readonly returnedUnits: number
  readonly rtoUnits: number
  readonly grossSales: Paise
  readonly salesReturned: Paise
  readonly netSales: Paise
  readonly settlement: Paise
}

export type MarkedOrders = {
  /** False where no file of the stores has the column `Order source`: then nothing is known of marks. */
  readonly canMark: boolean
  readonly marks: readonly MarkedMoney[]
  /** ROAS as Meesho's mark claims it: net sales of marked orders for each ₹1 of ads, in paise. */
  readonly claimedPerRupee: Paise | null
}

/** What Meesho's own mark says that ads brought. */
export async function readMarkedOrders(
  ledger: Db,
  stores: readonly PnlStore[],
  query: MarkQuery,
): Promise<MarkedOrders> {
  const storeIds = stores.map(({ id }) => id)
  const { canMark } = await getAdFreshness(ledger, storeIds, query.knownAt)
  if (!canMark) return { canMark, marks: [], claimedPerRupee: null }
  const [lines, counts, spent] = await Promise.all([
    sumLinesByMark(ledger, storeIds, query),
    query.basis === 'order' ? countOrdersByMark(ledger, storeIds, query) : [],
    sumAds(ledger, storeIds, query),
  ])
  const isCounted = counts.length > 0
  const marks = ORDER_MARKS.map((mark): MarkedMoney => {
    const ordered = counts.filter((each) => each.mark === mark)
    const money = moneyOf(lines.filter((each) => each.mark === mark))
    return {
      mark,
      ordered: isCounted ? ordered.reduce((all, { subOrders }) => all + subOrders, 0) : null,
      ...money,
    }
  })
  const spend = negate(sum(spent.map(({ total }) => paise(total))))
  const byAds = marks.find(({ mark }) => mark === 'ad')
  return { canMark, marks, claimedPerRupee: byAds ? salesPerRupee(byAds.netSales, spend) : null }
}

/** One figure of the lines with a mark: what provenance adds up to. */
export async function readMarkedLines(
  ledger: Db,
  stores: readonly PnlStore[],
  query: MarkQuery & { readonly mark: OrderMark },
): Promise<ProfitLines> {
  const storeIds = stores.map(({ id }) => id)
  const schemes = new Map(stores.map(({ id, gstScheme }) => [id, gstScheme]))
  const sums = await sumMarkedLines(ledger, storeIds, query)
  return sums
    .map((each) => profitLines(each, schemes.get(each.storeId) ?? 'regular'))
    .reduce(addProfitLines, NO_MONEY)
}

function moneyOf(sums: readonly MarkMoney[]): Omit<MarkedMoney, 'mark' | 'ordered'> {
  const total = (name: 'subOrders' | 'deliveredUnits' | 'returnedUnits' | 'rtoUnits') =>
    sums.reduce((all, each) => all + each[name], 0)
  const amount = (name: 'sale' | 'saleReturn' | 'settlement') =>
    sum(sums.map((each) => paise(each[name])))
  return {
    soldSubOrders: total('subOrders'),
    deliveredUnits: total('deliveredUnits'),
    returnedUnits: total('returnedUnits'),
    rtoUnits: total('rtoUnits'),
    grossSales: amount('sale'),
    salesReturned: amount('saleReturn'),
    netSales: paise(amount('sale') + amount('saleReturn')),
    settlement: amount('settlement'),
  }
}
