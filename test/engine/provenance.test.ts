import { businessDate, dayInIndia, parseBusinessMonth } from '#core/dates'
import { paise } from '#core/money/paise'
import { type Figure, FIGURE_CELLS } from '#core/pnl/figures'
import { type CellPlace, type Cell, countProvenance, findProvenance } from '#engine/find-provenance'
import { addOverhead } from '#db/ledger/queries/overheads'
import { readPnl } from '#engine/read-pnl'
import { rebuildTotals } from '#engine/rebuild-totals'
import { reconcileStore } from '#engine/reconcile'
import { sayCosts } from '#engine/say-costs'
import { expect, test } from 'vitest'
import {
  COSTS,
  fixtures,
  newSeller,
  NOW,
  ORDERS,
  PAYMENTS,
  RETURNS,
  type Seller,
  upload,
} from '../support/node/ledger'

const FIGURES = Object.keys(FIGURE_CELLS) as Figure[]

async function sample(): Promise<Seller> {
  const seller = newSeller()
  for (const pattern of [ORDERS, PAYMENTS, RETURNS, COSTS])
    for (const file of fixtures('seller-2026', pattern)) await upload(seller, file)
  expect(await reconcileStore(seller.ledger, seller.storeId, dayInIndia(NOW))).toBe(true)
  const rent = { name: 'Rent', amount: paise(10_001_03), fromMonth: parseBusinessMonth('2026-07')! }
  await addOverhead(seller.ledger, seller.storeId, { ...rent, id: 'rent', toMonth: undefined }, NOW)
  await rebuildTotals(seller.ledger, seller.storeId)
  return seller
}

type Scope = Parameters<typeof findProvenance>[3]

async function allCells({ ledger, storeId }: Seller, figure: Figure, scope: Scope, rows: number) {
  const cells: Cell[] = []
  let from: CellPlace | undefined = { section: 0, after: undefined }
  while (from !== undefined) {
    const stores = [{ id: storeId, gstScheme: 'regular' as const, cogsPolicy: 'kept' as const }]
    const page: Awaited<ReturnType<typeof findProvenance>> = await findProvenance(
      ledger,
      stores,
      figure,
      scope,
      { from, rows },
    )
    cells.push(...page.cells)
    from = page.next
  }
  return cells
}

test('every figure is the sum of the cells it names, on both bases, for a month and for one SKU', async () => {
  const seller = await sample()
  const days = { from: businessDate('2026-06-20'), to: businessDate('2026-08-05') }
  for (const basis of ['order', 'payment'] as const) {
    for (const sku of [undefined, '00815']) {
      const scope = { ...days, basis, sku }
      const pnl = await readPnl(
        seller.ledger,
        [{ id: seller.storeId, gstScheme: 'regular', cogsPolicy: 'kept' }],
        {
          ...scope,
          group: 'total',
        },
      )
      const { lines } = pnl!.groups[0]!
      for (const figure of FIGURES) {
        const cells = await allCells(seller, figure, scope, 200)
        const sum = cells.reduce((all, cell) => all + cell.value, 0)
        expect(sum, `${figure} ${basis} ${sku ?? ''}`).toBe(lines[figure])
        expect(lines[figure], figure).not.toBeNull()
      }
    }
  }
}, 120_000)

test('a list of cells read three rows at a time is the list read at once', async () => {
  const seller = await sample()
  const scope = {
    from: businessDate('2026-07-01'),
    to: businessDate('2026-07-12'),
    basis: 'payment',
    sku: undefined,
  } as const
  const whole = await allCells(seller, 'bankReceipts', scope, 200)
  expect(await allCells(seller, 'bankReceipts', scope, 3)).toEqual(whole)
  for (const figure of ['cogs', 'packaging', 'netProfit'] as const)
    expect(await allCells(seller, figure, scope, 3), figure).toEqual(
      await allCells(seller, figure, scope, 200),
    )
  expect(whole.length).toBeGreaterThan(30)
}, 60_000)

test('a cell names its file, sheet, row and column', async () => {
  const seller = await sample()
  const scope = {
    from: businessDate('2026-07-04'),
    to: businessDate('2026-07-04'),
    basis: 'payment',
    sku: undefined,
  } as const
  const [recovery] = await allCells(seller, 'recovery', scope, 10)
  expect(recovery).toMatchObject({
    on: '2026-07-04',
    subOrderNo: '258076396665951756_1',
    value: -12_40,
    column: 'Recovery',
    source: {
      filename:
        '2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-07-01_2026-07-31.zip',
      path: [
        '2454257_SP_ORDER_ADS_REFERRAL_PAYMENT_FILE_PREVIOUS_PAYMENT_2026-07-01_2026-07-31.xlsx',
      ],
      sheet: 'Order Payments',
    },
  })
}, 60_000)

test('a product cost names the sub-order, its units, and the row of the cost list or the hand that said it', async () => {
  const seller = await sample()
  const [from, to] = [businessDate('2026-07-01'), businessDate('2026-07-31')]
  const scope = { from, to, basis: 'order', sku: 'G36-red-00' } as const
  const [cell] = await allCells(seller, 'cogs', scope, 200)
  // The first row of the list: G36-red-00,207.87,5,2026-06-01.
  expect(cell).toMatchObject({ column: 'Cost', source: { filename: 'costs.csv', row: 2 } })
  expect(cell!.value).toBe(-207_87 * cell!.units!)

  const sku = scope.sku
  const dearer = { sku, effectiveFrom: from, cost: paise(300_00), packaging: undefined, row: 0 }
  await sayCosts(seller.ledger, seller.storeId, [dearer], NOW)
  await rebuildTotals(seller.ledger, seller.storeId)
  const [dear] = await allCells(seller, 'cogs', scope, 200)
  expect(dear).toMatchObject({ value: -300_00 * cell!.units!, source: null })
  // Nothing was said of the packaging, so the list still says it.
  const [packed] = await allCells(seller, 'packaging', scope, 200)
  expect(packed).toMatchObject({ column: 'Packaging', source: { filename: 'costs.csv', row: 2 } })
  expect(packed!.value).toBe(-5_00 * packed!.units!)

  const rent = await allCells(seller, 'overheads', { ...scope, sku: undefined }, 200)
  expect(rent).toEqual([
    {
      on: '2026-07-01',
      subOrderNo: null,
      value: -10_001_03,
      units: null,
      column: 'Rent',
      source: null,
    },
  ])
}, 60_000)

test('as many cells are counted as are listed, where they are few enough and of files', async () => {
  const seller = await sample()
  const days = { from: businessDate('2026-06-20'), to: businessDate('2026-08-05') }
  const stores = [
    { id: seller.storeId, gstScheme: 'regular' as const, cogsPolicy: 'kept' as const },
  ]
  const counted: string[] = []
  const compare = async (scope: Scope, figure: Figure) => {
    const count = await countProvenance(seller.ledger, stores, figure, scope)
    if (count === null) return
    const cells = await allCells(seller, figure, scope, 200)
    expect(count, `${figure} ${scope.basis} ${scope.sku}`).toBe(cells.length)
    if (count > 0) counted.push(figure)
  }
  for (const basis of ['order', 'payment'] as const)
    for (const sku of [undefined, '00815'])
      for (const figure of FIGURES) await compare({ ...days, basis, sku }, figure)
  expect(counted).toContain('netSales')
  expect(counted).toContain('ads')
  expect(counted).toContain('overheads')
  const all = { ...days, basis: 'payment', sku: undefined } as const
  const sales = await allCells(seller, 'grossSales', all, 200)
  const count = (most: number) => countProvenance(seller.ledger, stores, 'grossSales', all, most)
  expect(await count(sales.length)).toBe(sales.length)
  expect(await count(sales.length - 1)).toBeNull()
  // A product cost is worked out for each sub-order, and is in no file to be counted.
  expect(await countProvenance(seller.ledger, stores, 'cogs', all)).toBeNull()
})
