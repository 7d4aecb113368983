import { parseBusinessMonth } from '#core/dates'
import { type DocumentRun, table13 } from '#core/tax/documents'
import { expect, test } from 'vitest'

const MARCH = parseBusinessMonth('2026-03')!

const run = (
  type: DocumentRun['type'],
  [head, lead]: [string, string],
  [first, last]: [string, string],
  count: number,
): DocumentRun => ({ type, head, lead, first, last, count })

const whole = (total: number) => ({ total, cancelled: 0, net: total })

test('table 13 has a row for each nature and series, from the first number to the last', () => {
  const rows = table13(
    [
      run('invoice', ['ab9c', '26'], ['ab9c2610', 'ab9c2610'], 1),
      run('invoice', ['ab9c', '26'], ['ab9c261', 'ab9c269'], 2),
      run('invoice', ['ab9c', '27'], ['ab9c271', 'ab9c271'], 1),
      run('credit_note', ['ab9c26C', '4'], ['ab9c26C4', 'ab9c26C4'], 1),
      run('credit_note', ['ab9c26C', '12'], ['ab9c26C12', 'ab9c26C12'], 1),
      run('credit_note', ['ab9c26C', '11'], ['ab9c26C11', 'ab9c26C11'], 1),
      run('discount_note', ['ab9c26CM', '1'], ['ab9c26CM1', 'ab9c26CM1'], 1),
      run('unknown', ['zzz', ''], ['zzz', 'zzz'], 1),
    ],
    MARCH,
  )
  const invoices = 'Invoices for outward supply'
  expect(rows).toEqual([
    { nature: invoices, from: 'ab9c261', to: 'ab9c2610', ...whole(3) },
    { nature: invoices, from: 'ab9c271', to: 'ab9c271', ...whole(1) },
    { nature: 'Credit Note', from: 'ab9c26C4', to: 'ab9c26C12', ...whole(3) },
    { nature: 'Credit Note', from: 'ab9c26CM1', to: 'ab9c26CM1', ...whole(1) },
  ])
})

test('digits that are no year near the month are a part of the number', () => {
  const rows = table13(
    [
      run('invoice', ['INV-', '09'], ['INV-0901', 'INV-0999'], 99),
      run('invoice', ['INV-', '10'], ['INV-1000', 'INV-1004'], 5),
    ],
    MARCH,
  )
  expect(rows).toMatchObject([{ from: 'INV-0901', to: 'INV-1004', total: 104 }])
})

test('no documents are no rows', () => {
  expect(table13([], MARCH)).toEqual([])
})
