import { recogniseReport } from '#core/meesho/recognise-report'
import { tableOf } from '#test/support/table'
import { expect, test } from 'vitest'
import { P1, P2, P3, sheetOf } from './payment-sheet'
import { hintsOf } from './sample-files'

async function noticesOf(rows: string[][]) {
  const recognition = await recogniseReport(tableOf(rows), hintsOf([]))
  if (recognition.status !== 'recognised') throw new Error(JSON.stringify(recognition))
  return recognition.report.notices
}

test.each([
  ['P2', P2],
  ['P3', P3],
])(
  'the formula row of %s that still prints 1 %% is said once, for any number of rows',
  async (_, columns) => {
    const rows = sheetOf(columns, [{}, {}, {}])
    expect(await noticesOf(rows)).toEqual([
      {
        code: 'tcs-legend-stale',
        detail:
          'The formula row of this sheet says that TCS is 1 %. That is an old text of the panel: the rate is 0.5 %, and its rows are checked against that.',
      },
    ])
  },
)

const paidOn = (day: string) => sheetOf(P2, [{ 'Payment Date': day }])

test('while 1 % was the rate, the formula row was right', async () => {
  expect(await noticesOf(paidOn('2024-07-09'))).toEqual([])
  expect(await noticesOf(paidOn('2024-07-10'))).toHaveLength(1)
})

test('a file that was saved again, with its days turned round, says it too', async () => {
  const rows = sheetOf(P2, [{ 'Payment Date': '22-08-2025' }, { 'Payment Date': '02-08-2025' }])
  expect(await noticesOf(rows)).toHaveLength(1)
})

test('a sheet without a formula row, or without a day, says nothing of it', async () => {
  expect(await noticesOf(sheetOf(P1))).toEqual([])
  const [titles, names, , row] = sheetOf(P2)
  expect(await noticesOf([titles!, names!, row!])).toEqual([])
  expect(await noticesOf(sheetOf(P2, []))).toEqual([])
})
