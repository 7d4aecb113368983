import { businessDate, parseBusinessMonth } from '#core/dates'
import { paise } from '#core/money/paise'
import {
  backTestRange,
  finalAmount,
  isWholeMonth,
  maturityOf,
  type MonthCurve,
  reachedBy,
  endRange,
  safeDaysAfter,
  safeToReadOn,
} from '#core/pnl/maturity'
import { describe, expect, test } from 'vitest'

const month = (text: string) => parseBusinessMonth(text)!

function curveOf(name: string, orderedUnits: number, ...arrivals: [number, number][]): MonthCurve {
  return {
    month: month(name),
    orderedUnits,
    arrivals: arrivals.map(([daysAfter, amount]) => ({ daysAfter, amount: paise(amount) })),
  }
}

// Of 1,000 hundred units ordered 100.00 came: 60 in the month, 35 by day 10, 10 by day 20, 5 lost to returns on day 30.
const APRIL = curveOf('2026-04', 1_000_00, [0, 60_00], [10, 35_00], [20, 10_00], [30, -5_00])
const MAY = curveOf('2026-05', 2_000_00, [0, 100_00], [10, 80_00], [20, 24_00], [30, -4_00])

const maturityWith = (rest: Partial<Parameters<typeof maturityOf>[0]>) =>
  maturityOf({
    subOrders: 3,
    finalSubOrders: 2,
    settledAmount: paise(900_00),
    stillExpectedAmount: paise(100_00),
    ...rest,
  })

describe('how far a month has come', () => {
  test('shares are of sub-orders and of money', () => {
    expect(maturityWith({})).toEqual({ finalBps: 66_66, settledBps: 90_00 })
  })

  test('only all of it is 100 %', () => {
    expect(maturityWith({ subOrders: 100_000, finalSubOrders: 99_999 }).finalBps).toBe(99_99)
    expect(maturityWith({ finalSubOrders: 3, stillExpectedAmount: paise(0) })).toEqual({
      finalBps: 100_00,
      settledBps: 100_00,
    })
  })

  test('nothing of nothing, and a loss has settled none', () => {
    expect(maturityWith({ subOrders: 0, finalSubOrders: 0 }).finalBps).toBeUndefined()
    expect(
      maturityWith({ settledAmount: paise(0), stillExpectedAmount: paise(0) }).settledBps,
    ).toBeUndefined()
    expect(maturityWith({ settledAmount: paise(-10_00) }).settledBps).toBe(0)
  })
})

test('a curve is read by day', () => {
  expect(reachedBy(APRIL, -1)).toBe(0)
  expect(reachedBy(APRIL, 9)).toBe(60_00)
  expect(reachedBy(APRIL, 10)).toBe(95_00)
  expect(finalAmount(APRIL)).toBe(100_00)
})

describe('when a month is safe to read', () => {
  test('from the day after which nothing moved it by 2 %', () => {
    // On day 20 April stands at 105.00, 5 % above its end; on day 30 it is there.
    expect(safeDaysAfter([APRIL])).toBe(30)
    // May stands at 204.00 on day 20: 2 % above 200.00, and that is safe.
    expect(safeDaysAfter([MAY])).toBe(20)
    expect(safeDaysAfter([MAY, APRIL])).toBe(30)
  })

  test('a paisa more than 2 % is not safe', () => {
    const just = curveOf('2026-05', 1, [0, 100_00], [20, 104_01], [30, -4_01])
    expect(safeDaysAfter([just])).toBe(30)
  })

  test('a month that passes its end on the way is safe only from when it stays', () => {
    const swinging = curveOf('2026-05', 1, [5, 100_00], [10, 50_00], [40, -50_00])
    expect(safeDaysAfter([swinging])).toBe(40)
  })

  test('a month that was over with its last day is safe from then', () => {
    expect(safeDaysAfter([curveOf('2026-05', 1, [-3, 100_00])])).toBe(0)
    expect(safeDaysAfter([])).toBeUndefined()
    expect(safeDaysAfter([curveOf('2026-05', 1)])).toBeUndefined()
  })

  test('it is a day of the calendar', () => {
    expect(safeToReadOn(month('2026-06'), [MAY])).toBe('2026-07-20')
    expect(safeToReadOn(month('2026-06'), [])).toBeUndefined()
  })
})

describe('how a young month may end', () => {
  const june = {
    month: month('2026-06'),
    orderedUnits: 3_000_00,
    soFar: paise(200_00),
  }

  test('as the earlier months did after as many days, in proportion, and the spread wider on each side', () => {
    // After day 10 April still brought 5.00 and May, twice its size, 20.00: 15.00 and 30.00 for three times April.
    expect(endRange(june, [APRIL, MAY], businessDate('2026-07-10'))).toEqual({
      least: 200_00,
      most: 245_00,
      learnedFrom: 2,
    })
  })

  test('after their end nothing is to come', () => {
    expect(endRange(june, [APRIL, MAY], businessDate('2026-07-30'))).toMatchObject({
      least: 200_00,
      most: 200_00,
    })
  })

  test('a month that is not over has none: nobody knows how large it will be', () => {
    expect(endRange(june, [APRIL, MAY], businessDate('2026-06-29'))).toBeUndefined()
    expect(endRange(june, [APRIL, MAY], businessDate('2026-06-30'))).toBeDefined()
  })

  test('one month teaches no range, nor does one without orders', () => {
    expect(endRange(june, [APRIL], businessDate('2026-07-10'))).toBeUndefined()
    const empty = curveOf('2026-03', 0)
    expect(endRange(june, [APRIL, empty], businessDate('2026-07-10'))).toBeUndefined()
  })
})

describe('a month to learn from', () => {
  // 60 days after 30 April is 29 June.
  const paid = {
    firstOn: businessDate('2026-04-15'),
    lastOn: businessDate('2026-06-29'),
    months: new Set(['2026-04', '2026-05', '2026-06']),
  }
  const isWhole = (change: Partial<typeof paid> = {}, asOf = '2026-06-29') =>
    isWholeMonth(month('2026-04'), { ...paid, ...change }, businessDate(asOf))

  test('is over, with its payments from first to last', () => {
    expect(isWhole()).toBe(true)
    expect(isWhole({}, '2026-06-28')).toBe(false)
    expect(isWhole({ lastOn: businessDate('2026-06-28') })).toBe(false)
    expect(isWhole({ firstOn: businessDate('2026-04-16') })).toBe(false)
  })

  test('has no hole in its payments', () => {
    expect(isWhole({ months: new Set(['2026-04', '2026-06']) })).toBe(false)
    // Nothing need have been paid in its own month yet.
    expect(isWhole({ months: new Set(['2026-05', '2026-06']) })).toBe(true)
  })
})

describe('the range tried on the past', () => {
  const alike = ['2026-01', '2026-02', '2026-03'].map((name, index) =>
    curveOf(name, 1_000_00, [0, 60_00], [10, 30_00 + index * 1_00]),
  )

  test('months that end as others did are within it', () => {
    // They leave 30.00, 31.00 and 32.00; of any two the spread, once more on each side, holds the third.
    expect(backTestRange(alike, 0)).toEqual({ months: 3, within: 3, worstMiss: 0 })
  })

  test('a month unlike the others is outside it, by so much', () => {
    const strange = curveOf('2026-04', 1_000_00, [0, 60_00], [10, 60_00])
    // The others leave 30.00 to 32.00, and a margin of 2.00: at most 94.00, and it ended at 120.00.
    expect(backTestRange([...alike, strange], 0)).toMatchObject({ worstMiss: 26_00 })
  })

  test('too few months try nothing', () => {
    expect(backTestRange([APRIL, MAY], 10)).toEqual({ months: 0, within: 0, worstMiss: 0 })
  })
})
