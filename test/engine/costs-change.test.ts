import { businessDate } from '#core/dates'
import { paise } from '#core/money/paise'
import { readPnl } from '#engine/read-pnl'
import { rebuildTotals } from '#engine/rebuild-totals'
import { reconcileStore } from '#engine/reconcile'
import { removeUpload } from '#engine/remove-upload'
import { sayCosts } from '#engine/say-costs'
import { expect, test } from 'vitest'
import { dumpCosts } from '../support/node/dump-ledger'
import {
  COSTS,
  type Fixture,
  fixtures,
  newSeller,
  NOW,
  ORDERS,
  PAYMENTS,
  RETURNS,
  type Seller,
  TODAY,
  upload,
} from '../support/node/ledger'

const NAME = 'seller-2026'
const [LIST] = fixtures(NAME, COSTS) as [Fixture]
const REPORTS = [...fixtures(NAME, ORDERS), ...fixtures(NAME, PAYMENTS), ...fixtures(NAME, RETURNS)]

async function settle({ ledger, storeId }: Seller): Promise<void> {
  expect(await reconcileStore(ledger, storeId, TODAY)).toBe(true)
  await rebuildTotals(ledger, storeId)
}

async function sellerWith(files: readonly Fixture[]): Promise<Seller> {
  const seller = newSeller()
  for (const file of files) await upload(seller, file)
  await settle(seller)
  return seller
}

async function monthOf({ ledger, storeId }: Seller, month: string, sku?: string) {
  const stores = [{ id: storeId, gstScheme: 'regular' as const, cogsPolicy: 'kept' as const }]
  const [from, to] = [businessDate(`${month}-01`), businessDate(`${month}-30`)]
  const query = { from, to, basis: 'order', group: 'total', sku } as const
  const pnl = (await readPnl(ledger, stores, query))!
  return { ...pnl.groups[0]!, costState: pnl.costState }
}

const staleMonths = async ({ database, storeId }: Seller) => {
  const { results } = await database
    .prepare(`SELECT subject, month FROM stale_month WHERE store_id = ? ORDER BY 1, 2`)
    .bind(storeId)
    .all<{ subject: string; month: string }>()
  return results.map(({ subject, month }) => `${subject} ${month}`)
}

const unitsOf = async ({ database, storeId }: Seller, sku: string, from: string, to: string) => {
  const { results } = await database
    .prepare(
      `SELECT sum(kept_units) AS kept, sum(dispatched_units) AS dispatched FROM unit_movement
       WHERE store_id = ? AND sku = ? AND ordered_on BETWEEN ? AND ?`,
    )
    .bind(storeId, sku, from, to)
    .all<{ kept: number; dispatched: number }>()
  return results[0]!
}

test('costs come first, last or in between: the same figures', async () => {
  const last = await dumpCosts(await sellerWith([...REPORTS, LIST]))
  expect(last.filter((row) => row.startsWith('cost_total')).length).toBeGreaterThan(300)
  expect(await dumpCosts(await sellerWith([LIST, ...REPORTS]))).toEqual(last)

  const between = newSeller()
  for (const file of [...REPORTS.slice(3), LIST, ...REPORTS.slice(0, 3)]) {
    await upload(between, file)
    await settle(between)
  }
  expect(await dumpCosts(between)).toEqual(last)
}, 120_000)

test('a list of costs that is undone leaves no cost, and one that comes again the same as before', async () => {
  const seller = await sellerWith(REPORTS)
  const before = await dumpCosts(seller)
  expect((await monthOf(seller, '2026-07')).lines).toMatchObject({ cogs: null, packaging: null })

  const list = await upload(seller, LIST)
  const { lines, coverage, isPartial } = await monthOf(seller, '2026-07')
  expect(lines.cogs).toBeLessThan(0)
  expect(coverage.costMissing.skus).toBe(2)
  expect(isPartial).toBe(true)
  const after = await dumpCosts(seller)

  await removeUpload(seller.ledger, { id: list.id, workspaceId: seller.workspaceId }, NOW)
  expect(await dumpCosts(seller)).toEqual(before)
  expect(await staleMonths(seller)).toEqual([])

  await upload(seller, LIST)
  expect(await dumpCosts(seller)).toEqual(after)
}, 60_000)

test('an undone payment file takes its costs on payment basis with it', async () => {
  const [first, ...rest] = fixtures(NAME, PAYMENTS) as [Fixture, ...Fixture[]]
  const orders = [...fixtures(NAME, ORDERS), LIST]
  const seller = newSeller()
  const { id } = await upload(seller, first)
  for (const file of [...orders, ...rest]) await upload(seller, file)
  await settle(seller)
  await removeUpload(seller.ledger, { id, workspaceId: seller.workspaceId }, NOW)
  await settle(seller)
  expect(await dumpCosts(seller)).toEqual(await dumpCosts(await sellerWith([...orders, ...rest])))
}, 60_000)

test('a cost that changes on a day counts for orders from that day on, and no earlier month is touched', async () => {
  const seller = await sellerWith([...REPORTS, LIST])
  // The list says 207.87, and 5.00 for packaging.
  const sku = 'G36-red-00'
  const before = await unitsOf(seller, sku, '2026-07-01', '2026-07-14')
  const after = await unitsOf(seller, sku, '2026-07-15', '2026-07-30')
  expect(before.kept).toBeGreaterThan(0)
  expect(after.kept).toBeGreaterThan(0)
  const dearer = {
    sku,
    effectiveFrom: businessDate('2026-07-15'),
    cost: paise(300_00),
    packaging: undefined,
    row: 0,
  }
  await sayCosts(seller.ledger, seller.storeId, [dearer], NOW)
  expect(await staleMonths(seller)).toEqual(['costs 2026-07', 'costs 2026-08'])
  expect((await monthOf(seller, '2026-07')).costState).toBe('counting')

  await rebuildTotals(seller.ledger, seller.storeId)
  const july = await monthOf(seller, '2026-07', sku)
  expect(july.lines).toMatchObject({
    cogs: -(before.kept * 207_87 + after.kept * 300_00),
    packaging: -((before.dispatched + after.dispatched) * 5_00),
  })
  expect(july.costState).toBe('current')
}, 60_000)

test('a SKU written in other letters has the cost of its group, unless two spellings have one each', async () => {
  const seller = await sellerWith(REPORTS)
  const says = (sku: string, cost: number) =>
    sayCosts(
      seller.ledger,
      seller.storeId,
      [
        {
          sku,
          effectiveFrom: businessDate('2026-01-01'),
          cost: paise(cost),
          packaging: undefined,
          row: 0,
        },
      ],
      NOW,
    ).then(() => rebuildTotals(seller.ledger, seller.storeId))
  const { kept } = await unitsOf(seller, 'B12-M-08', '2026-06-01', '2026-06-30')
  expect(kept).toBeGreaterThan(0)
  const cogs = async () => (await monthOf(seller, '2026-06', 'B12-M-08')).lines.cogs

  await says('b12-m-08 ', 50_00)
  expect(await cogs()).toBe(-kept * 50_00)
  await says('B12-m-08', 60_00)
  expect(await cogs()).toBeNull()
  await says('B12-M-08', 70_00)
  expect(await cogs()).toBe(-kept * 70_00)
}, 60_000)

test('a rebuild killed anywhere, or run twice side by side, ends in the same totals', async () => {
  const whole = await dumpCosts(await sellerWith([...REPORTS, LIST]))
  const seller = newSeller()
  for (const file of [...REPORTS, LIST]) await upload(seller, file)
  // A delivery that gets no further than a page and a month each time.
  while (!(await reconcileStore(seller.ledger, seller.storeId, TODAY, 20)));
  const killed = rebuildTotals(seller.ledger, seller.storeId, async () => {
    throw new Error('killed')
  })
  await expect(killed).rejects.toThrow('killed')
  await Promise.all([
    rebuildTotals(seller.ledger, seller.storeId),
    rebuildTotals(seller.ledger, seller.storeId),
  ])
  expect(await dumpCosts(seller)).toEqual(whole)
  expect(await staleMonths(seller)).toEqual([])
}, 60_000)

test('judging the same facts again writes no movement and makes no month stale', async () => {
  const seller = await sellerWith([...REPORTS, LIST])
  await seller.database
    .prepare('UPDATE reconciliation SET rules = 0 WHERE store_id = ?')
    .bind(seller.storeId)
    .run()
  expect(await reconcileStore(seller.ledger, seller.storeId, TODAY)).toBe(true)
  expect(await staleMonths(seller)).toEqual([])
}, 60_000)
