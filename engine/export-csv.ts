import { BYTE_ORDER_MARK, csvLine } from '#core/files/csv-out'
import { rupeesText } from '#core/money/rupees'

/** A column of an export. Its title is part of the format: docs/reports/exports.md. */
export type Column<Row> = {
  readonly title: string
  readonly cell: (row: Row) => string | number | null
  /** Of a money column, in paise: what the control totals add up. */
  readonly amount?: (row: Row) => number | null
}

export function plain<Row>(title: string, cell: Column<Row>['cell']): Column<Row> {
  return { title, cell }
}

/** Rupees, digit by digit from paise; an empty cell where the amount is unknown. */
export function money<Row>(title: string, amount: (row: Row) => number | null): Column<Row> {
  const cell = (row: Row) => {
    const paise = amount(row)
    return paise === null ? null : rupeesText(paise)
  }
  return { title, cell, amount }
}

/** What an export has written so far: proof that nothing is missing from it. */
export type Tally = { rows: number; readonly sums: Record<string, number> }

export const newTally = (): Tally => ({ rows: 0, sums: {} })

/** The header, and then a text for every page; nothing but the page stands in memory. */
export async function* csvOf<Row>(
  columns: readonly Column<Row>[],
  pages: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
  tally: Tally = newTally(),
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(columns.map(({ title }) => title))
  for await (const rows of pages) {
    tally.rows += rows.length
    for (const { title, amount } of columns)
      if (amount !== undefined)
        tally.sums[title] = rows.reduce(
          (sum, row) => sum + (amount(row) ?? 0),
          tally.sums[title] ?? 0,
        )
    yield rows.map((row) => csvLine(columns.map(({ cell }) => cell(row) ?? ''))).join('')
  }
}

/** How many statements an answer may still spend; D1 takes 1,000 of one request. */
export type Budget = { statements: number }

export const newBudget = (): Budget => ({ statements: 900 })

/** Thrown in the middle of an export, so that the file breaks off loudly and is never silently short. */
export class ExportTooLarge extends Error {
  override name = 'ExportTooLarge'
}

export function spend(budget: Budget, statements: number): void {
  budget.statements -= statements
  if (budget.statements < 0) throw new ExportTooLarge('An export reads more than one answer may')
}

export type PageReader<Row> = {
  readonly read: (after: Row | undefined, limit: number) => Promise<readonly Row[]>
  readonly limit: number
  /** Statements that a page costs. */
  readonly statements: number
}

/** Page after page, each from behind the last row of the one before it. */
export async function* pagesOf<Row>(
  { read, limit, statements }: PageReader<Row>,
  budget: Budget,
): AsyncGenerator<readonly Row[]> {
  let after: Row | undefined
  for (;;) {
    // The budget is also what ends this loop.
    spend(budget, statements)
    const rows = await read(after, limit)
    if (rows.length > 0) yield rows
    if (rows.length < limit) return
    after = rows.at(-1)
  }
}
