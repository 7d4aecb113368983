import { beforeAll, expect, test } from 'vitest'
import claimsUrl from '../../fixtures/seller-2026/Supplier-2454257_Status-all_Created-from-01-06-2026-to-03-09-2026.csv?url&inline'
import deliveredUrl from '../../fixtures/seller-2026/completed_delivered__________2026-09-03_17-0-17_59_2454257__.csv?url&inline'
import gstUrl from '../../fixtures/seller-2026/gst_2454257_8_2026.zip?url&inline'
import { bytesIn, FILES, judge, sendFiles } from '../../support/worker/uploads'
import { newWorkspace, type TestWorkspace } from '../../support/worker/workspace'

/** seller-2026: what was ordered in June, paid in August, and what came back. */
let workspace: TestWorkspace
beforeAll(async () => {
  workspace = await newWorkspace()
  const files = [
    FILES.orders,
    FILES.payments,
    inlined('Supplier-2454257_Status-all_Created-from-01-06-2026-to-03-09-2026.csv', claimsUrl),
    inlined('completed_delivered__________2026-09-03_17-0-17_59_2454257__.csv', deliveredUrl),
    inlined('gst_2454257_8_2026.zip', gstUrl),
  ]
  await sendFiles(workspace, files)
  await judge(workspace)
}, 60_000)

function inlined(name: string, dataUrl: string) {
  return { name, bytes: bytesIn(dataUrl) }
}

async function get<Answer>(path: string): Promise<Answer> {
  const response = await workspace.request(path)
  expect(response.status, path).toBe(200)
  return response.json<Answer>()
}

type Item = Record<string, number | string | null>
type List = { items: Item[]; nextCursor: string | null; totals: unknown; listed?: unknown }

/** Every row of a list, a few at a time, and what its first page says of all of them. */
async function whole(path: string) {
  const items: Item[] = []
  const first = await get<List>(`${path}&limit=30`)
  for (let page = first; ; page = await get<List>(`${path}&limit=30&cursor=${page.nextCursor}`)) {
    items.push(...page.items)
    if (page !== first) expect([page.totals, page.listed ?? null]).toEqual([null, null])
    if (page.nextCursor === null) return { items, totals: first.totals, listed: first.listed }
  }
}

const add = (items: readonly Item[], name: string) =>
  items.reduce((sum, item) => sum + Number(item[name] ?? 0), 0)

const sign = ({ direction }: Item) => (direction === 'sales' ? 1 : -1)

const AUGUST = 'from=2026-08-01&to=2026-08-31'

test('payouts add up to the month as the payments file has it', async () => {
  const { items, totals } = await whole(`/api/payouts?${AUGUST}`)
  expect(totals).toEqual({
    count: items.length,
    orders: 43_105_36,
    ads: add(items, 'ads'),
    referral: add(items, 'referral'),
    adjustments: add(items, 'adjustments'),
    net: add(items, 'net'),
  })
  expect(await whole('/api/payouts?from=2020-01-01&to=2020-01-31')).toMatchObject({
    totals: { count: 0, orders: 0, net: 0 },
  })
})

test.each(['', '&outcome=delivered', '&type=rto', '&q=45', '&from=2026-08-01&to=2026-08-31'])(
  'parcels and their units are counted as the filter %s leaves them',
  async (filter) => {
    const { items, totals } = await whole(`/api/returns?knownOn=2099-01-01${filter}`)
    expect(totals).toEqual({ parcels: items.length, units: add(items, 'quantity') })
    expect(items.length).toBeGreaterThan(0)
  },
)

test.each(['state=approved', 'state=open', 'q=_1'])(
  'tickets and what they name are summed as the filter %s leaves them',
  async (filter) => {
    const { items, listed } = await whole(`/api/claims?${filter}`)
    expect(listed).toEqual({ count: items.length, amount: add(items, 'amount') })
    expect(items.length).toBeGreaterThan(0)
  },
)

test.each(['month=2026-08', 'month=2026-08&direction=returns', 'month=2026-08&rate=500'])(
  'GST rows of %s come to sales less returns',
  async (filter) => {
    const { items, totals } = await whole(`/api/gst/lines?${filter}`)
    const micro = items.reduce(
      (sum, item) => sum + sign(item) * Number(item['taxableMicro'] ?? 0),
      0,
    )
    const quantity = items.reduce((sum, item) => sum + sign(item) * Number(item['quantity']), 0)
    // Once, half a paisa away from zero.
    const taxable = Math.sign(micro) * Math.round(Math.abs(micro) / 10_000)
    expect(totals).toEqual({ count: items.length, quantity, taxable })
    expect(items.length).toBeGreaterThan(0)
  },
)

test('all GST rows of a month come to the figure of that month', async () => {
  const { total } = await get<{ total: { taxable: number; quantity: number | null } }>(
    '/api/gst/summary?month=2026-08',
  )
  const { totals } = await whole('/api/gst/lines?month=2026-08')
  expect(totals).toMatchObject({ taxable: total.taxable, quantity: total.quantity })
})

type Judged = { buckets: { bucket: string; count: number; amount: number }[] }

test('sub-orders of a bucket come to what the bucket says, and those of all of them are counted', async () => {
  const { buckets } = await get<Judged>('/api/reconciliation?asOf=2026-09-03')
  const filled = buckets.filter(({ count }) => count > 0)
  expect(filled.length).toBeGreaterThan(2)
  for (const { bucket, count, amount } of filled) {
    const { items, totals } = await whole(`/api/orders?asOf=2026-09-03&bucket=${bucket}`)
    expect(totals, bucket).toEqual({ count, amount })
    expect(items, bucket).toHaveLength(count)
  }
  const all = await whole('/api/orders?asOf=2026-09-03')
  expect(all.totals).toEqual({ count: all.items.length, amount: null })
})

test('a search among sub-orders counts what it finds, now and as known today', async () => {
  for (const bucket of ['paid', 'overdue', 'cancelled'])
    for (const known of ['', '&knownOn=2099-01-01']) {
      const path = `/api/orders?asOf=2026-09-03&bucket=${bucket}&q=11${known}`
      const { items, totals } = await whole(path)
      const name = bucket === 'overdue' ? 'expected' : 'settled'
      expect(totals, path).toEqual({ count: items.length, amount: add(items, name) })
    }
})
