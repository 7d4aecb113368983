import type { BusinessDate } from '../dates'
import type { Row } from '../files/row'
import { parseSubOrderNo, type SubOrderNo } from '../ids'
import { type Paise, paise, ZERO } from '../money/paise'
import { isMissing, parseDecimal, parseRupees } from '../money/rupees'
import { type DateOrder, parseReportDay } from './dates'
import type { Header } from './headers'
import type { RejectedRow } from './report'

/**
 * One row under the readers' eyes. One object serves a whole report: a row is laid into it, its cells are
 * read in any order, and the first that cannot be counted is remembered in `stopped`.
 */
export type RowCells = {
  readonly names: readonly string[]
  readonly legend: readonly string[]
  readonly dateOrders: DateOrders
  row: Row
  stopped: RejectedRow | undefined
  /** The first money cell without a value, or -1. */
  blankColumn: number
}

export type DateOrders = ReadonlyMap<number, DateOrder>

const NO_ROW: Row = { number: 0, width: 0, text: () => '' }

const DOWNLOAD_AGAIN =
  'Please download the file from the panel again and upload it without opening it in a spreadsheet program.'
const AMBIGUOUS_DAY = `A spreadsheet program has rewritten the dates of this file: 01-06-2026 could be 1 June or 6 January. ${DOWNLOAD_AGAIN}`
const NOT_AN_AMOUNT = 'This is not an amount in rupees and paise.'

// Enough to find the cell by; a damaged file may hold a whole page in one.
const MOST_TEXT = 200

/** What a spreadsheet program leaves of a long number. */
const SHORTENED_NUMBER = /^\d+(\.\d+)?E\+?\d+$/i
// 0.1 % for goods to be exported, 0.25 % for rough stones.
const SMALLEST_GST_RATES = new Set([10, 25])
const SPREADSHEET_ERROR = /^#(NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NULL!|NUM!|ERROR!)$/

/** Lays the rows below a header under `readRow`'s eyes, one by one; titles, names and legends say nothing. */
export function rowReader<Read>(
  header: Header,
  dateOrders: DateOrders,
  readRow: (cells: RowCells) => Read,
): (row: Row) => Read | undefined {
  const { names, legend, lastRow } = header
  const cells: RowCells = {
    names,
    legend,
    dateOrders,
    row: NO_ROW,
    stopped: undefined,
    blankColumn: -1,
  }
  return (row) => {
    if (row.number <= lastRow) return undefined
    cells.row = row
    cells.stopped = undefined
    cells.blankColumn = -1
    return readRow(cells)
  }
}

/** Only the first reason is kept: it is the one to mend first. */
export function stopRow(cells: RowCells, column: number, reason: string): RejectedRow {
  cells.stopped ??= {
    row: cells.row.number,
    column: cells.names[column] ?? '',
    text: column < 0 ? '' : cells.row.text(column).slice(0, MOST_TEXT),
    reason,
  }
  return cells.stopped
}

/** Cells beyond the names mean that a comma inside a text was taken for a border and moved every cell after it. */
export function stopIfShifted(cells: RowCells): void {
  for (let column = cells.names.length; column < cells.row.width; column += 1)
    if (textIn(cells, column) !== '')
      stopRow(cells, column, 'This row has more cells than the file has columns.')
}

export function textIn(cells: RowCells, column: number): string {
  return column < 0 ? '' : cells.row.text(column).trim()
}

/** Text that is never a seller's own words, so a leading apostrophe can only be a spreadsheet's mark. */
export function codeIn(cells: RowCells, column: number): string {
  const text = textIn(cells, column)
  return text.startsWith("'") ? text.slice(1).trim() : text
}

/** A code that a file may also leave out, by a blank, a dash or `null`. */
export function optionalCodeIn(cells: RowCells, column: number): string {
  const code = codeIn(cells, column)
  return isMissing(code) ? '' : code
}

/** True for what a spreadsheet program leaves of a long number: `1.76E+13`. */
export function isShortened(text: string): boolean {
  return SHORTENED_NUMBER.test(text)
}

/** An id that is text; digits lost to scientific notation cannot be brought back. */
export function idIn(cells: RowCells, column: number): string {
  const id = codeIn(cells, column)
  if (isShortened(id))
    stopRow(cells, column, `A spreadsheet program has shortened this number. ${DOWNLOAD_AGAIN}`)
  return id
}

/** Exactly the seller's own text, whose zeros, quotes and punctuation all count. */
export function skuIn(cells: RowCells, column: number): string {
  const sku = textIn(cells, column)
  if (sku.startsWith('#') && SPREADSHEET_ERROR.test(sku))
    stopRow(
      cells,
      column,
      `A spreadsheet program has replaced this SKU by an error. ${DOWNLOAD_AGAIN}`,
    )
  return sku
}

/** Nothing for a row without data, and for one that is now stopped. */
export function subOrderNoIn(cells: RowCells, column: number): SubOrderNo | undefined {
  const code = codeIn(cells, column)
  const found = parseSubOrderNo(code)
  if (found === undefined && !isNoise(cells, column)) stopRow(cells, column, reasonAgainstId(code))
  return found
}

function reasonAgainstId(text: string): string {
  if (text === '')
    return 'This row has values but no sub-order number, so it is not counted. If it is a total, nothing is lost.'
  if (isShortened(text) || /^\d+(\.\d*)?$/.test(text))
    return `A spreadsheet program has turned this sub-order number into a plain number and lost a part of it. ${DOWNLOAD_AGAIN}`
  return 'This is not a sub-order number, so the row is not counted. If it is a total, nothing is lost.'
}

/** True where a row says nothing: blank, the panel's sentence for a sheet without rows, or names again. */
export function isNoise(cells: RowCells, firstColumn: number): boolean {
  const first = codeIn(cells, firstColumn) || firstText(cells)
  if (first === '' || isNoDataSentence(first)) return true
  // Sellers join files by hand, and the names and letters come again in the middle.
  return isRowAgain(cells, cells.names) || isRowAgain(cells, cells.legend)
}

function firstText(cells: RowCells): string {
  for (let column = 0; column < cells.row.width; column += 1) {
    const text = textIn(cells, column)
    if (text !== '') return text
  }
  return ''
}

function isRowAgain(cells: RowCells, texts: readonly string[]): boolean {
  return texts.length > 0 && texts.every((text, column) => textIn(cells, column) === text)
}

export function isNoDataSentence(text: string): boolean {
  return /^no data (is )?available/i.test(text)
}

/** Nothing where the cell is blank; what is no day stops the row. */
export function dayIn(cells: RowCells, column: number): BusinessDate | undefined {
  const text = column < 0 ? '' : cells.row.text(column)
  const day = parseReportDay(text, cells.dateOrders.get(column))
  if (day === 'ambiguous') stopRow(cells, column, AMBIGUOUS_DAY)
  else if (day !== undefined) return day
  else if (!isMissing(text)) stopRow(cells, column, 'This is not a date we can read.')
  return undefined
}

/** Nothing only when the row is now stopped. */
export function requiredDayIn(cells: RowCells, column: number): BusinessDate | undefined {
  const day = dayIn(cells, column)
  if (day === undefined) stopRow(cells, column, 'This row has no date here, so its day is unknown.')
  return day
}

/** A day that may still be words, such as `To be scheduled`. */
export function promisedDayIn(cells: RowCells, column: number): BusinessDate | undefined {
  const day = parseReportDay(textIn(cells, column), cells.dateOrders.get(column))
  if (day === 'ambiguous') stopRow(cells, column, AMBIGUOUS_DAY)
  return day === 'ambiguous' ? undefined : day
}

/** The sum of a term's columns; a blank counts as 0 for now, and `blankColumn` remembers it. */
export function termIn(cells: RowCells, columns: readonly number[]): Paise {
  let total = 0
  for (const column of columns) total += termCell(cells, column)
  return paise(total)
}

function termCell(cells: RowCells, column: number): number {
  const plain = cells.row.hundredths?.(column)
  if (plain !== undefined) return plain
  const text = cells.row.text(column)
  const amount = parseAmount(text)
  if (amount !== undefined) return amount
  if (!isMissing(text)) stopRow(cells, column, NOT_AN_AMOUNT)
  else if (cells.blankColumn < 0) cells.blankColumn = column
  return 0
}

/** 0 only when the file says 0, or the row is now stopped. */
export function amountIn(cells: RowCells, column: number): Paise {
  const plain = cells.row.hundredths?.(column)
  if (plain !== undefined) return paise(plain)
  const text = cells.row.text(column)
  const amount = parseAmount(text)
  if (amount !== undefined) return amount
  stopRow(
    cells,
    column,
    isMissing(text) ? 'The amount is missing, and a missing amount is not zero.' : NOT_AN_AMOUNT,
  )
  return ZERO
}

export function optionalAmountIn(cells: RowCells, column: number): Paise | undefined {
  if (column < 0) return undefined
  const plain = cells.row.hundredths?.(column)
  if (plain !== undefined) return paise(plain)
  return isMissing(cells.row.text(column)) ? undefined : amountIn(cells, column)
}

// Most money cells are zero, and comparing a text is many times faster than parsing it.
function parseAmount(text: string): Paise | undefined {
  if (text === '0.0' || text === '-0.0' || text === '0' || text === '0.00') return ZERO
  return parseRupees(text.startsWith("'") ? text.slice(1) : text)
}

export function quantityIn(cells: RowCells, column: number): number | undefined {
  const text = codeIn(cells, column)
  if (text === '1') return 1
  if (isMissing(text)) return undefined
  const count = parseDecimal(text, 0)
  if (count !== undefined && count >= 0) return count
  stopRow(cells, column, 'A quantity is a whole number, 0 or more.')
  return undefined
}

/** A percentage in basis points: `5` and `5 %` are 500. */
export function percentIn(cells: RowCells, column: number): number | undefined {
  const plain = column < 0 ? undefined : cells.row.hundredths?.(column)
  const text = plain === undefined ? codeIn(cells, column) : ''
  if (plain === undefined && isMissing(text)) return undefined
  const bps = plain ?? parseDecimal(text, 2)
  if (bps !== undefined && bps >= 0 && bps <= 100_00) return bps
  stopRow(cells, column, 'This is not a percentage between 0 and 100.')
  return undefined
}

/** A product's GST rate. 0.05 for 5 % is a spreadsheet's fraction, and would make the tax a hundredth. */
export function gstRateIn(cells: RowCells, column: number): number | undefined {
  const bps = percentIn(cells, column)
  if (bps === undefined || bps === 0 || bps >= 100 || SMALLEST_GST_RATES.has(bps)) return bps
  stopRow(cells, column, `No product has this GST rate. ${DOWNLOAD_AGAIN}`)
  return undefined
}
