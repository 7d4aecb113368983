import { addDays, businessDate } from '#core/dates'
import { MARK_STATES, type MarkState, stateOf } from '#core/reconciliation/marks'
import { RULES, type RuleId } from '#core/reconciliation/discrepancy'
import type { UploadId } from '#core/ids'
import {
  type Decision,
  type DiscrepancyFilter,
  listDiscrepancies,
  markDiscrepancies,
  sumDiscrepancies,
} from '#db/ledger/queries/discrepancies'
import { restoreDecisions } from '#engine/archive-decisions'
import { reconcileStore } from '#engine/reconcile'
import { removeUpload } from '#engine/remove-upload'
import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constantFrom,
  nat,
  oneof,
  record,
} from 'fast-check'
import { expect, test } from 'vitest'
import { fixtures, newSeller, NOW, type Seller, upload } from '../support/node/ledger'
import { RUNS } from '../support/node/random'

const FILES = fixtures(
  'seller-2025',
  /^(Orders_|intransit|ofd_reverse|completed_|Supplier-)|_PAYMENT_/,
)
const DAY = businessDate('2025-09-03')

async function judge({ ledger, storeId }: Seller): Promise<void> {
  while (!(await reconcileStore(ledger, storeId, DAY)));
}

/** What the tables say, added up by hand: every discrepancy that holds, by core's own word on decisions. */
async function addedUp({ database, storeId }: Seller, { asOf, rule, state, ordered }: Question) {
  const { results } = await database
    .prepare(
      `SELECT d.*, m.state AS decided, s.ordered_on FROM discrepancy AS d
         LEFT JOIN discrepancy_mark AS m USING (store_id, sub_order_no, rule, about)
         LEFT JOIN standing AS s USING (store_id, sub_order_no) WHERE d.store_id = ?`,
    )
    .bind(storeId)
    .all<Record<string, string | number> & { rule: RuleId; decided: MarkState | null }>()
  const sums = new Map<RuleId, { count: number; atStake: number; recoveredAmount: number }>()
  for (const row of results) {
    if (row['from_on']! > asOf || row['until_on']! <= asOf) continue
    if (rule !== undefined && row.rule !== rule) continue
    const now = stateOf(row['is_recovered'] === 1, row.decided ?? undefined)
    if (state !== undefined && now !== state) continue
    const day = row['ordered_on']!
    if (ordered !== undefined && (day < ordered.from || day > ordered.to)) continue
    const sum = sums.get(row.rule) ?? { count: 0, atStake: 0, recoveredAmount: 0 }
    sums.set(row.rule, {
      count: sum.count + 1,
      atStake: sum.atStake + Number(row['at_stake_paise']),
      recoveredAmount: sum.recoveredAmount + Number(row['recovered_paise']),
    })
  }
  return [...sums].map(([each, sum]) => ({ rule: each, ...sum })).sort(byRule)
}

type Question = Omit<DiscrepancyFilter, 'subOrderNo'>

const byRule = (a: { rule: RuleId }, b: { rule: RuleId }) => (a.rule < b.rule ? -1 : 1)

const JULY = { from: businessDate('2025-07-01'), to: businessDate('2025-07-31') }

const questions: readonly Question[] = [-400, -60, -33, -9, -1, 0, 1, 27, 28, 60, 900].flatMap(
  (days) => {
    const any = { asOf: addDays(DAY, days), rule: undefined, state: undefined }
    return [
      any,
      { ...any, ordered: JULY },
      ...MARK_STATES.map((state) => ({ ...any, state })),
      { ...any, rule: 'delivered_not_paid' as const, state: 'open' as const },
      { ...any, state: 'open' as const, ordered: JULY },
    ]
  },
)

async function expectSums(seller: Seller): Promise<number> {
  let found = 0
  for (const question of questions) {
    const sums = await sumDiscrepancies(seller.ledger, [seller.storeId], question)
    found += sums.length
    expect(sums.toSorted(byRule), JSON.stringify(question)).toEqual(await addedUp(seller, question))
  }
  return found
}

/** Decisions on what is listed, from one place on; several on one of them. */
async function decisionsOn(seller: Seller, from: number, state: MarkState): Promise<Decision[]> {
  const all = { asOf: DAY, rule: undefined, state: undefined }
  const page = { after: undefined, limit: 200 }
  const listed = await listDiscrepancies(seller.ledger, [seller.storeId], all, page)
  return listed
    .slice(from % 40, (from % 40) + 15)
    .flatMap(({ storeId, subOrderNo, rule, about }, index) => {
      const decision = { storeId, subOrderNo, rule, about, note: 'seen', ticketId: '1' }
      const twice = index % 5 === 0 ? [{ ...decision, state: 'open' as const }] : []
      return [...twice, { ...decision, state }]
    })
}

type Step =
  | { readonly does: 'upload' | 'undo'; readonly file: number }
  | { readonly does: 'judge' }
  | { readonly does: 'decide' | 'restore'; readonly from: number; readonly state: MarkState }

const steps: Arbitrary<Step[]> = array(
  oneof(
    record({ does: constantFrom('upload' as const, 'undo' as const), file: nat(FILES.length - 1) }),
    record({ does: constantFrom('judge' as const) }),
    record({
      does: constantFrom('decide' as const, 'restore' as const),
      from: nat(100),
      state: constantFrom(...MARK_STATES),
    }),
  ),
  { minLength: 6, maxLength: 14 },
)

/** Files come and go and people decide, in any order, and some of it is judged late. */
async function live(seller: Seller, all: readonly Step[]): Promise<void> {
  const { ledger, storeId, workspaceId } = seller
  const uploads = new Map<number, UploadId>()
  for (const [index, step] of all.entries()) {
    if (step.does === 'judge') await judge(seller)
    if (step.does === 'upload') uploads.set(step.file, (await upload(seller, FILES[step.file]!)).id)
    if (step.does === 'undo') {
      const id = uploads.get(step.file)
      if (id) await removeUpload(ledger, { id, workspaceId }, NOW)
    }
    if (step.does !== 'decide' && step.does !== 'restore') continue
    const at = new Date(NOW.getTime() + index)
    const decisions = await decisionsOn(seller, step.from, step.state)
    if (step.does === 'decide') await markDiscrepancies(ledger, decisions, at)
    // One of two is older than what was decided here, and changes nothing.
    const marks = decisions.map((each, row) => ({ ...each, markedAt: row % 2 ? at.getTime() : 1 }))
    if (step.does === 'restore')
      await restoreDecisions(ledger, storeId, { costs: [], overheads: [], marks }, at)
  }
}

test('the sums by rule are those of the discrepancies, on any day, whatever came, went and was decided', async () => {
  await assert(
    asyncProperty(steps, async (all) => {
      const seller = newSeller()
      for (const file of FILES.slice(0, 4)) await upload(seller, file)
      await judge(seller)
      await live(seller, all)
      // While some of it is not judged, the sums are those of the verdicts that stand.
      await expectSums(seller)
      await judge(seller)
      expect(await expectSums(seller)).toBeGreaterThan(20)
    }),
    { numRuns: 10, ...RUNS },
  )
}, 300_000)

test('without a discrepancy nothing is kept of its sums', async () => {
  const seller = newSeller()
  const uploads: UploadId[] = []
  for (const file of FILES) uploads.push((await upload(seller, file)).id)
  await judge(seller)
  await markDiscrepancies(seller.ledger, await decisionsOn(seller, 0, 'written_off'), NOW)
  const count = async () =>
    (
      await seller.database
        .prepare('SELECT count(*) AS count FROM discrepancy_total')
        .all<{ count: number }>()
    ).results[0]!.count
  expect(await count()).toBeGreaterThan(RULES.length)
  const { ledger, workspaceId } = seller
  for (const id of uploads) await removeUpload(ledger, { id, workspaceId }, NOW)
  await judge(seller)
  expect(await count()).toBe(0)
}, 60_000)
