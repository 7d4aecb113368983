import { columnName, escapeXml, makeWorkbook } from './workbook-writer'

export type PaymentsWorkbook = {
  /** Rows of the sheet `Order Payments`. */
  rows: number
  seed?: number
  /** P2 is the panel's layout of 2025 with 41 columns, P3 that of 2026 with 43. */
  layout?: 'P2' | 'P3'
  /** The first payment date. */
  from?: string
  /** Payment dates the rows are spread over, one transaction each. */
  days?: number
  skus?: number
  adRows?: number
}

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
const DAY_MS = 24 * 60 * 60 * 1000

/** A workbook as the panel writes it, whose every row proves its own settlement; the same seed gives the same bytes. */
export function makePaymentsWorkbook(options: PaymentsWorkbook): Promise<Uint8Array> {
  const random = randomFrom(options.seed ?? 1)
  return writePayments(options.layout, {
    orders: orderRows(options, random),
    ads: adRows(options, random),
    referral: [],
    adjustments: [],
  })
}

/** The rows of each sheet below its names; a sheet without any says so, as the panel does. */
export type PaymentsRows = Readonly<
  Record<'orders' | 'ads' | 'referral' | 'adjustments', Iterable<readonly string[]>>
>

/** The workbook of these very rows. */
export function writePayments(
  layout: PaymentsWorkbook['layout'],
  rows: PaymentsRows,
): Promise<Uint8Array> {
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

function orderNames(layout: PaymentsWorkbook['layout']): Cell[][] {
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

function* orderRows(options: PaymentsWorkbook, random: Random): Iterable<string[]> {
  const products = Array.from({ length: options.skus ?? 200 }, (_, index) => product(index, random))
  for (let index = 0; index < options.rows; index++)
    yield orderRow(options, products, index, random)
}

type Product = { name: string; sku: string; catalogId: string; gstRate: number; listed: number }

function product(index: number, random: Random): Product {
  const kind = pick(random, [
    'Cotton Kurti',
    'Georgette Saree',
    'Hair Clip “Pearl”',
    'Kids Frock & Top',
    'Steel Bottle',
  ])
  return {
    // Half of the names real sellers give end in a space.
    name: `${pick(random, ['Designer', 'Trendy', 'Stylish'])} ${kind} ${index}${random() < 0.5 ? ' ' : ''}`,
    sku: `${pick(random, ['F', 'G', 'K'])}${10 + index}-${pick(random, ['red', 'blue', 'green'])}-${index}`,
    catalogId: String(90_000_000 + index * 37),
    gstRate: pick(random, [5, 5, 5, 12, 18]),
    listed: (99 + Math.floor(random() * 900)) * 100,
  }
}

type Event = 'Delivered' | 'RTO' | 'Return' | 'Claim' | 'Affiliate'

/** Amounts in paise, named as the sheet's columns are. */
type Amounts = {
  sale: number
  saleReturn: number
  returnShipping: number
  shipping: number
  tcs: number
  tds: number
  claims: number
  recovery: number
}

function orderRow(
  options: PaymentsWorkbook,
  products: readonly Product[],
  index: number,
  random: Random,
): string[] {
  const item = pick(random, products)
  const days = options.days ?? 22
  const day = Math.floor((index * days) / options.rows)
  const paidAt = Date.parse(options.from ?? '2026-08-01') + day * DAY_MS
  const dispatchedAt = paidAt - (9 + Math.floor(random() * 9)) * DAY_MS
  const orderedAt = dispatchedAt - Math.floor(random() * DAY_MS * 2)
  const event = eventOf(random())
  const isAdjustment = event === 'Claim' || event === 'Affiliate'
  const amounts = amountsOf(event, item, random)
  const settled = Object.values(amounts).reduce((all, amount) => all + amount, 0)
  const details = [
    `26${String(2_000_000_000_000_000 + index * 7919).padStart(16, '0')}_1`,
    new Date(orderedAt).toISOString().slice(0, 19).replace('T', ' '),
    dayText(dispatchedAt),
    item.name,
    item.sku,
    ...(options.layout === 'P3'
      ? [item.catalogId, pick(random, ['Organic', 'Organic', 'Ads'])]
      : []),
  ]
  return [
    ...details,
    isAdjustment ? '' : event,
    String(item.gstRate),
    String(item.listed / 100),
    '1',
    `AXISCN${1_000_000_000 + day * 104_729}`,
    dayText(paidAt),
    rupees(settled),
    isAdjustment ? '' : pick(random, ['PREMIUM_RETURN', 'BASIC', '']),
    ...moneyCells(amounts, event),
  ]
}

function eventOf(chance: number): Event {
  if (chance < 0.7) return 'Delivered'
  if (chance < 0.92) return 'RTO'
  if (chance < 0.97) return 'Return'
  return chance < 0.985 ? 'Claim' : 'Affiliate'
}

function amountsOf(event: Event, item: Product, random: Random): Amounts {
  const none = {
    sale: 0,
    saleReturn: 0,
    returnShipping: 0,
    shipping: 0,
    tcs: 0,
    tds: 0,
    claims: 0,
    recovery: 0,
  }
  if (event === 'Claim') return { ...none, claims: Math.floor(random() * 40_000) }
  if (event === 'Affiliate') return { ...none, recovery: -Math.floor(random() * 5_000) }
  // The buyer pays the shipping, Meesho takes it back with its own 18 % GST.
  const buyerShipping = pick(random, [49, 55, 80, 93]) * 100
  const sale = item.listed + buyerShipping
  if (event === 'RTO') return { ...none, sale, saleReturn: -sale }
  if (event === 'Return') return { ...none, sale, saleReturn: -sale, returnShipping: -165_00 }
  const beforeGst = 1 + item.gstRate / 100
  return {
    ...none,
    sale,
    shipping: -Math.round((buyerShipping / beforeGst) * 1.18),
    tcs: -Math.round((sale * 0.005) / beforeGst),
    tds: -Math.round((sale * 0.001) / beforeGst),
  }
}

function moneyCells(amounts: Amounts, event: Event): string[] {
  const isReturned = event === 'RTO' || event === 'Return'
  const zero = '0.0'
  // The panel writes a computed nothing of a returned sale as -0.0.
  const tax = (amount: number) => (isReturned ? '-0.0' : rupees(amount))
  return [
    rupees(amounts.sale),
    rupees(amounts.saleReturn),
    zero,
    zero,
    zero,
    isReturned ? '-0.0' : zero,
    zero,
    zero,
    zero,
    zero,
    zero,
    zero,
    rupees(amounts.returnShipping),
    zero,
    rupees(amounts.shipping),
    zero,
    zero,
    zero,
    zero,
    tax(amounts.tcs),
    '0.1',
    tax(amounts.tds),
    zero,
    rupees(amounts.claims),
    rupees(amounts.recovery),
    '',
    '',
    event === 'Affiliate' ? 'Affiliate Fee' : '',
  ]
}

function* adRows(options: PaymentsWorkbook, random: Random): Iterable<string[]> {
  const count = options.adRows ?? 10
  for (let index = 0; index < count; index++) {
    const paidAt =
      Date.parse(options.from ?? '2026-08-01') + (index % (options.days ?? 22)) * DAY_MS
    const cost = 1_000 + Math.floor(random() * 20_000)
    const gst = Math.round(cost * 0.18)
    yield [
      dayText(paidAt - 3 * DAY_MS),
      dayText(paidAt),
      String(4e6 + index),
      rupees(cost),
      '0',
      rupees(-cost),
      rupees(-gst),
      rupees(-cost - gst),
    ]
  }
}

export function dayText(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** As Java prints a double: `594.0`, `-2.98`. */
export function rupees(paise: number): string {
  const whole = Math.trunc(Math.abs(paise) / 100)
  const decimals = String(Math.abs(paise) % 100)
    .padStart(2, '0')
    .replace(/0$/, '')
  return `${paise < 0 ? '-' : ''}${whole}.${decimals}`
}

type Random = () => number

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)]!
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
