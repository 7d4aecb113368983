import { creditStateOf } from '#core/claims/credit'
import { businessDate } from '#core/dates'
import { paise } from '#core/money/paise'
import type { ClaimFacts } from '#core/reconciliation/facts'
import { expect, test } from 'vitest'

const approved: ClaimFacts = {
  ticketId: '50491782',
  state: 'approved',
  createdOn: businessDate('2026-07-04'),
  amount: paise(809_10),
  paidOn: businessDate('2026-07-11'),
  transactionId: 'AXISCN1000088428',
}
const credit = {
  paidOn: businessDate('2026-08-20'),
  amount: paise(809_10),
  transactionId: 'AXISCN1000088428',
}

test('an approved ticket waits fourteen days for its money, and is late on the fifteenth', () => {
  expect(creditStateOf(approved, undefined, businessDate('2026-07-25'))).toBe('waiting')
  expect(creditStateOf(approved, undefined, businessDate('2026-07-26'))).toBe('late')
})

test('without a day of payment the days count from the day it was raised', () => {
  const undated = { ...approved, paidOn: undefined }
  expect(creditStateOf(undated, undefined, businessDate('2026-07-18'))).toBe('waiting')
  expect(creditStateOf(undated, undefined, businessDate('2026-07-19'))).toBe('late')
})

test('money that came late has come', () => {
  expect(creditStateOf(approved, credit, businessDate('2026-09-03'))).toBe('credited')
})

test('a ticket that was refused or names no amount promises nothing', () => {
  const day = businessDate('2026-09-03')
  expect(creditStateOf({ ...approved, state: 'rejected' }, undefined, day)).toBeUndefined()
  expect(creditStateOf({ ...approved, amount: undefined }, undefined, day)).toBeUndefined()
})
