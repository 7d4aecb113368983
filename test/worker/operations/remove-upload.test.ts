import { storeId, subOrderNo } from '#core/ids'
import { findSubOrder } from '#db/ledger/queries/orders'
import {
  findUpload,
  markDone,
  markParsing,
  queueAgain,
  saveRowsRead,
} from '#db/control/queries/uploads'
import { listReportsOfUploads } from '#db/ledger/queries/reports'
import {
  accept,
  deliverImport,
  deliverRemoval,
  FILES,
  idOf,
  ordersFile,
  type TestFile,
} from '#test/support/worker/uploads'
import { newWorkspace } from '#test/support/worker/workspace'
import type { Caller } from '#worker/env'
import { runRemove, undoUpload } from '#worker/operations/remove-upload'
import { runImport } from '#worker/operations/run-import'
import type { Job } from '#worker/jobs/job'
import { expect, test } from 'vitest'

const newCaller = async () => (await newWorkspace()).caller()

async function imported(caller: Caller, file: TestFile) {
  const { upload } = await accept(caller, file)
  await deliverImport(caller, idOf(upload))
  return idOf(upload)
}

const statusOf = async (caller: Caller, id: ReturnType<typeof idOf>) =>
  (await findUpload(caller.db, caller.workspaceId, id))?.status

const reportsOf = (caller: Caller, id: ReturnType<typeof idOf>) =>
  listReportsOfUploads(caller.ledger, caller.workspaceId, [id])

const rowsOf = async (caller: Caller, id: ReturnType<typeof idOf>) =>
  (await reportsOf(caller, id)).map(({ kind, rows, newRows, sameRows }) => ({
    kind,
    rows,
    newRows,
    sameRows,
  }))

test('an undone upload is gone at once, and its reports once its job has run', async () => {
  const caller = await newCaller()
  const id = await imported(caller, FILES.orders)
  const jobs = await undoUpload(caller, id)
  expect(jobs).toEqual([
    JSON.stringify({ type: 'remove-upload', workspaceId: caller.workspaceId, uploadId: id }),
  ])
  await deliverRemoval(caller, id)
  await deliverRemoval(caller, id)
  expect(await reportsOf(caller, id)).toEqual([])
})

test('undoing twice, or what is not there, answers 404', async () => {
  const [mine, theirs] = [await newCaller(), await newCaller()]
  const { upload } = await accept(mine, FILES.orders)
  await expect(undoUpload(theirs, idOf(upload))).rejects.toMatchObject({ status: 404 })
  await undoUpload(mine, idOf(upload))
  await expect(undoUpload(mine, idOf(upload))).rejects.toMatchObject({ status: 404 })
})

test('a job to remove an upload that nobody undid does nothing', async () => {
  const caller = await newCaller()
  const id = await imported(caller, FILES.orders)
  const before = await rowsOf(caller, id)
  await deliverRemoval(caller, id)
  expect(await rowsOf(caller, id)).toEqual(before)
  expect(await statusOf(caller, id)).toBe('done')
})

test('rows that another file also holds are counted under it after an undo', async () => {
  const caller = await newCaller()
  const first = await imported(caller, FILES.payments)
  const second = await imported(caller, FILES.overlappingPayments)
  const before = await rowsOf(caller, second)
  expect(before.every(({ newRows }) => newRows === 0)).toBe(true)

  await undoUpload(caller, first)
  const jobs = (await runRemove(caller, first)).map((job) => JSON.parse(job) as Job)
  // The store is judged anew without the file, and the file that shared its rows is read again.
  expect(jobs).toMatchObject([
    { type: 'reconcile', workspaceId: caller.workspaceId },
    { type: 'import-upload', workspaceId: caller.workspaceId, uploadId: second },
  ])
  expect(await statusOf(caller, second)).toBe('queued')
  await deliverImport(caller, second)
  expect(await statusOf(caller, second)).toBe('done')
  const after = await rowsOf(caller, second)
  expect(after.map(({ newRows }) => newRows)).toEqual(before.map(({ rows }) => rows))
})

test('an undone file sent again counts as the first time', async () => {
  const caller = await newCaller()
  const first = await imported(caller, FILES.payments)
  const before = await rowsOf(caller, first)
  await undoUpload(caller, first)
  await deliverRemoval(caller, first)
  const again = await imported(caller, FILES.payments)
  expect(again).not.toBe(first)
  expect(await rowsOf(caller, again)).toEqual(before)
})

test('an upload undone while it is read leaves nothing counted', async () => {
  const caller = await newCaller()
  const { upload } = await accept(caller, FILES.payments)
  const reading = runImport(caller, idOf(upload))
  await undoUpload(caller, idOf(upload))
  await deliverRemoval(caller, idOf(upload))
  await reading.catch(() => undefined)
  await deliverImport(caller, idOf(upload))
  expect(await reportsOf(caller, idOf(upload))).toEqual([])
})

test('a reading that was queued again meanwhile does not end the new round', async () => {
  const caller = await newCaller()
  const { db, workspaceId, now } = caller
  const { upload } = await accept(caller, FILES.orders)
  const id = idOf(upload)
  const started = await markParsing(db, workspaceId, id)
  await queueAgain(db, workspaceId, id, '{}', now)
  const result = { storeId: undefined, rowsRead: 7, unrecognised: [], jobs: [] }
  await markDone(db, workspaceId, started!, result, now)
  expect(await saveRowsRead(db, workspaceId, started!, 9)).toBe(false)
  expect(await findUpload(db, workspaceId, id)).toMatchObject({ status: 'queued', rowsRead: 0 })
  await deliverImport(caller, id)
  expect(await statusOf(caller, id)).toBe('done')
})

test('an undone orders report gives its sub-orders back to the report that also has them', async () => {
  const caller = await newCaller()
  const rows = ['100000000000000001_1,2025-07-02', '100000000000000002_1,2025-07-03']
  const first = await imported(caller, ordersFile('12345', rows.slice(0, 1)))
  const second = await imported(caller, ordersFile('12345', rows))
  await undoUpload(caller, first)
  await runRemove(caller, first)
  expect(await findUpload(caller.db, caller.workspaceId, second)).toMatchObject({
    status: 'queued',
    round: 1,
  })
  await deliverImport(caller, second)
  const { storeId: store } = (await findUpload(caller.db, caller.workspaceId, second))!
  for (const row of rows) {
    const no = subOrderNo(row.split(',')[0]!)
    const found = await findSubOrder(caller.ledger, storeId(store!), no)
    expect(found).toMatchObject({ subOrderNo: no, uploadId: second })
  }
})
