import august2025 from '../../fixtures/seller-2025/gst_1148774_8_2025.zip?url&inline'
import payments2025 from '../../fixtures/seller-2025/1148774_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2025-08-01_2025-08-31.zip?url&inline'
import august2026 from '../../fixtures/seller-2026/gst_2454257_8_2026.zip?url&inline'
import {
  accept,
  bytesIn,
  deliverImport,
  FILES,
  idOf,
  textFile,
  type TestFile,
} from '../../support/worker/uploads'
import { get, newWorkspace, type TestWorkspace } from '../../support/worker/workspace'
import { runImport } from '#worker/operations/run-import'
import { expect, test } from 'vitest'

function inlined(name: string, dataUrl: string): TestFile {
  return { name, bytes: bytesIn(dataUrl) }
}

const GST_2025 = inlined('gst_1148774_8_2025.zip', august2025)
const GST_2026 = inlined('gst_2454257_8_2026.zip', august2026)
const PAYMENTS_2025 = inlined(
  '1148774_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2025-08-01_2025-08-31.zip',
  payments2025,
)

async function add(workspace: TestWorkspace, file: TestFile): Promise<void> {
  const caller = await workspace.caller()
  const { upload } = await accept(caller, file)
  await deliverImport(caller, idOf(upload))
}

/** As a delivery would, at an instant of the test's choice. */
async function addAt(workspace: TestWorkspace, file: TestFile, at: string): Promise<void> {
  const caller = await workspace.caller(new Date(at))
  const { upload } = await accept(caller, file)
  await runImport(caller, idOf(upload))
}

async function withFiles(...files: readonly TestFile[]): Promise<TestWorkspace> {
  const workspace = await newWorkspace()
  for (const file of files) await add(workspace, file)
  return workspace
}

async function storeOf(workspace: TestWorkspace): Promise<string> {
  const { stores } = await get<{ stores: { id: string }[] }>(workspace, '/api/me')
  return stores[0]!.id
}

type Register = { years: number[]; creditedIn: string; months: unknown[]; total: unknown }
type Page = { items: Record<string, unknown>[]; nextCursor: string | null }

test('a year’s register has what was withheld, the rate in force, and the GST report beside it', async () => {
  const workspace = await withFiles(PAYMENTS_2025, GST_2025)
  const tcs = await get<Register>(workspace, '/api/tax/tcs?year=2025')
  // Withheld as in truth.json of the sample.
  const money = { taxable: 33_405_78, due: 167_03, withheld: 167_01, difference: -2 }
  expect(tcs).toMatchObject({
    tax: 'tcs',
    year: 2025,
    years: [2025],
    creditedIn: 'gstr-2b-cash-ledger',
    months: [
      {
        month: '2025-08',
        quarter: 2,
        rates: [{ from: '2024-07-10', rateBps: 50, source: 'Notification 15/2024 Central Tax' }],
        payments: { ...money, isWithinRounding: true, grossWithoutRate: 0 },
        gstReport: { taxable: 44_113_20, due: 220_57, rowsWithoutValue: 0 },
      },
    ],
    total: money,
  })
  const tds = await get<Register>(workspace, '/api/tax/tds?year=2025')
  expect(tds).toMatchObject({
    creditedIn: 'form-26as',
    total: { due: 33_41, withheld: 33_47, difference: 6 },
  })
})

test('where one of the two was not uploaded, its figures are not known', async () => {
  const paid = await withFiles(FILES.payments)
  const { months } = await get<Register>(paid, '/api/tax/tcs?year=2026')
  expect(months).toMatchObject([{ payments: { withheld: 259_58 }, gstReport: null }])
  const reported = await withFiles(GST_2026)
  const other = await get<Register>(reported, '/api/tax/tcs?year=2026')
  expect(other.months).toMatchObject([{ payments: null, gstReport: { taxable: 60_391_79 } }])
  const none = await get<Register>(reported, '/api/tax/tcs?year=2025')
  expect(none).toMatchObject({ years: [2026], months: [] })
})

type Group = { key: string; taxable: number; salesRows: number; returnRows: number }
type Summary = { total: object; byRate: Group[]; byState: Group[]; byHsn: Group[] }

test('a month’s summary counts both reports, and is the same money from every side', async () => {
  const workspace = await withFiles(GST_2025)
  const summary = await get<Summary>(workspace, '/api/gst/summary?month=2025-08')
  expect(summary).toMatchObject({
    months: [{ month: '2025-08', hasSales: true, hasReturns: true }],
    gstins: ['24ABCDE1234F1Z5'],
    rounding: 'once-per-figure-half-away-from-zero',
    counts: { sales: 111, returns: 25, truncatedSales: 0, withoutValue: 0, withoutRate: 0 },
    total: { taxable: 44_113_20, tax: 4_002_80 },
  })
  expect(summary.byRate.map(({ key, taxable }) => [key, taxable])).toEqual([
    ['500', 24_582_86],
    ['1200', 12_363_39],
    ['1800', 7_166_95],
  ])
  for (const groups of [summary.byRate, summary.byState, summary.byHsn]) {
    expect(groups.reduce((all, { salesRows }) => all + salesRows, 0)).toBe(111)
    expect(groups.reduce((all, { returnRows }) => all + returnRows, 0)).toBe(25)
  }
})

test('the rows of a figure add up to it, page by page, each with its place in the file', async () => {
  const workspace = await withFiles(GST_2025)
  const items: Record<string, unknown>[] = []
  let cursor = ''
  for (let page = 0; page < 20; page += 1) {
    const path = `/api/gst/lines?month=2025-08&rate=1200&limit=7${cursor}`
    const found = await get<Page>(workspace, path)
    expect(found.items.length).toBeLessThanOrEqual(7)
    items.push(...found.items)
    if (found.nextCursor === null) break
    cursor = `&cursor=${found.nextCursor}`
  }
  const net = items.reduce(
    (all, { direction, taxableMicro }) =>
      all + (direction === 'sales' ? 1 : -1) * Number(taxableMicro),
    0,
  )
  expect(Math.round(net / 10_000)).toBe(12_363_39)
  const places = items.map(({ source }) => JSON.stringify(source))
  expect(new Set(places).size).toBe(items.length)
  expect(items[0]).toMatchObject({
    direction: 'sales',
    gstRateBps: 12_00,
    isTaxTruncated: false,
    source: { filename: GST_2025.name, path: ['tcs_sales.xlsx'], sheet: '1148774' },
  })
})

test('rows are chosen by report, state and HSN', async () => {
  const workspace = await withFiles(GST_2025)
  const count = async (query: string) =>
    (await get<Page>(workspace, `/api/gst/lines?month=2025-08&limit=200${query}`)).items.length
  expect(await count('')).toBe(136)
  expect(await count('&direction=sales')).toBe(111)
  expect(await count('&direction=returns')).toBe(25)
  expect(await count('&rate=none')).toBe(0)
  const { items } = await get<Page>(
    workspace,
    '/api/gst/lines?month=2025-08&state=GUJARAT&hsn=6204&rate=1200',
  )
  expect(items.every(({ state, hsn }) => state === 'GUJARAT' && hsn === '6204')).toBe(true)
  expect(items.length).toBeGreaterThan(0)
})

const HEADER =
  'gstin,sub_order_num,order_date,hsn_code,quantity,gst_rate,total_taxable_sale_value,tax_amount,total_invoice_value,taxable_shipping,end_customer_state_new,financial_year,month_number,supplier_id'

type Row = { gstin?: string; rate?: number; taxable?: string; tax?: string; state?: string }

function salesFile(rows: readonly Row[], name = 'tcs_sales.csv', supplier = '1148774'): TestFile {
  const lines = rows.map(
    (
      { gstin = '24ABCDE1234F1Z5', rate = 12, taxable = '100', tax = '12', state = 'GUJARAT' },
      at,
    ) =>
      `${gstin},25900000000000${100 + at}_1,2025-04-14,6204,1,${rate},${taxable},${tax},1,0,${state},2025,4,${supplier}`,
  )
  return textFile(name, [HEADER, ...lines, ''].join('\n'))
}

test('tax that the panel cut to whole rupees is marked, and reckoned anew', async () => {
  const workspace = await withFiles(salesFile([{ taxable: '536.6', tax: '64' }, {}]))
  const { items } = await get<Page>(workspace, '/api/gst/lines?month=2025-04')
  expect(items).toMatchObject([
    { isTaxTruncated: true, taxMicro: 64_000_000, exactTaxMicro: 64_392_000 },
    { isTaxTruncated: false, taxMicro: 12_000_000, exactTaxMicro: 12_000_000 },
  ])
  expect(await get<Summary>(workspace, '/api/gst/summary?month=2025-04')).toMatchObject({
    counts: { sales: 2, truncatedSales: 1 },
    total: { taxable: 636_60, tax: 76_39 },
  })
})

type Table = { gstin: string | null; rows: Record<string, unknown>[]; leftOut: object }

test('the tables of a return are those of its files', async () => {
  const workspace = await withFiles(GST_2025)
  const table = (no: number) => get<Table>(workspace, `/api/gst/gstr1?month=2025-08&table=${no}`)
  const whole = { taxable: 44_113_20, igst: 3_879_37, cgst: 61_71, sgst: 61_71 }
  expect(await table(14)).toEqual({
    month: '2025-08',
    knownOn: null,
    gstin: '24ABCDE1234F1Z5',
    leftOut: { withoutValue: 0, withoutRate: 0, withoutGstin: 0 },
    table: '14',
    // The layout of 2025 does not name the marketplace.
    rows: [{ part: '14(a)', operatorGstin: null, ...whole }],
  })
  expect((await table(7)).rows).toHaveLength(39)
  expect((await table(12)).rows).toHaveLength(10)
  expect((await table(8)).rows).toEqual([
    { part: '8C', nilRated: 0 },
    { part: '8D', nilRated: 0 },
  ])
  expect((await table(13)).rows).toEqual([])
  const { rows } = await get<Table>(workspace, '/api/gst/gstr3b?month=2025-08')
  expect(rows[0]).toEqual({ part: '(a)', ...whole })
})

test('a table as a spreadsheet is in rupees, with a mark for Excel, and runs no formula', async () => {
  const workspace = await withFiles(
    salesFile([{ state: '=HYPERLINK("http://evil.test")' }, { taxable: '200.5' }]),
  )
  const csv = async (path: string) => {
    const response = await workspace.request(`/api/gst/${path}`)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    return [response, new TextDecoder().decode(bytes)] as const
  }
  const [response, seven] = await csv('gstr1.csv?month=2025-04&table=7')
  expect(response.headers.get('content-disposition')).toBe(
    'attachment; filename="gstr1-table-7-2025-04.csv"',
  )
  expect(seven.split('\r\n')).toEqual([
    'Table,Place Of Supply,Rate %,Taxable Value,Integrated Tax,Central Tax,State/UT Tax',
    '7A,24-GUJARAT,12,200.50,0.00,12.03,12.03',
    '7B,HYPERLINK HTTP EVIL TEST,12,100.00,12.00,0.00,0.00',
    '',
  ])
  expect((await csv('gstr3b.csv?month=2025-04'))[1].split('\r\n').slice(1)).toEqual([
    '"3.1(a)","Outward taxable supplies (other than zero rated, nil rated and exempted)",300.50,12.00,12.03,12.03'.replaceAll(
      '"3.1(a)"',
      '3.1(a)',
    ),
    '3.1(c),"Other outward supplies (nil rated, exempted)",0.00,0.00,0.00,0.00',
    '',
  ])
  const [, twelve] = await csv('gstr1.csv?month=2025-04&table=12')
  expect(twelve).toContain('6204,PCS-PIECES,2,336.56,12,300.50,12.00,12.03,12.03')
  const [, fourteen] = await csv('gstr1.csv?month=2025-04&table=14')
  expect(fourteen.split('\r\n')).toEqual([
    'Table,Nature of Supply,GSTIN of Operator,Net Value of Supplies,Integrated Tax,Central Tax,State/UT Tax',
    '14(a),Liable to collect tax u/s 52 (TCS),,300.50,12.00,12.03,12.03',
    '',
  ])
})

test('a month without a GST report has no tables, and they say so', async () => {
  const workspace = await withFiles(GST_2025)
  const { gstin, rows } = await get<Table>(workspace, '/api/gst/gstr1?month=2025-09&table=8')
  expect([gstin, rows]).toEqual([null, []])
  expect((await get<Table>(workspace, '/api/gst/gstr3b?month=2025-09')).rows).toEqual([])
  const csv = await workspace.request('/api/gst/gstr1.csv?month=2025-09&table=7')
  expect((await csv.text()).split('\r\n')).toHaveLength(2)
})

test('a return is of one registration: two must be told apart, and none cannot be filed', async () => {
  const home = { gstin: '24ABCDE1234F1Z5' }
  const away = { gstin: '29ABCDE1234F1Z5', taxable: '50' }
  const two = await withFiles(salesFile([home, away, { gstin: '' }]))
  const needed = await two.request('/api/gst/gstr1?month=2025-04&table=7')
  expect(needed.status).toBe(422)
  expect(await needed.json()).toMatchObject({ code: 'gstin-needed' })
  const chosen = await get<Table>(two, `/api/gst/gstr1?month=2025-04&table=7&gstin=${away.gstin}`)
  // From Karnataka, Gujarat is another state.
  expect(chosen).toMatchObject({
    rows: [{ part: '7B', placeOfSupply: '24-GUJARAT', taxable: 50_00, igst: 6_00 }],
    leftOut: { withoutGstin: 1 },
  })
  const none = await withFiles(salesFile([{ gstin: '' }]))
  for (const [workspace, query] of [
    [none, ''],
    [two, '&gstin=27ABCDE1234F1Z5'],
  ] as const) {
    const unknown = await workspace.request(`/api/gst/gstr3b?month=2025-04${query}`)
    expect(unknown.status).toBe(422)
    expect(await unknown.json()).toMatchObject({ code: 'gstin-unknown' })
  }
})

test('figures as known on an earlier day leave out what came after it', async () => {
  const workspace = await newWorkspace()
  await addAt(workspace, salesFile([{}]), '2025-05-10T06:00:00Z')
  await addAt(workspace, salesFile([{}, { taxable: '900', tax: '108' }]), '2025-05-20T06:00:00Z')
  const taxableOn = async (day: string) => {
    const known = day && `&knownOn=${day}`
    const path = `/api/gst/summary?month=2025-04${known}`
    return (await get<{ total: { taxable: number } }>(workspace, path)).total.taxable
  }
  expect(await taxableOn('2025-05-09')).toBe(0)
  expect(await taxableOn('2025-05-10')).toBe(100_00)
  expect(await taxableOn('2025-05-20')).toBe(1_000_00)
  expect(await taxableOn('')).toBe(1_000_00)
  const { items } = await get<Page>(workspace, '/api/gst/lines?month=2025-04&knownOn=2025-05-10')
  expect(items).toHaveLength(1)
  const register = await get<Register>(workspace, '/api/tax/tcs?year=2025&knownOn=2025-05-09')
  expect(register).toMatchObject({ years: [], months: [] })
})

test('another workspace sees none of it, and cannot name the store', async () => {
  const [mine, theirs] = [await withFiles(PAYMENTS_2025, GST_2025), await newWorkspace()]
  const store = await storeOf(mine)
  const paths = [
    '/api/tax/tcs?year=2025',
    '/api/tax/tds?year=2025',
    '/api/gst/summary?month=2025-08',
    '/api/gst/lines?month=2025-08',
    '/api/gst/gstr1?month=2025-08&table=7',
    '/api/gst/gstr1?month=2025-08&table=13',
    '/api/gst/gstr1.csv?month=2025-08&table=7',
    '/api/gst/gstr3b?month=2025-08',
    '/api/gst/gstr3b.csv?month=2025-08',
  ]
  for (const path of paths) {
    expect([path, (await theirs.request(`${path}&store=${store}`)).status]).toEqual([path, 404])
    expect([path, (await mine.request(`${path}&store=${store}`)).status]).toEqual([path, 200])
  }
  expect(await get<Register>(theirs, '/api/tax/tcs?year=2025')).toMatchObject({ months: [] })
  expect((await get<Page>(theirs, '/api/gst/lines?month=2025-08')).items).toEqual([])
})

test.each([
  ['/api/tax/tcs', '?year=2016'],
  ['/api/tax/tcs', '?year=2101'],
  ['/api/tax/tcs', '?year=twenty'],
  ['/api/tax/tcs', ''],
  ['/api/gst/summary', '?month=2025-13'],
  ['/api/gst/summary', ''],
  ['/api/gst/gstr1', '?month=2025-08&table=9'],
  ['/api/gst/lines', '?month=2025-08&limit=201'],
  ['/api/gst/lines', '?month=2025-08&limit=0'],
  ['/api/gst/lines', '?month=2025-08&rate=five'],
  ['/api/gst/lines', '?month=2025-08&cursor=AAAA'],
])('%s%s is refused', async (path, query) => {
  expect((await (await newWorkspace()).request(path + query)).status).toBe(400)
})

test('years and pages at their limits are answered', async () => {
  const workspace = await withFiles(GST_2025)
  for (const path of ['/api/tax/tds?year=2017', '/api/tax/tds?year=2100']) {
    expect((await get<Register>(workspace, path)).months).toEqual([])
  }
  const page = await get<Page>(workspace, '/api/gst/lines?month=2025-08&limit=1')
  expect(page.items).toHaveLength(1)
})

test('a payments file says once that its formula row is out of date', async () => {
  const workspace = await withFiles(FILES.payments)
  const { items } = await get<{
    items: { reports: { kind: string; notices: { code: string }[] }[] }[]
  }>(workspace, '/api/uploads')
  const notices = items[0]!.reports.flatMap(({ kind, notices }) =>
    notices.map(({ code }) => [kind, code]),
  )
  expect(notices).toEqual([['payments.orders', 'tcs-legend-stale']])
})
