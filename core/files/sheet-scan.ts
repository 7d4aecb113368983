import {
  addCell,
  BLANK,
  BOOLEAN,
  type Cells,
  CODED,
  ISO_DATE,
  NUMBER,
  PLAIN,
  READY,
  reserveRow,
  SHARED,
  STYLE_SHIFT,
} from './cells'
import { cellTooLong, type Limits, tooManyColumns, tooManyRows } from './limits'
import { isPlainXml } from './plain-text'
import {
  CLOSE,
  EMPTY,
  isNamed,
  newCursor,
  nextAttribute,
  nextTag,
  OPEN,
  shortName,
  type XmlCursor,
} from './xml-bytes'
import { damagedXml, richText, textWithin, unescapeExcel } from './xml-text'
import { scanPlainCells } from './sheet-scan-inline'

/** Where the scan of one sheet stands between two windows of its bytes. */
export type SheetScan = {
  readonly cells: Cells
  readonly cursor: XmlCursor
  readonly limits: Limits
  /** The bytes of the cursor, to read several at once. */
  view: DataView
  /** Bytes of a workbook's texts are UTF-8; this reads the few that need more than a look. */
  readonly decoder: TextDecoder
  phase: 'before' | 'rows' | 'after'
  /** The last row that was read whole. */
  lastRow: number
  /** The row being read; 0 until its own number or that of its first cell is known. */
  row: number
  // The cell being read.
  column: number
  type: number
  style: number
}

const LETTER_C = 0x63
const LETTER_F = 0x66
const LETTER_R = 0x72
const LETTER_S = 0x73
const LETTER_T = 0x74
const LETTER_V = 0x76

export function newSheetScan(cells: Cells, limits: Limits): SheetScan {
  return {
    cells,
    cursor: newCursor(),
    limits,
    view: new DataView(new ArrayBuffer(0)),
    decoder: new TextDecoder('utf-8', { ignoreBOM: true }),
    phase: 'before',
    lastRow: 0,
    row: 0,
    column: -1,
    type: NUMBER,
    style: 0,
  }
}

/** Adds every whole row between `at` and `end` to the cells; answers where the first unfinished one begins. */
export function scanSheet(scan: SheetScan, bytes: Uint8Array, at: number, end: number): number {
  const { cursor, cells } = scan
  cells.bytes = bytes
  cursor.bytes = bytes
  scan.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  cursor.at = at
  cursor.end = end
  let understood = at
  while (scan.phase !== 'after' && nextTag(cursor)) {
    if (scan.phase === 'before') {
      if (cursor.kind !== CLOSE && isNamed(cursor, 'sheetData')) {
        scan.phase = cursor.kind === EMPTY ? 'after' : 'rows'
      }
    } else if (isNamed(cursor, 'row')) {
      if (cursor.kind !== CLOSE && !scanRow(scan)) return understood
    } else if (cursor.kind === CLOSE && isNamed(cursor, 'sheetData')) scan.phase = 'after'
    understood = cursor.at
  }
  return scan.phase === 'after' ? end : understood
}

/** Reads one row; false, with nothing kept, when the bytes end before the row does. */
function scanRow(scan: SheetScan): boolean {
  const { cells, cursor } = scan
  const first = cells.count
  reserveRow(cells, scan.limits.columns)
  scan.row = rowNumberOf(scan)
  scan.column = -1
  if (cursor.kind === OPEN && !scanCells(scan)) {
    cells.count = first
    return false
  }
  if (scan.row === 0) scan.row = scan.lastRow + 1
  if (scan.row <= scan.lastRow) throw damagedXml()
  if (scan.row > scan.limits.rows) throw tooManyRows(scan.limits.rows)
  scan.lastRow = scan.row
  cells.rowNumbers[cells.rowCount] = scan.row
  cells.rowFirsts[cells.rowCount++] = first
  return true
}

function rowNumberOf({ cursor }: SheetScan): number {
  while (nextAttribute(cursor)) {
    if (cursor.letter === LETTER_R) return wholeNumber(cursor)
  }
  return 0
}

function scanCells(scan: SheetScan): boolean {
  const { cursor } = scan
  for (;;) {
    scanPlainCells(scan)
    if (!nextTag(cursor)) return false
    if (shortName(cursor) === LETTER_C && cursor.kind !== CLOSE) {
      const isEmpty = cursor.kind === EMPTY
      readCellTag(scan)
      if (isEmpty) addBlank(scan)
      else if (!scanValue(scan)) return false
    } else if (cursor.kind === CLOSE && isNamed(cursor, 'row')) return true
  }
}

function readCellTag(scan: SheetScan): void {
  const { cursor } = scan
  let column = scan.column + 1
  scan.type = NUMBER
  scan.style = 0
  while (nextAttribute(cursor)) {
    if (cursor.letter === LETTER_R) column = columnOf(scan)
    else if (cursor.letter === LETTER_S) scan.style = wholeNumber(cursor)
    else if (cursor.letter === LETTER_T) scan.type = typeOf(cursor)
  }
  // Cells that run backwards would hide one another.
  if (column <= scan.column) throw damagedXml()
  scan.column = column
}

/** The column of a reference such as `AB12`, counted from 0; its row must be the row it stands in. */
function columnOf(scan: SheetScan): number {
  const { bytes, valueStart, valueEnd } = scan.cursor
  let at = valueStart
  let column = 0
  for (; at < valueEnd; at++) {
    const letter = (bytes[at] ?? 0) & ~0x20
    if (letter < 0x41 || letter > 0x5a) break
    column = column * 26 + letter - 0x40
  }
  let row = 0
  for (; at < valueEnd; at++) row = row * 10 + (bytes[at] ?? 0) - 0x30
  if (scan.row === 0) scan.row = row
  if (row !== scan.row || column === 0 || column > 0xffff) throw damagedXml()
  return column - 1
}

function wholeNumber({ bytes, valueStart, valueEnd }: XmlCursor): number {
  let value = 0
  for (let at = valueStart; at < valueEnd; at++) {
    const digit = (bytes[at] ?? 0) - 0x30
    if (digit < 0 || digit > 9) throw damagedXml()
    value = value * 10 + digit
  }
  if (value > 0xfffffff) throw damagedXml()
  return value
}

/** What a cell's `t` says of its value; an unknown type is as damaging as a lost cell. */
function typeOf(cursor: XmlCursor): number {
  const { bytes, valueStart, valueEnd } = cursor
  const first = bytes[valueStart]
  if (valueEnd - valueStart === 1) {
    if (first === LETTER_S) return SHARED
    if (first === 0x6e) return NUMBER
    if (first === 0x62) return BOOLEAN
    if (first === 0x65) return CODED
    if (first === 0x64) return ISO_DATE
  }
  // `str` and `inlineStr`.
  if (first === LETTER_S || first === 0x69) return CODED
  throw damagedXml()
}

/** Reads up to the cell's closing tag; false when the bytes end first. */
function scanValue(scan: SheetScan): boolean {
  const { cursor } = scan
  let hasValue = false
  while (nextTag(cursor)) {
    const name = shortName(cursor)
    if (cursor.kind === CLOSE && name === LETTER_C) {
      if (!hasValue) addBlank(scan)
      return true
    }
    if (cursor.kind !== OPEN) continue
    const start = cursor.at
    if (name === LETTER_V) {
      if (!findClose(cursor, LETTER_V)) return false
      hasValue = true
      addValue(scan, start, cursor.tagStart)
    } else if (name === LETTER_F) {
      if (!findClose(cursor, LETTER_F)) return false
    } else if (isNamed(cursor, 'is')) {
      if (!scanInline(scan, start)) return false
      hasValue = true
    }
  }
  return false
}

/** Moves behind the closing tag of a one-letter element; `isOdd` when more than text stood between. */
function findClose(cursor: XmlCursor, letter: number): boolean {
  let isOdd = false
  while (nextTag(cursor)) {
    isOdd ||= cursor.isOdd
    if (cursor.kind === CLOSE && shortName(cursor) === letter) {
      cursor.isOdd = isOdd
      return true
    }
    isOdd = true
  }
  return false
}

function scanInline(scan: SheetScan, bodyStart: number): boolean {
  const { cursor } = scan
  let start = bodyStart
  let end = bodyStart
  let tags = 0
  let isRich = false
  while (nextTag(cursor)) {
    isRich ||= cursor.isOdd
    if (cursor.kind === CLOSE && isNamed(cursor, 'is')) {
      if (isRich) addReady(scan, richText(decode(scan, bodyStart, cursor.tagStart)))
      else addText(scan, start, end)
      return true
    }
    // Plain is one `<t>` and nothing else.
    isRich ||= shortName(cursor) !== LETTER_T || ++tags > 2
    if (cursor.kind === OPEN) start = end = cursor.at
    else if (cursor.kind === CLOSE) end = cursor.tagStart
  }
  return false
}

function addValue(scan: SheetScan, start: number, end: number): void {
  if (scan.cursor.isOdd) return addOdd(scan, textWithin(decode(scan, start, end)))
  if (scan.type === CODED) return addText(scan, start, end)
  if (scan.type === SHARED) return addShared(scan, decode(scan, start, end))
  refuseCell(scan, end - start)
  const isStyled = scan.type === NUMBER
  addCell(
    scan.cells,
    scan.column,
    isStyled ? NUMBER | (scan.style << STYLE_SHIFT) : scan.type,
    start,
    end,
  )
}

/** A value with comments or CDATA in it, which is put together before it is understood. */
function addOdd(scan: SheetScan, text: string): void {
  if (scan.type === CODED) return addReady(scan, unescapeExcel(text))
  if (scan.type === SHARED) return addShared(scan, text)
  throw damagedXml()
}

function addShared(scan: SheetScan, text: string): void {
  if (!/^\s*\d{1,9}\s*$/.test(text)) throw damagedXml()
  refuseCell(scan, 0)
  addCell(scan.cells, scan.column, SHARED, Number(text), 0)
}

function addText(scan: SheetScan, start: number, end: number): void {
  refuseCell(scan, end - start)
  const kind = isPlainXml(scan.cursor.bytes, start, end) ? PLAIN : CODED
  addCell(scan.cells, scan.column, kind, start, end)
}

function addReady(scan: SheetScan, text: string): void {
  refuseCell(scan, text.length)
  addCell(scan.cells, scan.column, READY, scan.cells.ready.push(text) - 1, 0)
}

/** A formatted cell without a value; beyond the last column that counts it is not worth refusing a file. */
function addBlank(scan: SheetScan): void {
  if (scan.column < scan.limits.columns) addCell(scan.cells, scan.column, BLANK, 0, 0)
}

function refuseCell(scan: SheetScan, length: number): void {
  if (scan.column >= scan.limits.columns) throw tooManyColumns(scan.limits.columns)
  if (length > scan.limits.cellBytes) throw cellTooLong()
}

function decode(scan: SheetScan, start: number, end: number): string {
  return scan.decoder.decode(scan.cursor.bytes.subarray(start, end))
}
