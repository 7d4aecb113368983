import { readFileSync } from 'node:fs'
import { parseBusinessMonth } from '#core/dates'
import type { UploadId } from '#core/ids'
import { groupGst, totalGst } from '#core/tax/gst'
import { table12, table14, table31, table7, table8 } from '#core/tax/gstr1'
import { toPaise } from '#core/money/micro-rupees'
import { gstinsOf, operatorsOf, readDocuments, readGstRows, sumGstMonth } from '#engine/read-gst'
import { readTaxRegister } from '#engine/read-tax-register'
import { rebuildTotals } from '#engine/rebuild-totals'
import { removeUpload } from '#engine/remove-upload'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeZip } from '../support/zip-writer'
import {
  fixtures,
  GST,
  newSeller,
  NOW,
  PAYMENTS,
  type Seller,
  upload,
} from '../support/node/ledger'

const month = (text: string) => parseBusinessMonth(text)!

describe.each([
  ['seller-2025', 2025],
  ['seller-2026', 2026],
] as const)('%s', (name, year) => {
  const truth = JSON.parse(readFileSync(`test/fixtures/${name}/truth.json`, 'utf8'))
  let seller: Seller
  beforeAll(async () => {
    seller = newSeller()
    for (const file of [...fixtures(name, PAYMENTS), ...fixtures(name, GST)]) {
      await upload(seller, file)
    }
  })

  test.each(['tcs', 'tds'] as const)(
    '%s of each month is the column of its payments',
    async (tax) => {
      const { register, years } = await readTaxRegister(
        seller.ledger,
        [seller.storeId],
        tax,
        year,
        undefined,
      )
      expect(years).toEqual([year])
      const withheld = register.months.map(({ month, payments }) => [month, payments?.withheld])
      const expected = Object.entries<Record<string, number>>(truth.byPaymentMonth)
      expect(withheld).toEqual(expected.map(([key, sums]) => [key, -sums[tax]!]))
      expect(register.total.withheld).toBe(-truth.total[tax])
    },
  )

  test('GST rows and their values are as many and as much as in truth, from every side', async () => {
    for (const [key, expected] of Object.entries<Record<string, number | string>>(truth.gst)) {
      const sums = (await sumGstMonth(seller.ledger, [seller.storeId], month(key), undefined))!
      const { rows, counts } = readGstRows(sums)
      expect(counts).toMatchObject({
        sales: expected['salesRows'],
        returns: expected['returnRows'],
      })
      const total = totalGst(rows)
      // Truth has four decimals: the paisa is certain.
      const paiseOf = (column: string) => Math.round(Number(expected[column]) * 100)
      expect([key, toPaise(total.taxableSales)]).toEqual([key, paiseOf('taxableSales')])
      expect([key, toPaise(total.taxableReturns)]).toEqual([key, paiseOf('taxableReturns')])
      for (const side of ['state', 'hsn', 'gstRateBps'] as const) {
        const groups = groupGst(rows, side)
        expect(groups.reduce((all, group) => all + group.taxable, 0)).toBe(total.taxable)
      }
    }
  })
})

async function sellerOf(name: string, files: RegExp): Promise<Seller> {
  const seller = newSeller()
  for (const file of fixtures(name, files)) await upload(seller, file)
  return seller
}

const register = ({ ledger, storeId }: Seller, tax: 'tcs' | 'tds', year = 2026) =>
  readTaxRegister(ledger, [storeId], tax, year, undefined)

test('the one line that was charged too much TCS shows in its month, and in no other', async () => {
  const seller = await sellerOf('seller-2026', /PREVIOUS_PAYMENT|^gst_/)
  const { register: tcs } = await register(seller, 'tcs')
  const months = tcs.months.map(({ month, payments }) => [
    month,
    payments?.difference,
    payments?.isWithinRounding,
  ])
  // The sample hides a fault of 1.88 in July; the rest is half a paisa here and there.
  expect(months).toEqual([
    ['2026-06', 1, true],
    ['2026-07', 1_93, false],
    ['2026-08', 6, true],
    ['2026-09', -1, true],
  ])
  const { register: tds } = await register(seller, 'tds')
  expect(tds.months.every(({ payments }) => payments?.isWithinRounding)).toBe(true)
  // September has no GST report yet: nothing is known of it, which is not nought.
  expect(tcs.months.map(({ gstReport }) => gstReport?.taxable)).toEqual([
    51_766_15,
    49_367_64,
    60_391_79,
    undefined,
  ])
})

test('a year has its own months only, and the years are those that any file speaks of', async () => {
  const seller = await sellerOf('seller-2025', /^gst_1148774_7/)
  const gst = await register(seller, 'tcs', 2025)
  expect(gst.years).toEqual([2025])
  expect(gst.register.months).toMatchObject([{ month: '2025-07', payments: undefined }])
  const other = await register(seller, 'tcs', 2024)
  expect(other).toMatchObject({ years: [2025], register: { months: [], total: { lines: 0 } } })
})

const gstRow = (taxable: string) =>
  `259000000000000001_1,2025-08-14,6204,1,5,${taxable},1,2,0,GUJARAT,2025,8,1148774`
const GST_HEADER =
  'sub_order_num,order_date,hsn_code,quantity,gst_rate,total_taxable_sale_value,tax_amount,total_invoice_value,taxable_shipping,end_customer_state_new,financial_year,month_number,supplier_id'
const gstFile = (name: string, taxable: string) => ({
  name,
  bytes: new TextEncoder().encode([GST_HEADER, gstRow(taxable), ''].join('\n')),
})

test('a store whose sales report is missing leaves the month of all stores unknown', async () => {
  const first = newSeller()
  const second = { ...newSeller(first.database), workspaceId: first.workspaceId }
  await upload(first, gstFile('tcs_sales.csv', '100'))
  await upload(second, gstFile('tcs_sales_return.csv', '40'))
  const stores = [first.storeId, second.storeId]
  const read = () => readTaxRegister(first.ledger, stores, 'tcs', 2025, undefined)
  expect((await read()).register.months).toEqual([])
  await upload(second, gstFile('tcs_sales.csv', '90'))
  expect((await read()).register.months).toMatchObject([{ gstReport: { taxable: 150_00 } }])
})

test('a returns report alone gives no net value: its sales are not known', async () => {
  const seller = newSeller()
  await upload(seller, gstFile('tcs_sales_return.csv', '40'))
  const monthsOf = async () => (await register(seller, 'tcs', 2025)).register.months
  expect(await monthsOf()).toEqual([])
  await upload(seller, gstFile('tcs_sales.csv', '100'))
  expect(await monthsOf()).toMatchObject([{ gstReport: { taxable: 60_00, due: 30 } }])
})

test('what is kept of a year is what its lines and rows add up to, after every file and every undo', async () => {
  const seller = newSeller()
  const LATER = Date.parse('2027-01-01T00:00:00Z')
  const expectKept = async () => {
    await rebuildTotals(seller.ledger, seller.storeId)
    for (const tax of ['tcs', 'tds'] as const) {
      const kept = await register(seller, tax)
      const counted = await readTaxRegister(seller.ledger, [seller.storeId], tax, 2026, LATER)
      expect(kept).toEqual(counted)
    }
  }
  const ids: UploadId[] = []
  for (const file of fixtures('seller-2026', /PREVIOUS_PAYMENT.*zip$|^gst_/)) {
    ids.push((await upload(seller, file)).id)
    await expectKept()
  }
  const { register: whole } = await register(seller, 'tcs')
  expect(whole.months.every(({ payments, gstReport }) => payments ?? gstReport)).toBe(true)
  for (const id of ids) {
    await removeUpload(seller.ledger, { id, workspaceId: seller.workspaceId }, NOW)
    await expectKept()
  }
  expect((await register(seller, 'tcs')).register.months).toEqual([])
}, 120_000)

const HOME = '24'

async function sumsOf(seller: Seller, key: string) {
  const sums = (await sumGstMonth(seller.ledger, [seller.storeId], month(key), undefined))!
  expect(gstinsOf(sums)).toEqual(['24ABCDE1234F1Z5'])
  return sums
}

const TWELVE = ['hsn', 'gstRateBps', 'quantity', 'taxable', 'igst', 'cgst'] as const

// Reckoned apart from this code, from the rows of tcs_sales.xlsx and tcs_sales_return.xlsx.
test('the tables of August 2025 are what its two files add up to', async () => {
  const sums = await sumsOf(await sellerOf('seller-2025', GST), '2025-08')
  const { rows } = readGstRows(sums)
  const whole = { taxable: 44_113_20, igst: 3_879_37, cgst: 61_71, sgst: 61_71 }
  // Its layout does not name the marketplace.
  expect(table14(operatorsOf(sums), HOME)).toEqual([
    { part: '14(a)', operatorGstin: undefined, ...whole },
  ])
  expect(table31(rows, HOME)).toEqual([
    { part: '(a)', ...whole },
    { part: '(c)', taxable: 0, igst: 0, cgst: 0, sgst: 0 },
  ])
  expect(table8(rows, HOME).map(({ nilRated }) => nilRated)).toEqual([0, 0])
  const seven = table7(rows, HOME)
  expect(seven).toHaveLength(39)
  expect(seven.filter(({ part }) => part === '7A')).toMatchObject([
    { placeOfSupply: '24-GUJARAT', gstRateBps: 5_00, taxable: 960_00 },
    { placeOfSupply: '24-GUJARAT', gstRateBps: 12_00, taxable: 628_57 },
    // Sold and brought back.
    { placeOfSupply: '24-GUJARAT', gstRateBps: 18_00, taxable: 0 },
  ])
  const inBihar = seven.filter(({ placeOfSupply }) => placeOfSupply === '10-BIHAR')
  expect(inBihar.find(({ gstRateBps }) => gstRateBps === 12_00)).toMatchObject({
    part: '7B',
    gstRateBps: 12_00,
    taxable: 975_89,
    igst: 117_11,
  })
  expect(table12(rows, HOME).map((row) => TWELVE.map((column) => row[column]))).toEqual([
    ['39269099', 5_00, 10, 6_980_95, 349_05, 0],
    ['39269099', 18_00, 3, 1_370_34, 246_66, 0],
    ['540710', 5_00, 13, 5_292_38, 243_48, 10_57],
    ['540710', 12_00, 3, 1_858_93, 223_07, 0],
    ['540710', 18_00, 5, 1_737_29, 312_71, 0],
    ['6204', 5_00, 7, 2_969_52, 148_48, 0],
    ['6204', 12_00, 19, 9_853_57, 1_107_00, 37_71],
    ['6204', 18_00, 10, 4_059_32, 730_68, 0],
    ['9403', 5_00, 18, 9_340_00, 440_14, 13_43],
    ['9403', 12_00, 1, 650_89, 78_11, 0],
  ])
})

const within = (taxable: number, half: number) => ({ taxable, igst: 0, cgst: half, sgst: half })

const G4_TITLES = `gstin,${GST_HEADER},manifest_date,transaction_type,eco_tcs_gstin`
const g4Row = (no: number, taxable: string, operator: string) =>
  `24ABCDE1234F1Z5,25900000000000000${no}_1,2026-04-14,6204,1,5,${taxable},1,2,0,GUJARAT,2026,4,1148774,2026-04-15,,${operator}`

test('table 14 has a row for each marketplace that collected TCS, and one for what names none', async () => {
  const seller = newSeller()
  const send = (name: string, ...rows: string[]) =>
    upload(seller, { name, bytes: new TextEncoder().encode([G4_TITLES, ...rows, ''].join('\n')) })
  await send(
    'tcs_sales.csv',
    g4Row(1, '1000', '29AABCO1234F1C2'),
    g4Row(2, '400.10', '06AABCO1234F1CA'),
    g4Row(3, '200', '29aabco1234f1c2'),
    // Of another form, and with a digit mistyped: whose it is is not guessed.
    g4Row(4, '30', '29AAICM'),
    g4Row(5, '7', '29AABCO1234F1C0'),
  )
  await send('tcs_sales_return.csv', g4Row(1, '1000', '29AABCO1234F1C2'))
  const sums = await sumsOf(seller, '2026-04')
  expect(table14(operatorsOf(sums), HOME)).toEqual([
    { part: '14(a)', operatorGstin: '06AABCO1234F1CA', ...within(400_10, 10_00) },
    { part: '14(a)', operatorGstin: '29AABCO1234F1C2', ...within(200_00, 5_00) },
    // 5 % of 37.00 is 1.85, and half of that 0.925.
    { part: '14(a)', operatorGstin: undefined, ...within(37_00, 93) },
  ])
  expect(readGstRows(sums).counts).toMatchObject({ sales: 5, returns: 1, withoutOperator: 2 })
})

test('a value that the file calls null is counted, and in no sum', async () => {
  const seller = await sellerOf('seller-2026', GST)
  const sums = (await sumGstMonth(seller.ledger, [seller.storeId], month('2026-07'), undefined))!
  const { rows, counts } = readGstRows(sums)
  expect(counts).toMatchObject({ sales: 168, returns: 42, withoutValue: 1, withoutRate: 0 })
  expect(toPaise(totalGst(rows).taxable)).toBe(49_367_64)
})

const INDEX = 'Type,Order Date,Suborder No.,Product Description,HSN,Invoice No.'

const named = (from: string, to: string) => `1148774_${from}_${to}_TAX_INVOICE.zip`

async function documentsFile(name: string, documents: readonly (readonly [string, string])[]) {
  const rows = documents.map(
    ([type, no], index) =>
      `${type},2025-08-14 10:00:00,25900000000000${100 + index}_1,Saree,6204,${no}`,
  )
  const content = new TextEncoder().encode([INDEX, ...rows, ''].join('\n'))
  return { name, bytes: await makeZip([{ name: 'Tax_invoice_details.csv', content }]) }
}

test('documents of a month are those of lists named after it; other lists are named', async () => {
  const seller = newSeller()
  const august = [
    ['INVOICE', 'ffzkv261'],
    ['INVOICE', 'ffzkv269'],
    ['INVOICE', 'ffzkv2610'],
    ['CREDIT NOTE', 'ffzkv26C7'],
    ['CREDIT_DISCOUNT', 'ffzkv26CM2'],
    ['SOMETHING NEW', 'x1'],
  ] as const
  await upload(seller, await documentsFile(named('2025-08-01', '2025-08-31'), august))
  const quarter = await documentsFile(named('2025-07-01', '2025-09-30'), [['INVOICE', 'ffzkv2611']])
  await upload(seller, quarter)
  const read = (key: string) =>
    readDocuments(seller.ledger, [seller.storeId], month(key), undefined)
  const invoices = { nature: 'Invoices for outward supply', cancelled: 0 }
  expect(await read('2025-08')).toEqual({
    rows: [
      { ...invoices, from: 'ffzkv261', to: 'ffzkv2610', total: 3, net: 3 },
      { nature: 'Credit Note', from: 'ffzkv26C7', to: 'ffzkv26C7', total: 1, cancelled: 0, net: 1 },
      {
        nature: 'Credit Note',
        from: 'ffzkv26CM2',
        to: 'ffzkv26CM2',
        total: 1,
        cancelled: 0,
        net: 1,
      },
    ],
    unknown: 1,
    unplaced: [quarter.name],
  })
  expect(await read('2025-09')).toEqual({ rows: [], unknown: 0, unplaced: [quarter.name] })
  expect(await read('2025-10')).toEqual({ rows: [], unknown: 0, unplaced: [] })
})

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

test.each([
  [2_000, true],
  [2_001, false],
])('documents in %i series: they are counted, %s', async (count, isCounted) => {
  const seller = newSeller()
  // Letters behind the digits: no number follows another.
  const documents = numbers(count).map((no) => ['INVOICE', `n${no}x`] as const)
  await upload(seller, await documentsFile(named('2025-08-01', '2025-08-31'), documents))
  const found = await readDocuments(seller.ledger, [seller.storeId], month('2025-08'), undefined)
  expect(found?.rows.length).toBe(isCounted ? count : undefined)
})

test.each([
  [10_000, true],
  [10_001, false],
])('a month of %i combinations: it is summed, %s', async (count, isSummed) => {
  const seller = newSeller()
  await upload(seller, gstFile('tcs_sales.csv', '1'))
  await seller.database
    .prepare(
      `WITH RECURSIVE n(no) AS (SELECT 2 UNION ALL SELECT no + 1 FROM n WHERE no < ?)
      INSERT INTO gst_line (store_id, direction, month, sub_order_no, ordered_on, said, occurrence,
        is_tax_truncated, hsn, state_name, state_text, gstin, status, transaction_type, report_id, row_no)
      SELECT store_id, direction, month, sub_order_no, ordered_on, said, no, 0, no, state_name, state_text,
        gstin, status, transaction_type, report_id, no FROM n, gst_line`,
    )
    .bind(count)
    .run()
  const sums = await sumGstMonth(seller.ledger, [seller.storeId], month('2025-08'), undefined)
  expect(sums?.length).toBe(isSummed ? count : undefined)
})
