import {
  type BusinessDate,
  type BusinessMonth,
  parseBusinessDate,
  parseBusinessMonth,
} from '../dates'
import { parseSupplierId, type SupplierId } from '../ids'
import { parseReturnOutcome, type ReturnOutcome } from '../returns/return-parcel'

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

/** Which of the panel's exports of returns a file is named after. */
export function returnOutcomeNamed(names: readonly string[]): ReturnOutcome | undefined {
  for (const name of innermostFirst(names)) {
    const token =
      /^(intransit|ofd_reverse|completed_(?:delivered|lost|disposed)|reverse_disposed)(?![a-z])/i
    const found = parseReturnOutcome(token.exec(name)?.[1] ?? '')
    if (found !== undefined) return found
  }
  return undefined
}

/** The month that a GST download is named after: `gst_2454257_6_2026.zip`. */
export function gstMonthNamed(names: readonly string[]): BusinessMonth | undefined {
  for (const name of innermostFirst(names)) {
    const [, month = '', year = ''] = /gst_\d+_(\d{1,2})_(\d{4})(?!\d)/i.exec(name) ?? []
    const found = parseBusinessMonth(`${year}-${month.padStart(2, '0')}`)
    if (found !== undefined) return found
  }
  return undefined
}

/** The days that a download of tax invoices is named after: `2454257_2026-06-01_2026-06-30_TAX_INVOICE.zip`. */
export function documentDaysNamed(
  names: readonly string[],
): { readonly from: BusinessDate; readonly to: BusinessDate } | undefined {
  for (const name of innermostFirst(names)) {
    const written = /^\d{2,12}_(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})_TAX_INVOICE/i.exec(name)
    const from = parseBusinessDate(written?.[1] ?? '')
    const to = parseBusinessDate(written?.[2] ?? '')
    if (from && to && from <= to) return { from, to }
  }
  return undefined
}

/** Where no column tells: `tcs_sales_return.xlsx`, `ReverseReports.csv`. */
export function isNamedGstReturn(names: readonly string[]): boolean {
  return /return|reverse/i.test(innermostFirst(names)[0] ?? '')
}

/** Without folders, which a ZIP entry's name may have. */
function innermostFirst(names: readonly string[]): string[] {
  return names.toReversed().map((name) => name.slice(name.search(/[^/\\]*$/)))
}
