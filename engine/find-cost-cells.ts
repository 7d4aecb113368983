import type { CogsPolicy } from '#core/costs/cogs'
import { overheadsByMonth } from '#core/costs/overheads'
import { firstDayOf, monthOf } from '#core/dates'
import type { StoreId } from '#core/ids'
import type { Db } from '#db/client'
import type { FigureScope } from '#db/ledger/queries/cells'
import { type CostFigure, type CostRow, listCostCells } from '#db/ledger/queries/cost-cells'
import type { Cell } from './find-provenance'
import { listPastCostRows } from './past-cost-rows'
import type { PastCosts } from './past-costs'
import { readOverheads } from './read-costs'

type CostSection = {
  readonly storeId: StoreId
  readonly cogsPolicy: CogsPolicy
  readonly figure: CostFigure
}

/** What provenance asks, and of a past moment what was known. */
export type CellScope = FigureScope & { readonly past?: PastCosts | undefined }

// On payment basis a page may hold sub-orders of which none was paid in the period.
const MAX_PAGES = 20

/** Sub-orders with their units at the cost in force; a page may be short of its limit and not the last. */
export async function costCells(
  ledger: Db,
  { storeId, cogsPolicy, figure }: CostSection,
  { past, ...scope }: CellScope,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<{ cells: Cell[]; rows: number; next: string | undefined }> {
  const question = { ...scope, figure, policy: cogsPolicy }
  if (past !== undefined) {
    const found = await listPastCostRows(ledger, storeId, question, past, page)
    const cells = found.rows.map((row) => toCell(row, figure))
    return { cells, rows: cells.length, next: found.next }
  }
  const cells: Cell[] = []
  let { after } = page
  for (let read = 0; read < MAX_PAGES; read += 1) {
    const limit = Math.max(1, page.limit - cells.length)
    const { rows, next } = await listCostCells(ledger, storeId, question, { after, limit })
    cells.push(...rows.map((row) => toCell(row, figure)))
    after = next
    if (next === undefined || cells.length >= page.limit) break
  }
  return { cells, rows: cells.length, next: after }
}

const COLUMNS: Readonly<Record<CostFigure, string>> = { cogs: 'Cost', packaging: 'Packaging' }

function toCell(row: CostRow, figure: CostFigure): Cell {
  const { on, subOrderNo, value, units, uploadId, reportId, filename, path, sheet, rowNo } = row
  // Safe because the import wrote the titles as an object of texts.
  const titles = JSON.parse(row.columns ?? '{}') as Record<string, string>
  const isFromFile = uploadId !== null && filename !== null && path !== null && sheet !== null
  return {
    on,
    subOrderNo,
    value,
    units,
    column: titles[figure === 'cogs' ? 'cost' : 'packaging'] ?? COLUMNS[figure],
    source: isFromFile
      ? // Safe because the column was written as a JSON array of names.
        { uploadId, reportId, filename, path: JSON.parse(path) as string[], sheet, row: rowNo }
      : null,
  }
}

/** Each monthly cost with its share of every month of the period; it belongs to no sub-order and no SKU. */
export async function overheadCells(
  ledger: Db,
  storeId: StoreId,
  { from, to, sku, knownAt }: FigureScope,
): Promise<Cell[]> {
  if (sku !== undefined && sku !== '') return []
  const overheads = await readOverheads(ledger, [storeId], knownAt)
  return overheads.flatMap((overhead) =>
    overheadsByMonth([overhead], { from, to })
      .filter(({ amount }) => amount !== 0)
      .map(({ month, amount }) => ({
        on: month === monthOf(from) ? from : firstDayOf(month),
        subOrderNo: null,
        value: amount,
        units: null,
        column: overhead.name,
        source: null,
      })),
  )
}
