import { businessDate } from '#core/dates'
import { lifecycleRank, DELIVERED_RANKS, DISPATCHED_RANKS, RTO_RANKS } from '#core/orders/lifecycle'
import { groupKeyOf, overdueBefore } from '#core/returns/return-summary'
import { expect, test } from 'vitest'

test('a return created on 13 August is in time on 3 September, and overdue a day later', () => {
  expect(overdueBefore(businessDate('2026-09-03'))).toBe('2026-08-13')
  expect(overdueBefore(businessDate('2026-09-04'))).toBe('2026-08-14')
})

test('one state written in two ways has one line; a SKU stays as it is written', () => {
  expect(groupKeyOf('state', 'tamil  nadu')).toBe(groupKeyOf('state', 'Tamil Nadu'))
  expect(groupKeyOf('sku', 'Ab-1')).toBe('Ab-1')
  expect(groupKeyOf('state', '')).toBe('')
})

/** Whether it was dispatched, delivered and sent back undelivered. */
function says(status: string): boolean[] {
  const rank = lifecycleRank(status)
  return [DISPATCHED_RANKS, DELIVERED_RANKS, RTO_RANKS].map((ranks) => ranks.includes(rank))
}

test('what an order’s status says of its parcel', () => {
  expect(says('READY_TO_SHIP')).toEqual([false, false, false])
  expect(says('CANCELLED')).toEqual([false, false, false])
  expect(says('SHIPPED')).toEqual([true, false, false])
  expect(says('LOST')).toEqual([true, false, false])
  expect(says('RTO_OFD')).toEqual([true, false, true])
  expect(says('RTO_COMPLETE')).toEqual([true, false, true])
  expect(says('DELIVERED')).toEqual([true, true, false])
  expect(says('DOOR_STEP_EXCHANGED')).toEqual([true, true, false])
  // A status nobody has seen before is counted nowhere.
  expect(says('TELEPORTED')).toEqual([false, false, false])
})
