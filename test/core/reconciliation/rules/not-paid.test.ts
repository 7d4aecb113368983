import { businessDate } from '#core/dates'
import { sellerNorms } from '#core/reconciliation/seller-norms'
import { expect, test } from 'vitest'
import { DELIVERED, found, lineOf, orderOf, promiseOf, returnOf } from '../build-facts'

const rules = ['delivered_not_paid' as const]
const norms = sellerNorms([
  { norm: 'settlementPerSaleBps', sku: 'SAREE-1', value: 80_00, count: 5 },
  { norm: 'salePerPriceBps', sku: 'SAREE-1', value: 120_00, count: 5 },
])

test('a delivery past its due day is worth what its SKU usually settles at', () => {
  // 499.00 × 120 % × 80 %.
  expect(found({}, '2026-07-25', { rules, norms })).toMatchObject([
    { about: '', atStake: 479_04, recoveredAmount: 0, isRecovered: false },
  ])
  expect(found({}, '2026-07-24', { rules, norms })).toEqual([])
})

test('where sales usually settle at a loss, nothing is at stake, and never less than nothing', () => {
  const losing = sellerNorms([
    { norm: 'settlementPerSaleBps', sku: 'SAREE-1', value: -30_00, count: 5 },
  ])
  expect(found({}, '2026-07-25', { rules, norms: losing })).toMatchObject([
    { atStake: 0, recoveredAmount: 0, isRecovered: false },
  ])
})

test.each([
  ['promised', { promises: [promiseOf('Delivered')] }],
  ['returned', { returns: [returnOf('customer', 'in_transit')] }],
  ['returned by GST', { gst: { invoiceValue: undefined, wasReturned: true } }],
  ['on its way', { order: orderOf('SHIPPED') }],
  ['an RTO', { order: orderOf('RTO_COMPLETE') }],
  ['cancelled', { order: orderOf('CANCELLED') }],
  ['lost', { order: orderOf('LOST') }],
  ['of a status nobody knows', { order: orderOf('TELEPORTED') }],
  ['paid in time', { lines: [lineOf('Delivered', '2026-07-24', DELIVERED)] }],
])('one that is %s is not accused', (_, facts) => {
  expect(found(facts, '2026-12-01', { rules, norms })).toEqual([])
})

test('money that comes after the due day recovers it by itself', () => {
  const lines = [lineOf('Delivered', '2026-07-25', DELIVERED)]
  expect(found({ lines }, '2026-08-01', { rules, norms })).toMatchObject([
    { atStake: 483_84, recoveredAmount: 483_84, isRecovered: true },
  ])
})

test('a fee without a sale does not pay the delivery', () => {
  const lines = [
    lineOf('', '2026-07-10', { recovery: -12_40 }, { recoveryReason: 'Affiliate Fee' }),
  ]
  expect(found({ lines }, '2026-07-25', { rules, norms })).toHaveLength(1)
})

test('the day is judged by the order, not by the machine', () => {
  const order = orderOf('DELIVERED', { orderedOn: businessDate('2026-02-20') })
  expect(found({ order }, '2026-03-15', { rules })).toEqual([])
  expect(found({ order }, '2026-03-16', { rules })).toHaveLength(1)
})
