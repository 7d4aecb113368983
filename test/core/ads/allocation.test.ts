import { type AdWeights, allocateAds, ALLOCATIONS } from '#core/ads/allocation'
import { paise } from '#core/money/paise'
import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'

const sku = (netSales: number, adOrders = 0): AdWeights => ({ netSales: paise(netSales), adOrders })

describe('ads laid over SKUs', () => {
  test('by net sales, a SKU of three quarters of the sales takes three quarters of the ads', () => {
    const { parts, unallocated } = allocateAds(
      paise(-100_00),
      [sku(750_00), sku(250_00)],
      'net_sales',
    )
    expect(parts).toEqual([-75_00, -25_00])
    expect(unallocated).toBe(0)
  })

  test('the odd paisa goes to the largest remainder', () => {
    // 100 paise over 1 : 1 : 4 are 16.67, 16.67 and 66.67: the first two places win by order.
    const { parts } = allocateAds(paise(-100), [sku(100), sku(100), sku(400)], 'net_sales')
    expect(parts).toEqual([-17, -17, -66])
  })

  test('a SKU of which more came back than was sold takes no ads', () => {
    expect(allocateAds(paise(-10_00), [sku(-50_00), sku(20_00)], 'net_sales').parts).toEqual([
      0, -10_00,
    ])
  })

  test('by the sub-orders that Meesho marks, sales do not matter', () => {
    const { parts } = allocateAds(paise(-40_00), [sku(900_00, 1), sku(100_00, 3)], 'ad_orders')
    expect(parts).toEqual([-10_00, -30_00])
  })

  test('without one marked sub-order all of it stays unallocated, and is no zero on a SKU’s account', () => {
    expect(allocateAds(paise(-40_00), [sku(900_00)], 'ad_orders')).toEqual({
      parts: [0],
      unallocated: -40_00,
    })
    expect(allocateAds(paise(-40_00), [], 'net_sales')).toEqual({ parts: [], unallocated: -40_00 })
  })

  test('who chooses none is told of no SKU’s ads', () => {
    expect(allocateAds(paise(-40_00), [sku(900_00, 3)], 'none')).toEqual({
      parts: [null],
      unallocated: -40_00,
    })
  })

  test('whatever the SKUs and the way, not a paisa is made or lost, and no SKU is paid for ads', () => {
    const amount = integer({ min: -1_00_00_000_00, max: 0 })
    const some = array(
      record({
        netSales: integer({ min: -9_00_000_00, max: 9_00_00_000_00 }),
        adOrders: integer({ min: 0, max: 1_00_000 }),
      }).map(({ netSales, adOrders }) => sku(netSales, adOrders)),
      { maxLength: 60 },
    )
    assert(
      property(amount, some, constantFrom(...ALLOCATIONS), (ads, skus, by) => {
        const { parts, unallocated } = allocateAds(paise(ads), skus, by)
        expect(parts).toHaveLength(skus.length)
        const total = parts.reduce<number>((all, part) => all + (part ?? 0), unallocated)
        expect(total).toBe(ads)
        for (const part of parts) expect(part ?? 0).toBeLessThanOrEqual(0)
      }),
    )
  })
})
