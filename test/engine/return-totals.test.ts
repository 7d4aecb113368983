import { readFileSync } from 'node:fs'
import { addDays, type BusinessDate, businessDate, endOfDayInIndia } from '#core/dates'
import type { UploadId } from '#core/ids'
import { RETURN_GROUPINGS } from '#core/returns/return-summary'
import { areReturnsCounted } from '#db/ledger/queries/return-totals'
import { readReturnSummary } from '#engine/read-return-summary'
import { rebuildTotals } from '#engine/rebuild-totals'
import { removeUpload } from '#engine/remove-upload'
import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  nat,
  oneof,
  record,
} from 'fast-check'
import { expect, test } from 'vitest'
import { type Fixture, newSeller, NOW, type Seller, TODAY, upload } from '../support/node/ledger'
import { RUNS, sellerOf, settle } from '../support/node/random'
import { ordersFile, paymentsFile, returnsFile } from '../support/node/seller-files'
import { type Cells, type SellerRows, sellerRows } from '../support/random-seller'

const START = businessDate('2026-05-15')
const YEAR = { from: businessDate('2026-01-01'), to: businessDate('2026-12-31') }

const [SKU, QUANTITY, CREATED, COURIER, REASON] = [2, 5, 11, 15, 20]

/** More parcels of the same sub-orders: on the same day, or weeks later with another courier and SKU. */
function withMore(rows: readonly Cells[], days: readonly number[]): Cells[] {
  return rows.flatMap((cells, at) => {
    const later = days[at % days.length] ?? 0
    const first = cells.with(COURIER, ['Valmo', 'Delhivery'][at % 2] ?? '')
    const again = addDays(businessDate(cells[CREATED] ?? ''), Math.abs(later))
    const more = first
      .with(CREATED, later < 0 ? '' : again)
      .with(QUANTITY, String(7 + (at % 3)))
      .with(COURIER, 'Xpressbees')
      .with(REASON, 'Quality not as expected')
      .with(SKU, ['Another SKU', cells[SKU] ?? ''][at % 2] ?? '')
    return later % 3 === 0 ? [first] : [first, more]
  })
}

const EXPORTS = ['intransit', 'completed_delivered', 'completed_lost'] as const

async function filesOf(rows: SellerRows, days: readonly number[]): Promise<Fixture[]> {
  const half = Math.floor(rows.payments.length / 2)
  const parts = [rows.payments, rows.payments.slice(0, half), rows.payments.slice(half)]
  return [
    ordersFile(rows.earlierOrders, '2026-07-20'),
    ordersFile(rows.orders),
    ...EXPORTS.map((name) => returnsFile(name, withMore(rows.returns[name], days))),
    // Some of what has arrived was on its way before.
    returnsFile('intransit', withMore(rows.returns.completed_delivered, days).slice(0, 3)),
    ...(await Promise.all(parts.map((payments) => paymentsFile({ ...rows, payments })))),
  ]
}

type Step = { readonly does: 'upload' | 'undo' | 'settle'; readonly file: number }
const does = (what: Step['does'], weight: number) => ({ weight, arbitrary: constantFrom(what) })
const steps: Arbitrary<Step[]> = array(
  record({ does: oneof(does('upload', 4), does('undo', 1), does('settle', 1)), file: nat(8) }),
  { minLength: 4, maxLength: 12 },
)

/** Uploads, undoes and settles as told; an undo reads again what counted under the file undone. */
async function live(seller: Seller, files: readonly Fixture[], all: readonly Step[]) {
  const uploads = new Map<UploadId, Fixture>()
  for (const { does: what, file } of all) {
    const fixture = files[file]!
    if (what === 'upload') uploads.set((await upload(seller, fixture)).id, fixture)
    if (what === 'settle') await settle(seller)
    const [before] = [...uploads].findLast(([, { name }]) => name === fixture.name) ?? []
    if (what !== 'undo' || before === undefined) continue
    const { ledger, workspaceId } = seller
    const again = await removeUpload(ledger, { id: before, workspaceId }, NOW)
    uploads.delete(before)
    for (const id of again) await upload(seller, uploads.get(id)!, { id })
  }
}

type Days = { readonly from: BusinessDate; readonly to: BusinessDate }

/** What is kept against what the facts say: nobody keeps sums of a past day, and all is known at its end. */
async function expectSame({ ledger, storeId }: Seller, { from, to }: Days): Promise<number> {
  let parcels = 0
  for (const by of RETURN_GROUPINGS) {
    const ask = (knownAt: number | undefined) =>
      readReturnSummary(ledger, { storeIds: [storeId], from, to, by, knownAt }, TODAY)
    const kept = await ask(undefined)
    expect(kept, `${by} from ${from} to ${to}`).toEqual(await ask(endOfDayInIndia(TODAY)))
    parcels += kept?.total.counts.all.parcels ?? 0
  }
  return parcels
}

const moreDays = array(integer({ min: -3, max: 45 }), { minLength: 1, maxLength: 5 })

test('what returns cost is what their parcels and lines say, whatever came, came again and went', async () => {
  let parcels = 0
  await assert(
    asyncProperty(
      sellerRows,
      moreDays,
      steps,
      nat(100),
      nat(70),
      async (rows, more, all, first, days) => {
        const seller = newSeller()
        await live(seller, await filesOf(rows, more), all)
        await settle(seller)
        expect(await areReturnsCounted(seller.ledger, [seller.storeId])).toBe(true)
        const from = addDays(START, first)
        for (const period of [
          YEAR,
          { from, to: addDays(from, days) },
          { from: businessDate('2026-06-01'), to: addDays(START, first + days) },
          { from, to: from },
        ])
          parcels += await expectSame(seller, period)
      },
    ),
    { numRuns: 24, ...RUNS },
  )
  expect(parcels).toBeGreaterThan(200)
}, 300_000)

const FILL = readFileSync('db/ledger/migrations/0014_returns.sql', 'utf8')
  .split('--> statement-breakpoint')
  .filter((statement) => statement.includes('INSERT INTO'))

const KEPT = ['return_account', 'return_total', 'sent_back_total']

function dumpReturns({ database }: Seller): Promise<unknown[][]> {
  const rowsOf = async (table: string) =>
    (await database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3, 4`).all()).results
  return Promise.all(KEPT.map(rowsOf))
}

test('a store from before has the same accounts and sums as one that is judged now', async () => {
  let rowsKept = 0
  await assert(
    asyncProperty(sellerRows, moreDays, async (rows, more) => {
      const seller = await sellerOf(await filesOf(rows, more))
      const before = await dumpReturns(seller)
      for (const table of KEPT) await seller.database.prepare(`DELETE FROM ${table}`).run()
      for (const statement of FILL) await seller.database.prepare(statement).run()
      await rebuildTotals(seller.ledger, seller.storeId)
      expect(await dumpReturns(seller)).toEqual(before)
      rowsKept += before.flat().length
    }),
    { numRuns: 6, ...RUNS },
  )
  expect(rowsKept).toBeGreaterThan(50)
}, 120_000)
