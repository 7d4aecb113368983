import { type Paise, paise } from '#core/money/paise'
import { changeIf, profitIf, type SkuPast, trialOf } from '#core/pnl/what-if'
import { assert, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'

// 100 parcels left, 20 never arrived, buyers kept 70 of the 80 that did.
const LINES = {
  netSales: 35_000_00,
  fees: -8_000_00,
  returnShipping: -1_600_00,
  gstOnSales: -1_666_67,
  gstCreditOnFees: 1_220_34,
  compensation: 0,
  claims: 500_00,
  recovery: -100_00,
  unexplained: 0,
  cogs: -21_000_00,
  packaging: -1_000_00,
}

function past(change: Partial<typeof LINES> = {}): SkuPast {
  const lines = { ...LINES, ...change }
  const { returnShipping: _inFees, ...counted } = lines
  const netProfit = Object.values(counted).reduce((all, amount) => all + amount, 0)
  const entries = Object.entries({ ...lines, netProfit }).map(([name, value]) => [
    name,
    paise(value),
  ])
  return {
    lines: Object.fromEntries(entries) as SkuPast['lines'],
    dispatchedUnits: 100,
    rtoUnits: 20,
    keptUnits: 70,
  }
}

const SAME = { price: paise(500_00), cost: paise(300_00), rtoBps: 20_00 }

describe('what if', () => {
  test('the trial begins with the SKU as it was', () => {
    expect(trialOf(past())).toEqual(SAME)
    expect(changeIf(past(), SAME)).toBe(0)
  })

  test('ten rupees more on each unit that is kept bring 700.00 less their GST', () => {
    // 1,666.67 of 35,000.00 is tax: 33.33 of 700.00.
    expect(changeIf(past(), { ...SAME, price: paise(510_00) })).toBe(666_67)
  })

  test('ten rupees less of cost bring 700.00', () => {
    expect(changeIf(past(), { ...SAME, cost: paise(290_00) })).toBe(700_00)
  })

  test('half the RTO lets an eighth more parcels arrive: sales, fees and cost with them, packaging not', () => {
    // A profit of 4,953.67 without what stays is 5,553.67; an eighth of that is 694.21.
    expect(past().lines.netProfit).toBe(4_953_67)
    expect(changeIf(past(), { ...SAME, rtoBps: 10_00 })).toBe(694_21)
  })

  test('with nothing arriving only what stays is left', () => {
    expect(profitIf(past(), { ...SAME, rtoBps: 100_00 })).toBe(-600_00)
  })

  test('without a known cost, or without anything kept, there is nothing to try', () => {
    const unknown = past()
    const lines = { ...unknown.lines, cogs: null }
    expect(profitIf({ ...unknown, lines }, SAME)).toBeUndefined()
    expect(profitIf({ ...unknown, keptUnits: 0 }, SAME)).toBeUndefined()
    expect(profitIf({ ...unknown, rtoUnits: 100 }, SAME)).toBeUndefined()
  })

  test('a higher price never brings less, a higher cost never more', () => {
    const trial = record({
      price: integer({ min: 0, max: 10_000_00 }).map(paise),
      cost: integer({ min: 0, max: 10_000_00 }).map(paise),
      rtoBps: integer({ min: 0, max: 100_00 }),
    })
    assert(
      property(trial, integer({ min: 0, max: 1_000_00 }), (base, more) => {
        const profit = (change: { price?: Paise; cost?: Paise }) =>
          profitIf(past(), { ...base, ...change })!
        const slack = 2
        expect(profit({ price: paise(base.price + more) })).toBeGreaterThanOrEqual(
          profit({}) - slack,
        )
        expect(profit({ cost: paise(base.cost + more) })).toBeLessThanOrEqual(profit({}) + slack)
      }),
    )
  })
})
