import {
  accept,
  deliverImport,
  deliverRemoval,
  FILES,
  idOf,
  textFile,
} from '../../support/worker/uploads'
import { get, newWorkspace, type TestWorkspace } from '../../support/worker/workspace'
import { MAX_COST_LIST_BYTES } from '#worker/operations/import-costs'
import { undoUpload } from '#worker/operations/remove-upload'
import { runImport } from '#worker/operations/run-import'
import { expect, test } from 'vitest'

type Costs = {
  items: {
    sku: string
    inForce: { cost: number | null; packaging: number | null }
    costs: { effectiveFrom: string; cost: number | null; source: { row: number } | null }[]
  }[]
  nextCursor: string | null
  totals: { count: number } | null
}
type Imported = {
  dryRun: boolean
  new: number
  changed: number
  same: number
  rejected: number
  items: { sku: string; cost: number | null; before: { cost: number | null } | null }[]
  rejectedRows: { row: number; column: string; reason: string }[]
}

const set = (workspace: TestWorkspace, sku: string, json: unknown) =>
  workspace.request(`/api/costs/${encodeURIComponent(sku)}`, { method: 'PUT', json })

async function send(workspace: TestWorkspace, text: string, query = ''): Promise<Imported> {
  const response = await workspace.request(`/api/costs/import${query}`, {
    method: 'POST',
    body: text,
  })
  expect(response.status).toBe(200)
  return response.json<Imported>()
}

const LIST = [
  'SKU,Cost,Packaging,Effective From',
  'S-1,120.50,7,2026-06-01',
  'S-2,0,,2026-06-01',
  '"B7,""odd""-03",99,10,',
  'S-3,,,2026-06-01',
  '',
].join('\n')

test('a cost set by hand is in force from its day on, and the one before it until then', async () => {
  const workspace = await newWorkspace()
  const sku = 'B7,"odd"/ब्लू'
  const first = { effectiveFrom: '2026-06-01', cost: 100_00, packaging: 5_00 }
  expect((await set(workspace, sku, first)).status).toBe(200)
  expect((await set(workspace, sku, { effectiveFrom: '2026-07-01', cost: 110_00 })).status).toBe(
    200,
  )
  const inForce = async (asOf: string) =>
    (await get<Costs>(workspace, `/api/costs?asOf=${asOf}`)).items[0]
  expect(await inForce('2026-05-31')).toMatchObject({
    sku,
    inForce: { cost: null, packaging: null },
  })
  expect((await inForce('2026-06-30'))?.inForce).toEqual({ cost: 100_00, packaging: 5_00 })
  // Nothing was said of the packaging in July, so what was said in June still holds.
  expect((await inForce('2026-07-01'))?.inForce).toEqual({ cost: 110_00, packaging: 5_00 })
})

test('setting a cost again for the same day replaces it; setting it to unknown takes it away', async () => {
  const workspace = await newWorkspace()
  for (const cost of [100_00, 90_00])
    await set(workspace, 'S-1', { effectiveFrom: '2026-06-01', cost, packaging: null })
  const { items } = await get<Costs>(workspace, '/api/costs')
  expect(items).toMatchObject([{ sku: 'S-1', costs: [{ cost: 90_00, source: null }] }])
  await set(workspace, 'S-1', { effectiveFrom: '2026-06-01', cost: null })
  const after = await get<Costs>(workspace, '/api/costs')
  expect(after.items[0]?.inForce).toEqual({ cost: null, packaging: null })
})

test.each([
  ['a negative cost', { effectiveFrom: '2026-06-01', cost: -1 }],
  ['half a paisa', { effectiveFrom: '2026-06-01', cost: 1.5 }],
  ['more than a crore', { effectiveFrom: '2026-06-01', cost: 1_00_00_000_01 }],
  ['a day that is none', { effectiveFrom: '2026-02-30', cost: 1 }],
  ['no day', { cost: 1 }],
  ['no cost', { effectiveFrom: '2026-06-01' }],
])('%s is refused', async (_, json) => {
  const workspace = await newWorkspace()
  expect((await set(workspace, 'S-1', json)).status).toBe(400)
  expect((await get<Costs>(workspace, '/api/costs')).items).toEqual([])
})

test('a dry run says what a list would change and changes nothing', async () => {
  const workspace = await newWorkspace()
  await set(workspace, 'S-1', { effectiveFrom: '2026-06-01', cost: 100_00, packaging: 7_00 })
  const dry = await send(workspace, LIST, '?dryRun=1')
  expect(dry).toMatchObject({ dryRun: true, new: 2, changed: 1, same: 0, rejected: 1 })
  expect(dry.items).toMatchObject([
    { sku: 'S-1', cost: 120_50, before: { cost: 100_00 } },
    { sku: 'S-2', cost: 0, before: null },
    { sku: 'B7,"odd"-03', cost: 99_00, before: null },
  ])
  expect(dry.rejectedRows).toMatchObject([{ row: 5, column: 'Cost' }])
  const { items } = await get<Costs>(workspace, '/api/costs')
  expect(items).toMatchObject([{ sku: 'S-1', inForce: { cost: 100_00 } }])
})

test('a list takes effect at once, and sent again it changes nothing', async () => {
  const workspace = await newWorkspace()
  expect(await send(workspace, LIST)).toMatchObject({ dryRun: false, new: 3, changed: 0 })
  const { items } = await get<Costs>(workspace, '/api/costs?asOf=2026-06-01')
  expect(items.map(({ sku, inForce }) => [sku, inForce.cost])).toEqual([
    ['B7,"odd"-03', 99_00],
    ['S-1', 120_50],
    ['S-2', 0],
  ])
  expect(await send(workspace, LIST)).toMatchObject({ new: 0, changed: 0, same: 3, items: [] })
})

test('a list goes to the store it is sent for, and the other store has none of it', async () => {
  const workspace = await newWorkspace()
  const ids: string[] = []
  for (const name of ['One', 'Two']) {
    const json = { name, marketplace: 'meesho' }
    const made = await workspace.request('/api/stores', { method: 'POST', json })
    ids.push((await made.json<{ store: { id: string } }>()).store.id)
  }
  const unsure = await workspace.request('/api/costs/import', { method: 'POST', body: LIST })
  expect(unsure.status).toBe(422)
  expect(await unsure.json()).toMatchObject({ code: 'store-unknown' })
  for (const id of ids) await send(workspace, LIST, `?store=${id}`)
  for (const id of ids)
    expect((await get<Costs>(workspace, `/api/costs?store=${id}`)).items).toHaveLength(3)
})

test('what is no list of costs is refused in words', async () => {
  const workspace = await newWorkspace()
  const post = (body: string) => workspace.request('/api/costs/import', { method: 'POST', body })
  for (const text of ['hello', '', 'SKU,Price\nS-1,5\n']) {
    const response = await post(text)
    expect(response.status, text).toBe(422)
    expect(await response.json()).toMatchObject({ detail: expect.stringMatching(/^[A-Z].*\.$/) })
  }
  const twins = await post('SKU,Cost,Purchase Price\nS-1,5,6\n')
  expect(await twins.json()).toMatchObject({
    code: 'columns-unknown',
    detail: expect.stringContaining('“Purchase Price”'),
  })
})

test('a list of more than 5 MB is refused', async () => {
  const workspace = await newWorkspace()
  const body = 'x'.repeat(MAX_COST_LIST_BYTES + 1)
  const response = await workspace.request('/api/costs/import', { method: 'POST', body })
  expect(response.status).toBe(413)
})

test('an uploaded list leads to its rows, and a cost set by hand outlives its undo', async () => {
  const workspace = await newWorkspace()
  const caller = await workspace.caller()
  const { upload } = await accept(caller, textFile('costs.csv', LIST))
  await deliverImport(caller, idOf(upload))
  const { items } = await get<Costs>(workspace, '/api/costs?q=s-1')
  expect(items).toMatchObject([{ sku: 'S-1', costs: [{ cost: 120_50, source: { row: 2 } }] }])
  await set(workspace, 'S-1', { effectiveFrom: '2026-06-01', cost: 80_00 })
  await undoUpload(caller, idOf(upload))
  await deliverRemoval(caller, idOf(upload))
  const after = await get<Costs>(workspace, '/api/costs')
  expect(after.items).toMatchObject([{ sku: 'S-1', costs: [{ cost: 80_00, source: null }] }])
})

test('undoing a list that came after a cost set by hand brings that cost back', async () => {
  const workspace = await newWorkspace()
  await set(workspace, 'S-1', { effectiveFrom: '2026-06-01', cost: 80_00 })
  const caller = await workspace.caller(new Date(Date.now() + 60_000))
  const { upload } = await accept(caller, textFile('costs.csv', LIST))
  await runImport(caller, idOf(upload))
  const costOf = async () =>
    (await get<Costs>(workspace, '/api/costs?q=s-1')).items[0]?.costs.map(({ cost }) => cost)
  expect(await costOf()).toEqual([120_50])
  await undoUpload(caller, idOf(upload))
  await deliverRemoval(caller, idOf(upload))
  expect(await costOf()).toEqual([80_00])
})

test('SKUs that were ordered and have no cost are listed until they have one', async () => {
  const workspace = await newWorkspace()
  const caller = await workspace.caller()
  const { upload } = await accept(caller, FILES.orders)
  await deliverImport(caller, idOf(upload))
  type Missing = {
    items: { sku: string; units: number }[]
    totals: { skus: number; units: number }
  }
  const before = await get<Missing>(workspace, '/api/costs/missing')
  const [first] = before.items
  expect(before.totals.skus).toBeGreaterThan(20)
  await set(workspace, first!.sku, { effectiveFrom: '2026-06-30', cost: 1_00 })
  const after = await get<Missing>(workspace, '/api/costs/missing')
  expect(after.totals).toEqual({
    skus: before.totals.skus - 1,
    units: before.totals.units - first!.units,
  })
  // A cost from July on says nothing of June.
  const second = before.items[1]!
  await set(workspace, second.sku, { effectiveFrom: '2026-07-01', cost: 1_00 })
  expect((await get<Missing>(workspace, '/api/costs/missing')).totals).toEqual(after.totals)
})

const unitsBySku = (rows: readonly { sku: string; units: number }[]) =>
  Object.fromEntries(rows.map(({ sku, units }) => [sku, units]))

test('who has only payments files sees which SKUs have no cost, by the units that were paid for', async () => {
  const workspace = await newWorkspace()
  const caller = await workspace.caller()
  const { upload } = await accept(caller, FILES.payments)
  await deliverImport(caller, idOf(upload))
  type Missing = {
    items: { sku: string; units: number; subOrders: number; fromMonth: string }[]
    totals: { skus: number; units: number }
  }
  const missing = await get<Missing>(workspace, '/api/costs/missing')
  type Pnl = { groups: { key: string; units: number; subOrders: number }[] }
  const { groups } = await get<Pnl>(
    workspace,
    '/api/pnl?from=2026-01-01&to=2026-12-31&basis=order&group=sku',
  )
  const sold = groups.filter(({ subOrders }) => subOrders > 0)
  expect(sold.length).toBeGreaterThan(20)
  expect(unitsBySku(missing.items)).toEqual(
    unitsBySku(sold.map(({ key, units }) => ({ sku: key, units }))),
  )

  // A cost from its first month on takes a SKU from the list.
  const first = missing.items[0]!
  await set(workspace, first.sku, { effectiveFrom: `${first.fromMonth}-01`, cost: 1_00 })
  expect((await get<Missing>(workspace, '/api/costs/missing')).totals).toEqual({
    skus: missing.totals.skus - 1,
    units: missing.totals.units - first.units,
  })
})

test('costs page through every SKU once', async () => {
  const workspace = await newWorkspace()
  await send(workspace, LIST)
  const skus: string[] = []
  const counts: unknown[] = []
  let cursor = ''
  do {
    const page = await get<Costs>(workspace, `/api/costs?limit=1${cursor && `&cursor=${cursor}`}`)
    skus.push(...page.items.map(({ sku }) => sku))
    counts.push(page.totals)
    cursor = page.nextCursor ?? ''
  } while (cursor)
  expect(skus).toEqual(['B7,"odd"-03', 'S-1', 'S-2'])
  expect(counts).toEqual([{ count: 3 }, null, null])
  expect((await get<Costs>(workspace, '/api/costs?q=s-')).totals).toEqual({ count: 2 })
  expect((await get<Costs>(workspace, '/api/costs?knownOn=2020-01-01')).totals).toEqual({
    count: 0,
  })
})

test('another workspace sees none of it, and cannot name the store', async () => {
  const [mine, theirs] = [await newWorkspace(), await newWorkspace()]
  await set(mine, 'S-1', { effectiveFrom: '2026-06-01', cost: 1_00 })
  expect((await get<Costs>(theirs, '/api/costs')).items).toEqual([])
  const { stores } = await get<{ stores: { id: string }[] }>(mine, '/api/me')
  const store = stores[0]!.id
  for (const path of [`/api/costs?store=${store}`, `/api/costs/missing?store=${store}`])
    expect((await theirs.request(path)).status).toBe(404)
  const json = { effectiveFrom: '2026-06-01', cost: 1, store }
  expect((await set(theirs, 'S-1', json)).status).toBe(404)
})
