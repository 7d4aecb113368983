import { addDays, type BusinessDate, businessDate } from '#core/dates'
import { RULES } from '#core/reconciliation/discrepancy'
import { MARK_STATES, stateOf, type MarkState } from '#core/reconciliation/marks'
import {
  type DiscrepancyPlace,
  listDiscrepancies,
  type ListedDiscrepancy,
  markDiscrepancies,
} from '#db/ledger/queries/discrepancies'
import { reconcileStore } from '#engine/reconcile'
import { removeUpload } from '#engine/remove-upload'
import { expect, test } from 'vitest'
import { dumpVerdicts } from '../support/node/dump-ledger'
import { type Fixture, fixtures, newSeller, NOW, type Seller, upload } from '../support/node/ledger'

const FILES = fixtures(
  'seller-2025',
  /^(Orders_|intransit|ofd_reverse|completed_|Supplier-)|_PAYMENT_/,
)
const DAY = businessDate('2025-09-03')

async function judge({ ledger, storeId }: Seller, today: BusinessDate): Promise<void> {
  while (!(await reconcileStore(ledger, storeId, today)));
}

async function sellerWith(files: readonly Fixture[], today = DAY): Promise<Seller> {
  const seller = newSeller()
  for (const file of files) await upload(seller, file)
  await judge(seller, today)
  return seller
}

type Filter = { asOf: BusinessDate; rule?: (typeof RULES)[number]; state?: MarkState }

/** All pages of seven. */
async function listAll({ ledger, storeId }: Seller, filter: Filter): Promise<ListedDiscrepancy[]> {
  const all: ListedDiscrepancy[] = []
  const { asOf, rule, state } = filter
  let after: DiscrepancyPlace | undefined
  for (;;) {
    const page = await listDiscrepancies(
      ledger,
      [storeId],
      { asOf, rule, state },
      { after, limit: 7 },
    )
    all.push(...page)
    const last = page.at(-1)
    if (!last || page.length < 7) return all
    after = [last.atStake, last.storeId, last.subOrderNo, last.rule, last.about]
  }
}

const keyOf = (each: { rule: string; subOrderNo: string; about: string }) =>
  `${each.rule}|${each.subOrderNo}|${each.about}`

/** What holds on a day, straight from the table and core's own word on decisions. */
async function holding({ database, storeId }: Seller, { asOf, rule, state }: Filter) {
  const { results } = await database
    .prepare(
      `SELECT d.*, m.state AS decided FROM discrepancy AS d LEFT JOIN discrepancy_mark AS m
         USING (store_id, sub_order_no, rule, about) WHERE d.store_id = ?`,
    )
    .bind(storeId)
    .all<Record<string, string | number> & { decided: MarkState | null }>()
  return results
    .filter((row) => row['from_on']! <= asOf && row['until_on']! > asOf)
    .filter((row) => rule === undefined || row['rule'] === rule)
    .filter((row) => {
      const now = stateOf(row['is_recovered'] === 1, row['decided'] ?? undefined)
      return state === undefined || now === state
    })
    .map((row) => `${row['rule']}|${row['sub_order_no']}|${row['about']}`)
    .sort()
}

/** Every decision there is, and none, one after the other down the list. */
async function decide(seller: Seller): Promise<void> {
  const all = await listAll(seller, { asOf: DAY })
  const decisions = all.flatMap(({ storeId, subOrderNo, rule, about }, index) => {
    const state = MARK_STATES[index % (MARK_STATES.length + 1)]
    const ticketId = `T${index}`
    return state ? [{ storeId, subOrderNo, rule, about, state, note: 'seen', ticketId }] : []
  })
  await markDiscrepancies(seller.ledger, decisions, NOW)
}

test('a list of any day, rule and decision is what holds then, the largest loss first, page by page', async () => {
  const seller = await sellerWith(FILES)
  await decide(seller)
  for (const present of [DAY, addDays(DAY, 9), addDays(DAY, 40)]) {
    await judge(seller, present)
    for (const days of [-60, -9, -1, 0, 1, 9, 20, 60]) {
      for (const state of [undefined, ...MARK_STATES]) {
        const filter = { asOf: addDays(DAY, days), ...(state && { state }) }
        const listed = await listAll(seller, filter)
        expect(listed.map(keyOf).sort(), JSON.stringify(filter)).toEqual(
          await holding(seller, filter),
        )
        const stakes = listed.map(({ atStake }) => atStake)
        expect(stakes).toEqual(stakes.toSorted((a, b) => b - a))
      }
    }
    for (const rule of RULES) {
      const filter = { asOf: DAY, rule }
      const listed = await listAll(seller, filter)
      expect(listed.map(keyOf).sort(), rule).toEqual(await holding(seller, filter))
    }
  }
  expect((await listAll(seller, { asOf: DAY })).length).toBeGreaterThan(10)
}, 120_000)

/** A CSV in three parts, its rows in another order. */
function splitInThree({ name, bytes }: Fixture): Fixture[] {
  const [header, ...rows] = new TextDecoder().decode(bytes).trimEnd().split('\n')
  const shuffled = rows.toSorted((a, b) => (a.slice(25) < b.slice(25) ? -1 : 1))
  return [0, 1, 2].map((part) => ({
    name,
    bytes: new TextEncoder().encode(
      [header, ...shuffled.filter((_, index) => index % 3 === part), ''].join('\n'),
    ),
  }))
}

const isOrders = ({ name }: Fixture) => name.startsWith('Orders_')

async function decisionsOf(seller: Seller): Promise<string[]> {
  const listed = await listAll(seller, { asOf: DAY })
  return listed
    .map((each) => {
      const state = stateOf(each.isRecovered === 1, each.markState ?? undefined)
      return `${keyOf(each)} ${each.atStake} ${each.recoveredAmount} ${state} ${each.note} ${each.ticketId}`
    })
    .sort()
}

test('split, shuffled, turned round, sent twice, undone and sent again: same verdicts, same decisions', async () => {
  const plain = await sellerWith(FILES)
  await decide(plain)
  const [verdicts, decisions] = [await dumpVerdicts(plain), await decisionsOf(plain)]

  const split = await sellerWith(
    FILES.flatMap((file) => (isOrders(file) ? splitInThree(file) : [file])),
  )
  expect(await dumpVerdicts(split)).toEqual(verdicts)
  const turned = await sellerWith([...FILES, ...FILES].toReversed())
  expect(await dumpVerdicts(turned)).toEqual(verdicts)

  for (const file of [FILES.at(-1)!, FILES.find(isOrders)!]) {
    const seller = newSeller()
    const others = FILES.filter((each) => each !== file)
    for (const each of others) await upload(seller, each)
    const { id } = await upload(seller, file)
    await judge(seller, DAY)
    await decide(seller)
    await removeUpload(seller.ledger, { id, workspaceId: seller.workspaceId }, NOW)
    await judge(seller, DAY)
    expect(await dumpVerdicts(seller)).not.toEqual(verdicts)
    await upload(seller, file)
    await judge(seller, DAY)
    expect(await dumpVerdicts(seller)).toEqual(verdicts)
    expect(await decisionsOf(seller)).toEqual(decisions)
  }
}, 200_000)
