import { accept, deliverImport, FILES, idOf } from '../../support/worker/uploads'
import { newWorkspace, type TestWorkspace } from '../../support/worker/workspace'
import { expect, test } from 'vitest'

const AUGUST = 'from=2026-08-01&to=2026-08-31&basis=payment'

type Item = { sku: string; lines: Record<string, number | null>; lossCause: string | null }
type Skus = {
  items: Item[]
  nextCursor: string | null
  costState: string
  totals: { count: number; netProfit: number; lossMaking: number; costMissing: number }
}

async function withAugust(): Promise<TestWorkspace> {
  const workspace = await newWorkspace()
  const caller = await workspace.caller()
  const { upload } = await accept(caller, FILES.payments)
  await deliverImport(caller, idOf(upload))
  return workspace
}

async function skus({ request }: TestWorkspace, query: string): Promise<Skus> {
  const response = await request(`/api/skus?${query}`)
  expect(response.status, query).toBe(200)
  return response.json<Skus>()
}

test('the SKUs of a month add up to its settlement', async () => {
  const { items, totals } = await skus(await withAugust(), `${AUGUST}&limit=200`)
  expect(totals.count).toBe(items.length)
  // Of truth.json: August by payment month.
  expect(items.reduce((sum, { lines }) => sum + lines['settlement']!, 0)).toBe(43_105_36)
  expect(items.every(({ sku }) => sku !== '')).toBe(true)
})

test('each order pages through every SKU once', async () => {
  const workspace = await withAugust()
  for (const sort of ['netProfit', '-netProfit', 'sku', '-returnPct', 'marginPct']) {
    const whole = await skus(workspace, `${AUGUST}&sort=${sort}&limit=200`)
    const paged: string[] = []
    let cursor = ''
    do {
      const page = await skus(
        workspace,
        `${AUGUST}&sort=${sort}&limit=7${cursor && `&cursor=${cursor}`}`,
      )
      paged.push(...page.items.map(({ sku }) => sku))
      expect(page.totals).toEqual(whole.totals)
      cursor = page.nextCursor ?? ''
    } while (cursor)
    expect(paged, sort).toEqual(whole.items.map(({ sku }) => sku))
    expect(new Set(paged).size).toBe(paged.length)
  }
})

test('a search and a view narrow the list and its totals', async () => {
  const workspace = await withAugust()
  const found = await skus(workspace, `${AUGUST}&q=g36-RED`)
  expect(found.items.map(({ sku }) => sku)).toEqual(['G36-red-00'])
  expect(found.totals.count).toBe(1)
  const losing = await skus(workspace, `${AUGUST}&view=loss&limit=200`)
  for (const { lines } of losing.items) expect(lines['netProfit']).toBeLessThan(0)
})

test('before any cost is counted no SKU is told to earn or to lose', async () => {
  const { items } = await skus(await withAugust(), `${AUGUST}&limit=200`)
  for (const { lossCause, lines } of items)
    if (lines['cogs'] === null) expect(lossCause).toBe('cost_missing')
})

test('nobody sees the SKUs of another', async () => {
  const theirs = await withAugust()
  const mine = await newWorkspace()
  expect((await skus(mine, AUGUST)).items).toEqual([])
  const { stores } = await (await theirs.request('/api/me')).json<{ stores: { id: string }[] }>()
  expect((await mine.request(`/api/skus?${AUGUST}&store=${stores[0]!.id}`)).status).toBe(404)
})

test('what the list does not know is refused', async () => {
  const { request } = await newWorkspace()
  for (const query of [
    'sort=cogs',
    'view=best',
    'limit=201',
    'limit=0',
    'cursor=%00',
    'basis=bank',
  ])
    expect((await request(`/api/skus?${AUGUST}&${query}`)).status, query).toBe(400)
})

type Against = { sku: string; lines: Record<string, number | null>; against: unknown }

test('other days stand beside each SKU as they do by themselves, and a SKU they lack has none', async () => {
  const workspace = await withAugust()
  const parts = ['from=2026-08-01&to=2026-08-04', 'from=2026-08-05&to=2026-08-31'] as const
  const first = await skus(workspace, `${parts[0]}&basis=payment&limit=200`)
  const other = '&againstFrom=2026-08-01&againstTo=2026-08-04'
  const { items } = await skus(workspace, `${parts[1]}&basis=payment&limit=200${other}`)
  const before = new Map(first.items.map((each) => [each.sku, each]))
  const beside = items as unknown as Against[]
  for (const { sku, against } of beside) {
    const then = before.get(sku)
    if (then === undefined) expect(against, sku).toBeNull()
    else expect(against).toMatchObject({ netSales: then.lines['netSales'] })
  }
  expect(beside.some(({ against }) => against !== null)).toBe(true)
  expect(beside.some(({ against }) => against === null)).toBe(true)
})

test('days to compare with have a first and a last', async () => {
  const { request } = await newWorkspace()
  for (const half of ['againstFrom=2026-07-01', 'againstTo=2026-07-01']) {
    const response = await request(`/api/skus?${AUGUST}&${half}`)
    expect(response.status, half).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'invalid-period' })
  }
})
