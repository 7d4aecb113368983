import { newWorkspace, type TestWorkspace } from '../../support/worker/workspace'
import { expect, test } from 'vitest'

const RENT = { name: 'Rent', amount: 25_000_00, fromMonth: '2026-04' }

const add = (workspace: TestWorkspace, json: unknown) =>
  workspace.request('/api/overheads', { method: 'POST', json })

async function list(workspace: TestWorkspace) {
  const response = await workspace.request('/api/overheads')
  return (await response.json<{ items: { id: string; name: string }[] }>()).items
}

test('a monthly cost is added, listed, and taken out again', async () => {
  const workspace = await newWorkspace()
  const response = await add(workspace, RENT)
  expect(response.status).toBe(201)
  const { overhead } = await response.json<{ overhead: { id: string } }>()
  expect(overhead).toMatchObject({ ...RENT, toMonth: null })
  await add(workspace, { ...RENT, name: 'Helper', fromMonth: '2026-03', toMonth: '2026-03' })
  expect((await list(workspace)).map(({ name }) => name)).toEqual(['Helper', 'Rent'])
  const remove = () => workspace.request(`/api/overheads/${overhead.id}`, { method: 'DELETE' })
  expect((await remove()).status).toBe(204)
  expect((await remove()).status).toBe(404)
  expect((await list(workspace)).map(({ name }) => name)).toEqual(['Helper'])
})

test.each([
  ['no amount', { ...RENT, amount: 0 }],
  ['half a paisa', { ...RENT, amount: 0.5 }],
  ['a month that is none', { ...RENT, fromMonth: '2026-13' }],
  ['an end before its beginning', { ...RENT, toMonth: '2026-03' }],
  ['no name', { ...RENT, name: ' ' }],
])('%s is refused', async (_, json) => {
  const workspace = await newWorkspace()
  expect((await add(workspace, json)).status).toBe(400)
  expect(await list(workspace)).toEqual([])
})

test('another workspace neither sees it nor can take it out', async () => {
  const [mine, theirs] = [await newWorkspace(), await newWorkspace()]
  await add(mine, RENT)
  const [rent] = await list(mine)
  expect(await list(theirs)).toEqual([])
  const path = `/api/overheads/${rent!.id}`
  expect((await theirs.request(path, { method: 'DELETE' })).status).toBe(404)
  expect(await list(mine)).toHaveLength(1)
})
