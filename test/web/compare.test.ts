import { businessDate } from '#core/dates'
import { expect, test } from 'vitest'
import { cautionsOf, changeOf, comparedPeriod, type Comparison } from '../../web/compare'
import type { Preset } from '../../web/period'
import { group } from './support/figures'

function against(days: string, comparison: Comparison, preset?: Preset): string | undefined {
  const [from = '', to = ''] = days.split('..')
  const period = { from: businessDate(from), to: businessDate(to) }
  const found = comparedPeriod(period, preset, comparison)
  return found && `${found.from}..${found.to}`
}

test.each([
  ['a month of 31 days with a month of 30', '2026-07-01..2026-07-31', '2026-06-01..2026-06-30'],
  ['March with a short February', '2026-03-01..2026-03-31', '2026-02-01..2026-02-28'],
  ['March with a leap February', '2028-03-01..2028-03-31', '2028-02-01..2028-02-29'],
  ['a leap February with January', '2028-02-01..2028-02-29', '2028-01-01..2028-01-31'],
  ['January with December', '2026-01-01..2026-01-31', '2025-12-01..2025-12-31'],
  ['a quarter with the quarter before', '2026-04-01..2026-06-30', '2026-01-01..2026-03-31'],
  ['a whole financial year', '2025-04-01..2026-03-31', '2024-04-01..2025-03-31'],
])('whole months are compared with as many whole months: %s', (_, days, expected) => {
  expect(against(days, 'period')).toBe(expected)
})

test.each([
  ['the 14th day with 14 days', '2026-08-01..2026-08-14', '2026-07-01..2026-07-14'],
  ['the first day with a first day', '2026-08-01..2026-08-01', '2026-07-01..2026-07-01'],
  ['28 February of a leap year', '2028-02-01..2028-02-28', '2028-01-01..2028-01-28'],
  // February has no 30 days: as many days end the day before instead.
  ['30 March', '2026-03-01..2026-03-30', '2026-01-30..2026-02-28'],
  ['29 March after a leap February', '2028-03-01..2028-03-29', '2028-02-01..2028-02-29'],
])('a month that still runs is compared with as many days: %s', (_, days, expected) => {
  expect(against(days, 'period', 'this-month')).toBe(expected)
})

test.each([
  ['in August', '2026-04-01..2026-08-14', '2025-04-01..2025-08-14'],
  ['on its first day', '2026-04-01..2026-04-01', '2025-04-01..2025-04-01'],
  ['at the end of a quarter, too', '2026-04-01..2026-06-30', '2025-04-01..2025-06-30'],
  ['the day before it ends', '2025-04-01..2026-03-30', '2024-04-01..2025-03-30'],
  ['whole', '2025-04-01..2026-03-31', '2024-04-01..2025-03-31'],
  // 335 days each: the other year had no 29 February.
  ['on a leap day', '2027-04-01..2028-02-29', '2026-04-01..2027-03-01'],
  ['a leap year, the day before it ends', '2027-04-01..2028-03-30', '2026-04-01..2027-03-31'],
  ['a leap year, whole', '2027-04-01..2028-03-31', '2026-04-01..2027-03-31'],
])(
  'a running financial year is compared with as many days of the last: %s',
  (_, days, expected) => {
    expect(against(days, 'period', 'this-fy')).toBe(expected)
  },
)

test('the first days of a month, asked for as the last 7, are no running month', () => {
  expect(against('2026-07-01..2026-07-07', 'period', 'last-7')).toBe('2026-06-24..2026-06-30')
})

test.each([
  ['a week', '2026-03-08..2026-03-14', '2026-03-01..2026-03-07'],
  ['a day', '2026-03-01..2026-03-01', '2026-02-28..2026-02-28'],
  ['30 days across a leap day', '2028-03-02..2028-03-31', '2028-02-01..2028-03-01'],
  ['days of two months', '2026-06-16..2026-07-15', '2026-05-17..2026-06-15'],
])(
  'any other days are compared with as many that end the day before: %s',
  (name, days, expected) => {
    expect(against(days, 'period', name === 'a day' ? 'today' : undefined)).toBe(expected)
  },
)

test.each([
  ['some days', '2026-06-16..2026-07-15', '2025-06-16..2025-07-15'],
  ['over a new year', '2025-12-20..2026-01-10', '2024-12-20..2025-01-10'],
  ['29 February', '2028-02-29..2028-02-29', '2027-02-28..2027-02-28'],
  ['a whole February with a leap one', '2025-02-01..2025-02-28', '2024-02-01..2024-02-29'],
  ['a whole leap February', '2028-02-01..2028-02-29', '2027-02-01..2027-02-28'],
  ['a running February', '2028-02-01..2028-02-28', '2027-02-01..2027-02-28'],
  ['a whole financial year', '2025-04-01..2026-03-31', '2024-04-01..2025-03-31'],
])('the same days a year before: %s', (_, days, expected) => {
  expect(against(days, 'year')).toBe(expected)
})

test('nothing is compared with where nobody wants it', () => {
  expect(against('2026-06-01..2026-06-30', 'none')).toBeUndefined()
})

test('a change is an amount, and a share where that says something', () => {
  expect(changeOf(150_00, 100_00)).toEqual({ amount: 50_00, percent: 50 })
  // Fees of ₹120 after fees of ₹100.
  expect(changeOf(-120_00, -100_00)).toEqual({ amount: -20_00, percent: -20 })
  expect(changeOf(-50_00, 100_00)).toEqual({ amount: -150_00, percent: -150 })
  expect(changeOf(50_00, -100_00)).toEqual({ amount: 150_00, percent: undefined })
  expect(changeOf(50_00, 0)).toEqual({ amount: 50_00, percent: undefined })
})

test('what is unknown on one side is no change from nil', () => {
  const unknown = { amount: undefined, percent: undefined }
  expect(changeOf(null, 100_00)).toEqual(unknown)
  expect(changeOf(100_00, null)).toEqual(unknown)
  expect(changeOf(100_00, undefined)).toEqual(unknown)
})

const july = { from: businessDate('2026-07-01'), to: businessDate('2026-07-31') }
const june = { from: businessDate('2026-06-01'), to: businessDate('2026-06-30') }

test('two months that are whole, settled and costed are compared without a caution', () => {
  const figures = group('total', { sale: 100_00, settlement: 100_00 })
  const sides = [
    { period: july, group: figures },
    { period: june, group: figures },
  ] as const
  expect(cautionsOf(...sides, '2026-07-31')).toEqual([])
  expect(cautionsOf(...sides, '2026-07-30')).toEqual(['after_files'])
  expect(cautionsOf(...sides, null)).toEqual(['after_files'])
})

test('a month that is not settled, or whose costs are missing, says so, whichever of the two it is', () => {
  const whole = group('total', { sale: 100_00, settlement: 100_00 })
  const young = { ...whole, coverage: { ...whole.coverage, settledPct: 78.25 }, isPartial: true }
  const cautions = ['not_settled', 'cost_partial']
  const now = { period: july, group: young }
  const before = { period: june, group: whole }
  expect(cautionsOf(now, before, '2026-08-10')).toEqual(cautions)
  expect(cautionsOf({ ...now, group: whole }, { ...before, group: young }, '2026-08-10')).toEqual(
    cautions,
  )
})

test('days that no file tells of are not days without money', () => {
  const now = { period: july, group: group('total', { sale: 100_00, settlement: 100_00 }) }
  expect(cautionsOf(now, { period: june, group: undefined }, '2026-08-10')).toEqual(['nothing'])
})
