import { accept, deliverImport, FILES, idOf, judge, sendFiles } from '../../support/worker/uploads'
import { get, newWorkspace, type TestWorkspace } from '../../support/worker/workspace'
import { expect, test } from 'vitest'

type Item = {
  id: string
  rule: string
  subOrderNo: string
  atStake: number
  state: string
  nextStep: string
  evidence: {
    source: { sheet: string; row: number; reportId: number } | null
    column: string
    value: string | number
  }[]
}
type List = {
  items: Item[]
  nextCursor: string | null
  totals: { rule: string; count: number; atStake: number }[] | null
}

const AS_OF = 'asOf=2026-09-03'

/** A seller who has sent August's payments and June's orders, judged. */
async function judged(): Promise<TestWorkspace> {
  const workspace = await newWorkspace()
  await sendFiles(workspace, [FILES.payments, FILES.orders])
  await judge(workspace)
  return workspace
}

test('a recovery without a reason is found with its row in the file, and its next step', async () => {
  const workspace = await judged()
  const { items } = await get<List>(
    workspace,
    `/api/discrepancies?${AS_OF}&rule=recovery_without_reason`,
  )
  // Truth of seller-2026: two of its four such recoveries were paid in August.
  expect(items).toHaveLength(2)
  const found = items.find(({ subOrderNo }) => subOrderNo === '258083815597504145_1')!
  expect(found).toMatchObject({ atStake: 35_00, state: 'open', nextStep: 'raise_charge_ticket' })
  const [recovery] = found.evidence
  expect(recovery).toMatchObject({
    column: 'recovery',
    value: -35_00,
    source: { sheet: 'Order Payments' },
  })
  const { reportId, row } = recovery!.source!
  const fileRow = await get<{ cells: { text: string }[] }>(
    workspace,
    `/api/reports/${reportId}/rows/${row}`,
  )
  expect(fileRow.cells[0]!.text).toBe('258083815597504145_1')
})

test('the list goes from the largest loss to the smallest, page by page, and its totals name every rule', async () => {
  const workspace = await judged()
  const first = await get<List>(workspace, `/api/discrepancies?${AS_OF}&limit=7`)
  const paged: Item[] = [...first.items]
  for (let cursor = first.nextCursor; cursor !== null;) {
    const page = await get<List>(workspace, `/api/discrepancies?${AS_OF}&limit=60&cursor=${cursor}`)
    expect(page.totals).toBeNull()
    paged.push(...page.items)
    cursor = page.nextCursor
  }
  const stakes = paged.map(({ atStake }) => atStake)
  expect(stakes).toEqual(stakes.toSorted((a, b) => b - a))
  expect(new Set(paged.map(({ id }) => id)).size).toBe(paged.length)
  expect(first.totals!.reduce((sum, { count }) => sum + count, 0)).toBe(paged.length)
})

test('a decision stays through another reading of the same files', async () => {
  const workspace = await judged()
  const find = async () =>
    (await get<List>(workspace, `/api/discrepancies?${AS_OF}&rule=recovery_without_reason`))
      .items[0]!
  const { id } = await find()
  const decide = (json: object) =>
    workspace.request(`/api/discrepancies/${id}`, { method: 'PATCH', json })
  expect((await decide({ state: 'claimed' })).status).toBe(422)
  expect((await decide({ state: 'not_a_problem' })).status).toBe(422)
  expect((await decide({ state: 'claimed', ticketId: '51910315' })).status).toBe(204)
  expect(await find()).toMatchObject({
    id,
    state: 'claimed',
    ticketId: '51910315',
    nextStep: 'wait_for_credit',
  })

  const caller = await workspace.caller()
  const { upload } = await accept(caller, FILES.overlappingPayments)
  await deliverImport(caller, idOf(upload))
  await judge(workspace)
  expect(await find()).toMatchObject({ id, state: 'claimed' })
  const claimed = await get<List>(workspace, `/api/discrepancies?${AS_OF}&state=claimed`)
  expect(claimed.items).toHaveLength(1)
})

test('another workspace sees none of it and can decide nothing', async () => {
  const [mine, theirs] = [await judged(), await newWorkspace()]
  const [first] = (await get<List>(mine, `/api/discrepancies?${AS_OF}`)).items
  expect((await get<List>(theirs, `/api/discrepancies?${AS_OF}`)).items).toEqual([])
  for (const id of [first!.id, 'nonsense', 'W10']) {
    const json = { state: 'written_off' }
    const response = await theirs.request(`/api/discrepancies/${id}`, { method: 'PATCH', json })
    expect(response.status, id).toBe(404)
  }
})

type Reconciliation = {
  buckets: { bucket: string; count: number; amount: number }[]
  total: { count: number }
  isUpToDate: boolean
}
type Orders = { items: { subOrderNo: string; bucket: string }[]; nextCursor: string | null }

test('every sub-order stands in one bucket, and each bucket lists its sub-orders', async () => {
  const workspace = await judged()
  const { buckets, total, isUpToDate } = await get<Reconciliation>(
    workspace,
    `/api/reconciliation?${AS_OF}`,
  )
  expect(isUpToDate).toBe(true)
  expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(total.count)
  expect(total.count).toBeGreaterThan(202)
  for (const { bucket, count } of buckets) {
    const listed: string[] = []
    let cursor = ''
    do {
      const query = `${AS_OF}&bucket=${bucket}&limit=60${cursor && `&cursor=${cursor}`}`
      const page = await get<Orders>(workspace, `/api/orders?${query}`)
      listed.push(...page.items.map(({ subOrderNo }) => subOrderNo))
      cursor = page.nextCursor ?? ''
    } while (cursor)
    expect(new Set(listed).size, bucket).toBe(count)
    expect(listed).toHaveLength(count)
  }
})

test('a delivery that nobody paid is awaited until its due day and overdue after it', async () => {
  const workspace = await judged()
  const count = async (asOf: string, bucket: string) => {
    const { buckets } = await get<Reconciliation>(workspace, `/api/reconciliation?asOf=${asOf}`)
    return buckets.find((each) => each.bucket === bucket)!.count
  }
  expect(await count('2026-06-02', 'overdue')).toBe(0)
  const waiting = await count('2026-06-02', 'awaiting')
  expect(waiting).toBeGreaterThan(0)
  expect(await count('2026-12-31', 'overdue')).toBe(waiting)
})
