import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bytesOf } from '#core/files/bytes'
import type { Row } from '#core/files/row'
import { openWorkbook } from '#core/files/xlsx'
import { openZip, readEntry } from '#core/files/zip'
import { read, utils } from '@e965/xlsx'
import { makePaymentsWorkbook } from '../support/payments-workbook'
import type { BenchFigure } from './figure'

const ROWS = 100_000
const SHEET = 'Order Payments'

type Way = 'make' | 'inflate' | 'scan' | 'text' | 'peer'
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
    const [inflate, scan, text] = [best('inflate', file), best('scan', file), best('text', file)]
    const peer = measureApart('peer', file)
    if (text.cells !== peer.cells) throw new Error(`${text.cells} cells, not ${peer.cells}`)
    return figures(inflate, scan, text, peer)
  } finally {
    await rm(folder, { recursive: true })
  }
}

function figures(inflate: Measured, scan: Measured, text: Measured, peer: Measured): BenchFigure[] {
  const name = `${ROWS} payments`
  return [
    { name: `${name}: bare inflate`, value: inflate.ms, unit: 'ms' },
    { name: `${name}: scan`, value: scan.ms, unit: 'ms' },
    {
      name: `${name}: scan and text of every cell`,
      value: text.ms,
      unit: 'ms',
      peer: { name: '@e965/xlsx', value: peer.ms },
    },
    {
      name: `${name}: scan against bare inflate`,
      value: scan.ms / inflate.ms,
      unit: 'times',
      limit: { atMost: 2.5 },
    },
    {
      name: `${name}: all text against bare inflate`,
      value: text.ms / inflate.ms,
      unit: 'times',
      limit: { atMost: 4 },
    },
    {
      name: `${name}: faster than @e965/xlsx`,
      value: peer.ms / text.ms,
      unit: 'times',
      limit: { atLeast: 20 },
    },
    {
      name: `${name}: peak memory`,
      value: text.peakMb,
      unit: 'MB',
      peer: { name: '@e965/xlsx', value: peer.peakMb },
    },
    {
      name: `${name}: memory of @e965/xlsx against ours`,
      value: peer.peakMb / text.peakMb,
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
  const sheet = read(bytes).Sheets[SHEET]!
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
  for await (const rows of tables.find((table) => table.name === SHEET)!.rows()) {
    for (const row of rows) count += way === 'scan' ? 1 : countTexts(row)
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
