import { makeCostBook } from '#core/costs/unit-cost'
import { type BusinessMonth, lastDayOf, parseBusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import { listOrderedUnits } from '#db/ledger/queries/costs'
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
// A page of a past moment counts every sub-order again.
const PAGE_THEN = 20_000

/**
 * SKUs without a cost, the most units first. A month counts as known when a cost is in force at its end:
 * where the first cost begins within a month, the days before are not listed.
 */
export async function findMissingCosts(
  ledger: Db,
  storeId: StoreId,
  knownAt?: KnownAt,
): Promise<MissingCost[]> {
  const book = makeCostBook(await readUnitCosts(ledger, storeId, knownAt))
  const missing = new Map<string, MissingCost>()
  for await (const { sku, month, units, subOrders } of orderedUnits(ledger, storeId, knownAt)) {
    const ordered = parseBusinessMonth(month)
    if (ordered === undefined || book.costOn(sku, lastDayOf(ordered)).cost !== undefined) continue
    const before = missing.get(sku)
    missing.set(sku, {
      storeId,
      sku,
      units: (before?.units ?? 0) + units,
      subOrders: (before?.subOrders ?? 0) + subOrders,
      fromMonth: before?.fromMonth ?? ordered,
      toMonth: ordered,
    })
  }
  return [...missing.values()].toSorted((a, b) => b.units - a.units || (a.sku < b.sku ? -1 : 1))
}

/** By SKU, and by month within each. */
async function* orderedUnits(ledger: Db, storeId: StoreId, knownAt: KnownAt) {
  const limit = knownAt === undefined ? PAGE : PAGE_THEN
  let after: Awaited<ReturnType<typeof listOrderedUnits>>[number] | undefined
  for (;;) {
    const page = await listOrderedUnits(ledger, storeId, { after, limit }, knownAt)
    yield* page
    if (page.length < limit) return
    after = page.at(-1)
  }
}
