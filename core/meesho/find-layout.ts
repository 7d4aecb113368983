import type { Table } from '../files/row'
import { ADJUSTMENTS_COLUMNS } from './adjustments-report'
import { ADS_COLUMNS } from './ads-report'
import { CLAIMS_COLUMNS } from './claims-report'
import { GST_COLUMNS, OLDEST_GST_COLUMNS } from './gst-report'
import {
  type Header,
  HEADER_ROWS,
  headerAt,
  likeness,
  normaliseHeader,
  type PeekedRow,
  type Spec,
} from './headers'
import { ORDERS_COLUMNS } from './orders-report'
import { EXCLUSIVE_COLUMNS, INCLUSIVE_COLUMNS, OLDEST_COLUMNS } from './payments-columns'
import { REFERRAL_COLUMNS } from './referral-report'
import { RETURNS_COLUMNS } from './returns-report'
import { TAX_INVOICE_COLUMNS } from './tax-invoice-report'

/** Enough rows to see what a sheet holds; the rest is read once, row by row. */
export const DATA_ROWS = 200
const MOST_COLUMNS = 256

export const LAYOUTS = {
  orders: ORDERS_COLUMNS,
  inclusive: INCLUSIVE_COLUMNS,
  exclusive: EXCLUSIVE_COLUMNS,
  oldest: OLDEST_COLUMNS,
  ads: ADS_COLUMNS,
  referral: REFERRAL_COLUMNS,
  adjustments: ADJUSTMENTS_COLUMNS,
  returns: RETURNS_COLUMNS,
  claims: CLAIMS_COLUMNS,
  gst: GST_COLUMNS,
  gstOldest: OLDEST_GST_COLUMNS,
  taxInvoices: TAX_INVOICE_COLUMNS,
} satisfies Record<string, Spec>

export type LayoutName = keyof typeof LAYOUTS

/** Copies the first rows, and reads no further. */
export async function peek(table: Table): Promise<PeekedRow[]> {
  const peeked: PeekedRow[] = []
  for await (const rows of table.rows())
    for (const row of rows) {
      const width = Math.min(row.width, MOST_COLUMNS)
      const cells = Array.from({ length: width }, (_, column) => row.text(column))
      peeked.push({ number: row.number, cells })
      if (peeked.length >= HEADER_ROWS + DATA_ROWS) return peeked
    }
  return peeked
}

/** The row near the top that looks most like the names of a report, when one looks at least half like it. */
export function findLayout(
  peeked: readonly PeekedRow[],
): { layout: LayoutName; header: Header; above: readonly PeekedRow[] } | undefined {
  let best: { layout: LayoutName; index: number; score: number } | undefined
  for (const [index, { cells }] of peeked.slice(0, HEADER_ROWS).entries()) {
    const keys = cells.map(normaliseHeader)
    // Safe because these are the keys of this very constant.
    for (const layout of Object.keys(LAYOUTS) as LayoutName[]) {
      const score = likeness(keys, LAYOUTS[layout])
      if (score >= 0.5 && score > (best?.score ?? 0)) best = { layout, index, score }
    }
  }
  if (best === undefined) return undefined
  const { layout, index } = best
  return { layout, header: headerAt(peeked, index), above: peeked.slice(0, index) }
}

/** The disclaimer, and sheets without a single value. */
export function isEmptyOfFigures(table: Table, peeked: readonly PeekedRow[]): boolean {
  const texts = peeked.flatMap(({ cells }) => cells.filter((cell) => cell.trim() !== ''))
  if (texts.length === 0) return table.name !== ''
  return (
    texts.length <= 3 && texts.some((text) => /estimated figures.*subject to change/is.test(text))
  )
}
