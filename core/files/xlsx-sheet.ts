import { UnreadableFile } from './bytes'
import { append, type ByteWindow, fits, makeRoom, newWindow } from './byte-window'
import { BOOLEAN, type Cells, clearCells, CODED, ISO_DATE, KIND_MASK, newCells } from './cells'
import { NUMBER, READY, rowsIn, SHARED, STYLE_SHIFT } from './cells'
import type { Limits } from './limits'
import { numberText } from './number-text'
import type { Row } from './row'
import { newSheetScan, scanSheet, type SheetScan } from './sheet-scan'
import { type DateStyles, isoDateText, serialText } from './xlsx-styles'
import { type SharedTexts, sharedText } from './xlsx-strings'
import { unescapeExcel, xmlText } from './xml-text'

/** What a cell needs to be understood, beyond its own bytes. */
export type CellContext = {
  readonly sharedTexts: SharedTexts
  readonly dateStyles: DateStyles
  /** Days to add to a serial day: 0, or 1462 in workbooks that count from 1904. */
  readonly dayOffset: number
}

/** The sheet's rows, in batches; ends normally only behind the sheet's own closing tag. */
export async function* sheetRows(
  pieces: AsyncIterable<Uint8Array>,
  context: CellContext,
  limits: Limits,
): AsyncGenerator<readonly Row[]> {
  const cells = newCells((all, cell) => cellText(all, cell, context))
  const scan = newSheetScan(cells, limits)
  const window = newWindow()
  // The sheet is scanned as its pieces come, while native code inflates the next; but what is left of an
  // unfinished row must double first, or a very long row would be scanned again for every piece of it.
  let due = DECLARATION_BYTES
  for await (const piece of pieces) {
    if (scan.phase === 'after') continue
    if (!fits(window, piece)) {
      if (cells.rowCount > 0) yield rowsIn(cells)
      clearCells(cells)
      makeRoom(window, piece, limits)
    }
    append(window, piece)
    if (window.end - window.at >= due) due = 2 * scanWindow(scan, window)
  }
  scanWindow(scan, window)
  if (cells.rowCount > 0) yield rowsIn(cells)
  if (scan.phase !== 'after') throw cutOffSheet()
}

/** Adds the window's whole rows to the cells; answers how many bytes are left of the next. */
function scanWindow(scan: SheetScan, window: ByteWindow): number {
  if (scan.phase === 'before') refuseOtherEncodings(window)
  window.at = scanSheet(scan, window.bytes, window.at, window.end)
  return window.end - window.at
}

function cellText(cells: Cells, cell: number, context: CellContext): string {
  const kind = cells.kinds[cell] ?? 0
  const start = cells.starts[cell] ?? 0
  if ((kind & KIND_MASK) === READY) return cells.ready[start] ?? ''
  if ((kind & KIND_MASK) === SHARED) return sharedText(context.sharedTexts, cells.cache, start)
  const raw = xmlText(utf8.decode(cells.bytes.subarray(start, cells.ends[cell])))
  switch (kind & KIND_MASK) {
    case NUMBER:
      return context.dateStyles[kind >>> STYLE_SHIFT]
        ? serialText(raw, context.dayOffset)
        : numberText(raw)
    case BOOLEAN:
      return raw.trim() === '1' || raw.trim() === 'true' ? 'TRUE' : 'FALSE'
    case ISO_DATE:
      return isoDateText(raw)
    case CODED:
      return unescapeExcel(raw)
    default:
      return raw
  }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

// More than the longest XML declaration.
const DECLARATION_BYTES = 200

/** Excel and POI write UTF-8 only; other encodings would need a scanner of their own. */
export function refuseOtherEncodings({ bytes, end }: { bytes: Uint8Array; end: number }): void {
  const start = utf8.decode(bytes.subarray(0, Math.min(end, DECLARATION_BYTES)))
  const isWide = end > 1 && ((bytes[0] ?? 0) >= 0xfe || bytes[0] === 0 || bytes[1] === 0)
  const declared = /^\uFEFF?<\?xml[^>]*encoding\s*=\s*["']([^"']*)["']/.exec(start)?.[1] ?? 'utf-8'
  if (!isWide && /^(utf-?8|us-ascii)$/i.test(declared)) return
  throw new UnreadableFile(
    'workbook-encoding',
    'This workbook is written in an unusual way. Open it in Excel, save it as .xlsx and upload that.',
  )
}

function cutOffSheet(): UnreadableFile {
  return new UnreadableFile(
    'sheet-cut-off',
    'A sheet of this workbook ends in the middle. Download the workbook again and upload the new copy.',
  )
}
