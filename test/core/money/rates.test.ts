import { businessDate } from '#core/dates'
import { rateOn, ratesWithin, SERVICE_GST_RATES, TCS_RATES, TDS_RATES } from '#core/money/rates'
import { expect, test } from 'vitest'

test.each([
  ['TCS', TCS_RATES, '2024-07-09', 100],
  ['TCS', TCS_RATES, '2024-07-10', 50],
  ['TCS', TCS_RATES, '2018-09-30', undefined],
  ['TDS', TDS_RATES, '2024-09-30', 100],
  ['TDS', TDS_RATES, '2024-10-01', 10],
  ['GST on services', SERVICE_GST_RATES, '2017-06-30', undefined],
  ['GST on services', SERVICE_GST_RATES, '2017-07-01', 1800],
])('%s on %s is the rate in force that day', (_, rates, day, expected) => {
  expect(rateOn(rates, businessDate(day))).toBe(expected)
})

test('rates stand in the order of their days, each with its source', () => {
  for (const rates of [TCS_RATES, TDS_RATES, SERVICE_GST_RATES]) {
    const days = rates.map(({ from }) => from)
    expect(days).toEqual([...days].sort())
    for (const { source } of rates) expect(source).not.toBe('')
  }
})

test.each([
  ['2024-07-01', '2024-07-09', [100]],
  ['2024-07-01', '2024-07-10', [100, 50]],
  ['2024-07-10', '2024-07-31', [50]],
  ['2018-09-01', '2018-09-30', []],
  ['2018-09-01', '2018-10-01', [100]],
])('from %s to %s these rates of TCS were in force', (from, to, expected) => {
  const rates = ratesWithin(TCS_RATES, businessDate(from), businessDate(to))
  expect(rates.map(({ rateBps }) => rateBps)).toEqual(expected)
})
