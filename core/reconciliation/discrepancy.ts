import type { BusinessDate } from '../dates'
import type { SubOrderNo } from '../ids'
import type { Paise } from '../money/paise'
import type { DueRule } from './due-date'
import type { SubOrderFacts } from './facts'
import type { SellerNorms } from './seller-norms'
import type { Standing } from './standing'

export const RULES = [
  'settlement_does_not_add_up',
  'tcs_rate',
  'tds_rate',
  'commission_rate',
  'delivered_not_paid',
  'rto_charged',
  'return_charge_without_return',
  'return_charged_twice',
  'shipping_charge_jump',
  'recovery_without_reason',
  'return_lost_uncompensated',
  'return_overdue',
  'claim_approved_not_credited',
  'lost_uncompensated',
  'claim_window_closing',
  'order_unknown',
] as const

/**
 * Grows whenever the same facts are judged otherwise than before: standing verdicts are then made anew.
 */
export const RULES_EDITION = 2

export type RuleId = (typeof RULES)[number]

/** A cell that a discrepancy rests on: `key` finds the row, `column` names the figure in it. */
export type Evidence = {
  readonly from: 'order' | 'line' | 'promise' | 'return' | 'claim'
  readonly key: string
  readonly column: string
  readonly value: number | string
}

export type Discrepancy = {
  readonly rule: RuleId
  readonly subOrderNo: SubOrderNo
  /** What of the sub-order it is about: a line, a parcel, a ticket; '' is the sub-order itself. */
  readonly about: string
  readonly atStake: Paise
  /** What has come back since, by the facts alone; from 0 to `atStake`. */
  readonly recoveredAmount: Paise
  /** True once nothing more is to be had: the money is back, whole or at the fair value Meesho pays. */
  readonly isRecovered: boolean
  readonly evidence: readonly Evidence[]
}

/**
 * The money at stake, as far as it is known. No rule finds a loss of nothing: where nothing is at stake, no
 * file names the price of what was lost, or nothing is lost by it.
 */
export function knownStake(atStake: number): number | null {
  return atStake === 0 ? null : atStake
}

/** What a rule finds, before money that came back is set against it. */
export type Finding = {
  readonly rule: RuleId
  readonly about: string
  readonly atStake: Paise
  /** Credits from this day on count against it; nothing where credits have no part in it. */
  readonly creditsFrom?: BusinessDate | undefined
  /** Where a part of the stake settles the whole of it, that part. */
  readonly settlesAt?: Paise
  /** What the rule itself saw come back. */
  readonly returned?: Paise
  readonly evidence: readonly Evidence[]
}

export type Judgement = {
  readonly asOf: BusinessDate
  readonly dueRule: DueRule
  readonly norms: SellerNorms
}

/** One sub-order before the rules. */
export type Case = Judgement & { readonly facts: SubOrderFacts; readonly standing: Standing }

export type Rule = (subject: Case) => Finding[]
