import { addDays, dayInIndia } from '#core/dates'
import { accept, bytesIn, deliverImport, idOf, judge } from '../../support/worker/uploads'
import { newWorkspace, type TestWorkspace } from '../../support/worker/workspace'
import { beforeAll, expect, test } from 'vitest'
import claimsUrl from '../../fixtures/seller-2026/Supplier-2454257_Status-all_Created-from-01-06-2026-to-03-09-2026.csv?url&inline'
import deliveredUrl from '../../fixtures/seller-2026/completed_delivered__________2026-09-03_17-0-17_59_2454257__.csv?url&inline'
import julyPaymentsUrl from '../../fixtures/seller-2026/2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-07-01_2026-07-31.zip?url&inline'
import augustPaymentsUrl from '../../fixtures/seller-2026/2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-08-01_2026-08-31.zip?url&inline'
import septemberPaymentsUrl from '../../fixtures/seller-2026/2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-09-01_2026-09-30.zip?url&inline'
import juneOrdersUrl from '../../fixtures/seller-2026/Orders_2026-06-01_2026-06-30_2026-09-03_16_12-16_17_2454257.csv?url&inline'
import julyOrdersUrl from '../../fixtures/seller-2026/Orders_2026-07-01_2026-07-31_2026-09-03_16_12-16_17_2454257.csv?url&inline'
import augustOrdersUrl from '../../fixtures/seller-2026/Orders_2026-08-01_2026-08-31_2026-09-03_16_12-16_17_2454257.csv?url&inline'

/** seller-2026 as far as claims go: tickets, parcels that arrived, every payment and order. */
let workspace: TestWorkspace
beforeAll(async () => {
  workspace = await newWorkspace()
  const caller = await workspace.caller()
  for (const [name, url] of Object.entries({
    'Orders_2026-06-01_2026-06-30_2026-09-03_16_12-16_17_2454257.csv': juneOrdersUrl,
    'Orders_2026-07-01_2026-07-31_2026-09-03_16_12-16_17_2454257.csv': julyOrdersUrl,
    'Orders_2026-08-01_2026-08-31_2026-09-03_16_12-16_17_2454257.csv': augustOrdersUrl,
    '2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-07-01_2026-07-31.zip':
      julyPaymentsUrl,
    '2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-08-01_2026-08-31.zip':
      augustPaymentsUrl,
    '2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-09-01_2026-09-30.zip':
      septemberPaymentsUrl,
    'Supplier-2454257_Status-all_Created-from-01-06-2026-to-03-09-2026.csv': claimsUrl,
    'completed_delivered__________2026-09-03_17-0-17_59_2454257__.csv': deliveredUrl,
  })) {
    const { upload } = await accept(caller, { name, bytes: bytesIn(url) })
    await deliverImport(caller, idOf(upload))
  }
  await judge(workspace)
}, 60_000)

async function get<Answer>(path: string): Promise<Answer> {
  const response = await workspace.request(path)
  expect(response.status, path).toBe(200)
  return response.json<Answer>()
}

const TODAY = 'asOf=2026-09-03'

type Claims = {
  items: { ticketId: string; amount: number | null; creditState: string | null }[]
}

test('three of five approved tickets were credited, and two are late', async () => {
  const { items } = await get<Claims>(`/api/claims?${TODAY}&state=approved`)
  // Truth of seller-2026: claim_approved_not_credited names the two without a payment.
  expect(items.map(({ ticketId, amount, creditState }) => [ticketId, amount, creditState])).toEqual(
    [
      ['78498305', 269_10, 'credited'],
      ['95013919', 161_10, 'late'],
      ['33710387', 449_10, 'late'],
      ['86860588', 449_10, 'credited'],
      ['50491782', 809_10, 'credited'],
    ],
  )
  const rejected = await get<Claims>(`/api/claims?${TODAY}&state=rejected`)
  expect(rejected.items.every(({ creditState }) => creditState === null)).toBe(true)
})

type Summary = {
  states: { state: string; tickets: number; amount: number }[]
  credits: { state: string; tickets: number; amount: number; creditedAmount: number }[]
  byIssue: { key: string; tickets: number; approved: number; acceptancePct: number | null }[]
  byCourier: { key: string; tickets: number; approved: number; acceptancePct: number | null }[]
}

test('the claims of a season: what was approved, what came, and how often they are accepted', async () => {
  const { states, credits, byIssue, byCourier } = await get<Summary>(`/api/claims/summary?${TODAY}`)
  // Truth of seller-2026: 5 approved, 7 rejected, 4 open; ₹1,527.30 of claims in its payments.
  const counts = states.map(({ state, tickets, amount }) => [state, tickets, amount])
  expect(Object.fromEntries(counts.map(([state, ...rest]) => [state, rest]))).toEqual({
    approved: [5, 2_137_50],
    rejected: [7, 0],
    open: [4, 0],
    closed: [0, 0],
    unknown: [0, 0],
  })
  expect(credits).toEqual([
    { state: 'credited', tickets: 3, amount: 1_527_30, creditedAmount: 1_527_30 },
    { state: 'waiting', tickets: 0, amount: 0, creditedAmount: 0 },
    { state: 'late', tickets: 2, amount: 610_20, creditedAmount: 0 },
  ])
  expect(byIssue).toMatchObject([
    { key: 'I have received wrong return', tickets: 16, approved: 5, acceptancePct: 41.67 },
  ])
  for (const groups of [byIssue, byCourier]) {
    expect(groups.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(16)
    expect(groups.reduce((sum, { approved }) => sum + approved, 0)).toBe(5)
  }
})

async function creditsOfAugust(asOf: string): Promise<Summary['credits']> {
  const path = `/api/claims/summary?asOf=${asOf}&from=2026-08-01&to=2026-08-31`
  return (await get<Summary>(path)).credits
}

test('fourteen days after an approval its payment is late, and not before', async () => {
  // One ticket of August was approved, to be paid on 12 August.
  expect(await creditsOfAugust('2026-08-26')).toMatchObject([
    {},
    { tickets: 1, amount: 161_10 },
    { tickets: 0 },
  ])
  expect(await creditsOfAugust('2026-08-27')).toMatchObject([
    {},
    { tickets: 0 },
    { tickets: 1, amount: 161_10 },
  ])
})

type Claimable = {
  items: {
    id: string
    subOrderNo: string
    receivedOn: string
    claimBy: string
    daysLeft: number
    atStake: number
    source: { row: number }
  }[]
  total: { count: number; atStake: number }
  nextCursor: string | null
}

test('what can still be claimed comes by its deadline, with the days that are left', async () => {
  const { items, total } = await get<Claimable>(`/api/claims/claimable?${TODAY}`)
  // Received on 28 and 31 August and 1 September, without a ticket; prices of the orders report.
  expect(
    items.map(({ subOrderNo, receivedOn, claimBy, daysLeft, atStake }) => [
      subOrderNo,
      receivedOn,
      claimBy,
      daysLeft,
      atStake,
    ]),
  ).toEqual([
    ['258084368816996033_1', '2026-08-28', '2026-09-04', 1, 399_00],
    ['258066991012462519_1', '2026-08-31', '2026-09-07', 4, 499_00],
    ['258084025301538128_1', '2026-09-01', '2026-09-08', 5, 149_00],
  ])
  expect(total).toEqual({ count: 3, atStake: 1_047_00 })
  const first = await get<Claimable>(`/api/claims/claimable?${TODAY}&limit=2`)
  const rest = await get<Claimable>(
    `/api/claims/claimable?${TODAY}&limit=2&cursor=${first.nextCursor}`,
  )
  expect([...first.items, ...rest.items]).toEqual(items)
  expect(rest.nextCursor).toBeNull()
  const later = await get<Claimable>('/api/claims/claimable?asOf=2026-09-05')
  expect(later.items.map(({ daysLeft }) => daysLeft)).toEqual([2, 3])
})

type Ticket = { subject: string; text: string; evidence: { source: { row: number } | null }[] }

test('a parcel that can be claimed has a ticket ready, with the rows it rests on', async () => {
  const { items } = await get<Claimable>(`/api/claims/claimable?${TODAY}`)
  const { id, source } = items[0]!
  const ticket = await get<Ticket>(`/api/discrepancies/${id}/ticket?${TODAY}`)
  expect(ticket.subject).toBe('Wrong or damaged item in a customer return: 258084368816996033_1')
  const place = `completed_delivered__________2026-09-03_17-0-17_59_2454257__.csv, row ${source.row}`
  expect(ticket.text.split('\n')).toEqual([
    'Sub-order 258084368816996033_1: Wrong or damaged item in a customer return.',
    'Amount: ₹399.00.',
    'This is what your own reports show:',
    `- outcomeOn: 2026-08-28 (${place})`,
    `- quantity: 1 (${place})`,
    expect.stringMatching(/^- discountedPrice: ₹399\.00 \(Orders_2026-08-01.*\.csv, row \d+\)$/),
    'Please approve this claim; the opening video and the waybill image are attached.',
  ])
  expect(ticket.evidence.every((each) => each.source !== null)).toBe(true)
  // Once the window has closed there is nothing to write about.
  const late = await workspace.request(`/api/discrepancies/${id}/ticket?asOf=2026-09-20`)
  expect(late.status).toBe(404)
})

function decide(marks: readonly object[]): Promise<Response> {
  return workspace.request('/api/discrepancies', { method: 'PATCH', json: { marks } })
}

test('a window that was decided on is no more to be claimed, until the decision is taken back', async () => {
  const open = (await get<Claimable>(`/api/claims/claimable?${TODAY}`)).items
  const marks = open.slice(0, 2).map(({ id }) => ({ id, state: 'not_a_problem', note: 'As sold.' }))
  const response = await decide(marks)
  expect(response.status).toBe(200)
  expect((await get<Claimable>(`/api/claims/claimable?${TODAY}`)).items).toHaveLength(1)
  const { previous } = await response.json<{ previous: object[] }>()
  expect(previous).toEqual(marks.map(({ id }) => ({ id, state: 'open', note: '', ticketId: '' })))
  expect((await decide(previous)).status).toBe(200)
  expect((await get<Claimable>(`/api/claims/claimable?${TODAY}`)).items).toEqual(open)
})

test('many decisions are taken together or not at all', async () => {
  const open = (await get<Claimable>(`/api/claims/claimable?${TODAY}`)).items
  const good = { id: open[0]!.id, state: 'written_off' }
  expect((await decide([good, { id: 'nonsense', state: 'open' }])).status).toBe(404)
  expect((await decide([good, { id: open[1]!.id, state: 'claimed' }])).status).toBe(422)
  expect((await decide([])).status).toBe(400)
  const many = Array.from({ length: 201 }, () => good)
  expect((await decide(many)).status).toBe(400)
  expect((await get<Claimable>(`/api/claims/claimable?${TODAY}`)).items).toEqual(open)
  const theirs = await newWorkspace()
  const json = { marks: [good] }
  const stranger = await theirs.request('/api/discrepancies', { method: 'PATCH', json })
  expect(stranger.status).toBe(404)
})

type Order = {
  subOrder: { sku: string; source: { filename: string } }
  standing: { bucket: string; settled: number; dueOn: string } | null
  lines: { settlement: number }[]
  returns: { outcome: string; awb: string; source: { filename: string } }[]
  claims: { ticketId: string; creditState: string; credit: object | null }[]
  discrepancies: { rule: string; atStake: number; nextStep: string; state: string }[] | null
}

test('one sub-order answers with its parcels, tickets, bucket and what is wrong with it', async () => {
  const order = await get<Order>(`/api/orders/258077095533022106_1?${TODAY}`)
  expect(order).toMatchObject({
    subOrder: { sku: 'C97-blue-19' },
    standing: { bucket: 'returned' },
    returns: [{ outcome: 'delivered', awb: '53283229694432' }],
    claims: [{ ticketId: '33710387', creditState: 'late', credit: null }],
  })
  expect(order.returns[0]!.source.filename).toMatch(/^completed_delivered/)
  // Truth of seller-2026: this ticket was approved and never credited.
  expect(order.discrepancies).toMatchObject([
    {
      rule: 'claim_approved_not_credited',
      atStake: 449_10,
      state: 'open',
      nextStep: 'reopen_ticket',
    },
  ])
  const before = await get<Order>('/api/orders/258077095533022106_1?asOf=2026-07-30')
  expect(before.claims[0]!.creditState).toBe('waiting')
  expect(before.discrepancies).toEqual([])
})

test('nothing was known of a sub-order before the files came', async () => {
  const yesterday = addDays(dayInIndia(new Date()), -1)
  const path = `/api/orders/258077095533022106_1?knownOn=${yesterday}`
  expect((await workspace.request(path)).status).toBe(404)
})

type Returns = {
  total: { all: { parcels: number }; money: { claims: number } | null; orders: object | null }
  groups: { key: string; all: { parcels: number } }[]
}

test('returns are summed by courier for the days asked', async () => {
  const days = 'from=2026-06-01&to=2026-09-30'
  const { total, groups } = await get<Returns>(`/api/returns/summary?${days}&by=courier&${TODAY}`)
  // Truth of seller-2026: 115 parcels arrived.
  expect(total.all.parcels).toBe(115)
  expect(total.money!.claims).toBe(1_527_30)
  expect(groups.reduce((sum, { all }) => sum + all.parcels, 0)).toBe(115)
  const none = await get<Returns>('/api/returns/summary?from=2025-01-01&to=2025-01-31&by=sku')
  expect(none).toMatchObject({ total: { all: { parcels: 0 }, money: null }, groups: [] })
  const wrong = await workspace.request('/api/returns/summary?from=2026-02-01&to=2026-01-01&by=sku')
  expect(wrong.status).toBe(400)
})

test('a stranger sees none of it', async () => {
  const theirs = await newWorkspace()
  const { stores } = await get<{ stores: { id: string }[] }>('/api/me')
  const { items } = await get<Claimable>(`/api/claims/claimable?${TODAY}`)
  for (const path of [
    `/api/claims/claimable?store=${stores[0]!.id}`,
    `/api/claims/summary?store=${stores[0]!.id}`,
    `/api/returns/summary?from=2026-06-01&to=2026-06-30&by=sku&store=${stores[0]!.id}`,
    `/api/discrepancies/${items[0]!.id}/ticket`,
    '/api/orders/258077095533022106_1',
  ])
    expect((await theirs.request(path)).status, path).toBe(404)
})
