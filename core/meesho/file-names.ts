import { type BusinessDate, parseBusinessDate } from '../dates'
import { parseSupplierId, type SupplierId } from '../ids'

// Where the panel writes the supplier into a name. Sellers rename files, so each pattern needs more than a number.
const SUPPLIER_PATTERNS = [
  /^(\d{2,12})_SP_ORDER_ADS/i,
  /^Orders_\d{4}-\d{2}-\d{2}_.*_(\d{4,12})(?: ?\(\d+\))?\.csv$/i,
  /^gst_(\d{2,12})_\d{1,2}_\d{4}/i,
  /^Supplier-(\d{2,12})_/i,
  /^(?:intransit|ofd_reverse|completed_[a-z]+|reverse_disposed)_+.*_(\d{4,12})__/i,
  /^(\d{2,12})_.*TAX_INVOICE/i,
]

/** The supplier that the innermost telling name says; nothing where no name is the panel's own. */
export function supplierIdOf(names: readonly string[]): SupplierId | undefined {
  for (const name of innermostFirst(names))
    for (const pattern of SUPPLIER_PATTERNS) {
      const found = parseSupplierId(pattern.exec(name)?.[1] ?? '')
      if (found !== undefined) return found
    }
  return undefined
}

export function isNamedOutstanding(names: readonly string[]): boolean {
  return names.some((name) => /outstanding/i.test(name))
}

/** The day that an outstanding file's name says its promises were made on. */
export function snapshotDayOf(names: readonly string[]): BusinessDate | undefined {
  for (const name of innermostFirst(names)) {
    const found = parseBusinessDate(/outstanding\D*(\d{4}-\d{2}-\d{2})/i.exec(name)?.[1] ?? '')
    if (found !== undefined) return found
  }
  return undefined
}

/** The day that an orders report's name says it was downloaded on; nothing once it has been renamed. */
export function downloadDayOf(names: readonly string[]): BusinessDate | undefined {
  for (const name of innermostFirst(names)) {
    const written = /^Orders_\d{4}-\d{2}-\d{2}_\d{4}-\d{2}-\d{2}_(\d{4}-\d{2}-\d{2})_/i.exec(name)
    const found = parseBusinessDate(written?.[1] ?? '')
    if (found !== undefined) return found
  }
  return undefined
}

/** Without folders, which a ZIP entry's name may have. */
function innermostFirst(names: readonly string[]): string[] {
  return names.toReversed().map((name) => name.slice(name.search(/[^/\\]*$/)))
}
