import { expectedCredit, matchPayouts } from '#core/bank/match-payouts'
import type { BankCredit } from '#core/bank/statement'
import { addDays, businessDate } from '#core/dates'
import { storeId } from '#core/ids'
import { paise } from '#core/money/paise'
import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'

const STORE = storeId('s'.repeat(20))
const day = (text: string) => businessDate(`2026-08-${text}`)
const AUGUST = { from: day('01'), to: day('31') }

const payout = (paidOn: string, transactionId: string, amount: number | undefined) => ({
  storeId: STORE,
  paidOn: day(paidOn),
  transactionId,
  amount: amount === undefined ? undefined : paise(amount),
})

let rows = 0
const credit = (on: string, amount: number, narration: string): BankCredit => {
  rows += 1
  return { row: rows, on: day(on), amount: paise(amount), narration, reference: '' }
}

const A = 'AXISCN1000089205'
const B = 'AXISCN1000089206'

describe('what a payout should bring', () => {
  const transfer = {
    storeId: STORE,
    paidOn: day('03'),
    transactionId: A,
    orders: paise(1_000_00),
    extrasOfDay: paise(-232_05),
    transfersOfDay: 1,
  }

  test('is what its orders earned less the ads of the day', () => {
    expect(expectedCredit(transfer).amount).toBe(767_95)
  })

  test('is not known where a day has two transfers and ads, because no file says which bore them', () => {
    expect(expectedCredit({ ...transfer, transfersOfDay: 2 }).amount).toBeUndefined()
    const without = { ...transfer, transfersOfDay: 2, extrasOfDay: paise(0) }
    expect(expectedCredit(without).amount).toBe(1_000_00)
  })
})

describe('by the transaction id', () => {
  test.each([
    `NEFT CR-UTIB0000100-MEESHO TECHNOLOGIES-ASHA-${A}`,
    `NEFT*UTIB0000100*${A}*MEESHO`,
    `by transfer neft axiscn10000 89205 meesho 030826`,
    `NEFT${A}MEESHO`,
  ])('%s is the payout', (narration) => {
    const given = payout('03', A, 100_00)
    const paid = credit('03', 100_00, narration)
    expect(matchPayouts([given], { credits: [paid], period: AUGUST })).toEqual({
      matched: [{ payout: given, credit: paid, difference: 0 }],
      amountOnly: [],
      missing: [],
      notCovered: [],
      unknownCredits: [],
    })
  })

  test('an id that is only a part of a longer one is another payout', () => {
    const match = matchPayouts([payout('03', 'AXISCN100', 100_00)], {
      credits: [credit('10', 99_00, `NEFT ${A}`)],
      period: AUGUST,
    })
    expect(match.matched).toEqual([])
    expect(match.missing).toHaveLength(1)
  })

  test('a credit that differs is matched with its difference, however late it came', () => {
    const given = payout('03', A, 100_00)
    const match = matchPayouts([given], {
      credits: [credit('20', 98_50, `MEESHO ${A}`)],
      period: AUGUST,
    })
    expect(match.matched).toMatchObject([{ difference: -1_50 }])
  })

  test('a payout whose amount is not known is found, with no difference', () => {
    const match = matchPayouts([payout('03', A, undefined)], {
      credits: [credit('03', 98_50, A)],
      period: AUGUST,
    })
    expect(match.matched).toMatchObject([{ difference: undefined }])
  })

  test('sent back and paid again, the credit of the exact amount counts, and the other is shown', () => {
    const other = credit('03', 90_00, `MEESHO ${A}`)
    const exact = credit('05', 100_00, `MEESHO ${A}`)
    const match = matchPayouts([payout('03', A, 100_00)], {
      credits: [other, exact],
      period: AUGUST,
    })
    expect(match.matched).toMatchObject([{ credit: exact, difference: 0 }])
    expect(match.unknownCredits).toEqual([other])
  })
})

describe('by the amount', () => {
  const given = payout('10', A, 100_00)

  test.each([
    ['09', true],
    ['15', true],
    ['08', false],
    ['16', false],
  ])('a credit of the exact amount on August %s is the payout of the 10th: %s', (on, isIt) => {
    const match = matchPayouts([given], { credits: [credit(on, 100_00, 'X')], period: AUGUST })
    expect(match.matched).toEqual([])
    expect(match.amountOnly).toHaveLength(isIt ? 1 : 0)
    expect(match.missing).toHaveLength(isIt ? 0 : 1)
  })

  test('one paisa less is another amount', () => {
    const match = matchPayouts([given], {
      credits: [credit('10', 99_99, 'MEESHO')],
      period: AUGUST,
    })
    expect(match.amountOnly).toEqual([])
    expect(match.missing).toEqual([given])
    expect(match.unknownCredits).toHaveLength(1)
  })

  test('of two alike the one that looks like Meesho is taken, and each only once', () => {
    const stranger = credit('10', 100_00, 'UPI RAMESH')
    const fashnear = credit('12', 100_00, 'NEFT FASHNEAR TECH')
    const match = matchPayouts([given], { credits: [stranger, fashnear], period: AUGUST })
    expect(match.amountOnly).toMatchObject([{ credit: fashnear, looksLikeMeesho: true }])
    const both = matchPayouts([given, payout('11', B, 100_00)], {
      credits: [stranger, fashnear],
      period: AUGUST,
    })
    expect(both.amountOnly.map(({ credit: each }) => each)).toEqual([fashnear, stranger])
    expect(both.missing).toEqual([])
  })

  test('a payout that brought nothing, or cost something, is not looked for', () => {
    const match = matchPayouts([payout('10', '', -208_90), payout('11', '', 0)], {
      credits: [],
      period: AUGUST,
    })
    expect(match).toMatchObject({ missing: [], notCovered: [] })
  })
})

test('a payout that may have come before or after the statement is not called missing', () => {
  const payouts = ['01', '02', '26', '27'].map((paidOn) => payout(paidOn, `${A}${paidOn}`, 100_00))
  const match = matchPayouts(payouts, { credits: [], period: AUGUST })
  expect(match.missing.map(({ paidOn }) => paidOn)).toEqual(['2026-08-02', '2026-08-26'])
  expect(match.notCovered.map(({ paidOn }) => paidOn)).toEqual(['2026-08-01', '2026-08-27'])
  expect(matchPayouts(payouts, { credits: [], period: undefined }).notCovered).toHaveLength(4)
})

test('each payout and each credit is in one place, in whatever order they are given', () => {
  const shift = integer({ min: 0, max: 30 }).map((days) => addDays(day('01'), days))
  const amount = constantFrom(1_00, 2_00, 3_00).map(paise)
  const id = constantFrom(A, B, 'AXISCN1000089207')
  assert(
    property(
      array(record({ paidOn: shift, transactionId: id, amount }), { maxLength: 8 }),
      array(record({ on: shift, amount, text: constantFrom('MEESHO', A, `x${B}`, '') }), {
        maxLength: 8,
      }),
      (paid, came) => {
        const payouts = paid.map((each) => ({ storeId: STORE, ...each }))
        const credits = came.map(({ text, ...rest }, row) => ({
          ...rest,
          row,
          narration: text,
          reference: '',
        }))
        const found = matchPayouts(payouts, { credits, period: AUGUST })
        const used = [...found.matched, ...found.amountOnly]
        expect(used.length + found.missing.length + found.notCovered.length).toBe(payouts.length)
        expect(new Set(used.map(({ credit: each }) => each.row)).size).toBe(used.length)
        for (const each of found.amountOnly) expect(each.credit.amount).toBe(each.payout.amount)
        const turned = { credits: credits.toReversed(), period: AUGUST }
        expect(matchPayouts(payouts.toReversed(), turned).matched).toEqual(found.matched)
      },
    ),
  )
})
