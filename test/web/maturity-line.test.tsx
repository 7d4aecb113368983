import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import type { Maturity } from '../../web/api-shapes'
import { MaturityWords } from '../../web/components/maturity-line'

afterEach(cleanup)

// Brands are lost in JSON; what is written here is an answer as it comes over the wire.
function show(change: object = {}): string {
  const answer: unknown = {
    month: '2026-08',
    asOf: '2026-09-03',
    isUpToDate: true,
    figure: 'settlement',
    subOrders: 200,
    finalSubOrders: 150,
    finalBps: 75_00,
    settledBps: 78_00,
    settled: 28_994_64,
    stillExpected: 8_000_00,
    safeToReadOn: '2026-10-14',
    range: { least: 97_000_00, most: 103_000_00, learnedFrom: 5 },
    backTest: { months: 5, within: 5, worstMiss: 0 },
    learnedFrom: ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'],
    profit: {
      state: 'told',
      soFar: 45_360_00,
      range: { least: 53_860_00, most: 59_860_00, learnedFrom: 4 },
      backTest: { months: 4, within: 3, worstMiss: 12_00 },
    },
    ...change,
  }
  render(() => <MaturityWords maturity={answer as Maturity} />)
  return screen.getByRole('note').textContent
}

const noProfit = (state: string) => ({ state, soFar: null, range: null, backTest: null })

test('a young month says how far it is, from when it is safe, and how it may end', () => {
  expect(show()).toBe(
    'Aug 2026: 78 % settled, 75 % of sub-orders decided; safe to read from 14 Oct 2026; its settlement may end between ₹97,000.00 and ₹1,03,000.00, learned from 5 months, 5 of 5 back-tests inside; its net profit may end between ₹53,860.00 and ₹59,860.00, learned from 4 months, 3 of 4 back-tests inside.',
  )
})

test('a month that is safe says since when', () => {
  expect(show({ asOf: '2026-10-14' })).toContain('safe to read since 14 Oct 2026')
})

test('what is not known is said, and never a nil', () => {
  const words = show({
    settledBps: null,
    finalBps: null,
    safeToReadOn: null,
    range: null,
    backTest: null,
    learnedFrom: [],
    isUpToDate: false,
    profit: noProfit('too_few_months'),
  })
  expect(words).toBe(
    'Aug 2026: Settled share not known yet; no earlier month can tell yet when it is safe to read; too few earlier months for a range; files just added are still being judged.',
  )
})

test('a range that could not be tried says so', () => {
  expect(show({ backTest: null })).toContain('learned from 5 months, too few to test')
})

test.each([
  [
    'costs_unknown',
    'no range of its net profit while a cost of its products or packaging is missing',
  ],
  ['gst_unknown', 'no range of its net profit while a GST rate is missing'],
  ['earlier_unknown', 'because costs or GST rates of earlier months are missing'],
  ['counting', 'its net profit is still being counted'],
])('a profit without a range says why: %s', (state, reason) => {
  const words = show({ profit: noProfit(state) })
  expect(words).toContain(reason)
  expect(words).toContain('its settlement may end between ₹97,000.00')
  expect(words).not.toContain('₹53,860.00')
})

test('a month that is not over says that, and not that months are too few', () => {
  const words = show({ range: null, backTest: null, profit: noProfit('running') })
  expect(words).toContain('how it may end is told once the month is over')
  expect(words).not.toContain('too few')
})
