import { businessDate, monthOf } from '#core/dates'
import { cutMonth, cutMonthsOf, mainSideOf } from '#core/pnl/sides'
import { expect, test } from 'vitest'

const days = (from: string, to: string) => ({ from: businessDate(from), to: businessDate(to) })
const AUGUST = monthOf(businessDate('2026-08-01'))

test.each([
  ['2026-08-16', '2026-09-14', 'in'],
  ['2026-08-17', '2026-09-14', 'before'],
  ['2026-07-20', '2026-08-15', 'after'],
  ['2026-07-20', '2026-08-16', 'in'],
  ['2026-08-11', '2026-08-20', 'after'],
  ['2026-08-10', '2026-08-20', 'in'],
  ['2026-08-01', '2026-08-31', 'in'],
  ['2026-09-01', '2026-09-30', 'before'],
  ['2026-07-01', '2026-07-31', 'after'],
])('of %s to %s most days of August stand %s', (from, to, side) => {
  expect(mainSideOf(AUGUST, days(from, to))).toBe(side)
})

test('a month cut at both ends has three pieces, and they are its days', () => {
  expect(cutMonth(AUGUST, days('2026-08-10', '2026-08-20'))).toEqual([
    { side: 'before', ...days('2026-08-01', '2026-08-09') },
    { side: 'in', ...days('2026-08-10', '2026-08-20') },
    { side: 'after', ...days('2026-08-21', '2026-08-31') },
  ])
})

test('only the months at its ends are cut', () => {
  expect(cutMonthsOf(days('2026-06-10', '2026-08-31'))).toEqual(['2026-06'])
  expect(cutMonthsOf(days('2026-06-01', '2026-08-31'))).toEqual([])
})
