import { storeId } from '#core/ids'
import { markAdded } from '#db/ledger/queries/unjudged'
import { expect, test } from 'vitest'
import { freshId } from '../support/node/ledger'
import { planOf, STEP } from './query-plan'

test.each([
  ['payments.orders', 'occurrence=?'],
  ['gst.sales', 'occurrence=?'],
  ['gst.returns', 'occurrence=?'],
  ['returns', 'quantity=?'],
  ['orders', 'sub_order_no=?'],
])('a row of %s that was added is found by itself, and not among its like', async (kind, last) => {
  const [statement] = markAdded(kind, storeId(freshId()), STEP, '[]')
  const plan = await planOf(statement!)
  expect(plan.find((step) => step.startsWith('SEARCH f '))).toContain(last)
})
