import { addDays, businessDate, daysBetween, firstDayOf, lastDayOf, monthOf } from '#core/dates'
import { type Days, leftOut, splitPeriod } from '#core/pnl/period'
import { assert, nat, property } from 'fast-check'
import { expect, test } from 'vitest'

const days = (from: string, to: string): Days => ({
  from: businessDate(from),
  to: businessDate(to),
})

const count = (each: Days | undefined) => (each ? daysBetween(each.from, each.to) + 1 : 0)

test('a year to date leaves out the rest of its month, and nothing before it', () => {
  expect(leftOut(days('2026-04-01', '2026-11-22'))).toEqual({
    before: undefined,
    after: days('2026-11-23', '2026-11-30'),
  })
})

test('a day in the middle of February leaves out both ends of it', () => {
  expect(leftOut(days('2028-02-14', '2028-02-14'))).toEqual({
    before: days('2028-02-01', '2028-02-13'),
    after: days('2028-02-15', '2028-02-29'),
  })
})

test('whole months leave out nothing, and their last but one day one', () => {
  expect(leftOut(days('2026-02-01', '2026-03-31'))).toEqual({
    before: undefined,
    after: undefined,
  })
  expect(leftOut(days('2026-02-02', '2026-03-30'))).toEqual({
    before: days('2026-02-01', '2026-02-01'),
    after: days('2026-03-31', '2026-03-31'),
  })
})

test('with what it leaves out any period is whole months', () => {
  assert(
    property(nat(800), nat(500), (first, more) => {
      const from = addDays(businessDate('2026-01-01'), first)
      const period = { from, to: addDays(from, more) }
      const { before, after } = leftOut(period)
      const whole = { from: before?.from ?? period.from, to: after?.to ?? period.to }
      expect(whole).toEqual({
        from: firstDayOf(monthOf(period.from)),
        to: lastDayOf(monthOf(period.to)),
      })
      expect(splitPeriod(whole).days).toEqual([])
      expect(count(before) + count(period) + count(after)).toBe(count(whole))
    }),
  )
})
