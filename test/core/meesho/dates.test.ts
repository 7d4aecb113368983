import { findDateOrders, needsDateOrder, parseReportDay } from '#core/meesho/dates'
import { tableOf } from '#test/support/table'
import { expect, test } from 'vitest'

test.each([
  ['2026-06-01', '2026-06-01'],
  ['2026-06-01 00:52:26', '2026-06-01'],
  ['2026-06-01 23:59:59.999', '2026-06-01'],
  ['2026-06-01T23:59', '2026-06-01'],
  ["'2026-06-01", '2026-06-01'],
  [' 2026-06-01 ', '2026-06-01'],
  ['46174', '2026-06-01'],
  ['46174.79', '2026-06-01'],
  ['01-Jun-26', '2026-06-01'],
  ['1 June 2026', '2026-06-01'],
  ['1-Sept-2026', '2026-09-01'],
  ['Jun 1, 2026', '2026-06-01'],
  ['01-Jun-2026 10:15 AM', '2026-06-01'],
])('“%s” is one day, whoever reads it', (text, day) => {
  expect(parseReportDay(text, undefined)).toBe(day)
})

test.each(['01-06-2026', '1/6/26', '01.06.2026', '25-06-2026', '01/06/2026 10:15'])(
  '“%s” alone does not say which part is the month',
  (text) => {
    expect(needsDateOrder(text)).toBe(true)
    expect(parseReportDay(text, undefined)).toBe('ambiguous')
  },
)

test('a proven order says it', () => {
  expect(parseReportDay('01-06-2026', 'day-first')).toBe('2026-06-01')
  expect(parseReportDay('01-06-2026', 'month-first')).toBe('2026-01-06')
  expect(parseReportDay('25/06/26 10:15:00', 'day-first')).toBe('2026-06-25')
  expect(parseReportDay('25/06/2026', 'month-first')).toBeUndefined()
  expect(parseReportDay('31-06-2026', 'day-first')).toBeUndefined()
})

test.each([
  '',
  'To be scheduled',
  '2026-02-30',
  '2026-02-30 10:15:00',
  '2026-06-01T20:00:00Z',
  '2026-06-01 10:15:00 +0530',
  '39999',
  '60000',
  '46174abc',
  '1-Foo-2026',
  '31-Jun-2026',
  '1-J-2026',
  '01-06/2026',
  '01-06-026',
  '1 June 1999',
  '25/13/2026',
  '31-31-2026',
])('“%s” is no day', (text) => {
  expect(parseReportDay(text, undefined)).toBeUndefined()
})

const column = (texts: string[]) => tableOf([['Order Date'], ...texts.map((text) => [text])])

test.each([
  ['a day above 12 in the first place', ['01-06-2026', '25-06-2026'], 'day-first'],
  ['a day above 12 in the second place', ['06/01/2026', '06/25/2026'], 'month-first'],
  [
    'proof in the last row of many',
    [...Array.from({ length: 50 }, () => '01-06-2026'), '13-06-2026'],
    'day-first',
  ],
  ['no value above 12', ['01-06-2026', '12-12-2026'], undefined],
  ['proof of both orders', ['25-06-2026', '06-25-2026'], undefined],
  ['a value above 12 in both places', ['25-25-2026'], undefined],
  ['one cell that is no day among proof', ['25-06-2026', '25-13-2026'], 'day-first'],
  ['years first, two digits each', ['26-06-01', '26-06-25'], undefined],
  ['other dates and words between', ['2026-06-25', 'x', '', '25-06-2026'], 'day-first'],
  ['no such dates at all', ['2026-06-25'], undefined],
] as const)('a column with %s', async (_, texts, order) => {
  const orders = await findDateOrders(column([...texts]), [0], 1)
  expect(orders.get(0)).toBe(order)
})

test('rows above the data prove nothing', async () => {
  const table = tableOf([['25-06-2026'], ['Order Date'], ['01-06-2026']])
  expect(await findDateOrders(table, [0], 2)).toEqual(new Map())
})

test('each column proves only itself, in one pass for all', async () => {
  const table = tableOf([
    ['a', 'b', 'c'],
    ['25-06-2026', '06/25/2026', '01-06-2026'],
  ])
  const orders = await findDateOrders(table, [0, 1, 2], 1)
  expect([...orders]).toEqual([
    [0, 'day-first'],
    [1, 'month-first'],
  ])
  expect(table.read).toBe(2)
  expect(await findDateOrders(table, [], 1)).toEqual(new Map())
  expect(table.read).toBe(2)
})
