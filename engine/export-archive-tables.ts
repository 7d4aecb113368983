import {
  type FactColumn,
  type FactExport,
  micro,
  percent,
  rupees,
  SOURCE,
  STORE,
  text,
} from './export-facts'
import { LINE_COLUMNS } from './export-tables'

export const PROMISE_COLUMNS: readonly FactColumn[] = [
  ...STORE,
  text('Promised On', 'promised_on'),
  ...LINE_COLUMNS,
  ...SOURCE,
]

export const GST_LINES: FactExport = {
  facts: {
    table: 'gst_line',
    day: undefined,
    key: ['direction', 'month', 'sub_order_no', 'ordered_on', 'said', 'occurrence', 'closed_at'],
  },
  columns: [
    ...STORE,
    text('Direction', 'direction'),
    text('Month', 'month'),
    text('Sub Order No', 'sub_order_no'),
    text('Ordered On', 'ordered_on'),
    text('Returned On', 'returned_on'),
    text('Manifested On', 'manifested_on'),
    text('Quantity', 'quantity'),
    percent('GST %', 'gst_rate_bps'),
    micro('Taxable', 'taxable_micro'),
    micro('Tax', 'tax_micro'),
    micro('Invoice', 'invoice_micro'),
    micro('Taxable Shipping', 'taxable_shipping_micro'),
    text('HSN', 'hsn'),
    text('State', 'state_name'),
    text('GSTIN', 'gstin'),
    text('Operator GSTIN', 'operator_gstin'),
    text('Status', 'status'),
    text('Transaction Type', 'transaction_type'),
    ...SOURCE,
  ],
}

export const TAX_INVOICES: FactExport = {
  facts: {
    table: 'tax_invoice',
    day: 'ordered_on',
    key: ['ordered_on', 'sub_order_no', 'invoice_type', 'invoice_no', 'occurrence', 'closed_at'],
  },
  columns: [
    ...STORE,
    text('Ordered On', 'ordered_on'),
    text('Sub Order No', 'sub_order_no'),
    text('Type', 'invoice_type'),
    text('Invoice No', 'invoice_no'),
    text('HSN', 'hsn'),
    text('Description', 'description'),
    ...SOURCE,
  ],
}

export const ADS: FactExport = {
  facts: {
    table: 'ad_spend',
    day: 'deducted_on',
    key: [
      'deducted_on',
      'ran_on',
      'campaign_id',
      'cost_paise',
      'credits_paise',
      'total_paise',
      'occurrence',
      'closed_at',
    ],
  },
  columns: [
    ...STORE,
    text('Deducted On', 'deducted_on'),
    text('Ran On', 'ran_on'),
    text('Campaign ID', 'campaign_id'),
    rupees('Cost', 'cost_paise'),
    rupees('Credits', 'credits_paise'),
    rupees('Net Cost', 'net_cost_paise'),
    rupees('GST', 'gst_paise'),
    rupees('Total', 'total_paise'),
    ...SOURCE,
  ],
}

export const REFERRAL: FactExport = {
  facts: {
    table: 'referral_payment',
    day: 'paid_on',
    key: ['paid_on', 'reward_id', 'reason', 'net_paise', 'taxes_paise', 'occurrence', 'closed_at'],
  },
  columns: [
    ...STORE,
    text('Paid On', 'paid_on'),
    text('Reward ID', 'reward_id'),
    text('Store Name', 'store_name'),
    text('Reason', 'reason'),
    rupees('Net', 'net_paise'),
    rupees('Taxes', 'taxes_paise'),
    ...SOURCE,
  ],
}

export const ADJUSTMENTS: FactExport = {
  facts: {
    table: 'platform_adjustment',
    day: 'paid_on',
    key: ['paid_on', 'program', 'reason', 'amount_paise', 'occurrence', 'closed_at'],
  },
  columns: [
    ...STORE,
    text('Paid On', 'paid_on'),
    text('Program', 'program'),
    text('Reason', 'reason'),
    rupees('Amount', 'amount_paise'),
    ...SOURCE,
  ],
}
