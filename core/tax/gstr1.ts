import { type MicroRupees, microRupees, toPaise } from '../money/micro-rupees'
import { type Paise, paise } from '../money/paise'
import { type GstNet, totalGst } from './gst'
import { findState } from './states'

/**
 * What a seller on a marketplace files of it, as plain rows. Every buyer is taken for unregistered: the
 * reports name no buyer's GSTIN. Amounts are rounded to the paisa once, from sums that never were.
 */
export type TaxAmounts = {
  readonly taxable: Paise
  /** Tax of a supply to another state. */
  readonly igst: Paise
  /** Tax of a supply within the state, half to each. */
  readonly cgst: Paise
  readonly sgst: Paise
}

/** Table 7: taxable supplies to unregistered persons, net of credit notes; 7A within the state, 7B to others. */
export type Table7Row = TaxAmounts & {
  readonly part: '7A' | '7B'
  readonly gstRateBps: number
  /** `29-KARNATAKA`; the name alone where it is no state's. */
  readonly placeOfSupply: string
}

/** Table 8, to unregistered persons: nil rated and exempt, 8C to other states, 8D within the state. */
export type Table8Row = { readonly part: '8C' | '8D'; readonly nilRated: Paise }

/** Table 12: summary by HSN and rate; UQC is the unit of count, pieces for all goods sold by the piece. */
export type Table12Row = TaxAmounts & {
  readonly hsn: string
  readonly uqc: 'PCS-PIECES'
  /** Nothing where a report of the month has no quantities. */
  readonly quantity: number | undefined
  readonly gstRateBps: number
  readonly totalValue: Paise
}

/** Table 14(a): supplies through an operator that collects TCS under section 52. */
export type Table14Row = TaxAmounts & {
  readonly part: '14(a)'
  /** Nothing where the rows do not name the operator: the seller fills it in. */
  readonly operatorGstin: string | undefined
}

/** A month's rows of one operator. */
export type OperatorRows = {
  readonly operatorGstin: string | undefined
  readonly rows: readonly GstNet[]
}

/** 3.1 of GSTR-3B: (a) outward taxable supplies, (c) other outward supplies, nil rated and exempt. */
export type Table31Row = TaxAmounts & { readonly part: '(a)' | '(c)' }

/** The state code of a GSTIN, its first two digits; nothing for text of another form. */
export function stateCodeOf(gstin: string): string | undefined {
  return /^(\d{2})[0-9A-Z]{13}$/.exec(gstin.trim().toUpperCase())?.[1]
}

export function table7(rows: readonly GstNet[], sellerState: string): Table7Row[] {
  const taxed = rows.filter(({ gstRateBps }) => gstRateBps > 0)
  const groups = Map.groupBy(taxed, ({ state, gstRateBps }) => `${state}|${gstRateBps}`)
  return [...groups.values()]
    .flatMap((group): Table7Row[] => {
      const [first] = group
      if (!first) return []
      const { state, gstRateBps } = first
      return [
        {
          part: isWithin(state, sellerState) ? '7A' : '7B',
          gstRateBps,
          placeOfSupply: placeOf(state),
          ...amountsOf(group, sellerState),
        },
      ]
    })
    .sort(
      (a, b) =>
        compare(a.part, b.part) ||
        compare(a.placeOfSupply, b.placeOfSupply) ||
        a.gstRateBps - b.gstRateBps,
    )
}

export function table8(rows: readonly GstNet[], sellerState: string): Table8Row[] {
  const nil = rows.filter(({ gstRateBps }) => gstRateBps === 0)
  const valueOf = (isInside: boolean) =>
    toPaise(totalGst(nil.filter(({ state }) => isWithin(state, sellerState) === isInside)).taxable)
  return [
    { part: '8C', nilRated: valueOf(false) },
    { part: '8D', nilRated: valueOf(true) },
  ]
}

export function table12(rows: readonly GstNet[], sellerState: string): Table12Row[] {
  const groups = Map.groupBy(rows, ({ hsn, gstRateBps }) => `${hsn}|${gstRateBps}`)
  return [...groups.values()]
    .flatMap((group): Table12Row[] => {
      const [first] = group
      if (!first) return []
      const amounts = amountsOf(group, sellerState)
      const { quantity } = totalGst(group)
      return [
        {
          hsn: first.hsn,
          uqc: 'PCS-PIECES',
          quantity,
          gstRateBps: first.gstRateBps,
          totalValue: paise(amounts.taxable + amounts.igst + amounts.cgst + amounts.sgst),
          ...amounts,
        },
      ]
    })
    .sort((a, b) => compare(a.hsn, b.hsn) || a.gstRateBps - b.gstRateBps)
}

/** A row for each operator, and last one for the supplies whose operator is not named. */
export function table14(operators: readonly OperatorRows[], sellerState: string): Table14Row[] {
  return operators
    .filter(({ rows }) => rows.length > 0)
    .map(({ operatorGstin, rows }): Table14Row => ({
      part: '14(a)',
      operatorGstin,
      ...amountsOf(rows, sellerState),
    }))
    .sort((a, b) => compare(a.operatorGstin ?? '~', b.operatorGstin ?? '~'))
}

export function table31(rows: readonly GstNet[], sellerState: string): Table31Row[] {
  return [
    {
      part: '(a)',
      ...amountsOf(
        rows.filter(({ gstRateBps }) => gstRateBps > 0),
        sellerState,
      ),
    },
    {
      part: '(c)',
      ...amountsOf(
        rows.filter(({ gstRateBps }) => gstRateBps === 0),
        sellerState,
      ),
    },
  ]
}

function amountsOf(rows: readonly GstNet[], sellerState: string): TaxAmounts {
  const inside = totalGst(rows.filter(({ state }) => isWithin(state, sellerState)))
  const outside = totalGst(rows.filter(({ state }) => !isWithin(state, sellerState)))
  const half = toPaise(halfOf(inside.tax))
  return {
    taxable: toPaise(microRupees(inside.taxable + outside.taxable)),
    igst: toPaise(outside.tax),
    cgst: half,
    // The law has the two alike, so each is rounded on its own and not one as the rest of the other.
    sgst: half,
  }
}

function halfOf(tax: MicroRupees): MicroRupees {
  return microRupees(Math.trunc(tax / 2))
}

/** A place that is no known state is taken for another state, whose tax goes to the Union first. */
function isWithin(state: string, sellerState: string): boolean {
  return findState(state)?.code === sellerState
}

function placeOf(state: string): string {
  const found = findState(state)
  return found ? `${found.code}-${found.name}` : state
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
