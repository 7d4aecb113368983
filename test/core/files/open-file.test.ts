import { readFileSync } from 'node:fs'
import { bytesOf } from '#core/files/bytes'
import { LIMITS, type Limits } from '#core/files/limits'
import { type Leaf, openFile } from '#core/files/open-file'
import { textsOf } from '#test/support/rows'
import { makeWorkbook, sheetOf } from '#test/support/workbook-writer'
import { makeZip } from '#test/support/zip-writer'
import { codeOf } from './code-of'
import { expect, test } from 'vitest'

async function open(content: string | Uint8Array, limits: Partial<Limits> = {}): Promise<Leaf[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const leaves: Leaf[] = []
  for await (const leaf of openFile(bytesOf(bytes), { ...LIMITS, ...limits })) leaves.push(leaf)
  return leaves
}

const csv = 'Sub Order No,Quantity\n1_1,1\n'
const workbook = makeWorkbook({
  sheets: { 'Order Payments': sheetOf('<row><c><v>1</v></c></row>') },
  created: '2026-09-03T06:58:00Z',
})
const pdf = '%PDF-1.7 …'

test('a bare CSV is one leaf with one nameless table', async () => {
  const [leaf, ...more] = await open(csv)
  expect(more).toEqual([])
  expect(leaf).toMatchObject({ path: [], kind: 'csv', error: undefined, tables: [{ name: '' }] })
  expect(await textsOf(leaf!.tables[0]!)).toHaveLength(2)
})

test('a bare workbook is one leaf with its sheets and its day', async () => {
  const [leaf, ...more] = await open(await workbook)
  expect(more).toEqual([])
  expect(leaf).toMatchObject({
    path: [],
    kind: 'xlsx',
    createdOn: '2026-09-03',
    tables: [{ name: 'Order Payments' }],
  })
  expect(await textsOf(leaf!.tables[0]!)).toEqual([{ number: 1, texts: ['1'] }])
})

test.each([true, false])(
  'a ZIP is the leaves of its files, each with its name (stored: %s)',
  async (isStored) => {
    const inner = await makeZip([{ name: 'tcs_sales.xlsx', content: await workbook, isStored }])
    const leaves = await open(
      await makeZip([
        { name: 'orders/', content: '', isStored: true },
        { name: 'orders/a.csv', content: csv, isStored },
        { name: 'b.xlsx', content: await workbook, isStored },
        { name: 'gst.zip', content: inner, isStored },
        { name: 'invoice.pdf', content: pdf, isStored },
      ]),
    )
    expect(leaves.map(({ path, kind }) => [path, kind])).toEqual([
      [['orders/a.csv'], 'csv'],
      [['b.xlsx'], 'xlsx'],
      [['gst.zip', 'tcs_sales.xlsx'], 'xlsx'],
      [['invoice.pdf'], 'other'],
    ])
    for (const { tables } of leaves)
      for (const table of tables) expect(await textsOf(table)).not.toEqual([])
  },
)

test('what macOS and editors leave behind is skipped', async () => {
  const zipped = await makeZip(
    ['__MACOSX/._a.csv', '.DS_Store', 'folder/.hidden', 'a.csv'].map((name) => ({
      name,
      content: csv,
    })),
  )
  expect((await open(zipped)).map(({ path }) => path)).toEqual([['a.csv']])
})

test('a PDF beside the reports is listed, and is no error', async () => {
  const [leaf] = await open(await makeZip([{ name: 'invoice.pdf', content: pdf }]))
  expect(leaf).toMatchObject({ kind: 'other', tables: [], error: undefined })
  expect(leaf!.note).toBe('This is a PDF. We read reports in Excel, CSV and ZIP files.')
})

test.each([
  ['old-excel', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
  ['pdf', pdf],
  ['image', Uint8Array.from([0x89, 0x50, 0x4e, 0x47])],
  ['web-page', ' \n<!DOCTYPE html><html>'],
  ['web-page', '<table><tr><td>1'],
  ['format-unknown', Uint8Array.from([1, 2, 0, 3])],
])('an upload that is no report (%s) is answered in a plain sentence', async (code, content) => {
  const [leaf] = await open(content)
  expect(leaf).toMatchObject({ kind: 'other', path: [], tables: [], error: { code } })
  expect(leaf!.error!.message).toMatch(/^[A-Z].*\.$/)
})

test('one damaged file inside does not stop the others', async () => {
  const bytes = await workbook
  const leaves = await open(
    await makeZip([
      { name: 'cut.xlsx', content: bytes.slice(0, bytes.length - 30) },
      { name: 'locked.csv', content: csv, lies: { flags: 1 } },
      { name: 'wrong.csv', content: csv, lies: { crc32: 7 } },
      { name: 'old.xls', content: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]) },
      { name: 'empty.csv', content: '' },
      { name: 'good.csv', content: csv },
    ]),
  )
  expect(leaves.map(({ path, error }) => [path[0], error?.code])).toEqual([
    ['cut.xlsx', 'zip-damaged'],
    ['locked.csv', 'zip-encrypted'],
    ['wrong.csv', 'zip-damaged'],
    ['old.xls', 'old-excel'],
    ['empty.csv', 'file-empty'],
    ['good.csv', undefined],
  ])
})

test('damage that begins behind the first bytes stops the rows, not silently', async () => {
  const [leaf] = await open(
    await makeZip([{ name: 'a.csv', content: csv.repeat(5_000), lies: { crc32: 7 } }]),
  )
  expect(leaf!.error).toBeUndefined()
  expect(await codeOf(textsOf(leaf!.tables[0]!))).toBe('zip-damaged')
})

test('an upload that is itself cut off is refused', async () => {
  const bytes = await makeZip([{ name: 'b.xlsx', content: await workbook }])
  for (let length = 2; length < bytes.length; length += 7) {
    expect(await codeOf(open(bytes.slice(0, length)))).toBe('zip-damaged')
  }
  expect(await codeOf(open(''))).toBe('file-empty')
})

test('an upload of exactly the limit is opened, and a byte more is refused', async () => {
  expect(await open(csv, { uploadBytes: csv.length })).toHaveLength(1)
  expect(await codeOf(open(csv, { uploadBytes: csv.length - 1 }))).toBe('upload-too-large')
})

test('a ZIP in a ZIP is opened, and one more around it is not; a workbook is no depth', async () => {
  const one = await makeZip([{ name: 'b.xlsx', content: await workbook }])
  const two = await makeZip([{ name: 'one.zip', content: one }])
  const three = await makeZip([{ name: 'two.zip', content: two }])
  expect((await open(two))[0]).toMatchObject({ path: ['one.zip', 'b.xlsx'], kind: 'xlsx' })
  expect((await open(three))[0]).toMatchObject({
    path: ['two.zip', 'one.zip'],
    error: { code: 'zip-too-deep' },
  })
})

test('the files of all ZIPs of an upload count together', async () => {
  const inner = await makeZip([
    { name: 'a.csv', content: csv },
    { name: 'b.csv', content: csv },
  ])
  const zipped = await makeZip([
    { name: 'inner.zip', content: inner },
    { name: 'c.csv', content: csv },
  ])
  expect(await open(zipped, { entries: 4 })).toHaveLength(3)
  const leaves = await open(zipped, { entries: 3 })
  expect(leaves.map(({ error }) => error?.code)).toEqual(['zip-too-many-files', undefined])
})

test('what all files of an upload inflate to counts together, and once', async () => {
  const zipped = await makeZip([
    { name: 'a.csv', content: csv },
    { name: 'b.csv', content: csv },
  ])
  const [, second] = await open(zipped, { inflatedBytes: 2 * csv.length })
  expect(await textsOf(second!.tables[0]!)).toHaveLength(2)
  const leaves = await open(zipped, { inflatedBytes: 2 * csv.length - 1 })
  expect(leaves.map(({ error }) => error?.code)).toEqual([undefined, 'inflated-too-large'])
})

test('inner files that are held in memory at one time share one limit', async () => {
  const content = await workbook
  const inner = await makeZip([{ name: 'b.xlsx', content }])
  const zipped = await makeZip([{ name: 'inner.zip', content: inner }])
  const both = inner.length + content.length
  expect((await open(zipped, { heldBytes: both }))[0]!.error).toBeUndefined()
  expect((await open(zipped, { heldBytes: both - 1 }))[0]!.error?.code).toBe('file-too-large')
})

test('leaves are opened one at a time, as they are asked for', async () => {
  const bytes = await makeZip([
    { name: 'a.csv', content: csv },
    { name: 'b.csv', content: csv.repeat(1000), isStored: true },
  ])
  const source = bytesOf(bytes)
  let furthest = 0
  const watched = {
    ...source,
    stream: (start: number, end: number) => {
      furthest = Math.max(furthest, end)
      return source.stream(start, end)
    },
  }
  for await (const leaf of openFile(watched)) {
    expect(leaf.path).toEqual(['a.csv'])
    break
  }
  expect(furthest).toBeLessThan(200)
})

test('a real GST download holds two workbooks', async () => {
  const leaves = await open(
    new Uint8Array(readFileSync('test/fixtures/seller-2025/gst_1148774_7_2025.zip')),
  )
  expect(
    leaves.map(({ path, kind, tables }) => [path, kind, tables.map(({ name }) => name)]),
  ).toEqual([
    [['tcs_sales_return.xlsx'], 'xlsx', ['1148774']],
    [['tcs_sales.xlsx'], 'xlsx', ['1148774']],
  ])
})
