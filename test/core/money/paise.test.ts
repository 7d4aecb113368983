import { addEach, allocate, negate, paise, share, subtract, sum, ZERO } from '#core/money/paise'
import { array, assert, integer, maxSafeInteger, property } from 'fast-check'
import { expect, test } from 'vitest'

const amounts = integer({ min: -1_00_00_000_00, max: 1_00_00_000_00 }).map(paise)
const weights = array(integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 20 }).filter(
  (split) => split.some((weight) => weight > 0),
)

test('paise are whole, and there is one zero', () => {
  expect(paise(1)).toBe(1)
  expect(Object.is(paise(-0), 0)).toBe(true)
  expect(Object.is(negate(ZERO), 0)).toBe(true)
  for (const value of [0.5, Number.NaN, Infinity, 2 ** 53])
    expect(() => paise(value)).toThrow(RangeError)
})

test('records are added name by name, and none is lost', () => {
  const july = { settlement: paise(75_422_00), claims: paise(-1), lines: 92 }
  const august = { settlement: paise(-422_50), claims: paise(1), lines: 8 }
  expect(addEach(july, august)).toEqual({ settlement: 74_999_50, claims: 0, lines: 100 })
  const short: Readonly<Record<string, number>> = { settlement: 1 }
  expect(() => addEach<typeof short>(july, short)).toThrow(RangeError)
})

test('sums and differences', () => {
  expect(sum([])).toBe(0)
  expect(sum([paise(594_00), paise(-94_00), paise(-2_83), paise(-57)])).toBe(496_60)
  expect(subtract(paise(5), paise(7))).toBe(-2)
})

test('half a paisa goes away from zero, less than half to it', () => {
  expect(share(paise(1), 1, 2)).toBe(1)
  expect(share(paise(-1), 1, 2)).toBe(-1)
  expect(share(paise(1), 49, 100)).toBe(0)
  expect(share(paise(1), 50, 100)).toBe(1)
  expect(share(paise(-1), 49, 100)).toBe(0)
  // 18/118 of 94.00 is 14.338…; 5/105 of 594.00 is 28.2857….
  expect(share(paise(94_00), 18, 118)).toBe(14_34)
  expect(share(paise(594_00), 5, 105)).toBe(28_29)
  expect(() => share(paise(1), 1, 0)).toThrow(RangeError)
})

test('a share is exact for amounts whose product no double holds', () => {
  expect(share(paise(9_007_199_254_740_991), 1, 1)).toBe(9_007_199_254_740_991)
  expect(share(paise(9_007_199_254_740_991), 1_000, 2_000)).toBe(4_503_599_627_370_496)
  expect(share(paise(-9_007_199_254_740_991), 1_000, 2_000)).toBe(-4_503_599_627_370_496)
  expect(share(paise(9_007_199_254_740_991), 999, 1_000)).toBe(8_998_192_055_486_250)
})

test('a share is within half a paisa of the true quotient, and mirrors its sign', () => {
  const rates = integer({ min: 0, max: 10_000 })
  assert(
    property(
      maxSafeInteger(),
      rates,
      integer({ min: 1, max: 20_000 }),
      (value, numerator, denominator) => {
        if (numerator > denominator) return
        const part = share(paise(value), numerator, denominator)
        const doubled =
          BigInt(value) * BigInt(numerator) * 2n - BigInt(part) * BigInt(denominator) * 2n
        const off = doubled < 0n ? -doubled : doubled
        expect(off <= BigInt(denominator)).toBe(true)
        expect(share(paise(-value), numerator, denominator)).toBe(negate(part))
      },
    ),
  )
})

test('an allocation neither makes nor loses a paisa', () => {
  assert(
    property(amounts, weights, (amount, split) => {
      expect(sum(allocate(amount, split))).toBe(amount)
    }),
  )
})

test('each part is within one paisa of its due, for the largest amounts too, and no weight is no part', () => {
  const heavy = array(integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 6 })
  assert(
    property(maxSafeInteger().map(paise), heavy, (amount, split) => {
      const total = split.reduce((all, weight) => all + weight, 0)
      if (total === 0) return
      const parts = allocate(amount, split)
      expect(sum(parts)).toBe(amount)
      for (const [index, part] of parts.entries()) {
        const off = BigInt(part) * BigInt(total) - BigInt(amount) * BigInt(split[index]!)
        expect((off < 0n ? -off : off) <= BigInt(total)).toBe(true)
        if (split[index] === 0) expect(part).toBe(0)
      }
    }),
    { numRuns: 1000 },
  )
})

test('the odd paise go to the largest remainders, the earlier first', () => {
  expect(allocate(paise(100), [1, 1, 1])).toEqual([34, 33, 33])
  expect(allocate(paise(-100), [1, 1, 1])).toEqual([-34, -33, -33])
  expect(allocate(paise(10), [1, 2, 1])).toEqual([3, 5, 2])
  expect(allocate(paise(0), [1, 2])).toEqual([0, 0])
  expect(() => allocate(paise(1), [0, 0])).toThrow(RangeError)
  expect(() => allocate(paise(1), [])).toThrow(RangeError)
})
