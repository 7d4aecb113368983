import type { BusinessDate } from '#core/dates'
import type { StoreId } from '#core/ids'
import { decimalText } from '#core/money/rupees'
import type { Days } from '#core/pnl/period'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import {
  type ExportPage,
  type ExportRow,
  type FactQuery,
  type FactTable,
  listFacts,
} from '#db/ledger/queries/export-rows'
import { type Budget, type Column, money, pagesOf, plain } from './export-csv'

/** A store as an export names it. */
export type ExportStore = {
  readonly id: StoreId
  readonly name: string
  readonly supplierId: string | null
}

export type ExportScope = {
  readonly ledger: Db
  readonly stores: readonly ExportStore[]
  /** Nothing for every day. */
  readonly days: Days | undefined
  /** The day to judge by. */
  readonly asOf: BusinessDate
  readonly knownAt: KnownAt
  readonly budget: Budget
}

/** A row of a fact with the store it belongs to. */
export type StoredRow = { readonly store: ExportStore; readonly row: ExportRow }

export type FactColumn = Column<StoredRow>

/** What a fact table is called in an export, and what its columns are. */
export type FactExport = {
  readonly facts: FactTable
  readonly columns: readonly FactColumn[]
}

// A few megabytes at a time; a million rows are two hundred statements.
const ROWS_A_PAGE = 5_000

type ReadRows = (ledger: Db, query: FactQuery, page: ExportPage) => Promise<readonly ExportRow[]>

/** Every row of the scope, store after store, in the order of its key. */
export async function* factPages(
  scope: ExportScope,
  read: ReadRows,
  more: Partial<FactQuery> = {},
): AsyncGenerator<readonly StoredRow[]> {
  const { ledger, days, knownAt } = scope
  for (const store of scope.stores) {
    const query: FactQuery = { storeId: store.id, days, knownAt, ...more }
    const pages = pagesOf<ExportRow>(
      {
        read: (after, limit) => read(ledger, query, { after, limit }),
        limit: ROWS_A_PAGE,
        statements: 1,
      },
      scope.budget,
    )
    for await (const rows of pages) yield rows.map((row) => ({ store, row }))
  }
}

export function readerOf(facts: FactTable): ReadRows {
  return (ledger, query, page) => listFacts(ledger, facts, query, page)
}

/** A column as it stands in the table; an empty cell for what is unknown. */
export function text(title: string, name: string): FactColumn {
  return plain(title, ({ row }) => row[name] ?? null)
}

/** A column in paise. */
export function rupees(title: string, name: string): FactColumn {
  return money(title, ({ row }) => amountOf(row, name))
}

/** A column in millionths of a rupee, as GST reports have them: six decimals. */
export function micro(title: string, name: string): FactColumn {
  return plain(title, ({ row }) => {
    const amount = amountOf(row, name)
    return amount === null ? null : decimalText(amount, 6)
  })
}

/** A column in hundredths of a percent. */
export function percent(title: string, name: string): FactColumn {
  return plain(title, ({ row }) => {
    const rate = amountOf(row, name)
    return rate === null ? null : decimalText(rate, 2)
  })
}

export function amountOf(row: ExportRow, name: string): number | null {
  const value = row[name]
  return typeof value === 'number' ? value : null
}

/** Which supplier's rows these are, first in every export. */
export const STORE: readonly FactColumn[] = [
  plain('Store', ({ store }) => store.name),
  plain('Supplier ID', ({ store }) => store.supplierId),
]

/** Where the row stands, last in every export; empty for what was entered by hand. */
export const SOURCE: readonly FactColumn[] = [
  plain('File', ({ row }) => {
    if (typeof row['filename'] !== 'string') return null
    // Safe because the column was written as a JSON array of names.
    const path = JSON.parse(String(row['path'] ?? '[]')) as string[]
    return [row['filename'], ...path].join(' › ')
  }),
  plain('Sheet', ({ row }) => row['sheet'] ?? null),
  plain('Row', ({ row }) => (row['filename'] === null ? null : (row['row_no'] ?? null))),
]
