import { type BusinessMonth, businessDate, parseBusinessMonth } from '#core/dates'
import { coverageCalendar, coverageOf, type ReportSpan, spanOf } from '#core/meesho/coverage'
import { expect, test } from 'vitest'

const june: BusinessMonth = parseBusinessMonth('2026-06')!
const longAfter = businessDate('2026-09-01')
const days = (from: string, to: string) => ({ from: businessDate(from), to: businessDate(to) })
const report = (from: string, to: string, hasChanges = false): ReportSpan => ({
  kind: 'orders',
  ...days(from, to),
  hasChanges,
})

test('a month without any report is missing', () => {
  expect(coverageOf(june, [], longAfter)).toBe('missing')
  expect(coverageOf(june, [report('2026-05-01', '2026-05-31')], longAfter)).toBe('missing')
})

test('a month is complete from its first day to its last, in one report or in several', () => {
  expect(coverageOf(june, [report('2026-06-01', '2026-06-30')], longAfter)).toBe('complete')
  const halves = [report('2026-06-16', '2026-07-03'), report('2026-05-20', '2026-06-15')]
  expect(coverageOf(june, halves, longAfter)).toBe('complete')
})

test('one day that no report covers leaves the month provisional', () => {
  expect(coverageOf(june, [report('2026-06-02', '2026-06-30')], longAfter)).toBe('provisional')
  expect(coverageOf(june, [report('2026-06-01', '2026-06-29')], longAfter)).toBe('provisional')
  const gap = [report('2026-06-01', '2026-06-14'), report('2026-06-16', '2026-06-30')]
  expect(coverageOf(june, gap, longAfter)).toBe('provisional')
})

test('a month is provisional until its last day is over', () => {
  const whole = [report('2026-06-01', '2026-06-30')]
  expect(coverageOf(june, whole, businessDate('2026-06-30'))).toBe('provisional')
  expect(coverageOf(june, whole, businessDate('2026-07-01'))).toBe('complete')
})

test('a complete month that a report changed is restated, and an incomplete one stays provisional', () => {
  const first = report('2026-06-01', '2026-06-30')
  expect(coverageOf(june, [first, report('2026-06-20', '2026-06-25', true)], longAfter)).toBe(
    'restated',
  )
  expect(coverageOf(june, [report('2026-06-20', '2026-06-25', true)], longAfter)).toBe(
    'provisional',
  )
})

const NAMED = 'x_PREVIOUS_PAYMENT_2026-06-01_2026-06-30.zip'

test('a quiet week at the end of a month is covered when the file was asked for the whole month', () => {
  const rows = days('2026-06-02', '2026-06-23')
  expect(spanOf(rows, [NAMED], longAfter)).toEqual(days('2026-06-01', '2026-06-30'))
  expect(spanOf(rows, ['renamed.zip'], longAfter)).toEqual(rows)
})

test('eight silent days are no quiet week: the file may have been taken early', () => {
  const rows = days('2026-06-09', '2026-06-22')
  expect(spanOf(rows, [NAMED], longAfter)).toEqual(rows)
})

test('no file covers a day after it was received', () => {
  const rows = days('2026-06-01', '2026-06-24')
  expect(spanOf(rows, [NAMED], businessDate('2026-06-25'))).toEqual(
    days('2026-06-01', '2026-06-25'),
  )
  expect(spanOf(undefined, [NAMED], businessDate('2026-05-31'))).toBeUndefined()
})

test('a sheet without rows covers the days its file is named after, and none without a name', () => {
  expect(spanOf(undefined, [NAMED], longAfter)).toEqual(days('2026-06-01', '2026-06-30'))
  expect(spanOf(undefined, ['ads.csv'], longAfter)).toBeUndefined()
})

test('the innermost name that tells wins, and the time of a download is no day', () => {
  const inner = 'Orders_2026-06-01_2026-06-30_2026-07-03_16_12-16_17_2454257.csv'
  expect(spanOf(undefined, ['all_2026-01-01_2026-12-31.zip', inner], longAfter)).toEqual(
    days('2026-06-01', '2026-06-30'),
  )
  expect(spanOf(undefined, ['x_2026-06-31_2026-06-30.csv'], longAfter)).toBeUndefined()
})

test('the calendar has every month of each kind that any report has', () => {
  const spans = [
    report('2026-06-01', '2026-06-30'),
    { ...report('2026-07-01', '2026-07-10'), kind: 'payments.orders' },
  ]
  const { from, to } = days('2026-06-15', '2026-07-15')
  expect(coverageCalendar(from, to, spans, longAfter)).toEqual([
    { kind: 'orders', month: '2026-06', state: 'complete' },
    { kind: 'orders', month: '2026-07', state: 'missing' },
    { kind: 'payments.orders', month: '2026-06', state: 'missing' },
    { kind: 'payments.orders', month: '2026-07', state: 'provisional' },
  ])
})
