import { storeId } from '#core/ids'
import { openDb, type SqlDatabase } from '#db/client'
import { addStore, listStores } from '#db/control/queries/stores'
import { findUpload, markRemoved } from '#db/control/queries/uploads'
import { listReportsOfUploads } from '#db/ledger/queries/reports'
import {
  accept,
  deliver,
  deliverImport,
  deliverRemoval,
  FILES,
  idOf,
  ordersFile,
  storeRow,
  type TestFile,
  textFile,
} from '#test/support/worker/uploads'
import { newWorkspace } from '#test/support/worker/workspace'
import type { Bindings, Caller } from '#worker/env'
import { runImport } from '#worker/operations/run-import'
import { randomId } from '#worker/random'
import { objectKey } from '#worker/uploaded-bytes'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

const newCaller = async () => (await newWorkspace()).caller()
const look = (caller: Caller, upload: { id: string }) =>
  findUpload(caller.db, caller.workspaceId, idOf(upload as Parameters<typeof idOf>[0]))

async function imported(caller: Caller, file: TestFile) {
  const { upload } = await accept(caller, file)
  await deliverImport(caller, idOf(upload))
  return (await look(caller, upload))!
}

const reportsOf = (caller: Caller, upload: Parameters<typeof idOf>[0]) =>
  listReportsOfUploads(caller.ledger, caller.workspaceId, [idOf(upload)])

/** Rows of a ledger table that this workspace's stores hold. */
async function ledgerOf(caller: Caller, workspaceLedger: D1Database, table: string) {
  const stores = await listStores(caller.db, caller.workspaceId)
  const ids = JSON.stringify(stores.map(({ id }) => id))
  const { results } = await workspaceLedger
    .prepare(`SELECT * FROM ${table} WHERE store_id IN (SELECT value FROM json_each(?))`)
    .bind(ids)
    .all()
  return results
}

test('a file is read, and its upload is done with its counts', async () => {
  const caller = await newCaller()
  const upload = await imported(caller, FILES.orders)
  expect(upload).toMatchObject({ status: 'done', errorCode: null, unrecognised: '[]' })
  const [report, ...others] = await reportsOf(caller, upload)
  expect(others).toEqual([])
  expect(report).toMatchObject({ kind: 'orders', state: 'read', rejectedRows: 0 })
  expect(report!.rows).toBeGreaterThan(50)
  expect(report!.newRows).toBe(report!.rows)
  expect(upload.rowsRead).toBe(report!.rows)
  const [store] = await listStores(caller.db, caller.workspaceId)
  expect(store).toMatchObject({ supplierId: '2454257', name: 'Meesho 2454257' })
  expect(upload.storeId).toBe(store!.id)
})

test('a job delivered again, after it was done, changes nothing', async () => {
  const caller = await newCaller()
  const upload = await imported(caller, FILES.payments)
  const reports = await reportsOf(caller, upload)
  const again = await deliverImport(caller, idOf(upload))
  expect(again.explicitAcks).toHaveLength(1)
  expect(await look(caller, upload)).toEqual(upload)
  expect(await reportsOf(caller, upload)).toEqual(reports)
})

test('a job delivered three times at once ends as if it came once', async () => {
  const [once, thrice] = [await newWorkspace(), await newWorkspace()]
  const [one, three] = [await once.caller(), await thrice.caller()]
  const expected = await imported(one, FILES.payments)
  const { upload } = await accept(three, FILES.payments)
  await Promise.all([1, 2, 3].map(() => deliverImport(three, idOf(upload))))
  // Whoever lost a race is told to come again.
  await deliverImport(three, idOf(upload))

  const found = (await look(three, upload))!
  expect(found).toMatchObject({ status: 'done', rowsRead: expected.rowsRead })
  const counts = (reports: Awaited<ReturnType<typeof reportsOf>>) =>
    reports.map(({ kind, rows, newRows, changedRows, sameRows }) => [
      kind,
      rows,
      newRows,
      changedRows,
      sameRows,
    ])
  expect(counts(await reportsOf(three, found))).toEqual(counts(await reportsOf(one, expected)))
})

/** A ledger whose connection breaks before the batch of this number. */
function breakingAt(ledger: D1Database, batch: number): SqlDatabase {
  let batches = 0
  return {
    prepare: (query) => ledger.prepare(query) as unknown as ReturnType<SqlDatabase['prepare']>,
    batch: ((statements: D1PreparedStatement[]) => {
      batches += 1
      if (batches >= batch) throw new Error('connection lost')
      return ledger.batch(statements)
    }) as unknown as SqlDatabase['batch'],
  }
}

const sums = async (caller: Caller, upload: Parameters<typeof idOf>[0]) =>
  (await reportsOf(caller, upload)).map(({ kind, state, rows, newRows, rejectedRows }) => [
    kind,
    state,
    rows,
    newRows,
    rejectedRows,
  ])

test('a job killed at any step and delivered again ends as if nothing had happened', async () => {
  const calm = await newCaller()
  const expected = await imported(calm, FILES.payments)
  for (const batch of [1, 2, 3, 4, 5, 6]) {
    const workspace = await newWorkspace()
    const caller = await workspace.caller()
    const { upload } = await accept(caller, FILES.payments)
    const ledger = openDb(breakingAt(shardOf(env, workspace.ledger), batch))
    const killed = runImport({ ...caller, ledger }, idOf(upload))
    await expect(killed).rejects.toThrow('connection lost')
    expect(await look(caller, upload)).toMatchObject({ status: 'parsing' })

    await deliverImport(caller, idOf(upload))
    expect(await look(caller, upload)).toMatchObject({
      status: 'done',
      rowsRead: expected.rowsRead,
    })
    expect(await sums(caller, upload)).toEqual(await sums(calm, expected))
  }
})

function shardOf(bindings: Bindings, name: string): D1Database {
  return name === '00' ? bindings.LEDGER_00 : bindings.LEDGER_01
}

test('overlapping downloads add nothing', async () => {
  const caller = await newCaller()
  await imported(caller, FILES.payments)
  const upload = await imported(caller, FILES.overlappingPayments)
  const reports = await reportsOf(caller, upload)
  expect(reports.map(({ newRows }) => newRows)).toEqual(reports.map(() => 0))
  expect(reports.some(({ sameRows }) => sameRows > 0)).toBe(true)
})

test('a file of another supplier than the chosen store is refused before anything is written', async () => {
  const workspace = await newWorkspace()
  const caller = await workspace.caller()
  const store = storeRow(caller, { supplierId: '1148774' })
  await addStore(caller.db, store)
  const { upload } = await accept(caller, FILES.payments, { storeId: storeId(store.id) })
  const result = await deliverImport(caller, idOf(upload))
  expect(result.explicitAcks).toHaveLength(1)
  expect(result.retryMessages).toEqual([])

  const failed = (await look(caller, upload))!
  expect(failed).toMatchObject({ status: 'failed', errorCode: 'other-supplier', rowsRead: 0 })
  expect(failed.errorDetail).toContain('2454257')
  expect(failed.errorDetail).toContain('1148774')
  const shard = shardOf(env, workspace.ledger)
  expect(
    await shard
      .prepare('SELECT count(*) AS n FROM report WHERE workspace_id = ?')
      .bind(caller.workspaceId)
      .first('n'),
  ).toBe(0)
  expect(await ledgerOf(caller, shard, 'settlement_line')).toEqual([])
  expect(await listStores(caller.db, caller.workspaceId)).toHaveLength(1)
})

test('a file without a supplier, with two stores to choose from, asks to choose', async () => {
  const caller = await newCaller()
  await addStore(caller.db, storeRow(caller, { supplierId: '11111' }))
  await addStore(caller.db, storeRow(caller, { supplierId: '22222' }))
  const orders = { ...ordersFile('', ['100000000000000001_1,2025-07-02']), name: 'orders.csv' }
  expect(await imported(caller, orders)).toMatchObject({
    status: 'failed',
    errorCode: 'store-unknown',
  })
})

test.each([
  ['text that is no report', textFile('notes.csv', 'a,b\r\n1,2\r\n')],
  ['a PDF', textFile('invoice.pdf', '%PDF-1.4 …')],
])('%s fails with a sentence that says what we read', async (_what, file) => {
  const caller = await newCaller()
  const upload = await imported(caller, file)
  expect(upload.status).toBe('failed')
  expect(upload.errorCode).toMatch(/^[a-z-]+$/)
  expect(upload.errorDetail).toMatch(/^[A-Z].*\.$/)
  expect(await listStores(caller.db, caller.workspaceId)).toEqual([])
})

test('a ZIP that was cut off fails, is not tried again, and counts for nothing', async () => {
  const caller = await newCaller()
  const { name, bytes } = FILES.payments
  const { upload } = await accept(caller, { name, bytes: bytes.slice(0, 9_000) })
  const result = await deliverImport(caller, idOf(upload))
  expect(result.retryMessages).toEqual([])
  expect(await look(caller, upload)).toMatchObject({ status: 'failed' })
  expect(await reportsOf(caller, upload)).toEqual([])
})

test('an upload whose bytes are not there yet is tried again', async () => {
  const caller = await newCaller()
  const { upload } = await accept(caller, FILES.orders)
  await env.UPLOADS.delete(objectKey(caller.workspaceId, upload.sha256))
  const result = await deliverImport(caller, idOf(upload))
  expect(result.explicitAcks).toEqual([])
  expect(result.retryMessages).toMatchObject([{ msgId: 'message-0' }])
  expect(await look(caller, upload)).toMatchObject({ status: 'parsing' })
})

test('an import that fails at every try ends as failed, with nothing of it counted', async () => {
  const workspace = await newWorkspace()
  const caller = await workspace.caller()
  const { upload } = await accept(caller, FILES.payments)
  const ledger = openDb(breakingAt(shardOf(env, workspace.ledger), 3))
  await expect(runImport({ ...caller, ledger }, idOf(upload))).rejects.toThrow()
  expect(await reportsOf(caller, upload)).not.toEqual([])

  const job = { type: 'import-upload', workspaceId: caller.workspaceId, uploadId: upload.id }
  const buried = await deliver([job], 'trackecom-jobs-dead')
  expect(buried.explicitAcks).toHaveLength(1)
  expect(await look(caller, upload)).toMatchObject({
    status: 'failed',
    errorCode: 'could-not-read',
  })
  await deliverRemoval(caller, idOf(upload))
  expect(await reportsOf(caller, upload)).toEqual([])

  const late = await deliverImport(caller, idOf(upload))
  expect(late.explicitAcks).toHaveLength(1)
  expect(await reportsOf(caller, upload)).toEqual([])
})

test('a dead letter of an upload that was done meanwhile changes nothing', async () => {
  const caller = await newCaller()
  const upload = await imported(caller, FILES.orders)
  const job = { type: 'import-upload', workspaceId: caller.workspaceId, uploadId: upload.id }
  await deliver([job], 'trackecom-jobs-dead')
  expect(await look(caller, upload)).toEqual(upload)
})

test('an upload undone before its job comes is not read', async () => {
  const caller = await newCaller()
  const { upload } = await accept(caller, FILES.orders)
  await markRemoved(caller.db, caller.workspaceId, idOf(upload), '{}', caller.now)
  const result = await deliverImport(caller, idOf(upload))
  expect(result.explicitAcks).toHaveLength(1)
  expect(await reportsOf(caller, upload)).toEqual([])
  expect(await listStores(caller.db, caller.workspaceId)).toEqual([])
})

test('an upload of a workspace that is gone is no trouble', async () => {
  const job = { type: 'import-upload', workspaceId: randomId(), uploadId: randomId() }
  expect((await deliver([job])).explicitAcks).toHaveLength(1)
})

test('a job of one workspace cannot touch an upload of another', async () => {
  const [mine, theirs] = [await newCaller(), await newCaller()]
  const { upload } = await accept(theirs, FILES.orders)
  await deliverImport(mine, idOf(upload))
  await deliverRemoval(mine, idOf(upload))
  expect(await look(theirs, upload)).toMatchObject({ status: 'queued', removedAt: null })
})
