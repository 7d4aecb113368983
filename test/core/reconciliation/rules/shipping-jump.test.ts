import { paise } from '#core/money/paise'
import type { LineFacts } from '#core/reconciliation/facts'
import { sellerNorms } from '#core/reconciliation/seller-norms'
import { expect, test } from 'vitest'
import { found, lineOf } from '../build-facts'

const rules = ['shipping_charge_jump' as const]
const normsOf = (value: number, count: number) =>
  sellerNorms([{ norm: 'shippingPerUnit', sku: 'SAREE-1', value, count }])
const find = (line: LineFacts, norms = normsOf(61_81, 20), others: LineFacts[] = []) =>
  found({ lines: [line, ...others] }, '2026-09-01', { rules, norms })
// 55.00 of the buyer's shipping at 5 %: 55.00 / 1.05 × 1.18 = 61.81.
const charged = (shipping: number, rest: Partial<LineFacts> = {}) =>
  lineOf(
    'Delivered',
    '2026-07-14',
    { sale: 354_00, shipping },
    { listingPrice: paise(299_00), ...rest },
  )

const back = (shipping: number) => lineOf('Return', '2026-07-20', { saleReturn: -354_00, shipping })

test('twice the usual charge is worth the excess', () => {
  expect(find(charged(-123_62))).toMatchObject([{ atStake: 61_81, recoveredAmount: 0 }])
})

test('half as much again is a jump, and a paisa less is none', () => {
  // 60.00 × 1.5 = 90.00.
  expect(find(charged(-90_00), normsOf(60_00, 20))).toMatchObject([{ atStake: 30_00 }])
  expect(find(charged(-89_99), normsOf(60_00, 20))).toEqual([])
})

test('four rows are no usual charge; five are', () => {
  expect(find(charged(-123_62), normsOf(61_81, 4))).toEqual([])
  expect(find(charged(-123_62), normsOf(61_81, 5))).toHaveLength(1)
  expect(find({ ...charged(-123_62), sku: 'OTHER' })).toEqual([])
})

test('the charge is for one unit', () => {
  expect(find(charged(-123_62, { quantity: 2 }))).toEqual([])
  expect(find(charged(-123_62, { quantity: undefined }))).toEqual([])
})

test('of several units the excess is over the row’s own charge, which is not rounded for one unit', () => {
  // Two units, 150.00 of shipping at 5 %: 168.57, or 84.285 for one. The median is 84.29.
  const line = lineOf(
    'Delivered',
    '2026-07-14',
    { sale: 748_00, shipping: -337_14 },
    { listingPrice: paise(299_00), quantity: 2 },
  )
  expect(find(line, normsOf(84_29, 20))).toMatchObject([{ atStake: 168_57 }])
})

test('a buyer who paid more shipping is charged more, and the seller loses nothing', () => {
  // 110.00 / 1.05 × 1.18 = 123.62.
  const line = lineOf(
    'Delivered',
    '2026-07-14',
    { sale: 409_00, shipping: -123_62 },
    { listingPrice: paise(299_00) },
  )
  expect(find(line)).toEqual([])
  expect(find({ ...line, shipping: paise(-123_64) })).toEqual([])
  expect(find({ ...line, shipping: paise(-123_65) })).toHaveLength(1)
})

test('a reversal that gives the charge back recovers the excess, and only what is above the usual', () => {
  const norms = normsOf(61_81, 20)
  expect(find(charged(-123_62), norms, [back(123_62)])).toMatchObject([{ recoveredAmount: 61_81 }])
  expect(find(charged(-123_62), norms, [back(61_81)])).toMatchObject([{ recoveredAmount: 0 }])
})

test('an RTO row and a return row pay no delivery', () => {
  expect(find({ ...charged(-123_62), status: 'Return' })).toEqual([])
  expect(find({ ...charged(-123_62), status: '' })).toEqual([])
})
