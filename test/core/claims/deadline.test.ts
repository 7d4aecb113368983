import { claimBy, daysLeftToClaim, fairValue } from '#core/claims/deadline'
import { businessDate } from '#core/dates'
import { paise } from '#core/money/paise'
import { expect, test } from 'vitest'

const received = businessDate('2026-07-28')

test('a claim is raised within seven days of receiving the return', () => {
  expect(claimBy(received)).toBe('2026-08-04')
  expect(daysLeftToClaim(received, businessDate('2026-07-28'))).toBe(7)
  expect(daysLeftToClaim(received, businessDate('2026-08-03'))).toBe(1)
  expect(daysLeftToClaim(received, businessDate('2026-08-04'))).toBe(0)
  expect(daysLeftToClaim(received, businessDate('2026-08-05'))).toBeUndefined()
})

test('nothing can be claimed before it came', () => {
  expect(daysLeftToClaim(received, businessDate('2026-07-27'))).toBeUndefined()
})

test('the fair value is 88 to 95 % of the price, since 16 June 2022', () => {
  // 88 % of 349.00 is 307.12, and 95 % is 331.55.
  const price = paise(349_00)
  expect(fairValue(price, businessDate('2022-06-16'))).toEqual({ least: 307_12, most: 331_55 })
  expect(fairValue(price, businessDate('2022-06-15'))).toBeUndefined()
})
