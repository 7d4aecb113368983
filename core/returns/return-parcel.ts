import type { BusinessDate } from '../dates'
import type { SubOrderNo } from '../ids'

/** How far a parcel has come on its way back. Which of the panel's exports a row is in says it. */
export type ReturnOutcome = 'in_transit' | 'out_for_delivery' | 'lost' | 'disposed' | 'delivered'

/** `customer`: the buyer had it and sent it back. `rto`: it never reached the buyer. */
export type ReturnType = 'customer' | 'rto' | 'unknown'

/** One row of a returns report: a parcel on its way back, as the panel knew it. */
export type ReturnParcel = {
  readonly subOrderNo: SubOrderNo
  readonly outcome: ReturnOutcome
  readonly type: ReturnType
  /** As the file writes them: `Courier Return (RTO)`, `forward_RTO`. */
  readonly typeText: string
  readonly subType: string
  /** Units in the parcel; fewer than were ordered in a partial return. */
  readonly quantity: number
  readonly createdOn: BusinessDate | undefined
  readonly orderedOn: BusinessDate | undefined
  readonly dispatchedOn: BusinessDate | undefined
  /** The day it is expected, came back, or was given up, as the outcome says. */
  readonly outcomeOn: BusinessDate | undefined
  readonly sku: string
  readonly productName: string
  readonly variation: string
  readonly courier: string
  readonly awb: string
  /** A spreadsheet program shortened the waybill number: it is left blank rather than wrong. */
  readonly isAwbLost: boolean
  readonly status: string
  readonly attempt: number | undefined
  readonly reason: string
  readonly detailedReason: string
}

/**
 * The tens are the stage: on the way, at the door, at an end. Of two ends the later day is the later one,
 * and the units decide only between ends of one day: a lost parcel may turn up, a disposed one does not.
 */
const RANKS: Readonly<Record<ReturnOutcome, number>> = {
  in_transit: 10,
  out_for_delivery: 20,
  lost: 30,
  disposed: 31,
  delivered: 32,
}

export const RETURN_OUTCOMES = Object.keys(RANKS) as readonly ReturnOutcome[]

export const RETURN_TYPES: readonly ReturnType[] = ['customer', 'rto', 'unknown']

/** Of two observations of a parcel the one of the later stage counts, whichever file came first. */
export function outcomeRank(outcome: ReturnOutcome): number {
  return RANKS[outcome]
}

/** True where the parcel moves no more. */
export function isSettledReturn(outcome: ReturnOutcome): boolean {
  return RANKS[outcome] >= RANKS.lost
}

const OUTCOME_WORDS: readonly (readonly [RegExp, ReturnOutcome])[] = [
  [/^(reverse_|completed_)?disposed$/, 'disposed'],
  [/^(completed_)?lost$/, 'lost'],
  [/^(ofd(_reverse)?|out_for_delivery|reverse_ofd)$/, 'out_for_delivery'],
  [/^(completed_)?delivered$/, 'delivered'],
  [/^(reverse_)?in_?transit$/, 'in_transit'],
]

/** What the panel's own words say of the outcome: `completed_lost`, `Out For Delivery`; nothing for others. */
export function parseReturnOutcome(text: string): ReturnOutcome | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_')
  return OUTCOME_WORDS.find(([pattern]) => pattern.test(word))?.[1]
}

export function returnTypeOf(text: string): ReturnType {
  if (/\brto\b|courier/i.test(text)) return 'rto'
  return /customer/i.test(text) ? 'customer' : 'unknown'
}
