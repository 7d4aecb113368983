import { expect, test } from 'vitest'
import { DELIVERED, found, lineOf } from '../build-facts'

const rules = ['settlement_does_not_add_up' as const]
const withGap = (gap: number) => [lineOf('Delivered', '2026-07-14', { ...DELIVERED, gap })]

test('7.50 taken without a column is at stake, with the cells that show it', () => {
  const lines = withGap(-7_50)
  expect(found({ lines }, '2026-08-01', { rules })).toEqual([
    {
      rule: 'settlement_does_not_add_up',
      subOrderNo: '260000000000000001_1',
      about: lines[0]!.key,
      atStake: 7_50,
      recoveredAmount: 0,
      isRecovered: false,
      evidence: [
        { from: 'line', key: lines[0]!.key, column: 'settlement', value: 476_34 },
        { from: 'line', key: lines[0]!.key, column: 'unexplained', value: -7_50 },
      ],
    },
  ])
})

test.each([
  [-1, 0],
  [1, 0],
  [-2, 1],
  [2, 1],
])('a gap of %i paise is %i discrepancies', (gap, count) => {
  expect(found({ lines: withGap(gap) }, '2026-08-01', { rules })).toHaveLength(count)
})

test('a gap that GST on support closes is none', () => {
  const lines = [lineOf('Delivered', '2026-07-14', { ...DELIVERED, supportGst: -1_80, gap: -1_80 })]
  expect(found({ lines }, '2026-08-01', { rules })).toEqual([])
})
