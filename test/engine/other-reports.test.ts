import { readFileSync } from 'node:fs'
import { removeUpload } from '#engine/remove-upload'
import { describe, expect, test } from 'vitest'
import { dumpLedger } from '../support/node/dump-ledger'
import {
  CLAIMS,
  COSTS,
  type Fixture,
  fixtures,
  GST,
  newSeller,
  NOW,
  RETURNS,
  type Seller,
  upload,
} from '../support/node/ledger'

const OTHERS = [RETURNS, CLAIMS, GST, COSTS]
const filesOf = (name: string) => OTHERS.flatMap((pattern) => fixtures(name, pattern))

async function ledgerOf(files: readonly Fixture[]) {
  const seller = newSeller()
  for (const file of files) await upload(seller, file)
  return dumpLedger(seller)
}

function query<Row>({ database, storeId }: Seller, sql: string): Promise<Row[]> {
  return database
    .prepare(sql)
    .bind(storeId)
    .all<Row>()
    .then(({ results }) => results)
}

describe.each(['seller-2025', 'seller-2026'])('%s', (name) => {
  const truth = JSON.parse(readFileSync(`test/fixtures/${name}/truth.json`, 'utf8'))

  test('parcels, tickets, GST rows and costs are as many as in truth, and GST sums are true', async () => {
    const seller = newSeller()
    for (const file of filesOf(name)) await upload(seller, file)

    const parcels = await query<{ outcome: string; n: number }>(
      seller,
      'SELECT outcome, count(*) AS n FROM return_parcel WHERE store_id = ? AND closed_at = 0 GROUP BY 1',
    )
    const counts = Object.fromEntries(parcels.map(({ outcome, n }) => [outcome, n]))
    expect({
      intransit: counts['in_transit'] ?? 0,
      ofd_reverse: counts['out_for_delivery'] ?? 0,
      completed_delivered: counts['delivered'] ?? 0,
      completed_lost: counts['lost'] ?? 0,
    }).toEqual(truth.returns)

    const [customer] = await query<{ n: number }>(
      seller,
      "SELECT count(*) AS n FROM return_parcel WHERE store_id = ? AND closed_at = 0 AND return_type = 'customer'",
    )
    expect(customer).toEqual({ n: truth.customerReturns })

    const tickets = await query<{ status: string; n: number }>(
      seller,
      'SELECT status, count(*) AS n FROM claim WHERE store_id = ? AND closed_at = 0 GROUP BY 1',
    )
    const byStatus = Object.fromEntries(tickets.map(({ status, n }) => [status, n]))
    expect({ Approved: 0, ...byStatus }).toEqual(truth.claims)

    const months = await query<{ direction: string; month: string; n: number; taxable: number }>(
      seller,
      'SELECT direction, month, count(*) AS n, sum(taxable_micro) AS taxable FROM gst_line WHERE store_id = ? AND closed_at = 0 GROUP BY 1, 2',
    )
    expect(months).toHaveLength(Object.keys(truth.gst).length * 2)
    for (const { direction, month, n, taxable } of months) {
      const [rows, sum] = direction === 'sales' ? ['sales', 'Sales'] : ['return', 'Returns']
      expect(n).toBe(truth.gst[month][`${rows}Rows`])
      const exact = Math.round(Number(truth.gst[month][`taxable${sum}`]) * 1_000_000)
      // Truth is printed to four decimals; each of our rows to six.
      expect(Math.abs(taxable - exact)).toBeLessThanOrEqual(50 + n / 2)
    }

    const [costs] = await query<{ skus: number }>(
      seller,
      'SELECT count(DISTINCT sku) AS skus FROM unit_cost WHERE store_id = ? AND closed_at = 0',
    )
    expect(costs).toEqual({ skus: truth.costSkus })
  })

  test('the order in which files come in, and how often, makes no difference', async () => {
    const files = filesOf(name)
    const forward = await ledgerOf(files)
    expect(await ledgerOf(files.toReversed())).toEqual(forward)
    expect(await ledgerOf([...files, ...files])).toEqual(forward)
  }, 60_000)

  test('undoing any file leaves what the others say, and sent again it is as before', async () => {
    const files = filesOf(name)
    const whole = await ledgerOf(files)
    for (const undone of files) {
      const seller = newSeller()
      const ids = new Map<string, Fixture>()
      for (const file of files) ids.set((await upload(seller, file)).id, file)
      const [id] = [...ids].find(([, file]) => file === undone)!
      const again = await removeUpload(
        seller.ledger,
        { id: id as Parameters<typeof removeUpload>[1]['id'], workspaceId: seller.workspaceId },
        NOW,
      )
      for (const each of again) await upload(seller, ids.get(each)!, { id: each })
      expect(await dumpLedger(seller), undone.name).toEqual(
        await ledgerOf(files.filter((file) => file !== undone)),
      )
      await upload(seller, undone)
      expect(await dumpLedger(seller), undone.name).toEqual(whole)
    }
  }, 120_000)
})
