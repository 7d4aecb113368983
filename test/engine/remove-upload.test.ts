import { removeUpload } from '#engine/remove-upload'
import { expect, test } from 'vitest'
import { dumpLedger } from '../support/node/dump-ledger'
import {
  type Fixture,
  fixtures,
  newSeller,
  NOW,
  ORDERS,
  OUTSTANDING,
  PAYMENTS,
  type Seller,
  upload,
} from '../support/node/ledger'

const NAME = 'seller-2025'
const files = () => [...fixtures(NAME, ORDERS), ...fixtures(NAME, PAYMENTS)]

async function importAll(seller: Seller, all: readonly Fixture[]) {
  const uploads = new Map<string, Awaited<ReturnType<typeof upload>>>()
  for (const file of all) uploads.set(file.name, await upload(seller, file))
  return uploads
}

/** What the remove-upload job does: close the facts, then read again the uploads that shared rows. */
async function undo(seller: Seller, name: string, uploads: Awaited<ReturnType<typeof importAll>>) {
  const { id } = uploads.get(name)!
  const again = await removeUpload(seller.ledger, { id, workspaceId: seller.workspaceId }, NOW)
  const byId = new Map([...uploads].map(([filename, each]) => [each.id, filename]))
  for (const each of again) {
    const file = files().find((candidate) => candidate.name === byId.get(each))!
    await upload(seller, file, { id: each })
  }
}

test.each(files().map(({ name }) => name))(
  'undoing %s leaves what the other files say',
  async (name) => {
    const seller = newSeller()
    const uploads = await importAll(seller, files())
    await undo(seller, name, uploads)
    const without = newSeller()
    await importAll(
      without,
      files().filter((file) => file.name !== name),
    )
    expect(await dumpLedger(seller)).toEqual(await dumpLedger(without))
  },
  60_000,
)

test('an undone file can be imported again and gives the same figures', async () => {
  const seller = newSeller()
  const uploads = await importAll(seller, files())
  const before = await dumpLedger(seller)
  const august = files().find(({ name }) => name.includes('PREVIOUS_PAYMENT_2025-08-01'))!
  await undo(seller, august.name, uploads)
  expect(await dumpLedger(seller)).not.toEqual(before)
  await upload(seller, august)
  expect(await dumpLedger(seller)).toEqual(before)
}, 60_000)

test('undoing twice is undoing once', async () => {
  const seller = newSeller()
  const uploads = await importAll(seller, files())
  const [first] = files()
  await undo(seller, first!.name, uploads)
  const once = await dumpLedger(seller)
  await undo(seller, first!.name, uploads)
  expect(await dumpLedger(seller)).toEqual(once)
}, 60_000)

test('what was closed stays readable as what was known', async () => {
  const seller = newSeller()
  const uploads = await importAll(seller, files())
  const september = files().find(({ name }) => name.includes('2025-09-01'))!
  await undo(seller, september.name, uploads)
  const { results } = await seller.database
    .prepare(
      'SELECT count(*) AS lines, min(closed_at) AS closedAt FROM settlement_line WHERE closed_at > 0',
    )
    .all()
  // Here it came and went at one instant: it was known for a millisecond, the least there is.
  expect(results).toEqual([{ lines: 16, closedAt: NOW.getTime() + 1 }])
}, 60_000)

test('promises never enter a profit and loss', async () => {
  const [before, after] = [newSeller(), newSeller()]
  await importAll(before, files())
  await importAll(after, [...files(), ...fixtures(NAME, OUTSTANDING)])
  expect(await dumpLedger(after)).toEqual(await dumpLedger(before))
}, 60_000)

test('a file undone, sent again and undone within one millisecond is undone', async () => {
  const seller = newSeller()
  const all = [...files(), ...fixtures(NAME, OUTSTANDING)]
  const workspaceId = seller.workspaceId
  const empty = await dumpLedger(seller)
  for (let round = 0; round < 3; round += 1) {
    const uploads = await importAll(seller, all)
    for (const { id } of uploads.values()) {
      await removeUpload(seller.ledger, { id, workspaceId }, NOW)
    }
  }
  expect(await dumpLedger(seller)).toEqual(empty)
}, 60_000)
