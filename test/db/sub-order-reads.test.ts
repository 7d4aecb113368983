import type { BusinessMonth } from '#core/dates'
import { subOrderNo } from '#core/ids'
import { listGstLinesOfSubOrders } from '#db/ledger/queries/gst'
import { listGstLines } from '#db/ledger/queries/gst-lists'
import { listReportSources } from '#db/ledger/queries/reports'
import { listClaimsOf, listReturnsOf } from '#db/ledger/queries/sub-order-facts'
import { listTaxInvoicesOfSubOrder } from '#db/ledger/queries/tax-invoices'
import { expect, test } from 'vitest'
import {
  CLAIMS,
  fixtures,
  GST,
  newSeller,
  RETURNS,
  type Seller,
  upload,
} from '../support/node/ledger'

const NAME = 'seller-2026'

async function sellerWith(pattern: RegExp): Promise<Seller> {
  const seller = newSeller()
  for (const file of fixtures(NAME, pattern)) await upload(seller, file)
  return seller
}

/** Every sub-order of a table, and how many of its rows count. */
async function countsIn(seller: Seller, table: string): Promise<Map<string, number>> {
  const { results } = await seller.database
    .prepare(`SELECT sub_order_no AS no, count(*) AS n FROM ${table} WHERE store_id = ? GROUP BY 1`)
    .bind(seller.storeId)
    .all<{ no: string; n: number }>()
  return new Map(results.map(({ no, n }) => [no, n]))
}

const sum = (counts: Map<string, number>) => [...counts.values()].reduce((all, n) => all + n, 0)
const idsOf = (counts: Map<string, number>) => [...counts.keys()].map(subOrderNo)

test('parcels and tickets of some sub-orders are found with the file they stand in', async () => {
  const parcels = await sellerWith(RETURNS)
  const counts = await countsIn(parcels, 'return_parcel')
  const found = await listReturnsOf(parcels.ledger, parcels.storeId, idsOf(counts))
  expect(found).toHaveLength(sum(counts))
  const reportIds = [found[0]!.reportId]
  const [source] = await listReportSources(parcels.ledger, [parcels.storeId], reportIds)
  expect(source!.filename).toMatch(RETURNS)
  const some = idsOf(counts).slice(0, 3)
  const three = await listReturnsOf(parcels.ledger, parcels.storeId, some)
  expect(three.map((each) => each.subOrderNo).toSorted()).toEqual(some.toSorted())

  const tickets = await sellerWith(CLAIMS)
  const claimed = await countsIn(tickets, 'claim')
  const listed = await listClaimsOf(tickets.ledger, tickets.storeId, idsOf(claimed))
  expect(listed).toHaveLength(sum(claimed))
})

test('GST rows of some sub-orders are found in every month', async () => {
  const seller = await sellerWith(GST)
  const ids = idsOf(await countsIn(seller, 'gst_line'))
  for (const [direction, rows] of [
    ['sales', 180 + 168 + 198],
    ['returns', 43 + 42 + 47],
  ] as const) {
    const found = await listGstLinesOfSubOrders(seller.ledger, seller.storeId, direction, ids)
    expect(found).toHaveLength(rows)
  }
})

test('the GST rows of a month page through each row once', async () => {
  const seller = await sellerWith(GST)
  const month = '2026-06' as BusinessMonth
  const rows = new Set<number>()
  let after: Awaited<ReturnType<typeof listGstLines>>[number] | undefined
  for (;;) {
    const of = { storeId: seller.storeId, direction: 'sales', month } as const
    const all = { gstRateBps: undefined, state: undefined, hsn: undefined }
    const page = await listGstLines(seller.ledger, of, all, undefined, { after, limit: 50 })
    for (const { rowNo } of page) rows.add(rowNo)
    after = page.at(-1)
    if (page.length < 50) break
  }
  expect(rows.size).toBe(180)
})

test('the invoice and the credit note of a sub-order are found by its order day', async () => {
  const text = [
    'Type,Order Date,Suborder No.,Product Description,HSN,Invoice No.',
    'INVOICE,2026-03-04,259000000000000001_1,Saree,540710,ffzkv26123',
    'CREDIT NOTE,2026-03-04,259000000000000001_1,Saree,540710,ffzkv26C7',
    'INVOICE,2026-03-04,259000000000000002_1,Saree,540710,ffzkv26124',
    '',
  ].join('\n')
  const seller = newSeller()
  await upload(seller, { name: 'x.csv', bytes: new TextEncoder().encode(text) })
  const no = subOrderNo('259000000000000001_1')
  const found = await listTaxInvoicesOfSubOrder(seller.ledger, seller.storeId, no, '2026-03-04')
  expect(found.map(({ type, invoiceNo }) => [type, invoiceNo])).toEqual([
    ['credit_note', 'ffzkv26C7'],
    ['invoice', 'ffzkv26123'],
  ])
})
