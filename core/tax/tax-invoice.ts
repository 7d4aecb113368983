import type { BusinessDate } from '../dates'
import type { SubOrderNo } from '../ids'

export type TaxInvoiceType = 'invoice' | 'credit_note' | 'discount_note' | 'unknown'

/** One row of the index that comes with the invoices' PDFs; the PDFs themselves are kept, not read. */
export type TaxInvoice = {
  readonly invoiceNo: string
  readonly type: TaxInvoiceType
  /** As the file writes it: `INVOICE`, `CREDIT NOTE`, `CREDIT_DISCOUNT`. */
  readonly typeText: string
  readonly subOrderNo: SubOrderNo
  readonly orderedOn: BusinessDate
  readonly description: string
  readonly hsn: string
}

export function taxInvoiceTypeOf(text: string): TaxInvoiceType {
  const words = text
    .toUpperCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
  if (words === 'INVOICE') return 'invoice'
  if (words === 'CREDIT NOTE') return 'credit_note'
  return words.startsWith('CREDIT') && words.includes('DISCOUNT') ? 'discount_note' : 'unknown'
}
