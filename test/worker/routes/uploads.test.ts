import {
  accept,
  deliverImport,
  FILES,
  idOf,
  ordersFile,
  textFile,
  type TestFile,
} from '#test/support/worker/uploads'
import { newWorkspace, type TestWorkspace } from '#test/support/worker/workspace'
import { uploadId } from '#core/ids'
import type { UploadJson } from '#worker/operations/read-uploads'
import { MAX_UPLOAD_BYTES } from '#worker/operations/accept-upload'
import { randomId } from '#worker/random'
import papaparse from 'papaparse'
import { expect, test } from 'vitest'

type Answer = { upload: UploadJson; duplicate?: true }
type Page = { items: UploadJson[]; nextCursor: string | null }

const send = (workspace: TestWorkspace, { name, bytes }: TestFile, query = '') =>
  workspace.request(`/api/uploads?filename=${encodeURIComponent(name)}${query}`, {
    method: 'POST',
    body: bytes,
  })

async function read(workspace: TestWorkspace, id: string): Promise<UploadJson> {
  const response = await workspace.request(`/api/uploads/${id}`)
  expect(response.status).toBe(200)
  return response.json<UploadJson>()
}

/** As the queue would, at once: the journeys see the queue do it by itself. */
async function finished(workspace: TestWorkspace, id: string): Promise<UploadJson> {
  await deliverImport(await workspace.caller(), uploadId(id))
  return read(workspace, id)
}

async function imported(workspace: TestWorkspace, file: TestFile) {
  const caller = await workspace.caller()
  const { upload } = await accept(caller, file)
  await deliverImport(caller, idOf(upload))
  return upload.id
}

test('a file sent is taken at once, imported by its job, and known when sent again', async () => {
  const workspace = await newWorkspace()
  const first = await send(workspace, FILES.payments)
  expect(first.status).toBe(202)
  const { upload } = await first.json<Answer>()
  expect(upload).toMatchObject({
    filename: FILES.payments.name,
    bytes: FILES.payments.bytes.byteLength,
    source: 'dashboard',
    reports: [],
    unrecognised: [],
  })

  const done = await finished(workspace, upload.id)
  expect(done.status).toBe('done')
  expect(done).not.toHaveProperty('error')
  const orders = done.reports.find(({ kind }) => kind === 'payments.orders')!
  expect(orders.period.from).toMatch(/^2026-08-/)
  expect(orders.path).toHaveLength(1)
  expect(orders).toMatchObject({ changed: 0, same: 0, rejected: 0, new: orders.rows })
  expect(done.progress.rowsRead).toBe(done.reports.reduce((sum, { rows }) => sum + rows, 0))

  const second = await send(workspace, FILES.payments)
  expect(second.status).toBe(200)
  expect(await second.json<Answer>()).toEqual({ upload: done, duplicate: true })
})

test('an empty file answers 400 file-empty, and a request without a name 400', async () => {
  const workspace = await newWorkspace()
  const empty = await send(workspace, { name: 'a.csv', bytes: new Uint8Array() })
  expect(empty.status).toBe(400)
  expect(await empty.json()).toMatchObject({ code: 'file-empty' })
  const nameless = await workspace.request('/api/uploads', { method: 'POST', body: 'x' })
  expect(nameless.status).toBe(400)
})

test('a file that says it is over the cap answers 413 file-too-large', async () => {
  const workspace = await newWorkspace()
  const headers = { 'content-length': String(MAX_UPLOAD_BYTES + 1) }
  const path = '/api/uploads?filename=a.csv'
  const response = await workspace.request(path, { method: 'POST', body: 'small', headers })
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({ code: 'file-too-large' })
})

test("another workspace's store, or none at all, answers 404", async () => {
  const [mine, theirs] = [await newWorkspace(), await newWorkspace()]
  const json = { name: 'Theirs', marketplace: 'meesho' }
  const created = await theirs.request('/api/stores', { method: 'POST', json })
  const { store } = await created.json<{ store: { id: string } }>()
  for (const id of [store.id, randomId(), 'x', "'"]) {
    const response = await send(mine, FILES.orders, `&store=${encodeURIComponent(id)}`)
    expect(response.status).toBe(404)
  }
})

test('a file that fails says why, in words', async () => {
  const workspace = await newWorkspace()
  const { upload } = await (await send(workspace, textFile('notes.csv', 'a;b\n1;2'))).json<Answer>()
  const failed = await finished(workspace, upload.id)
  expect(failed.status).toBe('failed')
  expect(failed.error).toEqual({
    code: expect.stringMatching(/^[a-z-]+$/),
    detail: expect.stringMatching(/^[A-Z].*\.$/),
  })
})

test('uploads are listed newest first, page by page, each once', async () => {
  const workspace = await newWorkspace()
  const sent: string[] = []
  for (let index = 0; index < 5; index += 1) {
    // Two of them in the same millisecond, so that only the id tells them apart.
    const caller = await workspace.caller(new Date(Date.now() - 60_000 + Math.floor(index / 2)))
    const file = ordersFile('12345', [`10000000000000000${index}_1,2025-07-02`])
    sent.push((await accept(caller, file)).upload.id)
  }
  const listed: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const query: string = cursor && `&cursor=${cursor}`
    const response = await workspace.request(`/api/uploads?limit=2${query}`)
    const page: Page = await response.json<Page>()
    expect(page.items.length).toBeLessThanOrEqual(2)
    listed.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect(listed).toHaveLength(5)
  expect(new Set(listed)).toEqual(new Set(sent))
  expect(listed[0]).toBe(sent[4])
})

test.each(['limit=0', 'limit=201', 'cursor=x', 'cursor=1_'])(
  'a page asked for as %s answers 400',
  async (query) => {
    const response = await (await newWorkspace()).request(`/api/uploads?${query}`)
    expect(response.status).toBe(400)
  },
)

test('the original comes back byte for byte, as an attachment that no browser shows', async () => {
  const workspace = await newWorkspace()
  const name = 'बिक्री "June"; (1).csv'
  const { upload } = await accept(await workspace.caller(), { ...FILES.orders, name })
  const response = await workspace.request(`/api/uploads/${upload.id}/file`)
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(FILES.orders.bytes)
  const { headers } = response
  expect(headers.get('content-type')).toBe('application/octet-stream')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(headers.get('cache-control')).toContain('no-store')
  const disposition = headers.get('content-disposition')!
  expect(disposition).toMatch(/^attachment; filename="[\x20-\x7E]+"; filename\*=UTF-8''[\w%.-]+$/)
  expect(decodeURIComponent(disposition.split("UTF-8''")[1]!)).toBe(name)
  expect(disposition.match(/"/g)).toHaveLength(2)
})

test('refused rows come as CSV, with their cell and without its formula', async () => {
  const workspace = await newWorkspace()
  const file = ordersFile('12345', [
    '100000000000000001_1,2025-07-02',
    'DELIVERED,"=HYPERLINK(""http://evil.example"")",2025-07-02,Gujarat,Saree,S-1,Free Size,1,299,299,P1',
    'DELIVERED,@SUM(1),2025-07-02,Gujarat,Saree,S-1,Free Size,1,299,299,P1',
  ])
  const id = await imported(workspace, file)
  expect((await read(workspace, id)).reports).toMatchObject([{ rows: 3, new: 1, rejected: 2 }])

  const response = await workspace.request(`/api/uploads/${id}/rejected.csv`)
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toContain('attachment')
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const { data } = papaparse.parse<string[]>(new TextDecoder().decode(bytes).trimEnd())
  expect(data[0]).toEqual(['File', 'Sheet', 'Row', 'Column', 'Text', 'Reason'])
  expect(data.slice(1).map((row) => [row[0], row[2], row[3], row[4]])).toEqual([
    [file.name, '3', 'Sub Order No', `'=HYPERLINK("http://evil.example")`],
    [file.name, '4', 'Sub Order No', "'@SUM(1)"],
  ])
})

test('more refused rows than one query reads all come out', async () => {
  const workspace = await newWorkspace()
  const rows = Array.from({ length: 1_203 }, (_row, index) => `broken-${index},2025-07-02`)
  const id = await imported(workspace, ordersFile('12345', rows))
  const response = await workspace.request(`/api/uploads/${id}/rejected.csv`)
  const { data } = papaparse.parse<string[]>((await response.text()).trimEnd())
  expect(data.slice(1).map((row) => row[4])).toEqual(rows.map((row) => row.split(',')[0]))
})

test('an undone upload is in no list and answers 404', async () => {
  const workspace = await newWorkspace()
  const id = await imported(workspace, FILES.orders)
  const remove = () => workspace.request(`/api/uploads/${id}`, { method: 'DELETE' })
  expect((await remove()).status).toBe(204)
  expect((await remove()).status).toBe(404)
  for (const path of ['', '/file', '/rejected.csv']) {
    expect((await workspace.request(`/api/uploads/${id}${path}`)).status).toBe(404)
  }
  const { items } = await (await workspace.request('/api/uploads')).json<Page>()
  expect(items).toEqual([])
})

test("no workspace sees, downloads or undoes another's upload", async () => {
  const [mine, theirs] = [await newWorkspace(), await newWorkspace()]
  const id = await imported(theirs, FILES.orders)
  for (const path of ['', '/file', '/rejected.csv']) {
    expect((await mine.request(`/api/uploads/${id}${path}`)).status).toBe(404)
  }
  expect((await mine.request(`/api/uploads/${id}`, { method: 'DELETE' })).status).toBe(404)
  const { items } = await (await mine.request('/api/uploads')).json<Page>()
  expect(items).toEqual([])
  expect((await read(theirs, id)).status).toBe('done')
})

type Calendar = { items: { storeId: string; kind: string; month: string; state: string }[] }

test('the calendar says which months of each report are here', async () => {
  const workspace = await newWorkspace()
  await imported(workspace, FILES.orders)
  await imported(workspace, FILES.overlappingPayments)
  const response = await workspace.request('/api/coverage?from=2026-05-01&to=2026-08-31')
  const { items } = await response.json<Calendar>()
  const states = (kind: string) =>
    items.filter((item) => item.kind === kind).map(({ month, state }) => `${month} ${state}`)
  expect(states('orders')).toEqual([
    '2026-05 missing',
    '2026-06 complete',
    '2026-07 missing',
    '2026-08 missing',
  ])
  expect(states('payments.orders')[3]).toBe('2026-08 provisional')

  const stranger = await newWorkspace()
  const empty = await stranger.request('/api/coverage?from=2026-05-01&to=2026-08-31')
  expect((await empty.json<Calendar>()).items).toEqual([])
  const foreign = `/api/coverage?from=2026-05-01&to=2026-08-31&store=${items[0]!.storeId}`
  expect((await stranger.request(foreign)).status).toBe(404)
})

test.each([
  '',
  '?from=2026-05-01',
  '?from=2026-05-31&to=2026-05-01',
  '?from=2026-02-30&to=2026-03-01',
])('a calendar asked for as %j answers 400', async (query) => {
  expect((await (await newWorkspace()).request(`/api/coverage${query}`)).status).toBe(400)
})
