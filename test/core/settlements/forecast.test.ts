import { addDays, businessDate } from '#core/dates'
import { paise, sum } from '#core/money/paise'
import { addForecasts, forecast, forecastTotal, NO_ESTIMATES } from '#core/settlements/forecast'
import { array, assert, integer, option, property, record } from 'fast-check'
import { expect, test } from 'vitest'

const asOf = businessDate('2026-09-03')
const day = businessDate
// 80 sub-orders: the 99th percentile is 14 days, so money is due after 16.
const LAGS = [
  { days: 14, count: 60 },
  { days: 13, count: 20 },
]

test('a promise falls on its day, a day without one is not scheduled', () => {
  const promises = [
    { promisedOn: day('2026-09-04'), amount: paise(100_00) },
    { promisedOn: day('2026-09-04'), amount: paise(50_00) },
    { promisedOn: undefined, amount: paise(30_00) },
  ]
  expect(forecast(promises, [], LAGS, asOf)).toEqual({
    days: [{ day: '2026-09-04', promised: 150_00, expected: 0 }],
    unscheduled: { promised: 30_00, expected: 0 },
    late: { promised: 0, expected: 0 },
  })
})

test('a promise for today is still in time, one for yesterday is late', () => {
  const promises = [
    { promisedOn: asOf, amount: paise(100_00) },
    { promisedOn: day('2026-09-02'), amount: paise(50_00) },
  ]
  const found = forecast(promises, [], LAGS, asOf)
  expect(found.days).toEqual([{ day: '2026-09-03', promised: 100_00, expected: 0 }])
  expect(found.late.promised).toBe(50_00)
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

test('slower than usual it is expected on its due day, and late once that has passed', () => {
  // Ordered on 20 and 18 August: 14 and 16 days ago; due on 5 September and today.
  for (const [orderedOn, dueOn] of [
    ['2026-08-20', '2026-09-05'],
    ['2026-08-18', '2026-09-03'],
  ] as const) {
    const expected = [{ orderedOn: day(orderedOn), amount: paise(100_00) }]
    expect(forecast([], expected, LAGS, asOf).days).toEqual([
      { day: dueOn, promised: 0, expected: 100_00 },
    ])
  }
  const overdue = [{ orderedOn: day('2026-08-17'), amount: paise(100_00) }]
  expect(forecast([], overdue, LAGS, asOf)).toMatchObject({ days: [], late: { expected: 100_00 } })
})

test('one slow payment of the past does not make slow payments usual', () => {
  // 1 of 10,001 took 90 days: what was ordered 60 days ago is late all the same.
  const lags = [
    { days: 14, count: 10_000 },
    { days: 90, count: 1 },
  ]
  const expected = [{ orderedOn: addDays(asOf, -60), amount: paise(100_00) }]
  expect(forecast([], expected, lags, asOf).late.expected).toBe(100_00)
})

test('a seller with few payments has money expected on the due day that others would have', () => {
  const expected = [{ orderedOn: day('2026-09-01'), amount: paise(100_00) }]
  // 21 days and two of grace.
  const onDueDay = [{ day: '2026-09-24', promised: 0, expected: 100_00 }]
  expect(forecast([], expected, [], asOf).days).toEqual(onDueDay)
  expect(forecast([], expected, [{ days: 5, count: 49 }], asOf).days).toEqual(onDueDay)
})

test('money for orders that no report dates is expected, but on no day', () => {
  const expected = [{ orderedOn: undefined, amount: paise(100_00) }]
  expect(forecast([], expected, LAGS, asOf)).toMatchObject({
    days: [],
    unscheduled: { promised: 0, expected: 100_00 },
  })
})

const promisesOf = (amount: number) => [
  { promisedOn: day('2026-09-04'), amount: paise(amount) },
  { promisedOn: undefined, amount: paise(1_00) },
]

test('the forecasts of two stores are added day by day', () => {
  const one = forecast(promisesOf(100_00), [], LAGS, asOf)
  const other = forecast(promisesOf(20_00), [], [], asOf)
  expect(addForecasts([one, other])).toMatchObject({
    days: [{ day: '2026-09-04', promised: 120_00, expected: 0 }],
    unscheduled: { promised: 2_00 },
  })
  expect(addForecasts([])).toEqual({ days: [], unscheduled: NO_ESTIMATES, late: NO_ESTIMATES })
})

test('every paisa that was promised or is expected is in one place of the forecast', () => {
  const amounts = integer({ min: -1_00_000_00, max: 1_00_000_00 }).map(paise)
  const days = integer({ min: -40, max: 40 }).map((shift) => addDays(asOf, shift))
  assert(
    property(
      array(record({ promisedOn: option(days, { nil: undefined }), amount: amounts })),
      array(record({ orderedOn: option(days, { nil: undefined }), amount: amounts })),
      array(record({ days: integer({ min: 0, max: 30 }), count: integer({ min: 0, max: 40 }) })),
      (promises, expected, lags) => {
        const answer = forecast(promises, expected, lags, asOf)
        expect(forecastTotal(answer)).toEqual({
          promised: sum(promises.map(({ amount }) => amount)),
          expected: sum(expected.map(({ amount }) => amount)),
        })
        for (const each of answer.days) expect(each.day >= asOf).toBe(true)
      },
    ),
  )
})
