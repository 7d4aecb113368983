import { makeCostBook } from '#core/costs/unit-cost'
import { type BusinessMonth, lastDayOf, parseBusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import { listOrderedUnits } from '#db/ledger/queries/costs'
import { listPaidUnits } from '#db/ledger/queries/pnl'
import { readUnitCosts } from './read-unit-costs'

/** A SKU that was ordered in months for which no cost is known. */
export type MissingCost = {
  readonly storeId: StoreId
  readonly sku: string
  readonly units: number
  readonly subOrders: number
  readonly fromMonth: BusinessMonth
  readonly toMonth: BusinessMonth
}

const PAGE = 2_000
// A page of a past moment, or of what was paid for, adds up everything again.
const LONG_PAGE = 20_000

/**
 * SKUs without a cost, the most units first. A month counts as known when a cost is in force at its end:
 * where the first cost begins within a month, the days before are not listed. What was ordered is what the
 * orders files say; of a month that none of them tells of, it is what was paid for, as in the P&L.
 */
export async function findMissingCosts(
  ledger: Db,
  storeId: StoreId,
  knownAt?: KnownAt,
): Promise<MissingCost[]> {
  const book = makeCostBook(await readUnitCosts(ledger, storeId, knownAt))
  const missing = new Map<string, MissingCost>()
  for await (const { sku, month, units, subOrders } of soldUnits(ledger, storeId, knownAt)) {
    const sold = parseBusinessMonth(month)
    if (sold === undefined || book.costOn(sku, lastDayOf(sold)).cost !== undefined) continue
    const before = missing.get(sku)
    missing.set(sku, {
      storeId,
      sku,
      units: (before?.units ?? 0) + units,
      subOrders: (before?.subOrders ?? 0) + subOrders,
      fromMonth: before && before.fromMonth < sold ? before.fromMonth : sold,
      toMonth: before && before.toMonth > sold ? before.toMonth : sold,
    })
  }
  return [...missing.values()].toSorted((a, b) => b.units - a.units || (a.sku < b.sku ? -1 : 1))
}

type SoldUnits = {
  readonly sku: string
  readonly month: string
  readonly units: number
  readonly subOrders: number
}

/** First what orders files tell of, then the months that none of them does. */
async function* soldUnits(
  ledger: Db,
  storeId: StoreId,
  knownAt: KnownAt,
): AsyncGenerator<SoldUnits> {
  const months = new Set<string>()
  const limit = knownAt === undefined ? PAGE : LONG_PAGE
  for await (const each of inPages(limit, (page) =>
    listOrderedUnits(ledger, storeId, page, knownAt),
  )) {
    months.add(each.month)
    yield each
  }
  const without = [...months]
  yield* inPages(LONG_PAGE, (page) => listPaidUnits(ledger, storeId, { ...page, without }, knownAt))
}

type Page = { readonly after: SoldUnits | undefined; readonly limit: number }

async function* inPages(
  limit: number,
  list: (page: Page) => Promise<readonly SoldUnits[]>,
): AsyncGenerator<SoldUnits> {
  let after: SoldUnits | undefined
  for (;;) {
    const page = await list({ after, limit })
    yield* page
    if (page.length < limit) return
    after = page.at(-1)
  }
}
