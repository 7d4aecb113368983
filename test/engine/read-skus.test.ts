import { readFileSync } from 'node:fs'
import { businessDate, endOfDayInIndia } from '#core/dates'
import { readSkus, type SkuQuestion } from '#engine/read-skus'
import { rebuildTotals } from '#engine/rebuild-totals'
import { reconcileStore } from '#engine/reconcile'
import { beforeAll, describe, expect, test } from 'vitest'
import { fixtures, newSeller, type Seller, TODAY, upload } from '../support/node/ledger'

type Truth = { bySku: Record<string, { settlement: number; sale: number }> }

const ALL = /^(Orders_|intransit|ofd_reverse|completed_|Supplier-|gst_|costs)|_PAYMENT_/
const WHOLE: SkuQuestion = {
  from: businessDate('2024-04-01'),
  to: businessDate('2028-03-31'),
  basis: 'payment',
  view: 'all',
  search: undefined,
  knownAt: undefined,
}

describe.each(['seller-2025', 'seller-2026'])('%s', (name) => {
  const truth = JSON.parse(readFileSync(`test/fixtures/${name}/truth.json`, 'utf8')) as Truth
  let seller: Seller
  beforeAll(async () => {
    seller = newSeller()
    for (const file of fixtures(name, ALL)) await upload(seller, file)
    while (!(await reconcileStore(seller.ledger, seller.storeId, TODAY)));
    await rebuildTotals(seller.ledger, seller.storeId)
  }, 60_000)

  const read = async (change: Partial<SkuQuestion> = {}, by: 'netProfit' | 'sku' = 'netProfit') => {
    const store = { id: seller.storeId, gstScheme: 'regular', cogsPolicy: 'kept' } as const
    const sort = { by, descending: false }
    return (await readSkus(seller.ledger, [store], { ...WHOLE, ...change }, sort))!
  }

  test('every SKU of the truth has its settlement to the paisa, the lowest profit first', async () => {
    const { items, costState } = await read()
    expect(costState).toBe('current')
    for (const [sku, { settlement, sale }] of Object.entries(truth.bySku)) {
      const found = items.find((item) => item.sku === sku)!
      expect(found.lines, sku).toMatchObject({ settlement, grossSales: sale })
    }
    const profits = items.map(({ lines }) => lines.netProfit)
    expect(profits).toEqual(profits.toSorted((a, b) => a - b))
  })

  test('two SKUs have no cost, on purpose; they say so instead of a cause', async () => {
    const { items } = await read({ view: 'missing_cost' })
    expect(items).toHaveLength(2)
    for (const { lossCause, isPartial } of items)
      expect({ lossCause, isPartial }).toEqual({ lossCause: 'cost_missing', isPartial: true })
  })

  test('a SKU that loses has a cause, and one that does not has none', async () => {
    const { items } = await read()
    for (const { sku, isPartial, lines, lossCause } of items)
      if (!isPartial) expect(lossCause !== null, sku).toBe(lines.netProfit < 0)
    const losing = await read({ view: 'loss' })
    expect(losing.items.map(({ sku }) => sku)).toEqual(
      items.filter(({ lines }) => lines.netProfit < 0).map(({ sku }) => sku),
    )
  })

  test('no more came back, or stayed, than left', async () => {
    for (const item of (await read({ basis: 'order' })).items) {
      expect(item.keptUnits!, item.sku).toBeLessThanOrEqual(item.dispatchedUnits!)
      expect(item.rtoUnits, item.sku).toBeLessThanOrEqual(item.dispatchedUnits!)
    }
  })

  test('as known on a past day it is told what was known then, costs and units that stayed among it', async () => {
    const before = await read({ knownAt: endOfDayInIndia(businessDate('2026-09-02')) })
    expect(before).toEqual({ items: [], costState: 'current' })
    const knownAt = endOfDayInIndia(businessDate('2026-09-03'))
    expect(await read({ basis: 'order', knownAt })).toEqual(await read({ basis: 'order' }))
    expect(await read({ knownAt })).toEqual(await read())
  })
})
