import { cleanup, screen, waitFor, within } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import type { AdCampaigns, Ads, AdSkus, MarkedOrders } from '../../web/ads-api'
import { AdsPage } from '../../web/pages/ads-page'
import { answerWith, type Sent, showAt } from './support/api'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const ASKED = { from: '2026-07-01', to: '2026-07-31', basis: 'payment', knownOn: null } as const
const NO_MONEY = {
  rows: 0,
  cost: 0,
  credits: 0,
  netCost: 0,
  gst: 0,
  unexplained: 0,
  total: 0,
  gstCredit: 0,
  lasting: 0,
}
// July of seller-2026 by payment day.
const JULY = {
  rows: 41,
  cost: -2_852_10,
  credits: 10_92,
  netCost: -2_841_18,
  gst: -511_40,
  unexplained: 0,
  total: -3_352_58,
  gstCredit: 511_41,
  lasting: -2_841_17,
}

function ads(change: Partial<Sent<Ads>> = {}): Sent<Ads> {
  return {
    ...ASKED,
    spend: JULY,
    campaigns: 2,
    netSales: 52_938_00,
    salesPct: 6.33,
    salesPerRupee: 15_79,
    breakEven: {
      state: 'known',
      sales: 3_41,
      isReached: true,
      knownNetSales: 48_000_00,
      knownContribution: 11_952_00,
      marginPct: 24.9,
      skus: 24,
      knownSkus: 22,
      knownSalesPct: 90.67,
    },
    days: [
      { day: '2026-07-01', ...NO_MONEY, total: -169_00, netSales: 815_04 },
      { day: '2026-07-02', ...NO_MONEY, total: -13_79, netSales: 0 },
    ],
    freshness: { sheets: 3, deductedTo: '2026-09-03', canMark: true },
    costState: 'current',
    ...change,
  }
}

const CAMPAIGNS: Sent<AdCampaigns> = {
  knownOn: null,
  items: [
    {
      storeId: 's',
      campaignId: '14715536',
      firstRanOn: '2026-06-28',
      lastRanOn: '2026-07-29',
      days: 20,
      ...JULY,
      netCost: -1_500_00,
      total: -1_770_00,
    },
    {
      storeId: 's',
      campaignId: '',
      firstRanOn: '2026-07-01',
      lastRanOn: '2026-07-01',
      days: 1,
      ...JULY,
      netCost: -1_341_18,
      total: -1_582_58,
    },
  ],
  nextCursor: null,
}

const money = {
  ordered: null,
  soldSubOrders: 28,
  deliveredUnits: 28,
  returnedUnits: 3,
  rtoUnits: 2,
  grossSales: 12_909_00,
  salesReturned: -3_698_00,
  netSales: 9_211_00,
  settlement: 7_551_25,
}
const MARKED: Sent<MarkedOrders> = {
  ...ASKED,
  canMark: true,
  marks: [
    { mark: 'ad', ...money },
    { mark: 'organic', ...money, netSales: 16_896_00 },
    { mark: 'unmarked', ...money, netSales: 26_831_00 },
    { mark: 'other', ...money, soldSubOrders: 0, netSales: 0, settlement: 0 },
  ],
  claimedPerRupee: 2_74,
}

const SKUS: Sent<AdSkus> = {
  ...ASKED,
  by: 'net_sales',
  ads: -2_841_17,
  unallocated: 0,
  costState: 'current',
  totals: {
    count: 2,
    netSales: 52_938_00,
    adOrders: 11,
    contribution: null,
    ads: -2_841_17,
    afterAds: null,
  },
  items: [
    {
      sku: 'A13',
      netSales: 30_000_00,
      adOrders: 9,
      contribution: 2_000_00,
      ads: -1_610_09,
      afterAds: 389_91,
    },
    {
      sku: 'B12',
      netSales: 22_938_00,
      adOrders: 2,
      contribution: null,
      ads: -1_231_08,
      afterAds: null,
    },
  ],
  nextCursor: null,
}

type Answers = {
  found?: Sent<Ads>
  marked?: Sent<MarkedOrders>
  skus?: Sent<AdSkus> | Response
}

function show({ found = ads(), marked = MARKED, skus = SKUS }: Answers = {}, more = '') {
  const calls = answerWith({
    'GET /api/ads': () => found,
    'GET /api/ads/campaigns': () => CAMPAIGNS,
    'GET /api/ads/orders': () => marked,
    'GET /api/ads/skus': () => skus,
    'GET /api/me': () => ({ user: {}, workspace: { role: 'owner' }, stores: [] }),
    'GET /api/uploads': () => ({ items: [], nextCursor: null }),
  })
  showAt(`/ads?from=2026-07-01&to=2026-07-31${more}`, AdsPage)
  return calls
}

const section = (name: string) => screen.getByRole('heading', { name }).closest('section')!

test('in plain words: what each rupee had to bring, what it brought, and what that rests on', async () => {
  show()
  const card = (
    await screen.findByRole('heading', { name: 'Did ads pay for themselves?' })
  ).closest('section')!
  expect(card.textContent).toContain('Each ₹1 of ads must bring ₹3.41 of sales; it brought ₹15.79.')
  expect(card.textContent).toContain('They did')
  expect(card.textContent).toContain('Your sales leave 24.9 % before ads.')
  expect(card.textContent).toContain('22 of 24 SKUs whose cost is known: 90.7 % of net sales')
  // 511.41 of 3,352.58 is fifteen paise of each rupee.
  expect(card.textContent).toContain('Of each ₹1, ₹0.15 is GST that comes back to you.')
  expect(within(card).getByRole('link', { name: 'Enter costs' }).getAttribute('href')).toContain(
    '/costs?',
  )
})

test('without what was paid for sub-orders, nobody knows what ads brought', async () => {
  show({ found: ads({ netSales: null, salesPct: null, salesPerRupee: null }) })
  expect(await screen.findByRole('link', { name: 'Add files' })).toBeTruthy()
  expect(screen.queryByText('Did ads pay for themselves?')).toBeNull()
  expect(screen.queryByText(/brought/)).toBeNull()
  expect(screen.getAllByText('No payment file yet')).toHaveLength(2)
  expect(screen.getByText('Campaigns')).toBeTruthy()
})

test('ads that brought too little say so, and a loss before any ad names its reason', async () => {
  const { breakEven } = ads()
  show({ found: ads({ breakEven: { ...breakEven, sales: 21_00, isReached: false } }) })
  expect(await screen.findByText('They did not')).toBeTruthy()
  cleanup()
  const loss = { ...breakEven, state: 'loss', sales: null, isReached: false } as const
  show({ found: ads({ breakEven: loss }) })
  expect(
    await screen.findByText('Your sales leave nothing before ads, so no sale can pay for an ad.'),
  ).toBeTruthy()
  expect(screen.getByText('Each ₹1 of ads brought ₹15.79 of sales.')).toBeTruthy()
})

test('without a cost the break-even is unknown, and no verdict is given', async () => {
  const { breakEven } = ads()
  const unknown = { ...breakEven, state: 'no_costs', sales: null, isReached: null } as const
  show({ found: ads({ breakEven: { ...unknown, knownSkus: 0, marginPct: null } }) })
  expect(
    await screen.findByText(
      'What ads must bring is not known until you enter what your SKUs cost.',
    ),
  ).toBeTruthy()
  expect(screen.queryByText('They did')).toBeNull()
  expect(screen.queryByText('They did not')).toBeNull()
})

test('what was taken stands with its parts, and each part opens its cells', async () => {
  show()
  await screen.findByRole('heading', { name: 'What ads took' })
  const parts = section('What ads took')
  const said = [...parts.querySelectorAll('dl > div')].map((part) => [
    part.querySelector('dt')!.textContent,
    part.querySelector('dd')!.textContent,
  ])
  expect(said).toEqual([
    ['Ad cost', '−₹2,852.10'],
    ['Credits and waivers on ads', '₹10.92'],
    ['GST on ads', '−₹511.40'],
    ['Taken41 rows', '−₹3,352.58'],
    ['GST on ads that comes back', '₹511.41'],
    ['After the GST that comes back', '−₹2,841.17'],
  ])
  const gst = within(parts).getByRole('link', { name: 'GST on ads' })
  expect(gst.getAttribute('href')).toBe('/provenance?from=2026-07-01&to=2026-07-31&figure=adGst')
})

test('a campaign leads to its own rows, also where the file gives it no number', async () => {
  show()
  const named = await screen.findByRole('link', { name: '14715536: see its rows' })
  expect(named.getAttribute('href')).toContain('figure=pnl.ads&campaign=14715536')
  const unnamed = screen.getByRole('link', { name: 'No number in the file: see its rows' })
  expect(unnamed.getAttribute('href')).toContain('campaign=&store=s')
  const row = named.closest('[role="row"]')!
  expect(row.textContent).toContain('28 Jun – 29 Jul 2026')
  // 1,770.00 of 3,352.58.
  expect(row.textContent).toContain('52.8 %')
})

test('orders from ads are Meesho’s word; a mark nobody gave has no line', async () => {
  show()
  expect(
    await screen.findByText('By this mark, each ₹1 of ads brought ₹2.74 of sales.'),
  ).toBeTruthy()
  const block = section('Orders that Meesho says came from ads')
  const heads = [...block.querySelectorAll('tbody th')].map((head) => head.textContent)
  expect(heads).toEqual(['Ad order', 'Organic', 'Blank'])
  const first = within(block).getByTitle('Ad order, Net sales: see its rows')
  expect(first.getAttribute('href')).toContain('figure=pnl.netSales&orderSource=ad')
})

test('files without the column say nothing of orders from ads, and no zero is shown', async () => {
  show({ marked: { ...MARKED, canMark: false, marks: [], claimedPerRupee: null } })
  expect(await screen.findByText(/Your files do not say which orders came from ads/)).toBeTruthy()
  expect(section('Orders that Meesho says came from ads').querySelector('table')).toBeNull()
})

test('the allocation is called an assumption, and the address chooses it', async () => {
  const calls = show({}, '&allocation=ad_orders')
  await screen.findByRole('heading', { name: /SKUs after ads/ })
  await waitFor(() => {
    expect(
      calls.some(({ url }) => url.includes('/api/ads/skus') && url.includes('by=ad_orders')),
    ).toBe(true)
  })
  expect(screen.getByText(/This is an assumption: no file links an ad to an order/)).toBeTruthy()
  expect(screen.getByRole('radio', { name: 'By ad orders' })).toHaveProperty('checked', true)
})

function heads(table: HTMLElement) {
  return within(table)
    .getAllByRole('columnheader')
    .map((head) => head.textContent)
}

test('the columns of one list leave the other as it is, and each adds up what its filters leave', async () => {
  show({}, '&campaignColumns=campaign,total')
  const campaigns = await screen.findByRole('table', { name: 'Campaigns' })
  const skus = await screen.findByRole('table', { name: 'SKUs after ads' })
  expect(heads(campaigns)).toEqual(['Campaign', 'Taken'])
  expect(heads(skus)).toHaveLength(6)
  expect(within(campaigns).getAllByRole('row')[1]!.textContent).toContain('−₹3,352.58')
  // Of B12 no cost is known, so it is not known what all of them left.
  expect(within(skus).getAllByRole('row')[1]!.textContent).toBe(
    'TotalNet sales₹52,938.00Ad orders11Left before adsCost missingIts ads−₹2,841.17After ads–',
  )
})

test('one part that fails leaves the others standing', async () => {
  show({ skus: Response.json({ title: 'Broken', status: 500, code: 'x' }, { status: 500 }) })
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'Did ads pay for themselves?' })).toBeTruthy()
})

test('no sheet at all is not the same as no ads in these days', async () => {
  const none = { spend: NO_MONEY, salesPct: null, salesPerRupee: null, days: [] }
  show({ found: ads(none) })
  expect(await screen.findByText('No ads in these days')).toBeTruthy()
  expect(screen.getByText('Your files know of ads to 03 Sep 2026. Choose other days.')).toBeTruthy()
  cleanup()
  show({
    found: ads({ ...none, freshness: { sheets: 0, deductedTo: null, canMark: false } }),
  })
  expect(
    await screen.findByText(
      'Whether there were ads is not known. The sheet is part of Payments to Date.',
    ),
  ).toBeTruthy()
})
