import { storeId } from '#core/ids'
import { markAdded } from '#db/ledger/queries/unjudged'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { freshId, newLedgerDatabase } from '../support/node/ledger'

const STEP = {
  reportId: 1,
  fromRow: 1,
  toRow: 2,
  rows: 1,
  rejected: 0,
  periodFrom: undefined,
  periodTo: undefined,
}

test.each([
  ['payments.orders', 'occurrence=?'],
  ['gst.sales', 'occurrence=?'],
  ['gst.returns', 'occurrence=?'],
  ['returns', 'quantity=?'],
  ['orders', 'sub_order_no=?'],
])('a row of %s that was added is found by itself, and not among its like', async (kind, last) => {
  const [statement] = markAdded(kind, storeId(freshId()), STEP, '[]')
  const { sql, params } = new SQLiteAsyncDialect().sqlToQuery(statement!)
  const { results } = await newLedgerDatabase()
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...params)
    .all<{ detail: string }>()
  const seek = results.find(({ detail }) => detail.startsWith('SEARCH f '))
  expect(seek?.detail).toContain(last)
})
