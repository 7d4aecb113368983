import type { Row } from './row'
import { plainHundredths, plainText, type TextCache } from './plain-text'

/** How the bytes of a cell are to be understood; the low bits of its kind. */
export const PLAIN = 0
/** Text with escapes, or bytes beyond ASCII. */
export const CODED = 1
/** Text made while scanning; `starts` is its place in `ready`. */
export const READY = 2
/** `starts` is a place in the workbook's shared texts. */
export const SHARED = 3
/** A number; the bits above say which style. */
export const NUMBER = 4
export const BOOLEAN = 5
export const ISO_DATE = 6
/** A cell that is only formatted. */
export const BLANK = 7

export const KIND_MASK = 7
export const STYLE_SHIFT = 3

/**
 * Where the cells of some whole rows stand in `bytes`. Nothing becomes text until a reader asks,
 * because a payments sheet has 41 columns and no one needs them all.
 */
export type Cells = {
  bytes: Uint8Array
  count: number
  columns: Uint16Array
  kinds: Uint32Array
  starts: Uint32Array
  ends: Uint32Array
  ready: string[]
  rowCount: number
  rowNumbers: Uint32Array
  rowFirsts: Uint32Array
  readonly cache: TextCache
  /** The text of a cell that is not plain. */
  readonly meaning: (cells: Cells, cell: number) => string
}

export function newCells(meaning: Cells['meaning']): Cells {
  return {
    bytes: new Uint8Array(0),
    count: 0,
    columns: new Uint16Array(8192),
    kinds: new Uint32Array(8192),
    starts: new Uint32Array(8192),
    ends: new Uint32Array(8192),
    ready: [],
    rowCount: 0,
    rowNumbers: new Uint32Array(1024),
    rowFirsts: new Uint32Array(1024),
    cache: [],
    meaning,
  }
}

export function clearCells(cells: Cells): void {
  cells.count = 0
  cells.rowCount = 0
  cells.ready = []
}

/** Makes room for one more row of `width` cells, so that the scanner need not ask for every cell. */
export function reserveRow(cells: Cells, width: number): void {
  if (cells.count + width > cells.columns.length) {
    const size = Math.max(cells.columns.length * 2, cells.count + width)
    cells.columns = grown(new Uint16Array(size), cells.columns)
    cells.kinds = grown(new Uint32Array(size), cells.kinds)
    cells.starts = grown(new Uint32Array(size), cells.starts)
    cells.ends = grown(new Uint32Array(size), cells.ends)
  }
  if (cells.rowCount === cells.rowNumbers.length) {
    cells.rowNumbers = grown(new Uint32Array(cells.rowCount * 2), cells.rowNumbers)
    cells.rowFirsts = grown(new Uint32Array(cells.rowCount * 2), cells.rowFirsts)
  }
}

function grown<Numbers extends Uint16Array | Uint32Array>(larger: Numbers, old: Numbers): Numbers {
  larger.set(old)
  return larger
}

export function addCell(
  cells: Cells,
  column: number,
  kind: number,
  start: number,
  end: number,
): void {
  const cell = cells.count++
  cells.columns[cell] = column
  cells.kinds[cell] = kind
  cells.starts[cell] = start
  cells.ends[cell] = end
}

/** The scanned rows as readers see them, valid until the cells are cleared. */
export function rowsIn(cells: Cells): Row[] {
  const rows: Row[] = []
  for (let index = 0; index < cells.rowCount; index++) {
    const first = cells.rowFirsts[index] ?? 0
    const next = index + 1 < cells.rowCount ? (cells.rowFirsts[index + 1] ?? 0) : cells.count
    rows.push({
      number: cells.rowNumbers[index] ?? 0,
      width: next > first ? (cells.columns[next - 1] ?? 0) + 1 : 0,
      text: (column) => textAt(cells, first, next, column),
      hundredths: (column) => hundredthsAt(cells, first, next, column),
    })
  }
  return rows
}

function textAt(cells: Cells, first: number, next: number, column: number): string {
  const cell = cellAt(cells, first, next, column)
  if (cell < 0) return ''
  const kind = cells.kinds[cell]
  if (kind === BLANK) return ''
  if (kind !== PLAIN) return cells.meaning(cells, cell)
  return plainText(cells.cache, cells.bytes, cells.starts[cell] ?? 0, cells.ends[cell] ?? 0)
}

function hundredthsAt(
  cells: Cells,
  first: number,
  next: number,
  column: number,
): number | undefined {
  const cell = cellAt(cells, first, next, column)
  if (cell < 0 || cells.kinds[cell] !== PLAIN) return undefined
  return plainHundredths(cells.bytes, cells.starts[cell] ?? 0, cells.ends[cell] ?? 0)
}

/** The place of a column's cell, or -1 where the row has none. */
function cellAt(cells: Cells, first: number, next: number, column: number): number {
  // Columns ascend, so the cell stands at its own column's place, or before it where cells are missing.
  let cell = Math.min(first + column, next - 1)
  while (cell >= first && (cells.columns[cell] ?? 0) > column) cell--
  return cell >= first && cells.columns[cell] === column ? cell : -1
}
