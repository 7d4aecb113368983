import { outcomeOf } from '#core/settlements/outcome'
import { expect, test } from 'vitest'

test.each([
  ['Delivered', 'delivered'],
  ['DELIVERED', 'delivered'],
  [' delivered ', 'delivered'],
  ['RTO', 'rto'],
  ['Return', 'returned'],
  ['Exchange', 'exchanged'],
  ['Cancelled', 'cancelled'],
  ['Lost', 'lost'],
  ['Shipped', 'shipped'],
  ['', 'adjustment'],
  [' ', 'adjustment'],
])('“%s” is %s', (status, outcome) => {
  expect(outcomeOf(status)).toBe(outcome)
})

test.each(['RTO Delivered', 'Not Delivered', 'Undelivered', 'Returning', '-', 'null', 'toString'])(
  '“%s” is unknown, and never guessed',
  (status) => {
    expect(outcomeOf(status)).toBe('unknown')
  },
)
