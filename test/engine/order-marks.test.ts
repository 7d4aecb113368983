import { ORDER_MARKS, type OrderMark } from '#core/ads/order-mark'
import { addDays, businessDate, endOfDayInIndia } from '#core/dates'
import type { UploadId } from '#core/ids'
import type { Basis } from '#core/pnl/profit'
import { countAdOrdersBySku } from '#db/ledger/queries/order-marks'
import { type MarkedMoney, readMarkedOrders } from '#engine/read-marked-orders'
import { removeUpload } from '#engine/remove-upload'
import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constantFrom,
  nat,
  oneof,
  record,
} from 'fast-check'
import { expect, test } from 'vitest'
import { type Fixture, newSeller, NOW, type Seller, TODAY, upload } from '../support/node/ledger'
import { RUNS } from '../support/node/random'
import { ordersFile, paymentsFile } from '../support/node/seller-files'
import { type Cells, type SellerRows, sellerRows } from '../support/random-seller'

type Row = Readonly<Record<string, string | number | null>>

const text = (cell: Row[string] | undefined) => String(cell ?? '')
const START = businessDate('2026-05-15')
const YEAR = { from: businessDate('2026-01-01'), to: businessDate('2026-12-31') }

// As files write them, one in capitals, and one that nobody has seen yet.
const WORDS = ['', 'Ad order', 'Organic', 'AD ORDER', '', 'Live stream'] as const

/** The rows with another word in `Order source`, by the last digit of the sub-order and a turn. */
function marked(rows: readonly Cells[], turn: number): Cells[] {
  return rows.map((cells) => {
    const digit = Number(/(\d)_1$/.exec(cells.find((cell) => cell.endsWith('_1')) ?? '')?.[1] ?? 0)
    const word = WORDS[(digit + turn) % WORDS.length] ?? ''
    return cells.map((cell) => (cell === 'Organic' ? word : cell))
  })
}

/** Orders as they were, and as they are; payments whole and in halves, so that they overlap. */
async function filesOf(rows: SellerRows): Promise<Fixture[]> {
  const payments = rows.payments.map((row) => ({ ...row, cells: marked([row.cells], 3)[0]! }))
  const half = Math.floor(payments.length / 2)
  const parts = [payments, payments.slice(0, half), payments.slice(half)]
  const none = { referral: [], adjustments: [] }
  return [
    ordersFile(marked(rows.earlierOrders, 1), '2026-07-20'),
    ordersFile(marked(rows.orders, 0)),
    ...(await Promise.all(
      parts.map((part) => paymentsFile({ ...rows, ...none, layout: 'P3', payments: part })),
    )),
  ]
}

const withP3: Arbitrary<SellerRows> = sellerRows.filter(({ layout }) => layout === 'P3')

type Step = { readonly does: 'upload' | 'undo'; readonly file: number }
const steps: Arbitrary<Step[]> = array(
  record({
    does: oneof(
      { weight: 3, arbitrary: constantFrom('upload' as const) },
      { weight: 1, arbitrary: constantFrom('undo' as const) },
    ),
    file: nat(4),
  }),
  { minLength: 3, maxLength: 8 },
)

async function live(seller: Seller, files: readonly Fixture[], all: readonly Step[]) {
  const uploads = new Map<number, UploadId>()
  for (const { does, file } of all) {
    if (does === 'upload') uploads.set(file, (await upload(seller, files[file]!)).id)
    const id = uploads.get(file)
    if (does === 'undo' && id)
      await removeUpload(seller.ledger, { id, workspaceId: seller.workspaceId }, NOW)
  }
}

function markOf(word: string): OrderMark {
  const known = { '': 'unmarked', 'ad order': 'ad', organic: 'organic' } as const
  return new Map<string, OrderMark>(Object.entries(known)).get(word.toLowerCase()) ?? 'other'
}

/** What counts now, line by line and sub-order by sub-order, each with its mark. */
async function factsOf({ database, storeId }: Seller) {
  const all = async (table: string) =>
    (await database.prepare(`SELECT * FROM ${table} WHERE store_id = ?`).bind(storeId).all<Row>())
      .results
  const orders = (await all('sub_order')).map((row) => ({
    no: text(row['sub_order_no']),
    day: text(row['ordered_on']),
    sku: text(row['sku']),
    word: text(row['order_source']),
  }))
  const byNo = new Map(orders.map((order) => [order.no, order]))
  const lines = (await all('settlement_line'))
    .filter((row) => row['closed_at'] === 0)
    .map((row) => {
      const order = byNo.get(text(row['sub_order_no']))
      return {
        row,
        mark: markOf(order?.word || text(row['order_source'])),
        sku: text(row['sku']) || (order?.sku ?? ''),
        day: { payment: text(row['paid_on']), order: order?.day ?? text(row['ordered_on']) },
      }
    })
  return { orders, lines }
}

type Facts = Awaited<ReturnType<typeof factsOf>>
type Period = { readonly from: string; readonly to: string }
const isIn = (day: string, { from, to }: Period) => day >= from && day <= to

function expectedMarks(facts: Facts, basis: Basis, period: Period): MarkedMoney[] {
  const orders = facts.orders.filter(({ day }) => isIn(day, period))
  return ORDER_MARKS.map((mark) => {
    const lines = facts.lines.filter((line) => line.mark === mark && isIn(line.day[basis], period))
    const add = (value: (row: Row) => number) => lines.reduce((sum, { row }) => sum + value(row), 0)
    const units = (...outcomes: string[]) =>
      add((row) => (outcomes.includes(text(row['outcome'])) ? Number(row['quantity'] ?? 0) : 0))
    const [sale, back] = [
      add((row) => Number(row['sale_paise'])),
      add((row) => Number(row['sale_return_paise'])),
    ]
    const counted = orders.filter(({ word }) => markOf(word) === mark).length
    return {
      mark,
      ordered: basis === 'order' && orders.length > 0 ? counted : null,
      soldSubOrders: add((row) => Number(Number(row['sale_paise']) > 0)),
      deliveredUnits: units('delivered', 'exchanged'),
      returnedUnits: units('returned'),
      rtoUnits: units('rto'),
      grossSales: sale,
      salesReturned: back,
      netSales: sale + back,
      settlement: add((row) => Number(row['settlement_paise'])),
    } as MarkedMoney
  })
}

function expectedAdSkus({ orders, lines }: Facts, basis: Basis, period: Period) {
  const ordered = orders.filter(({ word, day }) => markOf(word) === 'ad' && isIn(day, period))
  const sold = lines.filter(
    ({ row, mark, day }) =>
      mark === 'ad' && Number(row['sale_paise']) > 0 && isIn(day.payment, period),
  )
  const skus = (basis === 'order' ? ordered : sold).map(({ sku }) => sku)
  return [...Map.groupBy(skus, (sku) => sku)].map(([sku, some]) => [sku, some.length]).sort()
}

/** How many SKUs were found with orders that ads brought. */
async function expectMarks(
  { ledger, storeId }: Seller,
  facts: Facts,
  query: typeof YEAR & { readonly basis: Basis; readonly knownAt: number | undefined },
): Promise<number> {
  const stores = [{ id: storeId, gstScheme: 'regular', cogsPolicy: 'kept' } as const]
  const { canMark, marks } = await readMarkedOrders(ledger, stores, query)
  if (!canMark) return 0
  const label = JSON.stringify(query)
  expect(marks, label).toEqual(expectedMarks(facts, query.basis, query))
  const skus = await countAdOrdersBySku(ledger, [storeId], query, 100)
  const found = skus.map(({ sku, subOrders }) => [sku, subOrders]).sort()
  expect(found, label).toEqual(expectedAdSkus(facts, query.basis, query))
  return found.length
}

// Now the kept sums are read, and at the end of the day the facts themselves.
const MOMENTS = [undefined, endOfDayInIndia(TODAY)]

test('what Meesho marks is what the lines and orders say, whatever came, came again and went', async () => {
  let checked = 0
  await assert(
    asyncProperty(withP3, steps, nat(100), nat(70), async (rows, all, first, days) => {
      const seller = newSeller()
      const files = await filesOf(rows)
      await live(seller, files, all)
      const from = addDays(START, first)
      const periods = [
        YEAR,
        { from, to: addDays(from, days) },
        { from: businessDate('2026-06-01'), to: addDays(from, days) },
        { from, to: from },
      ].filter((period) => period.from <= period.to)
      const facts = await factsOf(seller)
      const questions = periods.flatMap((period) =>
        (['order', 'payment'] as const).flatMap((basis) =>
          MOMENTS.map((knownAt) => ({ ...period, basis, knownAt })),
        ),
      )
      for (const query of questions) checked += await expectMarks(seller, facts, query)
    }),
    { numRuns: 16, ...RUNS },
  )
  expect(checked).toBeGreaterThan(50)
}, 300_000)

const row = (word: string) => [
  'DELIVERED',
  '258066634278534104_1',
  '83550819',
  '2026-06-01',
  word,
  'Kerala',
  'Kurti',
  '00815',
  'Free Size',
  '1',
  '149.0',
  '149.0',
  'TP9L5XNQ5QP1Y5U',
]

test('without a word in any file nothing is kept of marks', async () => {
  const seller = newSeller()
  const { database, ledger, workspaceId } = seller
  const kept = async () => {
    const { results } = await database
      .prepare(
        'SELECT (SELECT count(*) FROM order_mark_total) + (SELECT count(*) FROM order_mark_count) AS rows',
      )
      .all<{ rows: number }>()
    return results[0]!.rows
  }
  await upload(seller, ordersFile([row('')]))
  expect(await kept()).toBe(0)
  const { id } = await upload(seller, ordersFile([row('Ad order')], '2026-09-04'))
  // Its day, its month, and its SKU in the month.
  expect(await kept()).toBe(3)
  await removeUpload(ledger, { id, workspaceId }, NOW)
  expect(await kept()).toBe(0)
})
