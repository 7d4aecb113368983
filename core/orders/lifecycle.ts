/**
 * Every status that an orders report is known to write, the earliest in a sub-order's life first. The order
 * is the status's own, so two files give one history whichever is imported first. A final state outranks
 * each on the way to it; among final states, the one that can follow the other comes later: a parcel
 * written off as lost may still be returned or delivered, and a delivered one may be sent back.
 */
const STATUSES: readonly (readonly [status: string, isFinal: boolean])[] = [
  ['PENDING', false],
  ['HOLD', false],
  ['APPROVED', false],
  ['UNSHIPPED', false],
  ['READY_TO_SHIP', false],
  ['SHIPPED', false],
  ['OUT_FOR_DELIVERY', false],
  ['RTO_INITIATED', false],
  ['RTO_LOCKED', false],
  ['RTO_OFD', false],
  ['RTO_DELIVERY_FAILED', false],
  ['CANCELLED', true],
  ['LOST', true],
  ['SHIPMENT_LOST', true],
  ['RTO_DELIVERED', true],
  ['RTO_COMPLETE', true],
  ['DELIVERED', true],
  ['RETURN_REQUESTED', false],
  ['REFUND_APPLIED', true],
  ['RETURN', true],
  ['RETURNED', true],
  ['EXCHANGE', true],
  ['DOOR_STEP_EXCHANGED', true],
]

const RANKS = new Map(STATUSES.map(([status], index) => [status, index + 1]))
const FINAL = new Set(STATUSES.flatMap(([status, isFinal]) => (isFinal ? [status] : [])))

const BEFORE_DISPATCH = new Set(['PENDING', 'HOLD', 'APPROVED', 'UNSHIPPED', 'READY_TO_SHIP'])
const AFTER_DELIVERY = new Set([
  'RETURN_REQUESTED',
  'REFUND_APPLIED',
  'RETURN',
  'RETURNED',
  'EXCHANGE',
  'DOOR_STEP_EXCHANGED',
])

/** The ranks of final states, for sums that know a sub-order by its rank. */
export const FINAL_RANKS: readonly number[] = STATUSES.flatMap(([, isFinal], index) =>
  isFinal ? [index + 1] : [],
)

/** Left the seller's hands, whatever came of it. */
export const DISPATCHED_RANKS = ranksWhere(
  (status) => !BEFORE_DISPATCH.has(status) && status !== 'CANCELLED',
)

/** Reached the buyer, whatever the buyer did with it. */
export const DELIVERED_RANKS = ranksWhere(
  (status) => status === 'DELIVERED' || AFTER_DELIVERY.has(status),
)

export const RTO_RANKS = ranksWhere((status) => status.startsWith('RTO_'))

/** What became of a sub-order, for sums that know it by its rank. */
export const SENT_BACK_RANKS = {
  dispatched: DISPATCHED_RANKS,
  delivered: DELIVERED_RANKS,
  rto: RTO_RANKS,
}

function ranksWhere(is: (status: string) => boolean): readonly number[] {
  return STATUSES.flatMap(([status], index) => (is(status) ? [index + 1] : []))
}

/** The panel's own form: upper case, words joined by underscores. */
export function normaliseStatus(text: string): string {
  return text
    .trim()
    .toUpperCase()
    .replaceAll(/[\s_-]+/g, '_')
}

/** 0 for a status nobody has seen before, which never outranks a known one. */
export function lifecycleRank(status: string): number {
  return RANKS.get(normaliseStatus(status)) ?? 0
}

/** True where nothing more is expected; an unknown status is never final. */
export function isFinal(status: string): boolean {
  return FINAL.has(normaliseStatus(status))
}
