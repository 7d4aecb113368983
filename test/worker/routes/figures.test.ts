import { accept, deliverImport, FILES, idOf } from '../../support/worker/uploads'
import { get, newWorkspace, type TestWorkspace } from '../../support/worker/workspace'
import { expect, test } from 'vitest'

// Amounts are those of seller-2026's truth.json and of the rows of its files.
const AUGUST = 'from=2026-08-01&to=2026-08-31'

async function withPayments(): Promise<TestWorkspace> {
  const workspace = await newWorkspace()
  const caller = await workspace.caller()
  for (const file of [FILES.payments, FILES.overlappingPayments]) {
    const { upload } = await accept(caller, file)
    await deliverImport(caller, idOf(upload))
  }
  return workspace
}

type Lines = Record<string, number | null>
type Pnl = {
  groups: {
    key: string
    lines: Lines
    lineCount: number
    coverage: { costKnownPct: number | null }
  }[]
}

test('a month of payments is a profit and loss to the paisa, and the overlapping download adds nothing', async () => {
  const workspace = await withPayments()
  const { groups } = await get<Pnl>(workspace, `/api/pnl?${AUGUST}&basis=payment`)
  expect(groups).toHaveLength(1)
  expect(groups[0]).toMatchObject({
    key: 'total',
    lineCount: 178,
    lines: {
      grossSales: 75_422_00,
      salesReturned: -19_014_00,
      netSales: 56_408_00,
      commission: -503_62,
      shipping: -10_213_17,
      returnShipping: -2_142_00,
      fees: -12_858_79,
      tcs: -259_58,
      tds: -51_97,
      recovery: -94_80,
      unexplained: -37_50,
      settlement: 43_105_36,
      cogs: null,
    },
    coverage: { costKnownPct: 0 },
  })
})

test('months and SKUs of a profit and loss add up to its total', async () => {
  const workspace = await withPayments()
  const total = await get<Pnl>(workspace, `/api/pnl?${AUGUST}&basis=payment`)
  for (const group of ['month', 'day', 'sku']) {
    const { groups } = await get<Pnl>(workspace, `/api/pnl?${AUGUST}&basis=payment&group=${group}`)
    for (const line of ['settlement', 'bankReceipts', 'netProfit', 'fees']) {
      const sum = groups.reduce((all, each) => all + (each.lines[line] ?? 0), 0)
      expect(sum, `${line} by ${group}`).toBe(total.groups[0]!.lines[line])
    }
  }
})

type Payouts = {
  items: { paidOn: string; orders: number; net: number; transactionIds: string[] }[]
  nextCursor: string | null
}

test('payouts page through every payment day once, newest first', async () => {
  const workspace = await withPayments()
  const whole = await get<Payouts>(workspace, `/api/payouts?${AUGUST}`)
  const days: string[] = []
  let cursor = ''
  do {
    const page = await get<Payouts>(
      workspace,
      `/api/payouts?${AUGUST}&limit=7${cursor && `&cursor=${cursor}`}`,
    )
    days.push(...page.items.map(({ paidOn }) => paidOn))
    cursor = page.nextCursor ?? ''
  } while (cursor)
  expect(days).toEqual(whole.items.map(({ paidOn }) => paidOn))
  expect(days).toEqual(days.toSorted().toReversed())
  expect(whole.items.reduce((sum, { orders }) => sum + orders, 0)).toBe(43_105_36)
})

type Settlements = {
  items: {
    id: string
    subOrderNo: string
    settlement: number
    source: { row: number; reportId: number }
  }[]
  nextCursor: string | null
  totals: { count: number; settlement: number } | null
}

test('settlements sorted by money page through every line once', async () => {
  const workspace = await withPayments()
  for (const sort of ['settlement', '-settlement', 'paidOn', '-sale']) {
    const ids: string[] = []
    const amounts: number[] = []
    let cursor = ''
    do {
      const query = `${AUGUST}&sort=${sort}&limit=25${cursor && `&cursor=${cursor}`}`
      const page = await get<Settlements>(workspace, `/api/settlements?${query}`)
      if (!cursor) expect(page.totals).toMatchObject({ count: 178, settlement: 43_105_36 })
      ids.push(...page.items.map(({ id }) => id))
      amounts.push(...page.items.map(({ settlement }) => settlement))
      cursor = page.nextCursor ?? ''
    } while (cursor)
    expect(new Set(ids).size, sort).toBe(178)
    expect(ids).toHaveLength(178)
    if (sort === 'settlement') expect(amounts).toEqual(amounts.toSorted((a, b) => a - b))
  }
})

test('a filter narrows the lines and their totals alike', async () => {
  const workspace = await withPayments()
  const rto = await get<Settlements>(workspace, `/api/settlements?${AUGUST}&status=RTO&limit=200`)
  expect(rto.items).toHaveLength(28)
  expect(rto.totals).toMatchObject({ count: 28 })
  const one = await get<Settlements>(workspace, `/api/settlements?${AUGUST}&q=258066903826327774`)
  expect(one.items).toMatchObject([{ subOrderNo: '258066903826327774_1', settlement: 342_41 }])
})

test('a sub-order shows its lines, and each leads to its row in the file', async () => {
  const workspace = await withPayments()
  const order = await get<{
    lines: { settlement: number; source: { reportId: number; row: number } }[]
  }>(workspace, '/api/orders/258066903826327774_1')
  expect(order.lines).toMatchObject([{ settlement: 342_41 }])
  const { reportId, row } = order.lines[0]!.source
  const fileRow = await get<{
    sheet: string
    cells: { column: string; title: string; text: string }[]
  }>(workspace, `/api/reports/${reportId}/rows/${row}`)
  expect(fileRow.sheet).toBe('Order Payments')
  expect(fileRow.cells[0]).toEqual({
    column: 'A',
    title: 'Sub Order No',
    text: '258066903826327774_1',
  })
  expect(fileRow.cells.find(({ title }) => title === 'Final Settlement Amount')).toMatchObject({
    column: 'N',
    text: '342.41',
  })
})

type Provenance = { items: { value: number }[]; total: number; nextCursor: string | null }

test('a figure is the sum of the cells it lists, on the screen and in the spreadsheet', async () => {
  const workspace = await withPayments()
  const question = `figure=pnl.returnShipping&${AUGUST}&basis=payment`
  const { items, total, nextCursor } = await get<Provenance>(
    workspace,
    `/api/provenance?${question}&limit=200`,
  )
  expect(nextCursor).toBeNull()
  expect(total).toBe(-2_142_00)
  expect(items.reduce((sum, { value }) => sum + value, 0)).toBe(total)
  expect(await get(workspace, `/api/provenance/count?${question}`)).toEqual({
    knownOn: null,
    count: items.length,
  })
  const csv = await (await workspace.request(`/api/provenance.csv?${question}`)).text()
  const rows = csv.trim().split('\r\n')
  expect(rows[0]).toContain('Sub Order No')
  expect(rows).toHaveLength(items.length + 1)
})

test('another workspace’s figures are empty and its sub-orders, rows and stores not found', async () => {
  const [mine, theirs] = [await withPayments(), await newWorkspace()]
  const { groups } = await get<Pnl>(theirs, `/api/pnl?${AUGUST}&basis=payment`)
  expect(groups).toEqual([])
  const { stores } = await get<{ stores: { id: string }[] }>(mine, '/api/me')
  const order = await get<{ lines: { source: { reportId: number; row: number } }[] }>(
    mine,
    '/api/orders/258066903826327774_1',
  )
  const { reportId, row } = order.lines[0]!.source
  for (const path of [
    '/api/orders/258066903826327774_1',
    `/api/reports/${reportId}/rows/${row}`,
    `/api/pnl?${AUGUST}&store=${stores[0]!.id}`,
    `/api/payouts?${AUGUST}&store=${stores[0]!.id}`,
    `/api/settlements?${AUGUST}&store=${stores[0]!.id}`,
    `/api/provenance?figure=settlement&${AUGUST}&store=${stores[0]!.id}`,
    `/api/provenance/count?figure=settlement&${AUGUST}&store=${stores[0]!.id}`,
  ]) {
    expect((await theirs.request(path)).status, path).toBe(404)
  }
})

test('a period that ends before it begins, a strange day or cursor is answered with a sentence', async () => {
  const workspace = await newWorkspace()
  for (const path of [
    '/api/pnl?from=2026-08-31&to=2026-08-01',
    '/api/pnl?from=2026-02-30&to=2026-03-01',
    '/api/pnl?from=2020-01-01&to=2026-03-01',
    `/api/payouts?${AUGUST}&cursor=bm9uc2Vuc2U`,
    `/api/settlements?${AUGUST}&cursor=W10`,
    `/api/provenance?figure=settlement&${AUGUST}&cursor=e30`,
  ]) {
    const response = await workspace.request(path)
    expect(response.status, path).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  }
})
