import { readFileSync } from 'node:fs'
import { businessDate } from '#core/dates'
import { reconcileStore } from '#engine/reconcile'
import { listStandingTotals } from '#db/ledger/queries/standings'
import { removeUpload } from '#engine/remove-upload'
import { describe, expect, test } from 'vitest'
import { dumpVerdicts } from '../support/node/dump-ledger'
import {
  type Fixture,
  fixtures,
  newSeller,
  NOW,
  type Seller,
  upload,
  TODAY,
} from '../support/node/ledger'

type Truth = {
  today: string
  subOrders: number
  outstandingRows: number
  outstandingSettlement: number
  customerReturns: number
  faults: { kind: string; sub: string; atStake: number }[]
}

const REPORTS = /^(Orders_|intransit|ofd_reverse|completed_|Supplier-|gst_)|_PAYMENT_/

async function reconcile(seller: Seller, statements?: number): Promise<number> {
  let calls = 1
  while (!(await reconcileStore(seller.ledger, seller.storeId, TODAY, statements))) calls += 1
  return calls
}

async function reconciled(files: readonly Fixture[]): Promise<Seller> {
  const seller = newSeller()
  for (const file of files) await upload(seller, file)
  await reconcile(seller)
  return seller
}

async function findingsOn({ database, storeId }: Seller, asOf: string) {
  const { results } = await database
    .prepare(
      `SELECT rule, sub_order_no AS sub, at_stake_paise AS atStake FROM discrepancy
       WHERE store_id = ? AND from_on <= ? AND until_on > ? ORDER BY rule, sub, atStake`,
    )
    .bind(storeId, asOf, asOf)
    .all<{ rule: string; sub: string; atStake: number }>()
  return results
}

const nameOf = (kind: string, sub: string) => `${kind} ${sub}`

describe.each(['seller-2025', 'seller-2026'])('%s', (name) => {
  const truth = JSON.parse(readFileSync(`test/fixtures/${name}/truth.json`, 'utf8')) as Truth

  test('every seeded fault is found in the ledger, and nobody else is accused of any such', async () => {
    const seller = await reconciled(fixtures(name, REPORTS))
    const seeded = new Set(truth.faults.map(({ kind }) => kind))
    const found = (await findingsOn(seller, truth.today)).filter(({ rule }) => seeded.has(rule))
    expect(found.map(({ rule, sub }) => nameOf(rule, sub)).sort()).toEqual(
      truth.faults.map(({ kind, sub }) => nameOf(kind, sub)).sort(),
    )
    for (const { kind, sub, atStake } of truth.faults) {
      const one = found.find(({ rule, sub: other }) => rule === kind && other === sub)!
      // What a delivery should have paid is an estimate; every other amount is exact.
      const slack = kind === 'delivered_not_paid' ? atStake / 20 : 0
      expect(Math.abs(one.atStake - atStake), nameOf(kind, sub)).toBeLessThanOrEqual(slack)
    }
  }, 60_000)

  test('every sub-order stands in one bucket, and the buckets add up to all of them', async () => {
    const seller = await reconciled(fixtures(name, REPORTS))
    const totals = await listStandingTotals(
      seller.ledger,
      [seller.storeId],
      businessDate(truth.today),
    )
    const count = (bucket: string) => totals.find((each) => each.bucket === bucket)?.count ?? 0
    expect(totals.reduce((sum, each) => sum + each.count, 0)).toBe(truth.subOrders)
    expect(count('promised')).toBe(truth.outstandingRows)
    expect(totals.find(({ bucket }) => bucket === 'promised')!.amount).toBe(
      truth.outstandingSettlement,
    )
    expect(count('returned')).toBe(truth.customerReturns)
    expect(count('overdue')).toBe(
      truth.faults.filter(({ kind }) => kind === 'delivered_not_paid').length,
    )
  }, 60_000)
})

test('files in any order, twice, judged after each or once at the end, give the same verdicts', async () => {
  const files = fixtures('seller-2025', REPORTS)
  const once = await dumpVerdicts(await reconciled(files))
  expect(await dumpVerdicts(await reconciled([...files.toReversed(), ...files]))).toEqual(once)
  const stepwise = newSeller()
  for (const file of files) {
    await upload(stepwise, file)
    await reconcile(stepwise)
  }
  expect(await dumpVerdicts(stepwise)).toEqual(once)
}, 120_000)

test('a run that may spend few statements a call goes on behind its last page', async () => {
  const files = fixtures('seller-2025', REPORTS)
  const seller = newSeller()
  for (const file of files) await upload(seller, file)
  expect(await reconcile(seller, 1)).toBeGreaterThan(2)
  expect(await dumpVerdicts(seller)).toEqual(await dumpVerdicts(await reconciled(files)))
}, 60_000)

test('an undone file leaves the verdicts that the other files give', async () => {
  const files = fixtures('seller-2025', REPORTS)
  const outstanding = files.find(({ name }) => name.includes('OUTSTANDING'))!
  const seller = newSeller()
  for (const file of files) if (file !== outstanding) await upload(seller, file)
  const { id } = await upload(seller, outstanding)
  await reconcile(seller)
  await removeUpload(seller.ledger, { id, workspaceId: seller.workspaceId }, NOW)
  await reconcile(seller)
  const without = await reconciled(files.filter((file) => file !== outstanding))
  expect(await dumpVerdicts(seller)).toEqual(await dumpVerdicts(without))
}, 60_000)

test('two runners side by side end in the same verdicts', async () => {
  const files = fixtures('seller-2025', REPORTS)
  const seller = newSeller()
  for (const file of files) await upload(seller, file)
  await Promise.all([reconcile(seller), reconcile(seller)])
  expect(await dumpVerdicts(seller)).toEqual(await dumpVerdicts(await reconciled(files)))
}, 60_000)
