import { paise, sum } from '#core/money/paise'
import { type Discrepancy, discrepancyKey } from '#core/reconciliation/discrepancy'
import {
  applyMarks,
  findMarkProblem,
  type Mark,
  MARK_STATES,
  type MarkState,
  sumAmounts,
} from '#core/reconciliation/marks'
import { nextStepOf } from '#core/reconciliation/next-step'
import { subOrderNo } from '#core/ids'
import { array, assert, constantFrom, integer, property, record, boolean } from 'fast-check'
import { expect, test } from 'vitest'
import { found, lineOf } from './build-facts'

function discrepancyOf(rest: Partial<Discrepancy> = {}): Discrepancy {
  return {
    rule: 'rto_charged',
    subOrderNo: subOrderNo('260000000000000001_1'),
    about: 'line',
    atStake: paise(165_00),
    recoveredAmount: paise(0),
    isRecovered: false,
    evidence: [],
    ...rest,
  }
}

const markOf = (state: MarkState, discrepancy = discrepancyOf()): Mark => ({
  key: discrepancyKey(discrepancy),
  state,
  note: 'asked',
  ticketId: '77',
})

const only = (discrepancy: Discrepancy, ...marks: Mark[]) => applyMarks([discrepancy], marks)[0]!

test('a discrepancy is born open', () => {
  expect(only(discrepancyOf())).toMatchObject({
    state: 'open',
    note: '',
    amounts: { open: 165_00, recovered: 0 },
  })
})

test.each(['claimed', 'recovered', 'written_off', 'not_a_problem'] as const)(
  'a mark of %s holds its money there',
  (state) => {
    const marked = only(discrepancyOf(), markOf(state))
    expect(marked).toMatchObject({ state, note: 'asked', ticketId: '77' })
    expect(marked.amounts).toMatchObject({ open: 0, [state]: 165_00 })
  },
)

test('money that came recovers it by itself, whatever was decided but that it is no problem', () => {
  const back = discrepancyOf({ recoveredAmount: paise(165_00), isRecovered: true })
  expect(only(back).state).toBe('recovered')
  expect(only(back, markOf('claimed')).state).toBe('recovered')
  expect(only(back, markOf('written_off')).state).toBe('recovered')
  expect(only(back, markOf('not_a_problem')).state).toBe('not_a_problem')
})

test('a part that came back is recovered, and the rest stays where it was', () => {
  const part = discrepancyOf({ recoveredAmount: paise(100_00) })
  expect(only(part, markOf('claimed'))).toMatchObject({
    state: 'claimed',
    amounts: { recovered: 100_00, claimed: 65_00 },
  })
})

test('what a fair value leaves is written off', () => {
  const fair = discrepancyOf({ recoveredAmount: paise(150_00), isRecovered: true })
  expect(only(fair).amounts).toMatchObject({ recovered: 150_00, written_off: 15_00, open: 0 })
})

test('a mark is kept by rule, sub-order and evidence, and touches no other', () => {
  const other = discrepancyOf({ about: 'another line' })
  expect(only(other, markOf('written_off')).state).toBe('open')
  const rebuilt = { ...discrepancyOf(), evidence: [] }
  expect(only(rebuilt, markOf('written_off')).state).toBe('written_off')
})

test('a mark finds its discrepancy again after the facts were read anew, in another order', () => {
  const lines = [
    lineOf('RTO', '2026-07-14', { returnShipping: -165_00 }),
    lineOf('RTO', '2026-07-15', { returnShipping: -120_00 }),
  ]
  const before = found({ lines }, '2026-08-01')
  const after = found({ lines: lines.toReversed() }, '2026-09-01')
  expect(after).toEqual(before)
  const marks = [markOf('written_off', before[0])]
  expect(applyMarks(after, marks).map(({ state }) => state)).toEqual(['written_off', 'open'])
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

test('recovered, open, claimed, written-off and dismissed money is all that was at stake', () => {
  const discrepancies = array(
    record({
      about: integer({ min: 0, max: 5 }),
      atStake: integer({ min: 0, max: 1_00_000_00 }),
      part: integer({ min: 0, max: 100 }),
      isSettled: boolean(),
    }).map(({ about, atStake, part, isSettled }) =>
      discrepancyOf({
        about: String(about),
        atStake: paise(atStake),
        recoveredAmount: paise(Math.floor((atStake * part) / 100)),
        isRecovered: part === 100 || (isSettled && part >= 88),
      }),
    ),
  )
  const marks = array(
    record({ about: integer({ min: 0, max: 6 }), state: constantFrom(...MARK_STATES) }).map(
      ({ about, state }) => markOf(state, discrepancyOf({ about: String(about) })),
    ),
  )
  assert(
    property(discrepancies, marks, (all, decisions) => {
      const marked = applyMarks(all, decisions)
      for (const { amounts, atStake } of marked) expect(sum(Object.values(amounts))).toBe(atStake)
      expect(sum(Object.values(sumAmounts(marked)))).toBe(sum(all.map(({ atStake }) => atStake)))
      expect(sumAmounts(marked).recovered).toBeGreaterThanOrEqual(
        sum(all.map(({ recoveredAmount }) => recoveredAmount)),
      )
    }),
  )
})
