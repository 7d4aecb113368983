import { addDays, businessDate } from '#core/dates'
import { paise } from '#core/money/paise'
import { forecast, forecastTotal } from '#core/settlements/forecast'
import { array, assert, integer, option, property, record } from 'fast-check'
import { expect, test } from 'vitest'

const asOf = businessDate('2026-09-03')
const day = businessDate
const LAGS = [
  { days: 14, count: 3 },
  { days: 13, count: 1 },
]

test('a promise falls on its day, a day without one is not scheduled', () => {
  const promises = [
    { promisedOn: day('2026-09-04'), amount: paise(100_00) },
    { promisedOn: day('2026-09-04'), amount: paise(50_00) },
    { promisedOn: undefined, amount: paise(30_00) },
  ]
  expect(forecast(promises, [], LAGS, asOf)).toEqual({
    days: [{ day: '2026-09-04', promised: 150_00, expected: 0 }],
    unscheduled: 30_00,
    late: { promised: 0, expected: 0 },
  })
})

test('a promise for today or before is late', () => {
  const promises = [
    { promisedOn: asOf, amount: paise(100_00) },
    { promisedOn: day('2026-09-01'), amount: paise(50_00) },
  ]
  expect(forecast(promises, [], LAGS, asOf)).toMatchObject({ days: [], late: { promised: 150_00 } })
})

test('what is expected falls as earlier payments did', () => {
  // Ordered on 23 August: a quarter after 13 days, on 5 September, the rest the day after.
  const expected = [{ orderedOn: day('2026-08-23'), amount: paise(100_00) }]
  expect(forecast([], expected, LAGS, asOf).days).toEqual([
    { day: '2026-09-05', promised: 0, expected: 25_00 },
    { day: '2026-09-06', promised: 0, expected: 75_00 },
  ])
})

test('lags that have passed no longer count', () => {
  // 13 days after 21 August is today; all of it is expected tomorrow.
  const expected = [{ orderedOn: day('2026-08-21'), amount: paise(100_00) }]
  expect(forecast([], expected, LAGS, asOf).days).toEqual([
    { day: '2026-09-04', promised: 0, expected: 100_00 },
  ])
})

test('slower than any payment before is late; so is everything without a history', () => {
  const expected = [{ orderedOn: day('2026-08-20'), amount: paise(100_00) }]
  expect(forecast([], expected, LAGS, asOf).late.expected).toBe(100_00)
  expect(forecast([], expected, [], asOf).late.expected).toBe(100_00)
})

test('every paisa that was promised or is expected is in one place of the forecast', () => {
  const amounts = integer({ min: -1_00_000_00, max: 1_00_000_00 }).map(paise)
  const days = integer({ min: -40, max: 40 }).map((shift) => addDays(asOf, shift))
  assert(
    property(
      array(record({ promisedOn: option(days, { nil: undefined }), amount: amounts })),
      array(record({ orderedOn: days, amount: amounts })),
      array(record({ days: integer({ min: 0, max: 30 }), count: integer({ min: 0, max: 9 }) })),
      (promises, expected, lags) => {
        const given = [...promises, ...expected].reduce((total, { amount }) => total + amount, 0)
        const answer = forecast(promises, expected, lags, asOf)
        expect(forecastTotal(answer)).toBe(given + 0)
        for (const each of answer.days) expect(each.day > asOf).toBe(true)
      },
    ),
  )
})
