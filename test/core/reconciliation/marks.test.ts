import { findMarkProblem, stateOf } from '#core/reconciliation/marks'
import { nextStepOf } from '#core/reconciliation/next-step'
import { expect, test } from 'vitest'
import { found, lineOf } from './build-facts'

test('a discrepancy is open until somebody decides', () => {
  expect(stateOf(false, undefined)).toBe('open')
  for (const decided of ['claimed', 'recovered', 'written_off', 'not_a_problem'] as const)
    expect(stateOf(false, decided)).toBe(decided)
})

test('money that came recovers it by itself, whatever was decided but that it is no problem', () => {
  for (const decided of [undefined, 'open', 'claimed', 'recovered', 'written_off'] as const)
    expect(stateOf(true, decided)).toBe('recovered')
  expect(stateOf(true, 'not_a_problem')).toBe('not_a_problem')
})

test('a discrepancy is the same after the facts were read anew, in another order', () => {
  const lines = [
    lineOf('RTO', '2026-07-14', { returnShipping: -165_00 }),
    lineOf('RTO', '2026-07-15', { returnShipping: -120_00 }),
  ]
  const before = found({ lines }, '2026-08-01')
  expect(before).toHaveLength(2)
  expect(found({ lines: lines.toReversed() }, '2026-09-01')).toEqual(before)
})

test('a claim names its ticket, and what is no problem says why', () => {
  const mark = { note: '', ticketId: '' }
  expect(findMarkProblem({ ...mark, state: 'claimed' })).toBe('ticket_id_missing')
  expect(findMarkProblem({ ...mark, state: 'claimed', ticketId: '7' })).toBeUndefined()
  expect(findMarkProblem({ ...mark, state: 'not_a_problem', note: ' ' })).toBe('note_missing')
  expect(findMarkProblem({ ...mark, state: 'not_a_problem', note: 'own gift' })).toBeUndefined()
  for (const state of ['open', 'recovered', 'written_off'] as const)
    expect(findMarkProblem({ ...mark, state })).toBeUndefined()
})

test('an open one has a step, a claimed one waits, a finished one has none', () => {
  expect(nextStepOf('rto_charged', 'open')).toBe('raise_charge_ticket')
  expect(nextStepOf('order_unknown', 'open')).toBe('upload_orders')
  expect(nextStepOf('rto_charged', 'claimed')).toBe('wait_for_credit')
  for (const state of ['recovered', 'written_off', 'not_a_problem'] as const)
    expect(nextStepOf('rto_charged', state)).toBe('none')
})
