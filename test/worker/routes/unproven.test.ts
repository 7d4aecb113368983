import { dayInIndia } from '#core/dates'
import {
  accept,
  bytesIn,
  deliverImport,
  idOf,
  judge,
  ordersFile,
  type TestFile,
} from '../../support/worker/uploads'
import { newWorkspace, type TestWorkspace } from '../../support/worker/workspace'
import { expect, test } from 'vitest'
import paymentsUrl from '../../fixtures/seller-2026/2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-07-01_2026-07-31.zip?url&inline'

const EARLY = '258000000000000001_1'
const LATE = '258000000000000002_1'
/** Neither is in the payments file of July, whose last payment is of the 31st. */
const ORDERS = ordersFile('2454257', [
  `DELIVERED,${EARLY},2026-07-01,Gujarat,Saree,S-1,Free Size,1,299,299,P1`,
  `DELIVERED,${LATE},2026-07-25,Gujarat,Saree,S-1,Free Size,1,299,299,P2`,
])
const PAYMENTS = {
  name: '2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-07-01_2026-07-31.zip',
  bytes: bytesIn(paymentsUrl),
}
const TODAY = 'asOf=2026-09-03'

type Standings = {
  buckets: { bucket: string; count: number; amount: number | null }[]
  unproven: (Doubt & { count: number; amount: number }) | null
}
type Doubt = { end: { paymentsTo: string | null } | null; missing: string[] }
type Orders = { items: { subOrderNo: string; expected: number; dueOn: string }[] }
type Discrepancies = { items: { id: string; subOrderNo: string }[] }
type Ticket = { unproven: (Doubt & { dueOn: string }) | null }

async function sellerWith(files: readonly TestFile[]): Promise<TestWorkspace> {
  const workspace = await newWorkspace()
  for (const file of files) {
    const caller = await workspace.caller()
    const { upload } = await accept(caller, file)
    await deliverImport(caller, idOf(upload))
    await judge(workspace)
  }
  return workspace
}

async function get<Answer>(workspace: TestWorkspace, path: string): Promise<Answer> {
  const response = await workspace.request(path)
  expect(response.status, path).toBe(200)
  return response.json<Answer>()
}

async function ticketOf(seller: TestWorkspace, subOrderNo: string, more = ''): Promise<Ticket> {
  const { items } = await get<Discrepancies>(
    seller,
    `/api/discrepancies?${TODAY}&rule=delivered_not_paid${more}`,
  )
  const found = items.find((each) => each.subOrderNo === subOrderNo)!
  return get(seller, `/api/discrepancies/${encodeURIComponent(found.id)}/ticket?${TODAY}${more}`)
}

test('what fell due after the payments files end is overdue, and not proven to be', async () => {
  const seller = await sellerWith([PAYMENTS, ORDERS])
  const { items } = await get<Orders>(seller, `/api/orders?${TODAY}&bucket=overdue`)
  const late = items.find(({ subOrderNo }) => subOrderNo === LATE)!
  const early = items.find(({ subOrderNo }) => subOrderNo === EARLY)!
  expect(items).toHaveLength(2)
  expect(early.dueOn <= '2026-07-31' && late.dueOn > '2026-07-31').toBe(true)

  const doubt = { end: { paymentsTo: '2026-07-31' }, missing: [] }
  const unproven = { count: 1, amount: late.expected, ...doubt }
  const now = await get<Standings>(seller, `/api/reconciliation?${TODAY}`)
  expect(now.buckets.find(({ bucket }) => bucket === 'overdue')?.count).toBe(2)
  expect(now.unproven).toEqual(unproven)
  const past = `&knownOn=${dayInIndia(new Date())}`
  const then = await get<Standings>(seller, `/api/reconciliation?${TODAY}${past}`)
  expect(then.unproven).toEqual(unproven)

  expect((await ticketOf(seller, EARLY)).unproven).toBeNull()
  const caution = { dueOn: late.dueOn, ...doubt }
  expect((await ticketOf(seller, LATE)).unproven).toEqual(caution)
  expect((await ticketOf(seller, LATE, past)).unproven).toEqual(caution)

  // On its due day it was not late yet.
  const before = await get<Standings>(seller, `/api/reconciliation?asOf=${late.dueOn}`)
  expect(before.unproven).toBeNull()
}, 60_000)

test('without a payments file nothing overdue is proven', async () => {
  const seller = await sellerWith([ORDERS])
  const { items } = await get<Orders>(seller, `/api/orders?${TODAY}&bucket=overdue`)
  const amount = items.reduce((sum, { expected }) => sum + expected, 0)
  const { unproven } = await get<Standings>(seller, `/api/reconciliation?${TODAY}`)
  expect(unproven).toEqual({ count: 2, amount, end: { paymentsTo: null }, missing: [] })
  expect((await ticketOf(seller, EARLY)).unproven).toMatchObject({ end: { paymentsTo: null } })
}, 60_000)

test('a month whose payments are missing before the files end leaves its deliveries unproven', async () => {
  const june = ordersFile('2454257', [
    `DELIVERED,258000000000000003_1,2026-06-01,Gujarat,Saree,S-1,Free Size,1,299,299,P3`,
    `DELIVERED,${EARLY},2026-07-01,Gujarat,Saree,S-1,Free Size,1,299,299,P1`,
  ])
  const seller = await sellerWith([PAYMENTS, june])
  const { items } = await get<Orders>(seller, `/api/orders?${TODAY}&bucket=overdue`)
  const ofJune = items.find(({ subOrderNo }) => subOrderNo !== EARLY)!
  expect(ofJune.dueOn < '2026-06-30').toBe(true)
  const unproven = { count: 1, amount: ofJune.expected, end: null, missing: ['2026-06'] }
  expect((await get<Standings>(seller, `/api/reconciliation?${TODAY}`)).unproven).toEqual(unproven)
  const past = `/api/reconciliation?${TODAY}&knownOn=${dayInIndia(new Date())}`
  expect((await get<Standings>(seller, past)).unproven).toEqual(unproven)
  const { unproven: caution } = await ticketOf(seller, ofJune.subOrderNo)
  expect(caution).toEqual({ dueOn: ofJune.dueOn, end: null, missing: ['2026-06'] })
}, 60_000)
