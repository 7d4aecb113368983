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
function asTyped(text: string): string | number | Date {
  if (/^-?(0|[1-9]\d{0,8})(\.\d+)?$/.test(text)) return Number(text)
  const day = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2}):(\d{2}))?$/.exec(text)
  if (day) {
    const [, y, m, d, hh = '0', mm = '0', ss = '0'] = day
    return new Date(Date.UTC(+y!, +m! - 1, +d!, +hh, +mm, +ss))
  }
  return text
}

function resave(book: WorkBook, bookType: 'xlsx', bookSST: boolean): Uint8Array {
  for (const sheet of Object.values(book.Sheets)) {
    for (const [place, cell] of Object.entries(sheet)) {
      if (place.startsWith('!') || typeof cell.v !== 'string') continue
      const value = asTyped(cell.v)
      if (typeof value === 'number') Object.assign(cell, { t: 'n', v: value, w: undefined })
      if (value instanceof Date)
        Object.assign(cell, { t: 'd', v: value, w: undefined, z: 'yyyy-mm-dd hh:mm:ss' })
    }
  }
  return new Uint8Array(
    write(book, {
      type: 'buffer',
      bookType,
      bookSST,
      compression: true,
      cellDates: false,
      UTC: true,
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
