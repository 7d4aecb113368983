import { type Paise, share } from '../money/paise'
import { lossCauseOf, type LossCause, type SkuMoney } from './loss-cause'

/** Shares in percent with two decimals; nothing where there is nothing to share. */
export type SkuFigures = {
  /** Units back from buyers, and units that never reached one, of those dispatched. */
  readonly returnPct: number | null
  readonly rtoPct: number | null
  /** Gross sales of a unit that was sold, to the nearest paisa. */
  readonly averageSale: Paise | null
  /** What Meesho's fees take of net sales. */
  readonly feeSharePct: number | null
  readonly lossCause: LossCause | null
}

export const SKU_VIEWS = ['all', 'loss', 'missing_cost', 'high_return'] as const
export type SkuView = (typeof SKU_VIEWS)[number]

/** Returns of buyers are high from this share on, and only of so many units that it is no accident. */
export const HIGH_RETURN_PCT = 15
export const HIGH_RETURN_UNITS = 10

export function skuFigures(sku: SkuMoney & { readonly soldUnits: number }): SkuFigures {
  const { lines, dispatchedUnits, returnedUnits, rtoUnits, soldUnits } = sku
  return {
    returnPct: percent(returnedUnits, dispatchedUnits),
    rtoPct: percent(rtoUnits, dispatchedUnits),
    averageSale: soldUnits > 0 ? share(lines.grossSales, 1, soldUnits) : null,
    feeSharePct: percent(-lines.fees, lines.netSales),
    lossCause: lossCauseOf(sku) ?? null,
  }
}

/** Whether a SKU is one of a view's. A loss that is certain even without its cost is a loss. */
export function isInView(view: SkuView, sku: SkuMoney, { returnPct }: SkuFigures): boolean {
  switch (view) {
    case 'all':
      return true
    case 'loss':
      return sku.lines.netProfit < 0
    case 'missing_cost':
      return sku.isPartial
    case 'high_return':
      return (
        returnPct !== null &&
        returnPct >= HIGH_RETURN_PCT &&
        sku.dispatchedUnits >= HIGH_RETURN_UNITS
      )
    default:
      return view satisfies never
  }
}

function percent(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((part / whole) * 100_00) / 100 : null
}
