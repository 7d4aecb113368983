import { type BusinessDate, businessDate, endOfDayInIndia, parseBusinessMonth } from '#core/dates'
import { type StoreId, type SubOrderNo, subOrderNo } from '#core/ids'
import { FINAL_RANKS } from '#core/orders/lifecycle'
import type { KnownAt } from '#db/ledger/knowledge'
import { listClaimable, sumClaimable } from '#db/ledger/queries/claimable'
import { listReportSpans } from '#db/ledger/queries/coverage'
import { sumDiscrepancies } from '#db/ledger/queries/discrepancies'
import { listStandings, listStandingTotals } from '#db/ledger/queries/standings'
import { sumParcels, sumReturnMoney } from '#db/ledger/queries/return-sums'
import { findSubOrder } from '#db/ledger/queries/orders'
import {
  findUndated,
  getFreshness,
  type Group,
  listOrderCounts,
  listPnlSums,
} from '#db/ledger/queries/pnl'
import { listPayouts } from '#db/ledger/queries/payouts'
import {
  listLinesOfSubOrder,
  listPromisesOfSubOrder,
  sumSettlements,
} from '#db/ledger/queries/settlement-lists'
import { listTransfers } from '#db/ledger/queries/transfers'
import { listClaimableThen, pageOfClaimable } from '#engine/claimable-as-known'
import {
  listDiscrepanciesThen,
  pageOfDiscrepancies,
  pageOfStandings,
  sumByRule,
  sumStandings,
} from '#engine/list-as-known'
import { listDiscrepancyItems } from '#engine/list-discrepancies'
import { readForecast } from '#engine/read-forecast'
import { readMaturity } from '#engine/read-maturity'
import { readReturnSummary } from '#engine/read-return-summary'
import { reconcileStore } from '#engine/reconcile'
import { moveAsKnown, reconcileAsKnown, reconcileOneAsKnown } from '#engine/reconcile-as-known'
import { rebuildTotals } from '#engine/rebuild-totals'
import { writeTicket, writeTicketThen } from '#engine/write-ticket'
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  type Arbitrary,
  shuffledSubarray,
} from 'fast-check'
import { expect, test } from 'vitest'
import { FIRST_DAY, Story } from '../support/node/story'
import {
  CLAIMS,
  type Fixture,
  fixtures,
  ORDERS,
  OUTSTANDING,
  PAYMENTS,
  RETURNS,
  type Seller,
} from '../support/node/ledger'

const NAME = 'seller-2025'
const PERIOD = { from: businessDate('2025-06-15'), to: businessDate('2025-09-30') }

/** The July orders as they stood on 20 August: every delivery and every return was still under way. */
function julyOrdersBefore(): Fixture {
  const [july] = fixtures(NAME, /^Orders_2025-07/)
  const text = new TextDecoder().decode(july!.bytes)
  const earlier = text.replaceAll(/"(DELIVERED|RTO_COMPLETE|RTO_LOCKED)"/g, '"SHIPPED"')
  if (earlier === text) throw new Error('No delivered sub-order to take back')
  const name = july!.name.replace('2025-09-03', '2025-08-20')
  return { name, bytes: new TextEncoder().encode(earlier) }
}

const FILES: readonly Fixture[] = [
  julyOrdersBefore(),
  ...fixtures(NAME, ORDERS),
  ...fixtures(NAME, PAYMENTS),
  ...fixtures(NAME, OUTSTANDING),
  ...fixtures(NAME, RETURNS),
  ...fixtures(NAME, CLAIMS),
]

const MONTHS = ['2025-06', '2025-07', '2025-08'].map((text) => parseBusinessMonth(text)!)

/** The day of the newest returns file: some windows to claim in are still open. */
const CLAIM_DAY = businessDate('2025-09-03')

const SUB_ORDERS = subOrdersOf(FILES[1]!)

const storeNamed = (id: StoreId) => ({ id, gstScheme: 'regular', cogsPolicy: 'kept' }) as const

function subOrdersOf({ bytes }: Fixture): SubOrderNo[] {
  const found = new TextDecoder().decode(bytes).match(/\d{15,}_\d+/g) ?? []
  return [...new Set(found)].slice(0, 12) as SubOrderNo[]
}

/** What the seller may ask of the past; the same questions are asked of the present on each day. */
async function answersOf({ ledger, storeId, workspaceId }: Seller, knownAt: KnownAt) {
  const sums = async (basis: 'order' | 'payment', group: Group) => {
    const query = { ...PERIOD, basis, group, sku: undefined, knownAt }
    // A group without a line is no group: totals may name one that has become empty, facts do not.
    return (await listPnlSums(ledger, [storeId], query, 1_000)).filter(
      ({ lines, ads }) => lines || ads,
    )
  }
  const counts = (group: Group) =>
    listOrderCounts(
      ledger,
      [storeId],
      { ...PERIOD, group, sku: undefined, finalRanks: FINAL_RANKS, knownAt },
      1_000,
    )
  const parcels = { storeIds: [storeId], ...PERIOD, by: 'state' as const, knownAt }
  const filter = { ...PERIOD, status: undefined, sku: undefined, search: undefined, knownAt }
  const spans = await listReportSpans(ledger, workspaceId, [storeId], { ...PERIOD, knownAt }, 100)
  const subOrders = []
  for (const no of SUB_ORDERS) {
    const order = await findSubOrder(ledger, storeId, no, knownAt)
    const lines = await listLinesOfSubOrder(ledger, storeId, no, undefined, knownAt)
    const promised = await listPromisesOfSubOrder(ledger, storeId, no, knownAt)
    subOrders.push([no, order?.status, lines.map((line) => line.settlement), promised.length])
  }
  return {
    byOrder: await sums('order', 'month'),
    byPayment: await sums('payment', 'total'),
    bySku: await sums('order', 'sku'),
    byDay: await sums('payment', 'day'),
    undated: await findUndated(ledger, [storeId], knownAt),
    ordersByDay: await counts('day'),
    ordersBySku: await counts('sku'),
    freshness: await getFreshness(ledger, [storeId], knownAt),
    transfers: await listTransfers(
      ledger,
      [storeId],
      { ...PERIOD, knownAt },
      { after: undefined, limit: 200 },
    ),
    payouts: await listPayouts(ledger, [storeId], { ...PERIOD, knownAt }, 200),
    settlements: await sumSettlements(ledger, [storeId], filter),
    reports: spans.map(({ kind, filename }) => `${kind} ${filename}`).sort(),
    subOrders,
    parcelsByState: (await sumParcels(ledger, parcels, FIRST_DAY, 1_000)).sort(byKey),
    ordersBack: (await readReturnSummary(ledger, parcels, FIRST_DAY))!,
    returnMoney: (await sumReturnMoney(ledger, parcels, 1_000)).sort(byKey),
  }
}

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1)

type Event = { readonly undo: boolean; readonly file: Fixture }

const undos: Arbitrary<Event[]> = array(
  constantFrom(...FILES).map((file) => ({ undo: true, file })),
  { minLength: 1, maxLength: 3 },
)

test('what was answered on a day is the answer as known on that day, whatever comes or goes later', async () => {
  const uploads = shuffledSubarray([...FILES], { minLength: 8 })
  await assert(
    asyncProperty(uploads, undos, uploads, async (first, between, last) => {
      const story = new Story()
      const then = new Map<BusinessDate, Awaited<ReturnType<typeof answersOf>>>()
      const events: Event[] = [
        ...first.map((file) => ({ undo: false, file })),
        ...between,
        ...last.slice(0, 4).map((file) => ({ undo: false, file })),
      ]
      for (const { undo, file } of events) {
        await (undo ? story.undo(file) : story.upload(file))
        then.set(story.day, await answersOf(story.seller, undefined))
        story.nextDay()
      }
      for (const [day, answers] of then) {
        expect(await answersOf(story.seller, endOfDayInIndia(day)), day).toEqual(answers)
      }
    }),
    { numRuns: 4 },
  )
}, 300_000)

/** What reconciliation has kept, as the lists on a day show it. */
async function keptVerdicts({ ledger, storeId }: Seller, asOf: BusinessDate) {
  while (!(await reconcileStore(ledger, storeId, asOf)));
  await rebuildTotals(ledger, storeId)
  const all = { after: undefined, limit: 1_000 }
  const filter = { asOf, rule: undefined, state: undefined }
  const sums = await sumDiscrepancies(ledger, [storeId], filter)
  return {
    totals: await listStandingTotals(ledger, [storeId], asOf),
    orders: await listStandings(
      ledger,
      [storeId],
      { asOf, bucket: undefined, search: undefined },
      all,
    ),
    discrepancies: await listDiscrepancyItems(ledger, [storeId], filter, all),
    sums: sums.toSorted((a, b) => (a.rule < b.rule ? -1 : 1)),
    forecast: await readForecast(ledger, [storeId], asOf, undefined),
    maturity: await Promise.all(
      MONTHS.map((each) => readMaturity(ledger, [storeNamed(storeId)], each, asOf)),
    ),
    claimable: await listClaimable(ledger, [storeId], CLAIM_DAY, all),
    claimableSums: await sumClaimable(ledger, [storeId], CLAIM_DAY),
  }
}

async function verdictsThen({ ledger, storeId }: Seller, asOf: BusinessDate, knownAt: number) {
  const judged = (await reconcileAsKnown(ledger, [storeId], { asOf, knownAt }))!
  const moved = (await moveAsKnown(ledger, [storeId], knownAt))!
  const all = { after: undefined, limit: 1_000 }
  const any = { rule: undefined, state: undefined }
  const listed = await listDiscrepanciesThen(ledger, judged, any)
  const onClaimDay = (await reconcileAsKnown(ledger, [storeId], { asOf: CLAIM_DAY, knownAt }))!
  const claimable = pageOfClaimable(await listClaimableThen(ledger, onClaimDay, knownAt), all)
  return {
    totals: sumStandings(judged).toSorted((a, b) => (a.bucket < b.bucket ? -1 : 1)),
    orders: pageOfStandings(judged, { bucket: undefined, search: undefined }, all),
    discrepancies: await pageOfDiscrepancies(ledger, { listed, knownAt }, all),
    sums: sumByRule(listed).toSorted((a, b) => (a.rule < b.rule ? -1 : 1)),
    forecast: await readForecast(ledger, [storeId], asOf, knownAt),
    maturity: await Promise.all(
      MONTHS.map((each) =>
        readMaturity(ledger, [storeNamed(storeId)], each, asOf, { knownAt, moved }),
      ),
    ),
    claimable: claimable.rows,
    claimableSums: claimable.total,
  }
}

type Items = Awaited<ReturnType<typeof listDiscrepancyItems>>

/** The tickets about some discrepancies, as they are written now or were by what was known. */
async function ticketsOf({ ledger }: Seller, items: Items, asOf: BusinessDate, knownAt?: number) {
  const tickets = []
  for (const each of items.slice(0, 20)) {
    const { storeId, subOrderNo: no } = each
    const judged = knownAt && (await reconcileOneAsKnown(ledger, storeId, no, { asOf, knownAt }))
    tickets.push(
      judged
        ? await writeTicketThen(ledger, each, judged, knownAt)
        : await writeTicket(ledger, each, asOf),
    )
  }
  return tickets
}

test('verdicts as known on a day are those that were kept on that day', async () => {
  const asOf = businessDate('2025-09-20')
  const story = new Story()
  const then = new Map<BusinessDate, Awaited<ReturnType<typeof keptVerdicts>>>()
  const tickets = new Map<BusinessDate, Awaited<ReturnType<typeof ticketsOf>>>()
  const [before, july, august] = [FILES[0]!, FILES[1]!, FILES[2]!]
  const payments = fixtures(NAME, PAYMENTS)
  const rest = [
    ...fixtures(NAME, OUTSTANDING),
    ...fixtures(NAME, RETURNS),
    ...fixtures(NAME, CLAIMS),
  ]
  const remember = async () => {
    const kept = await keptVerdicts(story.seller, asOf)
    then.set(story.day, kept)
    tickets.set(story.day, await ticketsOf(story.seller, kept.discrepancies, asOf))
    story.nextDay()
  }
  for (const file of [before, august, ...payments.slice(0, 2)]) await story.upload(file)
  await remember()
  for (const file of [july, ...payments.slice(2), ...rest]) await story.upload(file)
  await remember()
  await story.undo(payments[1]!)
  await story.undo(rest[0]!)
  await remember()

  const discrepancies = [...then.values()].map((each) => each.discrepancies.length)
  expect(new Set(discrepancies).size).toBe(3)
  expect(new Set([...then.values()].map(({ claimable }) => claimable.length)).size).toBe(2)
  expect(new Set([...tickets.values()].map((each) => JSON.stringify(each))).size).toBe(3)
  expect(new Set([...then.values()].map(({ maturity }) => JSON.stringify(maturity))).size).toBe(3)
  for (const [day, kept] of then) {
    const judged = await verdictsThen(story.seller, asOf, endOfDayInIndia(day))
    expect(judged.orders, day).toEqual(kept.orders)
    expect(judged.totals, day).toEqual(kept.totals)
    expect(judged.discrepancies, day).toEqual(kept.discrepancies)
    expect(judged.sums, day).toEqual(kept.sums)
    expect(judged.forecast, day).toEqual(kept.forecast)
    expect(judged.maturity, day).toEqual(kept.maturity)
    expect(judged.claimable, day).toEqual(kept.claimable)
    expect(judged.claimableSums, day).toEqual(kept.claimableSums)
    const written = await ticketsOf(story.seller, kept.discrepancies, asOf, endOfDayInIndia(day))
    expect(written, day).toEqual(tickets.get(day))
    expect(written.every((ticket) => ticket !== undefined)).toBe(true)
  }
}, 120_000)

test('more sub-orders than one answer can judge are not judged', async () => {
  const story = new Story()
  await story.upload(FILES[1]!)
  const { ledger, storeId } = story.seller
  const past = { asOf: FIRST_DAY, knownAt: endOfDayInIndia(story.day) }
  expect(await reconcileAsKnown(ledger, [storeId], past, 50)).toBeUndefined()
  const [id] = SUB_ORDERS
  expect(await reconcileOneAsKnown(ledger, storeId, id!, past, 50)).toBeUndefined()
  const judged = (await reconcileAsKnown(ledger, [storeId], past))!
  expect(judged.length).toBeGreaterThan(50)
  expect(await reconcileOneAsKnown(ledger, storeId, id!, past)).toEqual(
    judged.filter(({ standing }) => standing.subOrderNo === id),
  )
  const unheardOf = subOrderNo('100000000000000000_1')
  expect(await reconcileOneAsKnown(ledger, storeId, unheardOf, past)).toEqual([])
})
