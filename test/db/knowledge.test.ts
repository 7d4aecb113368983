import { storeId } from '#core/ids'
import { addGstLines } from '#db/ledger/queries/gst'
import {
  addAdSpends,
  addPlatformAdjustments,
  addReferralPayments,
} from '#db/ledger/queries/payout-extras'
import type { Db } from '#db/client'
import { listRestated } from '#db/ledger/queries/restatements'
import { addSettlementLines } from '#db/ledger/queries/settlements'
import { sumPaidMonths } from '#db/ledger/queries/sums'
import { addTaxInvoices } from '#db/ledger/queries/tax-invoices'
import { addSubOrders } from '#db/ledger/queries/orders'
import { countSubOrders } from '#db/ledger/queries/totals'
import { businessDate, monthOf } from '#core/dates'
import { type SQL, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { freshId, NOW } from '../support/node/ledger'
import { planOf, STEP } from './query-plan'

const STORE = storeId(freshId())

/** Reads of a table that are narrowed by its store alone, or not at all. */
const wide = (plan: readonly string[]) =>
  plan.filter(
    (step) => /^SCAN |\(store_id=\?\)/.test(step) && !/VIRTUAL TABLE|subquery|CONSTANT/.test(step),
  )

test.each([
  ['settlement lines', addSettlementLines(STORE, STEP, '[]', NOW)],
  ['ads', addAdSpends(STORE, STEP, '[]', NOW)],
  ['referral payments', addReferralPayments(STORE, STEP, '[]', NOW)],
  ['adjustments', addPlatformAdjustments(STORE, STEP, '[]', NOW)],
  ['GST rows', addGstLines('sales', STORE, STEP, '[]', NOW)],
  ['invoices', addTaxInvoices(STORE, STEP, '[]', NOW)],
] as const)('since when %s count is a seek for each, by all of its identity', async (_, adding) => {
  const plan = await planOf(adding)
  expect(plan.filter((step) => /^SEARCH p .*occurrence=\?/.test(step))).toHaveLength(1)
  expect(wide(plan)).toEqual([])
})

test('adding sub-orders costs by the rows that come', async () => {
  for (const statement of addSubOrders(STORE, STEP, '[]', NOW)) {
    expect(wide(await planOf(statement))).toEqual([])
  }
})

test('a past month is read by its days, and its sub-orders one by one', async () => {
  const month = monthOf(businessDate('2026-08-01'))
  for (const knownAt of [undefined, NOW.getTime()]) {
    const sums = sumPaidMonths('order', [{ storeId: STORE, month }], { knownAt })
    expect(wide(await planOf(sums))).toEqual([])
  }
})

test('sub-orders as known then are found by their days, or by when they ceased to count', async () => {
  const days = sql`BETWEEN ${'2026-08-01'} AND ${'2026-08-31'}`
  const plan = await planOf(countSubOrders([STORE], days, [], { knownAt: NOW.getTime() }))
  expect(wide(plan)).toEqual([])
  expect(plan.some((step) => step.includes('sub_order_day'))).toBe(true)
  expect(plan.some((step) => step.includes('sub_order_history_closed'))).toBe(true)
})

test('restatements are read from where the page before ended', async () => {
  for (const kind of ['return', 'order'] as const) {
    let asked: SQL | undefined
    // Safe because the list sends its one statement through `all`.
    const ledger = { all: async (statement: SQL) => ((asked = statement), []) } as unknown as Db
    const moments = { from: 1, until: NOW.getTime() }
    await listRestated(ledger, STORE, kind, moments, { after: undefined, limit: 50 })
    const plan = await planOf(asked!)
    expect(wide(plan)).toEqual([])
    expect(plan.filter((step) => / b .*closed_at>\? AND closed_at<\?/.test(step))).toHaveLength(1)
    // What is sorted is what followed each row; the rows come in the order of the index.
    const successors = plan.filter((step) => step.startsWith('CORRELATED') && !step.endsWith(' 1'))
    const sorts = plan.filter((step) => step.includes('FOR ORDER BY'))
    expect(sorts).toHaveLength(successors.length)
  }
})
