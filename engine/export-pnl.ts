import type { ProfitLines } from '#core/pnl/profit'
import { NO_MONEY } from '#core/pnl/profit'
import { type Column, csvOf, money, plain } from './export-csv'
import type { Pnl, PnlGroup } from './read-pnl'

// What a key does not say by itself; the rest is its own words.
const TITLES: Readonly<Record<string, string>> = {
  tcs: 'TCS',
  tds: 'TDS',
  cogs: 'Product cost',
  gstCompensation: 'GST compensation',
  supportNet: 'Support',
  supportGst: 'GST on support',
  gstOnSales: 'GST on sales',
  gstCreditOnFees: 'GST credit on fees',
  rtoUnits: 'RTO units',
  marginPct: 'Margin %',
  costKnownPct: 'Units with a known cost %',
  costMissingUnits: 'Units without a cost',
}

/** `salesReturned` → `Sales returned`. */
function titleOf(key: string): string {
  const words = key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return TITLES[key] ?? words.charAt(0).toUpperCase() + words.slice(1)
}

const COUNTS = ['units', 'subOrders', 'deliveredUnits', 'returnedUnits', 'rtoUnits'] as const

/** Beside a profit stands what it leaves out: a cost that nobody has entered is no profit. */
const SHARES: readonly (readonly [string, (group: PnlGroup) => number | null])[] = [
  ['marginPct', ({ marginPct }) => marginPct],
  ['costKnownPct', ({ coverage }) => coverage.costKnownPct],
  ['costMissingUnits', ({ coverage }) => coverage.costMissing.units],
]

/** The lines of a profit and loss in the order of reading. */
function linesOf(groups: readonly PnlGroup[]): (keyof ProfitLines)[] {
  // Safe because a profit and loss has exactly these keys.
  return Object.keys(groups[0]?.lines ?? NO_MONEY) as (keyof ProfitLines)[]
}

/** The statement as a table: a line a row, months across, and their total at the end. */
export function statementAcross(groups: readonly PnlGroup[], total: PnlGroup | undefined) {
  const across = total === undefined || groups.includes(total) ? groups : [...groups, total]
  const columns: Column<StatementRow>[] = [
    plain('Line', ({ key }) => key),
    plain('Name', ({ key }) => titleOf(key)),
    ...across.map((group) => plain(group.key, ({ cellOf }: StatementRow) => cellOf(group))),
  ]
  const rows: StatementRow[] = [
    ...linesOf(groups).map((key) => ({
      key,
      cellOf: (group: PnlGroup) => amountCell.cell(group.lines[key]),
    })),
    ...COUNTS.map((key) => ({ key, cellOf: (group: PnlGroup) => group[key] })),
    ...SHARES.map(([key, cellOf]) => ({ key, cellOf })),
  ]
  return csvOf(columns, [rows])
}

type StatementRow = {
  readonly key: string
  readonly cellOf: (group: PnlGroup) => string | number | null
}

const amountCell: Column<number | null> = money('', (amount: number | null) => amount)

/** Days and SKUs are too many to go across: a row each, a column a line. */
export function statementDown(by: 'day' | 'sku', groups: readonly PnlGroup[]) {
  const columns: Column<PnlGroup>[] = [
    plain(by === 'day' ? 'Day' : 'SKU', ({ key }) => key),
    ...linesOf(groups).map((key) => money(titleOf(key), ({ lines }: PnlGroup) => lines[key])),
    ...COUNTS.map((key) => plain(titleOf(key), (group: PnlGroup) => group[key])),
    ...SHARES.map(([key, cellOf]) => plain(titleOf(key), cellOf)),
  ]
  return csvOf(columns, [groups])
}

/** The statement as a screen shows it: months across, days and SKUs down. */
export function statementCsv(
  by: 'total' | 'month' | 'day' | 'sku',
  { groups }: Pnl,
  total: Pnl | undefined,
): AsyncGenerator<string> {
  return by === 'day' || by === 'sku'
    ? statementDown(by, groups)
    : statementAcross(groups, total?.groups[0])
}
