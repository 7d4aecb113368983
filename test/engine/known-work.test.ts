import {
  addDays,
  type BusinessDate,
  businessDate,
  endOfDayInIndia,
  parseBusinessMonth,
} from '#core/dates'
import { listClaimable, sumClaimable } from '#db/ledger/queries/claimable'
import { listClaimableThen, pageOfClaimable } from '#engine/claimable-as-known'
import { findMissingCosts } from '#engine/find-missing-costs'
import { listDiscrepancyItems } from '#engine/list-discrepancies'
import { readMaturity } from '#engine/read-maturity'
import { moveAsKnown, reconcileAsKnown, reconcileOneAsKnown } from '#engine/reconcile-as-known'
import { writeTicket, writeTicketThen } from '#engine/write-ticket'
import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  record,
  shuffledSubarray,
} from 'fast-check'
import { expect, test } from 'vitest'
import { COSTS, type Fixture, fixtures, type Seller } from '../support/node/ledger'
import { RUNS, settle } from '../support/node/random'
import { FIRST_DAY, Story } from '../support/node/story'

const FILES = fixtures(
  'seller-2025',
  /^(Orders_|completed_|intransit|ofd_reverse|Supplier-)|_PAYMENT_/,
)
const [LIST] = fixtures('seller-2025', COSTS) as [Fixture]

/** The day of the newest returns file: some windows to claim in are still open. */
const CLAIM_DAY = businessDate('2025-09-03')
const AS_OF = businessDate('2025-09-20')
const [JULY, AUGUST] = [parseBusinessMonth('2025-07')!, parseBusinessMonth('2025-08')!]
const ALL = { after: undefined, limit: 1_000 }

type Ticketed = Awaited<ReturnType<typeof listDiscrepancyItems>>

/** What reconciliation and the totals have ready on the day itself. */
async function live({ ledger, storeId }: Seller) {
  const stores = [{ id: storeId, gstScheme: 'regular', cogsPolicy: 'kept' }] as const
  const filter = { asOf: AS_OF, rule: undefined, state: undefined }
  const wrong = await listDiscrepancyItems(ledger, [storeId], filter, { ...ALL, limit: 6 })
  const answers = {
    july: await readMaturity(ledger, stores, JULY, AS_OF),
    august: await readMaturity(ledger, stores, AUGUST, AS_OF),
    claimable: await listClaimable(ledger, [storeId], CLAIM_DAY, ALL),
    claimableSum: await sumClaimable(ledger, [storeId], CLAIM_DAY),
    missing: await findMissingCosts(ledger, storeId),
    tickets: await Promise.all(wrong.map((each) => writeTicket(ledger, each, AS_OF))),
  }
  return { wrong, answers }
}

/** The same by what was known at a moment. */
async function then({ ledger, storeId }: Seller, wrong: Ticketed, knownAt: number) {
  const stores = [{ id: storeId, gstScheme: 'regular', cogsPolicy: 'kept' }] as const
  const past = { knownAt, moved: (await moveAsKnown(ledger, [storeId], knownAt))! }
  const judged = (await reconcileAsKnown(ledger, [storeId], { asOf: CLAIM_DAY, knownAt }))!
  const claimable = pageOfClaimable(await listClaimableThen(ledger, judged, knownAt), ALL)
  const tickets = []
  for (const each of wrong) {
    const day = { asOf: AS_OF, knownAt }
    const one = (await reconcileOneAsKnown(ledger, storeId, each.subOrderNo, day))!
    tickets.push(await writeTicketThen(ledger, each, one, knownAt))
  }
  return {
    july: await readMaturity(ledger, stores, JULY, AS_OF, past),
    august: await readMaturity(ledger, stores, AUGUST, AS_OF, past),
    claimable: claimable.rows,
    claimableSum: claimable.total,
    missing: await findMissingCosts(ledger, storeId, knownAt),
    tickets,
  }
}

type Event = { readonly undo: boolean; readonly file: Fixture }

const more: Arbitrary<Event[]> = array(
  record({ undo: boolean(), file: constantFrom(LIST, ...FILES) }),
  { minLength: 3, maxLength: 5 },
)

test('the work and the outlook of a day, as known on that day, are what they were, whatever files come or go later', async () => {
  let claimed = 0
  await assert(
    asyncProperty(
      shuffledSubarray([LIST, ...FILES], { minLength: 8 }),
      more,
      async (some, rest) => {
        const story = new Story()
        const kept = new Map<BusinessDate, Awaited<ReturnType<typeof live>>>()
        const remember = async () => {
          await settle(story.seller, AS_OF)
          const today = await live(story.seller)
          claimed += today.answers.claimable.length
          kept.set(story.day, today)
          story.nextDay()
        }
        for (const [at, file] of some.entries()) {
          await story.upload(file)
          if (at % 3 === 2) await remember()
        }
        for (const { undo, file } of rest) await (undo ? story.undo(file) : story.upload(file))
        await remember()
        for (const [day, { wrong, answers }] of kept)
          expect(await then(story.seller, wrong, endOfDayInIndia(day)), day).toEqual(answers)
        const before = await then(story.seller, [], endOfDayInIndia(addDays(FIRST_DAY, -1)))
        expect(before).toMatchObject({
          // No payments file had come: what was settled is not known to be nothing.
          july: { subOrders: 0, settled: undefined, stillExpected: 0 },
          claimableSum: { count: 0, atStake: 0 },
          missing: [],
        })
      },
    ),
    { numRuns: 4, ...RUNS },
  )
  expect(claimed).toBeGreaterThan(0)
}, 300_000)
