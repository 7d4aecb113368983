import { type MicroRupees, microRupees } from '../money/micro-rupees'
import { exactTax } from './gst-line'
import { stateName } from './states'

/** Rows of a month's GST sales or returns report, summed by state, HSN and rate. */
export type GstSum = {
  readonly kind: 'sale' | 'return'
  /** As the file writes it. */
  readonly stateText: string
  readonly hsn: string
  readonly gstRateBps: number
  readonly rows: number
  /** Positive in both reports; discounts after the sale have none. Nothing where a row does not say. */
  readonly quantity: number | undefined
  readonly taxable: MicroRupees
}

/** Sales less returns. Tax is reckoned from the taxable value, because some months print it cut. */
export type GstNet = {
  readonly state: string
  readonly hsn: string
  readonly gstRateBps: number
  readonly salesRows: number
  readonly returnRows: number
  readonly quantity: number | undefined
  readonly taxableSales: MicroRupees
  readonly taxableReturns: MicroRupees
  readonly taxable: MicroRupees
  readonly tax: MicroRupees
}

/** One row for each state, HSN and rate, in that order; old names of a state join the new one. */
export function netOfReturns(sums: Iterable<GstSum>): GstNet[] {
  const rows = new Map<string, GstNet>()
  for (const { kind, stateText, hsn, gstRateBps, rows: count, quantity, taxable } of sums) {
    const state = stateName(stateText)
    const key = JSON.stringify([state, hsn, gstRateBps])
    const known = rows.get(key) ?? emptyRow(state, hsn, gstRateBps)
    const isSale = kind === 'sale'
    rows.set(
      key,
      settle({
        ...known,
        salesRows: known.salesRows + (isSale ? count : 0),
        returnRows: known.returnRows + (isSale ? 0 : count),
        quantity: plus(known.quantity, quantity, isSale ? 1 : -1),
        taxableSales: microRupees(known.taxableSales + (isSale ? taxable : 0)),
        taxableReturns: microRupees(known.taxableReturns + (isSale ? 0 : taxable)),
      }),
    )
  }
  return [...rows.values()].sort(byStateHsnRate)
}

const NOTHING = microRupees(0)

function emptyRow(state: string, hsn: string, gstRateBps: number): GstNet {
  return {
    state,
    hsn,
    gstRateBps,
    salesRows: 0,
    returnRows: 0,
    quantity: 0,
    taxableSales: NOTHING,
    taxableReturns: NOTHING,
    taxable: NOTHING,
    tax: NOTHING,
  }
}

/** A sum with an unknown part is unknown. */
function plus(a: number | undefined, b: number | undefined, sign: 1 | -1): number | undefined {
  return a === undefined || b === undefined ? undefined : a + sign * b
}

function settle(row: GstNet): GstNet {
  const taxable = microRupees(row.taxableSales - row.taxableReturns)
  return { ...row, taxable, tax: exactTax(taxable, row.gstRateBps) }
}

function byStateHsnRate(a: GstNet, b: GstNet): number {
  if (a.state !== b.state) return a.state < b.state ? -1 : 1
  if (a.hsn !== b.hsn) return a.hsn < b.hsn ? -1 : 1
  return a.gstRateBps - b.gstRateBps
}

export type GstSide = 'state' | 'hsn' | 'gstRateBps'

export type GstGroup = {
  readonly key: string
  readonly salesRows: number
  readonly returnRows: number
  readonly quantity: number | undefined
  readonly taxableSales: MicroRupees
  readonly taxableReturns: MicroRupees
  readonly taxable: MicroRupees
  readonly tax: MicroRupees
}

/** The same money looked at from one side; every side adds up to the same total. */
export function groupGst(rows: readonly GstNet[], side: GstSide): GstGroup[] {
  return [...Map.groupBy(rows, (row) => String(row[side]))]
    .map(([key, group]) => ({ key, ...totalGst(group) }))
    .sort((a, b) => a.key.localeCompare(b.key, 'en', { numeric: true }))
}

export function totalGst(rows: readonly GstNet[]): Omit<GstGroup, 'key'> {
  const add = (column: 'taxableSales' | 'taxableReturns' | 'taxable' | 'tax') =>
    microRupees(rows.reduce((total, row) => total + row[column], 0))
  const count = (column: 'salesRows' | 'returnRows') =>
    rows.reduce((total, row) => total + row[column], 0)
  return {
    salesRows: count('salesRows'),
    returnRows: count('returnRows'),
    quantity: rows.reduce<number | undefined>((total, row) => plus(total, row.quantity, 1), 0),
    taxableSales: add('taxableSales'),
    taxableReturns: add('taxableReturns'),
    taxable: add('taxable'),
    tax: add('tax'),
  }
}
