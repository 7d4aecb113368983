import { type BusinessMonth, firstDayOf, lastDayOf } from '#core/dates'
import type { StoreId } from '#core/ids'
import { documentDaysNamed } from '#core/meesho/file-names'
import { type MicroRupees, microRupees } from '#core/money/micro-rupees'
import { table13, type Table13Row } from '#core/tax/documents'
import { type GstNet, type GstSum, netOfReturns } from '#core/tax/gst'
import type { OperatorRows } from '#core/tax/gstr1'
import type { Db } from '#db/client'
import type { KnownAt } from '#db/ledger/knowledge'
import {
  type DocumentList,
  listDocumentLists,
  MAX_DOCUMENT_RUNS,
  sumDocumentRuns,
} from '#db/ledger/queries/document-runs'
import { type GstRowSum, MAX_GST_SUMS, sumGst } from '#db/ledger/queries/gst-sums'

/** What is in the rows and in no figure, or in one with a mark. */
export type GstCounts = {
  readonly sales: number
  readonly returns: number
  /** Rows whose tax the panel cut to whole rupees; ours is reckoned from their value and rate. */
  readonly truncatedSales: number
  readonly truncatedReturns: number
  /** Rows whose value the file calls `null`: nobody knows it, so it is in no sum. */
  readonly withoutValue: number
  /** Rows without a rate, of layouts before 2024: no tax can be reckoned, so they are in no sum. */
  readonly withoutRate: number
  /** Rows that name no marketplace: table 14 leaves its GSTIN open. */
  readonly withoutOperator: number
  /** Net value of the rows without a rate. */
  readonly taxableWithoutRate: MicroRupees
}

export type GstMonthReading = {
  readonly rows: readonly GstNet[]
  readonly counts: GstCounts
}

/** The sums of a month, or nothing where it has more combinations than any seller's. */
export async function sumGstMonth(
  ledger: Db,
  storeIds: readonly StoreId[],
  month: BusinessMonth,
  knownAt: KnownAt,
): Promise<GstRowSum[] | undefined> {
  const sums = await sumGst(ledger, storeIds, month, knownAt)
  return sums.length > MAX_GST_SUMS ? undefined : sums
}

/** The sellers' numbers that the rows name; '' is no number. */
export function gstinsOf(sums: readonly GstRowSum[]): string[] {
  return [...new Set(sums.map(({ gstin }) => gstin))].filter((each) => each !== '').toSorted()
}

export function readGstRows(sums: readonly GstRowSum[]): GstMonthReading {
  return { rows: netOfReturns(sums.flatMap(toGstSum)), counts: countsOf(sums) }
}

/** The rows of each marketplace that collected TCS, as table14() takes them. */
export function operatorsOf(sums: readonly GstRowSum[]): OperatorRows[] {
  const byOperator = Map.groupBy(sums, ({ operatorGstin }) => operatorGstin)
  return [...byOperator]
    .map(([gstin, some]) => ({
      operatorGstin: gstin ?? undefined,
      rows: netOfReturns(some.flatMap(toGstSum)),
    }))
    .filter(({ rows }) => rows.length > 0)
}

function toGstSum({ direction, state, gstRateBps, ...sum }: GstRowSum): GstSum[] {
  if (gstRateBps === null) return []
  return [
    {
      kind: direction === 'sales' ? 'sale' : 'return',
      stateText: state,
      hsn: sum.hsn,
      gstRateBps,
      rows: sum.rows,
      quantity: sum.quantity ?? undefined,
      taxable: microRupees(sum.taxable),
    },
  ]
}

const sign = ({ direction }: GstRowSum) => (direction === 'sales' ? 1 : -1)

function countsOf(sums: readonly GstRowSum[]): GstCounts {
  const total = (valueOf: (sum: GstRowSum) => number) =>
    sums.reduce((all, sum) => all + valueOf(sum), 0)
  const of = (direction: GstRowSum['direction'], column: 'rows' | 'truncatedRows') =>
    total((sum) => (sum.direction === direction ? sum[column] : 0))
  return {
    sales: of('sales', 'rows'),
    returns: of('returns', 'rows'),
    truncatedSales: of('sales', 'truncatedRows'),
    truncatedReturns: of('returns', 'truncatedRows'),
    withoutValue: total(({ rowsWithoutValue }) => rowsWithoutValue),
    withoutRate: total(({ gstRateBps, rows }) => (gstRateBps === null ? rows : 0)),
    withoutOperator: total(({ operatorGstin, rows }) => (operatorGstin === null ? rows : 0)),
    taxableWithoutRate: microRupees(
      total((sum) => (sum.gstRateBps === null ? sign(sum) * sum.taxable : 0)),
    ),
  }
}

export type DocumentsReading = {
  readonly rows: readonly Table13Row[]
  /** Documents whose type is none that we know: in no row. */
  readonly unknown: number
  /** Lists of documents that may hold some of the month, and whose names do not say a single month. */
  readonly unplaced: readonly string[]
}

/**
 * The documents issued in a month: those of the lists whose names say days of that month only. Nothing
 * where their numbers have more series than any seller's.
 */
export async function readDocuments(
  ledger: Db,
  storeIds: readonly StoreId[],
  month: BusinessMonth,
  knownAt: KnownAt,
): Promise<DocumentsReading | undefined> {
  const lists = await listDocumentLists(ledger, storeIds, knownAt)
  const placed = lists.map((list) => ({ list, days: daysOf(list) }))
  const [first, last] = [firstDayOf(month), lastDayOf(month)]
  const ofMonth = placed.flatMap(({ list, days }) =>
    days && days.from >= first && days.to <= last ? [list] : [],
  )
  const runs = await sumDocumentRuns(ledger, ofMonth, knownAt)
  if (runs.length > MAX_DOCUMENT_RUNS) return undefined
  const unplaced = placed.flatMap(({ list, days }) => {
    const span = days ?? { from: list.from ?? first, to: last }
    const isOther = span.to < first || span.from > last
    const isWithin = days !== undefined && days.from >= first && days.to <= last
    return isOther || isWithin ? [] : [list.filename]
  })
  const unknown = runs.reduce((all, { type, count }) => all + (type === 'unknown' ? count : 0), 0)
  return { rows: table13(runs, month), unknown, unplaced: [...new Set(unplaced)] }
}

function daysOf({ filename, path }: DocumentList) {
  // Safe because the column was written as a JSON array of names.
  return documentDaysNamed([filename, ...(JSON.parse(path) as string[])])
}
