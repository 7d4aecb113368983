import { readdirSync, readFileSync } from 'node:fs'
import { bytesOf, UnreadableFile } from '#core/files/bytes'
import { openNested, openZip } from '#core/files/zip'
import { makePaymentsWorkbook } from '#test/support/payments-workbook'
import { inPieces, sheetsOf, type Texts } from '#test/support/rows'
import { makeWorkbook, sheetOf } from '#test/support/workbook-writer'
import { type CellObject, read, utils, write } from '@e965/xlsx'
import {
  array,
  assert,
  asyncProperty,
  boolean,
  constant,
  integer,
  oneof,
  record,
  string,
} from 'fast-check'
import { expect, test } from 'vitest'

const FOLDERS = ['seller-2025', 'seller-2026'].map((seller) => `test/fixtures/${seller}`)
const FILES = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))

/** Every workbook in a file: itself, or those inside it when it is a ZIP of workbooks. */
async function workbooksIn(file: string): Promise<Uint8Array[]> {
  const bytes = new Uint8Array(readFileSync(file))
  if (file.endsWith('.xlsx')) return [bytes]
  const zip = await openZip(bytesOf(bytes))
  const inner = await Promise.all(zip.entries.map((entry) => openNested(zip, entry)))
  return Promise.all(inner.map((source) => source.read(0, source.size)))
}

/** The cells as another reader understands them, without empty ones and empty rows. */
function oracle(bytes: Uint8Array): Record<string, Map<string, string>> {
  const book = read(bytes, { dense: true, cellDates: false, cellNF: true })
  return Object.fromEntries(
    book.SheetNames.map((name) => {
      const cells = new Map<string, string>()
      for (const [row, line] of (book.Sheets[name]?.['!data'] ?? []).entries()) {
        for (const [column, cell] of (line ?? []).entries()) {
          const text = cell === undefined ? '' : oracleText(cell)
          if (text !== '') cells.set(utils.encode_cell({ r: row, c: column }), text)
        }
      }
      return [name, cells]
    }),
  )
}

function oracleText(cell: CellObject): string {
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE'
  if (cell.t === 'e') return cell.w ?? ''
  return cell.v === undefined ? '' : String(cell.v)
}

function ours(sheets: Record<string, Texts>): Record<string, Map<string, string>> {
  return Object.fromEntries(
    Object.entries(sheets).map(([name, rows]) => [
      name,
      new Map(
        rows.flatMap(({ number, texts }) =>
          texts
            .map((text, column): [string, string] => [
              utils.encode_cell({ r: number - 1, c: column }),
              text,
            ])
            .filter(([, text]) => text !== ''),
        ),
      ),
    ]),
  )
}

test.each(FILES.filter((file) => /xlsx$|zip$/.test(file)))(
  '%s: every cell is what another reader sees',
  async (file) => {
    const workbooks = await workbooksIn(file)
    expect(workbooks.length).toBeGreaterThan(0)
    for (const bytes of workbooks) expect(ours(await sheetsOf(bytes))).toEqual(oracle(bytes))
  },
)

test.each(['P2', 'P3'] as const)(
  'a made-up payments workbook of layout %s: every cell agrees',
  async (layout) => {
    const bytes = await makePaymentsWorkbook({ rows: 300, seed: 7, layout })
    const sheets = await sheetsOf(bytes)
    expect(sheets['Order Payments']).toHaveLength(303)
    expect(sheets['Order Payments']![1]!.texts).toHaveLength(layout === 'P2' ? 41 : 43)
    expect(ours(sheets)).toEqual(oracle(bytes))
  },
)

// Amounts of a sheet have few digits; how longer ones are cut is told in number-text.test.ts.
const amounts = integer({ min: -1_00_00_000_00, max: 1_00_00_000_00 }).map((paise) => paise / 100)
// A lone half of a surrogate pair is no text, and no encoder keeps it.
const texts = string({ unit: 'binary', maxLength: 30 })
const cells = oneof(
  amounts,
  texts,
  boolean(),
  constant(null),
  constant('0.0'),
  constant('_x0041_ & <b>'),
)

test('whatever another program writes is read as it reads it: shared or inline, stored or deflated', async () => {
  const sheets = record({
    rows: array(array(cells, { maxLength: 8 }), { maxLength: 12 }),
    isShared: boolean(),
    isDeflated: boolean(),
  })
  await assert(
    asyncProperty(sheets, async ({ rows, isShared, isDeflated }) => {
      const book = utils.book_new()
      utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Any')
      const bytes: ArrayBuffer = write(book, {
        type: 'array',
        bookType: 'xlsx',
        bookSST: isShared,
        compression: isDeflated,
      })
      expect(ours(await sheetsOf(new Uint8Array(bytes)))).toEqual(oracle(new Uint8Array(bytes)))
    }),
    { numRuns: 150 },
  )
}, 30_000)

test('dates that another program writes are read as days', async () => {
  const book = utils.book_new()
  const days = [new Date(Date.UTC(2026, 7, 21)), new Date(Date.UTC(2025, 0, 1))]
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([days], { UTC: true, cellDates: false } as never),
    'Days',
  )
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx' })
  const { Days } = await sheetsOf(new Uint8Array(bytes))
  expect(Days![0]!.texts).toEqual(['2026-08-21', '2025-01-01'])
})

async function isRefused(bytes: Uint8Array): Promise<boolean> {
  try {
    await sheetsOf(bytes)
    return false
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return true
  }
}

test('a small workbook cut off at any byte is refused', async () => {
  const bytes = await makeWorkbook({
    sheets: { Sheet: sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>') },
  })
  for (let length = 0; length < bytes.length; length++) {
    expect(await isRefused(bytes.slice(0, length)), `cut at ${length}`).toBe(true)
  }
})

test('a real workbook cut off at any of two hundred places is refused', async () => {
  const [bytes] = await workbooksIn(FILES.find((file) => file.endsWith('.xlsx'))!)
  for (let step = 0; step < 200; step++) {
    const length = Math.floor((bytes!.length * step) / 200)
    expect(await isRefused(bytes!.slice(0, length)), `cut at ${length}`).toBe(true)
  }
})

test('a changed byte is noticed, or changes no cell', async () => {
  const bytes = await makeWorkbook({
    sheets: {
      Sheet: sheetOf(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>a</t></is></c></row>',
      ),
    },
  })
  const truth = await sheetsOf(bytes)
  // Each third byte, because each is a whole workbook read twice.
  for (let at = 0; at < bytes.length; at += 3) {
    const changed = Uint8Array.from(bytes)
    changed[at]! ^= 0x04
    if (await isRefused(changed)) continue
    expect(await sheetsOf(changed), `byte ${at}`).toEqual(truth)
  }
}, 30_000)

test.each([1, 5, 1021])('a real workbook in pieces of %i bytes reads the same', async (size) => {
  const [bytes] = await workbooksIn(FILES.find((file) => file.endsWith('.xlsx'))!)
  expect(await sheetsOf(inPieces(bytes!, size))).toEqual(await sheetsOf(bytes!))
})
