import { addDays, type BusinessDate } from '../dates'
import { addEach, type Paise, paise } from '../money/paise'
import { DAYS_IN_TRANSIT } from '../reconciliation/rules/returns'
import { stateName } from '../tax/states'

export const RETURN_GROUPINGS = ['sku', 'state', 'courier', 'reason'] as const

export type ReturnGrouping = (typeof RETURN_GROUPINGS)[number]

/** Parcels may hold several units each. */
export type ParcelCount = { readonly parcels: number; readonly units: number }

/** How many came back, by how far they have come and by why. The first four add up to all, as the last three do. */
export const PARCEL_COUNTS = [
  'inTransit',
  'received',
  'lost',
  'disposed',
  'overdue',
  'customer',
  'rto',
  'unknownType',
] as const

export type ParcelCounts = Readonly<Record<(typeof PARCEL_COUNTS)[number], ParcelCount>> & {
  readonly all: ParcelCount
}

/** Of the sub-orders ordered in the period, whenever they came back. */
export type CameBack = {
  readonly dispatched: number
  readonly delivered: number
  /** Of the delivered ones, those with a parcel from the buyer. */
  readonly returned: number
  /** Of the dispatched ones, those that never reached the buyer. */
  readonly rto: number
}

/** What payments say of the sub-orders whose parcels these are. */
export type ReturnMoney = {
  readonly subOrders: number
  /** Those that any payment names: nothing is known of the money of the others. */
  readonly settledSubOrders: number
  readonly settlement: Paise
  readonly salesReturned: Paise
  readonly returnShipping: Paise
  /** Every fee but return shipping. */
  readonly otherFees: Paise
  readonly recovery: Paise
  readonly compensation: Paise
  readonly claims: Paise
}

export type ReturnGroup = {
  /** '' where the reports do not say. */
  readonly key: string
  readonly counts: ParcelCounts
  /** Nothing where orders reports have no such key. */
  readonly orders: CameBack | null
  readonly money: ReturnMoney
}

/** A parcel created before this day and still on its way is overdue. */
export function overdueBefore(asOf: BusinessDate): BusinessDate {
  return addDays(asOf, -DAYS_IN_TRANSIT)
}

/** One name for what reports write in several ways, so that each has one line. */
export function groupKeyOf(by: ReturnGrouping, text: string): string {
  return by === 'state' && text !== '' ? stateName(text) : text.trim()
}

const NO_COUNT: ParcelCount = { parcels: 0, units: 0 }

export const NO_PARCELS: ParcelCounts = {
  all: NO_COUNT,
  inTransit: NO_COUNT,
  received: NO_COUNT,
  lost: NO_COUNT,
  disposed: NO_COUNT,
  overdue: NO_COUNT,
  customer: NO_COUNT,
  rto: NO_COUNT,
  unknownType: NO_COUNT,
}

export const NO_RETURN_MONEY: ReturnMoney = {
  subOrders: 0,
  settledSubOrders: 0,
  settlement: paise(0),
  salesReturned: paise(0),
  returnShipping: paise(0),
  otherFees: paise(0),
  recovery: paise(0),
  compensation: paise(0),
  claims: paise(0),
}

/** Two groups as one; orders are unknown only where they are in both. */
export function addReturnGroups(a: ReturnGroup, b: ReturnGroup): ReturnGroup {
  return {
    key: a.key,
    counts: addCounts(a.counts, b.counts),
    orders: a.orders && b.orders ? addEach(a.orders, b.orders) : (a.orders ?? b.orders),
    money: addEach(a.money, b.money),
  }
}

function addCounts(a: ParcelCounts, b: ParcelCounts): ParcelCounts {
  const names = ['all', ...PARCEL_COUNTS] as const
  // Safe because every name is given its count.
  return Object.fromEntries(
    names.map((name) => [
      name,
      { parcels: a[name].parcels + b[name].parcels, units: a[name].units + b[name].units },
    ]),
  ) as ParcelCounts
}
