import { recogniseReport } from '#core/meesho/recognise-report'
import type { FileHints, RecordOf, RejectedRow, ReportKind } from '#core/meesho/report'
import { readAll, tableOf } from '#test/support/table'
import * as XLSX from '@e965/xlsx'
import Papa from 'papaparse'
import { readdirSync, readFileSync } from 'node:fs'

export type Sheet = { names: string[]; sheet: string; rows: string[][] }

const folderOf = (seller: string) => new URL(`../../fixtures/${seller}/`, import.meta.url)

export function truthOf(seller: string) {
  return JSON.parse(readFileSync(new URL('truth.json', folderOf(seller)), 'utf8'))
}

export function listSamples(seller: string): string[] {
  return readdirSync(folderOf(seller)).sort()
}

export function bytesOfSample(seller: string, name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, folderOf(seller))))
}

export function csvSample(seller: string, name: string): Sheet {
  const text = readFileSync(new URL(name, folderOf(seller)), 'utf8')
  const { data } = Papa.parse<string[]>(text.trimEnd())
  return { names: [name], sheet: '', rows: data }
}

/** Every sheet of a workbook, bare or in a ZIP, read by a library that is not ours. */
export function workbookSample(seller: string, name: string): Sheet[] {
  const bytes = readFileSync(new URL(name, folderOf(seller)))
  if (!name.endsWith('.zip')) return sheetsOf(bytes, [name])
  const zip = XLSX.CFB.read(bytes, { type: 'buffer' })
  return zip.FullPaths.flatMap((path: string, index: number) =>
    path.endsWith('.xlsx')
      ? sheetsOf(zip.FileIndex[index]!.content as Uint8Array, [name, path.replace(/^.*\//, '')])
      : [],
  )
}

function sheetsOf(bytes: Uint8Array, names: string[]): Sheet[] {
  const workbook = XLSX.read(bytes, { type: 'buffer', nodim: true })
  return workbook.SheetNames.map((sheet) => ({
    names,
    sheet,
    rows: XLSX.utils.sheet_to_json<string[]>(workbook.Sheets[sheet]!, {
      header: 1,
      defval: '',
      blankrows: true,
    }),
  }))
}

export function hintsOf(names: string[]): FileHints {
  return { names, createdOn: undefined }
}

/** The records of a sheet that must be a report of this kind. */
export async function readSheet<Kind extends ReportKind>(
  { names, sheet, rows }: Sheet,
  kind: Kind,
): Promise<{ records: RecordOf[Kind][]; rejected: RejectedRow[] }> {
  const table = tableOf(rows, sheet)
  const recognition = await recogniseReport(table, hintsOf(names))
  if (recognition.status !== 'recognised' || recognition.report.kind !== kind)
    throw new Error(`${names.at(-1)} ${sheet}: ${JSON.stringify(recognition)}, not ${kind}`)
  return readAll<Kind>(table, recognition.report as never)
}
