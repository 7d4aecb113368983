import { businessDate } from '#core/dates'
import { expect, test } from 'vitest'
import { presetPeriod, trendGroup } from '../../web/period'
import { todayInIndia } from '../../web/today'

const on = businessDate('2026-03-31')

test('on the last day of a financial year, this year began the April before', () => {
  expect(presetPeriod('this-fy', on)).toEqual({ from: '2025-04-01', to: '2026-03-31' })
  expect(presetPeriod('last-fy', on)).toEqual({ from: '2024-04-01', to: '2025-03-31' })
})

test('on 1 April a new financial year has one day', () => {
  const first = businessDate('2026-04-01')
  expect(presetPeriod('this-fy', first)).toEqual({ from: '2026-04-01', to: '2026-04-01' })
  expect(presetPeriod('last-fy', first)).toEqual({ from: '2025-04-01', to: '2026-03-31' })
})

test('the last 7 and 30 days leave today out', () => {
  expect(presetPeriod('last-7', on)).toEqual({ from: '2026-03-24', to: '2026-03-30' })
  expect(presetPeriod('last-30', on)).toEqual({ from: '2026-03-01', to: '2026-03-30' })
})

test('last month is whole, also in January and after a short February', () => {
  expect(presetPeriod('last-month', on)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(presetPeriod('last-month', businessDate('2026-01-15'))).toEqual({
    from: '2025-12-01',
    to: '2025-12-31',
  })
  expect(presetPeriod('last-month', businessDate('2028-03-31'))).toEqual({
    from: '2028-02-01',
    to: '2028-02-29',
  })
})

test('this month ends today, not with the month', () => {
  expect(presetPeriod('this-month', businessDate('2026-08-14'))).toEqual({
    from: '2026-08-01',
    to: '2026-08-14',
  })
})

test('today and yesterday are single days', () => {
  expect(presetPeriod('today', on)).toEqual({ from: on, to: on })
  expect(presetPeriod('yesterday', on)).toEqual({ from: '2026-03-30', to: '2026-03-30' })
})

test('it is tomorrow in India from half past six in the evening in London', () => {
  expect(todayInIndia(new Date('2026-08-14T18:29:59Z'))).toBe('2026-08-14')
  expect(todayInIndia(new Date('2026-08-14T18:30:00Z'))).toBe('2026-08-15')
})

test('up to 62 days are drawn by day, more by month', () => {
  const from = businessDate('2026-06-01')
  expect(trendGroup({ from, to: businessDate('2026-08-01') })).toBe('day')
  expect(trendGroup({ from, to: businessDate('2026-08-02') })).toBe('month')
})
