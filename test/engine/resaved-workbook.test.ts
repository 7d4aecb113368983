import { bytesOf } from '#core/files/bytes'
import { openZip, readEntry } from '#core/files/zip'
import { read, utils, type WorkBook, write } from '@e965/xlsx'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { dumpLedger } from '../support/node/dump-ledger'
import { type Fixture, fixtures, newSeller, upload } from '../support/node/ledger'

/**
 * What a spreadsheet program makes of text cells once a seller lets it: numbers become numbers, days become
 * days. Zeros in front stay text here: once they are gone, nothing in the file tells.
 */
function asTyped(text: string): { t: 'n'; v: number; z?: string } | undefined {
  if (/^-?(0|[1-9]\d{0,8})(\.\d+)?$/.test(text)) return { t: 'n', v: Number(text) }
  if (!/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2})?$/.test(text)) return undefined
  const days =
    Date.parse(`${text.replace(' ', 'T')}${text.includes(' ') ? '' : 'T00:00:00'}Z`) / DAY_MS
  return { t: 'n', v: days + SERIAL_OF_1970, z: 'yyyy-mm-dd hh:mm:ss' }
}

const DAY_MS = 24 * 60 * 60 * 1000
const SERIAL_OF_1970 = 25_569

function resave(book: WorkBook, bookType: 'xlsx', bookSST: boolean): Uint8Array {
  for (const sheet of Object.values(book.Sheets)) {
    for (const [place, cell] of Object.entries(sheet)) {
      if (place.startsWith('!') || typeof cell.v !== 'string') continue
      const typed = asTyped(cell.v)
      if (typed !== undefined) Object.assign(cell, { ...typed, w: undefined })
    }
  }
  return new Uint8Array(
    write(book, {
      type: 'buffer',
      bookType,
      bookSST,
      compression: true,
    }) as Buffer,
  )
}

async function inner(file: Fixture): Promise<Uint8Array> {
  if (file.name.endsWith('.xlsx')) return file.bytes
  const zip = await openZip(bytesOf(file.bytes))
  const parts: Uint8Array[] = []
  for await (const part of readEntry(zip, zip.entries[0]!)) parts.push(part.slice())
  return new Uint8Array(Buffer.concat(parts))
}

async function ledgerOf(files: readonly Fixture[]) {
  const seller = newSeller()
  for (const file of files) await upload(seller, file)
  return dumpLedger(seller)
}

test.each([true, false])(
  'a payments workbook saved again with typed cells gives the same ledger (shared strings: %s)',
  async (bookSST) => {
    const originals = fixtures('seller-2026', /PREVIOUS_PAYMENT_2026-07-01/)
    const resaved = await Promise.all(
      originals.map(async (file) => ({
        name: file.name.replace('.zip', '.xlsx'),
        bytes: resave(read(await inner(file), { raw: true }), 'xlsx', bookSST),
      })),
    )
    expect(await ledgerOf(resaved)).toEqual(await ledgerOf(originals))
  },
  60_000,
)

test('an orders CSV saved as a workbook gives the same orders', async () => {
  const [original] = fixtures('seller-2026', /^Orders_2026-07/)
  const rows = Papa.parse<string[]>(new TextDecoder().decode(original!.bytes).trimEnd()).data
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Orders')
  const bytes = resave(book, 'xlsx', true)
  const again = await ledgerOf([{ name: original!.name.replace('.csv', '.xlsx'), bytes }])
  const first = await ledgerOf([original!])
  expect(withoutSeen(again['sub_order']!)).toEqual(withoutSeen(first['sub_order']!))
})

/** The day of download is gone with the panel's own ending of the name. */
function withoutSeen(rows: readonly string[]): string[] {
  return rows.map((row) => row.replace(/\["seen_on","[^"]*"\]/, ''))
}
