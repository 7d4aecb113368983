import type { BusinessDate } from '../dates'
import { paise, ZERO } from '../money/paise'
import type { Case, Discrepancy, Finding, Judgement, Rule } from './discrepancy'
import type { SubOrderFacts } from './facts'
import { findSumsThatMiss } from './rules/adds-up'
import {
  findChargedRtos,
  findReturnCharges,
  findUnexplainedRecoveries,
  findUnknownOrders,
  refundsOf,
} from './rules/charges'
import { findUncreditedClaims, matchTickets } from './rules/claims'
import { findUnpaidDelivery } from './rules/not-paid'
import { findWrongRates } from './rules/rates'
import {
  findClosingWindows,
  findLostOrders,
  findLostReturns,
  findOverdueReturns,
} from './rules/returns'
import { findShippingJumps } from './rules/shipping-jump'
import { type Standing, standingOf } from './standing'

const FINDERS: readonly Rule[] = [
  findSumsThatMiss,
  findWrongRates,
  findUnpaidDelivery,
  findUncreditedClaims,
  findLostReturns,
  findLostOrders,
  findChargedRtos,
  findReturnCharges,
  findUnexplainedRecoveries,
  findShippingJumps,
  findOverdueReturns,
  findClosingWindows,
  findUnknownOrders,
]

/** Where one sub-order stands and all that is wrong with it, from its facts alone. */
export function reconcileSubOrder(
  facts: SubOrderFacts,
  judgement: Judgement,
): { standing: Standing; discrepancies: Discrepancy[] } {
  const standing = standingOf(facts, judgement.asOf, judgement.dueRule)
  return { standing, discrepancies: findDiscrepancies({ ...judgement, facts, standing }) }
}

export function findDiscrepancies(subject: Case): Discrepancy[] {
  return withCredits(
    subject.facts,
    FINDERS.flatMap((find) => find(subject).sort(byRow)),
  )
}

function byRow(a: Finding, b: Finding): number {
  const [first, second] = [`${a.rule}|${a.about}`, `${b.rule}|${b.about}`]
  return first < second ? -1 : first > second ? 1 : 0
}

type Pot = { readonly paidOn: BusinessDate; left: number }

/** Sets money that came back against what was at stake; no credit counts twice, nor one that paid a ticket. */
function withCredits(facts: SubOrderFacts, findings: readonly Finding[]): Discrepancy[] {
  const pots = [...matchTickets(facts).leftOver, ...refundsOf(facts)].map(
    ({ paidOn, amount }): Pot => {
      return { paidOn, left: amount }
    },
  )
  return findings.map((finding) => {
    const { rule, about, atStake, creditsFrom, settlesAt, evidence } = finding
    const returned = finding.returned ?? ZERO
    const came = creditsFrom === undefined ? 0 : spend(pots, atStake - returned, creditsFrom)
    const recoveredAmount = paise(returned + came)
    const isRecovered = atStake > 0 && recoveredAmount >= (settlesAt ?? atStake)
    return {
      rule,
      subOrderNo: facts.subOrderNo,
      about,
      atStake,
      recoveredAmount,
      isRecovered,
      evidence,
    }
  })
}

/** Takes up to `wanted` out of the pots of a day and later; what it took. */
function spend(pots: readonly Pot[], wanted: number, from: BusinessDate): number {
  let taken = 0
  for (const pot of pots) {
    if (pot.paidOn < from) continue
    const part = Math.min(pot.left, wanted - taken)
    pot.left -= part
    taken += part
  }
  return taken
}
