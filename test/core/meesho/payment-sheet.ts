/** Sheets of the payments workbook as the panel writes them, to be changed by the tests that need a change. */

type Column = readonly [name: string, group: string, legend: string, delivered: string]

// One delivered sub-order of 594.00: 594.00 − 94.00 − 2.83 − 0.57 = 496.60.
export const P2: readonly Column[] = [
  ['Sub Order No', 'Order Related Details', '', '259000000000000001_1'],
  ['Order Date', '', '', '2025-08-03 10:15:00'],
  ['Dispatch Date', '', '', '2025-08-04'],
  ['Product Name', '', '', 'Cotton Saree '],
  ['Supplier SKU', '', '', '00815'],
  ['Live Order Status', '', '', 'Delivered'],
  ['Product GST %', '', 'A', '5'],
  ['Listing Price (Incl. taxes)', '', '', '499'],
  ['Quantity', '', '', '1'],
  ['Transaction ID', 'Payment Details', '', 'AXISCN1000000001'],
  ['Payment Date', '', '', '2025-08-22'],
  [
    'Final Settlement Amount',
    '',
    '(B + C + G + H + I + L + Q + R + S + T + U + V + W + Y + AA + AD + AF + AX)',
    '496.6',
  ],
  ['Price Type', 'Revenue Details', '', 'PREMIUM_RETURN'],
  ['Total Sale Amount (Incl. Shipping & GST)', '', 'B', '594.0'],
  ['Total Sale Return Amount (Incl. Shipping & GST)', '', 'C', '0.0'],
  ['Fixed Fee (Incl. GST)', '', 'AD', '0.0'],
  ['Warehousing fee (inc Gst)', '', 'AF', '0.0'],
  ['Return premium (incl GST)', '', 'U', '0.0'],
  ['Return premium (incl GST) of Return', '', 'V', '-0.0'],
  ['Meesho Commission Percentage', 'Deductions', 'F', '0.0'],
  ['Meesho Commission (Incl. GST)', '', 'G = - (B + C) * F', '-0.0'],
  ['Meesho gold platform fee (Incl. GST)', '', 'AX', '0.0'],
  ['Meesho mall platform fee (Incl. GST)', '', 'AA', '0.0'],
  ['Fixed Fee (Incl. GST)', '', 'AC', '0.0'],
  ['Warehousing fee (Incl. GST)', '', 'AG', '0.0'],
  ['Return Shipping Charge (Incl. GST)', '', 'H', '0.0'],
  ['GST Compensation (PRP Shipping)', '', 'W', '0.0'],
  ['Shipping Charge (Incl. GST)', '', 'I', '-94.0'],
  ['Other Support Service Charges (Excl. GST)', 'Other Charges', 'J', '0.0'],
  ['Waivers (Excl. GST)', '', 'K', '0.0'],
  ['Net Other Support Service Charges (Excl. GST)', '', 'L = J + K', '0.0'],
  ['GST on Net Other Support Service Charges', '', 'P = L * 18 / 100', '0.0'],
  ['TCS', 'TCS & TDS', 'Q = - 1% of (B + C + U + V) / (1 + A)', '-2.83'],
  ['TDS Rate %', '', 'X', '0.1'],
  ['TDS', '', 'T = - X% of (B + C + U + V) / (1 + A)', '-0.57'],
  ['Compensation', 'Recovery, Claims and Compensation Details', 'R', '0.0'],
  ['Claims', '', 'Y', '0.0'],
  ['Recovery', '', 'S', '0.0'],
  ['Compensation Reason', '', '', ''],
  ['Claims Reason', '', '', ''],
  ['Recovery Reason', '', '', ''],
]

export const P3: readonly Column[] = [
  ...P2.slice(0, 5),
  ['Catalog ID', '', '', '83550819'],
  ['Order source', '', 'Track which orders came from ads', 'Ad order'],
  ...P2.slice(5),
]

const P1_HEADERS = [
  'Sub Order No',
  'Order Date',
  'Dispatch Date',
  'Product Name',
  'Supplier SKU',
  'Live Order Status',
  'Product GST %',
  'Listing Price (Incl. GST & Commission)',
  'Quantity',
  'Transaction ID',
  'Payment Date',
  'Final Settlement Amount',
  'Price Type',
  'Total Sale Amount (Incl. Commission & GST)',
  'Sale Return Amount (Incl. GST)',
  'Fixed Fee (Incl. GST)',
  'Warehousing fee (inc Gst)',
  'Shipping Revenue (Incl. GST)',
  'Shipping Return Amount (Incl. GST)',
  'Return premium (incl GST)',
  'Return premium (incl GST) of Return',
  'Meesho Commission Percentage',
  'Meesho Commission (Excl. GST)',
  'Meesho gold platform fee (excl GST)',
  'Meesho mall platform fee (excl. GST)',
  'Fixed Fee (excl. GST)',
  'Warehousing fee (excl Gst)',
  'Return Shipping Charge (Excl. GST)',
  'GST Compensation (PRP Shipping)',
  'Shipping Charge (Excl. GST)',
  'Other Support Service Charges (Excl. GST)',
  'Waivers (Excl. GST)',
  'Net Other Support Service Charges (Excl. GST)',
  'GST on Meesho Commission',
  'GST on Warehousing fee',
  'GST on meesho gold',
  'GST on Meesho Mall platform fee',
  "GST on Shipping Charge', 'CGST + SGST on Shipping Charge",
  'GST on Return Shipping Charge',
  'GST on Net Other Support Service Charges',
  'GST on Fixed Fee',
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

/** The 50 columns of 2023, which had fees and their GST apart. */
export const P1: readonly Column[] = P1_HEADERS.map((name) => {
  const known = P2.find(([each]) => each === name)
  return [name, '', '', known?.[3] ?? '0.0']
})

export type Changes = Readonly<Record<string, string>>

/** A row that differs from the delivered one in the named columns; `#2` names the second of two equal names. */
export function rowOf(columns: readonly Column[], changes: Changes = {}): string[] {
  const counts = new Map<string, number>()
  const unused = new Set(Object.keys(changes))
  const row = columns.map(([name, , , delivered]) => {
    const occurrence = (counts.get(name) ?? 0) + 1
    counts.set(name, occurrence)
    const key = occurrence > 1 ? `${name}#${occurrence}` : name
    unused.delete(key)
    return changes[key] ?? delivered
  })
  if (unused.size > 0) throw new Error(`No such column: ${[...unused].join(', ')}`)
  return row
}

/** A whole sheet: group titles, names, formula letters, and the rows. */
export function sheetOf(columns: readonly Column[], rows: readonly Changes[] = [{}]): string[][] {
  return [
    columns.map(([, group]) => group),
    columns.map(([name]) => name),
    columns.map(([, , legend]) => legend),
    ...rows.map((changes) => rowOf(columns, changes)),
  ]
}
