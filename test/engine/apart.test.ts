import { businessDate, parseBusinessMonth } from '#core/dates'
import { type Figure, FIGURE_CELLS } from '#core/pnl/figures'
import { openDb } from '#db/client'
import { listClaimable } from '#db/ledger/queries/claimable'
import { listClaims } from '#db/ledger/queries/claims'
import { findSubOrder } from '#db/ledger/queries/orders'
import { listPayouts } from '#db/ledger/queries/payouts'
import { listReturns } from '#db/ledger/queries/returns'
import {
  listLinesOfSubOrder,
  listPromisesOfSubOrder,
  listSettlements,
  sumSettlements,
} from '#db/ledger/queries/settlement-lists'
import { listStandings, listStandingTotals } from '#db/ledger/queries/standings'
import { listTransfers } from '#db/ledger/queries/transfers'
import { subOrderNo } from '#core/ids'
import { archivedTables } from '#engine/export-archive'
import { newBudget, newTally } from '#engine/export-csv'
import { findMissingCosts } from '#engine/find-missing-costs'
import { findProvenance } from '#engine/find-provenance'
import { listDiscrepancyItems } from '#engine/list-discrepancies'
import { readClaimSummary } from '#engine/match-claims'
import { readBridge } from '#engine/read-bridge'
import { readForecast } from '#engine/read-forecast'
import { sumGstMonth } from '#engine/read-gst'
import { readMaturity } from '#engine/read-maturity'
import { readPnl } from '#engine/read-pnl'
import { readReturnSummary } from '#engine/read-return-summary'
import { readTaxRegister } from '#engine/read-tax-register'
import { assert, asyncProperty } from 'fast-check'
import { expect, test } from 'vitest'
import { dumpCosts, dumpLedger, dumpVerdicts } from '../support/node/dump-ledger'
import {
  fixtures,
  GST,
  newLedgerDatabase,
  newSeller,
  type Seller,
  TODAY,
  upload,
} from '../support/node/ledger'
import { payRent, RUNS, sellerOf, settle } from '../support/node/random'
import { filesOf } from '../support/node/seller-files'
import { sellerRows } from '../support/random-seller'

const YEAR = { from: businessDate('2026-01-01'), to: businessDate('2026-12-31') }
const JULY = parseBusinessMonth('2026-07')!
// Safe because these are the keys of this very constant.
const FIGURES = Object.keys(FIGURE_CELLS) as Figure[]
const PAGE = { after: undefined, limit: 200 }

const storesOf = ({ storeId }: Seller) =>
  [{ id: storeId, gstScheme: 'regular', cogsPolicy: 'kept' }] as const

async function profits(seller: Seller) {
  const { ledger } = seller
  const all: unknown[] = []
  for (const basis of ['order', 'payment'] as const) {
    for (const group of ['total', 'month', 'day', 'sku'] as const)
      all.push(await readPnl(ledger, storesOf(seller), { ...YEAR, basis, group, sku: undefined }))
    for (const figure of FIGURES) {
      const scope = { ...YEAR, basis, sku: undefined }
      const page = { from: { section: 0, after: undefined }, rows: 2_000 }
      all.push([figure, await findProvenance(ledger, storesOf(seller), figure, scope, page)])
    }
  }
  return all
}

async function lists({ ledger, storeId }: Seller) {
  const ids = [storeId]
  const search = undefined
  const lines = { ...YEAR, status: undefined, sku: undefined, search }
  const returns = { ...YEAR, outcome: undefined, type: undefined, search, knownAt: undefined }
  const wrong = { asOf: TODAY, rule: undefined, state: undefined }
  return {
    payouts: await listPayouts(ledger, ids, YEAR, 400),
    transfers: await listTransfers(ledger, ids, YEAR, PAGE),
    lines: await listSettlements(ledger, ids, lines, { by: 'sale', descending: true }, PAGE),
    lineSums: await sumSettlements(ledger, ids, lines),
    standings: await listStandings(ledger, ids, { asOf: TODAY, bucket: undefined, search }, PAGE),
    buckets: await listStandingTotals(ledger, ids, TODAY),
    discrepancies: await listDiscrepancyItems(ledger, ids, wrong, PAGE),
    returns: await listReturns(ledger, ids, returns, PAGE),
    claims: await listClaims(ledger, ids, { state: undefined, search, knownAt: undefined }, PAGE),
    claimable: await listClaimable(ledger, ids, TODAY, PAGE),
    missingCosts: await findMissingCosts(ledger, storeId),
  }
}

async function readings(seller: Seller) {
  const { ledger, storeId } = seller
  const ids = [storeId]
  const knownAt = undefined
  return {
    bridge: await readBridge(ledger, storesOf(seller), { period: YEAR, knownAt }),
    forecast: await readForecast(ledger, ids, TODAY, knownAt),
    maturity: await readMaturity(ledger, storesOf(seller), JULY, TODAY),
    gst: await sumGstMonth(ledger, ids, JULY, knownAt),
    tcs: await readTaxRegister(ledger, ids, 'tcs', 2026, knownAt),
    tds: await readTaxRegister(ledger, ids, 'tds', 2026, knownAt),
    claims: await readClaimSummary(ledger, ids, { ...YEAR, knownAt }, TODAY),
    returns: await readReturnSummary(ledger, { ...YEAR, storeIds: ids, by: 'sku', knownAt }, TODAY),
  }
}

async function subOrders({ ledger, storeId }: Seller, numbers: readonly string[]) {
  const all: unknown[] = []
  for (const no of numbers.map(subOrderNo))
    all.push(
      await findSubOrder(ledger, storeId, no),
      await listLinesOfSubOrder(ledger, storeId, no, undefined),
      await listPromisesOfSubOrder(ledger, storeId, no),
    )
  return all
}

async function exported({ ledger, storeId }: Seller) {
  const tables: Record<string, string> = {}
  const stores = [{ id: storeId, name: 'Asha Textiles', supplierId: '2454257' }]
  const scope = { ledger, stores, days: undefined, asOf: TODAY, knownAt: undefined }
  for (const { name, texts } of archivedTables({ ...scope, budget: newBudget() })) {
    tables[name] = ''
    for await (const text of texts(newTally())) tables[name] += text
  }
  return tables
}

/** All that the product tells of a store, without the numbers of reports and uploads. */
async function allSaid(seller: Seller, numbers: readonly string[]): Promise<string> {
  const said = {
    profits: await profits(seller),
    lists: await lists(seller),
    readings: await readings(seller),
    subOrders: await subOrders(seller, numbers),
    exports: await exported(seller),
    facts: await dumpLedger(seller),
    verdicts: await dumpVerdicts(seller),
    costs: await dumpCosts(seller),
  }
  const unnamed = new Set(['reportId', 'uploadId', 'report_id', 'closedByReportId'])
  return JSON.stringify(said, (key, value: unknown) => (unnamed.has(key) ? '' : value), 1)
}

test('two stores in one ledger with the same sub-orders never see each other in anything', async () => {
  const gst = fixtures('seller-2026', GST)
  await assert(
    asyncProperty(sellerRows, sellerRows, async (rows, others) => {
      // Both count their sub-orders from the same number, so most of them are shared.
      const alone = newSeller()
      const database = newLedgerDatabase()
      const shared: Seller = { ...alone, database, ledger: openDb(database) }
      const neighbour = newSeller(database)
      const [mine, theirs] = [await filesOf(rows), await filesOf(others)]
      await sellerOf([...theirs.slice(0, 2), ...gst.slice(0, 2)], neighbour)
      for (const seller of [alone, shared]) {
        for (const file of [...mine, ...gst.slice(1)]) await upload(seller, file)
        if (seller === shared) for (const file of theirs.slice(2)) await upload(neighbour, file)
        await payRent(seller)
        await settle(seller)
      }
      await settle(neighbour)
      const numbers = rows.subOrderNos.slice(0, 6)
      const said = await allSaid(alone, numbers)
      expect(said.length).toBeGreaterThan(50_000)
      expect(await allSaid(shared, numbers)).toBe(said)
    }),
    { numRuns: 4, ...RUNS },
  )
}, 120_000)
