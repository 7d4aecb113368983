import { readFileSync } from 'node:fs'
import { businessDate, parseBusinessMonth } from '#core/dates'
import type { StoreId } from '#core/ids'
import { readMaturity } from '#engine/read-maturity'
import { readPnl } from '#engine/read-pnl'
import { rebuildTotals } from '#engine/rebuild-totals'
import { reconcileStore } from '#engine/reconcile'
import { removeUpload } from '#engine/remove-upload'
import { expect, test } from 'vitest'
import {
  fixtures,
  newSeller,
  NOW,
  PAYMENTS,
  type Seller,
  TODAY,
  upload,
} from '../support/node/ledger'

type Truth = { today: string; byOrderMonth: Record<string, { settlement: number }> }

const REPORTS = /^(Orders_|intransit|ofd_reverse|completed_|Supplier-|gst_)|_PAYMENT_/
const month = (text: string) => parseBusinessMonth(text)!
const regular = (id: StoreId) => ({ id, gstScheme: 'regular', cogsPolicy: 'kept' }) as const

async function judged(name: string): Promise<Seller> {
  const seller = newSeller()
  for (const file of fixtures(name, REPORTS)) await upload(seller, file)
  while (!(await reconcileStore(seller.ledger, seller.storeId, TODAY)));
  await rebuildTotals(seller.ledger, seller.storeId)
  return seller
}

test.each(['seller-2025', 'seller-2026'])(
  'what the orders of each month of %s have brought is the truth to the paisa, and the share the profit page shows',
  async (name) => {
    const truth = JSON.parse(readFileSync(`test/fixtures/${name}/truth.json`, 'utf8')) as Truth
    const { ledger, storeId } = await judged(name)
    const asOf = businessDate('2027-12-31')
    const pnl = await readPnl(ledger, [regular(storeId)], {
      basis: 'order',
      group: 'month',
      sku: undefined,
      from: businessDate('2024-04-01'),
      to: businessDate('2028-03-31'),
      knownAt: undefined,
    })
    for (const [name, { settlement }] of Object.entries(truth.byOrderMonth)) {
      const found = await readMaturity(ledger, [regular(storeId)], month(name), asOf)
      expect(found.settled, name).toBe(settlement)
      const { coverage } = pnl!.groups.find(({ key }) => key === name)!
      expect(found.settledBps! / 100, name).toBe(coverage.settledPct)
      expect(found.finalBps! / 100, name).toBe(coverage.finalPct)
    }
  },
  60_000,
)

test('a month is read as it stood on a day, and one earlier month tells when it is safe but gives no range', async () => {
  const { ledger, storeId } = await judged('seller-2026')
  const read = (of: string, asOf: string) =>
    readMaturity(ledger, [regular(storeId)], month(of), businessDate(asOf))
  // Only June is over on 3 September, 60 days after its last.
  const july = await read('2026-07', '2026-09-03')
  expect(july).toMatchObject({ learnedFrom: ['2026-06'], range: undefined, backTest: undefined })
  expect(july.safeToReadOn! > '2026-07-31').toBe(true)
  const early = await read('2026-07', '2026-08-05')
  expect(early.settled).toBeLessThan(july.settled!)
  expect(early.learnedFrom).toEqual([])
  expect(early.safeToReadOn).toBeUndefined()
}, 60_000)

test('undone payments are in no month any more', async () => {
  const seller = newSeller()
  const [june] = fixtures('seller-2026', PAYMENTS)
  const count = () =>
    seller.ledger.all<{ count: number }>('SELECT count(*) AS count FROM settlement_arrival')
  const { id } = await upload(seller, june!)
  await rebuildTotals(seller.ledger, seller.storeId)
  expect((await count())[0]!.count).toBeGreaterThan(0)
  await removeUpload(seller.ledger, { id, workspaceId: seller.workspaceId }, NOW)
  await rebuildTotals(seller.ledger, seller.storeId)
  expect(await count()).toEqual([{ count: 0 }])
}, 60_000)

/** A seller whose months bring 60 % by their end, 30 % ten days later, and a last part that differs. */
async function withPastMonths(last: Record<string, number>): Promise<Seller> {
  const seller = newSeller()
  const add = (sql: string, ...values: (string | number)[]) =>
    seller.database
      .prepare(sql)
      .bind(seller.storeId, ...values)
      .run()
  for (const [name, amount] of Object.entries(last)) {
    await add(
      `INSERT INTO order_total (store_id, grain, scope, period, sku, sub_orders, units, final_sub_orders)
       VALUES (?, 'month', 'all', ?, '', 100, 100, 90)`,
      name,
    )
    const [year, index] = name.split('-').map(Number) as [number, number]
    // Days of the next month, counted from the last day of this one.
    const after = (days: number) => new Date(Date.UTC(year, index, days)).toISOString().slice(0, 10)
    const arrivals: [string, number][] = [
      [after(0), 60_000_00],
      [after(10), 30_000_00],
      [after(40), amount],
    ]
    for (const [paidOn, amountOfDay] of arrivals)
      await add(
        'INSERT INTO settlement_arrival (store_id, paid_on, ordered_month, lines, settlement_paise) VALUES (?, ?, ?, 1, ?)',
        paidOn,
        name,
        amountOfDay,
      )
  }
  return seller
}

test('a young month has the range that its past months had left, and the range is tried on them', async () => {
  const seller = await withPastMonths({
    '2025-12': 5_00,
    '2026-01': 10_000_00,
    '2026-02': 9_000_00,
    '2026-03': 11_000_00,
    '2026-04': 10_000_00,
    '2026-05': 10_000_00,
    '2026-08': 0,
  })
  const found = await readMaturity(
    seller.ledger,
    [regular(seller.storeId)],
    month('2026-08'),
    businessDate('2026-09-15'),
  )
  // December's first payments may be missing: it is the first month with any.
  expect(found.learnedFrom).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'])
  // 90,000.00 so far; 9,000 to 11,000 are left, and the spread of 2,000 once more on each side.
  expect(found).toMatchObject({
    settled: 90_000_00,
    range: { least: 97_000_00, most: 1_03_000_00, learnedFrom: 5 },
    backTest: { months: 5, within: 5, worstMiss: 0 },
    // 10 October is 40 days after August; until then 10 % are missing, and 2 % are allowed.
    safeToReadOn: '2026-10-10',
  })
})

test('another store is another business', async () => {
  const seller = await withPastMonths({ '2026-01': 10_000_00, '2026-02': 9_000_00 })
  const other = newSeller(seller.database)
  const asOf = businessDate('2026-06-01')
  expect(
    await readMaturity(other.ledger, [regular(other.storeId)], month('2026-01'), asOf),
  ).toMatchObject({
    settled: undefined,
    subOrders: 0,
    finalBps: undefined,
    settledBps: undefined,
    learnedFrom: [],
  })
})
