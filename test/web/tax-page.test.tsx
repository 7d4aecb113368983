import { businessDate } from '#core/dates'
import { MemoryRouter, Route } from '@solidjs/router'
import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import type { Component } from 'solid-js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { GstCard } from '../../web/pages/tax/gst-card'
import { RegisterCard } from '../../web/pages/tax/register-card'
import { readTaxSearch } from '../../web/pages/tax/tax-search'
import type { GstSummary, Register } from '../../web/tax-api'

afterEach(cleanup)

const TODAY = businessDate('2026-11-22')
const RATE = { from: '2024-07-10', rateBps: 50, source: 'Notification 15/2024 Central Tax' }
const MONEY = {
  lines: 134,
  taxable: 48_810_11,
  due: 244_04,
  withheld: 245_97,
  difference: 1_93,
  isWithinRounding: false,
  grossWithoutRate: 0,
}

function register(change: Partial<Register> = {}): Register {
  return {
    tax: 'tcs',
    year: 2026,
    knownOn: null,
    years: [2026, 2025],
    creditedIn: 'gstr-2b-cash-ledger',
    months: [
      {
        month: '2026-07',
        quarter: 2,
        rates: [RATE],
        payments: MONEY,
        gstReport: { taxable: 49_367_64, due: 246_84, rowsWithoutValue: 1 },
      },
      { month: '2026-08', quarter: 2, rates: [RATE], payments: null, gstReport: null },
    ],
    total: MONEY,
    ...change,
  }
}

const figures = {
  salesRows: 111,
  returnRows: 25,
  quantity: 89,
  taxableSales: 50_000_00,
  taxableReturns: 5_886_80,
  taxable: 44_113_20,
  tax: 4_002_80,
}

// Brands are lost in JSON; what is written here is an answer as it comes over the wire.
function summary(change: object = {}): GstSummary {
  const answer: unknown = {
    month: '2025-08',
    months: [{ month: '2025-08', hasSales: true, hasReturns: true }],
    gstins: ['24ABCDE1234F1Z5'],
    counts: {
      sales: 111,
      returns: 25,
      truncatedSales: 0,
      truncatedReturns: 0,
      withoutValue: 0,
      withoutRate: 0,
      withoutOperator: 0,
      taxableWithoutRate: 0,
    },
    rounding: 'once-per-figure-half-away-from-zero',
    total: figures,
    byRate: [{ key: '500', ...figures }],
    byState: [{ key: 'GUJARAT', ...figures }],
    byHsn: [{ key: '', ...figures, quantity: null }],
    ...change,
  }
  return answer as GstSummary
}

async function inRouter(content: Component): Promise<void> {
  // Links need a router around them.
  render(() => (
    <MemoryRouter>
      <Route path="*" component={content} />
    </MemoryRouter>
  ))
  await screen.findAllByRole('heading')
}

const cells = (selector: string) =>
  [...document.querySelectorAll(selector)].map((row) =>
    [...row.children].map((cell) => cell.textContent?.trim()),
  )

type Viewport = { setViewport: (size: { width: number }) => void }

const showYear = (change: Partial<Register> = {}) => {
  const [onYear, onTax] = [vi.fn(), vi.fn()]
  const view = () => (
    <RegisterCard register={register(change)} today={TODAY} onYear={onYear} onTax={onTax} />
  )
  return { onYear, onTax, ready: inRouter(view) }
}

describe('the register', () => {
  test('a month has what was kept back beside what the rate gives; what is not known says so', async () => {
    await showYear().ready
    const unknown = 'Not known'
    expect(cells('tbody tr')).toEqual([
      [
        'Jul 2026',
        '₹48,810.11',
        '0.5 %',
        '₹244.04',
        '₹245.97',
        '₹1.93 More than rounding',
        '₹49,367.64',
        '₹246.84',
      ],
      ['Aug 2026', unknown, '0.5 %', unknown, unknown, unknown, unknown, unknown],
    ])
    expect(screen.getByText(/GSTR-2B/)).toBeTruthy()
  })

  test('an amount opens the cells that it is the sum of', async () => {
    await showYear().ready
    const link = screen.getByTitle('Open the cells of Jul 2026')
    expect(link.getAttribute('href')).toBe(
      '/provenance?from=2026-07-01&to=2026-07-31&basis=payment&figure=tcs',
    )
  })

  test('another tax and another year are one press away', async () => {
    const { onTax, onYear, ready } = showYear()
    await ready
    fireEvent.click(screen.getByLabelText('TDS'))
    await waitFor(() => expect(onTax).toHaveBeenCalledWith('tds'))
    const years = screen.getByLabelText<HTMLSelectElement>('Financial year')
    expect([...years.options].map(({ text }) => text)).toEqual(['FY 2026–27', 'FY 2025–26'])
    fireEvent.change(years, { target: { value: '2025' } })
    expect(onYear).toHaveBeenCalledWith(2025)
  })

  test('a year without figures says so, and leads to one that has some', async () => {
    const { onYear, ready } = showYear({ months: [], years: [2025] })
    await ready
    expect(screen.getByText('No payments of FY 2026–27 here')).toBeTruthy()
    fireEvent.click(screen.getByText('Show FY 2025–26'))
    expect(onYear).toHaveBeenCalledWith(2025)
  })

  test('with GST reports alone the sum of what was kept back is not known, and not nothing', async () => {
    const zero = { ...MONEY, lines: 0, taxable: 0, due: 0, withheld: 0, difference: 0 }
    const months = register().months.map((month) => ({ ...month, payments: null }))
    await showYear({ months, total: { ...zero, isWithinRounding: true } }).ready
    const unknown = 'Not known'
    expect(cells('tfoot tr')).toEqual([['Total', unknown, '', unknown, unknown, unknown, '', '']])
  })

  test('on a phone each month is a card, and nothing has to be pushed sideways', async () => {
    const width = (window as unknown as { happyDOM: Viewport }).happyDOM
    width.setViewport({ width: 360 })
    await showYear().ready
    expect(document.querySelector('table')).toBeNull()
    const [july, august, total] = screen.getAllByRole('listitem')
    expect(july?.textContent).toContain('Jul 2026₹245.97')
    expect(july?.textContent).toContain('Difference₹1.93 More than rounding')
    expect(august?.textContent).toContain('Aug 2026Not known')
    expect(total?.textContent).toContain('Total₹245.97')
    width.setViewport({ width: 1024 })
  })

  test('two rates in one month are both named, the second with its day', async () => {
    const [july] = register().months
    const rates = [{ from: '2018-10-01', rateBps: 1_00, source: 'a' }, RATE]
    await showYear({ months: [{ ...july!, rates }] }).ready
    expect(cells('tbody tr')[0]![2]).toBe('1 %0.5 % from 10 Jul 2024')
  })
})

const showMonth = (change: object = {}, rest: { side?: 'hsn'; gstin?: string } = {}) => {
  const [onMonth, onSide, onGstin] = [vi.fn(), vi.fn(), vi.fn()]
  const view = () => (
    <GstCard
      summary={summary(change)}
      side={rest.side ?? 'rate'}
      store={undefined}
      gstin={rest.gstin}
      onMonth={onMonth}
      onSide={onSide}
      onGstin={onGstin}
    />
  )
  return { onMonth, onSide, onGstin, ready: inRouter(view) }
}

const downloads = () =>
  [...document.querySelectorAll('a[download]')].map((link) => link.getAttribute('href'))

describe('GST of a month', () => {
  test('sales, returns, net and tax of a rate, which opens its rows', async () => {
    await showMonth().ready
    expect(cells('tbody tr')).toEqual([
      ['5 %', '₹50,000.00', '₹5,886.80', '₹44,113.20', '₹4,002.80', '89', '111 sales, 25 returns'],
    ])
    const link = screen.getByLabelText('Rows of 5 %')
    expect(link.getAttribute('href')).toBe('/tax/rows?month=2025-08&rate=500')
  })

  test('what has no HSN, and no quantity, is not left blank', async () => {
    await showMonth({}, { side: 'hsn' }).ready
    expect(cells('tbody tr')[0]).toMatchObject({ 0: 'No HSN', 5: 'Not known' })
  })

  test('every table is a download of this month', async () => {
    await showMonth().ready
    const asked = 'month=2025-08&gstin=24ABCDE1234F1Z5'
    expect(downloads()).toEqual([
      ...['7', '8', '12', '13', '14'].map((table) => `/api/gst/gstr1.csv?${asked}&table=${table}`),
      `/api/gst/gstr3b.csv?${asked}`,
    ])
  })

  test('where rows name no marketplace, table 14 says what is to be filled in', async () => {
    await showMonth().ready
    expect(screen.queryByText(/Table 14 asks for/)).toBeNull()
    cleanup()
    await showMonth({ counts: { ...summary().counts, withoutOperator: 3 } }).ready
    expect(screen.getByText(/Table 14 asks for the marketplace’s GSTIN/)).toBeTruthy()
  })

  test('of two registrations one is chosen first; without any there is nothing to save', async () => {
    const gstins = ['24ABCDE1234F1Z5', '29ABCDE1234F1Z5']
    const { onGstin, ready } = showMonth({ gstins })
    await ready
    expect(downloads()).toEqual([])
    fireEvent.change(screen.getByLabelText('GSTIN'), { target: { value: gstins[1] } })
    expect(onGstin).toHaveBeenCalledWith(gstins[1])
    cleanup()
    await showMonth({ gstins }, { gstin: gstins[1]! }).ready
    expect(downloads()[0]).toContain(gstins[1])
    cleanup()
    await showMonth({ gstins: [] }).ready
    expect(downloads()).toEqual([])
    expect(screen.getByText(/does not name your GSTIN/)).toBeTruthy()
  })

  test('a month without a report says where to find it, and leads to one that has', async () => {
    const counts = { ...summary().counts, sales: 0, returns: 0 }
    const { onMonth, ready } = showMonth({ month: '2026-08', counts })
    await ready
    expect(screen.getByText('No GST report for Aug 2026 yet')).toBeTruthy()
    expect(screen.getByText(/Payments, Download, GST Report/)).toBeTruthy()
    expect(downloads()).toEqual([])
    fireEvent.click(screen.getByText('Show Aug 2025'))
    expect(onMonth).toHaveBeenCalledWith('2025-08')
  })

  test('what is missing or in no sum is said, with its number', async () => {
    const counts = { ...summary().counts, returns: 0, withoutValue: 3, truncatedSales: 1 }
    await showMonth({ counts }).ready
    expect(screen.getByText(/no returns of this month/)).toBeTruthy()
    expect(screen.getByText(/^3 rows without a value/)).toBeTruthy()
    expect(screen.getByText(/^1 row with the tax cut/)).toBeTruthy()
  })
})

test.each([
  [{}, 2026, 'tcs', 'rate', undefined],
  [{ year: '2025', tax: 'tds', by: 'hsn', month: '2025-08' }, 2025, 'tds', 'hsn', '2025-08'],
  [{ year: '1999', tax: 'gst', by: 'x', month: '2025-13' }, 2026, 'tcs', 'rate', undefined],
])(
  'the address %o asks for what it says, and nonsense for the usual',
  (search, year, tax, side, month) => {
    expect(readTaxSearch(search, TODAY)).toEqual({ year, tax, side, month })
  },
)
