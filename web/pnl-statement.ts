import { FEES } from '#core/pnl/profit'
import type { WaterfallStep } from './charts/waterfall-geometry'
import type { CostLine, KnownLine, LineName, PnlGroup, PnlLines } from './api-shapes'

export type StatementLine = {
  readonly line: LineName
  readonly kind: 'flow' | 'total' | 'cost'
  /** What opens under it; the parts add up to the line. */
  readonly parts: readonly KnownLine[]
}

function flow(line: KnownLine, parts: readonly KnownLine[] = []): StatementLine {
  return { line, kind: 'flow', parts }
}

function total(line: KnownLine): StatementLine {
  return { line, kind: 'total', parts: [] }
}

function cost(line: CostLine): StatementLine {
  return { line, kind: 'cost', parts: [] }
}

/** The profit and loss from top to bottom: each total is the sum of the flows since the start. */
export const STATEMENT: readonly StatementLine[] = [
  flow('grossSales'),
  flow('salesReturned'),
  total('netSales'),
  flow('fees', FEES),
  flow('compensation'),
  flow('claims'),
  flow('recovery'),
  flow('taxesWithheld', ['tcs', 'tds']),
  flow('unexplained'),
  total('settlement'),
  flow('ads'),
  flow('referral'),
  flow('platformAdjustments'),
  total('bankReceipts'),
  flow('taxCredits'),
  flow('gstOnSales'),
  flow('gstCreditOnFees'),
  cost('cogs'),
  cost('packaging'),
  cost('overheads'),
  total('netProfit'),
]

const ALWAYS_SHOWN = new Set<LineName>(['grossSales', 'salesReturned', 'fees', 'ads', 'gstOnSales'])

/** The lines worth a row for these groups: a flow that is nil everywhere is left out, a missing cost is not. */
export function shownLines(groups: readonly PnlGroup[]): readonly StatementLine[] {
  return STATEMENT.filter(
    ({ line, kind }) =>
      kind !== 'flow' || ALWAYS_SHOWN.has(line) || groups.some(({ lines }) => lines[line] !== 0),
  )
}

export function shownParts(line: StatementLine, groups: readonly PnlGroup[]): readonly KnownLine[] {
  return line.parts.filter((part) => groups.some(({ lines }) => lines[part] !== 0))
}

/** True while no product cost is known: the last line is then called profit before product cost. */
export function isCostMissing(lines: PnlLines): boolean {
  return lines.cogs === null
}

/** Nothing without net sales to compare with. */
export function shareOfNetSales(amount: number | null, lines: PnlLines): number | undefined {
  if (amount === null || lines.netSales <= 0) return undefined
  return (amount / lines.netSales) * 100
}

export function waterfallSteps(shown: readonly StatementLine[], lines: PnlLines): WaterfallStep[] {
  return shown.flatMap(({ line, kind }) => {
    const amount = lines[line]
    if (amount === null) return []
    return [{ key: line, amount, kind: kind === 'total' ? ('total' as const) : ('flow' as const) }]
  })
}
