import { recogniseReport } from '#core/meesho/recognise-report'
import { proveIdentity } from '#core/settlements/identity'
import { readAll, tableOf } from '#test/support/table'
import { expect, test } from 'vitest'
import { type Changes, P1, P2, P3, sheetOf } from './payment-sheet'
import { hintsOf } from './sample-files'

async function readRows(
  rows: string[][],
  kind: 'payments.orders' | 'outstanding' = 'payments.orders',
) {
  const table = tableOf(rows)
  const recognition = await recogniseReport(table, hintsOf([]))
  if (recognition.status !== 'recognised' || recognition.report.kind !== kind)
    throw new Error(JSON.stringify(recognition))
  return readAll<typeof kind>(table, recognition.report as never)
}

async function readOne(changes: Changes, columns = P2) {
  const { records, rejected } = await readRows(sheetOf(columns, [changes]))
  expect(records.length + rejected.length).toBe(1)
  return records[0] ?? rejected[0]!
}

test('a delivered row is read to the paisa', async () => {
  expect(await readOne({})).toEqual({
    subOrderNo: '259000000000000001_1',
    orderedOn: '2025-08-03',
    dispatchedOn: '2025-08-04',
    productName: 'Cotton Saree',
    sku: '00815',
    catalogId: '',
    orderSource: '',
    status: 'Delivered',
    gstRateBps: 500,
    listingPrice: 499_00,
    quantity: 1,
    transactionId: 'AXISCN1000000001',
    paidOn: '2025-08-22',
    settlement: 496_60,
    priceType: 'PREMIUM_RETURN',
    sale: 594_00,
    saleReturn: 0,
    fixedFeeRevenue: 0,
    warehousingRevenue: 0,
    returnPremium: 0,
    returnPremiumReturn: 0,
    commissionRateBps: 0,
    commission: 0,
    goldFee: 0,
    mallFee: 0,
    fixedFeeDeduction: 0,
    warehousingDeduction: 0,
    returnShipping: 0,
    gstCompensation: 0,
    shipping: -94_00,
    supportExcl: 0,
    waivers: 0,
    supportNet: 0,
    supportGst: 0,
    tcs: -2_83,
    tdsRateBps: 10,
    tds: -57,
    compensation: 0,
    claims: 0,
    recovery: 0,
    compensationReason: '',
    claimsReason: '',
    recoveryReason: '',
  })
})

test('a negative zero is zero, and compares as one', async () => {
  const line = await readOne({ TCS: '-0.0', TDS: '-0.0', 'Shipping Charge (Incl. GST)': '-0.0' })
  expect(line).toMatchObject({ tcs: 0, tds: 0, shipping: 0, returnPremiumReturn: 0 })
  expect(Object.values(line).some((value) => Object.is(value, -0))).toBe(false)
})

test('the layout of 2026 adds the catalogue and where the order came from', async () => {
  expect(await readOne({}, P3)).toMatchObject({
    catalogId: '83550819',
    orderSource: 'Ad order',
    settlement: 496_60,
  })
})

test('the fixed fee under Revenue Details is a term; the one under Deductions stands beside', async () => {
  const line = await readOne({
    'Fixed Fee (Incl. GST)': '-5.0',
    'Fixed Fee (Incl. GST)#2': '-7.0',
    'Warehousing fee (inc Gst)': '-1.0',
    'Warehousing fee (Incl. GST)': '-2.0',
  })
  expect(line).toMatchObject({
    fixedFeeRevenue: -5_00,
    fixedFeeDeduction: -7_00,
    warehousingRevenue: -1_00,
    warehousingDeduction: -2_00,
  })
})

test('in the layout of 2023 a fee and its GST are one amount, and shipping is a part of the sale', async () => {
  const line = await readOne(
    {
      'Total Sale Amount (Incl. Commission & GST)': '500.0',
      'Shipping Revenue (Incl. GST)': '94.0',
      'Sale Return Amount (Incl. GST)': '-100.0',
      'Shipping Return Amount (Incl. GST)': '-20.0',
      'Meesho Commission (Excl. GST)': '-10.0',
      'GST on Meesho Commission': '-1.8',
      'Shipping Charge (Excl. GST)': '-50.0',
      "GST on Shipping Charge', 'CGST + SGST on Shipping Charge": '-9.0',
      'Return Shipping Charge (Excl. GST)': '-100.0',
      'GST on Return Shipping Charge': '-18.0',
      'Fixed Fee (excl. GST)': '-2.0',
      'GST on Fixed Fee': '-0.36',
      'Final Settlement Amount': '281.8',
    },
    P1,
  )
  expect(line).toMatchObject({
    sale: 594_00,
    saleReturn: -120_00,
    commission: -11_80,
    shipping: -59_00,
    returnShipping: -118_00,
    fixedFeeDeduction: -2_36,
    fixedFeeRevenue: 0,
    tcs: -2_83,
    tds: -57,
  })
  // 594 − 120 − 11.80 − 59 − 118 − 2.83 − 0.57 = 281.80: the fixed fee stands beside the sum.
  expect(proveIdentity(line as never)).toEqual({ variant: 0, unexplained: 0 })
})

const moneyAfterPriceType = (names: readonly string[], column: number) =>
  column > names.indexOf('Price Type') && !/Percentage|Rate|Reason/.test(names[column]!)

const rupees = (...columns: number[]) => columns.reduce((all, column) => all + 2 ** column * 100, 0)

test('every money column of the layout of 2023 is in the term it belongs to', async () => {
  // The columns in file order have 1, 2, 4, … rupees, so a sum tells which of them it has.
  const names = P1.map(([name]) => name)
  const money = names.filter((_, column) => moneyAfterPriceType(names, column))
  const changes = Object.fromEntries(money.map((name, index) => [name, String(2 ** index)]))
  const line = await readOne(changes, P1)
  expect(line).toMatchObject({
    sale: rupees(0, 4),
    saleReturn: rupees(1, 5),
    fixedFeeRevenue: rupees(2),
    warehousingRevenue: rupees(3),
    returnPremium: rupees(6),
    returnPremiumReturn: rupees(7),
    commission: rupees(8, 19),
    goldFee: rupees(9, 21),
    mallFee: rupees(10, 22),
    fixedFeeDeduction: rupees(11, 26),
    warehousingDeduction: rupees(12, 20),
    returnShipping: rupees(13, 24),
    gstCompensation: rupees(14),
    shipping: rupees(15, 23),
    supportExcl: rupees(16),
    waivers: rupees(17),
    supportNet: rupees(18),
    supportGst: rupees(25),
    tcs: rupees(27),
    tds: rupees(28),
    compensation: rupees(29),
    claims: rupees(30),
    recovery: rupees(31),
  })
})

test('every money column of the layouts of 2025 and 2026 is its own figure', async () => {
  const figures = [
    'sale',
    'saleReturn',
    'fixedFeeRevenue',
    'warehousingRevenue',
    'returnPremium',
    'returnPremiumReturn',
    'commission',
    'goldFee',
    'mallFee',
    'fixedFeeDeduction',
    'warehousingDeduction',
    'returnShipping',
    'gstCompensation',
    'shipping',
    'supportExcl',
    'waivers',
    'supportNet',
    'supportGst',
    'tcs',
    'tds',
    'compensation',
    'claims',
    'recovery',
  ] as const
  for (const columns of [P2, P3]) {
    const [titles, names, letters, row] = sheetOf(columns)
    let count = 0
    const cells = row!.map((cell, column) =>
      moneyAfterPriceType(names!, column) ? String((count += 1)) : cell,
    )
    const { records } = await readRows([titles!, names!, letters!, cells])
    expect(figures.map((figure) => records[0]![figure])).toEqual(
      figures.map((_, index) => (index + 1) * 100),
    )
  }
})

test('an adjustment row has money and no status', async () => {
  const claim: Changes = {
    'Live Order Status': '',
    'Total Sale Amount (Incl. Shipping & GST)': '0.0',
    'Shipping Charge (Incl. GST)': '0.0',
    TCS: '0.0',
    TDS: '0.0',
    Claims: '161.1',
    'Final Settlement Amount': '161.1',
    'Order Date': '',
    'Product GST %': '',
    Quantity: '',
  }
  expect(await readOne(claim)).toMatchObject({
    status: '',
    claims: 161_10,
    settlement: 161_10,
    orderedOn: undefined,
    gstRateBps: undefined,
    quantity: undefined,
  })
})

test.each([
  ['Total Sale Amount (Incl. Shipping & GST)', '₹594.00', 'sale', 594_00],
  ['Total Sale Amount (Incl. Shipping & GST)', '1,594.00', 'sale', 1594_00],
  ['Total Sale Amount (Incl. Shipping & GST)', '1,00,594', 'sale', 100594_00],
  ['Total Sale Amount (Incl. Shipping & GST)', "'594.0", 'sale', 594_00],
  ['Total Sale Amount (Incl. Shipping & GST)', '5.94E+2', 'sale', 594_00],
  ['Product GST %', '18%', 'gstRateBps', 1800],
  ['Product GST %', '0.25', 'gstRateBps', 25],
  ['Product GST %', '1', 'gstRateBps', 100],
  ['Product GST %', '0', 'gstRateBps', 0],
  ['Quantity', '5', 'quantity', 5],
  ['Quantity', '0', 'quantity', 0],
  ['Quantity', '2.0', 'quantity', 2],
  ['Sub Order No', "'259000000000000001_1", 'subOrderNo', '259000000000000001_1'],
  ['Transaction ID', "'AXISCN1", 'transactionId', 'AXISCN1'],
  ['Payment Date', '45891', 'paidOn', '2025-08-22'],
  ['Order Date', '45872.42', 'orderedOn', '2025-08-03'],
  ['Supplier SKU', 'B7,"odd"-03', 'sku', 'B7,"odd"-03'],
  ['Supplier SKU', '..,5', 'sku', '..,5'],
  ['Supplier SKU', "',.'", 'sku', "',.'"],
  ['Supplier SKU', ' ब्लू-07 ', 'sku', 'ब्लू-07'],
] as const)('%s “%s” means what it says', async (column, text, name, meant) => {
  expect(await readOne({ [column]: text })).toMatchObject({ [name]: meant })
})

test.each([
  ['Sub Order No', '2.59E+17'],
  ['Sub Order No', '259000000000000001'],
  ['Sub Order No', '259000000000000000.0'],
  ['Sub Order No', 'Total'],
  ['Sub Order No', ''],
  ['Transaction ID', '1.5E+12'],
  ['Payment Date', ''],
  ['Payment Date', 'To be scheduled'],
  ['Payment Date', '31-02-2025'],
  ['Order Date', 'yesterday'],
  ['Final Settlement Amount', ''],
  ['Final Settlement Amount', 'null'],
  ['TCS', 'x'],
  ['TCS', '-2.835'],
  ['TCS', '#REF!'],
  ['Supplier SKU', '#NAME?'],
  ['Quantity', '1.5'],
  ['Quantity', '-1'],
  ['Product GST %', '500'],
  ['Product GST %', 'five'],
  ['Product GST %', '0.05'],
  ['Product GST %', '0.18'],
  ['Shipping Charge (Incl. GST)', ''],
] as const)('a row with %s “%s” is rejected, with its cell', async (column, text) => {
  const rejected = await readOne({ [column]: text })
  expect(rejected).toMatchObject({ row: 4, column, text })
  expect((rejected as { reason: string }).reason).toMatch(/^[A-Z].*\.$/)
})

test('a cell of a whole page is named by its beginning', async () => {
  const rejected = await readOne({ TCS: 'x'.repeat(32_000) })
  expect(rejected).toMatchObject({ column: 'TCS', text: 'x'.repeat(200) })
})

test('a blank amount is a zero only where the row then adds up', async () => {
  expect(await readOne({ Claims: '' })).toMatchObject({ claims: 0, settlement: 496_60 })
  expect(await readOne({ Claims: '', 'Final Settlement Amount': '496.61' })).toMatchObject({
    claims: 0,
  })
  expect(await readOne({ Claims: '', 'Final Settlement Amount': '496.62' })).toMatchObject({
    column: 'Claims',
    text: '',
  })
  expect(await readOne({ Claims: '-' })).toMatchObject({ claims: 0 })
  expect(await readOne({ TCS: '', Claims: '', Recovery: '' })).toMatchObject({ column: 'TCS' })
})

test('rows without data are passed over: blank ones, the panel’s sentence, names and letters again', async () => {
  const sheet = sheetOf(P2, [{}])
  const { records, rejected } = await readRows([
    ...sheet,
    [],
    ['', '', ''],
    ['No data is available for these dates.'],
    ['', 'No data is available for these dates.'],
    ...sheet.slice(1),
  ])
  expect(records).toHaveLength(2)
  expect(rejected).toEqual([])
})

test('a total at the foot is never counted, named or not', async () => {
  const { records, rejected } = await readRows(
    sheetOf(P2, [{}, { 'Sub Order No': 'Grand Total' }, { 'Sub Order No': '' }]),
  )
  expect(records).toHaveLength(1)
  expect(rejected.map(({ row, column }) => [row, column])).toEqual([
    [5, 'Sub Order No'],
    [6, 'Sub Order No'],
  ])
})

test('a promise has no transaction, and its day may not be known yet', async () => {
  const promise = { 'Transaction ID': '', 'Live Order Status': 'Shipped' }
  const { records, rejected } = await readRows(
    sheetOf(P2, [
      { ...promise, 'Payment Date': '2025-09-08' },
      { ...promise, 'Payment Date': 'To be scheduled' },
      { ...promise, 'Payment Date': '' },
      { ...promise, 'Final Settlement Amount': '' },
    ]),
    'outstanding',
  )
  expect(records).toMatchObject([
    { promisedOn: '2025-09-08', settlement: 496_60 },
    { promisedOn: undefined },
    { promisedOn: undefined },
  ])
  expect(records.some((record) => 'paidOn' in record || 'transactionId' in record)).toBe(false)
  expect(rejected).toMatchObject([{ row: 7, column: 'Final Settlement Amount' }])
})

const saved = (orderedOn: string, paidOn: string) => ({
  'Order Date': orderedOn,
  'Dispatch Date': '04-08-2025',
  'Payment Date': paidOn,
})

test('dates of a sheet saved again are read where each column proves its own order', async () => {
  const { records, rejected } = await readRows(
    sheetOf(P2, [saved('03-08-2025 10:15', '05/09/25'), saved('13-08-2025 10:15', '22/09/25')]),
  )
  expect(records).toEqual([])
  expect(rejected.map(({ column, text }) => [column, text])).toEqual([
    ['Dispatch Date', '04-08-2025'],
    ['Dispatch Date', '04-08-2025'],
  ])
  expect(rejected[0]!.reason).toContain('1 June or 6 January')
  const iso = { 'Dispatch Date': '2025-08-04' }
  const { records: proved } = await readRows(
    sheetOf(P2, [
      { ...saved('03-08-2025 10:15', '05/09/25'), ...iso },
      { ...saved('13-08-2025 10:15', '22/09/25'), ...iso },
    ]),
  )
  expect(proved).toMatchObject([
    { orderedOn: '2025-08-03', paidOn: '2025-09-05' },
    { orderedOn: '2025-08-13', paidOn: '2025-09-22' },
  ])
})
