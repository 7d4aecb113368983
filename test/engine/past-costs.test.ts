import { COGS_POLICIES } from '#core/costs/cogs'
import { type BusinessDate, businessDate, endOfDayInIndia, parseBusinessMonth } from '#core/dates'
import { paise } from '#core/money/paise'
import type { Figure } from '#core/pnl/figures'
import type { KnownAt } from '#db/ledger/knowledge'
import { addOverhead, closeOverhead } from '#db/ledger/queries/overheads'
import { findMissingCosts } from '#engine/find-missing-costs'
import { type Cell, type CellPlace, findProvenance } from '#engine/find-provenance'
import { pastCostsOf } from '#engine/past-costs'
import { readBridge } from '#engine/read-bridge'
import { readPnl } from '#engine/read-pnl'
import { readSkus } from '#engine/read-skus'
import { rebuildTotals } from '#engine/rebuild-totals'
import { reconcileStore } from '#engine/reconcile'
import { sayCosts } from '#engine/say-costs'
import { expect, test } from 'vitest'
import { Story } from '../support/node/story'
import {
  COSTS,
  type Fixture,
  fixtures,
  ORDERS,
  PAYMENTS,
  RETURNS,
  type Seller,
} from '../support/node/ledger'

const NAME = 'seller-2026'
const PERIOD = { from: businessDate('2026-06-17'), to: businessDate('2026-08-20') }
const FIGURES: readonly Figure[] = ['cogs', 'packaging', 'overheads']
const GROUPS = ['total', 'month', 'day', 'sku'] as const
const BASES = ['order', 'payment'] as const
const JUNE = parseBusinessMonth('2026-06')!

const storesOf = ({ storeId }: Seller, cogsPolicy: (typeof COGS_POLICIES)[number] = 'kept') => [
  { id: storeId, gstScheme: 'regular' as const, cogsPolicy },
]

/** Every figure with product cost in it, as the seller may ask for it. */
async function answersOf(seller: Seller, knownAt: KnownAt) {
  const { ledger } = seller
  const answers: Record<string, unknown> = {}
  for (const policy of COGS_POLICIES) {
    const stores = storesOf(seller, policy)
    // Judged once for these answers, as within one.
    const past = pastCostsOf(ledger, stores, knownAt)
    for (const basis of BASES) {
      for (const group of GROUPS) {
        const query = { ...PERIOD, basis, group, sku: undefined, knownAt }
        answers[`pnl ${policy} ${basis} ${group}`] = await readPnl(ledger, stores, query, past)
      }
      for (const figure of FIGURES) {
        const scope = { ...PERIOD, basis, sku: undefined, knownAt, past }
        answers[`cells ${policy} ${basis} ${figure}`] = await cellsOf(ledger, stores, figure, scope)
      }
    }
    answers[`bridge ${policy}`] = await readBridge(ledger, stores, { period: PERIOD, knownAt })
  }
  const question = { ...PERIOD, basis: 'order', view: 'all', search: undefined, knownAt } as const
  const inOrder = { by: 'sku', descending: false } as const
  answers['missing'] = await findMissingCosts(ledger, seller.storeId, knownAt)
  answers['skus'] = await readSkus(ledger, storesOf(seller), question, inOrder)
  return answers
}

type Scope = Parameters<typeof findProvenance>[3]

async function cellsOf(
  ledger: Seller['ledger'],
  stores: ReturnType<typeof storesOf>,
  figure: Figure,
  scope: Scope,
) {
  const cells: Cell[] = []
  let from: CellPlace | undefined = { section: 0, after: undefined }
  while (from !== undefined) {
    const page: Awaited<ReturnType<typeof findProvenance>> = await findProvenance(
      ledger,
      stores,
      figure,
      scope,
      { from, rows: 100 },
    )
    cells.push(...page.cells)
    from = page.next
  }
  return cells
}

const noonOf = (day: BusinessDate) => new Date(`${day}T06:30:00Z`)

test('product cost, packaging and overheads as known on a day do not change when files, costs and overheads come, change and go later', async () => {
  const story = new Story()
  const { seller } = story
  const { ledger, storeId } = seller
  const [list] = fixtures(NAME, COSTS) as [Fixture]
  const payments = fixtures(NAME, PAYMENTS)
  const orders = fixtures(NAME, ORDERS)
  const then = new Map<BusinessDate, Awaited<ReturnType<typeof answersOf>>>()
  const remember = async () => {
    while (!(await reconcileStore(ledger, storeId, story.day)));
    await rebuildTotals(ledger, storeId)
    then.set(story.day, await answersOf(seller, undefined))
    story.nextDay()
  }
  const says = (sku: string, cost: number) =>
    sayCosts(
      ledger,
      storeId,
      [
        {
          sku,
          effectiveFrom: businessDate('2026-07-01'),
          cost: paise(cost),
          packaging: paise(7_00),
          row: 0,
        },
      ],
      noonOf(story.day),
    )

  for (const file of [orders[0]!, ...payments.slice(0, 2), list]) await story.upload(file)
  await remember()
  for (const file of [...orders.slice(1), ...payments.slice(2)]) await story.upload(file)
  const rent = {
    id: 'rent',
    name: 'Rent',
    amount: paise(9_000_00),
    fromMonth: JUNE,
    toMonth: undefined,
  }
  await addOverhead(ledger, storeId, rent, noonOf(story.day))
  await remember()
  await says('G36-red-00', 300_00)
  for (const file of fixtures(NAME, RETURNS)) await story.upload(file)
  await remember()
  await story.undo(payments[0]!)
  await closeOverhead(ledger, [storeId], 'rent', noonOf(story.day))
  await remember()
  await story.undo(list)
  await says('g36-RED-00', 10_00)
  await remember()

  const told = [...then.values()].map((answers) => JSON.stringify(answers['bridge kept']))
  expect(new Set(told).size).toBe(then.size)
  const missing = [...then.values()].map((answers) => JSON.stringify(answers['missing']))
  expect(new Set(missing).size).toBeGreaterThan(2)
  for (const [day, answers] of then) {
    const again = await answersOf(seller, endOfDayInIndia(day))
    for (const [question, answer] of Object.entries(answers))
      expect(again[question], `${question} on ${day}`).toEqual(answer)
  }
}, 200_000)

test('where one answer cannot judge them all, money is told and product cost is not', async () => {
  const story = new Story()
  for (const file of [
    ...fixtures(NAME, ORDERS),
    ...fixtures(NAME, PAYMENTS),
    ...fixtures(NAME, COSTS),
  ])
    await story.upload(file)
  const { ledger } = story.seller
  const knownAt = endOfDayInIndia(story.day)
  const stores = storesOf(story.seller)
  const query = { ...PERIOD, basis: 'order', group: 'total', sku: undefined, knownAt } as const
  const all = (await readPnl(ledger, stores, query))!
  const few = (await readPnl(ledger, stores, query, pastCostsOf(ledger, stores, knownAt, 50)))!
  expect([all.costState, few.costState]).toEqual(['current', 'not_then'])
  const { cogs, packaging, settlement } = all.groups[0]!.lines
  expect(cogs).toBeLessThan(0)
  expect(packaging).toBeLessThan(0)
  expect(few.groups[0]).toMatchObject({
    lines: { cogs: null, packaging: null, settlement },
    isPartial: true,
  })
}, 60_000)
