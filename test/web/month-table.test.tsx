import { businessDate } from '#core/dates'
import { parseRupees } from '#core/money/rupees'
import { Route, Router } from '@solidjs/router'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { MonthTable } from '../../web/pages/profit/month-table'
import { group } from './support/figures'

afterEach(cleanup)

const june = {
  sale: 34_419_00,
  saleReturn: -8_072_00,
  commission: -271_76,
  shipping: -4_842_75,
  returnShipping: -285_00,
  tcs: -123_15,
  tds: -24_65,
  settlement: 20_799_69,
  ads: -3_004_57,
  gstOnSales: -2_000_00,
}
const july = { sale: 1_000_00, settlement: 1_000_00 }
const both = { ...june, sale: 35_419_00, settlement: 21_799_69 }

const total = group('total', both)
const months = [group('2026-06', june), group('2026-07', july)]

function table() {
  return (
    <MonthTable
      total={total}
      months={months}
      hasShares
      period={{ from: businessDate('2026-06-10'), to: businessDate('2026-07-05') }}
      hrefOf={(line, extra) => `/cells?${JSON.stringify([line, extra])}`}
    />
  )
}

async function show() {
  render(() => (
    <Router>
      <Route path="*" component={table} />
    </Router>
  ))
  await screen.findByText('Gross sales')
}

/** The amounts of a row in paise, as they can be read on the screen. */
function shown(line: string): (number | string | undefined)[] {
  const row = screen.getByText(line).closest('tr')
  return [...(row?.querySelectorAll('td') ?? [])].map((cell) => {
    const amount = /−?₹[\d,]+\.\d\d/.exec(cell.textContent ?? '')?.[0]
    return amount === undefined ? cell.textContent : parseRupees(amount.replace('₹', ''))
  })
}

test('the fees open, and what opens adds up to what was closed', async () => {
  await show()
  fireEvent.click(screen.getByText('Meesho fees'))
  const [fees] = shown('Meesho fees')
  const parts = ['Commission', 'Shipping', 'Return shipping'].map((line) => Number(shown(line)[0]))
  expect(parts.reduce((sum, amount) => sum + amount, 0)).toBe(fees)
  expect(screen.queryByText('Gold platform fee')).toBeNull()
})

test('the months add up to the total, line by line', async () => {
  await show()
  for (const line of ['Gross sales', 'Settlement', 'Bank receipts', 'Profit before product cost']) {
    const [first, second, total] = shown(line)
    expect(Number(first) + Number(second)).toBe(total)
  }
})

test('a cost that nobody entered is missing in words, and never nil', async () => {
  await show()
  for (const line of ['Product cost', 'Packaging']) {
    expect(shown(line)).toEqual(['Cost missing', 'Cost missing', 'Cost missing'])
  }
  expect(shown('Overheads')).toEqual(['Not entered', 'Not entered', 'Not entered'])
})

test('a month opens only those of its days that were asked for', async () => {
  await show()
  const links = [...(screen.getByText('Gross sales').closest('tr')?.querySelectorAll('a') ?? [])]
  const asked = links.map((link) => decodeURIComponent(link.getAttribute('href') ?? ''))
  expect(asked[0]).toContain('"from":"2026-06-10","to":"2026-06-30"')
  expect(asked[1]).toContain('"from":"2026-07-01","to":"2026-07-05"')
  expect(asked[2]).toBe('/cells?["grossSales",null]')
})

test('a line without any money in these months takes no row', async () => {
  await show()
  expect(screen.queryByText('Claims')).toBeNull()
})
