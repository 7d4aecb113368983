import type { BusinessDate } from '../dates'
import type { Table } from '../files/row'
import { parseSubOrderNo } from '../ids'
import { ADJUSTMENTS_COLUMNS, adjustmentsReader } from './adjustments-report'
import { ADS_COLUMNS, adsReader } from './ads-report'
import { isNoDataSentence } from './cells'
import { recogniseClaims } from './claims-report'
import { findCostsHeader, recogniseCosts } from './costs-list'
import {
  DATA_ROWS,
  findLayout,
  isEmptyOfFigures,
  type LayoutName,
  LAYOUTS,
  peek,
} from './find-layout'
import { isNamedOutstanding, snapshotDayOf } from './file-names'
import { recogniseGst, recogniseOldestGst } from './gst-report'
import { type Header, isColumnTrouble, resolveColumns } from './headers'
import { ORDERS_COLUMNS, ordersLayout, ordersReader } from './orders-report'
import {
  EXCLUSIVE_COLUMNS,
  exclusiveTerms,
  INCLUSIVE_COLUMNS,
  inclusiveTerms,
  type LineColumns,
  type OrderColumns,
} from './payments-columns'
import { OLDEST_SENTENCE, PROMISE_SENTENCE } from './quarantine'
import { paymentsNotices } from './payments-notices'
import { outstandingReader, paymentsReader } from './payments-report'
import { REFERRAL_COLUMNS, referralReader } from './referral-report'
import type { FileHints, Recognition } from './report'
import { recogniseReturns } from './returns-report'
import {
  dateOrdersOf,
  quarantined,
  recognised,
  type Sheet,
  unsupported,
  withNotices,
} from './sheet'
import { recogniseTaxInvoices } from './tax-invoice-report'

/** Says which report a sheet or CSV is by its columns, whatever its name. Reads no further than it must. */
export async function recogniseReport(
  table: Table,
  hints: FileHints,
  workbook: { readonly outstanding?: boolean } = {},
): Promise<Recognition> {
  const peeked = await peek(table)
  const found = findLayout(peeked)
  const { outstanding } = workbook
  if (!found) {
    const costs = findCostsHeader(peeked)
    if (costs) return recogniseCosts({ table, hints, outstanding, ...costs })
    return { status: isEmptyOfFigures(table, peeked) ? 'ignored' : 'unrecognised' }
  }
  const sheet = { table, hints, outstanding, header: found.header, above: found.above }
  return recogniseSheet(sheet, found.layout)
}

function recogniseSheet(sheet: Sheet, layout: LayoutName): Promise<Recognition> {
  switch (layout) {
    case 'orders':
      return recogniseOrders(sheet)
    case 'inclusive':
    case 'exclusive':
    case 'oldest':
      return recognisePayments(sheet, layout)
    case 'ads':
      return recogniseAds(sheet)
    case 'referral':
      return recogniseReferral(sheet)
    case 'adjustments':
      return recogniseAdjustments(sheet)
    case 'returns':
      return recogniseReturns(sheet)
    case 'claims':
      return recogniseClaims(sheet)
    case 'gst':
      return recogniseGst(sheet)
    case 'gstOldest':
      return recogniseOldestGst(sheet)
    case 'taxInvoices':
      return recogniseTaxInvoices(sheet)
    default:
      return layout satisfies never
  }
}

/**
 * What an Order Payments sheet says of its whole workbook: promises have no transaction. Nothing for other
 * sheets and for a sheet without rows, where only a name can tell.
 */
export async function isOutstandingPayments(table: Table): Promise<boolean | undefined> {
  const found = findLayout(await peek(table))
  if (found?.layout !== 'inclusive' && found?.layout !== 'exclusive') return undefined
  const at = resolveColumns(found.header, LAYOUTS[found.layout])
  return isColumnTrouble(at) ? undefined : hasOnlyPromises(found.header, at)
}

async function recogniseOrders(sheet: Sheet): Promise<Recognition> {
  const at = resolveColumns(sheet.header, ORDERS_COLUMNS)
  if (isColumnTrouble(at)) return quarantined(sheet, 'orders', at)
  const orders = await dateOrdersOf(sheet, [at.orderedOn])
  const read = ordersReader(sheet.header, at, orders)
  return recognised(sheet, at, {
    kind: 'orders',
    layout: ordersLayout(at),
    snapshotOn: undefined,
    read,
  })
}

async function recognisePayments(
  sheet: Sheet,
  layout: 'inclusive' | 'exclusive' | 'oldest',
): Promise<Recognition> {
  if (layout === 'oldest') return unsupported(sheet, 'payments.orders', OLDEST_SENTENCE)
  if (layout === 'exclusive') {
    const at = resolveColumns(sheet.header, EXCLUSIVE_COLUMNS)
    if (isColumnTrouble(at)) return quarantined(sheet, paymentsKind(sheet), at)
    return recogniseLines(sheet, 'P1', { ...at, terms: exclusiveTerms(at) })
  }
  const at = resolveColumns(sheet.header, INCLUSIVE_COLUMNS)
  if (isColumnTrouble(at)) return quarantined(sheet, paymentsKind(sheet), at)
  return recogniseLines(sheet, at.catalogId >= 0 ? 'P3' : 'P2', {
    ...at,
    terms: inclusiveTerms(at),
  })
}

async function recogniseLines(sheet: Sheet, layout: string, at: LineColumns): Promise<Recognition> {
  const { header } = sheet
  const { terms, ...others } = at
  const places = { ...others, ...terms }
  const orders = await dateOrdersOf(sheet, [at.orderedOn, at.dispatchedOn, at.paidOn])
  const outstanding =
    sheet.outstanding ?? hasOnlyPromises(header, at) ?? isNamedOutstanding(sheet.hints.names)
  const notices = paymentsNotices(header, at, orders)
  if (!outstanding) {
    const read = paymentsReader(header, at, orders)
    const kind = 'payments.orders'
    const report = recognised(sheet, places, { kind, layout, snapshotOn: undefined, read })
    return withNotices(report, notices)
  }
  const read = outstandingReader(header, at, orders)
  const kind = 'outstanding'
  const report = recognised(sheet, places, { kind, layout, snapshotOn: snapshotOf(sheet), read })
  return withNotices(report, notices)
}

/** Nothing where no row is a sub-order's. */
function hasOnlyPromises(header: Header, at: OrderColumns): boolean | undefined {
  let rows = 0
  for (const { cells } of header.data.slice(0, DATA_ROWS)) {
    if (parseSubOrderNo((cells[at.subOrderNo] ?? '').trim()) === undefined) continue
    if ((cells[at.transactionId] ?? '').trim() !== '') return false
    rows += 1
  }
  return rows === 0 ? undefined : true
}

async function recogniseAds(sheet: Sheet): Promise<Recognition> {
  const kind = isPromise(sheet) ? 'outstanding.ads' : 'payments.ads'
  const at = resolveColumns(sheet.header, ADS_COLUMNS)
  if (isColumnTrouble(at)) return quarantined(sheet, kind, at)
  const orders = await dateOrdersOf(sheet, [at.ranOn, at.deductedOn])
  const read = adsReader(sheet.header, at, orders)
  const snapshotOn = kind === 'outstanding.ads' ? snapshotOf(sheet) : undefined
  return recognised(sheet, at, { kind, layout: 'A1', snapshotOn, read })
}

async function recogniseReferral(sheet: Sheet): Promise<Recognition> {
  const kind = 'payments.referral'
  const at = resolveColumns(sheet.header, REFERRAL_COLUMNS)
  if (isColumnTrouble(at)) return quarantined(sheet, kind, at)
  if (isPromise(sheet) && hasRows(sheet.header)) return unsupported(sheet, kind, PROMISE_SENTENCE)
  const orders = await dateOrdersOf(sheet, [at.paidOn])
  const read = referralReader(sheet.header, at, orders)
  return recognised(sheet, at, { kind, layout: 'R1', snapshotOn: undefined, read })
}

async function recogniseAdjustments(sheet: Sheet): Promise<Recognition> {
  const kind = 'payments.adjustments'
  const at = resolveColumns(sheet.header, ADJUSTMENTS_COLUMNS)
  if (isColumnTrouble(at)) return quarantined(sheet, kind, at)
  if (isPromise(sheet) && hasRows(sheet.header)) return unsupported(sheet, kind, PROMISE_SENTENCE)
  const orders = await dateOrdersOf(sheet, [at.paidOn])
  const read = adjustmentsReader(sheet.header, at, orders)
  return recognised(sheet, at, { kind, layout: 'C1', snapshotOn: undefined, read })
}

/** A sheet of figures without transactions says by its name alone whether it is a promise. */
function isPromise({ outstanding, hints }: Sheet): boolean {
  return outstanding ?? isNamedOutstanding(hints.names)
}

function paymentsKind(sheet: Sheet): 'outstanding' | 'payments.orders' {
  return isPromise(sheet) ? 'outstanding' : 'payments.orders'
}

function snapshotOf({ hints }: Sheet): BusinessDate | undefined {
  return snapshotDayOf(hints.names) ?? hints.createdOn
}

function hasRows({ data }: Header): boolean {
  return data.some(({ cells }) => {
    const first = cells.find((cell) => cell.trim() !== '')
    return first !== undefined && !isNoDataSentence(first.trim())
  })
}
