import type { BusinessDate } from '../dates'
import { negate, type Paise, paise, sum } from '../money/paise'
import {
  inDayOrder,
  orderedOnOf,
  quantityOf,
  skuOf,
  type SubOrderFacts,
} from '../reconciliation/facts'
import { type Parcel, returnedUnits } from '../reconciliation/parcel'
import { outcomeOf } from '../settlements/outcome'
import type { CostInForce } from './unit-cost'

/** Which units are counted as sold for good. */
export type CogsPolicy = 'kept' | 'all_shipped' | 'kept_and_returned'

export type CostOn = (sku: string, day: BusinessDate) => CostInForce

/** Cost of goods and packaging that fall on a day; negative where spent, positive where given back. */
export type CostEntry = {
  readonly day: BusinessDate
  readonly sku: string
  readonly units: number
  /** Nothing where the unit cost of the SKU on the order date is unknown; it is never zero by default. */
  readonly cogs: Paise | undefined
  readonly dispatchedUnits: number
  readonly packaging: Paise | undefined
}

/** Units whose cost is a cost of the sale, under a policy. */
export function unitsThatStayed(facts: SubOrderFacts, parcel: Parcel, policy: CogsPolicy): number {
  const ordered = quantityOf(facts) ?? 0
  if (!isDispatched(parcel)) return 0
  if (policy === 'all_shipped') return ordered
  const back = policy === 'kept_and_returned' ? 0 : unitsBack(facts, parcel, ordered)
  switch (parcel) {
    case 'delivered':
    case 'returned':
      return Math.min(ordered, ordered - back + unitsLostOnTheirWayBack(facts))
    case 'exchanged':
      return ordered
    case 'rto':
      return Math.min(ordered, unitsLostOnTheirWayBack(facts))
    case 'lost':
      return isCompensated(facts) ? 0 : ordered
    case 'on_the_way':
      return 0
    default:
      return parcel satisfies never
  }
}

/** A return without a row in the returns report brought everything back. */
function unitsBack(facts: SubOrderFacts, parcel: Parcel, ordered: number): number {
  const reported = returnedUnits(facts)
  return parcel === 'returned' && reported === 0 ? ordered : reported
}

/** Goods that left a buyer or a courier and reached nobody, and that nobody has paid for. */
function unitsLostOnTheirWayBack(facts: SubOrderFacts): number {
  if (isCompensated(facts)) return 0
  return facts.returns
    .filter(({ outcome }) => outcome === 'lost' || outcome === 'disposed')
    .reduce((total, { quantity }) => total + quantity, 0)
}

function isCompensated({ lines }: SubOrderFacts): boolean {
  return lines.some(({ compensation, claims }) => compensation > 0 || claims > 0)
}

type Dispatched = Exclude<Parcel, 'cancelled' | 'not_dispatched' | 'unknown'>

function isDispatched(parcel: Parcel): parcel is Dispatched {
  return parcel !== 'cancelled' && parcel !== 'not_dispatched' && parcel !== 'unknown'
}

/** Units handed to a courier; an exchange sends everything twice. */
export function unitsDispatched(facts: SubOrderFacts, parcel: Parcel): number {
  if (!isDispatched(parcel)) return 0
  return (quantityOf(facts) ?? 0) * (parcel === 'exchanged' ? 2 : 1)
}

/** Order basis: everything on the order date. Nothing where no report gives one, or nothing was sent. */
export function costOnOrderBasis(
  facts: SubOrderFacts,
  parcel: Parcel,
  policy: CogsPolicy,
  costOn: CostOn,
): CostEntry | undefined {
  const day = orderedOnOf(facts)
  const dispatched = unitsDispatched(facts, parcel)
  if (day === undefined || dispatched === 0) return undefined
  const sku = skuOf(facts)
  return entryOf(day, sku, costOn(sku, day), {
    units: unitsThatStayed(facts, parcel, policy),
    dispatched,
  })
}

/**
 * Payment basis: all that was sent on the day of the first paid line, and what did not stay is given
 * back on the day of its return line. Without a line there is no cost yet.
 */
export function costsOnPaymentBasis(
  facts: SubOrderFacts,
  parcel: Parcel,
  policy: CogsPolicy,
  costOn: CostOn,
): CostEntry[] {
  const lines = inDayOrder(facts.lines)
  const dispatched = unitsDispatched(facts, parcel)
  const [first] = lines
  if (!first || dispatched === 0) return []
  const sku = skuOf(facts)
  const cost = costOn(sku, orderedOnOf(facts) ?? first.paidOn)
  const stayed = unitsThatStayed(facts, parcel, policy)
  // A lost parcel has no return line to be given back on, so that what was compensated never counts.
  const spent = parcel === 'lost' ? stayed : (quantityOf(facts) ?? 0)
  const entries = [entryOf(first.paidOn, sku, cost, { units: spent, dispatched })]
  const back = lines.findLast(({ status }) => isSentBack(outcomeOf(status)))
  if (back && spent > stayed)
    entries.push(entryOf(back.paidOn, sku, cost, { units: stayed - spent, dispatched: 0 }))
  return entries
}

function isSentBack(outcome: ReturnType<typeof outcomeOf>): boolean {
  return outcome === 'returned' || outcome === 'rto'
}

function entryOf(
  day: BusinessDate,
  sku: string,
  { cost, packaging }: CostInForce,
  { units, dispatched }: { units: number; dispatched: number },
): CostEntry {
  return {
    day,
    sku,
    units,
    cogs: cost && negate(paise(cost * units)),
    dispatchedUnits: dispatched,
    packaging: packaging && negate(paise(packaging * dispatched)),
  }
}

/** What a profit knows of its own cost: the sums, and how much of it has none. */
export type CostCoverage = {
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
