import { addDays, type BusinessDate, dayInIndia } from '#core/dates'
import { runImport } from '#worker/operations/run-import'
import { expect, test } from 'vitest'
import {
  accept,
  deliverImport,
  deliverRemoval,
  FILES,
  idOf,
  ordersFile,
  type TestFile,
} from '../../support/worker/uploads'
import { get, newWorkspace, type TestWorkspace } from '../../support/worker/workspace'

const DAY_MS = 24 * 60 * 60 * 1000
const AUGUST = 'from=2026-08-01&to=2026-08-31'

/** Uploads a file as if some days ago, and answers that day. */
async function uploadBefore(workspace: TestWorkspace, file: TestFile, days: number) {
  const caller = await workspace.caller(new Date(Date.now() - days * DAY_MS))
  const { upload } = await accept(caller, file)
  await runImport(caller, idOf(upload))
  return { id: idOf(upload), day: dayInIndia(caller.now) }
}

async function uploadNow(workspace: TestWorkspace, file: TestFile) {
  const caller = await workspace.caller()
  const { upload } = await accept(caller, file)
  await deliverImport(caller, idOf(upload))
}

type Known = { knownOn: string | null }
type Pnl = Known & { groups: { lines: Record<string, number | null> }[] }
type Payouts = Known & { items: { net: number; transactionIds: string[] }[] }
type Settlements = Known & { totals: { count: number; settlement: number } }
type Provenance = Known & { items: { value: number }[]; total: number; nextCursor: string | null }

/** What a seller asks of August, by what was known on a day or by all. */
async function figuresOf(workspace: TestWorkspace, day?: BusinessDate) {
  const then = day === undefined ? '' : `&knownOn=${day}`
  const pnl = await get<Pnl>(workspace, `/api/pnl?${AUGUST}&basis=payment${then}`)
  const payouts = await get<Payouts>(workspace, `/api/payouts?${AUGUST}${then}`)
  const lines = await get<Settlements>(workspace, `/api/settlements?${AUGUST}${then}`)
  expect([pnl.knownOn, payouts.knownOn, lines.knownOn]).toEqual(Array(3).fill(day ?? null))
  const { settlement, ads, bankReceipts, grossSales } = pnl.groups[0]?.lines ?? {}
  return {
    lines: [settlement, ads, bankReceipts, grossSales],
    payouts: payouts.items,
    totals: lines.totals,
  }
}

test('figures as known on a day are those of that day, though the file is undone since', async () => {
  const workspace = await newWorkspace()
  const { id, day } = await uploadBefore(workspace, FILES.payments, 10)
  const now = await figuresOf(workspace)
  expect(now.lines).toEqual([43_105_36, expect.any(Number), expect.any(Number), 75_422_00])
  expect(now.totals.count).toBe(178)
  expect(await figuresOf(workspace, day)).toEqual(now)

  expect((await workspace.request(`/api/uploads/${id}`, { method: 'DELETE' })).status).toBe(204)
  await deliverRemoval(await workspace.caller(), id)
  expect(await figuresOf(workspace, day)).toEqual(now)
  const nothing = { lines: [undefined, undefined, undefined, undefined], payouts: [] }
  expect(await figuresOf(workspace)).toMatchObject(nothing)
  expect(await figuresOf(workspace, addDays(day, -1))).toMatchObject(nothing)
})

test('a day to come is the same as now', async () => {
  const workspace = await newWorkspace()
  await uploadBefore(workspace, FILES.payments, 3)
  const tomorrow = addDays(dayInIndia(new Date()), 1)
  expect(await figuresOf(workspace, tomorrow)).toEqual(await figuresOf(workspace))
})

test('the cells of a figure as known on a day add up to it', async () => {
  const workspace = await newWorkspace()
  const { day } = await uploadBefore(workspace, FILES.overlappingPayments, 10)
  await uploadNow(workspace, FILES.payments)
  for (const figure of ['pnl.settlement', 'pnl.fees', 'pnl.ads', 'pnl.grossSales']) {
    const path = `/api/provenance?figure=${figure}&${AUGUST}&basis=payment&knownOn=${day}&limit=200`
    const found = await get<Provenance>(workspace, path)
    expect(found.nextCursor).toBeNull()
    expect(found.items.reduce((sum, { value }) => sum + value, 0)).toBe(found.total)
    const all = await get<Provenance>(workspace, path.replace(`&knownOn=${day}`, ''))
    expect(Math.abs(all.total)).toBeGreaterThan(Math.abs(found.total))
  }
})

const [A, B] = ['123456789012345678_1', '123456789012345679_1']

const row = (no: string, status: string) =>
  `${status},${no},2025-07-05,Gujarat,Saree,S-1,Free Size,1,299,299,P1`

test('sub-orders, buckets and restatements tell what a later file changed', async () => {
  const workspace = await newWorkspace()
  const { day } = await uploadBefore(
    workspace,
    ordersFile('990011', [row(A, 'SHIPPED'), row(B, 'SHIPPED')]),
    10,
  )
  await uploadNow(workspace, ordersFile('990011', [row(A, 'SHIPPED'), row(B, 'CANCELLED')]))

  const statusOf = async (then: string) =>
    (await get<{ subOrder: { status: string } }>(workspace, `/api/orders/${B}?${then}`)).subOrder
      .status
  expect(await statusOf('')).toBe('CANCELLED')
  expect(await statusOf(`knownOn=${day}`)).toBe('SHIPPED')
  const early = await workspace.request(`/api/orders/${B}?knownOn=${addDays(day, -1)}`)
  expect(early.status).toBe(404)

  type Buckets = Known & { buckets: { bucket: string; count: number }[]; total: { count: number } }
  const stands = await get<Buckets>(workspace, `/api/reconciliation?knownOn=${day}`)
  expect(stands).toMatchObject({ knownOn: day, total: { count: 2 } })
  expect(stands.buckets.find(({ bucket }) => bucket === 'open')?.count).toBe(2)
  type Orders = Known & { items: { subOrderNo: string }[]; nextCursor: string | null }
  const first = await get<Orders>(workspace, `/api/orders?bucket=open&knownOn=${day}&limit=1`)
  const second = await get<Orders>(
    workspace,
    `/api/orders?bucket=open&knownOn=${day}&limit=1&cursor=${first.nextCursor}`,
  )
  expect([...first.items, ...second.items].map((each) => each.subOrderNo)).toEqual([B, A])
  expect(second.nextCursor).toBeNull()
  expect(await get(workspace, `/api/discrepancies?knownOn=${day}`)).toMatchObject({
    knownOn: day,
    items: [],
    totals: [],
  })

  const today = dayInIndia(new Date())
  const { items } = await get<{ items: unknown[] }>(
    workspace,
    `/api/restatements?from=${addDays(today, -1)}&to=${today}`,
  )
  expect(items).toMatchObject([
    {
      kind: 'order',
      subOrderNo: B,
      cause: 'file',
      changes: [{ column: 'status', from: 'SHIPPED', to: 'CANCELLED' }],
      before: { row: 3 },
      after: { row: 3 },
    },
  ])
  expect(await get(workspace, `/api/restatements?from=${day}&to=${day}`)).toMatchObject({
    items: [],
  })
})

test('coverage as known on a day has no month that came later', async () => {
  const workspace = await newWorkspace()
  const { day } = await uploadBefore(workspace, FILES.payments, 10)
  await uploadNow(workspace, FILES.orders)
  type Coverage = { items: { kind: string; month: string; state: string }[] }
  const stateOf = async (then: string, kind: string, month: string) => {
    const { items } = await get<Coverage>(
      workspace,
      `/api/coverage?from=2026-06-01&to=2026-08-31${then}`,
    )
    return items.find((each) => each.kind === kind && each.month === month)?.state
  }
  expect(await stateOf('', 'orders', '2026-06')).toBe('complete')
  // A kind of report that nobody has sent yet is in no calendar.
  expect(await stateOf(`&knownOn=${day}`, 'orders', '2026-06')).toBeUndefined()
  expect(await stateOf(`&knownOn=${day}`, 'payments.orders', '2026-08')).not.toBe('missing')
})

test('a cost said today was not known yesterday, nor was the rent', async () => {
  const workspace = await newWorkspace()
  await uploadNow(workspace, FILES.orders)
  const said = { effectiveFrom: '2026-06-01', cost: 120_00, packaging: 5_00 }
  const put = await workspace.request('/api/costs/S-1', { method: 'PUT', json: said })
  expect(put.status).toBe(200)
  const rent = { name: 'Rent', amount: 5_000_00, fromMonth: '2026-06' }
  const post = await workspace.request('/api/overheads', { method: 'POST', json: rent })
  expect(post.status).toBe(201)
  type List = { items: unknown[] }
  const yesterday = addDays(dayInIndia(new Date()), -1)
  for (const path of ['/api/costs', '/api/overheads']) {
    expect((await get<List>(workspace, path)).items).toHaveLength(1)
    expect((await get<List>(workspace, `${path}?knownOn=${yesterday}`)).items).toEqual([])
  }
})

test('promises as known on a day are those of the newest report of then', async () => {
  const workspace = await newWorkspace()
  await uploadNow(workspace, FILES.payments)
  type Forecast = Known & {
    withoutEstimate: number | null
    stores: { snapshotOn: string | null }[]
  }
  const yesterday = addDays(dayInIndia(new Date()), -1)
  const found = await get<Forecast>(workspace, `/api/forecast?${AUGUST}&knownOn=${yesterday}`)
  expect(found).toMatchObject({ knownOn: yesterday, withoutEstimate: 0 })
  expect(found.stores).toMatchObject([{ snapshotOn: null, learnedFrom: 0 }])
})

test('the discrepancies of a day, as known on another, leave as the page shows them', async () => {
  const workspace = await newWorkspace()
  await uploadBefore(workspace, FILES.orders, 10)
  const { day } = await uploadBefore(workspace, FILES.payments, 10)
  type Wrong = {
    items: { subOrderNo: string; rule: string }[]
    totals: { count: number }[]
  }
  const asked = `asOf=2026-12-31&knownOn=${day}`
  const { items, totals } = await get<Wrong>(workspace, `/api/discrepancies?${asked}&limit=200`)
  expect(items.length).toBeGreaterThan(0)
  const response = await workspace.request(`/api/export/discrepancies.csv?${asked}`)
  expect(response.status).toBe(200)
  const rows = (await response.text()).trim().split('\r\n').slice(1)
  expect(rows).toHaveLength(totals.reduce((all, { count }) => all + count, 0))
  for (const [at, { subOrderNo, rule }] of items.entries())
    expect(rows[at]).toContain(`${subOrderNo},${rule}`)
  // Orders of June alone were sent, and lines of August's payments name the days of theirs.
  type Counts = { totals: { count: number }[] }
  const parts = []
  for (const days of ['to=2026-06-30', 'from=2026-07-01']) {
    const part = await get<Counts>(workspace, `/api/discrepancies?${asked}&${days}`)
    parts.push(part.totals.reduce((all, { count }) => all + count, 0))
    const file = await workspace.request(`/api/export/discrepancies.csv?${asked}&${days}`)
    expect((await file.text()).trim().split('\r\n').slice(1)).toHaveLength(parts.at(-1)!)
  }
  expect(Math.min(...parts)).toBeGreaterThan(0)
  expect(parts[0]! + parts[1]!).toBe(rows.length)
})
