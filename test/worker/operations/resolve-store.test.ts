import { storeId, supplierId } from '#core/ids'
import { addStore, listStores, type Store } from '#db/control/queries/stores'
import { storeRow } from '#test/support/worker/uploads'
import { newWorkspace } from '#test/support/worker/workspace'
import type { Caller } from '#worker/env'
import { storeResolver } from '#worker/operations/resolve-store'
import { expect, test } from 'vitest'

const newCaller = async () => (await newWorkspace()).caller()
const [ours, others] = [supplierId('12345'), supplierId('67890')]

async function added(caller: Caller, change: Partial<Store> = {}) {
  const store = storeRow(caller, change)
  await addStore(caller.db, store)
  return storeId(store.id)
}

const storesOf = async ({ db, workspaceId }: Caller) =>
  (await listStores(db, workspaceId)).map(({ id, name, supplierId }) => ({ id, name, supplierId }))

test('the first file of a supplier makes its store, and the next finds it', async () => {
  const caller = await newCaller()
  const id = await storeResolver(caller, undefined)(ours)
  expect(await storeResolver(caller, undefined)(ours)).toBe(id)
  expect(await storesOf(caller)).toEqual([{ id, name: 'Meesho 12345', supplierId: '12345' }])
})

test('two files of a new supplier at once make one store', async () => {
  const caller = await newCaller()
  const ids = await Promise.all([1, 2, 3, 4].map(() => storeResolver(caller, undefined)(ours)))
  expect(new Set(ids).size).toBe(1)
  expect(await storesOf(caller)).toHaveLength(1)
})

test('a chosen store takes files of its own supplier, and files that name none', async () => {
  const caller = await newCaller()
  const id = await added(caller, { supplierId: '12345' })
  expect(await storeResolver(caller, id)(ours)).toBe(id)
  expect(await storeResolver(caller, id)(undefined)).toBe(id)
})

test('a chosen store without a supplier becomes the store of the file', async () => {
  const caller = await newCaller()
  const id = await added(caller)
  expect(await storeResolver(caller, id)(ours)).toBe(id)
  expect(await storesOf(caller)).toMatchObject([{ id, supplierId: '12345' }])
  await expect(storeResolver(caller, id)(others)).rejects.toMatchObject({ code: 'other-supplier' })
})

test('a chosen store of another supplier refuses the file and names both', async () => {
  const caller = await newCaller()
  const id = await added(caller, { supplierId: '12345' })
  const refused = storeResolver(caller, id)(others)
  await expect(refused).rejects.toMatchObject({ code: 'other-supplier' })
  await expect(refused).rejects.toThrow(/67890.*12345/)
})

test('a chosen store without a supplier refuses the supplier of another store', async () => {
  const caller = await newCaller()
  const id = await added(caller)
  await added(caller, { supplierId: '12345', createdAt: 2 })
  await expect(storeResolver(caller, id)(ours)).rejects.toMatchObject({ code: 'other-supplier' })
})

test('the only store, still without a supplier, takes the first that a file names', async () => {
  const caller = await newCaller()
  const id = await added(caller)
  expect(await storeResolver(caller, undefined)(ours)).toBe(id)
  const second = await storeResolver(caller, undefined)(others)
  expect(second).not.toBe(id)
  expect(await storesOf(caller)).toMatchObject([
    { id, supplierId: '12345' },
    { id: second, supplierId: '67890' },
  ])
})

test('one of several stores without a supplier is not guessed', async () => {
  const caller = await newCaller()
  const [one, two] = [await added(caller), await added(caller, { createdAt: 2 })]
  const id = await storeResolver(caller, undefined)(ours)
  expect([one, two]).not.toContain(id)
  await expect(storeResolver(caller, undefined)(undefined)).rejects.toMatchObject({
    code: 'store-unknown',
  })
})

test('a file that names no supplier goes to the only store, or makes one', async () => {
  const caller = await newCaller()
  const resolved = await Promise.all(
    [1, 2, 3].map(() => storeResolver(caller, undefined)(undefined)),
  )
  expect(new Set(resolved).size).toBe(1)
  expect(await storesOf(caller)).toEqual([
    { id: resolved[0], name: 'My Meesho store', supplierId: null },
  ])
})

test('the sample store takes no file of the seller', async () => {
  const caller = await newCaller()
  const sample = await added(caller, { isSample: true })
  expect(await storeResolver(caller, undefined)(undefined)).not.toBe(sample)
  expect(await storeResolver(caller, undefined)(ours)).not.toBe(sample)
})

test('a file whose reports name two suppliers is refused', async () => {
  const caller = await newCaller()
  const resolve = storeResolver(caller, undefined)
  await resolve(ours)
  await expect(resolve(others)).rejects.toMatchObject({ code: 'other-supplier' })
})

test('the store of another workspace is never taken', async () => {
  const [mine, theirs] = [await newCaller(), await newCaller()]
  const foreign = await added(theirs, { supplierId: '12345' })
  expect(await storeResolver(mine, undefined)(ours)).not.toBe(foreign)
})
