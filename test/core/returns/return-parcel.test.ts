import {
  isSettledReturn,
  outcomeRank,
  parseReturnOutcome,
  type ReturnOutcome,
  returnTypeOf,
} from '#core/returns/return-parcel'
import { expect, test } from 'vitest'

const stage = (outcome: ReturnOutcome) => Math.trunc(outcomeRank(outcome) / 10)

test('a parcel goes from on the way to the door to an end, and never back', () => {
  expect(stage('in_transit')).toBeLessThan(stage('out_for_delivery'))
  for (const end of ['delivered', 'lost', 'disposed'] as const) {
    expect(stage('out_for_delivery')).toBeLessThan(stage(end))
    expect(stage(end)).toBe(stage('delivered'))
    expect(isSettledReturn(end)).toBe(true)
  }
  expect(isSettledReturn('out_for_delivery')).toBe(false)
})

test.each([
  ['completed_delivered', 'delivered'],
  ['Delivered', 'delivered'],
  ['completed_lost', 'lost'],
  ['ofd_reverse', 'out_for_delivery'],
  ['Out For Delivery', 'out_for_delivery'],
  ['intransit', 'in_transit'],
  ['In Transit', 'in_transit'],
  ['reverse_disposed', 'disposed'],
  ['not delivered', undefined],
  ['', undefined],
])('%s is %s', (text, outcome) => {
  expect(parseReturnOutcome(text)).toBe(outcome)
})

test('only what a buyer had can be a customer return', () => {
  expect(returnTypeOf('Customer Return')).toBe('customer')
  expect(returnTypeOf('Courier Return (RTO)')).toBe('rto')
  expect(returnTypeOf('Something else')).toBe('unknown')
})
