import { addCell, CODED, PLAIN } from './cells'
import { isPlainXml } from './plain-text'
import type { SheetScan } from './sheet-scan'

const QUOTE = 0x22
const LT = 0x3c

/**
 * Reads the one form of cell that Meesho writes, `<c r="A1" t="inlineStr"><is><t>text</t></is></c>`,
 * several bytes at a time. False, with nothing moved, for every other form and at the end of the bytes.
 */
export function plainInlineCell(scan: SheetScan): boolean {
  return false
}
