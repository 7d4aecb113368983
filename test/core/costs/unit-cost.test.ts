import { costInForce, foldSku, makeCostBook } from '#core/costs/unit-cost'
import { businessDate } from '#core/dates'
import { paise } from '#core/money/paise'
import { expect, test } from 'vitest'

const cost = (sku: string, from: string, amount?: number, packaging?: number) => ({
  sku,
  effectiveFrom: businessDate(from),
  cost: amount === undefined ? undefined : paise(amount),
  packaging: packaging === undefined ? undefined : paise(packaging),
})
const day = businessDate

test('a cost is in force from its own day until the next begins', () => {
  const costs = [cost('S', '2026-07-01', 110_00), cost('S', '2026-06-01', 100_00)]
  const on = (text: string) => costInForce(costs, day(text)).cost
  expect(on('2026-05-31')).toBeUndefined()
  expect(on('2026-06-01')).toBe(100_00)
  expect(on('2026-06-30')).toBe(100_00)
  expect(on('2026-07-01')).toBe(110_00)
})

test('a later row that says nothing of the cost leaves the one before it in force', () => {
  const costs = [cost('S', '2026-06-01', 100_00, 5_00), cost('S', '2026-07-01', undefined, 6_00)]
  expect(costInForce(costs, day('2026-07-01'))).toEqual({ cost: 100_00, packaging: 6_00 })
})

test('a cost of 0 is a cost', () => {
  const book = makeCostBook([cost('S', '2026-06-01', 0)])
  expect(book.costOn('S', day('2026-06-01')).cost).toBe(0)
  expect(book.has('S')).toBe(true)
})

test('a SKU is found letter by letter before it is found without regard to case', () => {
  const book = makeCostBook([cost('Abc', '2026-06-01', 1_00), cost('ABC', '2026-06-01', 2_00)])
  expect(book.costOn('ABC', day('2026-06-01')).cost).toBe(2_00)
  expect(book.costOn('Abc', day('2026-06-01')).cost).toBe(1_00)
  // Two that differ only in case: which of them is meant by a third, nobody can say.
  expect(book.costOn('abc', day('2026-06-01')).cost).toBeUndefined()
  expect(
    makeCostBook([cost('Abc', '2026-06-01', 1_00)]).costOn('ABC ', day('2026-06-01')).cost,
  ).toBe(1_00)
})

test('likeness is never enough', () => {
  const book = makeCostBook([cost('A-1', '2026-06-01', 1_00)])
  for (const sku of ['A1', 'A-01', 'A-1-XL', '']) {
    expect(book.costOn(sku, day('2026-06-01')).cost).toBeUndefined()
    expect(book.has(sku)).toBe(false)
  }
})

test('a packaging alone is no known cost', () => {
  expect(makeCostBook([cost('S', '2026-06-01', undefined, 5_00)]).has('S')).toBe(false)
})

test('Devanagari and accents fold like Latin letters', () => {
  expect(foldSku('ब्लू-07')).toBe('ब्लू-07')
  expect(foldSku('CAFÉ')).toBe(foldSku('cafe\u0301'))
})
