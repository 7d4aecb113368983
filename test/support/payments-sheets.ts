import { columnName, escapeXml, makeWorkbook } from './workbook-writer'

/** P2 is the panel's layout of 2025 with 41 columns, P3 that of 2026 with 43. */
export type PaymentsLayout = 'P2' | 'P3'

const ORDER_DETAILS = [
  'Sub Order No',
  'Order Date',
  'Dispatch Date',
  'Product Name',
  'Supplier SKU',
]
const P3_DETAILS = ['Catalog ID', 'Order source']
const REST = [
  'Live Order Status',
  'Product GST %',
  'Listing Price (Incl. taxes)',
  'Quantity',
  'Transaction ID',
  'Payment Date',
  'Final Settlement Amount',
  'Price Type',
  'Total Sale Amount (Incl. Shipping & GST)',
  'Total Sale Return Amount (Incl. Shipping & GST)',
  'Fixed Fee (Incl. GST)',
  'Warehousing fee (inc Gst)',
  'Return premium (incl GST)',
  'Return premium (incl GST) of Return',
  'Meesho Commission Percentage',
  'Meesho Commission (Incl. GST)',
  'Meesho gold platform fee (Incl. GST)',
  'Meesho mall platform fee (Incl. GST)',
  'Fixed Fee (Incl. GST)',
  'Warehousing fee (Incl. GST)',
  'Return Shipping Charge (Incl. GST)',
  'GST Compensation (PRP Shipping)',
  'Shipping Charge (Incl. GST)',
  'Other Support Service Charges (Excl. GST)',
  'Waivers (Excl. GST)',
  'Net Other Support Service Charges (Excl. GST)',
  'GST on Net Other Support Service Charges',
  'TCS',
  'TDS Rate %',
  'TDS',
  'Compensation',
  'Claims',
  'Recovery',
  'Compensation Reason',
  'Claims Reason',
  'Recovery Reason',
]
const FORMULAS = [
  '',
  'A',
  '',
  '',
  '',
  '',
  '(B + C + G + H + I + L + Q + R + S + T + U + V + W + Y + AA + AD + AF + AX)',
  '',
  'B',
  'C',
  'AD',
  'AF',
  'U',
  'V',
  'F',
  'G = - (B + C) * F',
  'AX',
  'AA',
  'AC',
  'AG',
  'H',
  'W',
  'I',
  'J',
  'K',
  'L = J + K',
  'P = L * 18 / 100',
  'Q = - 1% of (B + C + U + V) / (1 + A)',
  'X',
  'T = - X% of (B + C + U + V) / (1 + A)',
  'R',
  'Y',
  'S',
  '',
  '',
  '',
]
// The columns each group title spans, the first being the details of the order.
const GROUPS: readonly (readonly [title: string, width: number])[] = [
  ['Payment Details', 3],
  ['Revenue Details', 7],
  ['Deductions', 9],
  ['Other Charges', 4],
  ['TCS & TDS', 3],
  ['Recovery, Claims and Compensation Details', 6],
]
const NO_DATA = 'No data is available for these dates.'

/** The rows of each sheet below its names; a sheet without any says so, as the panel does. */
export type PaymentsRows = Readonly<
  Record<'orders' | 'ads' | 'referral' | 'adjustments', Iterable<readonly string[]>>
>

/** The workbook of these very rows. */
export function writePayments(layout: PaymentsLayout, rows: PaymentsRows): Promise<Uint8Array> {
  return makeWorkbook({
    created: '2026-09-03T06:58:00Z',
    sheets: {
      Disclaimer: sheet([
        [
          'The amounts provided here are estimated figures which are subject to change, upon determination of logistics costs based on allocation of order to authorised courier partner',
        ],
      ]),
      'Order Payments': sheet(below(orderNames(layout), rows.orders)),
      'Ads Cost': sheet(below(AD_NAMES, rows.ads)),
      'Referral Payments': sheet(below(REFERRAL_NAMES, rows.referral)),
      'Compensation and Recovery': sheet(below(ADJUSTMENT_NAMES, rows.adjustments)),
    },
  })
}

type Cell = string | undefined

function* sheet(rows: Iterable<readonly Cell[]>): Iterable<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15.0"/><sheetData>\n'
  let pending = ''
  let row = 0
  for (const cells of rows) {
    row++
    pending += `<row r="${row}">\n`
    for (const [column, text] of cells.entries()) pending += cellXml(COLUMNS[column]!, row, text)
    pending += '\n</row>\n'
    if (pending.length < 100_000) continue
    yield pending
    pending = ''
  }
  yield `${pending}</sheetData></worksheet>`
}

const COLUMNS = Array.from({ length: 50 }, (_, column) => columnName(column))

function cellXml(column: string, row: number, text: Cell): string {
  if (text === undefined) return `<c r="${column}${row}"/>`
  const space = text.trim() === text ? '' : ' xml:space="preserve"'
  return `<c r="${column}${row}" t="inlineStr"><is><t${space}>${escapeXml(text)}</t></is></c>`
}

function blanks(count: number): Cell[] {
  return Array.from({ length: count }, () => undefined)
}

function* below(
  names: readonly (readonly Cell[])[],
  rows: Iterable<readonly string[]>,
): Iterable<readonly Cell[]> {
  yield* names
  let count = 0
  for (const row of rows) {
    count++
    yield row
  }
  if (count === 0) yield [NO_DATA, ...blanks((names[1]?.length ?? 1) - 1)]
}

function orderNames(layout: PaymentsLayout): Cell[][] {
  const details = layout === 'P3' ? [...ORDER_DETAILS, ...P3_DETAILS] : ORDER_DETAILS
  return [
    [
      'Order Related Details',
      ...blanks(details.length + 3),
      ...GROUPS.flatMap(([title, width]) => [title, ...blanks(width - 1)]),
    ],
    [...details, ...REST],
    [
      ...blanks(5),
      ...(layout === 'P3' ? [undefined, 'Track which orders came from ads'] : []),
      ...FORMULAS.map((formula) => formula || undefined),
    ],
  ]
}

const AD_NAMES: readonly Cell[][] = [
  ['Ads Cost', ...blanks(7)],
  [
    'Deduction Duration',
    'Deduction Date',
    'Campaign ID',
    'Ad Cost',
    'Credits / Waivers / Discounts',
    'Ad Cost incl. Credits/Waivers/Discounts',
    'GST',
    'Total Ads Cost',
  ],
  [...blanks(3), 'A', 'B', '(A + B)', undefined, undefined],
]

const REFERRAL_NAMES: readonly Cell[][] = [
  ['Referral Payments', ...blanks(5)],
  ['Reward Id', 'Payment Date', 'Store Name', 'Reason', 'Net Referral Amount', 'Taxes (GST/TDS)'],
  blanks(6),
]

const ADJUSTMENT_NAMES: readonly Cell[][] = [
  ['Platform Recovery & Compensation', ...blanks(5)],
  ['Date', 'Program Name', 'Reason', 'Amount (inc GST) INR', undefined, undefined],
  blanks(6),
]

/** As Java prints a double: `594.0`, `-2.98`. */
export function rupees(paise: number): string {
  const whole = Math.trunc(Math.abs(paise) / 100)
  const decimals = String(Math.abs(paise) % 100)
    .padStart(2, '0')
    .replace(/0$/, '')
  return `${paise < 0 ? '-' : ''}${whole}.${decimals}`
}
