import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { ClaimableList } from '../../web/pages/claims/claimable-list'
import { Acceptance } from '../../web/pages/claims/acceptance'
import { Breakdown } from '../../web/pages/returns/breakdown'
import type { Claimable, ReturnGroup, ReturnSummary } from '../../web/reconcile-api'
import { answerWith, showAt } from './support/api'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const parcels = (count: number) => ({ parcels: count, units: count })

function group(key: string, change: Partial<ReturnGroup> = {}): ReturnGroup {
  return {
    key,
    all: parcels(0),
    inTransit: parcels(0),
    received: parcels(0),
    lost: parcels(0),
    disposed: parcels(0),
    overdue: parcels(0),
    customer: parcels(0),
    rto: parcels(0),
    unknownType: parcels(0),
    orders: null,
    subOrders: 0,
    settledSubOrders: 0,
    money: null,
    ...change,
  }
}

const rows = () =>
  [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  )

test('a SKU stands with its parcels, its rates and what it cost; unknown is not zero', async () => {
  const money = {
    settlement: -120_00,
    salesReturned: -400_00,
    returnShipping: -120_00,
    otherFees: 0,
    recovery: 0,
    compensation: 0,
    claims: 0,
  }
  const orders = { dispatched: 8, delivered: 5, returned: 2, rto: 1, returnedPct: 40, rtoPct: 12.5 }
  const known = { all: parcels(3), received: parcels(3), customer: parcels(2), rto: parcels(1) }
  const answer: unknown = {
    from: '2026-06-01',
    to: '2026-06-30',
    by: 'sku',
    asOf: '2026-09-03',
    knownOn: null,
    total: group('total', { ...known, all: parcels(4), inTransit: parcels(1), orders, money }),
    groups: [
      group('A13', { ...known, orders, money }),
      group('', { all: parcels(1), inTransit: parcels(1), overdue: parcels(1) }),
      group('B12'),
    ],
    undated: parcels(0),
  }
  // Brands are lost in JSON; what is written here is an answer as it comes over the wire.
  const summary = answer as ReturnSummary
  showAt('/returns', () => <Breakdown summary={summary} />)
  await screen.findByText('A13')
  const paid = ['−₹400.00', '−₹120.00', '₹0.00']
  expect(rows()).toEqual([
    ['Total', '4', '1', '3', '0', '0', '2 40.0 %', '1 12.5 %', ...paid],
    ['A13', '3', '0', '3', '0', '0', '2 40.0 %', '1 12.5 %', ...paid],
    ['No SKU', '1', '1', '0', '0', '1', '0 –', '0 –', ...Array(3).fill('Not paid yet')],
  ])
})

test.each([
  ['sku', 'Without an orders file of these days there are no rates.'],
  ['state', 'Without an orders file of these days there are no rates.'],
  [
    'reason',
    'No orders file says which courier or reason an order has, so there are no rates here.',
  ],
])(
  'with returns alone, by %s, rates are missing for their own reason, and no fee is called unpaid',
  async (by, note) => {
    const known = { all: parcels(2), received: parcels(2) }
    const answer: unknown = {
      by,
      total: group('total', known),
      groups: [group('A13', known)],
      undated: parcels(0),
    }
    const summary = answer as ReturnSummary
    showAt('/returns', () => <Breakdown summary={summary} />)
    expect(await screen.findByText(note)).toBeDefined()
    expect(rows().map((cells) => cells.slice(-3))).toEqual([
      Array(3).fill('Not known'),
      Array(3).fill('Not known'),
    ])
  },
)

const claimable: Claimable = {
  id: 'x',
  storeId: 's',
  subOrderNo: '259000000000000001_1',
  sku: 'A13',
  productName: 'Saree',
  quantity: 1,
  courier: 'Valmo',
  awb: '45555746623875',
  reason: 'Size too small',
  receivedOn: '2026-08-28',
  claimBy: '2026-09-04',
  daysLeft: 1,
  atStake: 399_00,
  fairValue: { least: 351_12, most: 379_05 },
  source: { uploadId: 'u', reportId: 3, filename: 'r.csv', path: [], sheet: '', row: 9 },
}

function showClaimable(items: readonly Claimable[], state = 'provisional') {
  answerWith({
    'GET /api/me': () => ({ stores: [{ id: 's' }] }),
    'GET /api/coverage': () => ({
      items: [{ storeId: 's', kind: 'returns', month: '2026-09', state }],
    }),
    'GET /api/claims/claimable': () => ({
      asOf: '2026-09-03',
      isUpToDate: true,
      items,
      nextCursor: null,
      total: { count: items.length, atStake: 399_00 * items.length },
    }),
  })
  showAt('/claims', ClaimableList)
}

test('a card of what can be claimed shows what was chosen for it, and never less than its number', async () => {
  localStorage.setItem('columns.claimable', 'sku,awb')
  showClaimable([claimable])
  const card = (await screen.findByText('A13')).closest('article')!
  expect(card.textContent).toContain('259000000000000001_1')
  expect(card.textContent).toContain('45555746623875')
  for (const word of ['Saree', 'Valmo', 'Size too small', '₹399.00', '₹351.12', 'Row 9'])
    expect(card.textContent).not.toContain(word)
  localStorage.clear()
})

test('a parcel that can be claimed counts its days down, to the last one', async () => {
  showClaimable([claimable, { ...claimable, id: 'y', daysLeft: 0 }])
  expect(await screen.findByText('1 day left')).toBeDefined()
  expect(screen.getByText('Last day today')).toBeDefined()
  const card = document.querySelector('article')!.textContent
  expect(card).toContain('Claim by 04 Sep 2026')
  expect(card).toContain('₹351.12 to ₹379.05')
  expect(document.body.textContent).toContain('2 parcels, at stake ₹798.00')
})

test('with nothing to claim, the seven days are explained', async () => {
  showClaimable([])
  expect(await screen.findByText('No return is waiting for a claim')).toBeDefined()
})

test('without a returns file of these days nobody is told that nothing can be claimed', async () => {
  showClaimable([], 'missing')
  expect(await screen.findByText('No returns file of these days')).toBeDefined()
  expect(screen.getByRole('link', { name: 'Add files' }).getAttribute('href')).toBe('/imports')
  expect(screen.queryByText('No return is waiting for a claim')).toBeNull()
})

test('what was approved stands beside what came, and a kind undecided has no rate', async () => {
  const kind = { unknown: 0, open: 0, closed: 0, rejected: 0, approved: 0, amount: 0 }
  const summary = {
    from: null,
    to: null,
    asOf: '2026-09-03',
    knownOn: null,
    states: [],
    credits: [
      { state: 'credited', tickets: 3, amount: 1_527_30, creditedAmount: 1_527_30 },
      { state: 'late', tickets: 2, amount: 610_20, creditedAmount: 0 },
    ],
    byIssue: [
      {
        ...kind,
        key: 'Wrong return',
        tickets: 16,
        approved: 5,
        rejected: 7,
        open: 4,
        acceptancePct: 41.67,
      },
    ],
    byCourier: [{ ...kind, key: '', tickets: 4, open: 4, acceptancePct: null }],
  }
  answerWith({ 'GET /api/claims/summary': () => summary })
  showAt('/claims', Acceptance)
  await screen.findByText('Wrong return')
  expect(rows()).toEqual([
    ['Wrong return', '5', '7', '4', '41.7 %'],
    ['No parcel known', '0', '0', '4', '–'],
  ])
  const tiles = [...document.querySelectorAll('[data-credit]')].map((tile) => tile.textContent)
  expect(tiles).toEqual([
    'Credited₹1,527.303 tickets · Came in payments ₹1,527.30',
    'Approved, not credited₹610.202 tickets',
  ])
})
