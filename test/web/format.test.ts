import { expect, test } from 'vitest'
import {
  formatBytes,
  formatCount,
  formatDay,
  formatInstant,
  formatPercent,
  formatPeriod,
  formatRate,
  formatShortMonth,
} from '../../web/locales/format'
import { sortGroups } from '../../web/pages/profit/sort-groups'
import { shareOfNetSales } from '../../web/pnl-statement'
import { group } from './support/figures'

test('days and periods are written the Indian way, and no longer than needed', () => {
  expect(formatDay('2026-08-05')).toBe('05 Aug 2026')
  expect(formatPeriod('2026-08-05', '2026-08-05')).toBe('05 Aug 2026')
  expect(formatPeriod('2026-08-01', '2026-08-31')).toBe('01–31 Aug 2026')
  expect(formatPeriod('2026-06-01', '2026-08-31')).toBe('01 Jun – 31 Aug 2026')
  expect(formatPeriod('2025-04-01', '2026-03-31')).toBe('01 Apr 2025 – 31 Mar 2026')
})

test('months carry their year where it begins', () => {
  expect(formatShortMonth('2026-11', true)).toBe('Nov 2026')
  expect(formatShortMonth('2026-12', false)).toBe('Dec')
  expect(formatShortMonth('2027-01', false)).toBe('Jan 2027')
})

test('an instant is told in India’s time', () => {
  expect(formatInstant('2026-08-14T18:30:00.000Z')).toBe('15 Aug 2026, 00:00')
})

test('numbers: counts, shares, rates, sizes', () => {
  expect(formatCount(123456)).toBe('1,23,456')
  expect(formatPercent(-12.34)).toBe('−12.3 %')
  expect(formatPercent(-0.01)).toBe('0.0 %')
  expect(formatRate(1800)).toBe('18 %')
  expect(formatRate(50)).toBe('0.5 %')
  expect(formatBytes(38_844)).toBe('38 KB')
})

test('a share needs net sales to be a share of', () => {
  expect(shareOfNetSales(-50_00, group('a', { sale: 200_00, settlement: 200_00 }).lines)).toBe(-25)
  expect(shareOfNetSales(-50_00, group('a').lines)).toBeUndefined()
  expect(shareOfNetSales(null, group('a', { sale: 1, settlement: 1 }).lines)).toBeUndefined()
})

test('SKUs are sorted by any column, and equals by their name', () => {
  const groups = [
    group('B', { sale: 100, settlement: 100 }),
    group('A', { sale: 100, settlement: 100 }),
    group('C', { sale: 300, settlement: 300 }),
  ]
  const keys = (sort: string) => sortGroups(groups, sort).map(({ key }) => key)
  expect(keys('-netSales')).toEqual(['C', 'A', 'B'])
  expect(keys('netSales')).toEqual(['A', 'B', 'C'])
  expect(keys('-key')).toEqual(['C', 'B', 'A'])
})
