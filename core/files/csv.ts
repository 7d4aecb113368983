import { piecesOf, UnreadableFile, type ByteSource } from './bytes'
import { append, type ByteWindow, fits, makeRoom, newWindow } from './byte-window'
import { clearCells, newCells, rowsIn } from './cells'
import { type CsvScan, fieldText, scanCsv } from './csv-scan'
import { LIMITS, type Limits } from './limits'
import type { Row, Table } from './row'

/** Bytes that can be asked for again from their start. */
export type Pieces = () => AsyncIterable<Uint8Array>

const DELIMITERS = [',', ';', '\t', '|'].map((sign) => sign.charCodeAt(0))
// Enough to see past a preamble.
const SAMPLE_BYTES = 64 * 1024
const SAMPLE_ROWS = 200

export function csvTable(pieces: Pieces, limits: Limits = LIMITS): Table {
  return { name: '', rows: () => csvRows(utf8Pieces(pieces()), limits) }
}

export async function* wholeOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  yield* piecesOf(await source.stream(0, source.size))
}

async function* csvRows(
  pieces: AsyncIterable<Uint8Array>,
  limits: Limits,
): AsyncGenerator<readonly Row[]> {
  const window = newWindow()
  let scan: CsvScan | undefined
  for await (const piece of pieces) {
    if (!fits(window, piece)) {
      scan ??= newScan(findDelimiter(window, limits, false), limits)
      scanWindow(scan, window, false)
      if (scan.cells.rowCount > 0) yield rowsIn(scan.cells)
      makeRoom(window, piece, limits)
    }
    append(window, piece)
  }
  scan ??= newScan(findDelimiter(window, limits, true), limits)
  scanWindow(scan, window, true)
  if (scan.cells.rowCount > 0) yield rowsIn(scan.cells)
}

function newScan(delimiter: number, limits: Limits): CsvScan {
  return { cells: newCells(fieldText), delimiter, limits, line: 1, records: 0 }
}

function scanWindow(scan: CsvScan, window: ByteWindow, isLast: boolean): void {
  clearCells(scan.cells)
  window.at = scanCsv(scan, window.bytes, window.at, window.end, isLast)
}

/** The delimiter that gives the most records one common width, and then the widest; a comma when none does. */
function findDelimiter(window: ByteWindow, limits: Limits, isWhole: boolean): number {
  let best = { delimiter: DELIMITERS[0] ?? 0, count: 0, width: 1 }
  for (const delimiter of DELIMITERS) {
    const { count, width } = commonWidth(window, delimiter, limits, isWhole)
    const isBetter = count > best.count || (count === best.count && width > best.width)
    if (width > 1 && isBetter) best = { delimiter, count, width }
  }
  return best.delimiter
}

function commonWidth(window: ByteWindow, delimiter: number, limits: Limits, isWhole: boolean) {
  const scan = newScan(delimiter, limits)
  const end = Math.min(window.end, window.at + SAMPLE_BYTES)
  try {
    scanCsv(scan, window.bytes, window.at, end, isWhole && end === window.end)
  } catch (error) {
    // A sign that makes no sense of the file is not its delimiter; the true one meets the same end again.
    if (!(error instanceof UnreadableFile)) throw error
  }
  const counts = new Map<number, number>()
  for (const { width } of rowsIn(scan.cells).slice(0, SAMPLE_ROWS)) {
    if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  let common = { count: 0, width: 1 }
  for (const [width, count] of counts) {
    if (count > common.count || (count === common.count && width > common.width)) {
      common = { count, width }
    }
  }
  return common
}

/** The same text as UTF-8 without a byte order mark, whatever Unicode form the file has. */
async function* utf8Pieces(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start = new Uint8Array(0)
  let decoder: TextDecoder | undefined
  let isStarted = false
  for await (const piece of pieces) {
    if (isStarted) {
      yield recode(piece, decoder)
      continue
    }
    start = joined(start, piece)
    // A byte order mark has two or three bytes.
    if (start.byteLength < 3) continue
    isStarted = true
    decoder = wideDecoder(start)
    yield recode(withoutMark(start), decoder)
  }
  if (!isStarted) yield recode(withoutMark(start), (decoder = wideDecoder(start)))
  if (decoder) yield recode(new Uint8Array(0), decoder, true)
}

function wideDecoder(start: Uint8Array): TextDecoder | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true })
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true })
  return undefined
}

function withoutMark(start: Uint8Array): Uint8Array {
  const isMarked = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf
  return isMarked ? start.subarray(3) : start
}

function recode(piece: Uint8Array, decoder: TextDecoder | undefined, isLast = false): Uint8Array {
  if (!decoder) return piece
  try {
    return new TextEncoder().encode(decoder.decode(piece, { stream: !isLast }))
  } catch (error) {
    throw new UnreadableFile(
      'csv-cut-off',
      'This text file is cut off or damaged. Download it again and upload the new copy.',
      { cause: error },
    )
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.byteLength + other.byteLength)
  both.set(one)
  both.set(other, one.byteLength)
  return both
}
