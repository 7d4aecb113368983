import type { UnitCost } from '#core/costs/unit-cost'
import type { StoreId } from '#core/ids'
import { type Paise, paise } from '#core/money/paise'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import { listUnitCosts } from '#db/ledger/queries/costs'

const PAGE = 2_000

/** Every dated cost of a store that counts, page by page: what makeCostBook() takes. */
export async function readUnitCosts(
  ledger: Db,
  storeId: StoreId,
  knownAt?: KnownAt,
): Promise<UnitCost[]> {
  const costs: UnitCost[] = []
  for (;;) {
    const place = { after: costs.at(-1), limit: PAGE }
    const page = await listUnitCosts(ledger, storeId, place, knownAt)
    for (const { sku, effectiveFrom, cost, packaging } of page)
      costs.push({ sku, effectiveFrom, cost: toPaise(cost), packaging: toPaise(packaging) })
    if (page.length < PAGE) return costs
  }
}

function toPaise(amount: number | null): Paise | undefined {
  return amount === null ? undefined : paise(amount)
}
