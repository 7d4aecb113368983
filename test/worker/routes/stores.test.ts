import { stores } from '#db/control/schema/workspaces'
import { MAX_STORES } from '#worker/operations/open-store'
import { randomId } from '#worker/random'
import { expect, test } from 'vitest'
import { newWorkspace, type TestWorkspace } from '../../support/worker/workspace'

type Store = { id: string; name: string; supplierId: string | null; gstScheme: string }

function add(workspace: TestWorkspace, json: object) {
  const store = { name: 'Main', marketplace: 'meesho', ...json }
  return workspace.request('/api/stores', { method: 'POST', json: store })
}
async function added(workspace: TestWorkspace, json: object = {}): Promise<Store> {
  const response = await add(workspace, json)
  expect(response.status).toBe(201)
  return (await response.json<{ store: Store }>()).store
}
function change(workspace: TestWorkspace, id: string, json: object) {
  return workspace.request(`/api/stores/${id}`, { method: 'PATCH', json })
}
async function list(workspace: TestWorkspace) {
  return (await (await workspace.request('/api/stores')).json<{ items: Store[] }>()).items
}

test('a store is added with what a seller usually is, and listed', async () => {
  const workspace = await newWorkspace(new Date())
  const store = await added(workspace)
  expect(store).toEqual({
    id: expect.any(String),
    name: 'Main',
    marketplace: 'meesho',
    supplierId: null,
    gstScheme: 'regular',
    cogsPolicy: 'kept',
    isSample: false,
    createdAt: expect.stringMatching(/Z$/),
  })
  expect(await list(workspace)).toEqual([store])
  const me = await workspace.request('/api/me')
  expect(await me.json()).toMatchObject({ stores: [store] })
})

test('no seller sees or changes another’s store', async () => {
  const [mine, theirs] = [await newWorkspace(), await newWorkspace()]
  const store = await added(theirs)
  expect(await list(mine)).toEqual([])
  expect((await change(mine, store.id, { name: 'Mine now' })).status).toBe(404)
  expect(await list(theirs)).toEqual([store])
})

test('a supplier id belongs to one store of a workspace', async () => {
  const [mine, theirs] = [await newWorkspace(), await newWorkspace()]
  await added(mine, { supplierId: '2454257' })
  const twice = await add(mine, { supplierId: '2454257' })
  expect(twice.status).toBe(409)
  expect(await twice.json()).toMatchObject({ code: 'store-exists' })
  await added(theirs, { supplierId: '2454257' })
})

test('several stores may wait for their supplier id', async () => {
  const workspace = await newWorkspace()
  await added(workspace)
  await added(workspace)
  expect(await list(workspace)).toHaveLength(2)
})

test('a supplier id is set once, and setting it again to the same changes nothing', async () => {
  const workspace = await newWorkspace()
  const { id } = await added(workspace)
  expect((await change(workspace, id, { supplierId: '2454257' })).status).toBe(200)
  expect((await change(workspace, id, { supplierId: '2454257' })).status).toBe(200)

  const other = await change(workspace, id, { supplierId: '1148774' })
  expect(other.status).toBe(409)
  expect(await other.json()).toMatchObject({ code: 'supplier-id-set' })
  expect(await list(workspace)).toMatchObject([{ supplierId: '2454257' }])
})

test('a supplier id that another store has cannot be set', async () => {
  const workspace = await newWorkspace()
  await added(workspace, { supplierId: '2454257' })
  const { id } = await added(workspace)
  const response = await change(workspace, id, { supplierId: '2454257' })
  expect(response.status).toBe(409)
  expect(await response.json()).toMatchObject({ code: 'store-exists' })
})

test('name, GST scheme and cost policy change one by one', async () => {
  const workspace = await newWorkspace()
  const store = await added(workspace, { supplierId: '2454257' })
  await change(workspace, store.id, { name: 'Sarees' })
  await change(workspace, store.id, { gstScheme: 'none' })
  await change(workspace, store.id, { cogsPolicy: 'all_shipped' })
  const nothing = await change(workspace, store.id, {})
  const expected = { ...store, name: 'Sarees', gstScheme: 'none', cogsPolicy: 'all_shipped' }
  expect(await nothing.json()).toEqual({ store: expected })
})

test('nobody moves a store, or makes it a sample, by sending more fields', async () => {
  const [mine, theirs] = [await newWorkspace(), await newWorkspace()]
  const store = await added(mine)
  const json = { workspaceId: theirs.workspaceId, isSample: true, id: randomId(), createdAt: 0 }
  expect((await change(mine, store.id, json)).status).toBe(200)
  expect(await list(mine)).toEqual([store])
})

test.each(['1', '1234567890123', '24x', ''])('%j is no supplier id', async (supplierId) => {
  expect((await add(await newWorkspace(), { supplierId })).status).toBe(400)
})

test('a workspace has at most fifty stores', async () => {
  const workspace = await newWorkspace()
  const { db, workspaceId } = await workspace.caller()
  const rest = Array.from({ length: MAX_STORES - 1 }, () => ({
    id: randomId(),
    workspaceId,
    name: 'Main',
    marketplace: 'meesho' as const,
    createdAt: 0,
  }))
  for (let at = 0; at < rest.length; at += 10) {
    await db.insert(stores).values(rest.slice(at, at + 10))
  }
  expect((await add(workspace, {})).status).toBe(201)
  const tooMany = await add(workspace, {})
  expect(tooMany.status).toBe(409)
  expect(await tooMany.json()).toMatchObject({ code: 'too-many-stores' })
})
