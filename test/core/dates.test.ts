import {
  addDays,
  businessDate,
  businessDateFromSerial,
  businessDateOf,
  dayInIndia,
  endOfDayInIndia,
  daysBetween,
  financialYearOf,
  firstDayOf,
  lastDayOf,
  monthOf,
  nextMonth,
  parseBusinessDate,
  parseBusinessMonth,
} from '#core/dates'
import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'

const days = integer({ min: 0, max: 100_000 }).map((count) =>
  addDays(businessDate('1900-03-01'), count),
)

test.each(['2026-06-01', '2024-02-29', '2000-02-29', '2026-12-31', '1900-01-01', '2199-12-31'])(
  '%s is a day',
  (text) => {
    expect(parseBusinessDate(text)).toBe(text)
  },
)

test.each([
  '2026-02-29',
  '1900-02-29',
  '2026-04-31',
  '2026-06-00',
  '2026-00-10',
  '2026-13-01',
  '1899-12-31',
  '2200-01-01',
  '2026-6-1',
  '01-06-2026',
  '2026-06-01 10:00:00',
  ' 2026-06-01',
  '',
])('“%s” is no day', (text) => {
  expect(parseBusinessDate(text)).toBeUndefined()
  expect(() => businessDate(text)).toThrow(RangeError)
})

test('a day is made of its parts, or not at all', () => {
  expect(businessDateOf(2026, 6, 1)).toBe('2026-06-01')
  expect(businessDateOf(2026, 2, 29)).toBeUndefined()
  expect(businessDateOf(2026, 2, 1.5 + 0.5)).toBe('2026-02-02')
})

test('months know their first and last day and the next month', () => {
  const february = monthOf(businessDate('2024-02-10'))
  expect(february).toBe('2024-02')
  expect(firstDayOf(february)).toBe('2024-02-01')
  expect(lastDayOf(february)).toBe('2024-02-29')
  expect(nextMonth(parseBusinessMonth('2025-12')!)).toBe('2026-01')
  expect(nextMonth(february)).toBe('2024-03')
  for (const text of ['2024-13', '2024-00', '2024-1', '2024-01-01'])
    expect(parseBusinessMonth(text)).toBeUndefined()
})

test('days are counted over months, years and leap days', () => {
  expect(addDays(businessDate('2024-02-28'), 2)).toBe('2024-03-01')
  expect(addDays(businessDate('2026-01-01'), -1)).toBe('2025-12-31')
  expect(daysBetween(businessDate('2026-08-31'), businessDate('2026-09-03'))).toBe(3)
  expect(daysBetween(businessDate('2026-09-03'), businessDate('2026-08-31'))).toBe(-3)
})

test('adding days and counting them undo each other, and text order is day order', () => {
  assert(
    property(days, integer({ min: -500, max: 500 }), (day, count) => {
      const other = addDays(day, count)
      expect(daysBetween(day, other)).toBe(count)
      expect(other > day).toBe(count > 0)
    }),
  )
})

test('an instant is the day it is in India, whatever the machine’s clock says', () => {
  expect(dayInIndia(new Date('2026-06-01T18:29:59.999Z'))).toBe('2026-06-01')
  expect(dayInIndia(new Date('2026-06-01T18:30:00Z'))).toBe('2026-06-02')
  expect(dayInIndia(new Date('2026-03-31T18:30:00Z'))).toBe('2026-04-01')
})

test('a day in India ends at half past six in the evening, universal time', () => {
  const end = new Date(endOfDayInIndia(businessDate('2026-06-01')))
  expect(end.toISOString()).toBe('2026-06-01T18:30:00.000Z')
})

test('the financial year starts on 1 April', () => {
  expect(financialYearOf(businessDate('2027-03-31'))).toBe(2026)
  expect(financialYearOf(businessDate('2026-04-01'))).toBe(2026)
  expect(financialYearOf(businessDate('2026-03-31'))).toBe(2025)
})

test('a spreadsheet’s serial number is its day', () => {
  expect(businessDateFromSerial(61)).toBe('1900-03-01')
  expect(businessDateFromSerial(46_174)).toBe('2026-06-01')
  expect(businessDateFromSerial(46_174.99)).toBe('2026-06-01')
  expect(businessDateFromSerial(109_574)).toBe('2199-12-31')
  for (const serial of [60, -1, 109_575, Number.NaN, Infinity])
    expect(businessDateFromSerial(serial)).toBeUndefined()
})
