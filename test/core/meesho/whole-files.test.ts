import { bytesOf } from '#core/files/bytes'
import { openFile } from '#core/files/open-file'
import type { Table } from '#core/files/row'
import { recogniseReport } from '#core/meesho/recognise-report'
import { readAll, tableOf } from '#test/support/table'
import { expect, test } from 'vitest'
import {
  bytesOfSample,
  csvSample,
  hintsOf,
  listSamples,
  type Sheet,
  workbookSample,
} from './sample-files'

const samples = ['seller-2025', 'seller-2026'].flatMap((seller) =>
  listSamples(seller)
    .filter((name) => /PAYMENT|rders/.test(name))
    .map((name) => ({ seller, name })),
)

/** Every report of a file, from our own reader of files. */
async function ours(seller: string, name: string) {
  const found = []
  for await (const leaf of openFile(bytesOf(bytesOfSample(seller, name))))
    for (const table of leaf.tables)
      found.push(await readReport(table, [name, ...leaf.path], leaf.createdOn))
  return found
}

/** The same from libraries that are not ours. */
async function theirs(seller: string, name: string) {
  const sheets: Sheet[] = name.endsWith('.csv')
    ? [csvSample(seller, name)]
    : workbookSample(seller, name)
  const found = []
  for (const { names, sheet, rows } of sheets)
    found.push(await readReport(tableOf(rows, sheet), names))
  return found
}

async function readReport(table: Table, names: string[], createdOn = hintsOf(names).createdOn) {
  const recognition = await recogniseReport(table, { names, createdOn })
  if (recognition.status !== 'recognised') return { sheet: table.name, recognition }
  const { read: _read, ...report } = recognition.report
  return { sheet: table.name, report, ...(await readAll(table, recognition.report as never)) }
}

test.each(samples)(
  '$seller $name reads the same by two readers of files',
  async ({ seller, name }) => {
    const found = await ours(seller, name)
    expect(found.length).toBeGreaterThan(0)
    expect(found).toEqual(await theirs(seller, name))
  },
)
