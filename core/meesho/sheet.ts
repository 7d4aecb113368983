import type { Table } from '../files/row'
import type { SupplierId } from '../ids'
import type { DateOrders } from './cells'
import { findDateOrders, needsDateOrder } from './dates'
import { supplierIdOf } from './file-names'
import { type ColumnTrouble, type Header, type PeekedRow, titlesOf } from './headers'
import { sentenceAbout } from './quarantine'
import type { FileHints, Recognition, RecognisedReport, ReportKind, ReportNotice } from './report'

/** A sheet or CSV whose row of names has been found. */
export type Sheet = {
  readonly table: Table
  readonly hints: FileHints
  readonly header: Header
  /** The rows above the names: titles, or a preamble that says whose and which report it is. */
  readonly above: readonly PeekedRow[]
  /** What the caller knows of the whole workbook; nothing where the sheet must speak for itself. */
  readonly outstanding: boolean | undefined
}

/** `supplierId` is what the sheet itself says of its supplier, and beats the file's name. */
export function recognised(
  sheet: Sheet,
  places: Readonly<Record<string, number | readonly number[]>>,
  report: WithoutPlace<RecognisedReport>,
  supplierId: SupplierId | undefined = supplierIdOf(sheet.hints.names),
): Recognition {
  return {
    status: 'recognised',
    report: {
      ...report,
      headerRow: sheet.header.lastRow,
      supplierId,
      columns: titlesOf(sheet.header, places),
      notices: [],
    },
  }
}

type WithoutPlace<Report> = Report extends RecognisedReport
  ? Omit<Report, 'headerRow' | 'supplierId' | 'columns' | 'notices'>
  : never

export function withNotices(
  recognition: Recognition,
  notices: readonly ReportNotice[],
): Recognition {
  if (recognition.status !== 'recognised') return recognition
  return { ...recognition, report: { ...recognition.report, notices } }
}

export function quarantined(
  sheet: Sheet,
  kind: ReportKind,
  trouble: ColumnTrouble,
  supplierId: SupplierId | undefined = supplierIdOf(sheet.hints.names),
): Recognition {
  return {
    status: 'quarantined',
    kind,
    code: trouble.missing.length > 0 ? 'columns-missing' : 'columns-unknown',
    detail: sentenceAbout(kind, trouble),
    supplierId,
  }
}

export function unsupported(
  sheet: Sheet,
  kind: ReportKind,
  detail: string,
  supplierId: SupplierId | undefined = supplierIdOf(sheet.hints.names),
): Recognition {
  return { status: 'quarantined', kind, code: 'layout-unsupported', detail, supplierId }
}

/** The whole table is searched only when a spreadsheet program has rewritten its days. */
export async function dateOrdersOf(
  { table, header }: Sheet,
  columns: readonly number[],
): Promise<DateOrders> {
  const rewritten = columns.filter((column) =>
    header.data.some(({ cells }) => needsDateOrder(cells[column] ?? '')),
  )
  return findDateOrders(table, rewritten, header.lastRow)
}
