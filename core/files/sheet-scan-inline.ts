import { BLANK, CODED, PLAIN } from './cells'
import { hasExcelEscape, NOT_PLAIN } from './plain-text'
import type { SheetScan } from './sheet-scan'

/** Four characters as one little-endian number, to be compared at once. */
function four(text: string): number {
  return new DataView(new TextEncoder().encode(text).buffer).getUint32(0, true)
}

// `<c r="A1` then `" t="inlineStr"><is><t>` then the text and `</t></is></c>`.
const OPEN_1 = four('<c r')
const TYPE_1 = four('" t=')
const TYPE_2 = four('"inl')
const TYPE_3 = four('ineS')
const TYPE_4 = four('tr">')
const TYPE_5 = four('<is>')
const TYPE_6 = four('><t>')
const TYPE_BYTES = 23
const CLOSE_1 = four('</t>')
const CLOSE_2 = four('</is')
const CLOSE_3 = four('></c')
const CLOSE_BYTES = 13
// The longest form without its text.
const FORM_BYTES = 6 + 10 + TYPE_BYTES + CLOSE_BYTES

/**
 * Reads cells of the two forms that Meesho writes, `<c r="A1" t="inlineStr"><is><t>text</t></is></c>` and
 * `<c r="A1"/>`, four bytes at a time. Stops before the first cell that is not whole or has another form:
 * the general scanner then reads it, or says what is wrong with it.
 */
// oxlint-disable-next-line complexity, max-lines-per-function -- every byte of a large report goes through this loop; calls and cursors in it cost more than the reading
export function scanPlainCells(scan: SheetScan): void {
  const { cells, cursor, view } = scan
  const { bytes, end } = cursor
  const { columns, kinds, starts, ends } = cells
  let at = cursor.at
  let last = scan.column
  let count = cells.count
  while (at < end && (bytes[at] ?? 0) <= 0x20) at++
  while (at + FORM_BYTES < end) {
    if (view.getUint32(at, true) !== OPEN_1 || view.getUint16(at + 4, true) !== 0x223d) break
    let next = at + 6
    let byte = bytes[next] ?? 0
    let column = 0
    for (; byte >= 0x41 && byte <= 0x5a && column < 0xffff; byte = bytes[++next] ?? 0) {
      column = column * 26 + byte - 0x40
    }
    let row = 0
    for (; byte >= 0x30 && byte <= 0x39 && row < 0xffffff; byte = bytes[++next] ?? 0) {
      row = row * 10 + byte - 0x30
    }
    column--
    if (row !== scan.row || column <= last || column >= scan.limits.columns) break
    const type = view.getUint32(next, true)
    if (type !== TYPE_1) {
      if ((type & 0xffffff) !== 0x3e2f22) break
      columns[count] = column
      kinds[count++] = BLANK
      last = column
      at = next + 3
      continue
    }
    if (
      view.getUint32(next + 4, true) !== TYPE_2 ||
      view.getUint32(next + 8, true) !== TYPE_3 ||
      view.getUint32(next + 12, true) !== TYPE_4 ||
      view.getUint32(next + 16, true) !== TYPE_5 ||
      view.getUint32(next + 19, true) !== TYPE_6
    ) {
      break
    }
    const start = next + TYPE_BYTES
    let seen = 0
    next = start
    for (byte = bytes[next] ?? 0; byte !== 0x3c && next < end; byte = bytes[++next] ?? 0) {
      seen |= NOT_PLAIN[byte] ?? 0
    }
    if (
      next + CLOSE_BYTES > end ||
      next - start > scan.limits.cellBytes ||
      view.getUint32(next, true) !== CLOSE_1 ||
      view.getUint32(next + 4, true) !== CLOSE_2 ||
      view.getUint32(next + 8, true) !== CLOSE_3 ||
      bytes[next + 12] !== 0x3e
    ) {
      break
    }
    const isPlain = seen === 0 || (seen === 2 && !hasExcelEscape(bytes, start, next))
    columns[count] = column
    kinds[count] = isPlain ? PLAIN : CODED
    starts[count] = start
    ends[count++] = next
    last = column
    at = next + CLOSE_BYTES
  }
  scan.column = last
  cells.count = count
  cursor.at = at
}
