import type { Claim } from '../claims/claim'
import type { UnitCost } from '../costs/unit-cost'
import type { BusinessDate } from '../dates'
import type { Row } from '../files/row'
import type { SupplierId } from '../ids'
import type { SubOrder } from '../orders/sub-order'
import type { ReturnParcel } from '../returns/return-parcel'
import type {
  AdSpend,
  OutstandingPayment,
  PlatformAdjustment,
  ReferralPayment,
  SettlementLine,
} from '../settlements/settlement-line'
import type { GstLine } from '../tax/gst-line'
import type { TaxInvoice } from '../tax/tax-invoice'

/** What each kind of report holds, one record a row. */
export type RecordOf = {
  orders: SubOrder
  'payments.orders': SettlementLine
  'payments.ads': AdSpend
  'payments.referral': ReferralPayment
  'payments.adjustments': PlatformAdjustment
  outstanding: OutstandingPayment
  'outstanding.ads': AdSpend
  returns: ReturnParcel
  claims: Claim
  'gst.sales': GstLine
  'gst.returns': GstLine
  tax_invoices: TaxInvoice
  costs: UnitCost
}

export type ReportKind = keyof RecordOf

/** A row that cannot be counted: the cell that stopped it and the reason, in words for the seller. */
export type RejectedRow = {
  readonly row: number
  readonly column: string
  readonly text: string
  readonly reason: string
}

/** `undefined` is a row without data: blank, a formula legend, or the panel's "No data is available". */
export type ReadRow<Kind extends ReportKind> = (
  row: Row,
) => RecordOf[Kind] | RejectedRow | undefined

/** What a file says of itself that is not so. The report is counted all the same; said once a report. */
export type ReportNotice = { readonly code: 'tcs-legend-stale'; readonly detail: string }

/** A report whose columns are all understood, ready to be read row by row. */
export type RecognisedReport = {
  [Kind in ReportKind]: {
    readonly kind: Kind
    /** Which generation of the panel's layout, as docs/reports names them: `P2`, `P3`, `O1`, … */
    readonly layout: string
    /** The row numbers up to and including this one are titles, names and legends. */
    readonly headerRow: number
    readonly supplierId: SupplierId | undefined
    /** The day an outstanding report speaks of; nothing for every other kind, and where no evidence names it. */
    readonly snapshotOn: BusinessDate | undefined
    /** The file's own title of the column, or columns, that each figure comes from. */
    readonly columns: Readonly<Record<string, string>>
    readonly notices: readonly ReportNotice[]
    readonly read: ReadRow<Kind>
  }
}[ReportKind]

export type Recognition =
  | { readonly status: 'recognised'; readonly report: RecognisedReport }
  /** A known report whose money columns changed: counted in no part until someone has understood it. */
  | {
      readonly status: 'quarantined'
      readonly kind: ReportKind
      readonly code: 'columns-missing' | 'columns-unknown' | 'layout-unsupported'
      readonly detail: string
      readonly supplierId: SupplierId | undefined
    }
  /** A sheet without figures that every file of its kind carries, such as the disclaimer. */
  | { readonly status: 'ignored' }
  | { readonly status: 'unrecognised' }

/** What is known of a file besides its rows. Names are hints: content decides wherever it can. */
export type FileHints = {
  /** The upload's name and the names of the ZIP entries that led here, outermost first. */
  readonly names: readonly string[]
  /** When the workbook says it was made (docProps/core.xml), as a day in India. */
  readonly createdOn: BusinessDate | undefined
}

export function isRejected(record: object): record is RejectedRow {
  return 'reason' in record && 'row' in record
}
