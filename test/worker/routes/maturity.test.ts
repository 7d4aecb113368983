import { accept, deliverImport, FILES, idOf } from '../../support/worker/uploads'
import { newWorkspace, type TestWorkspace } from '../../support/worker/workspace'
import { expect, test } from 'vitest'

type Maturity = {
  month: string
  figure: string
  isUpToDate: boolean
  subOrders: number
  finalBps: number | null
  settledBps: number | null
  settled: number
  range: object | null
  learnedFrom: string[]
  profit: object
}

async function withAugust(): Promise<TestWorkspace> {
  const workspace = await newWorkspace()
  const caller = await workspace.caller()
  for (const file of [FILES.payments, FILES.orders]) {
    const { upload } = await accept(caller, file)
    await deliverImport(caller, idOf(upload))
  }
  return workspace
}

async function maturity({ request }: TestWorkspace, query: string): Promise<Maturity> {
  const response = await request(`/api/maturity?${query}`)
  expect(response.status).toBe(200)
  return response.json<Maturity>()
}

test('a month says how far it has come, and which money it speaks of', async () => {
  const workspace = await withAugust()
  const orders = await (
    await workspace.request('/api/pnl?from=2026-06-01&to=2026-06-30&basis=order')
  ).json<{ groups: { lines: { settlement: number }; subOrders: number }[] }>()
  const june = await maturity(workspace, 'month=2026-06&asOf=2026-09-03')
  expect(june).toMatchObject({
    month: '2026-06',
    figure: 'settlement',
    // The files have just been read, and not been judged.
    isUpToDate: false,
    settled: orders.groups[0]!.lines.settlement,
    subOrders: orders.groups[0]!.subOrders,
    // August's payments alone tell the whole of no month.
    range: null,
    learnedFrom: [],
    // What it cost is not judged either, and is not taken for nothing.
    profit: { state: 'counting', soFar: null, range: null, backTest: null },
  })
  expect(june.finalBps).toBeGreaterThan(0)
})

test('a month of another is unknown, and their store is not found', async () => {
  const theirs = await withAugust()
  const mine = await newWorkspace()
  expect(await maturity(mine, 'month=2026-06')).toMatchObject({
    settled: null,
    subOrders: 0,
    finalBps: null,
    settledBps: null,
  })
  const { stores } = await (await theirs.request('/api/me')).json<{ stores: { id: string }[] }>()
  const response = await mine.request(`/api/maturity?month=2026-06&store=${stores[0]!.id}`)
  expect(response.status).toBe(404)
})

test('what is no month is refused', async () => {
  const { request } = await newWorkspace()
  for (const query of ['', 'month=2026-13', 'month=2026-06-01', 'month=2026-06&asOf=today'])
    expect((await request(`/api/maturity?${query}`)).status).toBe(400)
})
