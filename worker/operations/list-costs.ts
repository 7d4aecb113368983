import { costInForce } from '#core/costs/unit-cost'
import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import { type Paise, paise } from '#core/money/paise'
import {
  countCostedSkus,
  type ListedCost,
  listCostedSkus,
  listCostsOfSkus,
} from '#db/ledger/queries/costs'
import type { KnownAt } from '#db/ledger/knowledge'
import type { Caller } from '../env'

type Page = { readonly after: string | undefined; readonly limit: number }

/** SKUs with their costs over time and what is in force on a day, in the order of the SKUs. */
export async function listCosts(
  { ledger }: Caller,
  storeIds: readonly StoreId[],
  {
    asOf,
    ...filter
  }: {
    readonly asOf: BusinessDate
    readonly search: string | undefined
    readonly knownAt: KnownAt
  },
  { after, limit }: Page,
) {
  const [found, count] = await Promise.all([
    listCostedSkus(ledger, storeIds, filter, { after, limit: limit + 1 }),
    after === undefined ? countCostedSkus(ledger, storeIds, filter) : null,
  ])
  const skus = found.slice(0, limit)
  const costs = await listCostsOfSkus(ledger, storeIds, skus, filter.knownAt)
  const bySku = Map.groupBy(costs, ({ sku, storeId }) => JSON.stringify([sku, storeId]))
  const items = [...bySku.values()].map((dated) => toItem(dated, asOf))
  return { items, next: found.length > limit ? skus.at(-1) : undefined, count }
}

function toItem(costs: readonly ListedCost[], asOf: BusinessDate) {
  const [first] = costs
  const { cost, packaging } = costInForce(
    costs.map((each) => ({
      sku: each.sku,
      effectiveFrom: each.effectiveFrom,
      cost: toPaise(each.cost),
      packaging: toPaise(each.packaging),
    })),
    asOf,
  )
  return {
    sku: first?.sku ?? '',
    storeId: first?.storeId ?? '',
    inForce: { cost: cost ?? null, packaging: packaging ?? null },
    costs,
  }
}

function toPaise(amount: number | null): Paise | undefined {
  return amount === null ? undefined : paise(amount)
}
