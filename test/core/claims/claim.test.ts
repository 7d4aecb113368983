import { claimRank, claimStateOf } from '#core/claims/claim'
import { expect, test } from 'vitest'

test.each([
  ['Approved', 'approved'],
  ['APPROVED', 'approved'],
  ['Claim paid', 'approved'],
  ['Rejected', 'rejected'],
  ['Not Approved', 'rejected'],
  ['Disapproved', 'rejected'],
  ['Open', 'open'],
  ['Re-opened', 'open'],
  ['In Progress', 'open'],
  ['Closed', 'closed'],
  ['Resolved', 'closed'],
  ['Somewhere', 'unknown'],
  ['', 'unknown'],
])('a ticket that the panel calls %s is %s', (status, state) => {
  expect(claimStateOf(status)).toBe(state)
})

test('a decision outranks a closed ticket, which outranks an open one', () => {
  const order = (['approved', 'unknown', 'closed', 'open', 'rejected'] as const).toSorted(
    (a, b) => claimRank(a) - claimRank(b),
  )
  expect(order).toEqual(['unknown', 'open', 'closed', 'rejected', 'approved'])
})
