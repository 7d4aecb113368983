import { businessDate } from '#core/dates'
import { expect, test } from 'vitest'
import { readFilters } from '../../web/address-filters'
import { keepFilters } from '../../web/filters'

const today = businessDate('2026-08-14')

test('an address without dates means this financial year by payment date', () => {
  expect(readFilters({}, today)).toEqual({
    from: '2026-04-01',
    to: '2026-08-14',
    preset: 'this-fy',
    basis: 'payment',
    store: undefined,
    comparison: undefined,
  })
})

test('days chosen one by one are kept as they are', () => {
  const search = { from: '2026-06-01', to: '2026-06-30', basis: 'order', store: 's1' }
  expect(readFilters(search, today)).toEqual({
    from: '2026-06-01',
    to: '2026-06-30',
    preset: undefined,
    basis: 'order',
    store: 's1',
    comparison: undefined,
  })
})

test('a comparison is what the address says, and nothing where it says nonsense', () => {
  expect(readFilters({ compare: 'year' }, today).comparison).toBe('year')
  expect(readFilters({ compare: 'decade' }, today).comparison).toBeUndefined()
  expect(keepFilters('/skus', '?compare=year&sort=-units')).toBe('/skus?compare=year')
})

test.each([
  { from: '2026-06-31', to: '2026-07-01' },
  { from: '2026-07-02', to: '2026-07-01' },
  { from: '2026-07-02' },
  { period: 'for-ever' },
])('nonsense in the address, %o, gives this financial year', (search) => {
  expect(readFilters(search, today).preset).toBe('this-fy')
})

test('one day is a period', () => {
  const search = { from: '2026-07-02', to: '2026-07-02' }
  expect(readFilters(search, today)).toMatchObject({ from: '2026-07-02', to: '2026-07-02' })
})

test('a link to another screen keeps dates, basis and store, and drops the rest', () => {
  const search = '?from=2026-06-01&to=2026-06-30&basis=order&store=s1&q=123&sort=-sale'
  expect(keepFilters('/profit', search)).toBe(
    '/profit?from=2026-06-01&to=2026-06-30&basis=order&store=s1',
  )
})

test('a link to one day of a preset replaces the preset', () => {
  const days = { period: undefined, from: '2026-06-01', to: '2026-06-01' }
  expect(keepFilters('/settlements', '?period=last-7', days)).toBe(
    '/settlements?from=2026-06-01&to=2026-06-01',
  )
})

test('without filters a link is the plain path', () => {
  expect(keepFilters('/profit', '')).toBe('/profit')
})
