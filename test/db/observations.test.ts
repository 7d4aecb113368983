import { storeId } from '#core/ids'
import { CLAIMS } from '#db/ledger/queries/claims'
import { COSTS, sayUnitCosts } from '#db/ledger/queries/costs'
import { addObservations, countObservations } from '#db/ledger/queries/observations'
import { RETURNS } from '#db/ledger/queries/returns'
import { expect, test } from 'vitest'
import { freshId, NOW } from '../support/node/ledger'
import { planOf, STEP } from './query-plan'

const STORE = storeId(freshId())

test.each([
  ['parcels', [RETURNS]],
  ['tickets', [CLAIMS]],
  ['costs', [COSTS]],
] as const)(
  'adding %s costs by the rows that come, and not by those that are there',
  async (_, [observed]) => {
    const statements = [
      countObservations(observed, STORE, '[]'),
      ...addObservations(observed, STORE, STEP, '[]', NOW),
    ]
    expect(statements).toHaveLength(4)
    for (const statement of statements) expectSeeks(await planOf(statement))
  },
)

test('saying costs by hand costs by what is said', async () => {
  for (const statement of sayUnitCosts(STORE, '[]', NOW)) expectSeeks(await planOf(statement))
})

/** Every table is sought by more than its store; only the chunk itself is walked through. */
function expectSeeks(plan: readonly string[]): void {
  expect(plan.some((step) => step.includes('store_id=? AND'))).toBe(true)
  expect(plan.filter((step) => /^SCAN (?!json_each)|\(store_id=\?\)/.test(step))).toEqual([])
}
