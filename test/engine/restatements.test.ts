import { addDays, type BusinessDate, businessDate } from '#core/dates'
import { listRestatements, type Restatement } from '#engine/list-restatements'
import { expect, test } from 'vitest'
import { type Fixture, fixtures, PAYMENTS } from '../support/node/ledger'
import { FIRST_DAY, Story } from '../support/node/story'

const HEADER =
  'Reason for Credit Entry,Sub Order No,Order Date,Customer State,Product Name,SKU,Size,Quantity,Supplier Listed Price (Incl. GST + Commission),Supplier Discounted Price (Incl GST and Commision),Packet Id'

/** An orders report downloaded on a day; each row is `<status>,<sub-order>`. */
function orders(downloadedOn: string, ...rows: readonly string[]): Fixture {
  const lines = rows.map((row) => `${row},2025-07-05,Gujarat,Saree,S-1,Free Size,1,299.0,299.0,P1`)
  const name = `Orders_2025-07-01_2025-07-31_${downloadedOn}_16_12-16_17_1148774.csv`
  return { name, bytes: new TextEncoder().encode([HEADER, ...lines, ''].join('\n')) }
}

const [A, B] = ['123456789012345678_1', '123456789012345679_1']

async function listed(
  { seller }: Story,
  from: BusinessDate = FIRST_DAY,
  to: BusinessDate = addDays(FIRST_DAY, 60),
  limit = 200,
): Promise<Restatement[]> {
  const items: Restatement[] = []
  let place: { section: number; after: string | undefined } | undefined = {
    section: 0,
    after: undefined,
  }
  while (place) {
    const page: Awaited<ReturnType<typeof listRestatements>> = await listRestatements(
      seller.ledger,
      [seller.storeId],
      { from, to, kind: undefined },
      { from: place, limit },
    )
    expect(page.items.length).toBeLessThanOrEqual(limit)
    items.push(...page.items)
    place = page.next
  }
  return items
}

test('a later download that changes a status is told with both files and rows', async () => {
  const story = new Story()
  await story.upload(orders('2025-07-10', `SHIPPED,${A}`, `SHIPPED,${B}`))
  story.nextDay()
  await story.upload(orders('2025-07-20', `SHIPPED,${A}`, `DELIVERED,${B}`))
  const items = await listed(story)
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    kind: 'order',
    subOrderNo: B,
    cause: 'file',
    restatedAt: new Date('2025-10-02T06:30:00Z'),
    changes: [{ column: 'status', from: 'SHIPPED', to: 'DELIVERED' }],
    before: { filename: expect.stringContaining('2025-07-10'), row: 3 },
    after: { filename: expect.stringContaining('2025-07-20'), row: 3 },
  })
  const second = businessDate('2025-10-02')
  expect(await listed(story, second, second)).toEqual(items)
  expect(await listed(story, FIRST_DAY, FIRST_DAY)).toEqual([])
  expect(await listed(story, addDays(second, 1))).toEqual([])
})

test('an older file that comes late changes nothing, and is no restatement', async () => {
  const story = new Story()
  await story.upload(orders('2025-07-20', `DELIVERED,${A}`))
  story.nextDay()
  await story.upload(orders('2025-07-10', `SHIPPED,${A}`))
  expect(await listed(story)).toEqual([])
})

test('an undo takes back what its file said, until another file says it', async () => {
  const story = new Story()
  const [early, late] = [
    orders('2025-07-10', `SHIPPED,${A}`),
    orders('2025-07-20', `RTO_LOCKED,${A}`),
  ]
  await story.upload(early)
  story.nextDay()
  await story.upload(late)
  story.nextDay()
  await story.undo(late)
  const changes = (await listed(story)).map((each) => [each.cause, ...each.changes])
  expect(changes).toEqual([
    ['undo', { column: 'status', from: 'RTO_LOCKED', to: 'SHIPPED' }],
    ['file', { column: 'status', from: 'SHIPPED', to: 'RTO_LOCKED' }],
  ])
  story.nextDay()
  await story.undo(early)
  const [last] = await listed(story, story.day, story.day)
  expect(last).toMatchObject({ cause: 'undo', after: null })
  expect(last!.changes).toContainEqual({ column: 'status', from: 'SHIPPED', to: null })
})

async function countLines({ seller }: Story): Promise<number> {
  const { results } = await seller.database
    .prepare('SELECT count(*) AS lines FROM settlement_line WHERE closed_at = 0')
    .all<{ lines: number }>()
  return results[0]!.lines
}

test('payment lines of an undone file are told but for those that an overlapping file still has', async () => {
  const story = new Story()
  const files = fixtures('seller-2025', PAYMENTS)
  const august = files.find(({ name }) => name.includes('2025-08-01'))!
  const overlap = files.find(({ name }) => name.includes('2025-08-21'))!
  await story.upload(august)
  await story.upload(overlap)
  expect(await listed(story)).toEqual([])
  const before = await countLines(story)
  story.nextDay()
  await story.undo(august)
  const items = await listed(story)
  // The overlapping download has 43 lines of the month: see the any-order tests.
  expect(await countLines(story)).toBe(43)
  expect(items).toHaveLength(before - 43)
  for (const { kind, cause, after, before: source, changes } of items) {
    expect([kind, cause, after]).toEqual(['settlement', 'undo', null])
    expect(source.filename).toBe(august.name)
    expect(changes.every(({ to }) => to === null)).toBe(true)
  }
  // A page at a time is the list at once.
  expect(await listed(story, undefined, undefined, 7)).toEqual(items)
}, 60_000)

/** The tickets of the sample as they stood before any was decided. */
function undecided({ bytes }: Fixture): Fixture {
  const text = new TextDecoder().decode(bytes)
  const earlier = text.replaceAll(/\b(Approved|Rejected)\b/g, 'Open')
  if (earlier === text) throw new Error('No decided ticket')
  const name = 'Supplier-1148774_Status-all_Created-from-01-07-2025-to-01-09-2025.csv'
  return { name, bytes: new TextEncoder().encode(earlier) }
}

test('tickets that were decided are told column by column', async () => {
  const story = new Story()
  const [decided] = fixtures('seller-2025', /^Supplier-/)
  await story.upload(undecided(decided!))
  story.nextDay()
  await story.upload(decided!)
  const items = await listed(story)
  expect(items.length).toBeGreaterThan(0)
  for (const each of items) {
    expect(each.kind).toBe('claim')
    expect(each.changes).toContainEqual(expect.objectContaining({ column: 'state', from: 'open' }))
  }
})
