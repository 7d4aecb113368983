import { overheadsByMonth, overheadsIn } from '#core/costs/overheads'
import { addDays, businessDate, parseBusinessMonth } from '#core/dates'
import { paise } from '#core/money/paise'
import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'

const month = (text: string) => parseBusinessMonth(text)!
const period = (from: string, to: string) => ({ from: businessDate(from), to: businessDate(to) })
const rent = (amount: number, toMonth?: string) => ({
  name: 'Rent',
  amount: paise(amount),
  fromMonth: month('2026-01'),
  toMonth: toMonth === undefined ? undefined : month(toMonth),
})

test('a whole month costs the whole amount, a day its day', () => {
  // 3,100.00 in 31 days is 100.00 a day.
  expect(overheadsIn([rent(3_100_00)], period('2026-01-01', '2026-01-31'))).toBe(-3_100_00)
  expect(overheadsIn([rent(3_100_00)], period('2026-01-10', '2026-01-10'))).toBe(-100_00)
  expect(overheadsIn([rent(3_100_00)], period('2026-01-10', '2026-01-12'))).toBe(-300_00)
})

test('odd paise go to the first days', () => {
  expect(overheadsIn([rent(33)], period('2026-01-01', '2026-01-01'))).toBe(-2)
  expect(overheadsIn([rent(33)], period('2026-01-02', '2026-01-02'))).toBe(-2)
  expect(overheadsIn([rent(33)], period('2026-01-03', '2026-01-03'))).toBe(-1)
})

test('it counts from its first month to its last, both included', () => {
  const ending = [rent(280_00, '2026-02')]
  expect(overheadsIn(ending, period('2025-12-01', '2025-12-31'))).toBe(0)
  expect(overheadsIn(ending, period('2026-02-01', '2026-02-28'))).toBe(-280_00)
  expect(overheadsIn(ending, period('2026-03-01', '2026-03-31'))).toBe(0)
})

test('months are told apart, and several overheads add up', () => {
  expect(overheadsByMonth([rent(310_00), rent(31_00)], period('2026-01-31', '2026-02-01'))).toEqual(
    [
      { month: '2026-01', amount: -11_00 },
      // 310.00 and 31.00 in 28 days: 11.08 and 1.11 on the first of them.
      { month: '2026-02', amount: -12_19 },
    ],
  )
  expect(overheadsIn([], period('2026-01-01', '2026-01-31'))).toBe(0)
  expect(overheadsIn([rent(310_00)], period('2026-02-01', '2026-01-01'))).toBe(0)
})

test('however a quarter is cut in two, its halves cost what the whole does', () => {
  assert(
    property(
      integer({ min: 0, max: 1_00_00_000_00 }),
      integer({ min: 0, max: 88 }),
      (amount, at) => {
        const whole = period('2026-01-01', '2026-03-31')
        const cut = addDays(whole.from, at)
        const first = overheadsIn([rent(amount)], { from: whole.from, to: cut })
        const second = overheadsIn([rent(amount)], { from: addDays(cut, 1), to: whole.to })
        expect(first + second).toBe(-3 * amount + 0)
      },
    ),
  )
})
