import type { BusinessDate } from '../dates'
import { negate, type Paise, paise } from '../money/paise'
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

export const COGS_POLICIES = ['kept', 'all_shipped', 'kept_and_returned'] as const

/** Which units are counted as sold for good. */
export type CogsPolicy = (typeof COGS_POLICIES)[number]

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

export type UnitsByPolicy = Readonly<Record<CogsPolicy, number>>

/** The units of a sub-order that cost, with the days on which they do; prices are no part of it. */
export type UnitMovement = {
  readonly sku: string
  /** Nothing where no report gives one. */
  readonly orderedOn: BusinessDate | undefined
  /** The day of the first paid line; nothing while none has come. */
  readonly paidOn: BusinessDate | undefined
  /** The day of the last line for goods sent back. */
  readonly backOn: BusinessDate | undefined
  readonly dispatched: number
  readonly stayed: UnitsByPolicy
  /** What the first paid line costs on payment basis; what did not stay is given back on `backOn`. */
  readonly sent: UnitsByPolicy
}

export function unitMovementOf(facts: SubOrderFacts, parcel: Parcel): UnitMovement {
  const lines = inDayOrder(facts.lines)
  const stayed = byPolicy((policy) => unitsThatStayed(facts, parcel, policy))
  const ordered = quantityOf(facts) ?? 0
  return {
    sku: skuOf(facts),
    orderedOn: orderedOnOf(facts),
    paidOn: lines[0]?.paidOn,
    backOn: lines.findLast(({ status }) => isSentBack(outcomeOf(status)))?.paidOn,
    dispatched: unitsDispatched(facts, parcel),
    stayed,
    // A lost parcel has no return line to be given back on, so that what was compensated never counts.
    sent: parcel === 'lost' ? stayed : byPolicy(() => ordered),
  }
}

function byPolicy(units: (policy: CogsPolicy) => number): UnitsByPolicy {
  return {
    kept: units('kept'),
    all_shipped: units('all_shipped'),
    kept_and_returned: units('kept_and_returned'),
  }
}

/** The day whose cost is in force: the order's, or where no report gives it, that of the first payment. */
export function costDayOf({ orderedOn, paidOn }: UnitMovement): BusinessDate | undefined {
  return orderedOn ?? paidOn
}

/** Order basis: everything on the order date. Nothing where no report gives one, or nothing was sent. */
export function entryByOrder(
  { orderedOn, sku, stayed, dispatched }: UnitMovement,
  policy: CogsPolicy,
  costOn: CostOn,
): CostEntry | undefined {
  if (orderedOn === undefined || dispatched === 0) return undefined
  return entryOf(orderedOn, sku, costOn(sku, orderedOn), { units: stayed[policy], dispatched })
}

/** An entry that may have no day yet. */
export type OpenCostEntry = Omit<CostEntry, 'day'> & { readonly day: BusinessDate | undefined }

export function hasDay(entry: OpenCostEntry): entry is CostEntry {
  return entry.day !== undefined
}

/**
 * Payment basis: all that was sent on the day of the first paid line, and what did not stay is given back on
 * the day of its return line. What no payment has counted yet has no day, so that the entries add up to those
 * by order.
 */
export function entriesByPayment(
  moved: UnitMovement,
  policy: CogsPolicy,
  costOn: CostOn,
): OpenCostEntry[] {
  const { sku, paidOn, backOn, dispatched } = moved
  const costDay = costDayOf(moved)
  if (costDay === undefined || dispatched === 0) return []
  const cost = costOn(sku, costDay)
  const [sent, stayed] = [moved.sent[policy], moved.stayed[policy]]
  if (paidOn === undefined) return [entryOf(undefined, sku, cost, { units: stayed, dispatched })]
  const entries: OpenCostEntry[] = [entryOf(paidOn, sku, cost, { units: sent, dispatched })]
  if (sent !== stayed)
    entries.push(entryOf(backOn, sku, cost, { units: stayed - sent, dispatched: 0 }))
  return entries
}

function isSentBack(outcome: ReturnType<typeof outcomeOf>): boolean {
  return outcome === 'returned' || outcome === 'rto'
}

function entryOf<Day extends BusinessDate | undefined>(
  day: Day,
  sku: string,
  { cost, packaging }: CostInForce,
  { units, dispatched }: { units: number; dispatched: number },
): Omit<CostEntry, 'day'> & { readonly day: Day } {
  return {
    day,
    sku,
    units,
    cogs: cost && negate(paise(cost * units)),
    dispatchedUnits: dispatched,
    packaging: packaging && negate(paise(packaging * dispatched)),
  }
}
