import type { StoreId, SubOrderNo } from '#core/ids'
import type { TaxInvoice } from '#core/tax/tax-invoice'
import { and, asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../client'
import { reports } from '../schema/reports'
import { taxInvoices } from '../schema/tax-invoices'
import { countsSince, isKnown, type KnownAt } from '../knowledge'
import { isAtStep, type Step } from './report-steps'
import { sourceColumns } from './settlement-lists'

export function taxInvoiceRow(invoice: TaxInvoice, occurrence: number, rowNo: number): string {
  const { orderedOn, subOrderNo, type, invoiceNo, typeText, hsn, description } = invoice
  return JSON.stringify([
    orderedOn,
    subOrderNo,
    type,
    invoiceNo,
    occurrence,
    typeText,
    hsn,
    description,
    rowNo,
  ])
}

const KEY = { ordered_on: 0, sub_order_no: 1, invoice_type: 2, invoice_no: 3, occurrence: 4 }

export function addTaxInvoices(storeId: StoreId, step: Step, chunk: string, now: Date): SQL {
  return sql`INSERT INTO tax_invoice (store_id, report_id, added_at, ordered_on, sub_order_no, invoice_type, invoice_no,
      occurrence, type_text, hsn, description, row_no)
    SELECT ${storeId}, ${step.reportId}, ${countsSince('tax_invoice', storeId, KEY, now)}, value->>0, value->>1, value->>2, value->>3, value->>4,
      value->>5, value->>6, value->>7, value->>8
    FROM json_each(${chunk}) WHERE ${isAtStep(step)} ON CONFLICT DO NOTHING`
}

// An invoice, a credit note and a discount note.
const MAX_INVOICES = 50

/** The invoices and notes of one sub-order, which all bear its order day. */
export function listTaxInvoicesOfSubOrder(
  ledger: Db,
  storeId: StoreId,
  subOrderNo: SubOrderNo,
  orderedOn: string,
  knownAt?: KnownAt,
) {
  return ledger
    .select({ ...getTableColumns(taxInvoices), ...sourceColumns })
    .from(taxInvoices)
    .innerJoin(reports, eq(reports.id, taxInvoices.reportId))
    .where(
      and(
        eq(taxInvoices.storeId, storeId),
        sql`${taxInvoices.orderedOn} = ${orderedOn}`,
        eq(taxInvoices.subOrderNo, subOrderNo),
        isKnown('tax_invoice', knownAt),
      ),
    )
    .orderBy(asc(taxInvoices.type), asc(taxInvoices.invoiceNo))
    .limit(MAX_INVOICES)
}
