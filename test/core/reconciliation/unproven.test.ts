import { businessDate, type BusinessMonth } from '#core/dates'
import { storeId } from '#core/ids'
import { addUnproven, doubtOf } from '#core/reconciliation/unproven'
import { expect, test } from 'vitest'

const STORE = storeId('a'.repeat(20))
const OTHER = storeId('b'.repeat(20))

const delivery = (orderedOn: string, dueOn: string) => ({
  orderedOn: businessDate(orderedOn),
  dueOn: businessDate(dueOn),
})

// Safe because these are months.
const months = (...names: string[]) => names as BusinessMonth[]

const reach = (paymentsTo: string, ...names: string[]) => ({
  paymentsTo: businessDate(paymentsTo),
  months: months(...names),
})

test.each([
  ['due on the last day of the files', '2026-07-10', '2026-07-31', undefined],
  ['due a day later', '2026-07-10', '2026-08-01', { end: '2026-07-31', missing: [] }],
  ['with its due month missing', '2026-05-20', '2026-06-12', { end: null, missing: ['2026-06'] }],
  [
    'a week before a month is over',
    '2026-06-23',
    '2026-07-16',
    { end: null, missing: ['2026-06'] },
  ],
  [
    'in its last six days, so that nothing could be paid in it',
    '2026-06-24',
    '2026-07-17',
    undefined,
  ],
  [
    'before a gap and due after the end',
    '2026-06-22',
    '2026-08-05',
    { end: '2026-07-31', missing: ['2026-06'] },
  ],
])(
  'payments of May and July are here, none of June: a delivery %s',
  (_, orderedOn, dueOn, doubt) => {
    const found = doubtOf(delivery(orderedOn, dueOn), reach('2026-07-31', '2026-05', '2026-07'))
    const end = doubt?.end ? { paymentsTo: doubt.end } : null
    expect(found).toEqual(doubt && { end, missing: doubt.missing })
  },
)

test('without any payment every delivery may have been paid, and no month is named', () => {
  const none = { paymentsTo: null, months: [] }
  expect(doubtOf(delivery('2026-06-01', '2026-06-24'), none)).toEqual({
    end: { paymentsTo: null },
    missing: [],
  })
})

test('of two stores the counts and amounts add up, and the earlier end is told', () => {
  const overdue = [
    { ...delivery('2026-07-20', '2026-08-12'), storeId: STORE, count: 3, amount: 900_00 },
    { ...delivery('2026-07-01', '2026-07-24'), storeId: STORE, count: 5, amount: 1_500_00 },
    { ...delivery('2026-06-20', '2026-07-13'), storeId: OTHER, count: 2, amount: 400_00 },
  ]
  const first = { storeId: STORE, ...reach('2026-07-31', '2026-07') }
  const second = { storeId: OTHER, ...reach('2026-06-30', '2026-06') }
  expect(addUnproven(overdue, [first, second])).toEqual({
    count: 5,
    amount: 1_300_00,
    end: { paymentsTo: '2026-06-30' },
    missing: [],
  })
  const none = { storeId: OTHER, paymentsTo: null, months: [] }
  expect(addUnproven(overdue, [first, none])?.end).toEqual({ paymentsTo: null })
  expect(addUnproven(overdue.slice(1, 2), [first])).toBeUndefined()
})
