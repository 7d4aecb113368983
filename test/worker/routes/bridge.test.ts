import type { Job } from '#worker/jobs/job'
import { expect, test } from 'vitest'
import { accept, deliver, deliverImport, FILES, idOf } from '../../support/worker/uploads'
import { get, newWorkspace } from '../../support/worker/workspace'

type Pnl = {
  costState: string
  groups: {
    lines: { cogs: number | null; packaging: number | null; netProfit: number }
    isPartial: boolean
    coverage: { costMissing: { skus: number | null; units: number | null } }
  }[]
}
type Bridge = {
  costState: string
  orderBasis: number
  items: { key: string; amount: number }[]
  paymentBasis: number
}

const PERIOD = 'from=2026-06-10&to=2026-08-20'
const SKU = 'G36-red-00'

test('a cost that is set is in the profit once its job has run, and the bridge leads between both profits', async () => {
  const workspace = await newWorkspace()
  const caller = await workspace.caller()
  for (const file of [FILES.orders, FILES.payments]) {
    const { upload } = await accept(caller, file)
    await deliverImport(caller, idOf(upload))
  }
  const { stores } = await get<{ stores: { id: string }[] }>(workspace, '/api/me')
  const job = (type: 'reconcile' | 'rebuild-totals') =>
    deliver([{ type, workspaceId: caller.workspaceId, storeId: stores[0]!.id } as Job])
  await job('reconcile')

  const profit = async (basis: string, more = '') =>
    get<Pnl>(workspace, `/api/pnl?${PERIOD}&basis=${basis}${more}`)
  const before = await profit('order')
  expect(before.groups[0]).toMatchObject({
    lines: { cogs: null, packaging: null },
    isPartial: true,
  })

  const json = { effectiveFrom: '2026-06-01', cost: 100_00, packaging: 5_00 }
  const set = await workspace.request(`/api/costs/${SKU}`, { method: 'PUT', json })
  expect(set.status).toBe(200)
  await job('rebuild-totals')

  const [order, payment] = [await profit('order'), await profit('payment')]
  expect(order.costState).toBe('current')
  const { lines, isPartial } = order.groups[0]!
  expect(-lines.cogs! % 100_00).toBe(0)
  expect(lines.cogs).toBeLessThan(0)
  expect(lines.netProfit).toBe(before.groups[0]!.lines.netProfit + lines.cogs! + lines.packaging!)
  expect(isPartial).toBe(true)
  expect((await profit('order', `&sku=${SKU}`)).groups[0]!.isPartial).toBe(false)

  const bridge = await get<Bridge>(workspace, `/api/bridge?${PERIOD}`)
  expect(bridge.orderBasis).toBe(lines.netProfit)
  expect(bridge.paymentBasis).toBe(payment.groups[0]!.lines.netProfit)
  const items = bridge.items.reduce((all, { amount }) => all + amount, 0)
  expect(bridge.orderBasis + items).toBe(bridge.paymentBasis)
})
