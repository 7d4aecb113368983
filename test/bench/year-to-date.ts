import { businessDate } from '#core/dates'
import { storeId } from '#core/ids'
import { type Db, openDb, type SqlDatabase } from '#db/client'
import { sumSettlements } from '#db/ledger/queries/settlement-lists'
import { readAdAllocation } from '#engine/read-ad-allocation'
import { readAds } from '#engine/read-ads'
import { readBridge } from '#engine/read-bridge'
import { readMarkedOrders } from '#engine/read-marked-orders'
import { readPnl } from '#engine/read-pnl'
import { reconcileStore } from '#engine/reconcile'
import { readSkus } from '#engine/read-skus'
import { rebuildTotals } from '#engine/rebuild-totals'
import { getPlatformProxy } from 'wrangler'
import { countingDatabase } from '../support/counting-database'
import { importPayments, migrateLedger } from './big-store'
import type { BenchFigure } from './figure'

const SIZES = [10_000, 100_000] as const
const TODAY = businessDate('2025-09-17')
const PERIOD = { from: businessDate('2025-04-01'), to: TODAY }
// So few that the small store sells each of them in each month, as the large one does.
const SKUS = 50

type Reading = { readonly name: string; readonly rows: number; readonly ms: number }

/**
 * What the pages ask first of a year that ends today, in the middle of a month: rows that D1 reads for stores
 * of two sizes, in the same months and of the same SKUs. None of it may grow with the store.
 */
export async function run(): Promise<BenchFigure[]> {
  const small = await measure(SIZES[0])
  const large = await measure(SIZES[1])
  return large.flatMap(({ name, rows, ms }, at) => [
    {
      name: `rows read for ${name}, of ${SIZES[1]} lines`,
      value: rows,
      unit: 'rows' as const,
      peer: { name: `of ${SIZES[0]} lines`, value: small[at]?.rows ?? 0 },
      limit: { atMost: Math.ceil((small[at]?.rows ?? 0) * 1.2) },
    },
    { name: `time for ${name}`, value: ms, unit: 'ms' as const },
  ])
}

async function measure(size: number): Promise<Reading[]> {
  const proxy = await getPlatformProxy<{ LEDGER_00: SqlDatabase }>({
    configPath: 'wrangler.toml',
    persist: false,
  })
  try {
    const database = proxy.env.LEDGER_00
    await migrateLedger(database)
    const plain = openDb(database)
    const store = storeId(`store${String(size).padStart(15, '0')}`)
    const days = { from: '2025-04-02', days: 168, skus: SKUS, adRows: 168, layout: 'P3' as const }
    await importPayments(plain, store, { ...days, seed: 1, rows: size, today: TODAY })
    while (!(await reconcileStore(plain, store, TODAY)));
    await rebuildTotals(plain, store)
    const spent = { rows: 0 }
    const counted = openDb(countingDatabase(database, spent))
    const readings: Reading[] = []
    for (const [name, read] of questionsOf(store)) {
      spent.rows = 0
      await read(counted)
      const { rows } = spent
      const started = performance.now()
      await read(plain)
      readings.push({ name, rows, ms: performance.now() - started })
    }
    return readings
  } finally {
    await proxy.dispose()
  }
}

type Question = readonly [name: string, read: (ledger: Db) => Promise<unknown>]

function questionsOf(id: ReturnType<typeof storeId>): Question[] {
  const stores = [{ id, gstScheme: 'regular', cogsPolicy: 'kept' } as const]
  const every = { status: undefined, sku: undefined, search: undefined }
  const sort = { by: 'sku', descending: false } as const
  const onBasis = (basis: 'order' | 'payment'): Question[] => {
    const query = { ...PERIOD, basis }
    const pnl = (group: 'total' | 'sku') => (ledger: Db) =>
      readPnl(ledger, stores, { ...query, group, sku: undefined })
    const of = `by ${basis} date`
    return [
      [`profit ${of}`, pnl('total')],
      [`profit by SKU ${of}`, pnl('sku')],
      [`ads ${of}`, (ledger) => readAds(ledger, stores, query)],
      [`what Meesho marks ${of}`, (ledger) => readMarkedOrders(ledger, stores, query)],
      [
        `ads over SKUs ${of}`,
        (ledger) => readAdAllocation(ledger, stores, { ...query, by: 'ad_orders' }, sort),
      ],
      [
        `SKUs ${of}`,
        (ledger) => readSkus(ledger, stores, { ...query, view: 'all', search: undefined }, sort),
      ],
    ]
  }
  return [
    ...onBasis('payment'),
    ...onBasis('order'),
    ['the bridge', (ledger) => readBridge(ledger, stores, { period: PERIOD, knownAt: undefined })],
    [
      'the sums above settlements',
      (ledger) => sumSettlements(ledger, [id], { ...PERIOD, ...every }),
    ],
  ]
}
