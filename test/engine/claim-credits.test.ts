import { endOfDayInIndia } from '#core/dates'
import type { SubOrderNo } from '#core/ids'
import { paise, sum } from '#core/money/paise'
import type { Db } from '#db/client'
import { matchClaims, readClaimSummary } from '#engine/match-claims'
import { assert, asyncProperty } from 'fast-check'
import { expect, test } from 'vitest'
import {
  CLAIMS,
  type Fixture,
  fixtures,
  newSeller,
  PAYMENTS,
  type Seller,
  TODAY,
  upload,
} from '../support/node/ledger'
import { RUNS, settle } from '../support/node/random'
import { filesOf } from '../support/node/seller-files'
import { sellerRows } from '../support/random-seller'

const EVER = { from: undefined, to: undefined }

/** Every ticket with its credit, each asked for twice, and what they come to. */
async function answers({ ledger, storeId }: Pick<Seller, 'ledger' | 'storeId'>, knownAt?: number) {
  const ids = await ticketed(ledger)
  const matched = await matchClaims(ledger, storeId, [...ids, ...ids], knownAt)
  const summary = await readClaimSummary(ledger, [storeId], { ...EVER, knownAt }, TODAY)
  return { tickets: [...matched].sort(([a], [b]) => (a < b ? -1 : 1)), summary }
}

async function ticketed(ledger: Db): Promise<SubOrderNo[]> {
  const { results } = await ledger.$client
    .prepare('SELECT DISTINCT sub_order_no AS no FROM claim WHERE closed_at = 0')
    .bind()
    .all<{ no: SubOrderNo }>()
  return results.map(({ no }) => no)
}

/** What came for tickets; asked before anything is judged, after it, and of the day as a past one. */
async function expectSame(files: readonly Fixture[]): Promise<number> {
  const seller = newSeller()
  for (const file of files) await upload(seller, file)
  const before = await answers(seller)
  await settle(seller)
  expect(await answers(seller)).toEqual(before)
  expect(await answers(seller, endOfDayInIndia(TODAY))).toEqual(before)
  return sum(before.summary.credits.map(({ creditedAmount }) => creditedAmount ?? paise(0)))
}

test('a ticket has the same credit while sub-orders wait to be judged, and when they are', async () => {
  let credited = 0
  await assert(
    asyncProperty(sellerRows, async (rows) => {
      credited += await expectSame(await filesOf(rows))
    }),
    { numRuns: 20, ...RUNS },
  )
  expect(credited).toBeGreaterThan(100_00)
}, 200_000)

test('the credits of the sample seller are found by the days of their lines', async () => {
  const files = [PAYMENTS, CLAIMS].flatMap((pattern) => fixtures('seller-2026', pattern))
  // Truth of seller-2026: all claim money of its payments.
  expect(await expectSame(files)).toBe(1_527_30)
}, 60_000)
