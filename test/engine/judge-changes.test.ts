import type { UploadId } from '#core/ids'
import { openDb } from '#db/client'
import { countLags } from '#db/ledger/queries/sub-order-facts'
import { reconcileStore } from '#engine/reconcile'
import { removeUpload } from '#engine/remove-upload'
import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  nat,
  record,
} from 'fast-check'
import { expect, test } from 'vitest'
import { dumpVerdicts } from '../support/node/dump-ledger'
import {
  type Fixture,
  fixtures,
  newLedgerDatabase,
  newSeller,
  NOW,
  type Seller,
  TODAY,
  upload,
} from '../support/node/ledger'
import { isKilled, killedAfter } from '../support/node/mortal-database'

const REPORTS = /^(Orders_|intransit|ofd_reverse|completed_|Supplier-|gst_)|_PAYMENT_/
const FILES = fixtures('seller-2025', REPORTS)

async function judge({ ledger, storeId }: Seller): Promise<void> {
  while (!(await reconcileStore(ledger, storeId, TODAY)));
}

/** Verdicts from the facts alone: everything derived is thrown away, and made again. */
async function judgedAnew(seller: Seller): Promise<string[]> {
  const derived = ['standing', 'discrepancy', 'standing_total', 'norm_count', 'norm_value', 'norm']
  const others = [
    'discrepancy_total',
    'unjudged',
    'reconciliation',
    'unit_movement',
    'return_account',
  ]
  for (const table of [...derived, ...others]) {
    await seller.database
      .prepare(`DELETE FROM ${table} WHERE store_id = ?`)
      .bind(seller.storeId)
      .run()
  }
  await judge(seller)
  return dumpVerdicts(seller)
}

type Step = {
  readonly file: number
  readonly undo: boolean
  readonly judges: 'no' | 'some' | 'all'
}

const step = record({
  file: nat(FILES.length - 1),
  undo: boolean(),
  judges: constantFrom('no', 'some', 'all'),
}) satisfies Arbitrary<Step>

/** Uploads, undoes and judges as told; an undo reads again what counted under the file undone. */
async function live(seller: Seller, steps: readonly Step[]): Promise<void> {
  const uploads = new Map<UploadId, Fixture>()
  for (const { file, undo, judges } of steps) {
    const fixture = FILES[file]!
    const [before] = [...uploads].find(([, { name }]) => name === fixture.name) ?? []
    if (undo && before) {
      const { ledger, workspaceId } = seller
      const again = await removeUpload(ledger, { id: before, workspaceId }, NOW)
      uploads.delete(before)
      for (const id of again) await upload(seller, uploads.get(id)!, { id })
    } else {
      const { id } = await upload(seller, fixture)
      uploads.set(id, fixture)
    }
    if (judges === 'some') await reconcileStore(seller.ledger, seller.storeId, TODAY, 1)
    if (judges === 'all') await judge(seller)
  }
  await judge(seller)
}

test('verdicts kept through imports and undos are those that the facts alone give', async () => {
  await assert(
    asyncProperty(array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      const seller = newSeller()
      await live(seller, steps)
      const kept = await dumpVerdicts(seller)
      expect(kept).toEqual(await judgedAnew(seller))
    }),
    { numRuns: 12 },
  )
}, 300_000)

test('every total is the sum of its standings, and every count that of their norms', async () => {
  const seller = newSeller()
  await live(seller, [
    ...FILES.map((_, file): Step => ({ file, undo: false, judges: 'all' })),
    { file: 3, undo: true, judges: 'all' },
  ])
  const rows = async (query: string) =>
    (await seller.database.prepare(query).bind(seller.storeId).all()).results
  const totals = await rows(`SELECT bucket, ordered_on, count, amount_paise FROM standing_total
    WHERE store_id = ? ORDER BY 1, 2`)
  expect(totals.length).toBeGreaterThan(5)
  expect(totals).toEqual(
    await rows(`SELECT bucket, CASE WHEN bucket = 'unpaid' THEN ordered_on ELSE '' END AS ordered_on,
      count(*) AS count, sum(CASE bucket WHEN 'promised' THEN coalesce(promised_paise, 0)
        WHEN 'unpaid' THEN coalesce(expected_paise, 0) ELSE settled_paise END) AS amount_paise
    FROM standing WHERE store_id = ? GROUP BY 1, 2 ORDER BY 1, 2`),
  )
  // How long first payments took is said twice, in two languages: by core of one sub-order, in SQL of all.
  const lags = await rows(`SELECT value AS days, count FROM norm_count
    WHERE store_id = ? AND norm = 'firstPaymentLag' ORDER BY value`)
  expect(lags.length).toBeGreaterThan(3)
  expect(lags).toEqual(await countLags(seller.ledger, seller.storeId))
}, 60_000)

const [ORDERS, , ...OTHERS] = FILES.filter(({ name }) => /2025-07|completed/.test(name))

test('a run killed at any call, and delivered once or twice more, ends in the same verdicts', async () => {
  const files = [ORDERS!, ...OTHERS]
  const prepare = async () => {
    const database = newLedgerDatabase()
    const seller = newSeller(database)
    for (const [index, file] of files.entries()) {
      await upload(seller, file)
      if (index === 0) await judge(seller)
    }
    return seller
  }
  const whole = await prepare()
  await judge(whole)
  const expected = await dumpVerdicts(whole)
  let call = 0
  for (let died = true; died; call += 1) {
    const seller = await prepare()
    const mortal = openDb(killedAfter(seller.database, call))
    died = await isKilled(reconcileStore(mortal, seller.storeId, TODAY))
    const deliveries = Array.from({ length: 1 + (call % 2) }, () => judge(seller))
    await Promise.all(deliveries)
    expect(await dumpVerdicts(seller), `killed at call ${call}`).toEqual(expected)
  }
  expect(call).toBeGreaterThan(10)
}, 300_000)

test('an undo killed at any call, and asked again, ends in the verdicts of the other files', async () => {
  const files = [ORDERS!, ...OTHERS]
  const prepare = async (count: number) => {
    const seller = newSeller()
    const ids: UploadId[] = []
    for (const file of files.slice(0, count)) ids.push((await upload(seller, file)).id)
    await judge(seller)
    return { seller, last: ids.at(-1)! }
  }
  const expected = await dumpVerdicts((await prepare(files.length - 1)).seller)
  let call = 0
  for (let died = true; died; call += 1) {
    const { seller, last } = await prepare(files.length)
    const removed = { id: last, workspaceId: seller.workspaceId }
    const mortal = openDb(killedAfter(seller.database, call))
    died = await isKilled(removeUpload(mortal, removed, NOW))
    // Judged before it is asked again: what it finds half undone is judged once more.
    await judge(seller)
    await removeUpload(seller.ledger, removed, NOW)
    await judge(seller)
    expect(await dumpVerdicts(seller), `killed at call ${call}`).toEqual(expected)
  }
  expect(call).toBeGreaterThan(3)
}, 300_000)
