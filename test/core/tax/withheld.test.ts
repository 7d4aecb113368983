import { businessDate } from '#core/dates'
import { paise } from '#core/money/paise'
import { tcsRegister } from '#core/tax/tcs'
import { tdsRegister } from '#core/tax/tds'
import type { WithheldSum } from '#core/tax/withheld'
import { expect, test } from 'vitest'

const sumOf = (day: string, rest: Partial<WithheldSum> = {}): WithheldSum => ({
  day: businessDate(day),
  gstRateBps: 5_00,
  gross: paise(1_050_00),
  withheld: paise(-5_00),
  ...rest,
})

test('a month of TCS is what was kept back, beside what the rate gives', () => {
  // 1,050.00 and 1,180.00 are 1,000.00 each without GST; 0.5 % of 2,000.00 is 10.00.
  const sums = [
    sumOf('2026-07-14'),
    sumOf('2026-07-31', { gstRateBps: 18_00, gross: paise(1_180_00), withheld: paise(-5_01) }),
    sumOf('2026-08-01'),
  ]
  expect(tcsRegister(sums)).toEqual([
    {
      month: '2026-07',
      financialYear: 2026,
      taxable: 2_000_00,
      withheld: 10_01,
      due: 10_00,
      grossWithoutRate: 0,
    },
    {
      month: '2026-08',
      financialYear: 2026,
      taxable: 1_000_00,
      withheld: 5_00,
      due: 5_00,
      grossWithoutRate: 0,
    },
  ])
})

test('a month in which the rate changed has both', () => {
  const sums = [sumOf('2024-07-09', { withheld: paise(-10_00) }), sumOf('2024-07-10')]
  expect(tcsRegister(sums)).toMatchObject([{ due: 15_00, withheld: 15_00 }])
})

test('returns take their tax back', () => {
  const sums = [
    sumOf('2026-07-14'),
    sumOf('2026-07-20', { gross: paise(-1_050_00), withheld: paise(5_00) }),
  ]
  expect(tcsRegister(sums)).toMatchObject([{ taxable: 0, withheld: 0, due: 0 }])
})

test('rows without a GST rate are kept apart, and their tax is not lost', () => {
  expect(tcsRegister([sumOf('2026-07-14', { gstRateBps: undefined })])).toMatchObject([
    { taxable: 0, due: 0, withheld: 5_00, grossWithoutRate: 1_050_00 },
  ])
})

test.each([
  ['2026-04-01', 2026, 1],
  ['2026-06-30', 2026, 1],
  ['2026-07-01', 2026, 2],
  ['2026-09-30', 2026, 2],
  ['2026-10-01', 2026, 3],
  ['2026-12-31', 2026, 3],
  ['2027-01-01', 2026, 4],
  ['2027-03-31', 2026, 4],
])('TDS of %s is in financial year %i, quarter %i', (day, financialYear, quarter) => {
  // 0.1 % of 1,000.00.
  expect(tdsRegister([sumOf(day, { withheld: paise(-1_00) })])).toMatchObject([
    { financialYear, quarter, withheld: 1_00, due: 1_00 },
  ])
})

test('TDS was 1 % until 30 September 2024', () => {
  expect(tdsRegister([sumOf('2024-09-30')])).toMatchObject([{ due: 10_00 }])
  expect(tdsRegister([sumOf('2024-10-01')])).toMatchObject([{ due: 1_00 }])
})

test('nothing is nothing', () => {
  expect(tcsRegister([])).toEqual([])
})
