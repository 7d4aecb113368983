import { acceptanceBy, type TicketCount, totalsByState } from '#core/claims/claim-summary'
import { expect, test } from 'vitest'

const counts: TicketCount[] = [
  {
    issue: 'Wrong',
    courier: 'Valmo',
    state: 'approved',
    tickets: 2,
    withoutAmount: 1,
    amount: 500,
  },
  { issue: 'Wrong', courier: '', state: 'rejected', tickets: 1, withoutAmount: 1, amount: 0 },
  { issue: 'Damaged ', courier: 'Valmo', state: 'open', tickets: 4, withoutAmount: 4, amount: 0 },
]

test('every state is named, and an amount that no ticket names is told apart from nothing', () => {
  expect(totalsByState(counts)).toEqual([
    { state: 'unknown', tickets: 0, withoutAmount: 0, amount: 0 },
    { state: 'open', tickets: 4, withoutAmount: 4, amount: 0 },
    { state: 'closed', tickets: 0, withoutAmount: 0, amount: 0 },
    { state: 'rejected', tickets: 1, withoutAmount: 1, amount: 0 },
    { state: 'approved', tickets: 2, withoutAmount: 1, amount: 500 },
  ])
})

test('two of three decided were accepted; of what is still open there is no rate', () => {
  expect(acceptanceBy(counts, 'issue')).toMatchObject([
    { key: 'Damaged', tickets: 4, open: 4, acceptancePct: null },
    { key: 'Wrong', tickets: 3, approved: 2, rejected: 1, acceptancePct: 66.67, amount: 500 },
  ])
  expect(acceptanceBy(counts, 'courier')).toMatchObject([
    { key: 'Valmo', tickets: 6, acceptancePct: 100 },
    { key: '', tickets: 1, acceptancePct: 0 },
  ])
})
