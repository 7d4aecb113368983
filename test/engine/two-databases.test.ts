import { expect, test } from 'vitest'
import { useD1 } from '../support/node/d1'
import { rebuildTotals } from '#engine/rebuild-totals'
import { reconcileStore } from '#engine/reconcile'
import { dumpCosts, dumpLedger, dumpVerdicts } from '../support/node/dump-ledger'
import {
  fixtures,
  newSeller,
  ORDERS,
  OUTSTANDING,
  PAYMENTS,
  TODAY,
  upload,
} from '../support/node/ledger'

const d1 = useD1()

test.each(['seller-2025', 'seller-2026'])(
  'the files of %s give the same rows and the same totals in D1 and in SQLite on a seller’s own machine',
  async (name) => {
    const [cloud, local] = [newSeller(d1()), newSeller()]
    for (const pattern of [ORDERS, PAYMENTS, OUTSTANDING]) {
      for (const file of fixtures(name, pattern)) {
        await upload(cloud, file)
        await upload(local, file)
      }
    }
    const dump = await dumpLedger(local)
    expect(await dumpLedger(cloud)).toEqual(dump)
    expect(dump['settlement_line']!.length).toBeGreaterThan(150)
    expect(dump['stale_month']).toEqual([])

    for (const seller of [cloud, local]) {
      for (const file of fixtures(
        name,
        /^(intransit|ofd_reverse|completed_|Supplier-|gst_|costs)/,
      )) {
        await upload(seller, file)
      }
      expect(await reconcileStore(seller.ledger, seller.storeId, TODAY)).toBe(true)
      await rebuildTotals(seller.ledger, seller.storeId)
    }
    const verdicts = await dumpVerdicts(local)
    expect(await dumpVerdicts(cloud)).toEqual(verdicts)
    expect(verdicts.length).toBeGreaterThan(250)

    const costs = await dumpCosts(local)
    expect(await dumpCosts(cloud)).toEqual(costs)
    expect(costs.filter((row) => row.startsWith('cost_total')).length).toBeGreaterThan(250)
  },
  120_000,
)
