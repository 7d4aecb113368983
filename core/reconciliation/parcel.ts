import { normaliseStatus } from '../orders/lifecycle'
import { type Outcome, outcomeOf } from '../settlements/outcome'
import { quantityOf, type ReturnFacts, type SubOrderFacts } from './facts'

/** What became of the goods, whoever has been paid for them. */
export type Parcel =
  | 'not_dispatched'
  | 'on_the_way'
  | 'delivered'
  | 'rto'
  | 'returned'
  | 'exchanged'
  | 'lost'
  | 'cancelled'
  | 'unknown'

const OF_ORDER_STATUS: ReadonlyMap<string, Parcel> = new Map([
  ['PENDING', 'not_dispatched'],
  ['HOLD', 'not_dispatched'],
  ['APPROVED', 'not_dispatched'],
  ['UNSHIPPED', 'not_dispatched'],
  ['READY_TO_SHIP', 'not_dispatched'],
  ['SHIPPED', 'on_the_way'],
  ['OUT_FOR_DELIVERY', 'on_the_way'],
  ['CANCELLED', 'cancelled'],
  ['LOST', 'lost'],
  ['SHIPMENT_LOST', 'lost'],
  ['DELIVERED', 'delivered'],
  // The buyer has asked, nobody has collected: its money is neither due nor gone.
  ['RETURN_REQUESTED', 'on_the_way'],
  ['REFUND_APPLIED', 'returned'],
  ['RETURN', 'returned'],
  ['RETURNED', 'returned'],
  ['EXCHANGE', 'exchanged'],
  ['DOOR_STEP_EXCHANGED', 'exchanged'],
])

// On one day the row that undoes a delivery comes after the one that paid it.
const LINE_OUTCOMES: readonly Outcome[] = [
  'delivered',
  'exchanged',
  'cancelled',
  'lost',
  'rto',
  'returned',
  'unknown',
]

/**
 * Evidence in this order: payments, returns report, GST returns, orders report. A source outranks
 * another only where both speak: a Delivered row says nothing against a return that came after it.
 */
export function parcelOf(facts: SubOrderFacts): Parcel {
  const paid = paidOutcome(facts)
  if (paid !== undefined && paid !== 'delivered') return paid
  const sentBack = sentBackAs(facts)
  if (paid === 'delivered') {
    // A courier's RTO row beside a paid delivery contradicts it, and payments win; a buyer's return does not.
    return sentBack !== undefined && sentBack.type !== 'rto'
      ? parcelOfReturn(sentBack)
      : 'delivered'
  }
  const ordered = orderedParcel(facts)
  // The parcel that comes back in an exchange is a part of the exchange.
  if (ordered === 'exchanged') return ordered
  if (sentBack !== undefined) return parcelOfReturn(sentBack)
  if (facts.gst.wasReturned && (ordered === 'delivered' || facts.order === undefined))
    return 'returned'
  return ordered
}

/** The last thing that payments say of the goods; an advance on a shipped parcel says nothing final. */
function paidOutcome({ lines }: SubOrderFacts): Parcel | undefined {
  let last: { paidOn: string; rank: number } | undefined
  for (const { status, paidOn } of lines) {
    const rank = LINE_OUTCOMES.indexOf(outcomeOf(status))
    if (rank < 0) continue
    if (!last || paidOn > last.paidOn || (paidOn === last.paidOn && rank > last.rank))
      last = { paidOn, rank }
  }
  // Safe because every outcome in the list is also a parcel's.
  return last && (LINE_OUTCOMES[last.rank] as Parcel)
}

/** The parcel that finished a return of every unit; a return of some leaves a delivery of the others. */
function sentBackAs(facts: SubOrderFacts): ReturnFacts | undefined {
  const [last] = [...facts.returns].sort((a, b) => (sortKey(a) < sortKey(b) ? 1 : -1))
  if (!last || last.type === 'rto') return last
  return returnedUnits(facts) >= (quantityOf(facts) ?? 1) ? last : undefined
}

const sortKey = ({ createdOn, key }: ReturnFacts) => `${createdOn ?? ''}|${key}`

/** Units that buyers have sent back, by the returns report; never more than were ordered. */
export function returnedUnits(facts: SubOrderFacts): number {
  const back = facts.returns
    .filter(({ type }) => type !== 'rto')
    .reduce((total, { quantity }) => total + quantity, 0)
  return Math.min(back, quantityOf(facts) ?? back)
}

function parcelOfReturn({ type, outcome }: ReturnFacts): Parcel {
  if (outcome === 'lost') return 'lost'
  return type === 'rto' ? 'rto' : 'returned'
}

function orderedParcel({ order, lines, promises }: SubOrderFacts): Parcel {
  if (order) return parcelOfStatus(order.status)
  const statuses = [...lines, ...promises].map(({ status }) => outcomeOf(status))
  if (statuses.includes('delivered')) return 'delivered'
  return statuses.includes('shipped') ? 'on_the_way' : 'unknown'
}

function parcelOfStatus(status: string): Parcel {
  const name = normaliseStatus(status)
  if (name === 'RTO' || name.startsWith('RTO_')) return 'rto'
  return OF_ORDER_STATUS.get(name) ?? 'unknown'
}
