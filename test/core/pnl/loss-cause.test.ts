import { paise } from '#core/money/paise'
import { withCosts } from '#core/pnl/costs'
import { avoidableCosts, lossCauseOf, type SkuMoney } from '#core/pnl/loss-cause'
import { profitLines, SUM_NAMES, type Sums } from '#core/pnl/profit'
import { describe, expect, test } from 'vitest'

type Change = Partial<Sums> & { cogs?: number; packaging?: number }

/** A SKU that sent 10 units; its settlement is the sum of what is given. */
function sku(
  { cogs = 0, packaging = 0, ...change }: Change,
  rest: Partial<SkuMoney> = {},
): SkuMoney {
  const { lines: _lines, gstOnSales = 0, gstCreditOnFees = 0, ...money } = change
  const settlement = Object.values(money).reduce((all, amount) => all + amount, 0)
  const none = Object.fromEntries(SUM_NAMES.map((name) => [name, 0])) as Sums
  const sums = { ...none, ...money, gstOnSales, gstCreditOnFees, settlement }
  return {
    lines: withCosts(profitLines(sums, 'regular'), {
      cogs: paise(cogs),
      packaging: paise(packaging),
      overheads: null,
    }),
    isPartial: false,
    dispatchedUnits: 10,
    returnedUnits: 0,
    rtoUnits: 0,
    ...rest,
  }
}

describe('why a SKU loses', () => {
  test('a SKU that earns has no cause, and neither has one that comes out even', () => {
    expect(lossCauseOf(sku({ sale: 1_000_00, shipping: -100_00, cogs: -500_00 }))).toBeUndefined()
    expect(lossCauseOf(sku({ sale: 600_00, shipping: -100_00, cogs: -500_00 }))).toBeUndefined()
  })

  test('without its cost nobody knows, whatever the rest says', () => {
    for (const sale of [1_000_00, 0])
      expect(lossCauseOf(sku({ sale, shipping: -100_00 }, { isPartial: true }))).toBe(
        'cost_missing',
      )
  })

  test('a price below the cost comes before every fee', () => {
    const below = { sale: 400_00, returnShipping: -900_00, cogs: -500_00 }
    expect(lossCauseOf(sku(below))).toBe('price_below_cost')
    // 525.00 with 5 % GST in it is 500.00 of one's own: not below 500.00, and by a paisa more it is.
    const even = { sale: 525_00, gstOnSales: -25_00, shipping: -10_00 }
    expect(lossCauseOf(sku({ ...even, cogs: -500_00 }))).toBe('fees')
    expect(lossCauseOf(sku({ ...even, cogs: -500_01 }))).toBe('price_below_cost')
  })

  test('returns alone turned it: without their shipping it would have earned', () => {
    // 1,000 − 500 − 300 − 250 = −50, and 250 of return shipping is more than that.
    const money = { sale: 1_000_00, shipping: -300_00, returnShipping: -250_00, cogs: -500_00 }
    expect(lossCauseOf(sku(money, { returnedUnits: 2 }))).toBe('returns')
  })

  test('fees are the cause only where no other part would do', () => {
    // 1,000 − 500 − 550 − 20 = −70: returns cost 20 of it.
    const money = { sale: 1_000_00, shipping: -550_00, returnShipping: -20_00, cogs: -500_00 }
    expect(lossCauseOf(sku(money))).toBe('fees')
  })

  test('parcels that never arrived cost their packaging', () => {
    // 9 of 10 came back as RTO, 90.00 of 100.00 of packaging; 100 − 50 − 100 = −50.
    const money = { sale: 100_00, cogs: -50_00, packaging: -100_00 }
    expect(lossCauseOf(sku(money, { rtoUnits: 9 }))).toBe('rto')
  })

  test('a recovery takes the profit away', () => {
    const money = { sale: 1_000_00, shipping: -300_00, recovery: -250_00, cogs: -500_00 }
    expect(lossCauseOf(sku(money))).toBe('recovery')
  })

  test('of two that would each do, the larger one', () => {
    const money = { sale: 1_000_00, returnShipping: -300_00, recovery: -310_00, cogs: -500_00 }
    expect(lossCauseOf(sku(money))).toBe('recovery')
    expect(lossCauseOf(sku({ ...money, returnShipping: -320_00 }))).toBe('returns')
  })

  test('where no part alone would do, it is several', () => {
    // 1,000 − 900 − 200 − 200 − 210 = −510.
    const money = {
      sale: 1_000_00,
      shipping: -200_00,
      returnShipping: -200_00,
      recovery: -210_00,
      cogs: -900_00,
    }
    expect(lossCauseOf(sku(money))).toBe('several')
  })

  test('more came back in these days than was sold: returns', () => {
    expect(lossCauseOf(sku({ saleReturn: -500_00, cogs: 300_00 }))).toBe('returns')
  })
})

test('packaging is wasted in proportion, and never more of it than there was', () => {
  const money = { packaging: -100_00, returnShipping: -40_00 }
  expect(avoidableCosts(sku(money, { returnedUnits: 3, rtoUnits: 2 }))).toMatchObject({
    returns: 70_00,
    rto: 20_00,
  })
  expect(avoidableCosts(sku(money, { rtoUnits: 50 })).rto).toBe(100_00)
  expect(avoidableCosts(sku(money, { rtoUnits: 5, dispatchedUnits: 0 })).rto).toBe(0)
})

test('money given back is no cost', () => {
  expect(avoidableCosts(sku({ compensation: 50_00, recovery: -20_00 })).recovery).toBe(0)
})
