import { businessDate } from '#core/dates'
import type { ProfitLines } from '#core/pnl/profit'
import type { Group } from '#db/ledger/queries/pnl'
import { readPnl } from '#engine/read-pnl'
import { assert, asyncProperty, constantFrom, integer } from 'fast-check'
import { expect, test } from 'vitest'
import { fixtures, newSeller, ORDERS, PAYMENTS, type Seller, upload } from '../support/node/ledger'

async function sample(): Promise<Seller> {
  const seller = newSeller()
  for (const file of [...fixtures('seller-2026', ORDERS), ...fixtures('seller-2026', PAYMENTS)]) {
    await upload(seller, file)
  }
  return seller
}

const dayAfter = (days: number) =>
  businessDate(new Date(Date.UTC(2026, 4, 25 + days)).toISOString().slice(0, 10))

test('the groups of any period add up to its total, by SKU, day and month, on both bases', async () => {
  const seller = await sample()
  const stores = [
    { id: seller.storeId, gstScheme: 'regular' as const, cogsPolicy: 'kept' as const },
  ]
  const sumOf = async (basis: 'order' | 'payment', group: Group, first: number, days: number) => {
    const period = { from: dayAfter(first), to: dayAfter(first + days) }
    const pnl = await readPnl(seller.ledger, stores, { ...period, basis, group, sku: undefined })
    const line = (name: keyof ProfitLines) =>
      pnl!.groups.reduce((sum, { lines }) => sum + (lines[name] ?? 0), 0)
    const count = (name: 'lineCount' | 'subOrders' | 'units' | 'deliveredUnits' | 'rtoUnits') =>
      pnl!.groups.reduce((sum, each) => sum + each[name], 0)
    return {
      netProfit: line('netProfit'),
      fees: line('fees'),
      ads: line('ads'),
      bankReceipts: line('bankReceipts'),
      lineCount: count('lineCount'),
      subOrders: count('subOrders'),
      units: count('units'),
      rtoUnits: count('rtoUnits'),
    }
  }
  const period = asyncProperty(
    constantFrom('order' as const, 'payment' as const),
    integer({ min: 0, max: 110 }),
    integer({ min: 0, max: 110 }),
    async (basis, first, days) => {
      const total = await sumOf(basis, 'total', first, days)
      for (const group of ['sku', 'day', 'month'] as const) {
        expect(await sumOf(basis, group, first, days), group).toEqual(total)
      }
    },
  )
  await assert(period, { numRuns: 25 })
}, 120_000)

test('a seller without GST registration has no tax inside the prices and none to claim back', async () => {
  const seller = await sample()
  const query = {
    from: businessDate('2026-06-01'),
    to: businessDate('2026-06-30'),
    basis: 'payment',
    group: 'total',
    sku: undefined,
  } as const
  const lines = async (gstScheme: 'regular' | 'none') =>
    (await readPnl(seller.ledger, [{ id: seller.storeId, gstScheme, cogsPolicy: 'kept' }], query))!
      .groups[0]!.lines
  const [regular, none] = [await lines('regular'), await lines('none')]
  expect(none).toMatchObject({ gstOnSales: 0, gstCreditOnFees: 0 })
  expect(regular.gstOnSales).toBeLessThan(0)
  expect(regular.gstCreditOnFees).toBeGreaterThan(0)
  expect(none.netProfit).toBe(none.bankReceipts + none.taxCredits)
  expect(none.bankReceipts).toBe(regular.bankReceipts)
}, 60_000)
