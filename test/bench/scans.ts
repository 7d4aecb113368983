import { addDays, businessDate } from '#core/dates'
import { bytesOf } from '#core/files/bytes'
import { type StoreId, storeId, uploadId, workspaceId } from '#core/ids'
import { addUnproven } from '#core/reconciliation/unproven'
import { RETURN_GROUPINGS } from '#core/returns/return-summary'
import { type Db, openDb, type SqlDatabase } from '#db/client'
import { listClaimable, sumClaimable } from '#db/ledger/queries/claimable'
import { listClaims } from '#db/ledger/queries/claims'
import { listSettlements } from '#db/ledger/queries/settlement-lists'
import { sumListedStandings } from '#db/ledger/queries/standing-sums'
import { listStandings } from '#db/ledger/queries/standings'
import { listOverdueSums, listPaymentsReach } from '#db/ledger/queries/unproven'
import { importFile } from '#engine/import-file'
import { matchClaims, readClaimSummary } from '#engine/match-claims'
import { readBridge } from '#engine/read-bridge'
import { readMarkedOrders } from '#engine/read-marked-orders'
import { readReturnSummary } from '#engine/read-return-summary'
import { readSkus, type SkuQuestion } from '#engine/read-skus'
import { rebuildTotals } from '#engine/rebuild-totals'
import { reconcileStore } from '#engine/reconcile'
import { getPlatformProxy } from 'wrangler'
import { countingDatabase } from '../support/counting-database'
import type { Fixture } from '../support/node/ledger'
import { claimsFile, ordersFile, returnsFile } from '../support/node/seller-files'
import { importPayments, migrateLedger } from './big-store'
import type { BenchFigure } from './figure'

const SIZES = [10_000, 100_000] as const
const [START, TODAY] = [businessDate('2024-09-18'), businessDate('2025-09-17')]
const YEAR = { from: businessDate('2024-10-01'), to: TODAY }
const MONTH = { from: addDays(TODAY, -29), to: TODAY }
// Thirty past days of two months: neither is kept as it is cut, so that more is added up than of any others.
const CUT = { from: businessDate('2025-07-20'), to: businessDate('2025-08-18') }
const [DAYS, SKUS] = [364, 200]
/** What a change of a filter may take, with a year of 100,000 sub-orders. */
const FILTER_MS = 100
const TIMES = 5

/** A question of a screen, and how many rows it may read of a store of 100,000 sub-orders. */
type Question = readonly [name: string, atMost: number, read: (ledger: Db) => Promise<unknown>]

/**
 * Questions whose answers hang on facts that lie elsewhere, for stores of two sizes with orders, payments,
 * parcels and tickets of the same days. What is kept may not grow with the store; what is read of single
 * days may, up to its limit.
 */
export async function run(): Promise<BenchFigure[]> {
  const small = await measure(SIZES[0])
  const large = await measure(SIZES[1])
  return large.flatMap(({ name, atMost, rows, ms }, at) => [
    {
      name: `rows read for ${name}, of ${SIZES[1]} sub-orders`,
      value: rows,
      unit: 'rows' as const,
      peer: { name: `of ${SIZES[0]} sub-orders`, value: small[at]?.rows ?? 0 },
      limit: { atMost },
    },
    {
      name: `time in D1 for ${name}`,
      value: ms,
      unit: 'ms' as const,
      limit: { atMost: FILTER_MS },
    },
  ])
}

async function measure(size: number) {
  const proxy = await getPlatformProxy<{ LEDGER_00: SqlDatabase }>({
    configPath: 'wrangler.toml',
    persist: false,
  })
  try {
    const database = proxy.env.LEDGER_00
    await migrateLedger(database)
    const plain = openDb(database)
    const store = storeId(`store${String(size).padStart(15, '0')}`)
    await fill(plain, store, size)
    const spent = { rows: 0, ms: 0 }
    const counted = openDb(countingDatabase(database, spent))
    const readings: { name: string; atMost: number; rows: number; ms: number }[] = []
    for (const [name, atMost, read] of questionsOf(store)) {
      const times: number[] = []
      for (let time = 0; time < TIMES; time += 1) {
        Object.assign(spent, { rows: 0, ms: 0 })
        await read(counted)
        times.push(spent.ms)
      }
      const ms = times.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? Number.NaN
      readings.push({ name, atMost, rows: spent.rows, ms })
    }
    return readings
  } finally {
    await proxy.dispose()
  }
}

async function fill(ledger: Db, store: StoreId, size: number): Promise<void> {
  const days = { from: START, days: DAYS, skus: SKUS, adRows: DAYS, layout: 'P3' as const }
  await importPayments(ledger, store, { ...days, seed: 1, rows: size, today: TODAY })
  for (const [index, file] of filesOf(size).entries())
    await importReport(ledger, store, file, index)
  while (!(await reconcileStore(ledger, store, TODAY)));
  await rebuildTotals(ledger, store)
}

async function importReport(ledger: Db, store: StoreId, { name, bytes }: Fixture, index: number) {
  const file = {
    id: uploadId(`report${String(index).padStart(14, '0')}`),
    workspaceId: workspaceId('bench000000000000000'),
    filename: name,
    receivedOn: TODAY,
  }
  const options = { now: new Date(`${TODAY}T12:00:00Z`), resolveStore: async () => store }
  for (;;) {
    const { done } = await importFile(ledger, file, bytesOf(bytes), options)
    if (done) return
  }
}

const STATES = ['Kerala', 'Bihar', 'Assam', 'Goa', 'Delhi']
const pickOf = (all: readonly string[], index: number) => all[index % all.length] ?? ''

/** The sub-orders that the payments name: each ordered two weeks before it is paid, a fifth of them sent back. */
function filesOf(size: number): Fixture[] {
  const orders = Array.from({ length: size }, (_, index) => orderOf(index, size))
  const back = orders.filter((_, index) => index % 5 === 0)
  return [
    ordersFile(orders.map(({ cells }) => cells)),
    returnsFile(
      'completed_delivered',
      back.map((order, index) => parcelOf(order, index)),
    ),
    claimsFile(back.filter((_, index) => index % 10 === 0).map(claimOf)),
  ]
}

type Order = ReturnType<typeof orderOf>

function orderOf(index: number, size: number) {
  const day = addDays(START, Math.floor((index * DAYS) / size))
  const orderedOn = addDays(day, -14)
  const no = `26${String(2_000_000_000_000_000 + index * 7919).padStart(16, '0')}_1`
  const sku = `K${index % SKUS}`
  const state = pickOf(STATES, index)
  const goods = ['Kurti', sku, 'Free Size', '1', '399.0', '399.0']
  const cells = ['DELIVERED', no, '83550819', orderedOn, 'Organic', state, ...goods]
  return { no, day, sku, orderedOn, cells: [...cells, `TP9L${index}`] }
}

function parcelOf({ no, day, sku, orderedOn }: Order, index: number): string[] {
  const type = index % 4 === 0 ? 'Customer Return' : 'Courier Return (RTO)'
  const subType = index % 4 === 0 ? 'FIRST_RET' : 'forward_RTO'
  const goods = `Kurti|${sku}|Free Size|83550819|1|Category`
  const days = [orderedOn, addDays(orderedOn, 1), addDays(day, -4)]
  const courier = pickOf(['Valmo', 'Delhivery', 'Xpressbees'], index)
  const reason = pickOf(['Quality', 'Size', 'Wrong item'], index)
  const rest = `Delivered|1|https://example.com/t|${reason}|`
  return [
    String(index + 1),
    ...goods.split('|'),
    no.replace(/_1$/, ''),
    no,
    ...days,
    type,
    subType,
    day,
    courier,
    String(84_402_712_331_000 + index),
    ...rest.split('|'),
  ]
}

function claimOf({ no, day }: Order, index: number): string[] {
  const paid = addDays(day, 3)
  const words = `An amount of INR 150.10 was credited on ${paid} with transaction id AXISCN${index}.`
  const ticket = String(9_000_000 + index)
  return [no.replace(/_1$/, ''), no, ticket, 'Approved', 'Wrong return', day, words, paid]
}

function questionsOf(id: StoreId): Question[] {
  const [ids, stores] = [[id], [{ id, gstScheme: 'regular', cogsPolicy: 'kept' } as const]]
  const page = { after: undefined, limit: 50 }
  const returns = (name: string, atMost: number, days: typeof YEAR) =>
    RETURN_GROUPINGS.map((by): Question => [
      `returns by ${by} of ${name}`,
      atMost,
      (ledger) =>
        readReturnSummary(ledger, { storeIds: ids, ...days, by, knownAt: undefined }, TODAY),
    ])
  const skus = (name: string, atMost: number, days: PnlDays): Question => [
    name,
    atMost,
    (ledger) => readSkus(ledger, stores, { ...days, view: 'all', search: undefined }, BY_SKU),
  ]
  const ofMonth = (['payment', 'order'] as const).flatMap((basis): Question[] => [
    skus(`SKUs of 30 days by ${basis} date`, 80_000, { ...MONTH, basis }),
    skus(`SKUs of 30 days in two months by ${basis} date`, 150_000, { ...CUT, basis }),
    [
      `what Meesho marks of 30 days by ${basis} date`,
      1_200,
      (ledger) => readMarkedOrders(ledger, stores, { ...MONTH, basis }),
    ],
  ])
  return [
    ...returns('a year', 6_000, YEAR),
    ...returns('30 days', 60_000, MONTH),
    ['a page of what can be claimed', 1_500, (ledger) => listClaimable(ledger, ids, TODAY, page)],
    ['the sums of what can be claimed', 1_500, (ledger) => sumClaimable(ledger, ids, TODAY)],
    ['a page of tickets with their credits', 12_000, (ledger) => readTickets(ledger, id)],
    [
      'how claims fared',
      12_000,
      (ledger) =>
        readClaimSummary(
          ledger,
          ids,
          { from: undefined, to: undefined, knownAt: undefined },
          TODAY,
        ),
    ],
    ...ofMonth,
    [
      'the bridge of 30 days',
      50_000,
      (ledger) => readBridge(ledger, stores, { period: MONTH, knownAt: undefined }),
    ],
    [
      'the bridge of 30 days in two months',
      100_000,
      (ledger) => readBridge(ledger, stores, { period: CUT, knownAt: undefined }),
    ],
    [
      'what of the overdue may have been paid',
      1_500,
      async (ledger) =>
        addUnproven(
          await listOverdueSums(ledger, ids, TODAY),
          await listPaymentsReach(ledger, ids, undefined),
        ),
    ],
    ['a search of sub-orders that finds nothing', 201_000, (ledger) => search(ledger, ids, 'zz')],
    ['a search of sub-orders that finds every one', 201_000, (ledger) => search(ledger, ids, '26')],
    [
      'a page of 30 days of settlements by amount',
      60_000,
      (ledger) =>
        listSettlements(
          ledger,
          ids,
          { ...MONTH, ...EVERY },
          { by: 'settlement', descending: true },
          page,
        ),
    ],
  ]
}

type PnlDays = Pick<SkuQuestion, 'from' | 'to' | 'basis'>

/** A page of what is found, and how many there are. */
function search(ledger: Db, ids: readonly StoreId[], text: string) {
  const filter = { asOf: TODAY, bucket: undefined, search: text }
  return Promise.all([
    listStandings(ledger, ids, filter, { after: undefined, limit: 50 }),
    sumListedStandings(ledger, ids, filter),
  ])
}

const BY_SKU = { by: 'sku', descending: false } as const
const EVERY = { status: undefined, sku: undefined, search: undefined }

async function readTickets(ledger: Db, id: StoreId) {
  const filter = { state: undefined, search: undefined, knownAt: undefined }
  const rows = await listClaims(ledger, [id], filter, { after: undefined, limit: 51 })
  return matchClaims(
    ledger,
    id,
    rows.map(({ subOrderNo }) => subOrderNo),
    undefined,
  )
}
