import type { BusinessDate } from '../../dates'
import { negate, type Paise, ZERO } from '../../money/paise'
import { outcomeOf } from '../../settlements/outcome'
import type { Case, Finding } from '../discrepancy'
import { inDayOrder, type LineFacts, type SubOrderFacts } from '../facts'

/** `rto_charged`: an undelivered parcel costs the seller nothing by Meesho's own terms. */
export function findChargedRtos({ facts }: Case): Finding[] {
  return facts.lines
    .filter((line) => outcomeOf(line.status) === 'rto' && line.settlement < 0)
    .map((line) => ({
      rule: 'rto_charged',
      about: line.key,
      atStake: negate(line.settlement),
      creditsFrom: line.paidOn,
      evidence: [
        { from: 'line', key: line.key, column: 'status', value: line.status },
        { from: 'line', key: line.key, column: 'settlement', value: line.settlement },
      ],
    }))
}

/**
 * `return_charge_without_return` and `return_charged_twice`: the fee of a return is due once for each
 * parcel that came back. Where nothing came back at all, every charge is the first rule's.
 */
export function findReturnCharges({ facts }: Case): Finding[] {
  // A charge on an RTO row is the rule's of RTOs.
  const charges = inDayOrder(facts.lines).filter(
    (line) => line.returnShipping < 0 && outcomeOf(line.status) !== 'rto',
  )
  if (!hasReturn(facts)) {
    return charges.map((line) => chargeFinding('return_charge_without_return', line))
  }
  // A sub-order of several units may come back in several parcels, each with its fee.
  const parcels = facts.returns.filter(({ type }) => type !== 'rto').length
  return charges
    .slice(Math.max(parcels, 1))
    .map((line) => chargeFinding('return_charged_twice', line))
}

function chargeFinding(
  rule: 'return_charge_without_return' | 'return_charged_twice',
  line: LineFacts,
): Finding {
  return {
    rule,
    about: line.key,
    atStake: negate(line.returnShipping),
    creditsFrom: line.paidOn,
    evidence: [
      { from: 'line', key: line.key, column: 'returnShipping', value: line.returnShipping },
    ],
  }
}

// The first half of an exchange comes back too, and its report row may lag behind the charge.
const SENT_BACK = new Set(['returned', 'rto', 'exchanged'])

/** True when anything at all says that the goods, or some of them, went back. */
function hasReturn({ lines, returns, gst, order }: SubOrderFacts): boolean {
  if (returns.length > 0 || gst.wasReturned) return true
  if (lines.some((line) => line.saleReturn < 0 || SENT_BACK.has(outcomeOf(line.status))))
    return true
  return order !== undefined && /RETURN|EXCHANGE|^RTO|REFUND/i.test(order.status)
}

/** `recovery_without_reason`: money taken back with no word why. */
export function findUnexplainedRecoveries({ facts }: Case): Finding[] {
  return facts.lines
    .filter((line) => line.recovery < 0 && line.recoveryReason.trim() === '')
    .map((line) => ({
      rule: 'recovery_without_reason',
      about: line.key,
      atStake: negate(line.recovery),
      creditsFrom: line.paidOn,
      evidence: [
        { from: 'line', key: line.key, column: 'recovery', value: line.recovery },
        { from: 'line', key: line.key, column: 'recoveryReason', value: '' },
      ],
    }))
}

/** `order_unknown`: money for a sub-order that no orders report contains; nothing is lost by it. */
export function findUnknownOrders({ facts }: Case): Finding[] {
  if (facts.order || facts.lines.length === 0) return []
  return [
    {
      rule: 'order_unknown',
      about: '',
      atStake: ZERO,
      evidence: inDayOrder(facts.lines).map((line) => ({
        from: 'line',
        key: line.key,
        column: 'settlement',
        value: line.settlement,
      })),
    },
  ]
}

/** Charges given back: by day, in the columns they were taken in. */
export function refundsOf({ lines }: SubOrderFacts): { paidOn: BusinessDate; amount: Paise }[] {
  return inDayOrder(lines).flatMap(({ paidOn, recovery, returnShipping }) =>
    [recovery, returnShipping].filter((amount) => amount > 0).map((amount) => ({ paidOn, amount })),
  )
}
