import { FINAL_RANKS, isFinal, lifecycleRank, normaliseStatus } from '#core/orders/lifecycle'
import { expect, test } from 'vitest'

const ON_THE_WAY = [
  'PENDING',
  'HOLD',
  'APPROVED',
  'UNSHIPPED',
  'READY_TO_SHIP',
  'SHIPPED',
  'OUT_FOR_DELIVERY',
  'RTO_INITIATED',
  'RTO_LOCKED',
  'RTO_OFD',
  'RTO_DELIVERY_FAILED',
]
const FINAL = [
  'CANCELLED',
  'LOST',
  'SHIPMENT_LOST',
  'RTO_DELIVERED',
  'RTO_COMPLETE',
  'DELIVERED',
  'REFUND_APPLIED',
  'RETURN',
  'RETURNED',
  'EXCHANGE',
  'DOOR_STEP_EXCHANGED',
]

test('a sub-order goes forward through its states, and a final one comes after each on the way', () => {
  const ranks = [...ON_THE_WAY, ...FINAL].map(lifecycleRank)
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
  expect(new Set(ranks).size).toBe(ranks.length)
})

test('a status that nobody has seen before never outranks a known one', () => {
  for (const status of ['', 'TELEPORTED', 'RTO', 'constructor']) {
    expect(lifecycleRank(status)).toBe(0)
    expect(isFinal(status)).toBe(false)
  }
  expect(lifecycleRank('PENDING')).toBeGreaterThan(0)
})

test.each(FINAL)('after %s nothing more is expected', (status) => {
  expect(isFinal(status)).toBe(true)
  expect(FINAL_RANKS).toContain(lifecycleRank(status))
})

test.each([...ON_THE_WAY, 'RETURN_REQUESTED'])('%s is not the end', (status) => {
  expect(isFinal(status)).toBe(false)
  expect(FINAL_RANKS).not.toContain(lifecycleRank(status))
})

test('a return asked for follows the delivery and precedes the return', () => {
  expect(lifecycleRank('RETURN_REQUESTED')).toBeGreaterThan(lifecycleRank('DELIVERED'))
  expect(lifecycleRank('RETURN_REQUESTED')).toBeLessThan(lifecycleRank('RETURNED'))
})

test('a status is the same in any case, with spaces or underscores', () => {
  expect(normaliseStatus(' Rto complete ')).toBe('RTO_COMPLETE')
  expect(normaliseStatus('Ready-To-Ship')).toBe('READY_TO_SHIP')
  expect(lifecycleRank('rto complete')).toBe(lifecycleRank('RTO_COMPLETE'))
})
