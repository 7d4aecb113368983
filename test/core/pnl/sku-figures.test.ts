import { paise } from '#core/money/paise'
import { isInView, skuFigures, SKU_VIEWS } from '#core/pnl/sku-figures'
import { NO_MONEY } from '#core/pnl/profit'
import { expect, test } from 'vitest'

const sku = (change: object = {}) => ({
  lines: {
    ...NO_MONEY,
    grossSales: paise(1_000_00),
    netSales: paise(900_00),
    fees: paise(-225_00),
    netProfit: paise(100_00),
  },
  isPartial: false,
  dispatchedUnits: 40,
  returnedUnits: 6,
  rtoUnits: 11,
  soldUnits: 3,
  ...change,
})

test('shares are of what left, the average is of what was sold, fees are of net sales', () => {
  expect(skuFigures(sku())).toEqual({
    returnPct: 15,
    rtoPct: 27.5,
    averageSale: 333_33,
    feeSharePct: 25,
    lossCause: null,
  })
})

test('nothing of nothing is unknown, not nil', () => {
  const nothing = sku({ lines: NO_MONEY, dispatchedUnits: 0, soldUnits: 0 })
  expect(skuFigures(nothing)).toMatchObject({
    returnPct: null,
    rtoPct: null,
    averageSale: null,
    feeSharePct: null,
  })
})

const viewsOf = (change: object) => {
  const one = sku(change)
  return SKU_VIEWS.filter((view) => isInView(view, one, skuFigures(one)))
}

test('a SKU is in the views that are true of it', () => {
  expect(viewsOf({})).toEqual(['all', 'high_return'])
  expect(viewsOf({ returnedUnits: 5 })).toEqual(['all'])
  // 2 of 9 are too few to call it high.
  expect(viewsOf({ dispatchedUnits: 9, returnedUnits: 2 })).toEqual(['all'])
  expect(viewsOf({ returnedUnits: 0, isPartial: true })).toEqual(['all', 'missing_cost'])
  const lines = { ...NO_MONEY, netProfit: paise(-1) }
  expect(viewsOf({ returnedUnits: 0, lines, isPartial: true })).toEqual([
    'all',
    'loss',
    'missing_cost',
  ])
})
