import { type ByteSource, bytesOf } from '#core/files/bytes'
import type { Table } from '#core/files/row'
import { openWorkbook } from '#core/files/xlsx'
import { openZip } from '#core/files/zip'

export type Texts = { number: number; texts: string[] }[]

/** Every row of a table as text. */
export async function textsOf(table: Table): Promise<Texts> {
  const all: Texts = []
  for await (const rows of table.rows()) {
    for (const row of rows) {
      const texts = Array.from({ length: row.width }, (_, column) => row.text(column))
      all.push({ number: row.number, texts })
    }
  }
  return all
}

/** The cells of each sheet of a workbook, by the sheet's name. */
export async function sheetsOf(source: ByteSource | Uint8Array): Promise<Record<string, Texts>> {
  const zip = await openZip(source instanceof Uint8Array ? bytesOf(source) : source)
  const { tables } = await openWorkbook(zip)
  const sheets: Record<string, Texts> = {}
  for (const table of tables) sheets[table.name] = await textsOf(table)
  return sheets
}

/** The same bytes, handed out in pieces of one size, as a slow network would. */
export function inPieces(bytes: Uint8Array, size: number): ByteSource {
  return {
    size: bytes.length,
    read: async (start, end) => bytes.slice(start, end),
    stream: async (start, end) => {
      let at = start
      return new ReadableStream({
        pull(controller) {
          if (at >= end) return controller.close()
          controller.enqueue(bytes.slice(at, Math.min(at + size, end)))
          at += size
        },
      })
    },
  }
}
