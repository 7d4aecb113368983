import { businessDate } from '#core/dates'
import { paise } from '#core/money/paise'
import type { ClaimFacts, LineFacts } from '#core/reconciliation/facts'
import { expect, test } from 'vitest'
import { claimOf, found, lineOf } from '../build-facts'

const rules = ['claim_approved_not_credited' as const]
const find = (claims: ClaimFacts[], lines: LineFacts[], asOf = '2026-09-01') =>
  found({ claims, lines }, asOf, { rules })
const credit = (day: string, claims: number, transactionId = 'X') =>
  lineOf('', day, { claims }, { transactionId })

// Approved on 25 July; fourteen days are over on 8 August.
test('an approved amount that nobody paid is at stake from the fifteenth day', () => {
  expect(find([claimOf()], [], '2026-08-08')).toEqual([])
  expect(find([claimOf()], [], '2026-08-09')).toMatchObject([
    { about: '100', atStake: 449_10, recoveredAmount: 0 },
  ])
})

test('claims or compensation money within the fourteen days settles it', () => {
  expect(find([claimOf()], [credit('2026-08-08', 449_10)])).toEqual([])
  expect(find([claimOf()], [lineOf('', '2026-07-26', { compensation: 400_00 })])).toEqual([])
})

test('later money recovers it; money from before the ticket does not', () => {
  expect(find([claimOf()], [credit('2026-08-09', 449_10)])).toMatchObject([
    { atStake: 449_10, recoveredAmount: 449_10, isRecovered: true },
  ])
  expect(find([claimOf()], [credit('2026-07-17', 449_10)])).toMatchObject([{ recoveredAmount: 0 }])
})

test.each<[string, Partial<ClaimFacts>]>([
  ['rejected', { state: 'rejected' }],
  ['without an amount', { amount: undefined, paidOn: undefined }],
  ['of nothing', { amount: paise(0) }],
])('a ticket %s is owed nothing', (_, rest) => {
  expect(find([claimOf(rest)], [])).toEqual([])
})

test('a ticket that was closed after its payment was announced is still owed', () => {
  expect(find([claimOf({ state: 'closed' })], [])).toHaveLength(1)
})

test('without a day of payment the day it was raised counts', () => {
  const claim = claimOf({ paidOn: undefined, createdOn: businessDate('2026-07-18') })
  expect(find([claim], [], '2026-08-01')).toEqual([])
  expect(find([claim], [], '2026-08-02')).toHaveLength(1)
})

test('one credit pays one ticket: of its transaction first, then of its amount', () => {
  const first = claimOf({ ticketId: '1', amount: paise(100_00), transactionId: 'A' })
  const second = claimOf({ ticketId: '2', amount: paise(200_00), transactionId: 'B' })
  expect(find([first, second], [credit('2026-07-26', 200_00)])).toMatchObject([{ about: '1' }])
  expect(find([second], [credit('2026-07-26', 200_00)])).toEqual([])
  const lines = [credit('2026-07-26', 200_00, 'B'), credit('2026-07-27', 100_00, 'A')]
  expect(find([first, second], lines)).toEqual([])
  const onlyB = find([first, second], [credit('2026-07-26', 100_00, 'B')])
  expect(onlyB.map(({ about }) => about)).toEqual(['1'])
})
