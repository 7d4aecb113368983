import { businessDate } from '#core/dates'
import {
  addReturnGroups,
  RETURN_GROUPINGS,
  type ReturnGrouping,
} from '#core/returns/return-summary'
import { readReturnSummary } from '#engine/read-return-summary'
import { beforeAll, expect, test } from 'vitest'
import {
  fixtures,
  newSeller,
  ORDERS,
  PAYMENTS,
  RETURNS,
  type Seller,
  upload,
} from '../support/node/ledger'

let seller: Seller
beforeAll(async () => {
  seller = newSeller()
  for (const pattern of [ORDERS, RETURNS, PAYMENTS]) {
    for (const file of fixtures('seller-2026', pattern)) await upload(seller, file)
  }
}, 60_000)

const WHOLE = ['2026-06-01', '2026-09-30'] as const

async function summary(
  by: ReturnGrouping,
  [from, to]: readonly [string, string] = WHOLE,
  { asOf = '2026-09-03', knownAt }: { asOf?: string; knownAt?: number } = {},
) {
  const days = { from: businessDate(from), to: businessDate(to) }
  const period = { storeIds: [seller.storeId], ...days, by, knownAt }
  const found = await readReturnSummary(seller.ledger, period, businessDate(asOf))
  return found!
}

test('every parcel of the four returns files is counted once, by how far it has come and by why', async () => {
  const { total, undated } = await summary('sku')
  // Truth of seller-2026: 8 in transit and 7 out for delivery, 115 delivered, 2 lost; 32 from buyers.
  expect(total.counts).toMatchObject({
    all: { parcels: 132 },
    inTransit: { parcels: 15 },
    received: { parcels: 115 },
    lost: { parcels: 2 },
    disposed: { parcels: 0 },
    customer: { parcels: 32 },
    rto: { parcels: 100 },
  })
  expect(undated.parcels).toBe(0)
})

test('of 525 dispatched orders 100 never arrived, and buyers sent back 32 of the 393 that did', async () => {
  // Truth of seller-2026: 601 sub-orders, 76 cancelled; 90 + 4 + 4 + 2 in a state of RTO; 389 + 4 arrived.
  const orders = { dispatched: 525, delivered: 393, returned: 32, rto: 100 }
  for (const by of RETURN_GROUPINGS) expect((await summary(by)).total.orders).toEqual(orders)
  const { groups } = await summary('courier')
  expect(groups.every((group) => group.orders === null)).toBe(true)
})

test('the sub-orders that came back hold every sale that was reversed, and their settlement adds up', async () => {
  const { money } = (await summary('reason')).total
  // Truth of seller-2026: its sales returned and its claims, in all.
  expect(money).toMatchObject({ subOrders: 132, salesReturned: -45_486_00, claims: 1_527_30 })
  expect(money.settledSubOrders).toBeLessThan(132)
})

test.each(RETURN_GROUPINGS)('the lines by %s add up to the total', async (by) => {
  for (const days of [WHOLE, ['2026-07-01', '2026-07-31']] as const) {
    const { total, groups } = await summary(by, days)
    expect(groups.length).toBeGreaterThan(1)
    const [first, ...rest] = groups
    const added = rest.reduce(addReturnGroups, first!)
    expect({ ...added.counts }).toEqual(total.counts)
    expect(added.money).toEqual(total.money)
    if (by === 'sku' || by === 'state') expect(added.orders).toEqual(total.orders)
    const { all, inTransit, received, lost, disposed, customer, rto, unknownType } = total.counts
    for (const parts of [
      [inTransit, received, lost, disposed],
      [customer, rto, unknownType],
    ]) {
      expect(parts.reduce((sum, { parcels }) => sum + parcels, 0)).toBe(all.parcels)
      expect(parts.reduce((sum, { units }) => sum + units, 0)).toBe(all.units)
    }
  }
})

test('months of creation add up to the whole', async () => {
  const months = ['2026-06', '2026-07', '2026-08', '2026-09']
  let parcels = 0
  for (const month of months) {
    parcels += (await summary('sku', [`${month}-01`, `${month}-30`])).total.counts.all.parcels
    if (month !== '2026-06' && month !== '2026-09') {
      parcels += (await summary('sku', [`${month}-31`, `${month}-31`])).total.counts.all.parcels
    }
  }
  expect(parcels).toBe(132)
})

async function overdue(asOf: string): Promise<number> {
  return (await summary('sku', WHOLE, { asOf })).total.counts.overdue.parcels
}

test('a parcel still on its way is overdue from the twenty-second day', async () => {
  expect(await overdue('2026-09-03')).toBe(0)
  // Nothing more arrives in these files: on a later day everything on its way is late.
  expect(await overdue('2026-10-31')).toBe(15)
})

test('before the files were imported nothing was known of them', async () => {
  const { total } = await summary('courier', WHOLE, { knownAt: Date.parse('2026-09-03T11:59:00Z') })
  expect(total.counts.all.parcels).toBe(0)
  expect(total.orders).toBeNull()
  const after = await summary('courier', WHOLE, { knownAt: Date.parse('2026-09-03T12:00:01Z') })
  expect(after.total.counts.all.parcels).toBe(132)
  expect(after.total.money.salesReturned).toBe(-45_486_00)
})
