import { cleanup, render, screen } from '@solidjs/testing-library'
import { businessDate } from '#core/dates'
import { afterEach, expect, test } from 'vitest'
import type { Forecast, Payout } from '../../web/api-shapes'
import { MoneyCalendar } from '../../web/pages/payouts/money-card'
import { moneyDays } from '../../web/pages/payouts/money-days'

afterEach(cleanup)

const NOTHING = { promised: 0, expected: 0 }

// Brands are lost in JSON; what is written here is an answer as it comes over the wire.
function forecast(change: object = {}): Forecast {
  const answer: unknown = {
    from: '2026-08-20',
    to: '2026-10-01',
    asOf: '2026-09-03',
    knownOn: null,
    isUpToDate: true,
    days: [
      { day: '2026-09-04', promised: 1_500_00, expected: 0 },
      { day: '2026-09-05', promised: 0, expected: 820_50 },
    ],
    outside: NOTHING,
    unscheduled: { promised: 300_00, expected: 0 },
    late: { promised: 0, expected: 496_23 },
    withoutEstimate: 0,
    stores: [{ storeId: 's', snapshotOn: '2026-09-03', learnedFrom: 380, dueAfterDays: 19 }],
    ...change,
  }
  return answer as Forecast
}

const payout: Payout = {
  paidOn: businessDate('2026-09-02'),
  transactionIds: ['AXISCN1000089205'],
  orders: 1_000_00,
  ads: -100_00,
  referral: 0,
  adjustments: 0,
  net: 900_00,
  lines: 3,
}

test('paid, promised and expected stand in columns of their own, and no cell adds them up', () => {
  render(() => <MoneyCalendar payouts={[payout]} forecast={forecast()} />)
  const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  )
  expect(rows).toEqual([
    ['02 Sep 2026', '₹900.00', '–', '–'],
    ['04 Sep 2026', '–', '₹1,500.00', '–'],
    ['05 Sep 2026', '–', '–', '₹820.50'],
  ])
  const heads = [...document.querySelectorAll('thead th')].map((cell) => cell.textContent)
  expect(heads).toEqual(['Day', 'Paid', 'Promised', 'Expected'])
})

test('money without a day and late money have their own words', () => {
  render(() => <MoneyCalendar payouts={[]} forecast={forecast()} />)
  expect(screen.getByText('Late, expected').nextSibling?.textContent).toBe('₹496.23')
  expect(screen.getByText('Without a day yet, promised').nextSibling?.textContent).toBe('₹300.00')
  expect(screen.queryByText('Late, promised')).toBeNull()
})

test('what the estimate rests on is said', () => {
  render(() => <MoneyCalendar payouts={[]} forecast={forecast()} />)
  expect(screen.getByText(/Promises of 03 Sep 2026.*380 first payments/)).toBeDefined()
  cleanup()
  const young = forecast({
    isUpToDate: false,
    withoutEstimate: 2,
    stores: [{ storeId: 's', snapshotOn: null, learnedFrom: 0, dueAfterDays: 23 }],
  })
  render(() => <MoneyCalendar payouts={[]} forecast={young} />)
  expect(screen.getByText(/No outstanding file yet.*23 days after the order/)).toBeDefined()
  expect(screen.getByText(/^2 delivered sub-orders have no price/)).toBeDefined()
  expect(screen.getByRole('status').textContent).toContain('still being judged')
})

test('without any money the weeks are empty in words', () => {
  const none = forecast({ days: [], unscheduled: NOTHING, late: NOTHING })
  render(() => <MoneyCalendar payouts={[]} forecast={none} />)
  expect(screen.getByText('Nothing paid, promised or expected in these weeks')).toBeDefined()
})

test('a day ahead has no payment and a day of the past no estimate: unknown, not nil', () => {
  const days = moneyDays(businessDate('2026-09-03'), [payout], forecast().days)
  expect(days).toHaveLength(43)
  const on = (day: string) => days.find((each) => each.day === day)
  expect(on('2026-09-02')).toMatchObject({ actual: 900_00, promised: null, expected: null })
  expect(on('2026-09-03')).toMatchObject({ actual: 0, promised: 0, expected: 0 })
  expect(on('2026-09-04')).toMatchObject({ actual: null, promised: 1_500_00 })
})

test('weeks in which nothing comes have no empty chart, and what is late stands there all the same', () => {
  render(() => <MoneyCalendar payouts={[]} forecast={forecast({ days: [] })} />)
  expect(screen.getByText('Nothing paid, promised or expected in these weeks')).toBeDefined()
  expect(document.querySelector('svg, table')).toBeNull()
  expect(screen.getByText('Late, expected').nextElementSibling?.textContent).toBe('₹496.23')
})
