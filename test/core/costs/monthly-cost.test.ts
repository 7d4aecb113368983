import { coversMonth } from '#core/costs/monthly-cost'
import type { BusinessMonth } from '#core/dates'
import { expect, test } from 'vitest'

const month = (text: string) => text as BusinessMonth

test('a monthly cost falls on its first month, its last, and those between', () => {
  const rent = { fromMonth: month('2026-04'), toMonth: month('2026-06') }
  const on = (text: string) => coversMonth(rent, month(text))
  expect(['2026-03', '2026-04', '2026-05', '2026-06', '2026-07'].map(on)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
  expect(coversMonth({ ...rent, toMonth: undefined }, month('2030-01'))).toBe(true)
})
