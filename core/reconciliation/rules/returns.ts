import { type BusinessDate, daysBetween } from '../../dates'
import { type Paise, paise, share, ZERO } from '../../money/paise'
import { daysLeftToClaim, LEAST_FAIR_VALUE_BPS } from '../../claims/deadline'
import { normaliseStatus } from '../../orders/lifecycle'
import { outcomeOf } from '../../settlements/outcome'
import type { Case, Evidence, Finding } from '../discrepancy'
import { quantityOf, type ReturnFacts, type SubOrderFacts, unitPriceOf } from '../facts'
import { creditsOf } from './claims'
import { orderEvidence } from './not-paid'

// Of the rules' own definitions.
export const DAYS_TO_COMPENSATE = 30
export const DAYS_IN_TRANSIT = 21
const WHOLE_BPS = 100_00

/** `return_lost_uncompensated`: a parcel lost on its way back, and no money for it in thirty days. */
export function findLostReturns({ facts, asOf }: Case): Finding[] {
  if (keepsItsSale(facts)) return []
  return facts.returns.flatMap((parcel) => {
    const lostOn = parcel.outcomeOn ?? parcel.createdOn
    if (parcel.outcome !== 'lost' || lostOn === undefined) return []
    if (!isUncompensated(facts, lostOn, asOf)) return []
    const finding = {
      rule: 'return_lost_uncompensated',
      about: parcel.key,
      ...lossOf(facts, parcel.quantity),
      creditsFrom: lostOn,
      evidence: [
        { from: 'return', key: parcel.key, column: 'outcomeOn', value: lostOn },
        ...parcelEvidence(facts, parcel),
      ],
    } satisfies Finding
    return [finding]
  })
}

/** `lost_uncompensated`: lost on its way to the buyer. The orders report gives no day but the order's. */
export function findLostOrders({ facts, standing, asOf }: Case): Finding[] {
  const { order } = facts
  if (!order || standing.parcel !== 'lost') return []
  const status = normaliseStatus(order.status)
  if (status !== 'LOST' && status !== 'SHIPMENT_LOST') return []
  if (facts.returns.some((parcel) => parcel.outcome === 'lost') || keepsItsSale(facts)) return []
  if (!isUncompensated(facts, order.orderedOn, asOf)) return []
  return [
    {
      rule: 'lost_uncompensated',
      about: '',
      ...lossOf(facts, order.quantity),
      creditsFrom: order.orderedOn,
      evidence: orderEvidence(facts, ['status', 'orderedOn', 'discountedPrice', 'quantity']),
    },
  ]
}

/** `return_overdue`: on its way back for more than three weeks. */
export function findOverdueReturns({ facts, asOf }: Case): Finding[] {
  return facts.returns.flatMap((parcel) => {
    if (parcel.outcome !== 'in_transit' && parcel.outcome !== 'out_for_delivery') return []
    const { createdOn } = parcel
    if (createdOn === undefined || daysBetween(createdOn, asOf) <= DAYS_IN_TRANSIT) return []
    const finding = {
      rule: 'return_overdue',
      about: parcel.key,
      ...lossOf(facts, parcel.quantity),
      creditsFrom: createdOn,
      evidence: [
        { from: 'return', key: parcel.key, column: 'createdOn', value: createdOn },
        { from: 'return', key: parcel.key, column: 'outcome', value: parcel.outcome },
        ...parcelEvidence(facts, parcel),
      ],
    } satisfies Finding
    return [finding]
  })
}

/** `claim_window_closing`: a buyer's return that came back in the last seven days, and no ticket yet. */
export function findClosingWindows({ facts, asOf }: Case): Finding[] {
  return facts.returns.flatMap((parcel) => {
    const receivedOn = parcel.outcomeOn
    if (parcel.type === 'rto' || parcel.outcome !== 'delivered' || !receivedOn) return []
    const daysLeft = daysLeftToClaim(receivedOn, asOf)
    if (daysLeft === undefined || facts.claims.length > 0) return []
    const finding = {
      rule: 'claim_window_closing',
      about: parcel.key,
      atStake: lossOf(facts, parcel.quantity).atStake,
      evidence: [
        { from: 'return', key: parcel.key, column: 'outcomeOn', value: receivedOn },
        ...parcelEvidence(facts, parcel),
      ],
    } satisfies Finding
    return [finding]
  })
}

/** Meesho pays a lost parcel at its fair value, so the least of that settles the whole stake. */
function lossOf(facts: SubOrderFacts, units: number): { atStake: Paise; settlesAt: Paise } {
  const price = unitPriceOf(facts) ?? ZERO
  const atStake = paise(price * Math.min(units, quantityOf(facts) ?? units))
  return { atStake, settlesAt: share(atStake, LEAST_FAIR_VALUE_BPS, WHOLE_BPS) }
}

/** A parcel that came back to nobody is no loss while the buyer's money for it stays with the seller. */
function keepsItsSale({ lines }: SubOrderFacts): boolean {
  const kept = lines.reduce((total, line) => total + line.sale + line.saleReturn, 0)
  return kept > 0 && lines.some((line) => outcomeOf(line.status) === 'delivered')
}

/** True once the time to compensate is over, unless money came within it. */
function isUncompensated(facts: SubOrderFacts, from: BusinessDate, asOf: BusinessDate): boolean {
  if (daysBetween(from, asOf) <= DAYS_TO_COMPENSATE) return false
  return !creditsOf(facts).some(({ paidOn }) => daysBetween(from, paidOn) <= DAYS_TO_COMPENSATE)
}

function parcelEvidence(facts: SubOrderFacts, parcel: ReturnFacts): Evidence[] {
  return [
    { from: 'return', key: parcel.key, column: 'quantity', value: parcel.quantity },
    ...orderEvidence(facts, ['discountedPrice']),
  ]
}
