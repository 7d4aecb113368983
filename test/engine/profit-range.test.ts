import { COGS_POLICIES } from '#core/costs/cogs'
import {
  addDays,
  businessDate,
  type BusinessMonth,
  firstDayOf,
  lastDayOf,
  parseBusinessMonth,
} from '#core/dates'
import { COST_COLUMNS } from '#db/ledger/queries/cost-sums'
import { readMaturity } from '#engine/read-maturity'
import { type PnlStore, readPnl } from '#engine/read-pnl'
import { moveAsKnown } from '#engine/reconcile-as-known'
import { assert, asyncProperty, constantFrom, record } from 'fast-check'
import { expect, test } from 'vitest'
import { SKUS } from '../support/happenings'
import { newSeller, type Seller } from '../support/node/ledger'
import { payRent, RUNS, sellerOf } from '../support/node/random'
import { filesOf } from '../support/node/seller-files'
import { type SellerRows, sellerRows } from '../support/random-seller'

const month = (text: string) => parseBusinessMonth(text)!
const MONTHS = ['2026-05', '2026-06', '2026-07', '2026-08'].map(month)
const LATER = businessDate('2027-12-31')
const TOMORROW = Date.parse('2026-09-05T00:00:00Z')

const anyCounting = record({
  cogsPolicy: constantFrom(...COGS_POLICIES),
  gstScheme: constantFrom('regular' as const, 'none' as const),
})

/** The same seller, who knows what each SKU costs and how it is packed. */
function withAllCosts(rows: SellerRows): SellerRows {
  const costs = SKUS.map((sku, index) => [sku, `${100 + index}.37`, `${index}.11`, '2026-01-01'])
  return { ...rows, costs }
}

async function netProfit({ ledger }: Seller, store: PnlStore, of: BusinessMonth): Promise<number> {
  const days = { from: firstDayOf(of), to: lastDayOf(of) }
  const pnl = await readPnl(ledger, [store], {
    ...days,
    basis: 'order',
    group: 'total',
    sku: undefined,
  })
  const [total] = pnl!.groups
  expect(total?.isPartial ?? false).toBe(false)
  return total?.lines.netProfit ?? 0
}

test('the course of a month’s profit ends at its net profit on order basis, whoever asks and by what was known', async () => {
  let told = 0
  await assert(
    asyncProperty(sellerRows, anyCounting, async (rows, counting) => {
      const seller = await sellerOf(await filesOf(withAllCosts(rows)))
      await payRent(seller)
      const store = { id: seller.storeId, ...counting }
      const moved = (await moveAsKnown(seller.ledger, [store.id], TOMORROW))!
      for (const of of MONTHS) {
        const { profit } = await readMaturity(seller.ledger, [store], of, LATER)
        if (profit.state === 'no_orders') continue
        expect(profit.soFar, of).toBe(await netProfit(seller, store, of))
        told += 1
        for (const asOf of [LATER, addDays(lastDayOf(of), 11)]) {
          const now = await readMaturity(seller.ledger, [store], of, asOf)
          const past = { knownAt: TOMORROW, moved }
          const then = await readMaturity(seller.ledger, [store], of, asOf, past)
          expect(then.profit, `${of} on ${asOf}`).toEqual(now.profit)
        }
      }
    }),
    { numRuns: 10, ...RUNS },
  )
  expect(told).toBeGreaterThan(0)
}, 120_000)

/** Days of a month's course, by days after its last; '' is what no payment has counted. */
const COURSE = {
  money: [
    { after: 0, settlement: 60_000_00, extras: -5_000_00, taxCredits: 360_00, gst: -3_000_00 },
    { after: 10, settlement: 30_000_00, extras: 0, taxCredits: 0, gst: 0 },
  ],
  costs: [
    { after: 0, cogs: -25_000_00 },
    { after: 10, cogs: -12_000_00 },
    // Returns of day 40 give their cost back; 500.00 lay in parcels that were never paid.
    { after: 40, cogs: 2_000_00 },
    { after: '', cogs: -500_00 },
  ],
} as const

/** A seller whose months came as above, and brought on day 40 what is given here. */
async function withCourses(
  last: Readonly<Record<string, number>>,
  unknownIn: readonly string[] = [],
) {
  const seller = newSeller()
  const insert = (table: string, row: Readonly<Record<string, string | number>>) =>
    seller.database
      .prepare(
        `INSERT INTO ${table} (store_id, ${Object.keys(row).join(', ')})
         VALUES (?${', ?'.repeat(Object.keys(row).length)})`,
      )
      .bind(seller.storeId, ...Object.values(row))
      .run()
  for (const [name, amount] of Object.entries(last)) {
    const dayAfter = (days: number) => addDays(lastDayOf(month(name)), days)
    const counts = { sub_orders: 100, units: 100, final_sub_orders: 90 }
    await insert('order_total', { grain: 'month', scope: 'all', period: name, sku: '', ...counts })
    const late = { after: 40, settlement: amount, extras: 0, taxCredits: 0, gst: 0 }
    for (const { after, settlement, extras, taxCredits, gst } of [...COURSE.money, late])
      await insert('settlement_arrival', {
        paid_on: dayAfter(after),
        ordered_month: name,
        lines: 1,
        settlement_paise: settlement,
        extras_paise: extras,
        tax_credits_paise: taxCredits,
        gst_paise: gst,
      })
    for (const { after, cogs } of COURSE.costs)
      await insert('cost_total', {
        ordered_month: name,
        basis: 'payment',
        grain: 'day',
        scope: 'all',
        period: after === '' ? '' : dayAfter(after),
        sku: '',
        is_partial: 0,
        ...Object.fromEntries(COST_COLUMNS.map((column) => [column, 0])),
        kept_cogs_paise: cogs,
        kept_unknown_entries: Number(unknownIn.includes(name)),
        dispatched_units: 25,
      })
  }
  return seller
}

const LAST = {
  '2025-12': 5_00,
  '2026-01': 10_000_00,
  '2026-02': 9_000_00,
  '2026-03': 11_000_00,
  '2026-04': 10_000_00,
  '2026-05': 10_000_00,
  '2026-08': 0,
}
const ASKED = businessDate('2026-09-15')

const profitOf = async ({ ledger, storeId }: Seller, gstScheme: 'regular' | 'none' = 'regular') => {
  const store = { id: storeId, gstScheme, cogsPolicy: 'kept' } as const
  return (await readMaturity(ledger, [store], month('2026-08'), ASKED)).profit
}

test('a young month’s profit ends as those before did: with ads, taxes, returned goods and what nobody paid', async () => {
  const seller = await withCourses(LAST)
  // 60,000 − 5,000 + 360 − 3,000 + 30,000 came, for goods of 25,000 + 12,000. Of the others 9,000 to 11,000
  // were left, with goods of 2,000 back and 500 lost: 10,500 to 12,500, and 2,000 more on each side.
  expect(await profitOf(seller)).toEqual({
    state: 'told',
    soFar: 45_360_00,
    range: { least: 53_860_00, most: 59_860_00, learnedFrom: 5 },
    backTest: { months: 5, within: 5, worstMiss: 0 },
  })
})

test('outside GST its sums are no part of the profit', async () => {
  expect(await profitOf(await withCourses(LAST), 'none')).toMatchObject({
    soFar: 48_360_00,
    range: { least: 56_860_00, most: 62_860_00 },
  })
})

test('a cost that nobody has said makes no range, in the month or in too many before it', async () => {
  expect(await profitOf(await withCourses(LAST, ['2026-08']))).toEqual({
    state: 'costs_unknown',
    soFar: undefined,
    range: undefined,
    backTest: undefined,
  })
  // Without March the others were left 10,500 to 11,500.
  expect(await profitOf(await withCourses(LAST, ['2026-03']))).toMatchObject({
    state: 'told',
    range: { least: 54_860_00, most: 57_860_00, learnedFrom: 4 },
  })
  const all = ['2026-01', '2026-02', '2026-03', '2026-04']
  expect(await profitOf(await withCourses(LAST, all))).toMatchObject({
    state: 'earlier_unknown',
    range: undefined,
  })
})

test('while costs are being counted there is no range', async () => {
  const seller = await withCourses(LAST)
  await seller.database
    .prepare(
      `INSERT INTO stale_month (store_id, subject, month, changes) VALUES (?, 'costs', '2026-08', 1)`,
    )
    .bind(seller.storeId)
    .run()
  expect((await profitOf(seller)).state).toBe('counting')
})
