import { type BusinessMonth, businessDate, parseBusinessMonth } from '#core/dates'
import { microRupees } from '#core/money/micro-rupees'
import { paise } from '#core/money/paise'
import { tcsRegister } from '#core/tax/tcs'
import { quarterOf, tdsRegister } from '#core/tax/tds'
import type { GstMonthSum, WithheldSum } from '#core/tax/withheld'
import { expect, test } from 'vitest'

const sumOf = (day: string, rest: Partial<WithheldSum> = {}): WithheldSum => ({
  day: businessDate(day),
  gstRateBps: 5_00,
  lines: 1,
  gross: paise(1_050_00),
  withheld: paise(-5_00),
  ...rest,
})

const monthOf = (text: string): BusinessMonth => parseBusinessMonth(text)!
const reported = (month: string, rupees: number): GstMonthSum => ({
  month: monthOf(month),
  taxable: microRupees(rupees * 1_000_000),
  rowsWithoutValue: 0,
})

test('a month of TCS is what was kept back, beside what the rate gives', () => {
  // 1,050.00 and 1,180.00 are 1,000.00 each without GST; 0.5 % of 2,000.00 is 10.00.
  const sums = [
    sumOf('2026-07-14'),
    sumOf('2026-07-31', { gstRateBps: 18_00, gross: paise(1_180_00), withheld: paise(-5_01) }),
    sumOf('2026-08-01'),
  ]
  const { months, total } = tcsRegister(sums)
  expect(months).toMatchObject([
    {
      month: '2026-07',
      rates: [{ from: '2024-07-10', rateBps: 50, source: 'Notification 15/2024 Central Tax' }],
      payments: {
        lines: 2,
        taxable: 2_000_00,
        withheld: 10_01,
        due: 10_00,
        difference: 1,
        isWithinRounding: true,
        grossWithoutRate: 0,
      },
      gstReport: undefined,
    },
    { month: '2026-08', payments: { taxable: 1_000_00, withheld: 5_00, due: 5_00, difference: 0 } },
  ])
  expect(total).toMatchObject({ lines: 3, taxable: 3_000_00, withheld: 15_01, due: 15_00 })
})

const totalOfLines = (lines: number, withheld: number) =>
  tcsRegister([sumOf('2026-07-14', { lines, withheld: paise(withheld) })]).total

test('half a paisa a line is rounding, and more is not', () => {
  expect(totalOfLines(4, -5_02)).toMatchObject({ difference: 2, isWithinRounding: true })
  expect(totalOfLines(4, -5_03)).toMatchObject({ difference: 3, isWithinRounding: false })
  expect(totalOfLines(4, -4_98)).toMatchObject({ difference: -2, isWithinRounding: true })
  expect(totalOfLines(4, -4_97)).toMatchObject({ difference: -3, isWithinRounding: false })
})

test('days of a month are rounded as one and not each', () => {
  // 0.5 % of 1.00 / 1.05 is 0.476 of a paisa: a hundred of them are 48 paise, and no hundred times nought.
  const days = Array.from({ length: 100 }, () => sumOf('2026-07-14', { gross: paise(1_00) }))
  expect(tcsRegister(days).total).toMatchObject({ taxable: 95_24, due: 48 })
})

test('a month in which the rate changed has both', () => {
  const sums = [sumOf('2024-07-09', { withheld: paise(-10_00) }), sumOf('2024-07-10')]
  const { months } = tcsRegister(sums, [reported('2024-07', 1_000)])
  expect(months).toMatchObject([{ payments: { due: 15_00, withheld: 15_00 } }])
  expect(months[0]!.rates.map(({ rateBps }) => rateBps)).toEqual([1_00, 50])
  // The GST report does not say which day each of its supplies was on.
  expect(months[0]!.gstReport).toEqual({ taxable: 1_000_00, due: undefined, rowsWithoutValue: 0 })
})

test('the GST report of a month stands beside its payments, and alone where nothing was paid', () => {
  const { months, total } = tcsRegister(
    [sumOf('2026-08-01')],
    [reported('2026-06', 2_000.005), reported('2026-08', -100)],
  )
  expect(months).toMatchObject([
    { month: '2026-06', payments: undefined, gstReport: { taxable: 2_000_01, due: 10_00 } },
    { month: '2026-07', payments: undefined, gstReport: undefined },
    { month: '2026-08', payments: { due: 5_00 }, gstReport: { taxable: -100_00, due: -50 } },
  ])
  expect(total).toMatchObject({ withheld: 5_00 })
})

test('returns take their tax back', () => {
  const sums = [
    sumOf('2026-07-14'),
    sumOf('2026-07-20', { gross: paise(-1_050_00), withheld: paise(5_00) }),
  ]
  expect(tcsRegister(sums).total).toMatchObject({ taxable: 0, withheld: 0, due: 0 })
})

test('lines without a GST rate are kept apart, and their tax is not lost', () => {
  const { months, total } = tcsRegister([
    sumOf('2026-07-14', { gstRateBps: undefined }),
    sumOf('2026-08-14'),
  ])
  const unknown = { difference: undefined, isWithinRounding: undefined }
  expect(months[0]!.payments).toEqual({
    lines: 1,
    taxable: 0,
    due: 0,
    withheld: 5_00,
    grossWithoutRate: 1_050_00,
    ...unknown,
  })
  expect(months[1]!.payments).toMatchObject({ difference: 0 })
  expect(total).toMatchObject({ withheld: 10_00, due: 5_00, ...unknown })
})

test.each([
  ['2026-04', 1],
  ['2026-06', 1],
  ['2026-07', 2],
  ['2026-09', 2],
  ['2026-10', 3],
  ['2026-12', 3],
  ['2027-01', 4],
  ['2027-03', 4],
])('TDS of %s is in quarter %i', (month, quarter) => {
  expect(quarterOf(monthOf(month))).toBe(quarter)
})

test('TDS was 1 % until 30 September 2024, and is 0.1 % since', () => {
  expect(tdsRegister([sumOf('2024-09-30')]).total).toMatchObject({ due: 10_00 })
  // 0.1 % of 1,000.00.
  expect(tdsRegister([sumOf('2024-10-01')]).total).toMatchObject({ due: 1_00 })
})

test('nothing is nothing', () => {
  expect(tcsRegister([])).toMatchObject({ months: [], total: { lines: 0, withheld: 0 } })
})
