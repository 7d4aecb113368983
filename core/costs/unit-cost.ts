import { type BusinessDate, businessDate } from '../dates'
import type { Paise } from '../money/paise'

/** What one unit of a SKU costs the seller from a day on; both amounts are positive. */
export type UnitCost = {
  readonly sku: string
  readonly effectiveFrom: BusinessDate
  /** Nothing is unknown, and never 0: a cost of nothing is written 0. */
  readonly cost: Paise | undefined
  readonly packaging: Paise | undefined
}

/** A cost without a day has always been so. The marketplace opened in 2015. */
export const ALWAYS: BusinessDate = businessDate('2015-01-01')

export type CostInForce = {
  readonly cost: Paise | undefined
  readonly packaging: Paise | undefined
}

export type CostBook = {
  /** The costs of a SKU on a day; each is nothing where nobody has said it for that day. */
  costOn(sku: string, day: BusinessDate): CostInForce
  /** True where some day has a known cost of the SKU. */
  has(sku: string): boolean
  /** The SKU, as the book spells it, under which its costs stand; nothing where it has none. */
  skuOf(sku: string): string | undefined
}

/**
 * Looks up costs by SKU: letter by letter first, then without regard to case, and never by likeness. Where
 * case alone tells several SKUs of the book apart, only the exact one is found.
 */
export function makeCostBook(costs: Iterable<UnitCost>): CostBook {
  const exact = Map.groupBy(costs, ({ sku }) => sku)
  const folded = Map.groupBy(exact.keys(), foldSku)
  const skuOf = (sku: string): string | undefined => {
    if (exact.has(sku)) return sku
    const [only, another] = folded.get(foldSku(sku)) ?? []
    return another === undefined ? only : undefined
  }
  const listOf = (sku: string): readonly UnitCost[] => exact.get(skuOf(sku) ?? '') ?? []
  return {
    skuOf,
    costOn: (sku, day) => costInForce(listOf(sku), day),
    has: (sku) => listOf(sku).some(({ cost }) => cost !== undefined),
  }
}

/** What is in force on a day, of one SKU's costs: the latest that has begun, for cost and packaging each. */
export function costInForce(costs: readonly UnitCost[], day: BusinessDate): CostInForce {
  const begun = costs
    .filter(({ effectiveFrom }) => effectiveFrom <= day)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
  return {
    cost: begun.findLast(({ cost }) => cost !== undefined)?.cost,
    packaging: begun.findLast(({ packaging }) => packaging !== undefined)?.packaging,
  }
}

/** Equal for SKUs that differ only in the case of their letters. */
export function foldSku(sku: string): string {
  return sku.trim().normalize('NFC').toLowerCase()
}
