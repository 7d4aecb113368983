import { readFileSync } from 'node:fs'
import { addDays, businessDate, endOfDayInIndia } from '#core/dates'
import { forecastTotal } from '#core/settlements/forecast'
import { listStandingTotals } from '#db/ledger/queries/standings'
import { readForecast } from '#engine/read-forecast'
import { reconcileStore } from '#engine/reconcile'
import { expect, test } from 'vitest'
import {
  type Fixture,
  fixtures,
  newSeller,
  type Seller,
  upload,
  TODAY,
} from '../support/node/ledger'

type Truth = { today: string; outstandingSettlement: number }

const REPORTS = /^(Orders_|intransit|ofd_reverse|completed_|Supplier-|gst_)|_PAYMENT_/

async function judged(files: readonly Fixture[]): Promise<Seller> {
  const seller = newSeller()
  for (const file of files) await upload(seller, file)
  while (!(await reconcileStore(seller.ledger, seller.storeId, TODAY)));
  return seller
}

test.each(['seller-2025', 'seller-2026'])(
  'the promises of %s are its outstanding report to the paisa, and what is late stands as overdue',
  async (name) => {
    const truth = JSON.parse(readFileSync(`test/fixtures/${name}/truth.json`, 'utf8')) as Truth
    const { ledger, storeId } = await judged(fixtures(name, REPORTS))
    const asOf = businessDate(truth.today)
    const reading = await readForecast(ledger, [storeId], asOf, undefined)
    const total = forecastTotal(reading.forecast)
    expect(total.promised).toBe(truth.outstandingSettlement)

    const standings = await listStandingTotals(ledger, [storeId], asOf)
    const standing = (bucket: string) =>
      standings.find((each) => each.bucket === bucket)?.amount ?? 0
    expect(reading.forecast.late.expected).toBe(standing('overdue'))
    expect(total.expected).toBe(standing('awaiting') + standing('overdue'))
    expect(reading).toMatchObject({ isUpToDate: true, stores: [{ snapshotOn: truth.today }] })
  },
  60_000,
)

test('promises fall on the days that the outstanding report names; most have none yet', async () => {
  // Read from the sheet: 29 of the 58 rows of seller-2026 say "To be scheduled".
  const { ledger, storeId } = await judged(fixtures('seller-2026', REPORTS))
  const asOf = businessDate('2026-09-03')
  const { forecast } = await readForecast(ledger, [storeId], asOf, undefined)
  const days = forecast.days.filter(({ promised }) => promised !== 0).map(({ day }) => day)
  expect(days).toEqual([
    '2026-09-04',
    '2026-09-05',
    '2026-09-07',
    '2026-09-08',
    '2026-09-09',
    '2026-09-10',
    '2026-09-11',
  ])
  expect(forecast.unscheduled.promised).toBeGreaterThan(0)
  expect(forecast.late.promised).toBe(0)
  const late = await readForecast(ledger, [storeId], addDays(asOf, 30), undefined)
  expect(late.forecast.late.promised).toBe(
    forecastTotal(forecast).promised - forecast.unscheduled.promised,
  )
}, 60_000)

test('a promise that has been paid since is no money to come any more', async () => {
  // An outstanding report with its promises, and a payment of one of them on the day after.
  const files = fixtures('seller-2026', /OUTSTANDING/)
  const seller = await judged(files)
  const asOf = businessDate('2026-09-05')
  const before = await readForecast(seller.ledger, [seller.storeId], asOf, undefined)
  const [promise] = await seller.ledger.all<{ no: string; amount: number }>(
    `SELECT sub_order_no AS no, settlement_paise AS amount FROM outstanding_payment WHERE promised_on = '2026-09-04' LIMIT 1`,
  )
  for (const [paidOn, isPaid] of [
    ['2026-09-02', false],
    ['2026-09-04', true],
  ] as const) {
    await seller.database
      .prepare(`UPDATE standing SET paid_days = ? WHERE store_id = ? AND sub_order_no = ?`)
      .bind(JSON.stringify([paidOn]), seller.storeId, promise!.no)
      .run()
    const after = await readForecast(seller.ledger, [seller.storeId], asOf, undefined)
    const gone = forecastTotal(before.forecast).promised - forecastTotal(after.forecast).promised
    expect(gone, paidOn).toBe(isPaid ? promise!.amount : 0)
  }
})

test('another store has no part in it, and no store no money', async () => {
  const { ledger, database } = await judged(fixtures('seller-2026', REPORTS))
  const other = newSeller(database)
  const asOf = businessDate('2026-09-03')
  const nothing = { promised: 0, expected: 0 }
  const theirs = await readForecast(ledger, [other.storeId], asOf, undefined)
  expect(forecastTotal(theirs.forecast)).toEqual(nothing)
  expect(theirs.stores).toMatchObject([{ snapshotOn: undefined, learnedFrom: 0, dueAfterDays: 23 }])
  const none = await readForecast(ledger, [], asOf, undefined)
  expect(forecastTotal(none.forecast)).toEqual(nothing)
}, 60_000)

test('before the files were imported nothing was promised or expected, and on their day what is so now', async () => {
  // Imports of these tests happen on 3 September 2026.
  const { ledger, storeId } = await judged(fixtures('seller-2026', REPORTS))
  const asOf = businessDate('2026-09-03')
  const before = endOfDayInIndia(businessDate('2026-09-02'))
  const then = await readForecast(ledger, [storeId], asOf, before)
  expect(forecastTotal(then.forecast).promised).toBe(0)
  expect(forecastTotal(then.forecast).expected).toBe(0)
  const thatDay = await readForecast(ledger, [storeId], asOf, endOfDayInIndia(asOf))
  expect(forecastTotal(thatDay.forecast).promised).toBe(24_120_60)
  expect(thatDay).toEqual(await readForecast(ledger, [storeId], asOf, undefined))
}, 60_000)
