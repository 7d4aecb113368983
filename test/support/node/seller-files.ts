import { csvLine } from '#core/files/csv-out'
import type { Fixture } from './ledger'
import { writePayments } from '../payments-sheets'
import type { Cells, ExtraRow, PaidRow, ReturnExport, SellerRows } from '../random-seller'

const ORDER_NAMES = [
  'Reason for Credit Entry',
  'Sub Order No',
  'Catalog ID',
  'Order Date',
  'Order source',
  'Customer State',
  'Product Name',
  'SKU',
  'Size',
  'Quantity',
  'Supplier Listed Price (Incl. GST + Commission)',
  'Supplier Discounted Price (Incl GST and Commision)',
  'Packet Id',
]

const returnNames = (name: ReturnExport) => [
  'S No',
  'Product Name',
  'SKU',
  'Variation',
  'Meesho PID',
  'Qty',
  'Category',
  'Order Number',
  'Suborder Number',
  'Order Date',
  'Dispatch Date',
  'Return Created Date',
  'Type of Return',
  'Sub Type',
  DAY_NAMES[name],
  'Courier Partner',
  'AWB Number',
  'Status',
  'Attempt',
  'Tracking Link',
  'Return Reason',
  'Detailed Return Reason',
]

const DAY_NAMES: Readonly<Record<ReturnExport, string>> = {
  intransit: 'Expected Delivery Date',
  completed_delivered: 'Delivered Date',
  completed_lost: 'Lost Date',
}

const CLAIM_NAMES = [
  'Order Number',
  'Suborder Number',
  'Ticket ID',
  'Ticket Status',
  'Issue',
  'Created Date',
  'Last Update',
  'Reopen Validity',
]

export function ordersFile(rows: readonly Cells[], downloadedOn = '2026-09-03'): Fixture {
  const name = `Orders_2026-05-20_2026-07-31_${downloadedOn}_16_12-16_17_2454257.csv`
  return csvFile(name, [ORDER_NAMES, ...rows])
}

/** Rows of a payments workbook, or a part of them. */
export type PaymentRows = Pick<
  SellerRows,
  'layout' | 'payments' | 'ads' | 'referral' | 'adjustments'
>

const cellsOf = (rows: readonly (PaidRow | ExtraRow)[]) => rows.map(({ cells }) => cells)

export async function paymentsFile(rows: PaymentRows): Promise<Fixture> {
  const bytes = await writePayments(rows.layout, {
    orders: cellsOf(rows.payments),
    ads: cellsOf(rows.ads),
    referral: cellsOf(rows.referral),
    adjustments: cellsOf(rows.adjustments),
  })
  return { name: '2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT.xlsx', bytes }
}

export async function promisesFile({ layout, promises }: SellerRows): Promise<Fixture> {
  const orders = promises.map(({ cells }) => cells)
  const bytes = await writePayments(layout, { orders, ads: [], referral: [], adjustments: [] })
  const name = '2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_OUTSTANDING_PAYMENT_2026-09-03.xlsx'
  return { name, bytes }
}

export function returnsFile(name: ReturnExport, rows: readonly Cells[]): Fixture {
  const above = [
    ['Meesho Supplier Panel', ''],
    ['Supplier ID', '2454257'],
    ['Status', name],
  ]
  const filename = `${name}__________2026-09-03_17-0-17_59_2454257__.csv`
  return csvFile(filename, [...above, [''], returnNames(name), ...rows])
}

export function claimsFile(rows: readonly Cells[]): Fixture {
  const name = 'Supplier-2454257_Status-all_Created-from-01-06-2026-to-03-09-2026.csv'
  return csvFile(name, [CLAIM_NAMES, ...rows])
}

export function costsFile(rows: readonly Cells[]): Fixture {
  return csvFile('costs.csv', [['SKU', 'Cost', 'Packaging', 'Effective From'], ...rows])
}

/** Every file of the seller that has rows, each whole. */
export async function filesOf(rows: SellerRows): Promise<Fixture[]> {
  return [ordersFile(rows.orders), await paymentsFile(rows), ...(await otherFiles(rows))]
}

/** All but the orders and the payments. */
export async function otherFiles(rows: SellerRows): Promise<Fixture[]> {
  const exports = ['intransit', 'completed_delivered', 'completed_lost'] as const
  return [
    ...(rows.earlierOrders.length > 0 ? [ordersFile(rows.earlierOrders, '2026-07-20')] : []),
    ...exports
      .filter((name) => rows.returns[name].length > 0)
      .map((name) => returnsFile(name, rows.returns[name])),
    ...(rows.claims.length > 0 ? [claimsFile(rows.claims)] : []),
    ...(rows.costs.length > 0 ? [costsFile(rows.costs)] : []),
    ...(rows.promises.length > 0 ? [await promisesFile(rows)] : []),
  ]
}

function csvFile(name: string, rows: readonly Cells[]): Fixture {
  return { name, bytes: new TextEncoder().encode(rows.map(csvLine).join('')) }
}
