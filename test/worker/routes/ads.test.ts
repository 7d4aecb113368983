import { FILES, judge, sendFiles } from '../../support/worker/uploads'
import { get, newWorkspace, type TestWorkspace } from '../../support/worker/workspace'
import { expect, test } from 'vitest'

const AUGUST = 'from=2026-08-01&to=2026-08-31&basis=payment'

/** A seller who has sent August's payments, and June's orders with their sources. */
async function seller(): Promise<TestWorkspace> {
  const workspace = await newWorkspace()
  await sendFiles(workspace, [FILES.payments, FILES.orders])
  await judge(workspace)
  return workspace
}

type Money = { total: number; gst: number; cost: number; credits: number; rows: number }
type Ads = {
  spend: Money
  netSales: number
  salesPerRupee: number
  salesPct: number
  breakEven: { state: string; sales: number | null }
  days: (Money & { day: string; netSales: number })[]
  freshness: { sheets: number; deductedTo: string; canMark: boolean }
}
type SkuAmounts = {
  netSales: number
  adOrders: number
  ads: number | null
  afterAds: number | null
}
type Sku = SkuAmounts & { sku: string }
type Skus = {
  items: Sku[]
  totals: SkuAmounts & { count: number }
  nextCursor: string | null
  ads: number
  unallocated: number
}

test('August by payment day: 3,571.30 of ads, 13.12 of credits, 640.47 of GST, 4,198.65 taken', async () => {
  const workspace = await seller()
  const found = await get<Ads>(workspace, `/api/ads?${AUGUST}`)
  // Added up by hand from the Ads Cost sheet of the file; the total is the truth's.
  expect(found.spend).toMatchObject({
    cost: -3_571_30,
    credits: 13_12,
    gst: -640_47,
    total: -4_198_65,
  })
  // What the profit and loss of the same days says.
  const { groups } = await get<{ groups: { lines: { ads: number; netSales: number } }[] }>(
    workspace,
    `/api/pnl?${AUGUST}`,
  )
  expect(groups[0]!.lines).toMatchObject({ ads: -4_198_65, netSales: found.netSales })
  expect(found.days.reduce((all, { total }) => all + total, 0)).toBe(-4_198_65)
  expect(found.salesPerRupee).toBe(Math.floor((found.netSales * 100) / 4_198_65))
  expect(found.breakEven).toMatchObject({ state: 'no_costs', sales: null })
  expect(found.freshness).toEqual({ sheets: 1, deductedTo: '2026-08-31', canMark: true })
})

test('campaigns page one by one through the month, the dearest first', async () => {
  const workspace = await seller()
  const seen: Money[] = []
  let cursor = ''
  do {
    const page = await get<{ items: Money[]; nextCursor: string | null }>(
      workspace,
      `/api/ads/campaigns?${AUGUST}&limit=1${cursor && `&cursor=${cursor}`}`,
    )
    seen.push(...page.items)
    cursor = page.nextCursor ?? ''
  } while (cursor)
  expect(seen).toHaveLength(2)
  expect(seen.map(({ total }) => total)).toEqual(
    seen.map(({ total }) => total).toSorted((a, b) => a - b),
  )
  expect(seen.reduce((all, { total }) => all + total, 0)).toBe(-4_198_65)
})

test('each figure opens: a campaign’s cells, a day’s GST, the sales that Meesho marks', async () => {
  const workspace = await seller()
  const campaigns = await get<{ items: (Money & { campaignId: string })[] }>(
    workspace,
    `/api/ads/campaigns?${AUGUST}`,
  )
  const { campaignId, total } = campaigns.items[0]!
  type Provenance = { total: number; items: { value: number; column: string }[] }
  const sum = ({ items }: Provenance) => items.reduce((all, { value }) => all + value, 0)
  const one = await get<Provenance>(
    workspace,
    `/api/provenance?${AUGUST}&figure=pnl.ads&campaign=${campaignId}&limit=200`,
  )
  expect([one.total, sum(one)]).toEqual([total, total])
  expect(one.items[0]!.column).toBe('Total Ads Cost')
  const gst = await get<Provenance>(workspace, `/api/provenance?${AUGUST}&figure=adGst&limit=200`)
  expect([gst.total, sum(gst)]).toEqual([-640_47, -640_47])
  const { marks } = await get<{ marks: { mark: string; netSales: number }[] }>(
    workspace,
    `/api/ads/orders?${AUGUST}`,
  )
  const marked = await get<Provenance>(
    workspace,
    `/api/provenance?${AUGUST}&figure=pnl.netSales&orderSource=ad&limit=200`,
  )
  // By hand from the sheet: 20,383.00 sold and 4,305.00 taken back of orders marked "Ad order".
  expect(marks.find(({ mark }) => mark === 'ad')!.netSales).toBe(16_078_00)
  expect([marked.total, sum(marked)]).toEqual([16_078_00, 16_078_00])
})

type Marked = { marks: { mark: string; ordered: number | null; settlement: number }[] }

test.each(['order', 'payment'])(
  'by %s date, what Meesho marks from June to August is that of its parts, wherever the months are cut',
  async (basis) => {
    const workspace = await seller()
    const marked = async (from: string, to: string) => {
      const asked = `/api/ads/orders?from=${from}&to=${to}&basis=${basis}`
      const { marks } = await get<Marked>(workspace, asked)
      return marks.map(({ mark, ordered, settlement }) => [mark, ordered ?? 0, settlement] as const)
    }
    const whole = await marked('2026-06-10', '2026-08-20')
    const parts = await Promise.all([
      marked('2026-06-10', '2026-06-30'),
      marked('2026-07-01', '2026-07-31'),
      marked('2026-08-01', '2026-08-20'),
    ])
    const sum = whole.map(([mark], at) => [
      mark,
      parts.reduce((all, part) => all + part[at]![1], 0),
      parts.reduce((all, part) => all + part[at]![2], 0),
    ])
    expect(whole).toEqual(sum)
    const [ad, organic] = whole
    expect([ad![0], organic![0]]).toEqual(['ad', 'organic'])
    expect(ad![2]).toBeGreaterThan(0)
    expect(organic![2]).toBeGreaterThan(0)
  },
)

test('a figure that would be cut in half is refused', async () => {
  const { request } = await newWorkspace()
  for (const query of [
    'figure=pnl.netProfit&campaign=1',
    'figure=pnl.netSales&campaign=1',
    'figure=pnl.ads&orderSource=ad',
    'figure=pnl.cogs&orderSource=ad',
  ]) {
    const response = await request(`/api/provenance?${AUGUST}&${query}`)
    expect(response.status, query).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'figure-not-narrowed' })
  }
  expect((await request(`/api/provenance?${AUGUST}&figure=adMagic`)).status).toBe(404)
})

test('over SKUs the ads stay whole on every page, and without an assumption none is laid', async () => {
  const workspace = await seller()
  for (const by of ['net_sales', 'ad_orders']) {
    const seen: Sku[] = []
    let cursor = ''
    let whole: Skus
    do {
      const path = `/api/ads/skus?${AUGUST}&by=${by}&limit=7${cursor && `&cursor=${cursor}`}`
      whole = await get<Skus>(workspace, path)
      seen.push(...whole.items)
      cursor = whole.nextCursor ?? ''
    } while (cursor)
    expect(new Set(seen.map(({ sku }) => sku)).size).toBe(seen.length)
    expect(whole.unallocated).toBe(0)
    expect(
      seen.reduce((all, { ads }) => all + ads!, 0),
      by,
    ).toBe(whole.ads)
    expect(whole.totals, by).toEqual({
      count: seen.length,
      netSales: seen.reduce((all, { netSales }) => all + netSales, 0),
      adOrders: seen.reduce((all, { adOrders }) => all + adOrders, 0),
      // The seller entered no cost, so of no SKU is it known what it left.
      contribution: null,
      ads: whole.ads,
      afterAds: null,
    })
  }
  const none = await get<Skus>(workspace, `/api/ads/skus?${AUGUST}&by=none&limit=200`)
  expect(none.unallocated).toBe(none.ads)
  expect(none.items.every(({ ads }) => ads === null)).toBe(true)
  expect(none.totals.ads).toBeNull()
  // No sale is outside the list: the figure of the whole period.
  const { netSales } = await get<Ads>(workspace, `/api/ads?${AUGUST}`)
  expect(none.totals.netSales).toBe(netSales)
})

test('the table of ads is every row of the sheet, by either day', async () => {
  const { request } = await seller()
  for (const [basis, total] of [
    ['payment', -4_198_65],
    ['order', undefined],
  ] as const) {
    const response = await request(`/api/export/ads.csv?${AUGUST.replace('payment', basis)}`)
    expect(response.status).toBe(200)
    const [titles = '', ...rows] = (await response.text()).trim().split('\r\n')
    expect(titles).toContain('Ran On,Campaign ID,Cost,Credits,Net Cost,GST,Total,File,Sheet,Row')
    const at = titles.split(',').indexOf('Total')
    const sum = rows.reduce((all, row) => all + Number(row.split(',')[at]!.replace('.', '')), 0)
    if (total !== undefined) expect(sum).toBe(total)
    const day = titles.split(',').indexOf(basis === 'order' ? 'Ran On' : 'Deducted On')
    for (const row of rows) expect(row.split(',')[day]).toMatch(/^2026-08-/)
  }
})

test('a workspace without a file knows of no ads, and says that it knows nothing', async () => {
  const workspace = await newWorkspace()
  const found = await get<Ads>(workspace, `/api/ads?${AUGUST}`)
  expect(found).toMatchObject({ salesPct: null, salesPerRupee: null, days: [] })
  expect(found.freshness).toEqual({ sheets: 0, deductedTo: null, canMark: false })
  expect(found.breakEven.state).toBe('no_ads')
})

test('nobody sees the ads of another', async () => {
  const theirs = await seller()
  const mine = await newWorkspace()
  const { stores } = await get<{ stores: { id: string }[] }>(theirs, '/api/me')
  for (const path of ['', '/campaigns', '/orders', '/skus']) {
    const response = await mine.request(`/api/ads${path}?${AUGUST}&store=${stores[0]!.id}`)
    expect(response.status, path).toBe(404)
  }
  expect((await get<Ads>(mine, `/api/ads?${AUGUST}`)).spend.rows).toBe(0)
})

test('what the routes do not know is refused', async () => {
  const { request } = await newWorkspace()
  for (const path of [
    '?basis=bank',
    '/campaigns?limit=201',
    '/campaigns?cursor=%00',
    '/skus?by=guess',
    '/skus?sort=total',
  ]) {
    const [route, query] = path.split('?')
    expect((await request(`/api/ads${route}?${AUGUST}&${query}`)).status, path).toBe(400)
  }
})
