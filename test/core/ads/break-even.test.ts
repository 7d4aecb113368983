import { addAdMoney, adMoney, NO_ADS } from '#core/ads/ad-money'
import {
  breakEvenSales,
  contributionBeforeAds,
  paidForThemselves,
  salesPerRupee,
} from '#core/ads/break-even'
import { paise } from '#core/money/paise'
import { NO_MONEY } from '#core/pnl/profit'
import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'

// The ten rows of a real sheet: 789.97 of ads, 142.19 of GST, 932.16 taken.
const SHEET = {
  rows: 10,
  cost: 789_97,
  credits: 0,
  netCost: -789_97,
  gst: -142_19,
  total: -932_16,
  gstCredit: 142_19,
}

describe('what ads took', () => {
  test('cost and GST are what was taken, and the GST comes back to who is registered', () => {
    expect(adMoney(SHEET, 'regular')).toEqual({
      rows: 10,
      cost: -789_97,
      credits: 0,
      netCost: -789_97,
      gst: -142_19,
      unexplained: 0,
      total: -932_16,
      gstCredit: 142_19,
      lasting: -789_97,
    })
  })

  test('without GST registration nothing comes back', () => {
    expect(adMoney(SHEET, 'none')).toMatchObject({ gstCredit: 0, lasting: -932_16 })
  })

  test('a credit lowers the cost; what the total holds beyond its parts stands under its own name', () => {
    const sums = { ...SHEET, credits: 89_97, netCost: -700_00, gst: -126_00, total: -830_00 }
    expect(adMoney(sums, 'regular')).toMatchObject({
      cost: -789_97,
      credits: 89_97,
      gst: -126_00,
      // 789.97 − 89.97 + 126.00 are 826.00.
      unexplained: -4_00,
      total: -830_00,
    })
  })

  test('two stores together are the sum of both, and nothing added is nothing', () => {
    const one = adMoney(SHEET, 'regular')
    expect(addAdMoney(one, NO_ADS)).toEqual(one)
    expect(addAdMoney(one, adMoney(SHEET, 'none'))).toMatchObject({
      rows: 20,
      total: -1864_32,
      lasting: -1722_13,
    })
  })
})

// Of 10,000.00 sold, 2,500.00 is left before ads: a quarter.
const QUARTER = { netSales: paise(10_000_00), contribution: paise(2_500_00) }
const NO_CREDIT = { spend: paise(1_000_00), lasting: paise(1_000_00) }

describe('break-even', () => {
  test('where sales leave a quarter, each rupee of ads must bring four rupees of sales', () => {
    expect(breakEvenSales(QUARTER, NO_CREDIT)).toBe(4_00)
  })

  test('the GST that comes back need not be earned: 100 of 118 of it', () => {
    // 1 ÷ 1.18 ÷ 0.25 is 3.3898…: rounded up, because 3.38 would not be enough.
    const taken = { spend: paise(1_180_00), lasting: paise(1_000_00) }
    expect(breakEvenSales(QUARTER, taken)).toBe(3_39)
  })

  test('what was brought is rounded down: 6,109.99 of sales by 1,000.00 of ads are 6.10', () => {
    expect(salesPerRupee(paise(6_109_99), paise(1_000_00))).toBe(6_10)
    expect(salesPerRupee(paise(6_110_00), paise(1_000_00))).toBe(6_11)
    expect(salesPerRupee(paise(-1), paise(1_000_00))).toBe(-1)
  })

  test('without ads nothing is told of them', () => {
    expect(salesPerRupee(paise(5_000_00), paise(0))).toBeNull()
    expect(breakEvenSales(QUARTER, { spend: paise(0), lasting: paise(0) })).toBeNull()
  })

  test('where sales lose money before any ad, no sale pays for one', () => {
    const losing = { netSales: paise(10_000_00), contribution: paise(-1) }
    expect(breakEvenSales(losing, NO_CREDIT)).toBeNull()
    expect(breakEvenSales({ ...losing, contribution: paise(0) }, NO_CREDIT)).toBeNull()
    expect(paidForThemselves(paise(99_00_000_00), losing, NO_CREDIT)).toBe(false)
  })

  test('at the break-even ads have paid for themselves, a paisa below they have not', () => {
    expect(paidForThemselves(paise(4_000_00), QUARTER, NO_CREDIT)).toBe(true)
    expect(paidForThemselves(paise(3_999_99), QUARTER, NO_CREDIT)).toBe(false)
  })

  test('ads paid for themselves exactly where the sales left at least what the ads took for good', () => {
    const amount = integer({ min: 1, max: 99_00_00_000_00 })
    assert(
      property(amount, amount, amount, (netSales, contribution, lasting) => {
        const earned = { netSales: paise(netSales), contribution: paise(contribution) }
        const taken = { spend: paise(lasting), lasting: paise(lasting) }
        expect(paidForThemselves(paise(netSales), earned, taken)).toBe(contribution >= lasting)
      }),
    )
  })
})

test('what is left before ads is the profit without ads, monthly costs, referral and adjustments', () => {
  const lines = {
    ...NO_MONEY,
    ads: paise(-1_180_00),
    referral: paise(50_00),
    platformAdjustments: paise(-20_00),
    overheads: paise(-300_00),
    netProfit: paise(1_000_00),
  }
  // 1,000.00 + 1,180.00 − 180.00 − 50.00 + 20.00 + 300.00
  expect(contributionBeforeAds(lines, paise(180_00))).toBe(2_270_00)
  // Where no monthly cost was ever entered, none was taken off.
  expect(contributionBeforeAds({ ...lines, overheads: null }, paise(180_00))).toBe(1_970_00)
})
