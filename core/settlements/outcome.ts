/** What a row of a payments report says became of the sub-order. */
export type Outcome =
  | 'delivered'
  | 'rto'
  | 'returned'
  | 'exchanged'
  | 'cancelled'
  | 'lost'
  | 'shipped'
  /** A row of money without a parcel: a claim, a recovery, a compensation. */
  | 'adjustment'
  /** A status nobody has seen before: shown as it is, never guessed. */
  | 'unknown'

const OUTCOMES: ReadonlyMap<string, Outcome> = new Map([
  ['', 'adjustment'],
  ['delivered', 'delivered'],
  ['rto', 'rto'],
  ['return', 'returned'],
  ['returned', 'returned'],
  ['exchange', 'exchanged'],
  ['exchanged', 'exchanged'],
  ['cancelled', 'cancelled'],
  ['canceled', 'cancelled'],
  ['lost', 'lost'],
  ['shipped', 'shipped'],
])

/** `Live Order Status` in any case. */
export function outcomeOf(status: string): Outcome {
  return OUTCOMES.get(status.trim().toLowerCase()) ?? 'unknown'
}
