import { addDays, businessDate, daysBetween } from '#core/dates'
import { COGS_POLICIES } from '#core/costs/cogs'
import { type Figure, FIGURE_CELLS } from '#core/pnl/figures'
import { BUCKETS } from '#core/reconciliation/standing'
import { listPayouts } from '#db/ledger/queries/payouts'
import type { Group, PnlQuery } from '#db/ledger/queries/pnl'
import { listStandings, listStandingTotals } from '#db/ledger/queries/standings'
import { type CellPlace, findProvenance } from '#engine/find-provenance'
import { readBridge } from '#engine/read-bridge'
import { readPnl } from '#engine/read-pnl'
import { assert, asyncProperty, constantFrom, nat, record } from 'fast-check'
import { expect, test } from 'vitest'
import { type Seller, TODAY } from '../support/node/ledger'
import { payRent, RUNS, sellerOf } from '../support/node/random'
import { type PaidRow, type SellerRows, sellerRows } from '../support/random-seller'
import { filesOf } from '../support/node/seller-files'

type Basis = PnlQuery['basis']
const BASES: readonly Basis[] = ['order', 'payment']
const YEAR = { from: businessDate('2026-01-01'), to: businessDate('2026-12-31') }
const START = businessDate('2026-05-15')
const LAST = 125
const anyCounting = record({
  cogsPolicy: constantFrom(...COGS_POLICIES),
  gstScheme: constantFrom('regular' as const, 'none' as const),
})

const periodOf = (first: number, days: number) => ({
  from: addDays(START, first),
  to: addDays(START, Math.min(first + days, LAST)),
})

type Counting = { gstScheme?: 'regular' | 'none'; cogsPolicy?: (typeof COGS_POLICIES)[number] }

function storesOf({ storeId }: Seller, { gstScheme, cogsPolicy }: Counting = {}) {
  return [
    { id: storeId, gstScheme: gstScheme ?? 'regular', cogsPolicy: cogsPolicy ?? 'kept' } as const,
  ]
}

function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount)
}

const withoutNothing = (sums: ReadonlyMap<string, number>) =>
  [...sums].filter(([, amount]) => amount !== 0).sort(([a], [b]) => (a < b ? -1 : 1))

const KEYS: Readonly<Record<Group, (day: string, sku: string) => string>> = {
  total: () => 'total',
  month: (day) => day.slice(0, 7),
  day: (day) => day,
  sku: (_, sku) => sku,
}

/** What the column Final Settlement Amount adds up to, by the groups of a question. */
function writtenIn(rows: SellerRows, { basis, group, from, to }: Omit<PnlQuery, 'sku'>) {
  const sums = new Map<string, number>()
  const dayOf = (row: PaidRow) => (basis === 'order' ? row.orderedOn : row.paidOn)
  for (const row of rows.payments) {
    const day = dayOf(row)
    if (day >= from && day <= to) add(sums, KEYS[group](day, row.sku), row.settlement)
  }
  return withoutNothing(sums)
}

test('settlements by total, month, day and SKU, and payouts, are what the files say, to the paisa', async () => {
  await assert(
    asyncProperty(sellerRows, nat(100), nat(60), async (rows, first, days) => {
      const seller = await sellerOf(await filesOf(rows))
      for (const period of [YEAR, periodOf(first, days)])
        for (const basis of BASES)
          for (const group of ['total', 'month', 'day', 'sku'] as const) {
            const question = { ...period, basis, group }
            const pnl = await readPnl(seller.ledger, storesOf(seller), {
              ...question,
              sku: undefined,
            })
            const found = pnl!.groups.map(({ key, lines }) => [key, lines.settlement] as const)
            const written = writtenIn(rows, question)
            expect(withoutNothing(new Map(found)), JSON.stringify(question)).toEqual(written)
          }
      await expectPayouts(seller, rows)
      await expectUndated(seller, rows)
    }),
    { numRuns: 12, ...RUNS },
  )
}, 120_000)

/** On order basis, what no file dates is in no period: it is told apart, and completes the sum. */
async function expectUndated(seller: Seller, rows: SellerRows): Promise<void> {
  const query = { ...YEAR, basis: 'order', group: 'total', sku: undefined } as const
  const pnl = await readPnl(seller.ledger, storesOf(seller), query)
  const undated = rows.payments.filter(({ orderedOn }) => orderedOn === '')
  const settlement = undated.reduce((sum, row) => sum + row.settlement, 0)
  expect(pnl!.undated).toEqual({ lines: undated.length, settlement })
}

async function expectPayouts(seller: Seller, rows: SellerRows): Promise<void> {
  const payouts = await listPayouts(seller.ledger, [seller.storeId], YEAR, 400)
  const lists = {
    orders: rows.payments.map(({ paidOn, settlement }) => ({ paidOn, amount: settlement })),
    ads: rows.ads,
    referral: rows.referral,
    adjustments: rows.adjustments,
  }
  const net = new Map<string, number>()
  for (const [name, list] of Object.entries(lists)) {
    const written = new Map<string, number>()
    for (const { paidOn, amount } of list) {
      add(written, paidOn, amount)
      add(net, paidOn, amount)
    }
    // Safe because these are the names of a payout's parts.
    const part = name as keyof typeof lists
    const found = new Map(payouts.map((payout) => [payout.paidOn, payout[part]]))
    expect(withoutNothing(found), name).toEqual(withoutNothing(written))
  }
  expect(withoutNothing(new Map(payouts.map((each) => [each.paidOn, each.net])))).toEqual(
    withoutNothing(net),
  )
}

test('each sub-order stands in one bucket; the buckets add up to all of them, and to their money', async () => {
  await assert(
    asyncProperty(sellerRows, nat(60), async (rows, days) => {
      const { ledger, storeId } = await sellerOf(await filesOf(rows))
      const asOf = addDays(TODAY, days - 30)
      const listed = await listStandings(
        ledger,
        [storeId],
        { asOf, bucket: undefined, search: undefined },
        { after: undefined, limit: 200 },
      )
      expect(listed.map(({ subOrderNo }) => subOrderNo).sort()).toEqual(rows.subOrderNos.toSorted())
      const totals = await listStandingTotals(ledger, [storeId], asOf)
      const counts = Object.groupBy(listed, ({ bucket }) => bucket)
      expect(Object.fromEntries(totals.map(({ bucket, count }) => [bucket, count]))).toEqual(
        Object.fromEntries(
          BUCKETS.flatMap((each) => (counts[each] ? [[each, counts[each].length]] : [])),
        ),
      )
      for (const bucket of BUCKETS) {
        const filter = { asOf, bucket, search: undefined }
        const some = await listStandings(ledger, [storeId], filter, {
          after: undefined,
          limit: 200,
        })
        expect(some, bucket).toEqual(counts[bucket] ?? [])
      }
      const settled = new Map<string, number>()
      for (const { subOrderNo, settlement } of rows.payments) add(settled, subOrderNo, settlement)
      // Without a payment nobody knows of any; with one, everybody's is known.
      const unknown = listed.filter(({ settledAmount }) => settledAmount === null)
      expect(unknown.length).toBe(rows.payments.length === 0 ? listed.length : 0)
      const standing = new Map(
        listed.map((each) => [each.subOrderNo as string, each.settledAmount ?? 0]),
      )
      expect(withoutNothing(standing)).toEqual(withoutNothing(settled))
    }),
    { numRuns: 15, ...RUNS },
  )
}, 120_000)

async function netProfit(seller: Seller, query: PnlQuery, counting: Counting) {
  const pnl = await readPnl(seller.ledger, storesOf(seller, counting), query)
  return pnl!.groups[0]?.lines.netProfit ?? 0
}

const LATER = Date.UTC(2099, 0, 1)

test('profit by order date and the bridge make profit by payment date, to the paisa', async () => {
  const question = [nat(120), nat(60), anyCounting] as const
  await assert(
    asyncProperty(sellerRows, ...question, async (rows, first, days, counting) => {
      const seller = await sellerOf(await filesOf(rows))
      await payRent(seller)
      for (const period of [YEAR, periodOf(first, days), periodOf(first, 0)]) {
        const stores = storesOf(seller, counting)
        const bridge = await readBridge(seller.ledger, stores, { period, knownAt: undefined })
        const { orderBasis, items, paymentBasis } = bridge
        // As known on a day, nothing kept is read: each item is added up from the files' rows.
        expect(bridge).toEqual(await readBridge(seller.ledger, stores, { period, knownAt: LATER }))
        const query = { ...period, group: 'total', sku: undefined } as const
        const byOrder = await netProfit(seller, { ...query, basis: 'order' }, counting)
        expect(orderBasis).toBe(byOrder)
        expect(paymentBasis).toBe(await netProfit(seller, { ...query, basis: 'payment' }, counting))
        expect(byOrder + items.reduce((all, { amount }) => all + amount, 0)).toBe(paymentBasis)
      }
    }),
    { numRuns: 15, ...RUNS },
  )
}, 120_000)

// Safe because these are the keys of this very constant.
const FIGURES = Object.keys(FIGURE_CELLS) as Figure[]

type Scope = Parameters<typeof findProvenance>[3]

async function sumOfCells(seller: Seller, figure: Figure, scope: Scope, counting: Counting) {
  let sum = 0
  let from: CellPlace | undefined = { section: 0, after: undefined }
  while (from !== undefined) {
    const page: Awaited<ReturnType<typeof findProvenance>> = await findProvenance(
      seller.ledger,
      storesOf(seller, counting),
      figure,
      scope,
      { from, rows: 17 },
    )
    for (const { value } of page.cells) sum += value
    from = page.next
  }
  return sum
}

test('every figure is the sum of the cells it names, on both bases, of any days, as a whole and for a SKU', async () => {
  const question = [
    nat(110),
    nat(60),
    anyCounting,
    constantFrom(undefined, '00815', 'K12 Red'),
  ] as const
  await assert(
    asyncProperty(sellerRows, ...question, async (rows, first, days, counting, sku) => {
      const seller = await sellerOf(await filesOf(rows))
      await payRent(seller)
      const period = periodOf(first, days)
      expect(daysBetween(period.from, period.to)).toBeGreaterThanOrEqual(0)
      for (const basis of BASES) {
        const scope = { ...period, basis, sku }
        const pnl = await readPnl(seller.ledger, storesOf(seller, counting), {
          ...scope,
          group: 'total',
        })
        for (const figure of FIGURES) {
          const sum = await sumOfCells(seller, figure, scope, counting)
          expect(sum, `${figure} ${basis} ${sku ?? ''}`).toBe(pnl!.groups[0]?.lines[figure] ?? 0)
        }
      }
    }),
    { numRuns: 8, ...RUNS },
  )
}, 120_000)
