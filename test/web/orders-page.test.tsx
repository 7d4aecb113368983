import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { BUCKETS } from '#core/reconciliation/standing'
import { OrdersPage } from '../../web/pages/orders-page'
import { Buckets } from '../../web/pages/reconcile/buckets'
import type { Order, Reconciliation } from '../../web/reconcile-api'
import { answerWith, type Sent, showAt } from './support/api'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const HELD: Record<string, [count: number, amount: number]> = {
  paid: [1200, 4_56_789_01],
  overdue: [3, 1_234_50],
}
const reconciliation: Sent<Reconciliation> = {
  asOf: '2026-09-03',
  knownOn: null,
  isUpToDate: true,
  buckets: BUCKETS.map((bucket) => {
    const [count, amount] = HELD[bucket] ?? [0, 0]
    return { bucket, count, amount, unknown: 0 }
  }),
  unproven: null,
  total: { count: 1203 },
}

const order: Sent<Order> = {
  subOrderNo: '259000000000000001_1',
  bucket: 'overdue',
  orderedOn: '2026-07-01',
  sku: 'A13',
  settled: 0,
  promised: null,
  expected: null,
  dueOn: '2026-07-20',
}

function show(
  address: string,
  items: readonly Sent<Order>[] = [order],
  standings: Sent<Reconciliation> = reconciliation,
) {
  const calls = answerWith({
    'GET /api/reconciliation': () => standings,
    'GET /api/orders': () => ({ asOf: '', knownOn: null, items, nextCursor: null, totals: null }),
    'GET /api/me': () => ({
      user: {},
      workspace: {},
      stores: [{ id: 's1', name: 'Shop', supplierId: '1' }],
    }),
    'GET /api/uploads': () => ({ items: [], nextCursor: null }),
  })
  showAt(address, OrdersPage)
  return () =>
    calls
      .filter(({ url }) => url.startsWith('/api/orders'))
      .map(({ url }) => Object.fromEntries(new URL(url, 'https://a.test').searchParams))
}

const names = () => screen.getAllByRole('columnheader').map((each) => each.textContent)
const chips = () => [...document.querySelectorAll('nav a')]

test('every bucket that holds something is a chip with its count and money, after all of them', async () => {
  show('/orders')
  await screen.findByText('Paid')
  expect(chips().map((chip) => chip.textContent)).toEqual([
    'All sub-orders1,203',
    'Overdue: not paid3₹1,234.50',
    'Paid1,200₹4,56,789.01',
  ])
  expect(chips().map((chip) => chip.getAttribute('aria-current'))).toEqual(['true', null, null])
})

test('a chip keeps the day, the store and the search', async () => {
  const asked = show('/orders?store=s1&asOf=2026-09-03&q=A13')
  await screen.findByText('Paid')
  await screen.findByRole('table')
  expect(asked()).toEqual([{ asOf: '2026-09-03', store: 's1', q: 'A13', limit: '100' }])
  expect(chips()[1]?.getAttribute('href')).toBe(
    '/orders?store=s1&asOf=2026-09-03&bucket=overdue&q=A13',
  )
  fireEvent.click(chips()[1]!)
  await screen.findByRole('heading', { name: 'Overdue: not paid' })
  expect(asked().at(-1)).toEqual({
    asOf: '2026-09-03',
    store: 's1',
    bucket: 'overdue',
    q: 'A13',
    limit: '100',
  })
})

test('among all sub-orders each column is named, where it stands as well', async () => {
  show('/orders')
  await screen.findByText('Paid')
  await screen.findByRole('table')
  expect(names()).toContain('Where it stands')
  cleanup()
  show('/orders?bucket=overdue')
  await screen.findByRole('table')
  expect(names()).not.toContain('Where it stands')
})

test('a search that finds nothing says so', async () => {
  show('/orders?q=zz', [])
  expect(await screen.findByText('No sub-order here')).toBeDefined()
})

test('without a payments file no amount stands where nobody knows one, and the page says why', async () => {
  const unknown: Sent<Reconciliation> = {
    ...reconciliation,
    buckets: reconciliation.buckets.map((each) =>
      each.bucket === 'rto' ? { ...each, count: 28, amount: null, unknown: 28 } : each,
    ),
  }
  show('/orders', [{ ...order, bucket: 'rto', settled: null }], unknown)
  await screen.findByText(/^No payment file yet/)
  expect(chips().map((chip) => chip.textContent)).toContain('RTO28Amount not known')
  const cells = (await screen.findAllByRole('cell')).map((cell) => cell.textContent)
  expect(cells).toContain('Amount not known')
  expect(document.body.textContent).not.toContain('₹0.00')
})

test('one store without a payments file leaves the sum of the others, and is counted beside it', async () => {
  answerWith({
    'GET /api/reconciliation': () => ({
      ...reconciliation,
      buckets: [{ bucket: 'rto', count: 30, amount: -45_00, unknown: 2 }],
    }),
    'GET /api/me': () => ({ user: {}, workspace: {}, stores: [] }),
  })
  showAt('/reconcile', () => <Buckets asOf={undefined} chosen={undefined} />)
  const card = await screen.findByText('RTO')
  expect(card.closest('a')?.textContent).toBe('RTO−₹45.0030 sub-orders · 2 not known')
})

const END = { paymentsTo: '2026-07-31' }

test.each([
  [END, [], 'Your payments files end on 31 Jul 2026. 1,204 of the overdue may have been paid:'],
  [null, ['2026-05', '2026-06'], 'No payment of May 2026, Jun 2026 is known. 1,204 of the overdue'],
  [
    END,
    ['2026-01', '2026-02', '2026-03', '2026-06'],
    'Your payments files end on 31 Jul 2026. No payment of Jan 2026 … Jun 2026 is known. 1,204',
  ],
])(
  'what may have been paid in days of no payments file is said: %o, %o',
  async (end, missing, words) => {
    answerWith({
      'GET /api/reconciliation': () => ({
        ...reconciliation,
        unproven: { count: 1204, amount: 4_000_00, end, missing },
      }),
      'GET /api/me': () => ({ user: {}, workspace: {}, stores: [] }),
    })
    showAt('/reconcile', () => <Buckets asOf={undefined} chosen={undefined} />)
    const notice = await screen.findByText(/add payments files before you raise tickets/)
    expect(notice.textContent).toContain(words)
  },
)
