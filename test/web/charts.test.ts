import { array, assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { layoutTrend, roundStep } from '../../web/charts/trend-geometry'
import { layoutWaterfall, type WaterfallStep } from '../../web/charts/waterfall-geometry'

const sales: readonly WaterfallStep[] = [
  { key: 'sales', amount: 200, kind: 'flow' },
  { key: 'returns', amount: -50, kind: 'flow' },
  { key: 'net', amount: 150, kind: 'total' },
  { key: 'fees', amount: -30, kind: 'flow' },
]

test('each flow starts where the one before it ended', () => {
  const { bars, zero } = layoutWaterfall(sales)
  expect(zero).toBe(0)
  expect(bars.map(({ left, width }) => [left, width])).toEqual([
    [0, 1],
    [0.75, 0.25],
    [0, 0.75],
    [0.6, expect.closeTo(0.15)],
  ])
  expect(bars.at(-1)?.level).toBe(0.6)
})

test('a loss lies left of the zero line', () => {
  const { bars, zero } = layoutWaterfall([
    { key: 'sales', amount: 100, kind: 'flow' },
    { key: 'fees', amount: -200, kind: 'flow' },
    { key: 'profit', amount: -100, kind: 'total' },
  ])
  expect(zero).toBe(0.5)
  expect(bars[1]).toMatchObject({ left: 0, width: 1, level: 0 })
  expect(bars[2]).toMatchObject({ left: 0, width: 0.5 })
})

test('nothing but nil is drawn on the zero line, without dividing by it', () => {
  const { bars } = layoutWaterfall([{ key: 'sales', amount: 0, kind: 'flow' }])
  expect(bars[0]).toMatchObject({ left: 0, width: 0, level: 0 })
})

test('no bar ever leaves the picture', () => {
  const amounts = array(integer({ min: -1e12, max: 1e12 }), { minLength: 1, maxLength: 20 })
  assert(
    property(amounts, (values) => {
      const steps = values.map((amount, index) => ({
        key: String(index),
        amount,
        kind: index % 4 === 3 ? ('total' as const) : ('flow' as const),
      }))
      for (const { left, width } of layoutWaterfall(steps).bars) {
        expect(left).toBeGreaterThanOrEqual(0)
        expect(left + width).toBeLessThanOrEqual(1 + 1e-9)
      }
    }),
  )
})

test.each([
  [0, 1],
  [7, 10],
  [11, 20],
  [23, 50],
  [51, 100],
  [100, 100],
])('ticks for %i are %i apart', (size, step) => {
  expect(roundStep(size)).toBe(step)
})

test('gains stand on the zero line and losses hang from it', () => {
  const { bars, zero, ticks } = layoutTrend([
    { key: 'a', value: 30 },
    { key: 'b', value: -30 },
  ])
  expect(ticks.map(({ value }) => value)).toEqual([-40, -20, 0, 20, 40])
  expect(zero).toBe(0.5)
  expect(bars).toEqual([
    { key: 'a', top: 0.125, height: 0.375 },
    { key: 'b', top: 0.5, height: 0.375 },
  ])
})

test('a trend without any money has a zero line and no bar', () => {
  const { bars, zero } = layoutTrend([{ key: 'a', value: 0 }])
  expect(zero).toBe(0)
  expect(bars[0]?.height).toBe(0)
})
