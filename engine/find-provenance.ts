import type { CogsPolicy } from '#core/costs/cogs'
import type { StoreId } from '#core/ids'
import { type AnyFigure, type CellColumn, cellsOfFigure } from '#core/pnl/figures'
import type { Db } from '#db/client'
import {
  countExtraCells,
  countLineCells,
  type ExtraSheet,
  type FigureRow,
  type FigureScope,
  listExtraCells,
  listLineCells,
} from '#db/ledger/queries/cells'
import { type CellScope, costCells, overheadCells } from './find-cost-cells'
import type { PnlStore } from './read-pnl'

/** One cell that a figure is the sum of, with the place it stands in. */
export type Cell = {
  readonly on: string
  readonly subOrderNo: string | null
  /** In paise, with the sign that it has in the figure. */
  readonly value: number
  /** The column's title in the file, or what was worked out from the row. */
  readonly column: string
  /** How many units a unit cost was taken for; nothing for any other cell. */
  readonly units: number | null
  /** Nothing where it was entered by hand. */
  readonly source: CellSource | null
}

export type CellSource = {
  readonly uploadId: string
  readonly reportId: number
  readonly filename: string
  readonly path: readonly string[]
  readonly sheet: string
  readonly row: number
}

/** Where the next page goes on: a section of the list, and the last row read in it. */
export type CellPlace = { readonly section: number; readonly after: string | undefined }

/** One store and one kind of sheet: the list of a figure's cells runs through these in order. */
type Section = {
  readonly storeId: StoreId
  readonly cogsPolicy: CogsPolicy
  readonly in: CellColumn['in']
  readonly cells: readonly CellColumn[]
}

/** Cells of one section, how many rows they stand in, and where it goes on; nothing at its end. */
type SectionPage = {
  readonly cells: readonly Cell[]
  readonly rows: number
  readonly next: string | undefined
}

// What core works out of a whole row has no column of its own.
const DERIVED: Readonly<Record<string, string>> = {
  unexplained: 'Final Settlement Amount less the columns that make it up',
  gstOnSales: 'GST inside the sale, at Product GST %',
  gstCreditOnFees: 'GST inside the fees of this row',
  gstCredit: 'GST inside Total Ads Cost',
}

/** A page of the cells whose sum is the figure, and where the next page starts; nothing after the last. */
export async function findProvenance(
  ledger: Db,
  stores: readonly PnlStore[],
  figure: AnyFigure,
  scope: CellScope,
  page: { readonly from: CellPlace; readonly rows: number },
): Promise<{ cells: Cell[]; next: CellPlace | undefined }> {
  const sections = sectionsOf(stores, figure)
  const cells: Cell[] = []
  let { section: index, after } = page.from
  let left = page.rows
  for (; index < sections.length; index += 1, after = undefined) {
    const section = sections[index]
    if (section === undefined) break
    const found = await readSection(ledger, section, scope, { after, limit: left })
    cells.push(...found.cells)
    left -= found.rows
    if (found.next !== undefined) return { cells, next: { section: index, after: found.next } }
  }
  return { cells, next: undefined }
}

function sectionsOf(stores: readonly PnlStore[], figure: AnyFigure): Section[] {
  return stores.flatMap(({ id, gstScheme, cogsPolicy }) => {
    // Without GST registration no tax is inside the prices, and none comes back.
    const counts = cellsOfFigure(figure).filter(
      ({ column }) =>
        gstScheme === 'regular' || (!column.startsWith('gstO') && !column.startsWith('gstCredit')),
    )
    const bySheet = Map.groupBy(counts, (cell) => cell.in)
    return [...bySheet].map(([sheet, cells]) => ({
      storeId: id,
      cogsPolicy,
      in: sheet,
      cells,
    }))
  })
}

async function readSection(
  ledger: Db,
  section: Section,
  scope: CellScope,
  page: { after: string | undefined; limit: number },
): Promise<SectionPage> {
  switch (section.in) {
    case 'overheads':
      return {
        cells: await overheadCells(ledger, section.storeId, scope),
        rows: 0,
        next: undefined,
      }
    case 'cogs':
    case 'packaging':
      return costCells(ledger, { ...section, figure: section.in }, scope, page)
    default: {
      const rows = await listRows(ledger, section, section.in, scope, page)
      const isFull = rows.length === page.limit
      return {
        cells: rows.flatMap((row) => cellsOf(row, section)),
        rows: rows.length,
        next: isFull ? rows.at(-1)?.place : undefined,
      }
    }
  }
}

// A month of a seller with 100,000 sub-orders a year has fewer; beyond it the count would cost more than it says.
const MOST_COUNTED = 20_000

/** How many cells the figure has; nothing where they are many, or of product cost, which is worked out. */
export async function countProvenance(
  ledger: Db,
  stores: readonly PnlStore[],
  figure: AnyFigure,
  scope: CellScope,
  most = MOST_COUNTED,
): Promise<number | null> {
  let all = 0
  for (const section of sectionsOf(stores, figure)) {
    const count = await countSection(ledger, section, scope, most)
    if (count === undefined || all + count > most) return null
    all += count
  }
  return all
}

async function countSection(
  ledger: Db,
  section: Section,
  scope: CellScope,
  most: number,
): Promise<number | undefined> {
  switch (section.in) {
    case 'overheads':
      return (await overheadCells(ledger, section.storeId, scope)).length
    case 'cogs':
    case 'packaging':
      return undefined
    case 'line':
      return countLineCells(ledger, section.storeId, scope, lineColumns(section), most)
    default: {
      const cells = { sheet: section.in, columns: section.cells.map(({ column }) => column) }
      return countExtraCells(ledger, section.storeId, scope, cells, most)
    }
  }
}

function lineColumns({ cells }: Section) {
  return cells.flatMap((cell) => (cell.in === 'line' ? [cell.column] : []))
}

function listRows(
  ledger: Db,
  section: Section,
  sheet: ExtraSheet | 'line',
  scope: FigureScope,
  page: { after: string | undefined; limit: number },
): Promise<FigureRow[]> {
  if (sheet === 'line') {
    return listLineCells(ledger, section.storeId, scope, lineColumns(section), page)
  }
  const columns = section.cells.map((cell) => cell.column)
  return listExtraCells(ledger, section.storeId, scope, { sheet, columns }, page)
}

function cellsOf(row: FigureRow, { cells }: Section): Cell[] {
  // Safe because the query made both texts: numbers in the order of the section's cells, titles by name.
  const values = JSON.parse(row.values) as number[]
  const titles = JSON.parse(row.columns) as Record<string, string>
  return cells.flatMap(({ column, sign }, index) => {
    const value = (values[index] ?? 0) * sign
    if (value === 0) return []
    return [
      {
        on: row.on,
        subOrderNo: row.subOrderNo,
        value,
        column: titles[column] ?? DERIVED[column] ?? column,
        units: null,
        source: {
          uploadId: row.uploadId,
          reportId: row.reportId,
          filename: row.filename,
          // Safe because the column was written as a JSON array of names.
          path: JSON.parse(row.path) as string[],
          sheet: row.sheet,
          row: row.rowNo,
        },
      },
    ]
  })
}
