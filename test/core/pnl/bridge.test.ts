import { paise } from '#core/money/paise'
import { BRIDGE_ITEMS, type BridgeCell, bridgeOf, type Side } from '#core/pnl/bridge'
import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'

const cell = (
  kind: BridgeCell['kind'],
  sides: readonly [orderSide: Side, paymentSide: Side],
  amount: number,
): BridgeCell => ({ kind, orderSide: sides[0], paymentSide: sides[1], amount: paise(amount) })

const itemsOf = (...cells: BridgeCell[]) =>
  Object.fromEntries(
    bridgeOf(cells)
      .items.filter(({ amount }) => amount !== 0)
      .map(({ key, amount }) => [key, amount]),
  )

test('a month whose neighbours it settles for and leaves to', () => {
  const bridge = bridgeOf(
    [
      cell('settlement', ['in', 'in'], 1_000_00),
      cell('settlement', ['before', 'in'], 400_00),
      cell('settlement', ['in', 'after'], 300_00),
      cell('cost', ['in', 'in'], -500_00),
      cell('cost', ['before', 'in'], -200_00),
      cell('cost', ['in', 'after'], -150_00),
      cell('cost', ['in', 'never'], -80_00),
      cell('ads', ['in', 'in'], -60_00),
      cell('ads', ['in', 'after'], -20_00),
      cell('ads', ['before', 'in'], -10_00),
    ],
    paise(-100_00),
  )
  // 1,000 + 300 − 500 − 150 − 80 − 60 − 20 − 100, and 1,000 + 400 − 500 − 200 − 60 − 10 − 100.
  expect(bridge.orderBasis).toBe(390_00)
  expect(bridge.paymentBasis).toBe(530_00)
  expect(Object.fromEntries(bridge.items.map(({ key, amount }) => [key, amount]))).toEqual({
    settled_for_earlier_orders: 400_00,
    settled_for_later_orders: 0,
    settled_for_undated_orders: 0,
    settled_later: -300_00,
    settled_earlier: 0,
    ordered_not_settled: 80_00,
    ads_run_earlier: -10_00,
    ads_deducted_later: 20_00,
    ads_deducted_earlier: 0,
    cost_of_earlier_orders: -200_00,
    cost_counted_later: 150_00,
    cost_counted_earlier: 0,
  })
})

test('what is on neither side, or on both, needs no item', () => {
  expect(
    itemsOf(cell('settlement', ['in', 'in'], 100), cell('ads', ['before', 'after'], -5)),
  ).toEqual({})
})

test('a row without an order date is on payment basis only, and says so', () => {
  expect(itemsOf(cell('settlement', ['undated', 'in'], 100))).toEqual({
    settled_for_undated_orders: 100,
  })
})

test('money from before the order, or for an order of a later period, has its own name', () => {
  expect(itemsOf(cell('settlement', ['in', 'before'], 100))).toEqual({ settled_earlier: -100 })
  expect(itemsOf(cell('settlement', ['after', 'in'], 100))).toEqual({
    settled_for_later_orders: 100,
  })
})

test('whatever the cells, the bridge sums to the difference', () => {
  const side = constantFrom<Side>('before', 'in', 'after', 'never', 'undated')
  const cells = array(
    record({
      kind: constantFrom<BridgeCell['kind']>('settlement', 'ads', 'cost'),
      orderSide: side,
      paymentSide: side,
      amount: integer({ min: -1_00_00_000_00, max: 1_00_00_000_00 }).map(paise),
    }),
  )
  assert(
    property(cells, integer({ min: -1e9, max: 1e9 }).map(paise), (all, same) => {
      const { orderBasis, items, paymentBasis } = bridgeOf(all, same)
      const total = items.reduce((sum, { amount }) => sum + amount, 0)
      expect(orderBasis + total - paymentBasis).toBe(0)
      expect(items.map(({ key }) => key)).toEqual([...BRIDGE_ITEMS])
      const payable = all.filter(({ paymentSide }) => paymentSide === 'in')
      expect(paymentBasis).toBe(payable.reduce((sum, { amount }) => sum + amount, same as number))
    }),
  )
})
