import { addDays, businessDate, lastDayOf, parseBusinessMonth } from '#core/dates'
import { paise } from '#core/money/paise'
import { finalAmount } from '#core/pnl/maturity'
import { type ProfitCurve, profitRange } from '#core/pnl/profit-range'
import { array, assert, integer, nat, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'

const month = (text: string) => parseBusinessMonth(text)!

type Arrivals = [daysAfter: number, amount: number][]

function curveOf(name: string, arrivals: Arrivals, rest: Partial<ProfitCurve> = {}): ProfitCurve {
  return {
    month: month(name),
    orderedUnits: 100,
    arrivals: arrivals.map(([daysAfter, amount]) => ({ daysAfter, amount: paise(amount) })),
    unknownEntries: 0,
    dispatchedUnits: 100,
    unpackedUnits: 0,
    gstUnknownLines: 0,
    ...rest,
  }
}

// Every month pays its rent at once, sells at a profit, and loses some of it to returns on day 30.
const APRIL = curveOf('2026-04', [
  [-29, -10_00],
  [0, 60_00],
  [20, 30_00],
  [30, -5_00],
])
const MAY = curveOf('2026-05', [
  [-30, -10_00],
  [0, 50_00],
  [20, 34_00],
  [30, -7_00],
])
const YOUNG: Arrivals = [
  [-29, -10_00],
  [0, 55_00],
]
const ON_10_JULY = businessDate('2026-07-10')

function stateOf(young: ProfitCurve, earlier: ProfitCurve[], asOf = ON_10_JULY) {
  const { state, range } = profitRange(young, earlier, asOf)
  expect(range === undefined).toBe(state !== 'told')
  return state
}

const young = (rest: Partial<ProfitCurve> = {}) => curveOf('2026-06', YOUNG, rest)

describe('how the profit of a young month may end', () => {
  test('with what the earlier months still brought after as many days, and the spread wider on each side', () => {
    // 45.00 so far. April still brought 25.00 and May 27.00: 2.00 apart.
    expect(profitRange(young(), [APRIL, MAY], ON_10_JULY)).toEqual({
      state: 'told',
      soFar: 45_00,
      range: { least: 68_00, most: 74_00, learnedFrom: 2 },
      backTest: undefined,
    })
  })

  test('a month of twice their orders has twice as much to come', () => {
    const large = young({ orderedUnits: 200 })
    // 50.00 and 54.00 are to come.
    expect(profitRange(large, [APRIL, MAY], ON_10_JULY).range).toMatchObject({
      least: 91_00,
      most: 1_03_00,
    })
  })

  test('the range is tried on the earlier months, each by the others', () => {
    const march = curveOf('2026-03', [
      [0, 55_00],
      [20, 26_00],
    ])
    // From day 10 on they bring 26.00, 25.00 and 27.00. The others of March say 23.00 to 29.00, those of
    // April 25.00 to 28.00, and those of May 24.00 to 27.00: each ends within.
    expect(profitRange(young(), [march, APRIL, MAY], ON_10_JULY).backTest).toEqual({
      months: 3,
      within: 3,
      worstMiss: 0,
    })
    const bad = curveOf('2026-03', [
      [0, 55_00],
      [20, 5_00],
    ])
    // Of March the others say at least 23.00, and 5.00 came; of the others no range reaches as far.
    expect(profitRange(young(), [bad, APRIL, MAY], ON_10_JULY).backTest).toEqual({
      months: 3,
      within: 2,
      worstMiss: 18_00,
    })
  })
})

describe('there is no range', () => {
  test('of a month that is not over', () => {
    expect(stateOf(young(), [APRIL, MAY], businessDate('2026-06-29'))).toBe('running')
    expect(stateOf(young(), [APRIL, MAY], businessDate('2026-06-30'))).toBe('told')
  })

  test('of a month with a cost or a GST rate that nobody knows', () => {
    expect(stateOf(young({ unknownEntries: 1 }), [APRIL, MAY])).toBe('costs_unknown')
    expect(stateOf(young({ unpackedUnits: 1 }), [APRIL, MAY])).toBe('costs_unknown')
    expect(stateOf(young({ gstUnknownLines: 1 }), [APRIL, MAY])).toBe('gst_unknown')
  })

  test('from fewer than two months, and it says whether a cost of theirs is missing', () => {
    expect(stateOf(young(), [APRIL])).toBe('too_few_months')
    expect(stateOf(young(), [APRIL, { ...MAY, unknownEntries: 1 }])).toBe('earlier_unknown')
    expect(stateOf(young(), [APRIL, { ...MAY, gstUnknownLines: 1 }])).toBe('earlier_unknown')
  })

  test('from months that knew their packaging, of one that does not', () => {
    const unpacked = { unpackedUnits: 100 }
    expect(stateOf(young(unpacked), [APRIL, MAY])).toBe('earlier_unknown')
    const both = [APRIL, MAY].map((curve) => ({ ...curve, ...unpacked }))
    expect(stateOf(young(unpacked), both)).toBe('told')
    expect(stateOf(young(), both)).toBe('earlier_unknown')
  })
})

const arrivals = array(
  record({
    daysAfter: integer({ min: -30, max: 60 }),
    amount: integer({ min: -900_00, max: 900_00 }),
  }),
  {
    maxLength: 8,
  },
)
const sizes = integer({ min: 1, max: 500 })

test('a month that has come to its end, as those before had by then, has its own profit for a range', () => {
  assert(
    property(
      array(arrivals, { minLength: 3, maxLength: 6 }),
      sizes,
      nat(300),
      (all, units, later) => {
        const [newest, ...earlier] = all.map((each, index) =>
          curveOf(
            `2026-0${9 - index}`,
            each.map(({ daysAfter, amount }) => [daysAfter, amount]),
            {
              orderedUnits: units + index,
            },
          ),
        )
        const asOf = addDays(lastDayOf(newest!.month), 60 + later)
        const profit = finalAmount(newest!)
        expect(profitRange(newest!, earlier, asOf)).toMatchObject({
          state: 'told',
          soFar: profit,
          range: { least: profit, most: profit },
        })
      },
    ),
  )
})
