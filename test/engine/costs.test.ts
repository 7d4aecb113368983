import { COGS_POLICIES, type CogsPolicy, type CostEntry } from '#core/costs/cogs'
import { makeCostBook, type UnitCost } from '#core/costs/unit-cost'
import { addDays, businessDate } from '#core/dates'
import type { SubOrderFacts } from '#core/reconciliation/facts'
import { parcelOf } from '#core/reconciliation/parcel'
import type { Group } from '#db/ledger/queries/pnl'
import { readBridge } from '#engine/read-bridge'
import { type PnlGroup, readPnl } from '#engine/read-pnl'
import { rebuildTotals } from '#engine/rebuild-totals'
import { reconcileStore } from '#engine/reconcile'
import { assert, asyncProperty, constantFrom, integer } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { costOnOrderBasis, costsOnPaymentBasis, coverageOfCosts } from '../support/cost-entries'
import { csvSample, readSheet } from '../core/meesho/sample-files'
import { readSampleFacts } from '../core/reconciliation/sample-facts'
import { type Happenings, NO_FEES } from '../support/happenings'
import { fixtures, newSeller, type Seller, upload, TODAY } from '../support/node/ledger'
import { sellerOf } from '../support/node/random'
import { rowsOf } from '../support/random-seller'
import { filesOf } from '../support/node/seller-files'

type Basis = 'order' | 'payment'
type Query = { from: string; to: string; basis: Basis; group?: Group; sku?: string }

async function settle({ ledger, storeId }: Seller): Promise<void> {
  expect(await reconcileStore(ledger, storeId, TODAY)).toBe(true)
  await rebuildTotals(ledger, storeId)
}

async function pnlOf(
  seller: Seller,
  { from, to, basis, group, sku }: Query,
  cogsPolicy: CogsPolicy = 'kept',
) {
  const stores = [{ id: seller.storeId, gstScheme: 'regular' as const, cogsPolicy }]
  const period = { from: businessDate(from), to: businessDate(to) }
  return (await readPnl(seller.ledger, stores, { ...period, basis, group: group ?? 'total', sku }))!
}

/** What core says of the sample's facts, read straight from its files. */
function entriesOf(
  facts: readonly SubOrderFacts[],
  costs: readonly UnitCost[],
  basis: Basis,
  policy: CogsPolicy,
) {
  const { costOn } = makeCostBook(costs)
  return facts.flatMap((each) =>
    basis === 'order'
      ? (costOnOrderBasis(each, parcelOf(each), policy, costOn) ?? [])
      : costsOnPaymentBasis(each, parcelOf(each), policy, costOn),
  )
}

const KEYS: Record<Group, (entry: CostEntry) => string> = {
  total: () => 'total',
  month: ({ day }) => day.slice(0, 7),
  day: ({ day }) => day,
  sku: ({ sku }) => sku,
}

function expectedGroups(entries: readonly CostEntry[], group: Group) {
  return [...Map.groupBy(entries, KEYS[group])]
    .map(([key, some]) => {
      const { cogs, packaging, unknownUnits, unknownSkus } = coverageOfCosts(some)
      return { key, cogs, packaging, unknownUnits, isPartial: unknownSkus.length > 0 }
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

function costsOf({ key, lines, coverage, isPartial }: PnlGroup) {
  const [cogs, packaging] = [lines.cogs ?? 0, lines.packaging ?? 0]
  return { key, cogs, packaging, unknownUnits: coverage.costMissing.units, isPartial }
}

/** Every file of a sample but the one that a spreadsheet has damaged. */
const FILES = /^(?!damaged).*\.(csv|xlsx|zip)$/

describe.each([
  { name: 'seller-2025', year: 2025 },
  { name: 'seller-2026', year: 2026 },
])('$name', async ({ name, year }) => {
  const { facts } = await readSampleFacts(name)
  const { records } = await readSheet(csvSample(name, 'costs.csv'), 'costs')
  const start = businessDate(`${year}-05-25`)
  const periods = [
    [`${year}-01-01`, `${year}-12-31`],
    [`${year}-07-01`, `${year}-08-31`],
    [`${year}-06-17`, `${year}-08-09`],
    [`${year}-08-05`, `${year}-08-05`],
  ] as const

  const cases = COGS_POLICIES.flatMap((policy) =>
    (['order', 'payment'] as const).flatMap((basis) =>
      periods.flatMap(([from, to]) =>
        (['total', 'month', 'day', 'sku'] as const).map((group) => ({
          policy,
          basis,
          from,
          to,
          group,
        })),
      ),
    ),
  )

  test('every period, group, basis and policy costs what its units do', async () => {
    const seller = newSeller()
    for (const file of fixtures(name, FILES)) await upload(seller, file)
    await settle(seller)
    for (const { policy, basis, from, to, group } of cases) {
      const within = entriesOf(facts, records, basis, policy).filter(
        ({ day }) => day >= from && day <= to,
      )
      const expected = expectedGroups(within, group)
      const { groups, costState } = await pnlOf(seller, { from, to, basis, group }, policy)
      const found = groups
        .filter(({ key }) => expected.some((each) => each.key === key))
        .map(costsOf)
      expect(costState).toBe('current')
      expect(found, `${policy} ${basis} ${group} ${from} ${to}`).toEqual(expected)
      if (group !== 'total') continue
      const { unknownSkus } = coverageOfCosts(within)
      expect(groups[0]?.coverage.costMissing.skus ?? 0).toBe(unknownSkus.length)
    }
  }, 120_000)

  test('the bridge leads from one profit to the other in any period, to the paisa', async () => {
    const seller = newSeller()
    for (const file of fixtures(name, FILES)) await upload(seller, file)
    await settle(seller)
    const policies = constantFrom(...COGS_POLICIES)
    const schemes = constantFrom('regular' as const, 'none' as const)
    const anyPeriod = asyncProperty(
      integer({ min: 0, max: 120 }),
      integer({ min: 0, max: 120 }),
      policies,
      schemes,
      async (first, days, cogsPolicy, gstScheme) => {
        const period = { from: addDays(start, first), to: addDays(start, first + days) }
        const stores = [{ id: seller.storeId, gstScheme, cogsPolicy }]
        const profit = async (basis: Basis) => {
          const query = { ...period, basis, group: 'total', sku: undefined } as const
          return (await readPnl(seller.ledger, stores, query))!.groups[0]?.lines.netProfit ?? 0
        }
        const bridge = await readBridge(seller.ledger, stores, { period, knownAt: undefined })
        expect(bridge.orderBasis, JSON.stringify(period)).toBe(await profit('order'))
        expect(bridge.paymentBasis, JSON.stringify(period)).toBe(await profit('payment'))
        const items = bridge.items.reduce((all, { amount }) => all + amount, 0)
        expect(bridge.orderBasis + items).toBe(bridge.paymentBasis)
      },
    )
    await assert(anyPeriod, { numRuns: 60 })
  }, 120_000)
})

test('a fee for an order that was never sent gives no product cost back, whatever is promised for it', async () => {
  const line = {
    status: '',
    daysLater: 0,
    sale: 0,
    isSentBack: false,
    fees: { ...NO_FEES, recovery: -12_40 },
    gap: 0,
    includes: undefined,
    gstRate: '5',
    orderDay: 'same',
    hasReason: true,
    copies: 1,
    hasUnlikeTwin: false,
  } as const
  const happened: Happenings = {
    layout: 'P3',
    subOrders: [
      {
        day: 19,
        sku: 0,
        quantity: 1,
        status: 'BEAMED_UP',
        isListed: true,
        wasListed: 'no',
        price: 500_00,
        firstPaidAfter: 10,
        lines: [line],
        promise: { ...line, sale: 400_00 },
        parcel: null,
        claim: null,
      },
    ],
    ads: [],
    referral: [],
    adjustments: [],
    costs: [{ sku: 0, cost: 204_77, day: 0 }],
  }
  const seller = await sellerOf(await filesOf(rowsOf(happened)))
  const stores = [{ id: seller.storeId, gstScheme: 'regular', cogsPolicy: 'kept' }] as const
  const days = { from: '2026-06-01', to: '2026-06-30' }
  const period = { from: businessDate(days.from), to: businessDate(days.to) }
  const bridge = await readBridge(seller.ledger, stores, { period, knownAt: undefined })
  for (const basis of ['order', 'payment'] as const) {
    const { lines } = (await pnlOf(seller, { ...days, basis })).groups[0]!
    expect(lines.cogs, basis).toBe(0)
    expect(bridge[`${basis}Basis`], basis).toBe(lines.netProfit)
  }
})
