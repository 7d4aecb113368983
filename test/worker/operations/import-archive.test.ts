import { storeId } from '#core/ids'
import { bytesOf } from '#core/files/bytes'
import { openZip, readEntry } from '#core/files/zip'
import { markConfirmed } from '#db/control/queries/sessions'
import { findUpload, listUploads } from '#db/control/queries/uploads'
import { listStores } from '#db/control/queries/stores'
import worker from '#worker/index'
import { streamZip } from '#worker/zip-stream'
import { encodeHexLowerCase } from '@oslojs/encoding'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { join, makeZip, type ZipFile } from '../../support/zip-writer'
import {
  accept,
  bytesIn,
  deliver,
  deliverImport,
  FILES,
  idOf,
  textFile,
} from '../../support/worker/uploads'
import { get, newWorkspace, type TestWorkspace } from '../../support/worker/workspace'
import returns from '../../fixtures/seller-2026/completed_delivered__________2026-09-03_17-0-17_59_2454257__.csv?url&inline'
import outstanding from '../../fixtures/seller-2026/2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_OUTSTANDING_PAYMENT_2026-09-03.xlsx?url&inline'

const PERIOD = 'from=2026-05-01&to=2026-09-30'
const AS_OF = 'asOf=2026-09-03'

function fixture(name: string, dataUrl: string) {
  return { name, bytes: bytesIn(dataUrl) }
}

const RETURNED = fixture(
  'completed_delivered__________2026-09-03_17-0-17_59_2454257__.csv',
  returns,
)
const OUTSTANDING = fixture(
  '2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_OUTSTANDING_PAYMENT_2026-09-03.xlsx',
  outstanding,
)

async function reconcileAll(workspace: TestWorkspace): Promise<void> {
  const { workspaceId } = workspace
  const { db } = await workspace.caller()
  for (const { id } of await listStores(db, workspaceId))
    await deliver([{ type: 'reconcile', workspaceId, storeId: storeId(id) }])
}

/** A workspace whose shard is another one than that of the first. */
async function workspaceIn(isOther: (ledger: string) => boolean): Promise<TestWorkspace> {
  for (let tries = 0; tries < 200; tries += 1) {
    const workspace = await newWorkspace()
    if (isOther(workspace.ledger)) return workspace
  }
  throw new Error('No workspace fell into the other shard')
}

/** When the files came, some months before the archive. */
const RECEIVED_AT = new Date('2026-09-03T06:00:00Z')

/** A seller with two stores, files of every sort, costs by list and by hand, overheads and decisions. */
async function seller(): Promise<TestWorkspace> {
  const workspace = await newWorkspace()
  const caller = { ...(await workspace.caller()), now: RECEIVED_AT }
  const list = textFile('my costs.csv', 'SKU,Cost,Packaging\r\nKURTI-1,200,5\r\nKURTI-2,150,\r\n')
  for (const file of [FILES.payments, FILES.orders, RETURNED, OUTSTANDING, list]) {
    const { upload } = await accept(caller, file)
    await deliverImport(caller, idOf(upload))
  }
  const { request } = workspace
  const { stores } = await get<{ stores: { id: string }[] }>(workspace, '/api/me')
  const store = stores[0]!.id
  await request(`/api/stores/${store}`, {
    method: 'PATCH',
    json: { name: 'Asha Main', gstScheme: 'none', cogsPolicy: 'all_shipped' },
  })
  const opened = { name: 'Asha Second', marketplace: 'meesho' }
  await request('/api/stores', { method: 'POST', json: opened })
  const costs = [
    ['KURTI-1', { effectiveFrom: '2015-01-01', cost: 210_00, packaging: 6_00 }],
    ['KURTI-9', { effectiveFrom: '2026-07-01', cost: 99_50, packaging: null }],
  ] as const
  for (const [sku, cost] of costs)
    await request(`/api/costs/${sku}`, { method: 'PUT', json: { ...cost, store } })
  for (const [name, toMonth] of [
    ['Rent', null],
    ['Packing help', '2026-08'],
  ] as const) {
    const json = { name, amount: 12_000_00, fromMonth: '2026-06', toMonth, store }
    expect((await request('/api/overheads', { method: 'POST', json })).status).toBe(201)
  }
  await reconcileAll(workspace)
  const { items } = await get<{ items: { id: string }[] }>(workspace, `/api/discrepancies?${AS_OF}`)
  const decisions = [
    { state: 'claimed', ticketId: '51910315' },
    { state: 'not_a_problem', note: 'Agreed with the buyer, ₹ kept' },
    { state: 'written_off' },
  ]
  for (const [index, json] of decisions.entries()) {
    const path = `/api/discrepancies/${items[index]!.id}`
    expect((await request(path, { method: 'PATCH', json })).status).toBe(204)
  }
  return workspace
}

type Items = { items: Record<string, unknown>[] }

/** Everything that a seller sees of their money, without the ids that belong to one workspace. */
async function figuresOf(workspace: TestWorkspace) {
  const read = async (path: string) => withoutIds(await get<object>(workspace, path))
  const pnl: unknown[] = []
  for (const basis of ['order', 'payment'])
    for (const group of ['total', 'month', 'day', 'sku'])
      pnl.push(await read(`/api/pnl?${PERIOD}&${AS_OF}&basis=${basis}&group=${group}`))
  return {
    pnl,
    buckets: await read(`/api/reconciliation?${AS_OF}`),
    discrepancies: await read(`/api/discrepancies?${AS_OF}&limit=200`),
    settlements: await read(`/api/settlements?${PERIOD}&limit=200`),
    payouts: await read(`/api/payouts?${PERIOD}`),
    costs: await read(`/api/costs?${AS_OF}`),
    overheads: await read('/api/overheads'),
    stores: await read('/api/stores'),
    files: (await get<Items>(workspace, '/api/uploads')).items
      .filter((upload) => !('archive' in upload))
      .map(({ filename, sha256, receivedAt, bytes, source, status }) =>
        JSON.stringify([filename, sha256, receivedAt, bytes, source, status]),
      )
      .toSorted(),
  }
}

const IDS = new Set(['id', 'storeId', 'uploadId', 'reportId', 'createdAt', 'nextCursor'])

function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !IDS.has(key))
      .map(([key, inner]) => [key, withoutIds(inner)]),
  )
}

async function archiveOf(workspace: TestWorkspace, query = ''): Promise<Uint8Array> {
  const { request } = workspace
  const { db, personId, sessionId, now } = await workspace.caller()
  await markConfirmed(db, personId, sessionId, now.getTime())
  const response = await request(`/api/export/archive${query}`, { method: 'POST' })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/zip')
  return new Uint8Array(await response.arrayBuffer())
}

async function entriesOf(bytes: Uint8Array): Promise<ZipFile[]> {
  const zip = await openZip(bytesOf(bytes))
  const files: ZipFile[] = []
  for (const entry of zip.entries) {
    const pieces: Uint8Array[] = []
    for await (const piece of readEntry(zip, entry)) pieces.push(piece.slice())
    const content = join(pieces)
    files.push({ name: entry.name, content, isStored: true })
  }
  return files
}

/** Sends a file and runs its job to the end, with every job that follows from it. */
async function bring(workspace: TestWorkspace, bytes: Uint8Array, name = 'archive.zip') {
  const caller = await workspace.caller()
  const { upload } = await accept(caller, { name, bytes: new Uint8Array(bytes) })
  await deliverImport(caller, idOf(upload))
  const rows = await listUploads(caller.db, workspace.workspaceId, undefined, 200)
  for (const row of rows.toReversed())
    if (row.status === 'queued' || row.status === 'parsing') await deliverImport(caller, idOf(row))
  await reconcileAll(workspace)
  return (await findUpload(caller.db, workspace.workspaceId, idOf(upload)))!
}

test('an archive brought into an empty workspace of another shard gives the same figures, costs and decisions', async () => {
  const theirs = await seller()
  const before = await figuresOf(theirs)
  const archive = await archiveOf(theirs)
  const mine = await workspaceIn((ledger) => ledger !== theirs.ledger)
  const upload = await bring(mine, archive)
  expect(upload).toMatchObject({ status: 'done', errorCode: null })
  expect(JSON.parse(upload.archive!)).toEqual({
    files: 5,
    stores: 2,
    costs: 2,
    overheads: 2,
    marks: 3,
  })
  expect(await figuresOf(mine)).toEqual(before)
  // Not two empty workspaces that agree.
  expect(before.files).toHaveLength(5)
  expect(JSON.stringify(before.pnl)).toContain('4310536')

  // The same again, and a newer archive of the same: nothing changes.
  await bring(mine, archive)
  expect(await figuresOf(mine)).toEqual(before)
  await bring(mine, await archiveOf(mine), 'again.zip')
  expect(await figuresOf(mine)).toEqual(before)
  // What it leaves the second time holds no archive inside.
  const names = (await entriesOf(await archiveOf(mine))).map(({ name }) => name)
  expect(names.filter((name) => name.startsWith('files/'))).toHaveLength(5)
}, 120_000)

test('an archive names every file with its digest, and proves its rows by their sums', async () => {
  const files = await entriesOf(await archiveOf(await seller()))
  const manifest = JSON.parse(
    new TextDecoder().decode(
      files.find(({ name }) => name === 'manifest.json')!.content as Uint8Array,
    ),
  ) as {
    files: { entry: string; sha256: string; bytes: number; receivedAt: string }[]
    tables: { entry: string; sha256: string; rows: number; sums: Record<string, number> }[]
  }
  expect(manifest.files.map(({ entry }) => entry)).toContainEqual(
    expect.stringMatching(/^files\/\d{4} my costs\.csv$/),
  )
  expect(manifest.files[0]!.receivedAt).toBe('2026-09-03T06:00:00.000Z')
  for (const { entry, sha256 } of [...manifest.files, ...manifest.tables]) {
    const { content } = files.find(({ name }) => name === entry)!
    const digest = await crypto.subtle.digest('SHA-256', content as Uint8Array<ArrayBuffer>)
    expect([entry, encodeHexLowerCase(new Uint8Array(digest))]).toEqual([entry, sha256])
  }
  const settlements = manifest.tables.find(({ entry }) => entry === 'rows/settlements.csv')!
  // Truth of seller-2026 for August.
  expect(settlements).toMatchObject({ rows: 178, sums: { Settlement: 43_105_36, Sale: 75_422_00 } })
  const withoutRows = await entriesOf(await archiveOf(await seller(), '?rows=0'))
  expect(withoutRows.filter(({ name }) => name.startsWith('rows/'))).toEqual([])
}, 120_000)

test('an archive that was unpacked and packed again, in a folder and compressed, is taken all the same', async () => {
  const theirs = await seller()
  const entries = await entriesOf(await archiveOf(theirs))
  const packed = await makeZip(
    entries.map(({ name, content }) => ({ name: `My archive/${name}`, content })),
  )
  const mine = await newWorkspace()
  expect(await bring(mine, packed)).toMatchObject({ status: 'done' })
  expect((await figuresOf(mine)).pnl).toEqual((await figuresOf(theirs)).pnl)
}, 120_000)

const VALID = { format: 'trackecom-archive', version: 1 }
const json = (value: unknown) => JSON.stringify(value)

test.each<[string, string, (files: ZipFile[]) => ZipFile[]]>([
  [
    'a file was changed',
    'archive-damaged',
    (files) =>
      files.map((file) =>
        file.name.startsWith('files/0002') ? { ...file, content: 'SKU,Cost\r\nA,1\r\n' } : file,
      ),
  ],
  [
    'a file is missing',
    'archive-damaged',
    (files) => files.filter(({ name }) => !name.startsWith('files/0003')),
  ],
  [
    'decisions were changed',
    'archive-damaged',
    (files) =>
      files.map((file) =>
        file.name === 'decisions.json'
          ? { ...file, content: json({ ...VALID, stores: [] }) }
          : file,
      ),
  ],
  [
    'a file stands in it twice',
    'archive-damaged',
    (files) => [...files, files.find(({ name }) => name.startsWith('files/'))!],
  ],
  [
    'the manifest is no JSON',
    'archive-damaged',
    (files) =>
      files.map((file) => (file.name === 'manifest.json' ? { ...file, content: '{' } : file)),
  ],
  [
    'it is of a later version',
    'archive-version',
    (files) =>
      files.map((file) =>
        file.name === 'manifest.json' ? { ...file, content: json({ ...VALID, version: 2 }) } : file,
      ),
  ],
  [
    'it is of another program',
    'archive-foreign',
    (files) =>
      files.map((file) =>
        file.name === 'manifest.json' ? { ...file, content: json({ format: 'backup' }) } : file,
      ),
  ],
])(
  'where %s, nothing of it is taken and a sentence says so',
  async (_what, code, change) => {
    const files = await entriesOf(await archiveOf(await seller()))
    const mine = await newWorkspace()
    const upload = await bring(mine, await makeZip(change(files)))
    expect(upload).toMatchObject({ status: 'failed', errorCode: code })
    expect(upload.errorDetail).toMatch(/^[A-Z].*Nothing of it was taken\..*$/)
    const { db } = await mine.caller()
    expect(await listStores(db, mine.workspaceId)).toEqual([])
    expect(await listUploads(db, mine.workspaceId, undefined, 10)).toHaveLength(1)
    expect(await get<Items>(mine, '/api/overheads')).toMatchObject({ items: [] })
  },
  120_000,
)

test('an archive that was cut off is a damaged file', async () => {
  const archive = await archiveOf(await seller())
  const mine = await newWorkspace()
  const upload = await bring(mine, archive.slice(0, Math.floor(archive.length * 0.9)))
  expect(upload).toMatchObject({ status: 'failed', errorCode: 'zip-damaged' })
}, 120_000)

test('a job that was killed on its way, and comes again, ends in the same', async () => {
  const theirs = await seller()
  const archive = await archiveOf(theirs)
  const mine = await newWorkspace()
  const caller = await mine.caller()
  const { upload } = await accept(caller, { name: 'archive.zip', bytes: new Uint8Array(archive) })
  // The control database goes away after some of the statements that the job sends it.
  for (const survives of [8, 20, 33]) {
    let left = survives
    const dying = new Proxy(env.DB, {
      get(database, name) {
        const value: unknown = Reflect.get(database, name)
        if (typeof value !== 'function') return value
        return (...given: unknown[]) => {
          if (name === 'prepare' && (left -= 1) < 0) throw new Error('Killed')
          return Reflect.apply(value, database, given) as unknown
        }
      },
    })
    const messages = { acked: 0, retried: 0 }
    const message = {
      id: 'killed',
      timestamp: new Date(),
      attempts: 1,
      body: { type: 'import-upload', workspaceId: mine.workspaceId, uploadId: upload.id },
      ack: () => void (messages.acked += 1),
      retry: () => void (messages.retried += 1),
    }
    const batch = { queue: 'trackecom-jobs', messages: [message] } as unknown as MessageBatch
    await worker.queue(batch, { ...env, DB: dying })
    expect(messages).toEqual({ acked: 0, retried: 1 })
  }
  await bring(mine, archive)
  // Delivered once more, after it was done.
  await deliverImport(caller, idOf(upload))
  expect(await figuresOf(mine)).toEqual(await figuresOf(theirs))
}, 120_000)

test('what was decided here since the archive was made stays as it is', async () => {
  const theirs = await seller()
  const archive = await archiveOf(theirs)
  const { stores } = await get<{ stores: { id: string }[] }>(theirs, '/api/me')
  const store = stores[0]!.id
  const put = { effectiveFrom: '2015-01-01', cost: 333_00, packaging: 6_00, store }
  await theirs.request('/api/costs/KURTI-1', { method: 'PUT', json: put })
  const { items } = await get<{ items: { id: string; state: string }[] }>(
    theirs,
    `/api/discrepancies?${AS_OF}&state=claimed`,
  )
  const path = `/api/discrepancies/${items[0]!.id}`
  await theirs.request(path, { method: 'PATCH', json: { state: 'open' } })
  const overheads = await get<{ items: { id: string }[] }>(theirs, '/api/overheads')
  await theirs.request(`/api/overheads/${overheads.items[0]!.id}`, { method: 'DELETE' })
  await reconcileAll(theirs)
  const before = await figuresOf(theirs)
  await bring(theirs, archive)
  expect(await figuresOf(theirs)).toEqual(before)
}, 120_000)

test('an archive inside an archive is not opened', async () => {
  const theirs = await newWorkspace()
  const inner = await archiveOf(theirs)
  const { db } = await theirs.caller()
  const upload = await bring(theirs, inner, 'inner.zip')
  expect(upload.status).toBe('done')
  // As if it had been kept as an ordinary file.
  await env.DB.prepare('UPDATE upload SET archive = NULL WHERE id = ?').bind(upload.id).run()
  const mine = await newWorkspace()
  await bring(mine, await archiveOf(theirs))
  const found = await listUploads((await mine.caller()).db, mine.workspaceId, undefined, 10)
  expect(found.find(({ filename }) => filename === 'inner.zip')).toMatchObject({
    status: 'failed',
    errorCode: 'archive-inside',
  })
  expect(db).toBeDefined()
}, 120_000)

test('a program that may send files brings no decisions with an archive', async () => {
  const bytes = new Uint8Array(await archiveOf(await newWorkspace()))
  for (const source of ['extension', 'cli', 'api'] as const) {
    const mine = await newWorkspace()
    const caller = await mine.caller()
    const { upload } = await accept(caller, { name: 'archive.zip', bytes }, { source })
    await deliverImport(caller, idOf(upload))
    expect(await findUpload(caller.db, mine.workspaceId, idOf(upload))).toMatchObject({
      status: 'failed',
      errorCode: 'archive-by-program',
    })
  }
})

test('an archive larger than a request comes in piece by piece: decisions first, then its files', async () => {
  const theirs = await seller()
  const files = await entriesOf(await archiveOf(theirs))
  const bytesFor = (entry: string) =>
    new Uint8Array(files.find(({ name }) => name === entry)!.content as Uint8Array)
  const alone = await theirs.request('/api/export/decisions.json')
  expect(new Uint8Array(await alone.arrayBuffer())).toEqual(bytesFor('decisions.json'))
  const manifest = JSON.parse(new TextDecoder().decode(bytesFor('manifest.json'))) as {
    files: { entry: string; filename: string; receivedAt: string; store: number }[]
  }
  const mine = await newWorkspace()
  const taken = await mine.request('/api/import/decisions', {
    method: 'POST',
    body: bytesFor('decisions.json'),
  })
  expect(taken.status).toBe(200)
  const { storeIds } = await taken.json<{ storeIds: string[] }>()
  const caller = await mine.caller()
  for (const { entry, filename, receivedAt, store } of manifest.files) {
    const query = new URLSearchParams({ filename, receivedAt, store: storeIds[store]! })
    const body = bytesFor(entry)
    const sent = await mine.request(`/api/uploads?${query}`, { method: 'POST', body })
    expect(sent.status).toBe(202)
    const { upload } = await sent.json<{ upload: { id: string } }>()
    await deliver([{ type: 'import-upload', workspaceId: caller.workspaceId, uploadId: upload.id }])
  }
  await reconcileAll(mine)
  const [here, there] = [await figuresOf(mine), await figuresOf(theirs)]
  expect(here.pnl).toEqual(there.pnl)
  expect(here.discrepancies).toEqual(there.discrepancies)
  expect(here.costs).toEqual(there.costs)
  expect(here.stores).toEqual(there.stores)

  const foreign = await mine.request('/api/import/decisions', { method: 'POST', body: '{}' })
  expect(foreign.status).toBe(422)
  expect(await foreign.json()).toMatchObject({ code: 'archive-foreign' })
}, 120_000)

test('nobody gets anything of another workspace into their archive', async () => {
  await seller()
  const mine = await newWorkspace()
  const names = (await entriesOf(await archiveOf(mine))).map(({ name }) => name)
  expect(names.some((name) => name.startsWith('files/'))).toBe(false)
  expect(await get(mine, '/api/export/archive')).toEqual({
    files: 0,
    bytes: 0,
    isWithoutRows: false,
  })
}, 120_000)

test('everything leaves only for who has just shown that it is them', async () => {
  const workspace = await newWorkspace()
  const response = await workspace.request('/api/export/archive', { method: 'POST' })
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ code: 'confirmation-required' })
  const check = () => workspace.request('/api/export/archive/check', { method: 'POST' })
  expect((await check()).status).toBe(403)
  await archiveOf(workspace)
  const checked = await check()
  expect(checked.status).toBe(200)
  expect(await checked.json()).toEqual({ files: 0, bytes: 0, isWithoutRows: false })
  const { items } = await get<{ items: { kind: string }[] }>(workspace, '/api/security-events')
  expect(items.map(({ kind }) => kind)).toContain('archive-downloaded')
})

test('an archive of more files than one delivery takes is taken in several', async () => {
  const theirs = await newWorkspace()
  const caller = await theirs.caller()
  for (let at = 0; at < 62; at += 1)
    await accept(caller, textFile(`costs ${at}.csv`, `SKU,Cost\r\nKURTI-${at},${at}\r\n`))
  const archive = await archiveOf(theirs)
  const mine = await newWorkspace()
  const { db, workspaceId, ...rest } = await mine.caller()
  const sent = { name: 'archive.zip', bytes: new Uint8Array(archive) }
  const { upload } = await accept({ db, workspaceId, ...rest }, sent)
  await deliverImport({ db, workspaceId, ...rest }, idOf(upload))
  expect(await findUpload(db, workspaceId, idOf(upload))).toMatchObject({
    status: 'parsing',
    rowsRead: 60,
  })
  await deliverImport({ db, workspaceId, ...rest }, idOf(upload))
  expect(await findUpload(db, workspaceId, idOf(upload))).toMatchObject({ status: 'done' })
  const rows = await listUploads(db, workspaceId, undefined, 200)
  expect(rows.filter(({ filename }) => filename.startsWith('costs '))).toHaveLength(62)
}, 120_000)

test('a ZIP is packed no faster than it is taken, and no further once nobody takes it', async () => {
  const made: string[] = []
  let isOver = false
  async function* entries() {
    try {
      for (let file = 0; file < 50; file += 1) {
        async function* pieces() {
          for (let piece = 0; piece < 20; piece += 1) {
            made.push(`${file}.${piece}`)
            yield new Uint8Array(10_000)
          }
        }
        yield { name: `${file}.bin`, modified: RECEIVED_AT, pieces: pieces() }
      }
    } finally {
      isOver = true
    }
  }
  const reader = streamZip(entries(), () => {}).getReader()
  for (let taken = 0; taken < 30; taken += 1) await reader.read()
  expect(made.length).toBeGreaterThan(10)
  expect(made.length).toBeLessThan(40)
  await reader.cancel()
  expect(isOver).toBe(true)
  expect(made.length).toBeLessThan(40)
})

async function* failing() {
  yield new Uint8Array(1_000)
  throw new Error('The object is away')
}

async function* failingEntries() {
  yield { name: 'a.bin', modified: RECEIVED_AT, pieces: failing() }
}

test('a file that fails half-way aborts the ZIP: it has no directory, and opens nowhere', async () => {
  const errors: unknown[] = []
  const body = streamZip(failingEntries(), (error) => errors.push(error))
  await expect(new Response(body).arrayBuffer()).rejects.toThrow()
  expect(errors).toHaveLength(1)
})
