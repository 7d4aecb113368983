import type { BusinessDate } from '../dates'
import { type Paise, paise, sum, ZERO } from '../money/paise'
import { outcomeOf } from '../settlements/outcome'
import { type DueRule, dueOn } from './due-date'
import { orderedOnOf, type SubOrderFacts } from './facts'
import { type Parcel, parcelOf } from './parcel'

export const BUCKETS = [
  'cancelled',
  'open',
  'rto',
  'returned',
  'exchanged',
  'lost',
  'awaiting',
  'promised',
  'overdue',
  'paid',
  'unknown',
] as const

export type Bucket = (typeof BUCKETS)[number]

/** Where a sub-order stands on a day. */
export type Standing = {
  readonly bucket: Bucket
  readonly parcel: Parcel
  /** What it has been paid, over all its lines. */
  readonly settledAmount: Paise
  /** The estimate of the newest outstanding snapshot; nothing once money has come, or without one. */
  readonly promisedAmount: Paise | undefined
  /** The last day on which its first money is in time. */
  readonly dueOn: BusinessDate | undefined
}

export function standingOf(facts: SubOrderFacts, asOf: BusinessDate, rule: DueRule): Standing {
  const parcel = parcelOf(facts)
  const orderedOn = orderedOnOf(facts)
  const due = orderedOn && dueOn(orderedOn, rule)
  const bucket = bucketOf(facts, parcel, due !== undefined && asOf > due)
  return {
    bucket,
    parcel,
    settledAmount: sum(facts.lines.map((line) => line.settlement)),
    promisedAmount:
      bucket === 'promised' ? sum(facts.promises.map((promise) => promise.settlement)) : undefined,
    dueOn: due,
  }
}

function bucketOf(facts: SubOrderFacts, parcel: Parcel, isPastDue: boolean): Bucket {
  switch (parcel) {
    case 'cancelled':
    case 'rto':
    case 'returned':
    case 'lost':
      return parcel
    case 'exchanged':
      return isPaid(facts) ? 'exchanged' : promisedOr(facts, 'exchanged')
    case 'delivered':
      return isPaid(facts) ? 'paid' : promisedOr(facts, isPastDue ? 'overdue' : 'awaiting')
    case 'not_dispatched':
    case 'on_the_way':
      return promisedOr(facts, 'open')
    case 'unknown':
      return promisedOr(facts, 'unknown')
    default:
      return parcel satisfies never
  }
}

function promisedOr({ promises }: SubOrderFacts, otherwise: Bucket): Bucket {
  return promises.length > 0 ? 'promised' : otherwise
}

/** A fee or a recovery alone pays nothing; a delivery, an advance on it or a compensation does. */
function isPaid({ lines }: SubOrderFacts): boolean {
  return lines.some(({ status, compensation, claims }) => {
    const outcome = outcomeOf(status)
    return outcome === 'adjustment' ? compensation + claims > 0 : true
  })
}

/** The amount a bucket shows: what is still to come where it is, what has been settled elsewhere. */
export function shownAmount(
  standing: Pick<Standing, 'settledAmount' | 'promisedAmount'> & {
    readonly bucket: Bucket | 'unpaid'
  },
  expectedAmount: Paise | undefined,
): Paise {
  switch (standing.bucket) {
    case 'promised':
      return standing.promisedAmount ?? ZERO
    case 'awaiting':
    case 'overdue':
    case 'unpaid':
      return paise(expectedAmount ?? ZERO)
    default:
      return standing.settledAmount
  }
}
