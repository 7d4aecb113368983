import { businessDate } from '#core/dates'
import { dueOn, dueRuleOf, firstPaymentLag, percentile } from '#core/reconciliation/due-date'
import { expect, test } from 'vitest'
import { DELIVERED, factsOf, lineOf } from './build-facts'

const slowOneOf = (all: number) => [
  { days: 14, count: all - 1 },
  { days: 40, count: 1 },
]

test('the percentile is the fewest days within which so many were paid', () => {
  const lags = [
    { days: 12, count: 98 },
    { days: 15, count: 1 },
    { days: 30, count: 1 },
  ]
  expect(percentile(lags, 98)).toBe(12)
  expect(percentile(lags, 99)).toBe(15)
  expect(percentile(lags, 100)).toBe(30)
  expect(percentile(lags.toReversed(), 99)).toBe(15)
  expect(percentile([], 99)).toBeUndefined()
  expect(percentile([{ days: 9, count: 0 }], 99)).toBeUndefined()
})

test('one slow payment in ninety-nine counts, and one in a hundred does not', () => {
  expect(dueRuleOf(slowOneOf(100))).toEqual({ days: 16, learnedFrom: 100 })
  expect(dueRuleOf(slowOneOf(99))).toEqual({ days: 42, learnedFrom: 99 })
})

test('fifty paid sub-orders teach the rule; forty-nine leave it at three weeks', () => {
  expect(dueRuleOf([{ days: 14, count: 50 }])).toEqual({ days: 16, learnedFrom: 50 })
  expect(dueRuleOf([{ days: 14, count: 49 }])).toEqual({ days: 23, learnedFrom: 0 })
  expect(dueRuleOf([])).toEqual({ days: 23, learnedFrom: 0 })
})

test('money is in time on the due day', () => {
  expect(dueOn(businessDate('2026-02-20'), { days: 16, learnedFrom: 50 })).toBe('2026-03-08')
})

test('the lag is to the first row that pays the delivery', () => {
  const first = lineOf('Delivered', '2026-07-14', DELIVERED)
  const later = lineOf('Delivered', '2026-07-20', DELIVERED)
  const zeroRow = lineOf('RTO', '2026-07-08')
  const fee = lineOf('', '2026-07-05', { recovery: -12_40 })
  expect(firstPaymentLag(factsOf({ lines: [later, fee, first] }))).toBe(13)
  expect(firstPaymentLag(factsOf({ lines: [zeroRow, fee] }))).toBeUndefined()
  expect(firstPaymentLag(factsOf())).toBeUndefined()
  expect(firstPaymentLag(factsOf({ order: undefined, lines: [first] }))).toBe(13)
  const undated = { ...first, orderedOn: undefined }
  expect(firstPaymentLag(factsOf({ order: undefined, lines: [undated] }))).toBeUndefined()
  const early = lineOf('Delivered', '2026-06-30', DELIVERED)
  expect(firstPaymentLag(factsOf({ lines: [early] }))).toBeUndefined()
})
