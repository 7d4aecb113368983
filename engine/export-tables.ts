import type { BusinessDate } from '#core/dates'
import { SUB_ORDERS } from '#db/ledger/queries/export-rows'
import {
  type FactColumn,
  type FactExport,
  percent,
  rupees,
  SOURCE,
  STORE,
  text,
} from './export-facts'

/** Every column of a settlement line and of a promise, besides the day it is paid or promised for. */
export const LINE_COLUMNS: readonly FactColumn[] = [
  text('Sub Order No', 'sub_order_no'),
  text('Status', 'status'),
  text('Ordered On', 'ordered_on'),
  text('Dispatched On', 'dispatched_on'),
  text('SKU', 'sku'),
  text('Product Name', 'product_name'),
  text('Catalog ID', 'catalog_id'),
  text('Order Source', 'order_source'),
  text('Quantity', 'quantity'),
  text('Price Type', 'price_type'),
  rupees('Listing Price', 'listing_price_paise'),
  percent('GST %', 'gst_rate_bps'),
  percent('Commission %', 'commission_rate_bps'),
  rupees('Settlement', 'settlement_paise'),
  rupees('Sale', 'sale_paise'),
  rupees('Sale Return', 'sale_return_paise'),
  rupees('Fixed Fee Revenue', 'fixed_fee_revenue_paise'),
  rupees('Warehousing Revenue', 'warehousing_revenue_paise'),
  rupees('Return Premium', 'return_premium_paise'),
  rupees('Return Premium Return', 'return_premium_return_paise'),
  rupees('Commission', 'commission_paise'),
  rupees('Gold Fee', 'gold_fee_paise'),
  rupees('Mall Fee', 'mall_fee_paise'),
  rupees('Return Shipping', 'return_shipping_paise'),
  rupees('GST Compensation', 'gst_compensation_paise'),
  rupees('Shipping', 'shipping_paise'),
  rupees('Support Net', 'support_net_paise'),
  rupees('TCS', 'tcs_paise'),
  rupees('TDS', 'tds_paise'),
  rupees('Compensation', 'compensation_paise'),
  rupees('Claims', 'claims_paise'),
  rupees('Recovery', 'recovery_paise'),
  rupees('Fixed Fee Deduction', 'fixed_fee_deduction_paise'),
  rupees('Warehousing Deduction', 'warehousing_deduction_paise'),
  rupees('Support Excl', 'support_excl_paise'),
  rupees('Waivers', 'waivers_paise'),
  rupees('Support GST', 'support_gst_paise'),
  rupees('Unexplained', 'unexplained_paise'),
  text('Compensation Reason', 'compensation_reason'),
  text('Claims Reason', 'claims_reason'),
  text('Recovery Reason', 'recovery_reason'),
]

export const SETTLEMENTS: FactExport = {
  facts: {
    table: 'settlement_line',
    day: 'paid_on',
    key: [
      'paid_on',
      'sub_order_no',
      'transaction_id',
      'status',
      'settlement_paise',
      'sale_paise',
      'occurrence',
      'closed_at',
    ],
  },
  columns: [
    ...STORE,
    text('Paid On', 'paid_on'),
    text('Transaction ID', 'transaction_id'),
    ...LINE_COLUMNS,
    ...SOURCE,
  ],
}

/** `asOf` tells a delivery that is awaited from one that is overdue; judged only as known today. */
export function ordersExport(asOf: BusinessDate, isAsKnownToday: boolean): FactExport {
  const verdicts: readonly FactColumn[] = [
    {
      title: 'Stands',
      cell: ({ row }) => {
        if (row['bucket'] !== 'unpaid') return row['bucket'] ?? null
        const dueOn = String(row['due_on'] ?? '')
        return dueOn !== '' && dueOn < asOf ? 'overdue' : 'awaiting'
      },
    },
    text('Due On', 'due_on'),
    rupees('Settled', 'settled_paise'),
    rupees('Promised', 'promised_paise'),
    rupees('Expected', 'expected_paise'),
  ]
  return {
    facts: SUB_ORDERS,
    columns: [
      ...STORE,
      text('Sub Order No', 'sub_order_no'),
      text('Ordered On', 'ordered_on'),
      text('Status', 'status'),
      text('SKU', 'sku'),
      text('Product Name', 'product_name'),
      text('Size', 'size'),
      text('Quantity', 'quantity'),
      text('Customer State', 'customer_state'),
      rupees('Listed Price', 'listed_price_paise'),
      rupees('Discounted Price', 'discounted_price_paise'),
      text('Packet ID', 'packet_id'),
      text('Catalog ID', 'catalog_id'),
      text('Order Source', 'order_source'),
      ...(isAsKnownToday ? verdicts : []),
      ...SOURCE,
    ],
  }
}

export const RETURNS: FactExport = {
  facts: {
    table: 'return_parcel',
    day: 'created_on',
    key: ['created_on', 'sub_order_no', 'quantity', 'report_id', 'row_no'],
  },
  columns: [
    ...STORE,
    text('Sub Order No', 'sub_order_no'),
    text('Created On', 'created_on'),
    text('Outcome', 'outcome'),
    text('Outcome On', 'outcome_on'),
    text('Type', 'return_type'),
    text('Sub Type', 'sub_type'),
    text('Status', 'status'),
    text('Ordered On', 'ordered_on'),
    text('Dispatched On', 'dispatched_on'),
    text('SKU', 'sku'),
    text('Product Name', 'product_name'),
    text('Variation', 'variation'),
    text('Quantity', 'quantity'),
    text('Courier', 'courier'),
    text('AWB', 'awb'),
    text('Attempt', 'attempt'),
    text('Reason', 'reason'),
    text('Detailed Reason', 'detailed_reason'),
    ...SOURCE,
  ],
}

export const CLAIMS: FactExport = {
  facts: {
    table: 'claim',
    day: 'created_on',
    key: ['ticket_id', 'closed_at', 'report_id', 'row_no'],
  },
  columns: [
    ...STORE,
    text('Ticket ID', 'ticket_id'),
    text('Sub Order No', 'sub_order_no'),
    text('Created On', 'created_on'),
    text('State', 'state'),
    text('Status', 'status'),
    text('Issue', 'issue'),
    text('SKU', 'sku'),
    rupees('Amount', 'amount_paise'),
    text('Paid On', 'paid_on'),
    text('Transaction ID', 'transaction_id'),
    text('Reopen Until', 'reopen_until'),
    text('Last Update', 'last_update'),
    ...SOURCE,
  ],
}

/** Read back by the list of costs: SKU, Effective From, Cost and Packaging are its own titles. */
export const COSTS: FactExport = {
  facts: {
    table: 'unit_cost',
    day: undefined,
    key: ['sku', 'effective_from', 'closed_at', 'report_id', 'row_no'],
  },
  columns: [
    ...STORE,
    text('SKU', 'sku'),
    text('Effective From', 'effective_from'),
    rupees('Cost', 'cost_paise'),
    rupees('Packaging', 'packaging_paise'),
    ...SOURCE,
  ],
}
