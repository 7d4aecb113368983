import { expect, test } from 'vitest'
import { makeRowPlaces } from '../../web/components/row-places'

const COUNT = 100_000

test('rows that nobody has seen are as high as the guess', () => {
  const places = makeRowPlaces(52)
  expect(places.startOf(0)).toBe(0)
  expect(places.startOf(COUNT)).toBe(5_200_000)
  expect(places.rowAt(51, COUNT)).toBe(0)
  expect(places.rowAt(52, COUNT)).toBe(1)
  expect(places.rowAt(2_600_000, COUNT)).toBe(50_000)
})

test('a row that is higher moves those below it, and none above it', () => {
  const places = makeRowPlaces(100)
  expect(places.startOf(5)).toBe(500)
  expect(places.measured(2, 140)).toBe(true)
  expect([2, 3, 4, 5].map(places.startOf)).toEqual([200, 340, 440, 540])
  expect(places.rowAt(339, COUNT)).toBe(2)
  expect(places.rowAt(340, COUNT)).toBe(3)
  // Said once more, nothing moves; said anew, it does.
  expect(places.measured(2, 140)).toBe(false)
  expect(places.measured(2, 90)).toBe(true)
  expect(places.startOf(5)).toBe(490)
})

test('above and below the list are its first and its last row', () => {
  const places = makeRowPlaces(52)
  expect(places.rowAt(-300, 3)).toBe(0)
  expect(places.rowAt(9_999, 3)).toBe(2)
  expect(places.rowAt(0, 0)).toBe(0)
  expect(places.startOf(0)).toBe(0)
})
