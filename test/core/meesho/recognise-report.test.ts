import { businessDate } from '#core/dates'
import { isOutstandingPayments, recogniseReport } from '#core/meesho/recognise-report'
import { readAll, tableOf } from '#test/support/table'
import { assert, asyncProperty, constantFrom, shuffledSubarray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { P1, P2, P3, rowOf, sheetOf } from './payment-sheet'
import { hintsOf } from './sample-files'

const recognise = (rows: string[][], names: string[] = [], sheet = '') =>
  recogniseReport(tableOf(rows, sheet), hintsOf(names))

/** The sheet with each row's columns in the order given. */
const moved = (rows: string[][], order: readonly number[]) =>
  rows.map((row) => order.map((column) => row[column] ?? ''))

const without = (rows: string[][], column: number) => rows.map((row) => row.toSpliced(column, 1))
const inserted = (rows: string[][], at: number, cells: string[]) =>
  rows.map((row, index) => row.toSpliced(at, 0, cells[index] ?? ''))

describe('payments layouts', () => {
  test.each([
    ['P1', P1, 50],
    ['P2', P2, 41],
    ['P3', P3, 43],
  ] as const)(
    '%s is known by its columns, whatever the sheet is called',
    async (layout, columns, width) => {
      expect(columns).toHaveLength(width)
      expect(await recognise(sheetOf(columns), ['x.xlsx'], 'Sheet1')).toMatchObject({
        status: 'recognised',
        report: { kind: 'payments.orders', layout, supplierId: undefined, snapshotOn: undefined },
      })
    },
  )

  test('each figure names its column as the file writes it, twins by their letters, sums by both', async () => {
    expect(await recognise(sheetOf(P2))).toMatchObject({
      report: {
        columns: {
          settlement: 'Final Settlement Amount',
          fixedFeeRevenue: 'Fixed Fee (Incl. GST) (column P)',
          fixedFeeDeduction: 'Fixed Fee (Incl. GST) (column X)',
        },
      },
    })
    expect(await recognise(sheetOf(P1))).toMatchObject({
      report: {
        columns: { commission: 'Meesho Commission (Excl. GST) + GST on Meesho Commission' },
      },
    })
  })

  test('the header is found below other rows, and the letters below it are no data', async () => {
    const rows = [['Downloaded by me'], [], ...sheetOf(P2)]
    expect(await recognise(rows)).toMatchObject({ report: { headerRow: 5 } })
    expect(await recognise(sheetOf(P2).toSpliced(2, 1))).toMatchObject({ report: { headerRow: 2 } })
  })

  test('a header further down than 20 rows is not looked for', async () => {
    const note = Array.from({ length: 19 }, () => ['note'])
    expect(await recognise([...note.slice(1), ...sheetOf(P2)])).toMatchObject({
      status: 'recognised',
    })
    expect(await recognise([...note, ...sheetOf(P2)])).toEqual({ status: 'unrecognised' })
  })

  test('a long sheet is read no further than it must be', async () => {
    const table = tableOf(
      sheetOf(
        P2,
        Array.from({ length: 2000 }, () => ({})),
      ),
    )
    await recogniseReport(table, hintsOf([]))
    expect(table.read).toBeLessThan(300)
  })

  test('columns may stand in any order: every amount stays with its name', async () => {
    const rows = sheetOf(P3, [
      { 'Fixed Fee (Incl. GST)': '-5.0', 'Fixed Fee (Incl. GST)#2': '-7.0', TCS: '-3.0' },
    ])
    const all = P3.map((_, column) => column)
    await assert(
      asyncProperty(
        shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        async (order) => {
          const table = tableOf(moved(rows, order))
          const recognition = await recogniseReport(table, hintsOf([]))
          if (recognition.status !== 'recognised') throw new Error(JSON.stringify(recognition))
          const { records } = await readAll(table, recognition.report as never)
          expect(records).toMatchObject([
            { fixedFeeRevenue: -5_00, fixedFeeDeduction: -7_00, tcs: -3_00, sale: 594_00 },
          ])
        },
      ),
      { numRuns: 40 },
    )
  })

  test('without formula letters the group titles tell the fixed fees apart, without those the order', async () => {
    const rows = sheetOf(P2, [
      { 'Fixed Fee (Incl. GST)': '-5.0', 'Fixed Fee (Incl. GST)#2': '-7.0' },
    ])
    // Deductions first, Revenue Details after.
    const all = P2.map((_, column) => column)
    const order = [
      ...all.slice(0, 12),
      ...all.slice(19, 28),
      ...all.slice(12, 19),
      ...all.slice(28),
    ]
    const swapped = moved(rows, order).toSpliced(2, 1)
    for (const [sheet, revenue] of [
      [rows.toSpliced(2, 1), -5_00],
      [rows.slice(1).toSpliced(1, 1), -5_00],
      [swapped, -5_00],
      [swapped.slice(1), -7_00],
    ] as const) {
      const table = tableOf(sheet)
      const recognition = await recogniseReport(table, hintsOf([]))
      if (recognition.status !== 'recognised') throw new Error(JSON.stringify(recognition))
      const { records } = await readAll(table, recognition.report as never)
      expect(records).toMatchObject([{ fixedFeeRevenue: revenue }])
    }
  })

  test('spelling, case and punctuation of names do not matter', async () => {
    const rows = sheetOf(P2)
    rows[1] = rows[1]!.map(
      (name) => `  ${name.toUpperCase().replaceAll('.', ' ').replace('INCL', 'INC')} `,
    )
    expect(await recognise(rows)).toMatchObject({ status: 'recognised', report: { layout: 'P2' } })
  })

  const moneyColumns = P2.flatMap(([name, group], column) =>
    column >= 11 && !/Price Type|Percentage|Rate|Reason/.test(name)
      ? [{ name, group, column }]
      : [],
  )

  test.each(moneyColumns)(
    'without the money column $name nothing is counted',
    async ({ name, column }) => {
      const recognition = await recognise(without(sheetOf(P2), column))
      expect(recognition).toMatchObject({ status: 'quarantined', code: 'columns-missing' })
      expect(recognition.status === 'quarantined' && recognition.detail.toLowerCase()).toContain(
        name.toLowerCase().slice(0, 9),
      )
    },
  )

  test.each(moneyColumns)('a renamed money column $name stops the report', async ({ column }) => {
    const rows = sheetOf(P2)
    rows[1]![column] = 'Something Fee'
    const recognition = await recognise(rows)
    expect(recognition).toMatchObject({ status: 'quarantined', kind: 'payments.orders' })
    expect(recognition.status === 'quarantined' && recognition.detail).toContain('“Something Fee”')
  })

  test.each([
    'Packaging Fee (Incl. GST)',
    'Handling charges',
    'Amount in ₹',
    'Extra INR',
    'TCS (IGST)',
  ])('a new money column %s stops the report, wherever it stands', async (name) => {
    await assert(
      asyncProperty(constantFrom(0, 5, 13, 28, 41), async (at) => {
        const rows = inserted(sheetOf(P2), at, ['', name, '', '-1.0'])
        expect(await recognise(rows)).toEqual({
          status: 'quarantined',
          kind: 'payments.orders',
          code: 'columns-unknown',
          detail: `We do not know what these money columns mean: “${name}”. Nothing in the Order Payments sheet has been counted, so that no figure is wrong.`,
          supplierId: undefined,
        })
      }),
    )
  })

  test('a new column among the deductions is money whatever it is called', async () => {
    expect(await recognise(inserted(sheetOf(P2), 22, ['', 'Brand', '', '0.0']))).toMatchObject({
      status: 'quarantined',
      code: 'columns-unknown',
    })
    expect(await recognise(inserted(sheetOf(P2), 4, ['', 'Brand', '', 'Ours']))).toMatchObject({
      status: 'recognised',
    })
  })

  test('a note that the seller wrote beside the table stops nothing, unless it has amounts', async () => {
    expect(
      await recognise(inserted(sheetOf(P2), 41, ['', 'My note', '', 'call them'])),
    ).toMatchObject({
      status: 'recognised',
    })
    expect(await recognise(inserted(sheetOf(P2), 41, ['', 'Brand', '', '12.50']))).toMatchObject({
      status: 'quarantined',
    })
    const unnamed = await recognise(inserted(sheetOf(P2), 41, ['', '', '', '12.50']))
    expect(unnamed).toMatchObject({ status: 'quarantined' })
    expect(unnamed.status === 'quarantined' && unnamed.detail).toContain('column AP')
  })

  test('a third column of a known money name is a new one', async () => {
    const rows = inserted(sheetOf(P2), 28, ['', 'Fixed Fee (Incl. GST)', '', '0.0'])
    expect(await recognise(rows)).toMatchObject({ status: 'quarantined', code: 'columns-unknown' })
  })

  test('the layout of 2022 is known, and not read', async () => {
    const names = [
      'Order ID',
      'Price type',
      'Other Support Service Charges Waivers (Excl. GST)',
      'IGST on Meesho Commission',
      'IGST on Shipping Charge',
      'IGST on Return Shipping Charge',
      'IGST on Net Other Support Service Charges',
      'TCS (IGST)',
      'TCS (CGST + SGST)',
      'TDS Rate',
      'TDS Amount',
      'Compensation (No GST)',
      'Recovery (No GST)',
    ]
    expect(await recognise([[], names])).toMatchObject({
      status: 'quarantined',
      kind: 'payments.orders',
      code: 'layout-unsupported',
    })
  })
})

const promised = sheetOf(P2, [{ 'Transaction ID': '' }, { 'Transaction ID': ' ' }])
const paidOnce = sheetOf(P2, [{ 'Transaction ID': '' }, {}])
const empty = [...sheetOf(P2, []), ['No data is available for these dates.']]
const kindOf = async (rows: string[][], names: string[], outstanding?: boolean) => {
  const workbook = outstanding === undefined ? {} : { outstanding }
  const recognition = await recogniseReport(tableOf(rows), hintsOf(names), workbook)
  return recognition.status === 'recognised' ? recognition.report.kind : recognition.status
}

const snapshotOn = async (names: string[], createdOn = '') => {
  const hints = { names, createdOn: createdOn === '' ? undefined : businessDate(createdOn) }
  const recognition = await recogniseReport(tableOf(promised), hints)
  return recognition.status === 'recognised' && recognition.report.snapshotOn
}

describe('paid or promised', () => {
  test('rows decide before names', async () => {
    expect(await kindOf(promised, ['PREVIOUS_PAYMENT.xlsx'])).toBe('outstanding')
    expect(await kindOf(paidOnce, ['OUTSTANDING_PAYMENT.xlsx'])).toBe('payments.orders')
  })

  test('names decide where there are no rows', async () => {
    expect(await kindOf(empty, ['PREVIOUS_PAYMENT.xlsx'])).toBe('payments.orders')
    expect(await kindOf(empty, ['1_outstanding_payment_2025-09-03.xlsx'])).toBe('outstanding')
  })

  test('who knows the whole workbook decides over both', async () => {
    expect(await kindOf(promised, [], false)).toBe('payments.orders')
    expect(await kindOf(paidOnce, [], true)).toBe('outstanding')
  })

  test('the Order Payments sheet speaks for its workbook', async () => {
    expect(await isOutstandingPayments(tableOf(promised))).toBe(true)
    expect(await isOutstandingPayments(tableOf(paidOnce))).toBe(false)
    expect(await isOutstandingPayments(tableOf(empty))).toBeUndefined()
    expect(await isOutstandingPayments(tableOf([['Ads Cost']]))).toBeUndefined()
  })

  test('the day of a promise is the name’s, else the workbook’s, else unknown', async () => {
    expect(await snapshotOn(['x_OUTSTANDING_PAYMENT_2026-09-03.xlsx'], '2026-09-05')).toBe(
      '2026-09-03',
    )
    expect(await snapshotOn(['x.xlsx'], '2026-09-05')).toBe('2026-09-05')
    expect(await snapshotOn(['x.xlsx'])).toBeUndefined()
    expect(await snapshotOn(['x_OUTSTANDING_PAYMENT_2026-13-03.xlsx'])).toBeUndefined()
  })
})

const ADS = [
  ['Ads Cost'],
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
  ['', '', '', 'A', 'B', '(A + B)', '', ''],
]
const REFERRAL = [
  ['Referral Payments'],
  ['Reward Id', 'Payment Date', 'Store Name', 'Reason', 'Net Referral Amount', 'Taxes (GST/TDS)'],
  ['', '', '', '', '', ''],
]
const ADJUSTMENTS = [
  ['Platform Recovery & Compensation'],
  ['Date', 'Program Name', 'Reason', 'Amount (inc GST) INR', '', ''],
  ['', '', '', ''],
]

async function readSheetRows(rows: string[][], outstanding = false) {
  const table = tableOf(rows)
  const recognition = await recogniseReport(table, hintsOf([]), { outstanding })
  if (recognition.status !== 'recognised') throw new Error(JSON.stringify(recognition))
  return { kind: recognition.report.kind, ...(await readAll(table, recognition.report as never)) }
}

describe('the other sheets', () => {
  test('ads: the cost is printed positive and the payout loses the total', async () => {
    const rows = [
      ...ADS,
      ['2025-08-01', '2025-08-03', '14837470', '80.92', '0', '-80.92', '-14.57', '-95.49'],
    ]
    expect(await readSheetRows(rows)).toEqual({
      kind: 'payments.ads',
      records: [
        {
          ranOn: '2025-08-01',
          deductedOn: '2025-08-03',
          campaignId: '14837470',
          cost: 80_92,
          credits: 0,
          netCost: -80_92,
          gst: -14_57,
          total: -95_49,
        },
      ],
      rejected: [],
    })
    expect((await readSheetRows(rows, true)).kind).toBe('outstanding.ads')
  })

  test('ads: a blank is zero only where the row adds up, and a total is not counted', async () => {
    const { records, rejected } = await readSheetRows([
      ...ADS,
      ['2025-08-01', '2025-08-03', '1', '80.92', '', '-80.92', '-14.57', '-95.49'],
      ['2025-08-01', '2025-08-03', '1', '80.92', '10.92', '-70', '', '-70'],
      ['2025-08-01', '2025-08-03', '1', '80.92', '10.92', '-70', '', '-82.6'],
      ['2025-08-01', '2025-08-03', '1', '80.92', '', '-70.92', '-12.77', '-83.69'],
      ['2025-08-01', '2025-08-03', '1', '80.92', '0', '-80.92', '-14.57', ''],
      ['Total', '', '', '80.92', '0', '-80.92', '-14.57', '-95.49'],
      ['', '', '', '80.92', '0', '-80.92', '-14.57', '-95.49'],
      ['No data is available for these dates.'],
    ])
    expect(records).toHaveLength(2)
    expect(rejected.map(({ row, column }) => [row, column])).toEqual([
      [6, 'GST'],
      [7, 'Credits / Waivers / Discounts'],
      [8, 'Total Ads Cost'],
      [9, 'Deduction Duration'],
      [10, 'Deduction Duration'],
    ])
  })

  test('referral: what was won and the tax kept back', async () => {
    const { kind, records, rejected } = await readSheetRows([
      ...REFERRAL,
      ['RW1', '2026-07-04', 'Sample Store', 'Referral reward', '250.0', '-12.5'],
      ['RW2', '2026-07-04', 'Sample Store', 'Referral reward', '250.0', ''],
      ['Total', '', '', '', '500.0', '-12.5'],
    ])
    expect(kind).toBe('payments.referral')
    expect(records).toEqual([
      {
        paidOn: '2026-07-04',
        rewardId: 'RW1',
        storeName: 'Sample Store',
        reason: 'Referral reward',
        net: 250_00,
        taxes: -12_50,
      },
    ])
    expect(rejected.map(({ column }) => column)).toEqual(['Taxes (GST/TDS)', 'Payment Date'])
  })

  test('platform money that belongs to no sub-order', async () => {
    const { kind, records, rejected } = await readSheetRows([
      ...ADJUSTMENTS,
      ['2026-07-11', 'Penalty', 'Late dispatch', '-150.0'],
      ['', '', 'Total', '-150.0'],
    ])
    expect(kind).toBe('payments.adjustments')
    expect(records).toEqual([
      { paidOn: '2026-07-11', program: 'Penalty', reason: 'Late dispatch', amount: -150_00 },
    ])
    expect(rejected).toMatchObject([{ row: 5, column: 'Date' }])
  })

  test('referral money in a file of promises is not counted as paid', async () => {
    const promise = ['RW1', '2026-07-04', 'S', 'R', '250.0', '-12.5']
    const named = hintsOf(['1_OUTSTANDING_PAYMENT_2026-07-01.xlsx'])
    expect(await recogniseReport(tableOf([...REFERRAL, promise]), named)).toMatchObject({
      status: 'quarantined',
      code: 'layout-unsupported',
    })
    const none = [...REFERRAL, ['No data is available for these dates.', '', '', '', '', '']]
    expect(await recogniseReport(tableOf(none), named)).toMatchObject({ status: 'recognised' })
  })

  test.each([
    [ADS, 'payments.ads', 7],
    [REFERRAL, 'payments.referral', 4],
    [ADJUSTMENTS, 'payments.adjustments', 3],
  ] as const)('a renamed money column stops the sheet', async (rows, kind, column) => {
    const changed = rows.map((row) => [...row])
    changed[1]![column] = 'Net value'
    expect(await recognise(changed)).toMatchObject({ status: 'quarantined', kind })
  })

  test('the disclaimer and an empty tab are passed over; an unknown sheet is said to be unknown', async () => {
    const disclaimer =
      'The amounts provided here are estimated figures which are subject to change, upon determination of logistics costs'
    expect(await recognise([[disclaimer]], [], 'Disclaimer')).toEqual({ status: 'ignored' })
    expect(await recognise([[disclaimer]], [], 'Notes')).toEqual({ status: 'ignored' })
    expect(await recognise([['', '']], [], 'Sheet2')).toEqual({ status: 'ignored' })
    expect(await recognise([])).toEqual({ status: 'unrecognised' })
    expect(
      await recognise([
        ['Date', 'Reason', 'Amount'],
        ['2026-01-01', 'x', '5'],
      ]),
    ).toEqual({
      status: 'unrecognised',
    })
    expect(rowOf(P2)).toHaveLength(41)
    expect(await recognise([rowOf(P2)])).toEqual({ status: 'unrecognised' })
  })
})
