import { expect, test } from 'vitest'
import { dumpLedger } from '../support/node/dump-ledger'
import {
  type Fixture,
  fixture,
  fixtures,
  newSeller,
  ORDERS,
  PAYMENTS,
  upload,
} from '../support/node/ledger'

const NAME = 'seller-2025'
const files = () => [...fixtures(NAME, ORDERS), ...fixtures(NAME, PAYMENTS)]

async function ledgerOf(uploads: readonly Fixture[]) {
  const seller = newSeller()
  for (const file of uploads) await upload(seller, file)
  return dumpLedger(seller)
}

test('the order in which files come in makes no difference', async () => {
  const forward = await ledgerOf(files())
  expect(await ledgerOf(files().toReversed())).toEqual(forward)
  const [first, ...rest] = files()
  expect(await ledgerOf([...rest, first!])).toEqual(forward)
}, 60_000)

test('a file that comes twice, or overlaps another, adds nothing', async () => {
  const once = await ledgerOf(files())
  expect(await ledgerOf([...files(), ...files()])).toEqual(once)
  const withoutOverlap = files().filter(({ name }) => !name.includes('2025-08-21'))
  expect(withoutOverlap).toHaveLength(files().length - 1)
  expect(await ledgerOf(withoutOverlap)).toEqual(once)
}, 60_000)

test('an overlapping download says that every row of it was known', async () => {
  const seller = newSeller()
  for (const file of files()) await upload(seller, file)
  const { id } = await upload(
    seller,
    files().find(({ name }) => name.includes('2025-08-21'))!,
  )
  const { results } = await seller.database
    .prepare(
      'SELECT kind, rows, new_rows, same_rows, rejected_rows FROM report WHERE upload_id = ? ORDER BY ordinal',
    )
    .bind(id)
    .all()
  expect(results).toEqual([
    { kind: 'payments.orders', rows: 43, new_rows: 0, same_rows: 43, rejected_rows: 0 },
    { kind: 'payments.ads', rows: 11, new_rows: 0, same_rows: 11, rejected_rows: 0 },
    { kind: 'payments.referral', rows: 0, new_rows: 0, same_rows: 0, rejected_rows: 0 },
    { kind: 'payments.adjustments', rows: 0, new_rows: 0, same_rows: 0, rejected_rows: 0 },
  ])
}, 60_000)

test('an orders report that a spreadsheet program saved again gives the same orders', async () => {
  const [july] = fixtures(NAME, /^Orders_2025-07/)
  const damaged = fixture(NAME, 'damaged_resaved_orders_2025-07.csv')
  const original = await ledgerOf([july!])
  const resaved = await ledgerOf([damaged])
  // Only the day of download is gone with the panel's own file name.
  expect(withoutSeen(resaved['sub_order']!)).toEqual(withoutSeen(original['sub_order']!))
  expect(resaved['order_total']).toEqual(original['order_total'])
  const both = await ledgerOf([damaged, july!])
  expect(both['sub_order']).toEqual(original['sub_order'])
})

test('a month split in three files, rows shuffled, is the same month', async () => {
  const [july] = fixtures(NAME, /^Orders_2025-07/)
  const [header, ...rows] = new TextDecoder().decode(july!.bytes).trimEnd().split('\n')
  const shuffled = rows.toSorted((a, b) => (a.slice(20) < b.slice(20) ? -1 : 1))
  const parts = [0, 1, 2].map((part) => ({
    name: july!.name,
    bytes: new TextEncoder().encode(
      [header, ...shuffled.filter((_, index) => index % 3 === part), ''].join('\n'),
    ),
  }))
  expect(await ledgerOf(parts)).toEqual(await ledgerOf([july!]))
})

function withoutSeen(rows: readonly string[]): string[] {
  return rows.map((row) => row.replace(/\["seen_on","[^"]*"\]/, ''))
}
