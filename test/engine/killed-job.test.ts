import { uploadId } from '#core/ids'
import { expect, test } from 'vitest'
import { dumpLedger, type LedgerDump } from '../support/node/dump-ledger'
import {
  type Fixture,
  fixture,
  freshId,
  newLedgerDatabase,
  newSeller,
  type Seller,
  upload,
} from '../support/node/ledger'
import { isKilled, killedAfter } from '../support/node/mortal-database'

/** Imports once with a machine that dies at a call, and once more with one that does not. */
async function importKilledAt(
  call: number,
  files: readonly Fixture[],
): Promise<LedgerDump | 'whole'> {
  const database = newLedgerDatabase()
  const seller = newSeller(database)
  const [before, last] = [files.slice(0, -1), files.at(-1)!]
  for (const file of before) await upload(seller, file)
  const mortal: Seller = {
    ...newSeller(killedAfter(database, call)),
    storeId: seller.storeId,
    workspaceId: seller.workspaceId,
  }
  const id = uploadId(freshId())
  if (!(await isKilled(upload(mortal, last, { id })))) return 'whole'
  await upload(seller, last, { id })
  return dumpLedger(seller)
}

const SWEEPS: readonly (readonly [string, readonly Fixture[]])[] = [
  [
    'payments after their orders',
    [
      fixture('seller-2025', 'Orders_2025-07-01_2025-07-31_2025-09-03_16_12-16_17_1148774.csv'),
      fixture(
        'seller-2025',
        '1148774_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2025-07-01_2025-07-31.zip',
      ),
    ],
  ],
  [
    'orders after their payments',
    [
      fixture(
        'seller-2025',
        '1148774_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2025-08-01_2025-08-31.zip',
      ),
      fixture('seller-2025', 'Orders_2025-08-01_2025-08-31_2025-09-03_16_12-16_17_1148774.csv'),
    ],
  ],
]

const RETURNED = fixture(
  'seller-2025',
  'completed_delivered__________2025-09-03_17-0-17_59_1148774__.csv',
)

/** The same parcels before they came back. */
function onTheWay({ bytes }: Fixture): Fixture {
  const text = new TextDecoder()
    .decode(bytes)
    .replace('Status,completed_delivered', 'Status,intransit')
    .replace('Delivered Date', 'Expected Delivery Date')
  return { name: 'intransit.csv', bytes: new TextEncoder().encode(text) }
}

const OTHER_SWEEPS: readonly (readonly [string, readonly Fixture[]])[] = [
  ['parcels that came back', [onTheWay(RETURNED), RETURNED]],
  ['older news of parcels that came back', [RETURNED, onTheWay(RETURNED)]],
  ['GST sales and returns', [fixture('seller-2025', 'gst_1148774_8_2025.zip')]],
  ['a list of costs', [fixture('seller-2025', 'costs.csv')]],
]

test.each([...SWEEPS, ...OTHER_SWEEPS])(
  'a job killed at any call and delivered again ends in the same ledger: %s',
  async (_, files) => {
    const seller = newSeller()
    for (const file of files) await upload(seller, file)
    const expected = await dumpLedger(seller)
    let call = 0
    for (; call < 500; call += 1) {
      const dump = await importKilledAt(call, files)
      if (dump === 'whole') break
      expect(dump, `killed at call ${call}`).toEqual(expected)
    }
    expect(call).toBeGreaterThan(5)
    expect(call).toBeLessThan(500)
  },
  240_000,
)

test('a job that may spend only a few statements a delivery goes on from its checkpoint', async () => {
  const [, files] = SWEEPS[0]!
  const [whole, inParts] = [newSeller(), newSeller()]
  for (const file of files) {
    await upload(whole, file)
    await upload(inParts, file, { statements: 3 })
  }
  expect(await dumpLedger(inParts)).toEqual(await dumpLedger(whole))
}, 60_000)

test('two deliveries of one job side by side count every row once', async () => {
  const [, files] = SWEEPS[0]!
  const [once, twice] = [newSeller(), newSeller()]
  for (const file of files) {
    await upload(once, file)
    const id = uploadId(freshId())
    await Promise.all([upload(twice, file, { id }), upload(twice, file, { id })])
  }
  expect(await dumpLedger(twice)).toEqual(await dumpLedger(once))
}, 60_000)
