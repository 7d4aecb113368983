import { businessDate } from '#core/dates'
import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { PayoutsPage } from '../../web/pages/payouts-page'
import { ProvenancePage } from '../../web/pages/provenance-page'
import { SettlementsPage } from '../../web/pages/settlements-page'
import { EmptyPeriod } from '../../web/pages/overview/first-run'
import { answerWith, showAt } from './support/api'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const STORE = { id: 's', name: 'Shop', supplierId: '1' }
const nothing = { items: [], nextCursor: null, totals: null, total: 0 }

function answer(stores: readonly object[]): void {
  answerWith({
    'GET /api/me': () => ({ stores, user: {}, workspace: { role: 'owner' } }),
    'GET /api/uploads': () => ({ items: [], nextCursor: null }),
    'GET /api/settlements': () => nothing,
    'GET /api/provenance': () => nothing,
  })
}

test('somebody without a file is shown the way to files, not other dates', async () => {
  answer([])
  showAt('/settlements', SettlementsPage)
  expect(await screen.findByText('No files yet')).toBeDefined()
  expect(screen.getByRole('link', { name: 'Add files' }).getAttribute('href')).toBe('/imports')
  expect(screen.queryByText('No settlement lines match')).toBeNull()
})

test('somebody with files is told that none of their lines match', async () => {
  answer([STORE])
  showAt('/settlements', SettlementsPage)
  expect(await screen.findByText('No settlement lines match')).toBeDefined()
  expect(screen.queryByText('No files yet')).toBeNull()
})

test('where no cell was read, no sum of cells is shown', async () => {
  answer([])
  showAt('/provenance?figure=pnl.fees', ProvenancePage)
  expect(await screen.findByText('No files yet')).toBeDefined()
  expect(document.body.textContent).not.toContain('₹0.00')
})

test('orders without a payments file are not sent to other days', async () => {
  answer([STORE])
  showAt('/', () => (
    <EmptyPeriod freshness={{ ordersTo: businessDate('2026-08-31'), paymentsTo: null }} />
  ))
  expect(await screen.findByText('No payment file yet')).toBeDefined()
  expect(screen.queryByText('Show Aug 2026')).toBeNull()
})

test('days without money lead to the last month that has some', async () => {
  answer([STORE])
  const freshness = { ordersTo: businessDate('2026-08-31'), paymentsTo: businessDate('2026-07-20') }
  showAt('/', () => <EmptyPeriod freshness={freshness} />)
  expect(await screen.findByText('Show Jul 2026')).toBeDefined()
})

test('a list that fails leaves its screen, with the days and the filters to choose others', async () => {
  answerWith({
    'GET /api/me': () => ({ stores: [], user: {}, workspace: { role: 'owner' } }),
    'GET /api/settlements': () => new Response('SQLITE_ERROR', { status: 500 }),
  })
  showAt('/settlements', SettlementsPage)
  expect(await screen.findByText('Something went wrong on our side')).toBeDefined()
  expect(screen.getByRole('heading', { level: 1, name: 'Settlements' })).toBeDefined()
  expect(screen.getByRole('button', { name: /^Dates/ })).toBeDefined()
})

const FRESH = { isUpToDate: true, ordersTo: '2026-08-31', paymentsTo: null }

test.each([
  ['/settlements', SettlementsPage],
  ['/payouts', PayoutsPage],
])(
  'with orders alone %s asks for a payments file, and for no other dates',
  async (address, Page) => {
    answerWith({
      'GET /api/me': () => ({ stores: [STORE], user: {}, workspace: { role: 'owner' } }),
      'GET /api/settlements': () => nothing,
      'GET /api/payouts': () => nothing,
      'GET /api/pnl': () => ({ freshness: FRESH, groups: [] }),
    })
    showAt(address, Page)
    expect(await screen.findByText('No payment file yet')).toBeDefined()
    expect(screen.queryByText('No settlement lines match')).toBeNull()
    expect(screen.queryByText('No payouts in these days')).toBeNull()
  },
)

test('where payments are there, an empty list says what else to try', async () => {
  answerWith({
    'GET /api/me': () => ({ stores: [STORE], user: {}, workspace: { role: 'owner' } }),
    'GET /api/settlements': () => nothing,
    'GET /api/pnl': () => ({ freshness: { ...FRESH, paymentsTo: '2026-08-20' }, groups: [] }),
  })
  showAt('/settlements', SettlementsPage)
  expect(await screen.findByText('No settlement lines match')).toBeDefined()
  expect(screen.queryByText('No payment file yet')).toBeNull()
})
