import { FEES, type ProfitLines } from './profit'
import type { Term } from '../settlements/terms'

/** Where a figure's cells stand: in settlement lines, or in one of the payout's other sheets. */
export type CellColumn =
  | { readonly in: 'line'; readonly column: LineColumn; readonly sign: 1 | -1 }
  | { readonly in: 'ads'; readonly column: AdColumn; readonly sign: 1 | -1 }
  | { readonly in: 'referral'; readonly column: 'net' | 'taxes'; readonly sign: 1 }
  | { readonly in: 'adjustments'; readonly column: 'amount'; readonly sign: 1 }
  | CostColumn

/** A column of an Ads Cost sheet, or the GST that core derives from its total. */
export type AdColumn = 'cost' | 'credits' | 'netCost' | 'gst' | 'total' | 'gstCredit'

/** Costs stand in a cost list, or were entered by hand; each is a unit cost times units, or a month's share. */
export type CostColumn = {
  readonly in: 'cogs' | 'packaging' | 'overheads'
  readonly column: 'cost' | 'packaging' | 'overhead'
  readonly sign: 1
}

/** A column of a settlement line, or what core derives from one row of it. */
export type LineColumn =
  | Term
  | 'settlement'
  | 'fixedFeeDeduction'
  | 'warehousingDeduction'
  | 'supportGst'
  | 'unexplained'
  | 'gstOnSales'
  | 'gstCreditOnFees'

const line = (column: LineColumn, sign: 1 | -1 = 1): CellColumn => ({ in: 'line', column, sign })
const ads: CellColumn = { in: 'ads', column: 'total', sign: 1 }
const referral: readonly CellColumn[] = [
  { in: 'referral', column: 'net', sign: 1 },
  { in: 'referral', column: 'taxes', sign: 1 },
]
const adjustments: CellColumn = { in: 'adjustments', column: 'amount', sign: 1 }
const gstCredits: readonly CellColumn[] = [
  line('gstCreditOnFees'),
  { in: 'ads', column: 'gstCredit', sign: 1 },
]
const receipts: readonly CellColumn[] = [line('settlement'), ads, ...referral, adjustments]
const taxCredits: readonly CellColumn[] = [line('tcs', -1), line('tds', -1)]

const costs: Readonly<Record<CostColumn['in'], CellColumn>> = {
  cogs: { in: 'cogs', column: 'cost', sign: 1 },
  packaging: { in: 'packaging', column: 'packaging', sign: 1 },
  overheads: { in: 'overheads', column: 'overhead', sign: 1 },
}

// Safe because FEES names exactly these keys.
const ofFees = Object.fromEntries(
  FEES.map((fee): [string, readonly CellColumn[]] => [fee, [line(fee)]]),
) as Record<(typeof FEES)[number], readonly CellColumn[]>

/** Which cells each line of a profit and loss is the sum of. */
export const FIGURE_CELLS: Readonly<Record<keyof ProfitLines, readonly CellColumn[]>> = {
  ...ofFees,
  grossSales: [line('sale')],
  salesReturned: [line('saleReturn')],
  netSales: [line('sale'), line('saleReturn')],
  fees: FEES.map((fee) => line(fee)),
  compensation: [line('compensation')],
  claims: [line('claims')],
  recovery: [line('recovery')],
  tcs: [line('tcs')],
  tds: [line('tds')],
  taxesWithheld: [line('tcs'), line('tds')],
  unexplained: [line('unexplained')],
  settlement: [line('settlement')],
  ads: [ads],
  referral,
  platformAdjustments: [adjustments],
  bankReceipts: receipts,
  taxCredits,
  gstOnSales: [line('gstOnSales')],
  gstCreditOnFees: gstCredits,
  cogs: [costs.cogs],
  packaging: [costs.packaging],
  overheads: [costs.overheads],
  netProfit: [
    ...receipts,
    ...taxCredits,
    line('gstOnSales'),
    ...gstCredits,
    ...Object.values(costs),
  ],
}

export type Figure = keyof typeof FIGURE_CELLS

/** Nothing for what is no line of a profit and loss. */
export function parseFigure(text: string): Figure | undefined {
  const name = text.replace(/^pnl\./, '')
  // Safe because the name was just found among the keys.
  return Object.hasOwn(FIGURE_CELLS, name) ? (name as Figure) : undefined
}

/** What the ads page adds up beside the line `ads`: the columns of the sheets, signed towards the seller. */
export const AD_FIGURE_CELLS = {
  adCost: [{ in: 'ads', column: 'cost', sign: -1 }],
  adCredits: [{ in: 'ads', column: 'credits', sign: 1 }],
  adNetCost: [{ in: 'ads', column: 'netCost', sign: 1 }],
  adGst: [{ in: 'ads', column: 'gst', sign: 1 }],
  adGstCredit: [{ in: 'ads', column: 'gstCredit', sign: 1 }],
} as const satisfies Readonly<Record<string, readonly CellColumn[]>>

export type AdFigure = keyof typeof AD_FIGURE_CELLS

export function isAdFigure(name: string): name is AdFigure {
  return Object.hasOwn(AD_FIGURE_CELLS, name)
}

/** A figure that has cells: a line of a profit and loss, or of the ads page. */
export type AnyFigure = Figure | AdFigure

export function parseAnyFigure(text: string): AnyFigure | undefined {
  return isAdFigure(text) ? text : parseFigure(text)
}

export function cellsOfFigure(figure: AnyFigure): readonly CellColumn[] {
  return isAdFigure(figure) ? AD_FIGURE_CELLS[figure] : FIGURE_CELLS[figure]
}
