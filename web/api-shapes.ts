import type { BusinessDate } from '#core/dates'
import type { Paise } from '#core/money/paise'
import type { Beside, Term } from '#core/settlements/terms'

export type Basis = 'order' | 'payment'
export type PnlGroupBy = 'total' | 'month' | 'day' | 'sku'

/** Lines that are always a sum; the three costs are nothing while nobody has entered them. */
export type KnownLine =
  | 'grossSales'
  | 'salesReturned'
  | 'netSales'
  | 'commission'
  | 'goldFee'
  | 'mallFee'
  | 'fixedFeeRevenue'
  | 'warehousingRevenue'
  | 'fixedFeeDeduction'
  | 'warehousingDeduction'
  | 'shipping'
  | 'returnShipping'
  | 'gstCompensation'
  | 'supportNet'
  | 'supportGst'
  | 'returnPremium'
  | 'returnPremiumReturn'
  | 'fees'
  | 'compensation'
  | 'claims'
  | 'recovery'
  | 'tcs'
  | 'tds'
  | 'taxesWithheld'
  | 'unexplained'
  | 'settlement'
  | 'ads'
  | 'referral'
  | 'platformAdjustments'
  | 'bankReceipts'
  | 'taxCredits'
  | 'gstOnSales'
  | 'gstCreditOnFees'
  | 'netProfit'
export type CostLine = 'cogs' | 'packaging' | 'overheads'
export type LineName = KnownLine | CostLine
export type PnlLines = Readonly<Record<KnownLine, Paise> & Record<CostLine, Paise | null>>

export type PnlGroup = {
  readonly key: string
  readonly lines: PnlLines
  readonly lineCount: number
  readonly units: number
  readonly subOrders: number
  readonly deliveredUnits: number
  readonly returnedUnits: number
  readonly rtoUnits: number
  readonly marginPct: number | null
  readonly coverage: {
    readonly costKnownPct: number | null
    readonly finalPct: number | null
    readonly settledPct: number | null
    readonly gstUnknownLines: number
  }
}

export type Freshness = {
  readonly ordersTo: BusinessDate | null
  readonly paymentsTo: BusinessDate | null
}

export type Pnl = {
  readonly from: BusinessDate
  readonly to: BusinessDate
  readonly basis: Basis
  readonly group: PnlGroupBy
  readonly groups: readonly PnlGroup[]
  readonly undated: { readonly lines: number; readonly settlement: Paise } | null
  readonly freshness: Freshness
}

export type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null }

export type Payout = {
  readonly paidOn: BusinessDate
  readonly transactionIds: readonly string[]
  readonly orders: Paise
  readonly ads: Paise
  readonly referral: Paise
  readonly adjustments: Paise
  readonly net: Paise
  readonly lines: number
}

export type Source = {
  readonly uploadId: string
  readonly filename: string
  readonly path: readonly string[]
  readonly sheet: string
  readonly row: number
  readonly reportId: string
}

export type Settlement = {
  readonly id: string
  readonly subOrderNo: string
  readonly paidOn: BusinessDate
  readonly orderedOn: BusinessDate | null
  readonly sku: string
  readonly productName: string
  readonly status: string
  readonly quantity: number | null
  readonly transactionId: string
  readonly priceType: string
  readonly settlement: Paise
  readonly unexplained: Paise
  readonly identityVariant: string | null
  readonly terms: Readonly<Record<Term, Paise>>
  readonly beside: Readonly<Record<Beside, Paise>>
  readonly gstRateBps: number | null
  readonly reasons: {
    readonly compensation: string
    readonly claims: string
    readonly recovery: string
  }
  readonly source: Source
}

export type SettlementPage = Page<Settlement> & {
  readonly totals: {
    readonly count: number
    readonly settlement: Paise
    readonly sale: Paise
  } | null
}

export type SubOrderView = {
  readonly subOrder: {
    readonly subOrderNo: string
    readonly status: string
    readonly orderedOn: BusinessDate
    readonly sku: string
    readonly productName: string
    readonly size: string
    readonly quantity: number
    readonly customerState: string
    readonly listedPrice: Paise | null
    readonly discountedPrice: Paise | null
  } | null
  readonly history: readonly {
    readonly status: string
    readonly seenOn: string
    readonly source: Source
  }[]
  readonly lines: readonly Settlement[]
  readonly promised: readonly {
    readonly promisedOn: BusinessDate | null
    readonly settlement: Paise
    readonly status: string
    readonly source: Source
  }[]
}

export type ProvenanceCell = {
  readonly subOrderNo: string | null
  readonly on: BusinessDate | null
  readonly value: Paise
  readonly column: string
  readonly source: Source
}

export type Provenance = Page<ProvenanceCell> & {
  readonly figure: string
  readonly total: Paise
  readonly count: number
}

export type FileRow = {
  readonly filename: string
  readonly path: readonly string[]
  readonly sheet: string
  readonly row: number
  readonly cells: readonly {
    readonly column: string
    readonly title: string
    readonly text: string
  }[]
}

export type UploadReport = {
  readonly id: string
  readonly kind: string
  readonly layout: string
  readonly path: readonly string[]
  readonly sheet: string
  readonly period: { readonly from: BusinessDate | null; readonly to: BusinessDate | null } | null
  readonly rows: number
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly rejected: number
  readonly quarantined?: { readonly code: string; readonly detail: string }
}

export type Upload = {
  readonly id: string
  readonly filename: string
  readonly bytes: number
  readonly storeId: string | null
  readonly status: 'queued' | 'parsing' | 'done' | 'failed'
  readonly progress: { readonly rowsRead: number }
  readonly receivedAt: string
  readonly source: 'dashboard' | 'extension' | 'cli' | 'api'
  readonly error?: { readonly code: string; readonly detail: string }
  readonly reports: readonly UploadReport[]
  readonly unrecognised: readonly string[]
}

export type Store = {
  readonly id: string
  readonly name: string
  readonly supplierId: string | null
  readonly gstScheme: 'regular' | 'none'
}

export type Me = {
  readonly user: { readonly id: string; readonly name: string; readonly email: string }
  readonly workspace: { readonly id: string; readonly name: string }
  readonly stores: readonly Store[]
}

export type Session = {
  readonly id: string
  readonly current: boolean
  readonly createdAt: string
  readonly lastSeenAt?: string
  readonly userAgent?: string
}
