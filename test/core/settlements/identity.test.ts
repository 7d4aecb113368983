import { paise, ZERO } from '#core/money/paise'
import {
  addsUp,
  countedAmounts,
  identityGap,
  type LineAmounts,
  MINUS_FIXED_FEE_REVENUE,
  MINUS_WAREHOUSING_REVENUE,
  PLUS_FIXED_FEE_DEDUCTION,
  PLUS_SUPPORT_GST,
  PLUS_WAREHOUSING_DEDUCTION,
  proveIdentity,
  SWAP_FIXED_FEE,
  SWAP_WAREHOUSING,
} from '#core/settlements/identity'
import { BESIDE, TERMS } from '#core/settlements/terms'
import { assert, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'

const NAMES = ['settlement', ...TERMS, ...BESIDE] as const

type Rupees = Partial<Record<(typeof NAMES)[number], number>>

/** A row of zeros but for the given paise. */
function lineOf(amounts: Rupees): LineAmounts {
  return Object.fromEntries(NAMES.map((name) => [name, paise(amounts[name] ?? 0)])) as LineAmounts
}

// 594.00 − 94.00 − 2.83 − 0.57 = 496.60.
const DELIVERED = { sale: 594_00, shipping: -94_00, tcs: -2_83, tds: -57, settlement: 496_60 }

describe('the printed sum', () => {
  test('a delivered row adds up', () => {
    expect(proveIdentity(lineOf(DELIVERED))).toEqual({ variant: 0, unexplained: 0 })
  })

  test('a returned row is the return shipping that was charged', () => {
    const returned = {
      sale: 594_00,
      saleReturn: -594_00,
      returnShipping: -165_00,
      settlement: -165_00,
    }
    expect(proveIdentity(lineOf(returned))).toEqual({ variant: 0, unexplained: 0 })
  })

  test('every one of the 18 terms counts once', () => {
    const amounts: Rupees = { settlement: 0 }
    for (const [index, term] of TERMS.entries()) amounts[term] = 2 ** index
    expect(identityGap(lineOf({ ...amounts, settlement: 2 ** 18 - 1 }))).toBe(0)
    expect(TERMS).toHaveLength(18)
  })

  test('one paisa either way is rounding and is kept as unexplained; two are a discrepancy', () => {
    for (const [off, holds] of [
      [1, true],
      [-1, true],
      [2, false],
      [-2, false],
    ] as const) {
      const line = lineOf({ ...DELIVERED, settlement: 496_60 + off })
      expect(addsUp(line)).toBe(holds)
      expect(proveIdentity(line)).toEqual({ variant: 0, unexplained: off })
    }
  })

  test('money taken without any column stays a discrepancy of the whole gap', () => {
    expect(proveIdentity(lineOf({ ...DELIVERED, settlement: 489_10 }))).toEqual({
      variant: 0,
      unexplained: -7_50,
    })
  })

  test('columns beside the sum do not disturb a row that adds up without them', () => {
    const line = lineOf({ ...DELIVERED, fixedFeeDeduction: -5_00, supportGst: -1_80 })
    expect(proveIdentity(line)).toEqual({ variant: 0, unexplained: 0 })
  })
})

describe('known changes to the sum', () => {
  test.each([
    ['GST on support', { supportGst: -1_80 }, -1_80, PLUS_SUPPORT_GST],
    [
      'the fixed fee under Deductions',
      { fixedFeeDeduction: -5_00 },
      -5_00,
      PLUS_FIXED_FEE_DEDUCTION,
    ],
    [
      'warehousing under Deductions',
      { warehousingDeduction: -3_00 },
      -3_00,
      PLUS_WAREHOUSING_DEDUCTION,
    ],
    [
      'the fixed fee under Deductions in place of the other',
      { fixedFeeRevenue: -2_00, fixedFeeDeduction: -5_00 },
      -5_00,
      SWAP_FIXED_FEE,
    ],
    [
      'warehousing under Deductions in place of the other',
      { warehousingRevenue: -2_00, warehousingDeduction: -3_00 },
      -3_00,
      SWAP_WAREHOUSING,
    ],
    [
      'support GST and the fixed fee',
      { supportGst: -1_80, fixedFeeDeduction: -5_00 },
      -6_80,
      PLUS_SUPPORT_GST | PLUS_FIXED_FEE_DEDUCTION,
    ],
    [
      'both fees of Deductions in place of both others',
      {
        fixedFeeRevenue: -2_00,
        fixedFeeDeduction: -5_50,
        warehousingRevenue: -1_00,
        warehousingDeduction: -3_25,
      },
      -8_75,
      SWAP_FIXED_FEE | SWAP_WAREHOUSING,
    ],
    [
      'all three',
      { supportGst: -1_80, fixedFeeDeduction: -5_00, warehousingDeduction: -3_00 },
      -9_80,
      PLUS_SUPPORT_GST | PLUS_FIXED_FEE_DEDUCTION | PLUS_WAREHOUSING_DEDUCTION,
    ],
  ])('%s closes the gap', (_, columns, taken, variant) => {
    const line = lineOf({ ...DELIVERED, ...columns, settlement: 496_60 + taken })
    expect(proveIdentity(line)).toEqual({ variant, unexplained: 0 })
  })

  test('the fewest changes win: one column of 6.80 before two that make 6.80 together', () => {
    const line = lineOf({
      ...DELIVERED,
      supportGst: -1_80,
      fixedFeeDeduction: -5_00,
      warehousingDeduction: -6_80,
      settlement: 489_80,
    })
    expect(proveIdentity(line).variant).toBe(PLUS_WAREHOUSING_DEDUCTION)
  })

  test('among single changes support GST comes first', () => {
    const line = lineOf({
      ...DELIVERED,
      supportGst: -5_00,
      fixedFeeDeduction: -5_00,
      settlement: 491_60,
    })
    expect(proveIdentity(line).variant).toBe(PLUS_SUPPORT_GST)
  })

  test('an empty Deductions copy is no reason to drop the Revenue copy', () => {
    const line = lineOf({ ...DELIVERED, fixedFeeRevenue: -5_00, settlement: 496_60 })
    expect(proveIdentity(line)).toEqual({ variant: 0, unexplained: 5_00 })
    const stored = lineOf({ ...DELIVERED, warehousingRevenue: -5_00, settlement: 496_60 })
    expect(proveIdentity(stored)).toEqual({ variant: 0, unexplained: 5_00 })
  })

  test('what rounding leaves after a change stays unexplained', () => {
    const line = lineOf({ ...DELIVERED, supportGst: -1_80, settlement: 494_79 })
    expect(proveIdentity(line)).toEqual({ variant: PLUS_SUPPORT_GST, unexplained: -1 })
  })
})

describe('what counts under a variant', () => {
  const line = lineOf({
    fixedFeeRevenue: -1,
    warehousingRevenue: -2,
    fixedFeeDeduction: -4,
    warehousingDeduction: -8,
    supportGst: -16,
  })

  test('the printed sum counts the Revenue copies only', () => {
    expect(countedAmounts(line, 0)).toEqual({
      fixedFeeRevenue: -1,
      warehousingRevenue: -2,
      fixedFeeDeduction: 0,
      warehousingDeduction: 0,
      supportGst: 0,
    })
  })

  test('a swap counts the one for the other', () => {
    expect(countedAmounts(line, SWAP_FIXED_FEE | PLUS_SUPPORT_GST)).toEqual({
      fixedFeeRevenue: 0,
      warehousingRevenue: -2,
      fixedFeeDeduction: -4,
      warehousingDeduction: 0,
      supportGst: -16,
    })
    expect(countedAmounts(line, SWAP_WAREHOUSING)).toMatchObject({
      warehousingRevenue: 0,
      warehousingDeduction: -8,
    })
  })

  test('the bits are these for ever: they are stored', () => {
    expect([
      PLUS_SUPPORT_GST,
      PLUS_FIXED_FEE_DEDUCTION,
      PLUS_WAREHOUSING_DEDUCTION,
      MINUS_FIXED_FEE_REVENUE,
      MINUS_WAREHOUSING_REVENUE,
    ]).toEqual([1, 2, 4, 8, 16])
  })
})

test('whatever the row, counted amounts and the unexplained rest make up the settlement', () => {
  const small = integer({ min: -20, max: 20 })
  const rows = record(Object.fromEntries(NAMES.map((name) => [name, small])))
  assert(
    property(rows, (amounts) => {
      const line = lineOf(amounts)
      const { variant, unexplained } = proveIdentity(line)
      const counted = countedAmounts(line, variant)
      const doubtful = new Set<string>(Object.keys(counted))
      const certain = TERMS.filter((term) => !doubtful.has(term))
      const total =
        certain.reduce((all, term) => all + line[term], 0) +
        Object.values(counted).reduce((all, amount) => all + amount, ZERO as number)
      expect(total + unexplained).toBe(line.settlement)
      if (variant !== 0) expect(Math.abs(unexplained)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 2000 },
  )
})
