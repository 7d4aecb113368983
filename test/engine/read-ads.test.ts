import { readFileSync } from 'node:fs'
import { ALLOCATIONS } from '#core/ads/allocation'
import { businessDate, endOfDayInIndia } from '#core/dates'
import { AD_FIGURE_CELLS, type AnyFigure } from '#core/pnl/figures'
import type { Basis } from '#core/pnl/profit'
import { listCampaigns } from '#db/ledger/queries/ads'
import { type CellPlace, findProvenance } from '#engine/find-provenance'
import { readAdAllocation } from '#engine/read-ad-allocation'
import { readAds } from '#engine/read-ads'
import { readMarkedOrders } from '#engine/read-marked-orders'
import { type PnlStore, readPnl } from '#engine/read-pnl'
import { rebuildTotals } from '#engine/rebuild-totals'
import { reconcileStore } from '#engine/reconcile'
import { totalOfFigure } from '#engine/total-of-figure'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  fixtures,
  newSeller,
  ORDERS,
  PAYMENTS,
  type Seller,
  TODAY,
  upload,
} from '../support/node/ledger'

type Truth = { ads: { rows: number; total: number; byRunMonth: Record<string, number> } }
const truth = JSON.parse(readFileSync('test/fixtures/seller-2026/truth.json', 'utf8')) as Truth

const ALL = /^(Orders_|intransit|ofd_reverse|completed_|Supplier-|gst_|costs)|_PAYMENT_/
const YEAR = { from: businessDate('2026-01-01'), to: businessDate('2026-12-31') }
const month = (name: string) => ({
  from: businessDate(`${name}-01`),
  to: businessDate(`${name}-${name.endsWith('06') ? 30 : 31}`),
})
const JULY = month('2026-07')

let seller: Seller
let store: PnlStore
beforeAll(async () => {
  seller = newSeller()
  for (const file of fixtures('seller-2026', ALL)) await upload(seller, file)
  while (!(await reconcileStore(seller.ledger, seller.storeId, TODAY)));
  await rebuildTotals(seller.ledger, seller.storeId)
  store = { id: seller.storeId, gstScheme: 'regular', cogsPolicy: 'kept' }
}, 60_000)

describe('what ads took', () => {
  test('every row counts once, and each month is that of the truth by the day the ad ran', async () => {
    const { spend } = await readAds(seller.ledger, [store], { ...YEAR, basis: 'order' })
    // Added up by hand from the 127 rows: 9,288.79 of cost, 35.40 of credits, 1,665.59 of GST.
    expect(spend).toMatchObject({
      rows: truth.ads.rows,
      cost: -9_288_79,
      credits: 35_40,
      netCost: -9_253_39,
      gst: -1_665_59,
      unexplained: 0,
      total: truth.ads.total,
    })
    for (const [name, total] of Object.entries(truth.ads.byRunMonth)) {
      const found = await readAds(seller.ledger, [store], { ...month(name), basis: 'order' })
      expect(found.spend.total, name).toBe(total)
    }
  })

  test('by the day of the payout a month holds other rows', async () => {
    const { spend } = await readAds(seller.ledger, [store], { ...JULY, basis: 'payment' })
    expect(spend).toMatchObject({ cost: -2_852_10, credits: 10_92, gst: -511_40, total: -3_352_58 })
  })

  test('days add up to the period, and sales are those of the profit and loss', async () => {
    for (const basis of ['order', 'payment'] as const) {
      const { spend, days, netSales } = await readAds(seller.ledger, [store], { ...JULY, basis })
      const pnl = await readPnl(seller.ledger, [store], {
        ...JULY,
        basis,
        group: 'total',
        sku: undefined,
      })
      expect(days.reduce((all, { total }) => all + total, 0)).toBe(spend.total)
      expect(days.reduce((all, day) => all + day.netSales, 0)).toBe(netSales)
      expect(pnl!.groups[0]!.lines).toMatchObject({ ads: spend.total, netSales })
    }
  })

  test('sales by each rupee: 52,938.00 by 3,352.58 of ads are 15.79, and ads are 6.33 % of sales', async () => {
    const found = await readAds(seller.ledger, [store], { ...JULY, basis: 'payment' })
    // By payment month July sold 70,590.00 and took back 17,652.00.
    expect(found.netSales).toBe(52_938_00)
    expect(found.salesPerRupee).toBe(15_79)
    expect(found.salesPct).toBe(6.33)
  })

  test('two campaigns, the dearest first, make the whole', async () => {
    const query = { ...YEAR, basis: 'order', knownAt: undefined } as const
    const page = { after: undefined, limit: 10 }
    const found = await listCampaigns(seller.ledger, [store.id], query, page)
    expect(found.map(({ campaignId, total }) => [campaignId, total])).toEqual([
      ['14715536', -5_650_00],
      ['14837470', -5_268_98],
    ])
    const second = await listCampaigns(seller.ledger, [store.id], query, {
      ...page,
      after: found[0],
    })
    expect(second).toEqual(found.slice(1))
  })

  test('another store is told of none of it', async () => {
    const other = newSeller().storeId
    const found = await readAds(seller.ledger, [{ ...store, id: other }], {
      ...YEAR,
      basis: 'order',
    })
    expect(found).toMatchObject({ spend: { rows: 0, total: 0 }, days: [], campaigns: 0 })
    // It has no payments file: what it sold is not nothing, it is unknown.
    expect(found).toMatchObject({ netSales: null, salesPct: null, salesPerRupee: null })
    expect(found.breakEven).toMatchObject({ state: 'no_ads', sales: null, isReached: null })
    expect(found.freshness).toEqual({ sheets: 0, deductedTo: null, canMark: false })
  })
})

describe('break-even', () => {
  test('rests on the SKUs whose cost is known, and says how many: two have none, on purpose', async () => {
    const { breakEven, netSales, spend } = await readAds(seller.ledger, [store], {
      ...YEAR,
      basis: 'payment',
    })
    const skus = await readPnl(seller.ledger, [store], {
      ...YEAR,
      basis: 'payment',
      group: 'sku',
      sku: undefined,
    })
    const known = skus!.groups.filter(({ key, isPartial }) => key !== '' && !isPartial)
    const total = (name: 'netSales' | 'netProfit') =>
      known.reduce((all, { lines }) => all + lines[name], 0)
    expect(breakEven).toMatchObject({
      state: 'known',
      skus: known.length + 2,
      knownSkus: known.length,
      knownNetSales: total('netSales'),
      // Ads, monthly costs, referral and adjustments stand on no SKU: its profit is its contribution.
      knownContribution: total('netProfit'),
    })
    const margin = total('netProfit') / total('netSales')
    const lasting = -(spend.total + spend.gstCredit)
    const needed = (lasting / -spend.total / margin) * 100
    expect(breakEven.sales).toBe(Math.ceil(needed))
    expect(breakEven.isReached).toBe(netSales! * margin >= lasting)
  })

  test('before any cost is known no SKU says what an ad must bring', async () => {
    const bare = newSeller()
    for (const file of fixtures('seller-2026', PAYMENTS)) await upload(bare, file)
    await rebuildTotals(bare.ledger, bare.storeId)
    while (!(await reconcileStore(bare.ledger, bare.storeId, TODAY)));
    await rebuildTotals(bare.ledger, bare.storeId)
    const { breakEven } = await readAds(bare.ledger, [{ ...store, id: bare.storeId }], {
      ...YEAR,
      basis: 'payment',
    })
    expect(breakEven).toMatchObject({ state: 'no_costs', sales: null, isReached: null })
  }, 60_000)
})

describe('what Meesho marks', () => {
  test('102 sub-orders settled came from ads: 43,064.00 sold, 9,395.00 taken back, 26,580.84 settled', async () => {
    const found = await readMarkedOrders(seller.ledger, [store], { ...YEAR, basis: 'payment' })
    const [ad, organic, unmarked, other] = found.marks
    expect(ad).toMatchObject({
      mark: 'ad',
      ordered: null,
      grossSales: 43_064_00,
      salesReturned: -9_395_00,
      netSales: 33_669_00,
      settlement: 26_580_84,
    })
    expect(organic).toMatchObject({ mark: 'organic', settlement: 33_761_85 })
    expect(unmarked).toMatchObject({ mark: 'unmarked', settlement: 51_294_34 })
    expect(other).toMatchObject({ mark: 'other', netSales: 0, soldSubOrders: 0 })
    // 33,669.00 by 10,918.98 of ads.
    expect(found.claimedPerRupee).toBe(3_08)
  })

  test('the orders reports of June to August hold 134 orders from ads, 179 organic and 288 without a mark', async () => {
    const found = await readMarkedOrders(seller.ledger, [store], { ...YEAR, basis: 'order' })
    expect(found.marks.map(({ mark, ordered }) => [mark, ordered])).toEqual([
      ['ad', 134],
      ['organic', 179],
      ['unmarked', 288],
      ['other', 0],
    ])
  })

  test('files of 2025 have no such column: nothing is known, and that is no zero', async () => {
    const older = newSeller()
    for (const pattern of [PAYMENTS, ORDERS])
      for (const file of fixtures('seller-2025', pattern)) await upload(older, file)
    await rebuildTotals(older.ledger, older.storeId)
    const query = { from: businessDate('2025-01-01'), to: businessDate('2025-12-31') }
    const found = await readMarkedOrders(older.ledger, [{ ...store, id: older.storeId }], {
      ...query,
      basis: 'order',
    })
    expect(found).toEqual({ canMark: false, marks: [], claimedPerRupee: null })
  }, 60_000)
})

describe('ads over SKUs', () => {
  const sort = { by: 'afterAds', descending: false } as const
  const read = async (by: (typeof ALLOCATIONS)[number], basis: Basis = 'payment') =>
    (await readAdAllocation(seller.ledger, [store], { ...YEAR, basis, by }, sort))!

  test('by net sales or by marked orders, the SKUs carry all of what the ads took for good', async () => {
    for (const basis of ['order', 'payment'] as const)
      for (const by of ['net_sales', 'ad_orders'] as const) {
        const { items, ads, unallocated } = await read(by, basis)
        const { spend } = await readAds(seller.ledger, [store], { ...YEAR, basis })
        expect(ads).toBe(spend.lasting)
        expect(unallocated).toBe(0)
        expect(items.reduce((all, item) => all + item.ads!, 0)).toBe(ads)
        for (const item of items.filter(({ contribution }) => contribution !== null))
          expect(item.afterAds).toBe(item.contribution! + item.ads!)
      }
  })

  test('two SKUs without a cost are told no profit after ads, and stand last', async () => {
    const { items } = await read('net_sales')
    expect(items.filter(({ afterAds }) => afterAds === null)).toEqual(items.slice(-2))
    const profits = items.slice(0, -2).map(({ afterAds }) => afterAds!)
    expect(profits).toEqual(profits.toSorted((a, b) => a - b))
  })

  test('none is none: no SKU is told of ads, and all of them stay apart', async () => {
    const { items, ads, unallocated } = await read('none')
    expect(items.every((item) => item.ads === null && item.afterAds === null)).toBe(true)
    expect(unallocated).toBe(ads)
  })

  test('orders from ads are counted by SKU: together the 134 of the reports', async () => {
    const { items } = await read('ad_orders', 'order')
    expect(items.reduce((all, { adOrders }) => all + adOrders, 0)).toBe(134)
  })
})

async function sumOfCells(figure: AnyFigure, scope: Parameters<typeof findProvenance>[3]) {
  let sum = 0
  let from: CellPlace | undefined = { section: 0, after: undefined }
  while (from !== undefined) {
    const page: Awaited<ReturnType<typeof findProvenance>> = await findProvenance(
      seller.ledger,
      [store],
      figure,
      scope,
      { from, rows: 23 },
    )
    for (const { value } of page.cells) sum += value
    from = page.next
  }
  return sum
}

describe('every figure of ads opens', () => {
  // Safe because these are the keys of this very constant.
  const figures = Object.keys(AD_FIGURE_CELLS) as AnyFigure[]

  const DAY = { from: businessDate('2026-07-14'), to: businessDate('2026-07-14') }
  const questions = (['order', 'payment'] as const).flatMap((basis) =>
    [YEAR, JULY, DAY].flatMap((days) => [
      { ...days, basis, sku: undefined },
      { ...days, basis, sku: undefined, campaign: '14837470' },
    ]),
  )

  test('each column is the sum of its cells, as a whole, of a day and of a campaign', async () => {
    for (const scope of questions)
      for (const figure of [...figures, 'ads'] as const) {
        const total = await totalOfFigure(seller.ledger, [store], figure, scope)
        expect(await sumOfCells(figure, scope), JSON.stringify([figure, scope])).toBe(total)
      }
    const one = { ...YEAR, basis: 'order', sku: undefined, campaign: '14837470' } as const
    expect(await sumOfCells('ads', one)).toBe(-5_268_98)
  })

  test('sales that Meesho marks as brought by ads are the sum of their cells', async () => {
    for (const basis of ['order', 'payment'] as const)
      for (const mark of ['ad', 'organic', 'unmarked'] as const)
        for (const figure of ['netSales', 'salesReturned', 'settlement'] as const) {
          const scope = { ...YEAR, basis, sku: undefined, mark }
          const total = await totalOfFigure(seller.ledger, [store], figure, scope)
          expect(await sumOfCells(figure, scope), `${figure} ${basis} ${mark}`).toBe(total)
        }
    const scope = { ...YEAR, basis: 'payment', sku: undefined, mark: 'ad' } as const
    expect(await sumOfCells('netSales', scope)).toBe(33_669_00)
  })
})

test('as known on the day before the files came there were no ads; at its end all of them', async () => {
  const before = endOfDayInIndia(businessDate('2026-09-02'))
  const after = endOfDayInIndia(businessDate('2026-09-03'))
  const sort = { by: 'sku', descending: false } as const
  for (const basis of ['order', 'payment'] as const) {
    const query = { ...YEAR, basis }
    const none = await readAds(seller.ledger, [store], { ...query, knownAt: before })
    expect(none).toMatchObject({ spend: { rows: 0 }, freshness: { sheets: 0, canMark: false } })
    expect(await readAds(seller.ledger, [store], { ...query, knownAt: after })).toEqual(
      await readAds(seller.ledger, [store], query),
    )
    expect(await readMarkedOrders(seller.ledger, [store], { ...query, knownAt: after })).toEqual(
      await readMarkedOrders(seller.ledger, [store], query),
    )
    const by = 'ad_orders' as const
    expect(
      await readAdAllocation(seller.ledger, [store], { ...query, by, knownAt: after }, sort),
    ).toEqual(await readAdAllocation(seller.ledger, [store], { ...query, by }, sort))
  }
}, 60_000)
