import { readFileSync } from 'node:fs'
import { businessDate, endOfDayInIndia } from '#core/dates'
import { parseDecimal } from '#core/money/rupees'
import { TERMS } from '#core/settlements/terms'
import { openDb, type SqlDatabase } from '#db/client'
import { listOrderRows } from '#db/ledger/queries/export-rows'
import { type Budget, csvOf, ExportTooLarge, newBudget, newTally } from '#engine/export-csv'
import { GST_LINES } from '#engine/export-archive-tables'
import { type ExportScope, factPages, type FactExport, readerOf } from '#engine/export-facts'
import { settlementPages, type SettlementChoice } from '#engine/export-settlements'
import { CLAIMS, COSTS, ordersExport, RETURNS, SETTLEMENTS } from '#engine/export-tables'
import papaparse from 'papaparse'
import { expect, test } from 'vitest'
import {
  CLAIMS as CLAIM_FILES,
  COSTS as COST_FILES,
  fixtures,
  GST,
  newSeller,
  ORDERS,
  PAYMENTS,
  RETURNS as RETURN_FILES,
  type Seller,
  upload,
} from '../support/node/ledger'

type Amounts = Record<string, number>
const truth = JSON.parse(readFileSync('test/fixtures/seller-2026/truth.json', 'utf8')) as {
  total: Amounts
  byPaymentMonth: Record<string, Amounts>
  subOrders: number
}

async function sample(...patterns: RegExp[]): Promise<Seller> {
  const seller = newSeller()
  for (const pattern of patterns)
    for (const file of fixtures('seller-2026', pattern)) await upload(seller, file)
  return seller
}

function scopeOf(seller: Seller, change: Partial<ExportScope> = {}): ExportScope {
  return {
    ledger: seller.ledger,
    stores: [{ id: seller.storeId, name: 'Asha Textiles', supplierId: '2454257' }],
    days: { from: businessDate('2026-01-01'), to: businessDate('2026-12-31') },
    asOf: businessDate('2026-09-03'),
    knownAt: undefined,
    budget: newBudget(),
    ...change,
  }
}

type Table = { titles: string[]; rows: Record<string, string>[] }

async function read(texts: AsyncGenerator<string>): Promise<Table> {
  let csv = ''
  for await (const text of texts) csv += text
  expect(csv.startsWith('\uFEFF')).toBe(true)
  const { data, errors, meta } = papaparse.parse<Record<string, string>>(csv.slice(1), {
    header: true,
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  return { titles: meta.fields ?? [], rows: data }
}

const facts = (scope: ExportScope, { columns, facts }: FactExport) =>
  read(csvOf(columns, factPages(scope, readerOf(facts))))

async function settlements(scope: ExportScope, choice: Partial<SettlementChoice> = {}) {
  const pages = await settlementPages(scope, { sort: 'paidOn', ...choice })
  return read(csvOf(SETTLEMENTS.columns, pages!))
}

function sumOf({ rows }: Table, title: string): number {
  return rows.reduce((sum, row) => sum + parseDecimal(row[title]!, 2)!, 0)
}

/** `gstCompensation` → `GST Compensation`. */
const titleOf = (term: string) =>
  term === 'tcs' || term === 'tds'
    ? term.toUpperCase()
    : term
        .replaceAll(/[A-Z]/g, (letter) => ` ${letter}`)
        .replace(/^./, (letter) => letter.toUpperCase())
        .replace('Gst', 'GST')

test('every money column of the settlements adds up to the truth of the file, to the paisa', async () => {
  const seller = await sample(ORDERS, PAYMENTS)
  const table = await settlements(scopeOf(seller))
  expect(table.rows).toHaveLength(456)
  for (const term of [...TERMS, 'settlement'])
    expect([term, sumOf(table, titleOf(term))]).toEqual([term, truth.total[term]])

  const days = { from: businessDate('2026-08-01'), to: businessDate('2026-08-31') }
  const august = await settlements(scopeOf(seller, { days }))
  expect(sumOf(august, 'Settlement')).toBe(43_105_36)
  expect(august.rows).toHaveLength(178)
  expect(august.rows[0]).toMatchObject({ Store: 'Asha Textiles', Sheet: 'Order Payments' })
  expect(Number(august.rows[0]!['Row'])).toBeGreaterThan(2)
}, 60_000)

test('settlements come filtered and sorted as their screen has them', async () => {
  const seller = await sample(PAYMENTS)
  const scope = () => scopeOf(seller)
  const all = await settlements(scope())
  const returned = all.rows.filter((row) => row['Status'] === 'Return')
  expect(returned.length).toBeGreaterThan(10)
  expect((await settlements(scope(), { status: 'Return' })).rows).toEqual(returned)
  const { SKU: sku } = all.rows[0]!
  const ofSku = (await settlements(scope(), { sku: sku! })).rows
  expect(ofSku).toEqual(all.rows.filter((row) => row['SKU'] === sku))
  const id = all.rows[7]!['Sub Order No']!
  const found = (await settlements(scope(), { q: id.slice(0, -2) })).rows
  expect(found).toEqual(all.rows.filter((row) => row['Sub Order No']!.includes(id.slice(0, -2))))

  const days = all.rows.map((row) => row['Paid On'])
  expect(days).toEqual(days.toSorted())
  const newest = await settlements(scope(), { sort: '-paidOn' })
  expect(newest.rows).toEqual(all.rows.toReversed())
  const largest = await settlements(scope(), { sort: '-settlement' })
  const amounts = largest.rows.map((row) => parseDecimal(row['Settlement']!, 2)!)
  expect(amounts).toEqual(amounts.toSorted((a, b) => b - a))
  expect(sumOf(largest, 'Settlement')).toBe(truth.total['settlement'])
}, 60_000)

test('every sub-order of the orders files is there once, with the file it stands in', async () => {
  const seller = await sample(ORDERS)
  const scope = scopeOf(seller)
  const { columns } = ordersExport(scope.asOf, true)
  const table = await read(csvOf(columns, factPages(scope, listOrderRows)))
  expect(table.rows).toHaveLength(truth.subOrders)
  expect(new Set(table.rows.map((row) => row['Sub Order No'])).size).toBe(truth.subOrders)
  expect(table.rows[0]!['File']).toMatch(/^Orders_2026-06-01/)
  // Nobody has judged them yet: that is not known, and not "open".
  expect(table.rows.every((row) => row['Stands'] === '' && row['Settled'] === '')).toBe(true)
}, 60_000)

test('returns, claims, costs and GST rows are as many as the ledger has', async () => {
  const seller = await sample(RETURN_FILES, CLAIM_FILES, COST_FILES, GST)
  for (const dataset of [RETURNS, CLAIMS, COSTS, GST_LINES]) {
    const { table } = dataset.facts
    const [{ count } = { count: -1 }] = (
      await seller.database
        .prepare(`SELECT count(*) AS count FROM ${table} WHERE closed_at = 0`)
        .all<{ count: number }>()
    ).results
    const { rows, titles } = await facts(scopeOf(seller), dataset)
    expect([table, rows.length]).toEqual([table, count])
    expect(count).toBeGreaterThan(10)
    expect(new Set(titles).size).toBe(titles.length)
  }
}, 60_000)

/** A ledger that counts the statements it is sent. */
function counting(database: SqlDatabase) {
  let statements = 0
  const counted: SqlDatabase = {
    batch: (all) => database.batch(all),
    prepare(query) {
      statements += 1
      return database.prepare(query)
    },
  }
  return { ledger: openDb(counted), statements: () => statements }
}

/** Every line of the sample once more for each of many sub-orders. */
async function multiply(seller: Seller, times: number): Promise<void> {
  const columns = (
    await seller.database
      .prepare(`SELECT name FROM pragma_table_info('settlement_line')`)
      .all<{ name: string }>()
  ).results.map(({ name }) => name)
  const values = columns.map((name) =>
    name === 'sub_order_no' ? `'9' || n || sub_order_no` : name,
  )
  await seller.database
    .prepare(`WITH RECURSIVE times (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM times WHERE n < ?)
      INSERT INTO settlement_line (${columns.join(', ')})
      SELECT ${values.join(', ')} FROM settlement_line CROSS JOIN times WHERE closed_at = 0`)
    .bind(times)
    .run()
}

test('25,000 lines leave in a handful of statements, page by page, and none is lost between pages', async () => {
  const seller = await sample(PAYMENTS)
  await multiply(seller, 54)
  const { ledger, statements } = counting(seller.database)
  const scope = scopeOf({ ...seller, ledger })
  const tally = newTally()
  const pages = await settlementPages(scope, { sort: 'paidOn' })
  let largest = 0
  let lines = -1
  for await (const text of csvOf(SETTLEMENTS.columns, pages!, tally)) {
    largest = Math.max(largest, text.length)
    lines += text.split('\r\n').length - 1
  }
  expect(lines).toBe(456 * 55)
  expect(tally.rows).toBe(25_080)
  expect(tally.sums['Settlement']).toBe(55 * 1_11_637_03)
  // Five full pages, and one that says there are no more.
  expect(statements()).toBe(6)
  expect(largest).toBeLessThan(4_000_000)
}, 60_000)

test('an export that would take more statements than an answer has breaks off, and does not end short', async () => {
  const seller = await sample(PAYMENTS)
  await multiply(seller, 30)
  const budget: Budget = { statements: 2 }
  await expect(settlements(scopeOf(seller, { budget }))).rejects.toThrow(ExportTooLarge)
}, 60_000)

test('an export holds what was known on a day, and nothing that came later', async () => {
  const seller = await sample(PAYMENTS, ORDERS)
  const before = { knownAt: endOfDayInIndia(businessDate('2026-09-02')) }
  expect((await settlements(scopeOf(seller, before))).rows).toEqual([])
  const after = { knownAt: endOfDayInIndia(businessDate('2026-09-03')) }
  expect((await settlements(scopeOf(seller, after))).rows).toHaveLength(456)
  const { columns } = ordersExport(businessDate('2026-09-03'), false)
  for (const [change, count] of [
    [before, 0],
    [after, truth.subOrders],
  ] as const) {
    const pages = factPages(scopeOf(seller, change), listOrderRows)
    expect((await read(csvOf(columns, pages))).rows).toHaveLength(count)
  }
}, 60_000)
