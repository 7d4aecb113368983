import { dayInIndia } from '#core/dates'
import {
  accept,
  bytesIn,
  deliverImport,
  idOf,
  judge,
  ordersFile,
} from '../../support/worker/uploads'
import { newWorkspace, type TestWorkspace } from '../../support/worker/workspace'
import { beforeAll, describe, expect, test } from 'vitest'
import ordersUrl from '../../fixtures/seller-2026/Orders_2026-07-01_2026-07-31_2026-09-03_16_12-16_17_2454257.csv?url&inline'
import returnsUrl from '../../fixtures/seller-2026/completed_lost__________2026-09-03_17-0-17_59_2454257__.csv?url&inline'
import claimsUrl from '../../fixtures/seller-2026/Supplier-2454257_Status-all_Created-from-01-06-2026-to-03-09-2026.csv?url&inline'
import paymentsUrl from '../../fixtures/seller-2026/2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-07-01_2026-07-31.zip?url&inline'

const TODAY = 'asOf=2026-09-03'
const ORDERS = 'Orders_2026-07-01_2026-07-31_2026-09-03_16_12-16_17_2454257.csv'
const RETURNS = 'completed_lost__________2026-09-03_17-0-17_59_2454257__.csv'
const CLAIMS = 'Supplier-2454257_Status-all_Created-from-01-06-2026-to-03-09-2026.csv'
const PAYMENTS =
  '2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-07-01_2026-07-31.zip'

async function sellerWith(files: Readonly<Record<string, string>>): Promise<TestWorkspace> {
  const workspace = await newWorkspace()
  for (const [name, url] of Object.entries(files)) await add(workspace, name, url)
  return workspace
}

async function add(workspace: TestWorkspace, name: string, url: string): Promise<void> {
  const caller = await workspace.caller()
  const { upload } = await accept(caller, { name, bytes: bytesIn(url) })
  await deliverImport(caller, idOf(upload))
  await judge(workspace)
}

async function get<Answer>(workspace: TestWorkspace, path: string): Promise<Answer> {
  const response = await workspace.request(path)
  expect(response.status, path).toBe(200)
  return response.json<Answer>()
}

type Standings = {
  buckets: { bucket: string; count: number; amount: number | null; unknown: number }[]
}
type Orders = {
  items: { subOrderNo: string; bucket: string; settled: number | null; expected: number | null }[]
  totals: { count: number; amount: number | null } | null
}
type Discrepancies = {
  items: { rule: string; atStake: number | null }[]
  totals: { rule: string; count: number; atStake: number | null }[]
}
type Summary = { credits: { state: string; tickets: number; creditedAmount: number | null }[] }

const rtoRow = (no: number) =>
  `RTO_COMPLETE,2580000000000000${no}_1,2026-07-10,Gujarat,Saree,S-1,Free Size,1,299,299,P1`

/** What one bucket says, in the list of all and in its own. */
async function saidOf(workspace: TestWorkspace, bucket: string, more = '') {
  const all = await get<Standings>(workspace, `/api/reconciliation?${TODAY}${more}`)
  const { items, totals } = await get<Orders>(
    workspace,
    `/api/orders?${TODAY}&bucket=${bucket}&limit=200${more}`,
  )
  const total = all.buckets.find((each) => each.bucket === bucket)!
  return { total, totals, settled: [...new Set(items.map((each) => each.settled))] }
}

describe('with the orders of July and no payments file', () => {
  let seller: TestWorkspace
  beforeAll(async () => {
    seller = await sellerWith({ [ORDERS]: ordersUrl })
  }, 60_000)

  test.each(['rto', 'lost', 'cancelled', 'exchanged'])(
    'nobody knows what was settled for what is %s',
    async (bucket) => {
      const { total, totals, settled } = await saidOf(seller, bucket)
      expect(total.count).toBeGreaterThan(0)
      expect(total).toEqual({ bucket, count: total.count, amount: null, unknown: total.count })
      expect(totals).toEqual({ count: total.count, amount: null })
      expect(settled).toEqual([null])
    },
  )

  test('nor does a search among them, or one sub-order, or that day looked at later', async () => {
    const { items, totals } = await get<Orders>(
      seller,
      `/api/orders?${TODAY}&bucket=rto&q=25&limit=200`,
    )
    expect(totals).toEqual({ count: items.length, amount: null })
    const one = await get<{ standing: { settled: number | null } }>(
      seller,
      `/api/orders/${items[0]!.subOrderNo}?${TODAY}`,
    )
    expect(one.standing.settled).toBeNull()
    const past = `&knownOn=${dayInIndia(new Date())}`
    expect((await saidOf(seller, 'rto', past)).total).toMatchObject({ amount: null })
    expect((await saidOf(seller, 'rto', past)).settled).toEqual([null])
  })

  test('what their buyers paid for is still expected, by the prices of the file', async () => {
    const { total } = await saidOf(seller, 'overdue')
    const { items } = await get<Orders>(seller, `/api/orders?${TODAY}&bucket=overdue&limit=200`)
    const expected = items.reduce((sum, each) => sum + each.expected!, 0)
    expect(total).toMatchObject({ amount: expected, unknown: 0 })
    expect(expected).toBeGreaterThan(0)
  })

  test('no share of the month’s money is settled or not', async () => {
    expect(await get(seller, `/api/maturity?month=2026-07&${TODAY}`)).toMatchObject({
      settledBps: null,
      settled: null,
    })
  })

  test('a payments file tells: what it does not name was settled nothing until now', async () => {
    const later = await sellerWith({ [ORDERS]: ordersUrl, [PAYMENTS]: paymentsUrl })
    const { total, settled } = await saidOf(later, 'cancelled')
    expect(total).toMatchObject({ amount: 0, unknown: 0 })
    expect(settled).toEqual([0])
    const { settledBps } = await get<{ settledBps: number | null }>(
      later,
      `/api/maturity?month=2026-07&${TODAY}`,
    )
    expect(settledBps).toBeGreaterThan(0)
  }, 60_000)
})

test('two stores: the one with payments has its sum, and the other is counted as unknown', async () => {
  const seller = await sellerWith({ [ORDERS]: ordersUrl, [PAYMENTS]: paymentsUrl })
  const before = (await saidOf(seller, 'rto')).total
  const caller = await seller.caller()
  const { upload } = await accept(caller, ordersFile('7777777', [rtoRow(10), rtoRow(11)]))
  await deliverImport(caller, idOf(upload))
  await judge(seller, 1)
  const { total } = await saidOf(seller, 'rto')
  expect(total.amount).toBe(before.amount)
  expect([total.count - before.count, total.unknown]).toEqual([2, 2])
  const found = await get<Orders>(seller, `/api/orders?${TODAY}&bucket=rto&q=258000000000000010_1`)
  expect(found.items.map(({ settled }) => settled)).toEqual([null])
  expect(found.totals).toEqual({ count: 1, amount: null })
}, 60_000)

test('with a returns file only, what a lost parcel was worth is unknown, not nothing', async () => {
  const seller = await sellerWith({ [RETURNS]: returnsUrl })
  const { items, totals } = await get<Discrepancies>(seller, `/api/discrepancies?${TODAY}`)
  // The file names two: one was lost on 1 August, the other not yet thirty days ago.
  expect(items.map(({ rule, atStake }) => [rule, atStake])).toEqual([
    ['return_lost_uncompensated', null],
  ])
  expect(totals).toMatchObject([{ rule: 'return_lost_uncompensated', count: 1, atStake: null }])
}, 60_000)

test('with tickets only, nobody knows what of them was credited', async () => {
  const seller = await sellerWith({ [CLAIMS]: claimsUrl })
  const { credits } = await get<Summary>(seller, `/api/claims/summary?${TODAY}`)
  expect(credits.every(({ creditedAmount }) => creditedAmount === null)).toBe(true)
}, 60_000)
