import { businessDate } from '#core/dates'
import { type Figure, FIGURE_CELLS } from '#core/pnl/figures'
import { type CellPlace, type Cell, findProvenance } from '#engine/find-provenance'
import { readPnl } from '#engine/read-pnl'
import { expect, test } from 'vitest'
import { fixtures, newSeller, ORDERS, PAYMENTS, type Seller, upload } from '../support/node/ledger'

const FIGURES = Object.keys(FIGURE_CELLS) as Figure[]

async function sample(): Promise<Seller> {
  const seller = newSeller()
  for (const file of [...fixtures('seller-2026', ORDERS), ...fixtures('seller-2026', PAYMENTS)]) {
    await upload(seller, file)
  }
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
