import {
  type CogsPolicy,
  type CostEntry,
  type CostOn,
  entriesByPayment,
  entryByOrder,
  hasDay,
  unitMovementOf,
} from '#core/costs/cogs'
import { type Paise, sum } from '#core/money/paise'
import type { SubOrderFacts } from '#core/reconciliation/facts'
import type { Parcel } from '#core/reconciliation/parcel'

/** What a sub-order costs on order basis. */
export function costOnOrderBasis(
  facts: SubOrderFacts,
  parcel: Parcel,
  policy: CogsPolicy,
  costOn: CostOn,
): CostEntry | undefined {
  return entryByOrder(unitMovementOf(facts, parcel), policy, costOn)
}

/** What it costs on payment basis; without a line there is no cost yet. */
export function costsOnPaymentBasis(
  facts: SubOrderFacts,
  parcel: Parcel,
  policy: CogsPolicy,
  costOn: CostOn,
): CostEntry[] {
  return entriesByPayment(unitMovementOf(facts, parcel), policy, costOn).filter(hasDay)
}

type CostCoverage = {
  readonly cogs: Paise
  readonly packaging: Paise
  readonly units: number
  readonly unknownUnits: number
  readonly unknownSkus: readonly string[]
}

/** Sums what is known and counts what is not; an entry without units needs no cost. */
export function coverageOfCosts(entries: Iterable<CostEntry>): CostCoverage {
  const all = [...entries]
  const unknown = all.filter(({ cogs, units }) => cogs === undefined && units !== 0)
  return {
    cogs: sum(all.flatMap(({ cogs }) => (cogs === undefined ? [] : [cogs]))),
    packaging: sum(all.flatMap(({ packaging }) => (packaging === undefined ? [] : [packaging]))),
    units: all.reduce((total, { units }) => total + units, 0),
    unknownUnits: unknown.reduce((total, { units }) => total + units, 0),
    unknownSkus: [...new Set(unknown.map(({ sku }) => sku))].sort(),
  }
}
