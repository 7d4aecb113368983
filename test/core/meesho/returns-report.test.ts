import { recogniseReport } from '#core/meesho/recognise-report'
import { tableOf } from '#test/support/table'
import { readAll } from '#test/support/table'
import { expect, test } from 'vitest'
import { hintsOf } from './sample-files'

const NAMES = (day: string) => [
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
  day,
  'Courier Partner',
  'AWB Number',
  'Status',
  'Attempt',
  'Tracking Link',
  'Return Reason',
  'Detailed Return Reason',
]

const PARCEL = {
  'S No': '1',
  'Product Name': 'Cotton Saree ',
  SKU: '00815',
  Variation: 'Free Size',
  'Meesho PID': '52206072',
  Qty: '1',
  Category: 'Sarees',
  'Order Number': '259000000000000001',
  'Suborder Number': '259000000000000001_1',
  'Order Date': '2025-07-01',
  'Dispatch Date': '2025-07-02',
  'Return Created Date': '2025-07-10',
  'Type of Return': 'Customer Return',
  'Sub Type': 'FIRST_RET',
  day: '2025-07-20',
  'Courier Partner': 'Valmo',
  'AWB Number': '45555746623875',
  Status: 'Delivered',
  Attempt: '1',
  'Tracking Link': 'https://example.test/t',
  'Return Reason': 'Size too small',
  'Detailed Return Reason': 'Did not like the product',
}

type Changes = Partial<Record<keyof typeof PARCEL, string>>

const DELIVERED = 'Delivered Date'
const EXPECTED = 'Expected Delivery Date'
const LOST = 'Lost Date'

function preambleOf(filter: string, supplier = '1148774'): string[][] {
  return [
    ['Meesho Supplier Panel', ''],
    ['Supplier ID', supplier],
    ['Email', 'asha@example.test'],
    ['Created at', '2025-09-03 17:00'],
    ['Status', filter],
    ['Date range', 'Last 6 months'],
    [''],
  ]
}

function exportOf(day: string, rows: readonly Changes[], preamble: string[][] = []): string[][] {
  return [
    ...preamble,
    NAMES(day),
    ...rows.map((changes) =>
      NAMES('day').map((name) => ({ ...PARCEL, ...changes })[name as keyof typeof PARCEL]),
    ),
  ]
}

async function read(rows: string[][], names: string[] = ['returns.csv']) {
  const table = tableOf(rows)
  const recognition = await recogniseReport(table, hintsOf(names))
  if (recognition.status !== 'recognised' || recognition.report.kind !== 'returns')
    throw new Error(JSON.stringify(recognition))
  return { report: recognition.report, ...(await readAll(table, recognition.report)) }
}

const outcomesOf = async (rows: string[][], names?: string[]) =>
  (await read(rows, names)).records.map(({ outcome }) => outcome)

test('a row is read whole; the tracking link, the category and the e-mail are not', async () => {
  const rows = exportOf(DELIVERED, [{}], preambleOf('completed_delivered'))
  const { records, report } = await read(rows)
  expect(records).toEqual([
    {
      subOrderNo: '259000000000000001_1',
      outcome: 'delivered',
      type: 'customer',
      typeText: 'Customer Return',
      subType: 'FIRST_RET',
      quantity: 1,
      createdOn: '2025-07-10',
      orderedOn: '2025-07-01',
      dispatchedOn: '2025-07-02',
      outcomeOn: '2025-07-20',
      sku: '00815',
      productName: 'Cotton Saree',
      variation: 'Free Size',
      courier: 'Valmo',
      awb: '45555746623875',
      isAwbLost: false,
      status: 'Delivered',
      attempt: 1,
      reason: 'Size too small',
      detailedReason: 'Did not like the product',
    },
  ])
  expect(JSON.stringify(report)).not.toContain('example.test')
})

test.each([
  ['intransit', EXPECTED, 'in_transit'],
  ['ofd_reverse', EXPECTED, 'out_for_delivery'],
  ['completed_delivered', DELIVERED, 'delivered'],
  ['completed_lost', LOST, 'lost'],
  ['reverse_disposed', EXPECTED, 'disposed'],
])(
  'the panel’s filter %s says the outcome, whatever the file is called',
  async (filter, day, outcome) => {
    const rows = exportOf(day, [{ Status: 'x' }], preambleOf(filter))
    expect(await outcomesOf(rows)).toEqual([outcome])
    expect(await outcomesOf(rows, ['intransit___2025-09-03_17-0-17_59_1148774__.csv'])).toEqual([
      outcome,
    ])
  },
)

test('without the lines above the table, the column of days says it, then the file’s name', async () => {
  expect(await outcomesOf(exportOf(LOST, [{}]))).toEqual(['lost'])
  expect(await outcomesOf(exportOf(DELIVERED, [{}]), ['ofd_reverse__.csv'])).toEqual(['delivered'])
  const moving = exportOf(EXPECTED, [{ day: 'NA', Status: 'x' }])
  expect(await outcomesOf(moving, ['ofd_reverse__________2025-07-10.csv'])).toEqual([
    'out_for_delivery',
  ])
  expect(await outcomesOf(moving, ['intransit__________2025-07-10.csv'])).toEqual(['in_transit'])
})

test('without any of these the row’s own words say it, and a file that says nothing is held back', async () => {
  const rows = exportOf(EXPECTED, [
    { Status: 'In Transit' },
    { Status: 'Out For Delivery' },
    { Status: 'who knows' },
  ])
  const { records, rejected } = await read(rows)
  expect(records.map(({ outcome }) => outcome)).toEqual(['in_transit', 'out_for_delivery'])
  expect(rejected).toMatchObject([{ row: 4, column: 'Status', text: 'who knows' }])
  const silent = tableOf(exportOf(EXPECTED, [{ Status: 'x' }]))
  expect(await recogniseReport(silent, hintsOf(['a.csv']))).toMatchObject({
    status: 'quarantined',
    kind: 'returns',
    code: 'layout-unsupported',
  })
})

test('the supplier above the table beats the one in the file’s name', async () => {
  const rows = exportOf(LOST, [{}], preambleOf('completed_lost', '2454257'))
  const { report } = await read(rows, ['completed_lost____2025-09-03_17-0-17_59_1148774__.csv'])
  expect(report.supplierId).toBe('2454257')
})

test('NA is no day, an unknown return type is unknown, and a partial return has its own quantity', async () => {
  const rows = exportOf(
    EXPECTED,
    [
      { day: 'NA', 'Type of Return': 'Courier Return (RTO)', Qty: '2', Attempt: '' },
      { 'Return Created Date': 'NA', 'Type of Return': 'Swap' },
    ],
    preambleOf('intransit'),
  )
  const { records } = await read(rows)
  expect(records[0]).toMatchObject({ type: 'rto', quantity: 2, attempt: undefined })
  expect(records[0]!.outcomeOn).toBeUndefined()
  expect(records[1]).toMatchObject({ type: 'unknown', typeText: 'Swap' })
  expect(records[1]!.createdOn).toBeUndefined()
})

test('a waybill number that a spreadsheet program shortened is left blank and marked', async () => {
  const rows = exportOf(LOST, [{ 'AWB Number': '4.55557E+13' }, { 'AWB Number': 'SF-12-3' }])
  const { records } = await read(rows)
  expect(records.map(({ awb, isAwbLost }) => [awb, isAwbLost])).toEqual([
    ['', true],
    ['SF-12-3', false],
  ])
})

test('days rewritten day first are read where a row proves the order, and rejected where none does', async () => {
  const proven = exportOf(LOST, [
    { 'Return Created Date': '10-07-2025', day: '20-07-2025' },
    { 'Return Created Date': '25-07-2025', day: '01-08-2025' },
  ])
  const { records } = await read(proven)
  expect(records.map(({ createdOn, outcomeOn }) => [createdOn, outcomeOn])).toEqual([
    ['2025-07-10', '2025-07-20'],
    ['2025-07-25', '2025-08-01'],
  ])
  const { rejected } = await read(exportOf(LOST, [{ day: '01-08-2025' }]))
  expect(rejected).toMatchObject([{ column: LOST, text: '01-08-2025' }])
})

test.each([
  [
    'a sub-order number without its suffix',
    { 'Suborder Number': '259000000000000001' },
    'Suborder Number',
  ],
  ['no quantity', { Qty: '' }, 'Qty'],
  ['half a unit', { Qty: '0.5' }, 'Qty'],
] as const)('a row with %s is rejected, and says which cell', async (_, changes, column) => {
  const { records, rejected } = await read(exportOf(LOST, [changes]))
  expect(records).toEqual([])
  expect(rejected).toMatchObject([{ column, reason: expect.stringMatching(/\.$/) }])
})

test('exports joined by hand keep each their own outcome, and no e-mail becomes a rejected row', async () => {
  const joined = [
    ...exportOf(DELIVERED, [{}], preambleOf('completed_delivered')),
    ...exportOf(
      LOST,
      [{ 'Suborder Number': '259000000000000002_1' }],
      preambleOf('completed_lost'),
    ),
    ...exportOf(EXPECTED, [{ 'Suborder Number': '259000000000000003_1' }], preambleOf('intransit')),
  ]
  const { records, rejected, report } = await read(joined)
  expect(rejected).toEqual([])
  expect(records.map(({ outcome }) => outcome)).toEqual(['delivered', 'lost', 'in_transit'])
  // The same report read from the top once more.
  const again = await readAll(tableOf(joined), report)
  expect(again.records.map(({ outcome }) => outcome)).toEqual(['delivered', 'lost', 'in_transit'])
})

test('rows of another supplier, joined on below, are rejected', async () => {
  const joined = [
    ...exportOf(LOST, [{}], preambleOf('completed_lost', '1148774')),
    ...exportOf(
      LOST,
      [{ 'Suborder Number': '259000000000000002_1' }],
      preambleOf('completed_lost', '2454257'),
    ),
  ]
  const { records, rejected } = await read(joined)
  expect(records).toHaveLength(1)
  expect(rejected).toHaveLength(1)
  expect(rejected[0]!.reason).toContain('2454257')
})

test('a new money column holds the report back, and a lost key column too', async () => {
  const extra = exportOf(LOST, [{}]).map((row, index) => [...row, index === 0 ? 'Penalty' : '-20'])
  expect(await recogniseReport(tableOf(extra), hintsOf([]))).toMatchObject({
    status: 'quarantined',
    kind: 'returns',
    code: 'columns-unknown',
  })
  const without = exportOf(LOST, [{}]).map((row) => row.toSpliced(5, 1))
  expect(await recogniseReport(tableOf(without), hintsOf([]))).toMatchObject({
    status: 'quarantined',
    code: 'columns-missing',
    detail: expect.stringContaining('“Qty”'),
  })
})

test('an export without rows is a report without rows', async () => {
  const { records, rejected } = await read(exportOf(LOST, [], preambleOf('completed_lost')))
  expect([records, rejected]).toEqual([[], []])
})
