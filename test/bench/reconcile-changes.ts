import { businessDate } from '#core/dates'
import { storeId } from '#core/ids'
import { type Db, openDb, type SqlDatabase } from '#db/client'
import { sumDiscrepancies } from '#db/ledger/queries/discrepancies'
import { listStandings } from '#db/ledger/queries/standings'
import { listDiscrepancyItems } from '#engine/list-discrepancies'
import { reconcileStore } from '#engine/reconcile'
import { getPlatformProxy } from 'wrangler'
import { countingDatabase } from '../support/counting-database'
import { importPayments, migrateLedger } from './big-store'
import type { BenchFigure } from './figure'

const SIZES = [10_000, 100_000] as const
const NEW_LINES = 500
const TODAY = businessDate('2025-09-03')
const AUGUST = { from: '2025-08-01', days: 31, skus: 200, today: TODAY }

/**
 * One new file of payments for stores of two sizes, all of one month, in local D1: what judging costs after
 * it must not grow with the store; nor must a page of a list.
 */
export async function run(): Promise<BenchFigure[]> {
  const small = await measure(SIZES[0])
  const large = await measure(SIZES[1])
  const peer = (value: number) => ({ name: `of ${SIZES[0]} sub-orders`, value })
  const ofLarge = `of ${SIZES[1]} sub-orders`
  return [
    {
      name: `rows read and written to judge ${NEW_LINES} new payments, store ${ofLarge}`,
      value: large.judged.rows,
      unit: 'rows',
      peer: peer(small.judged.rows),
    },
    {
      name: 'the large store against the small one, in rows',
      value: large.judged.rows / small.judged.rows,
      unit: 'times',
      limit: { atMost: 1.5 },
    },
    {
      name: `time to judge ${NEW_LINES} new payments, store ${ofLarge}`,
      value: large.judged.ms,
      unit: 'ms',
      peer: peer(small.judged.ms),
    },
    {
      name: 'the large store against the small one, in time',
      value: large.judged.ms / small.judged.ms,
      unit: 'times',
      limit: { atMost: 2 },
    },
    ...large.lists.map(({ name, rows }, at) => ({
      name: `rows read for ${name}, store ${ofLarge}`,
      value: rows,
      unit: 'rows' as const,
      peer: peer(small.lists[at]?.rows ?? 0),
      limit: { atMost: 500 },
    })),
  ]
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
    await importPayments(plain, store, { ...AUGUST, seed: 1, rows: size })
    while (!(await reconcileStore(plain, store, TODAY)));
    await importPayments(plain, store, { ...AUGUST, seed: 2, rows: NEW_LINES })
    const spent = { rows: 0 }
    const counted = openDb(countingDatabase(database, spent))
    const started = performance.now()
    while (!(await reconcileStore(counted, store, TODAY)));
    const judged = { rows: spent.rows, ms: performance.now() - started }
    const lists: { name: string; rows: number }[] = []
    for (const [name, read, least] of listsOf(counted, store)) {
      spent.rows = 0
      if ((await read()).length < least) throw new Error(`Too few ${name} for a page`)
      lists.push({ name, rows: spent.rows })
    }
    return { judged, lists }
  } finally {
    await proxy.dispose()
  }
}

function listsOf(ledger: Db, store: ReturnType<typeof storeId>) {
  const page = { after: undefined, limit: 50 }
  const any = { asOf: TODAY, rule: undefined, state: undefined }
  const search = undefined
  return [
    ['a page of 50 discrepancies', () => listDiscrepancyItems(ledger, [store], any, page), 50],
    [
      'a page of 50 discrepancies of one rule',
      () => listDiscrepancyItems(ledger, [store], { ...any, rule: 'order_unknown' as const }, page),
      50,
    ],
    ['the sums of all discrepancies by rule', () => sumDiscrepancies(ledger, [store], any), 2],
    [
      'the sums of those still open',
      () => sumDiscrepancies(ledger, [store], { ...any, state: 'open' as const }),
      2,
    ],
    [
      'a page of 50 sub-orders',
      () => listStandings(ledger, [store], { asOf: TODAY, bucket: undefined, search }, page),
      50,
    ],
    [
      'a page of 50 sub-orders of one bucket',
      () =>
        listStandings(ledger, [store], { asOf: TODAY, bucket: 'returned' as const, search }, page),
      50,
    ],
  ] as const
}
