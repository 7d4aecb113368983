import { addDays, businessDate } from '#core/dates'
import { bytesOf } from '#core/files/bytes'
import { uploadId } from '#core/ids'
import { type SettlementSums, sumSettlements } from '#db/ledger/queries/settlement-lists'
import { importFile } from '#engine/import-file'
import { removeUpload } from '#engine/remove-upload'
import { assert, asyncProperty, nat } from 'fast-check'
import { expect, test } from 'vitest'
import {
  fixtures,
  freshId,
  newSeller,
  NOW,
  PAYMENTS,
  type Seller,
  TODAY,
  upload,
} from '../support/node/ledger'

const YEAR = { from: businessDate('2026-01-01'), to: businessDate('2026-12-31') }
const FILES = fixtures('seller-2026', PAYMENTS)

/** Every line that counts, one by one. */
async function listed({ database, storeId }: Seller, { from, to }: typeof YEAR) {
  const { results } = await database
    .prepare('SELECT * FROM settlement_line WHERE store_id = ? AND closed_at = 0')
    .bind(storeId)
    .all<{ paid_on: string; settlement_paise: number; sale_paise: number }>()
  const lines = results.filter((line) => line.paid_on >= from && line.paid_on <= to)
  return {
    count: lines.length,
    settlement: lines.reduce((sum, line) => sum + line.settlement_paise, 0),
    sale: lines.reduce((sum, line) => sum + line.sale_paise, 0),
  }
}

function summed({ ledger, storeId }: Seller, days: typeof YEAR): Promise<SettlementSums> {
  const filter = { ...days, status: undefined, sku: undefined, search: undefined }
  return sumSettlements(ledger, [storeId], filter)
}

test('what stands above the lines of any days is their sum, and after an undo that of what is left', async () => {
  const seller = newSeller()
  const sent = []
  for (const file of FILES) sent.push(await upload(seller, file))
  const expectSums = () =>
    assert(
      asyncProperty(nat(150), nat(100), async (first, more) => {
        const from = addDays(businessDate('2026-05-01'), first)
        const days = { from, to: addDays(from, more) }
        expect(await summed(seller, days), JSON.stringify(days)).toEqual(await listed(seller, days))
      }),
      { numRuns: 40 },
    )
  await expectSums()
  expect((await summed(seller, YEAR)).count).toBeGreaterThan(300)
  const { ledger, workspaceId } = seller
  await removeUpload(ledger, { id: sent[0]!.id, workspaceId }, NOW)
  await expectSums()
}, 60_000)

test('while a file is being read, its lines are in the list and in the sum above it', async () => {
  const seller = newSeller()
  await upload(seller, FILES[0]!)
  const before = await summed(seller, YEAR)
  const { name, bytes } = FILES[2]!
  const file = {
    id: uploadId(freshId()),
    workspaceId: seller.workspaceId,
    filename: name,
    receivedOn: TODAY,
  }
  const resolveStore = async () => seller.storeId
  const options = { now: NOW, resolveStore, statements: 1 }
  let halves = 0
  for (let done = false; !done;) {
    ;({ done } = await importFile(seller.ledger, file, bytesOf(bytes), options))
    const sums = await summed(seller, YEAR)
    expect(sums).toEqual(await listed(seller, YEAR))
    if (!done && sums.count > before.count) halves += 1
  }
  expect(halves).toBeGreaterThan(0)
})
