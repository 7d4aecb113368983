import { UnreadableFile } from './bytes'
import { addCell, type Cells, CODED, PLAIN, READY, reserveRow } from './cells'
import { cellTooLong, type Limits, tooManyColumns, tooManyRows } from './limits'

/** A quoted field in which quotes are doubled; beyond the kinds of workbook cells. */
export const DOUBLED = 8

export type CsvScan = {
  readonly cells: Cells
  readonly delimiter: number
  readonly limits: Limits
  /** The line on which the next record begins. */
  line: number
  records: number
}

const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const windows1252 = new TextDecoder('windows-1252')

/**
 * Adds every whole record between `at` and `end`; answers where the first unfinished one begins. When the
 * bytes are the file's last, their end closes the last record.
 */
export function scanCsv(
  scan: CsvScan,
  bytes: Uint8Array,
  at: number,
  end: number,
  isLast: boolean,
): number {
  const { cells } = scan
  cells.bytes = bytes
  while (at < end) {
    const first = cells.count
    const line = scan.line
    reserveRow(cells, scan.limits.columns + 1)
    const next = scanRecord(scan, at, end, isLast)
    if (next < 0) {
      cells.count = first
      scan.line = line
      return at
    }
    scan.line++
    // A blank line is no record, as a missing row of a sheet is no row.
    const isBlank =
      cells.count === first + 1 && cells.starts[first] === at && cells.ends[first] === at
    if (isBlank) cells.count = first
    else keepRecord(scan, first, line)
    at = next
  }
  return at
}

function keepRecord(scan: CsvScan, first: number, line: number): void {
  const { cells } = scan
  if (++scan.records > scan.limits.rows) throw tooManyRows(scan.limits.rows)
  cells.rowNumbers[cells.rowCount] = line
  cells.rowFirsts[cells.rowCount++] = first
}

/** Reads one record; answers where the next begins, or -1 when the bytes end before this one does. */
function scanRecord(scan: CsvScan, from: number, end: number, isLast: boolean): number {
  const { bytes } = scan.cells
  let at = from
  for (let column = 0; ; column++) {
    if (column > scan.limits.columns) throw tooManyColumns(scan.limits.columns)
    at =
      bytes[at] === QUOTE && at < end
        ? scanQuoted(scan, column, at + 1, end, isLast)
        : scanBare(scan, column, at, end)
    if (at < 0) return -1
    if (at >= end) return isLast ? end : -1
    if (bytes[at] !== scan.delimiter) return behindLineEnd(bytes, at, end, isLast)
    at++
  }
}

function behindLineEnd(bytes: Uint8Array, at: number, end: number, isLast: boolean): number {
  if (bytes[at] === LF) return at + 1
  // Only the next byte tells whether this is an old Mac line end or half of a Windows one.
  if (at + 1 >= end && !isLast) return -1
  return bytes[at + 1] === LF && at + 1 < end ? at + 2 : at + 1
}

function scanBare(scan: CsvScan, column: number, start: number, end: number): number {
  const { cells, delimiter } = scan
  const { bytes } = cells
  let at = start
  let seen = 0
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte === delimiter || byte === LF || byte === CR) break
    seen |= byte
  }
  addField(scan, column, seen < 128 ? PLAIN : CODED, start, at)
  return at
}

/** Reads a field up to its closing quote and whatever follows that; -1 when the bytes end first. */
// oxlint-disable-next-line complexity -- the loop over the bytes of a quoted field reads best whole
function scanQuoted(
  scan: CsvScan,
  column: number,
  start: number,
  end: number,
  isLast: boolean,
): number {
  const { bytes } = scan.cells
  let at = start
  let seen = 0
  let isDoubled = false
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0
    seen |= byte
    if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) scan.line++
    if (byte !== QUOTE) continue
    if (at + 1 >= end && !isLast) return -1
    if (at + 1 >= end || bytes[at + 1] !== QUOTE) break
    isDoubled = true
    at++
  }
  if (at >= end) {
    if (at - start > scan.limits.cellBytes) throw cellTooLong()
    if (!isLast) return -1
    throw unclosedQuote()
  }
  const kind = isDoubled ? DOUBLED : seen < 128 ? PLAIN : CODED
  addField(scan, column, kind, start, at)
  return joinTrailing(scan, column, at + 1, end)
}

/** Text between a closing quote and the delimiter belongs to the field, as Excel reads it. */
function joinTrailing(scan: CsvScan, column: number, start: number, end: number): number {
  const { cells } = scan
  const first = cells.bytes[start] ?? 0
  if (start >= end || first === scan.delimiter || first === LF || first === CR) return start
  const quoted = fieldText(cells, cells.count - 1)
  cells.count--
  const at = scanBare(scan, column, start, end)
  const trailing = fieldText(cells, cells.count - 1)
  cells.count--
  addCell(cells, column, READY, cells.ready.push(quoted + trailing) - 1, 0)
  return at
}

function addField(scan: CsvScan, column: number, kind: number, start: number, end: number): void {
  if (end - start > scan.limits.cellBytes) throw cellTooLong()
  if (column >= scan.limits.columns && end > start) throw tooManyColumns(scan.limits.columns)
  addCell(scan.cells, column, kind, start, end)
}

/** The text of a field. */
export function fieldText(cells: Cells, cell: number): string {
  const kind = cells.kinds[cell]
  const start = cells.starts[cell] ?? 0
  if (kind === READY) return cells.ready[start] ?? ''
  const text = decodeField(cells.bytes.subarray(start, cells.ends[cell]))
  return kind === DOUBLED ? text.replaceAll('""', '"') : text
}

/** Excel's plain "CSV" is in Windows' own letters; hardly any such text is UTF-8 by chance. */
function decodeField(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return windows1252.decode(bytes)
  }
}

function unclosedQuote(): UnreadableFile {
  return new UnreadableFile(
    'csv-cut-off',
    'This CSV file ends in the middle of a cell. Download it again and upload the new copy.',
  )
}
