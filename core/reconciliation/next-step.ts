import type { RuleId } from './discrepancy'
import type { MarkState } from './marks'

/** Catalogue keys of the one thing a seller does next; the screen has the words in every language. */
export const NEXT_STEPS = [
  'raise_payment_ticket',
  'raise_charge_ticket',
  'raise_lost_ticket',
  'ask_for_parcel',
  'reopen_ticket',
  'inspect_and_claim',
  'tell_accountant',
  'upload_orders',
  'wait_for_credit',
  'none',
] as const

export type NextStep = (typeof NEXT_STEPS)[number]

const STEP_OF: Readonly<Record<RuleId, NextStep>> = {
  settlement_does_not_add_up: 'raise_payment_ticket',
  delivered_not_paid: 'raise_payment_ticket',
  tcs_rate: 'tell_accountant',
  tds_rate: 'tell_accountant',
  commission_rate: 'raise_charge_ticket',
  rto_charged: 'raise_charge_ticket',
  return_charge_without_return: 'raise_charge_ticket',
  return_charged_twice: 'raise_charge_ticket',
  shipping_charge_jump: 'raise_charge_ticket',
  recovery_without_reason: 'raise_charge_ticket',
  return_lost_uncompensated: 'raise_lost_ticket',
  lost_uncompensated: 'raise_lost_ticket',
  return_overdue: 'ask_for_parcel',
  claim_approved_not_credited: 'reopen_ticket',
  claim_window_closing: 'inspect_and_claim',
  order_unknown: 'upload_orders',
}

export function nextStepOf(rule: RuleId, state: MarkState): NextStep {
  switch (state) {
    case 'open':
      return STEP_OF[rule]
    case 'claimed':
      return 'wait_for_credit'
    case 'recovered':
    case 'written_off':
    case 'not_a_problem':
      return 'none'
    default:
      return state satisfies never
  }
}
