import type { UploadId } from '#core/ids'
import { MARK_STATES, type MarkState, stateOf } from '#core/reconciliation/marks'
import {
  listDiscrepancies,
  type ListedDiscrepancy,
  markDiscrepancies,
  sumDiscrepancies,
} from '#db/ledger/queries/discrepancies'
import { reconcileStore } from '#engine/reconcile'
import { removeUpload } from '#engine/remove-upload'
import {
  array,
  type Arbitrary,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  nat,
  record,
} from 'fast-check'
import { expect, test } from 'vitest'
import { dumpCosts, dumpLedger, dumpVerdicts } from '../support/node/dump-ledger'
import { type Fixture, newSeller, NOW, type Seller, TODAY, upload } from '../support/node/ledger'
import { RUNS, sellerOf, settle } from '../support/node/random'
import { permuted, withRowsPermuted } from '../support/permuted'
import { type SellerRows, sellerRows } from '../support/random-seller'
import { filesOf, ordersFile, otherFiles, paymentsFile } from '../support/node/seller-files'

/** All that holds today. */
function listToday({ ledger, storeId }: Seller): Promise<ListedDiscrepancy[]> {
  const filter = { asOf: TODAY, rule: undefined, state: undefined }
  return listDiscrepancies(ledger, [storeId], filter, { after: undefined, limit: 2_000 })
}

const stateNow = (each: ListedDiscrepancy) =>
  stateOf(each.isRecovered === 1, each.markState ?? undefined)

/** Decides on what there is, one after the other down the list. */
async function decide(seller: Seller, states: readonly MarkState[]): Promise<void> {
  const all = await listToday(seller)
  const decisions = all.flatMap(({ storeId, subOrderNo, rule, about }, index) => {
    const state = states[index % states.length]
    const ticketId = `T${index}`
    return state ? [{ storeId, subOrderNo, rule, about, state, note: 'seen', ticketId }] : []
  })
  await markDiscrepancies(seller.ledger, decisions, NOW)
}

/** Facts, totals, verdicts, costs, and what has become of each discrepancy. */
async function allOf(seller: Seller) {
  const listed = await listToday(seller)
  return {
    ...(await dumpLedger(seller)),
    verdicts: await dumpVerdicts(seller),
    costs: await dumpCosts(seller),
    decisions: listed.map(
      (each) => `${JSON.stringify({ ...each, storeId: '' })} ${stateNow(each)}`,
    ),
  }
}

/**
 * Rows in as many parts as told. Rows that say the very same stay together, as in downloads by day: apart
 * they are one row in two files, which is what overlapping downloads hold.
 */
function split<Row>(rows: readonly Row[], parts: number, textOf: (row: Row) => string): Row[][] {
  const keys = [...new Set(rows.map(textOf))]
  const partOf = new Map(keys.map((key, index) => [key, (index * 7) % parts]))
  return Array.from({ length: parts }, (_, part) =>
    rows.filter((row) => partOf.get(textOf(row)) === part),
  )
}

const textOf = (row: { readonly cells: readonly string[] }) => row.cells.join('|')

/** The same rows in three orders reports and three workbooks. */
async function inThree(rows: SellerRows): Promise<Fixture[]> {
  const orders = split(rows.orders, 3, (cells) => cells.join('|'))
  // A line and its twins share their day, and downloads are by day: one has them all or none.
  const payments = split(rows.payments, 3, ({ likeness }) => likeness)
  const ads = split(rows.ads, 3, textOf)
  const referral = split(rows.referral, 3, textOf)
  const adjustments = split(rows.adjustments, 3, textOf)
  const workbooks = payments.map((some, part) =>
    paymentsFile({
      layout: rows.layout,
      payments: some,
      ads: ads[part] ?? [],
      referral: referral[part] ?? [],
      adjustments: adjustments[part] ?? [],
    }),
  )
  return [...orders.map((some) => ordersFile(some)), ...(await Promise.all(workbooks))]
}

test('the rows of each file in any order: the same ledger, verdicts and decisions', async () => {
  await assert(
    asyncProperty(sellerRows, nat(), async (rows, seed) => {
      const inOrder = await sellerOf(await filesOf(rows))
      await decide(inOrder, MARK_STATES)
      const mixed = await sellerOf(await filesOf(withRowsPermuted(rows, seed)))
      await decide(mixed, MARK_STATES)
      expect(await allOf(mixed)).toEqual(await allOf(inOrder))
    }),
    { numRuns: 10, ...RUNS },
  )
}, 120_000)

test('split in three, rows and files in any order, each sent twice: the same ledger, verdicts and decisions', async () => {
  await assert(
    asyncProperty(
      sellerRows,
      record({ rows: nat(), files: nat(), twice: boolean() }),
      async (rows, seed) => {
        const whole = await sellerOf(await filesOf(rows))
        await decide(whole, MARK_STATES)
        const mixed = withRowsPermuted(rows, seed.rows)
        const parts = [...(await inThree(mixed)), ...(await otherFiles(mixed))]
        const files = permuted(seed.twice ? [...parts, ...parts] : parts, seed.files)
        const other = await sellerOf(files)
        await decide(other, MARK_STATES)
        expect(await allOf(other)).toEqual(await allOf(whole))
      },
    ),
    { numRuns: 10, ...RUNS },
  )
}, 120_000)

/** What the job does: close the facts, then read again the uploads that shared rows with it. */
async function undo(seller: Seller, id: UploadId, uploads: Map<UploadId, Fixture>): Promise<void> {
  const { ledger, workspaceId } = seller
  uploads.delete(id)
  for (const each of await removeUpload(ledger, { id, workspaceId }, NOW)) {
    const file = uploads.get(each)
    if (file) await upload(seller, file, { id: each })
  }
}

test('parts joined by the whole, and a file deleted and sent again: nothing changes, decisions stay', async () => {
  await assert(
    asyncProperty(sellerRows, nat(20), nat(20), async (rows, first, second) => {
      const whole = await filesOf(rows)
      const seller = await sellerOf(whole)
      await decide(seller, MARK_STATES)
      const before = await allOf(seller)

      // Three parts below the whole: undoing the whole leaves every row with one of the parts.
      const joined = newSeller()
      const uploads = new Map<UploadId, Fixture>()
      const send = async (file: Fixture) => {
        const { id } = await upload(joined, file)
        uploads.set(id, file)
      }
      for (const file of [...whole, ...(await inThree(withRowsPermuted(rows, first)))])
        await send(file)
      await settle(joined)
      await decide(joined, MARK_STATES)
      expect(await allOf(joined)).toEqual(before)
      for (const id of [...uploads.keys()].slice(0, 2)) await undo(joined, id, uploads)
      await settle(joined)
      expect(await allOf(joined)).toEqual(before)

      for (const at of [first, second]) {
        const entries = [...uploads]
        const [id, file] = entries[at % entries.length]!
        await undo(joined, id, uploads)
        await settle(joined)
        await send(file)
      }
      await settle(joined)
      expect(await allOf(joined)).toEqual(before)
    }),
    { numRuns: 6, ...RUNS },
  )
}, 120_000)

/** What of the money at stake came back, and what has become of the rest. */
function amountsBy(listed: readonly ListedDiscrepancy[]) {
  const sums = { open: 0, claimed: 0, recovered: 0, written_off: 0, not_a_problem: 0 }
  for (const each of listed) {
    const rest = each.atStake - each.recoveredAmount
    expect(each.recoveredAmount, JSON.stringify(each)).toBeGreaterThanOrEqual(0)
    expect(rest, JSON.stringify(each)).toBeGreaterThanOrEqual(0)
    const state = stateNow(each)
    sums.recovered += each.recoveredAmount
    // What a fair value leaves of a claim is lost; a person's word that all came is believed.
    sums[state === 'recovered' && each.isRecovered === 1 ? 'written_off' : state] += rest
  }
  return sums
}

function stakesByState(listed: readonly ListedDiscrepancy[]) {
  return MARK_STATES.map((state) => {
    const some = listed.filter((each) => stateNow(each) === state)
    return [state, some.length, some.reduce((sum, { atStake }) => sum + atStake, 0)]
  })
}

/** The same, as the sums above the list tell it. */
function sumsByState({ ledger, storeId }: Seller) {
  return Promise.all(
    MARK_STATES.map(async (state) => {
      const rules = await sumDiscrepancies(ledger, [storeId], {
        asOf: TODAY,
        rule: undefined,
        state,
      })
      const count = rules.reduce((sum, each) => sum + each.count, 0)
      return [state, count, rules.reduce((sum, { atStake }) => sum + atStake, 0)]
    }),
  )
}

const total = (sums: Readonly<Record<string, number>>) =>
  Object.values(sums).reduce((all, amount) => all + amount, 0)

const steps: Arbitrary<{ does: string; states: MarkState[] }[]> = array(
  record({
    does: constantFrom('marks', 'marks', 'sends again', 'judges anew'),
    states: array(constantFrom(...MARK_STATES), { minLength: 1, maxLength: 7 }),
  }),
  { minLength: 2, maxLength: 5 },
)

test('whatever is decided and sent again, open, claimed, recovered and given up add up to the same stake', async () => {
  await assert(
    asyncProperty(sellerRows, steps, async (rows, taken) => {
      const files = await filesOf(rows)
      const seller = await sellerOf(files)
      const atFirst = await listToday(seller)
      const stake = atFirst.reduce((sum, { atStake }) => sum + atStake, 0)
      for (const { does, states } of taken) {
        const decided = (await listToday(seller)).map(stateNow)
        if (does === 'marks') await decide(seller, states)
        if (does === 'sends again') for (const file of files) await upload(seller, file)
        if (does === 'judges anew')
          await seller.database.prepare('UPDATE reconciliation SET rules = rules - 1').run()
        while (!(await reconcileStore(seller.ledger, seller.storeId, TODAY)));
        const listed = await listToday(seller)
        expect(total(amountsBy(listed)), does).toBe(stake)
        expect(await sumsByState(seller), does).toEqual(stakesByState(listed))
        expect(listed).toHaveLength(atFirst.length)
        if (does !== 'marks') expect(listed.map(stateNow)).toEqual(decided)
        else
          for (const [index, each] of listed.entries()) {
            const wanted = states[index % states.length]
            expect(stateNow(each)).toBe(stateOf(each.isRecovered === 1, wanted))
          }
      }
    }),
    { numRuns: 8, ...RUNS },
  )
}, 120_000)
