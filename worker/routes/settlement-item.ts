import { BESIDE, TERMS } from '#core/settlements/terms'
import type { ReportSource } from '#db/ledger/queries/reports'
import type { ListedLine, ListedPromise } from '#db/ledger/queries/settlement-lists'
import * as z from 'zod'

const amount = z.int()

/** Where a fact stands: the row of a sheet of an upload. */
export const source = z.strictObject({
  uploadId: z.string(),
  reportId: z.int(),
  filename: z.string(),
  path: z.array(z.string()),
  sheet: z.string(),
  row: z.int(),
})

export type Source = z.infer<typeof source>

// Safe, both, because the lists name exactly these keys.
const termAmounts = Object.fromEntries(TERMS.map((term) => [term, amount])) as Record<
  (typeof TERMS)[number],
  typeof amount
>
const besideAmounts = Object.fromEntries(BESIDE.map((name) => [name, amount])) as Record<
  (typeof BESIDE)[number],
  typeof amount
>

export const settlementItem = z.strictObject({
  id: z.string(),
  subOrderNo: z.string(),
  paidOn: z.string(),
  orderedOn: z.string().nullable(),
  dispatchedOn: z.string().nullable(),
  sku: z.string(),
  productName: z.string(),
  status: z.string(),
  quantity: z.int().nullable(),
  transactionId: z.string(),
  priceType: z.string(),
  gstRateBps: z.int().nullable(),
  settlement: amount,
  unexplained: amount,
  identityVariant: z.int(),
  terms: z.strictObject(termAmounts),
  beside: z.strictObject(besideAmounts),
  reasons: z.strictObject({ compensation: z.string(), claims: z.string(), recovery: z.string() }),
  source,
})

export const promise = z.strictObject({
  promisedOn: z.string().nullable(),
  status: z.string(),
  settlement: amount,
  source,
})

type Sourced = Pick<ListedLine, 'uploadId' | 'reportId' | 'filename' | 'path' | 'sheet' | 'rowNo'>

export function toSource({ uploadId, reportId, filename, path, sheet, rowNo }: Sourced): Source {
  // Safe because the column was written as a JSON array of names.
  return { uploadId, reportId, filename, path: JSON.parse(path) as string[], sheet, row: rowNo }
}

/** The same for a fact that was read without its report. */
export function sourceOf(
  { reportId, rowNo }: Pick<Sourced, 'reportId' | 'rowNo'>,
  reports: readonly ReportSource[],
): Source {
  const report = reports.find((each) => each.reportId === reportId)
  if (report === undefined) throw new Error('A fact stands in no report of its store')
  return { ...report, path: [...report.path], row: rowNo }
}

export function toSettlementItem(line: ListedLine): z.infer<typeof settlementItem> {
  const { subOrderNo, paidOn, orderedOn, dispatchedOn, sku, productName, status, quantity } = line
  const { transactionId, priceType, gstRateBps, settlement, unexplained, identityVariant } = line
  return {
    id: `${line.reportId}-${line.rowNo}`,
    subOrderNo,
    paidOn,
    orderedOn,
    dispatchedOn,
    sku,
    productName,
    status,
    quantity,
    transactionId,
    priceType,
    gstRateBps,
    settlement,
    unexplained,
    identityVariant,
    terms: pick(line, TERMS),
    beside: pick(line, BESIDE),
    reasons: {
      compensation: line.compensationReason,
      claims: line.claimsReason,
      recovery: line.recoveryReason,
    },
    source: toSource(line),
  }
}

function pick<Name extends string>(
  line: Readonly<Record<Name, number>>,
  names: readonly Name[],
): Record<Name, number> {
  // Safe because every name is given its amount.
  return Object.fromEntries(names.map((name) => [name, line[name]])) as Record<Name, number>
}

export function toPromise(payment: ListedPromise): z.infer<typeof promise> {
  const { promisedOn, status, settlement } = payment
  return { promisedOn, status, settlement, source: toSource(payment) }
}
