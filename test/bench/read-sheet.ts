import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bytesOf } from '#core/files/bytes'
import type { Row, Table } from '#core/files/row'
import { openWorkbook } from '#core/files/xlsx'
import { recogniseReport } from '#core/meesho/recognise-report'
import { isRejected } from '#core/meesho/report'
import { openZip, readEntry } from '#core/files/zip'
import { read as readWorkbook, utils } from '@e965/xlsx'
import { makePaymentsWorkbook } from '../support/payments-workbook'
import type { BenchFigure } from './figure'

const ROWS = 100_000
const SHEET = 'Order Payments'

type Way = 'records' | 'make' | 'inflate' | 'scan' | 'text' | 'peer'
/**
 * Processor time of all threads, which is what Workers count and what busy neighbours change least; memory is the
 * peak of the whole process.
 */
type Measured = { ms: number; peakMb: number; cells: number }

/**
 * Reads a payments sheet of 100,000 rows × 41 columns, each way in a process of its own so that memory is
 * its own too: bare inflate, our scan, our scan with the text of every cell, and a whole-workbook reader.
 */
export async function run(): Promise<BenchFigure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'read-sheet-'))
  try {
    const file = path.join(folder, 'payments.xlsx')
    // Made apart as well: a process counts the memory of the one that started it into its own peak.
    measureApart('make', file)
    const [inflate, scan] = [best('inflate', file), best('scan', file)]
    const [text, records] = [best('text', file), best('records', file)]
    const peer = measureApart('peer', file)
    if (text.cells !== peer.cells) throw new Error(`${text.cells} cells, not ${peer.cells}`)
    if (records.cells !== ROWS) throw new Error(`${records.cells} records read, ${ROWS} expected`)
    return figures({ inflate, scan, text, records, peer })
  } finally {
    await rm(folder, { recursive: true })
  }
}

type Results = Readonly<Record<'inflate' | 'scan' | 'text' | 'records' | 'peer', Measured>>

function figures({ inflate, scan, text, records, peer }: Results): BenchFigure[] {
  const name = `${ROWS} payments`
  return [
    { name: `${name}: bare inflate`, value: inflate.ms, unit: 'ms' },
    { name: `${name}: scan`, value: scan.ms, unit: 'ms' },
    { name: `${name}: scan and text of every cell`, value: text.ms, unit: 'ms' },
    {
      name: `${name}: typed records, every amount and day parsed`,
      value: records.ms,
      unit: 'ms',
      peer: { name: '@e965/xlsx, text of cells only', value: peer.ms },
    },
    {
      name: `${name}: typed records against bare inflate`,
      value: records.ms / inflate.ms,
      unit: 'times',
      limit: { atMost: 3 },
    },
    {
      name: `${name}: typed records faster than @e965/xlsx`,
      value: peer.ms / records.ms,
      unit: 'times',
      limit: { atLeast: 20 },
    },
    {
      name: `${name}: peak memory`,
      value: records.peakMb,
      unit: 'MB',
      peer: { name: '@e965/xlsx', value: peer.peakMb },
    },
    {
      name: `${name}: memory of @e965/xlsx against ours`,
      value: peer.peakMb / records.peakMb,
      unit: 'times',
      limit: { atLeast: 8 },
    },
  ]
}

/** The best of three, because other work on the machine only ever adds time and memory. */
function best(way: Way, file: string): Measured {
  const runs = [1, 2, 3].map(() => measureApart(way, file))
  return {
    ms: Math.min(...runs.map(({ ms }) => ms)),
    peakMb: Math.min(...runs.map(({ peakMb }) => peakMb)),
    cells: runs[0]!.cells,
  }
}

function measureApart(way: Way, file: string): Measured {
  const self = fileURLToPath(import.meta.url)
  const output = execFileSync(process.execPath, [self, 'read-sheet-child', way, file])
  return JSON.parse(output.toString()) as Measured
}

async function measure(way: Way, file: string): Promise<Measured> {
  if (way === 'make') await writeFile(file, await makePaymentsWorkbook({ rows: ROWS }))
  const bytes = await readFile(file)
  const started = process.cpuUsage()
  const cells = way === 'peer' ? readByPeer(bytes) : await readByUs(way, bytes)
  const { user, system } = process.cpuUsage(started)
  return { ms: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024, cells }
}

/** As its documentation shows it. */
function readByPeer(bytes: Uint8Array): number {
  const sheet = readWorkbook(bytes).Sheets[SHEET]!
  const rows: string[][] = utils.sheet_to_json(sheet, { header: 1, raw: false })
  return rows.flat().filter((text) => text !== undefined && text !== '').length
}

async function readByUs(way: Way, bytes: Uint8Array): Promise<number> {
  const zip = await openZip(bytesOf(bytes))
  let count = 0
  if (way === 'make' || way === 'inflate') {
    const entry = zip.entries.find((each) => each.name === 'xl/worksheets/sheet2.xml')!
    for await (const piece of readEntry(zip, entry)) count += piece.byteLength
    return count
  }
  const { tables } = await openWorkbook(zip)
  const table = tables.find(({ name }) => name === SHEET)!
  if (way === 'records') return countRecords(table)
  for await (const rows of table.rows()) {
    for (const row of rows) count += way === 'scan' ? 1 : countTexts(row)
  }
  return count
}

async function countRecords(table: Table): Promise<number> {
  const recognition = await recogniseReport(table, { names: [], createdOn: undefined })
  if (recognition.status !== 'recognised') throw new Error('The sheet is not recognised')
  const { headerRow, read } = recognition.report
  let count = 0
  for await (const rows of table.rows()) {
    for (const row of rows) {
      const record = row.number > headerRow ? read(row) : undefined
      if (record !== undefined && !isRejected(record)) count += 1
    }
  }
  return count
}

function countTexts(row: Row): number {
  let count = 0
  for (let column = 0; column < row.width; column++) if (row.text(column) !== '') count++
  return count
}

if (process.argv[2] === 'read-sheet-child') {
  const [, , , way, file] = process.argv
  console.log(JSON.stringify(await measure(way as Way, file!)))
}
