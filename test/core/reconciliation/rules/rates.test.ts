import { businessDate } from '#core/dates'
import type { LineFacts } from '#core/reconciliation/facts'
import { isStaleTcsLegend } from '#core/reconciliation/rules/rates'
import { describe, expect, test } from 'vitest'
import { DELIVERED, found, lineOf } from '../build-facts'

const rules = ['tcs_rate' as const, 'tds_rate' as const, 'commission_rate' as const]
const find = (...lines: LineFacts[]) => found({ lines }, '2026-08-01', { rules })
const withTcs = (tcs: number) => lineOf('Delivered', '2026-07-14', { ...DELIVERED, tcs })

const ofDays = (orderedOn: string, paidOn: string, tcs: number) =>
  lineOf(
    'Delivered',
    paidOn,
    // TDS was 1 % until 30 September 2024.
    { ...DELIVERED, tcs, tds: -5_66 },
    { orderedOn: businessDate(orderedOn) },
  )

const withCommission = (commission: number, rateBps: number | undefined) =>
  lineOf('Delivered', '2026-07-14', { ...DELIVERED, commission }, { commissionRateBps: rateBps })

describe('TCS is 0.5 % of the value without GST', () => {
  // 594.00 / 1.05 = 565.71; 0.5 % is 2.83, and 1 % is 5.66.
  test('twice the rate costs what is above it', () => {
    expect(find(withTcs(-5_66))).toMatchObject([{ rule: 'tcs_rate', atStake: 2_83 }])
  })

  test.each([
    [-2_83, 0],
    [-2_85, 0],
    [-2_81, 0],
    [-2_86, 1],
    [-2_80, 1],
  ])('%i paise kept back are %i discrepancies', (tcs, count) => {
    expect(find(withTcs(tcs))).toHaveLength(count)
  })

  test('too little kept back is a discrepancy with nothing at stake', () => {
    expect(find(withTcs(0))).toMatchObject([{ atStake: 0, isRecovered: false }])
  })

  test('a row that sells nothing owes nothing', () => {
    expect(find(lineOf('RTO', '2026-07-14', { sale: 594_00, saleReturn: -594_00 }))).toEqual([])
    expect(find(lineOf('', '2026-07-14', { recovery: -12_40 }))).toEqual([])
  })

  test('an unknown GST rate accuses nobody', () => {
    expect(find({ ...withTcs(-5_66), gstRateBps: undefined })).toEqual([])
  })

  test('the return premium is part of the value', () => {
    // 21.00 at 5 % is 20.00 more, and TCS of it 0.10.
    const line = lineOf('Delivered', '2026-07-14', {
      ...DELIVERED,
      returnPremium: 21_00,
      tcs: -2_93,
      tds: -59,
    })
    expect(find(line)).toEqual([])
  })
})

describe('around the day a rate changed', () => {
  test('TCS was 1 % until 9 July 2024 and 0.5 % from the 10th', () => {
    expect(find(ofDays('2024-07-01', '2024-07-09', -5_66))).toEqual([])
    expect(find(ofDays('2024-07-10', '2024-07-20', -2_83))).toEqual([])
    expect(find(ofDays('2024-07-10', '2024-07-20', -5_66))).toMatchObject([{ atStake: 2_83 }])
  })

  test('an order before it and a payment after it may have either rate', () => {
    expect(find(ofDays('2024-07-01', '2024-07-20', -5_66))).toEqual([])
    expect(find(ofDays('2024-07-01', '2024-07-20', -2_83))).toEqual([])
    expect(find(ofDays('2024-07-01', '2024-07-20', -8_00))).toMatchObject([{ atStake: 2_34 }])
  })
})

test('TDS above 0.1 % is its own discrepancy', () => {
  expect(find(lineOf('Delivered', '2026-07-14', { ...DELIVERED, tds: -5_66 }))).toMatchObject([
    { rule: 'tds_rate', atStake: 5_09 },
  ])
})

test('a reversal that gives the excess back recovers it, and is no second discrepancy', () => {
  const reversal = lineOf('Return', '2026-07-20', { saleReturn: -594_00, tcs: 5_66, tds: 57 })
  expect(find(withTcs(-5_66), reversal)).toMatchObject([
    { atStake: 2_83, recoveredAmount: 2_83, isRecovered: true },
  ])
  const right = lineOf('Return', '2026-07-20', { saleReturn: -594_00, tcs: 2_83, tds: 57 })
  expect(find(withTcs(-2_83), right)).toEqual([])
})

describe('commission', () => {
  // 2 % of 594.00 is 11.88.
  test.each([
    [-11_88, 2_00, 0],
    [-11_89, 2_00, 0],
    [-11_90, 2_00, 1],
    [0, 0, 0],
    [-11_88, 0, 1],
    [-11_88, undefined, 0],
  ])('%i paise at %s hundredths of a percent are %i discrepancies', (commission, rate, count) => {
    expect(find(withCommission(commission, rate))).toHaveLength(count)
  })

  test('what is above the rate is at stake', () => {
    expect(find(withCommission(-20_00, 2_00))).toMatchObject([
      { rule: 'commission_rate', atStake: 8_12 },
    ])
  })
})

test('the legend of a file that still prints 1 % is stale from the day of the new rate', () => {
  const legend = 'Q = - 1% of (B + C + U + V) / (1 + A)'
  expect(isStaleTcsLegend(legend, businessDate('2024-07-09'))).toBe(false)
  expect(isStaleTcsLegend(legend, businessDate('2024-07-10'))).toBe(true)
  expect(isStaleTcsLegend('- 0.5 % of (B + C)', businessDate('2026-07-10'))).toBe(false)
  expect(isStaleTcsLegend('L = J + K', businessDate('2026-07-10'))).toBe(false)
})
