import { streamText } from '#worker/stream-text'
import papaparse from 'papaparse'
import { expect, test } from 'vitest'
import { FILES, judge, sendFiles } from '../../support/worker/uploads'
import { get, newWorkspace, type TestWorkspace } from '../../support/worker/workspace'

const PERIOD = 'from=2026-06-01&to=2026-08-31'

/** A seller who has sent August's payments and June's orders, judged. */
async function seller(): Promise<TestWorkspace> {
  const workspace = await newWorkspace()
  await sendFiles(workspace, [FILES.payments, FILES.orders])
  await judge(workspace)
  return workspace
}

async function csv({ request }: TestWorkspace, path: string) {
  const response = await request(`/api/export/${path}`)
  expect(response.status, path).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    await response.arrayBuffer(),
  )
  expect(text.startsWith('\uFEFF')).toBe(true)
  expect(text.endsWith('\r\n')).toBe(true)
  const { data } = papaparse.parse<string[]>(text.slice(1), { skipEmptyLines: true })
  const [titles = [], ...rows] = data
  return { titles, rows, disposition: response.headers.get('content-disposition') }
}

type Csv = Awaited<ReturnType<typeof csv>>
const cells = ({ titles, rows }: Csv, title: string) =>
  rows.map((row) => row[titles.indexOf(title)]!)
const inPaise = (text: string) => {
  expect(text).toMatch(/^-?\d+\.\d\d$/)
  return Number(text.replace('.', ''))
}
const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0)

test('the settlements add up to what the screen of settlements says', async () => {
  const workspace = await seller()
  const { totals } = await get<{
    totals: { count: number; settlement: number; sale: number }
  }>(workspace, `/api/settlements?${PERIOD}`)
  // Truth of seller-2026 for August.
  expect(totals).toEqual({ count: 178, settlement: 43_105_36, sale: 75_422_00 })
  const table = await csv(workspace, `settlements.csv?${PERIOD}`)
  expect(table.rows).toHaveLength(178)
  expect(sum(cells(table, 'Settlement').map(inPaise))).toBe(43_105_36)
  expect(sum(cells(table, 'Sale').map(inPaise))).toBe(75_422_00)
  expect(table.disposition).toBe('attachment; filename="settlements_2026-06-01_2026-08-31.csv"')
  const returns = await csv(workspace, `settlements.csv?${PERIOD}&status=Return&sort=-sale`)
  const listed = await get<{ totals: { count: number } }>(
    workspace,
    `/api/settlements?${PERIOD}&status=Return`,
  )
  expect(returns.rows).toHaveLength(listed.totals.count)
})

test('each sub-order of the file says where it stands, as the screen of orders counts them', async () => {
  const workspace = await seller()
  const table = await csv(workspace, `orders.csv?${PERIOD}&asOf=2026-09-03`)
  // The orders of June in seller-2026.
  expect(table.rows).toHaveLength(202)
  const { items } = await get<{ items: { subOrderNo: string; bucket: string }[] }>(
    workspace,
    '/api/orders?asOf=2026-09-03&bucket=overdue&limit=200',
  )
  const overdue = table.rows.filter((row) => row[table.titles.indexOf('Stands')] === 'overdue')
  expect(overdue.map((row) => row[table.titles.indexOf('Sub Order No')]).toSorted()).toEqual(
    items.map(({ subOrderNo }) => subOrderNo).toSorted(),
  )
  expect(overdue.length).toBeGreaterThan(0)
})

test('what is wrong adds up to the totals of its screen, rule by rule', async () => {
  const workspace = await seller()
  const { totals } = await get<Wrong>(workspace, '/api/discrepancies?asOf=2026-09-03')
  const table = await csv(workspace, 'discrepancies.csv?asOf=2026-09-03')
  expect(totals.length).toBeGreaterThan(2)
  expect(table.rows).toHaveLength(sum(totals.map(({ count }) => count)))
  for (const { rule, atStake } of totals) {
    const ofRule = table.rows.filter((row) => row[table.titles.indexOf('Rule')] === rule)
    const stakes = ofRule.map((row) => row[table.titles.indexOf('At Stake')]!)
    // What nobody knows, or what cannot be lost, is blank in the file and null on the screen.
    const known = stakes.filter((stake) => stake !== '')
    expect([rule, known.length === 0 ? null : sum(known.map(inPaise))]).toEqual([rule, atStake])
  }
})

type Orders = {
  items: { subOrderNo: string; orderedOn: string | null }[]
  nextCursor: string | null
}

/** The day of every sub-order, from their own list. */
async function orderDays(workspace: TestWorkspace): Promise<Map<string, string>> {
  const days = new Map<string, string>()
  for (let cursor: string | null = ''; cursor !== null;) {
    const path = `/api/orders?asOf=2026-09-03&limit=200${cursor && `&cursor=${cursor}`}`
    const page: Orders = await get<Orders>(workspace, path)
    for (const { subOrderNo, orderedOn } of page.items) days.set(subOrderNo, orderedOn ?? '')
    cursor = page.nextCursor
  }
  return days
}

type Wrong = { totals: { rule: string; count: number; atStake: number | null }[] }

test('what is wrong leaves by the days its orders were placed on, by rule and by decision, as its list has it', async () => {
  const workspace = await seller()
  const orderedOn = await orderDays(workspace)
  const all = await csv(workspace, 'discrepancies.csv?asOf=2026-09-03')
  const [no, rule] = [all.titles.indexOf('Sub Order No'), all.titles.indexOf('Rule')]
  expect(all.rows.every((row) => orderedOn.has(row[no]!))).toBe(true)
  for (const [asked, from, to] of [
    ['from=2026-06-10&to=2026-06-20', '2026-06-10', '2026-06-20'],
    ['from=2026-06-21', '2026-06-21', '9999'],
    ['to=2026-06-20', '1', '2026-06-20'],
  ] as const) {
    const { titles, rows } = await csv(workspace, `discrepancies.csv?asOf=2026-09-03&${asked}`)
    const within = all.rows.filter((row) => {
      const day = orderedOn.get(row[no]!)!
      return day >= from && day <= to
    })
    expect(within.length, asked).toBeGreaterThan(0)
    expect(within.length, asked).toBeLessThan(all.rows.length)
    expect([titles, rows], asked).toEqual([all.titles, within])
    const list = await get<Wrong>(workspace, `/api/discrepancies?asOf=2026-09-03&${asked}`)
    const counts = Object.groupBy(within, (row) => row[rule]!)
    expect(Object.fromEntries(list.totals.map((each) => [each.rule, each.count]))).toEqual(
      Object.fromEntries(Object.entries(counts).map(([name, found]) => [name, found!.length])),
    )
  }
  const [first] = all.rows
  const some = `rule=${first![rule]}&from=2026-01-01&to=2026-12-31`
  const open = await csv(workspace, `discrepancies.csv?asOf=2026-09-03&${some}&state=open`)
  expect(open.rows).toEqual(all.rows.filter((row) => row[rule] === first![rule]))
  const none = await csv(workspace, `discrepancies.csv?asOf=2026-09-03&${some}&state=claimed`)
  expect(none.rows).toEqual([])
  for (const path of ['export/discrepancies.csv', 'discrepancies']) {
    const turned = await workspace.request(`/api/${path}?from=2026-07-01&to=2026-06-30`)
    expect(turned.status).toBe(400)
  }
})

test('the payouts are those of their screen', async () => {
  const workspace = await seller()
  const { items } = await get<{ items: { paidOn: string; net: number }[] }>(
    workspace,
    `/api/payouts?${PERIOD}`,
  )
  const table = await csv(workspace, `payouts.csv?${PERIOD}`)
  expect(cells(table, 'Paid On')).toEqual(items.map(({ paidOn }) => paidOn))
  expect(cells(table, 'Net').map(inPaise)).toEqual(items.map(({ net }) => net))
})

type Pnl = { groups: { key: string; lines: Record<string, number | null>; units: number }[] }

test.each(['order', 'payment'])('by %s day, the statement has its months across', async (basis) => {
  const workspace = await seller()
  const asked = `${PERIOD}&basis=${basis}`
  const { groups } = await get<Pnl>(workspace, `/api/pnl?${asked}&group=month`)
  const total = await get<Pnl>(workspace, `/api/pnl?${asked}&group=total`)
  const table = await csv(workspace, `pnl.csv?${asked}&group=month`)
  expect(table.titles).toEqual(['Line', 'Name', ...groups.map(({ key }) => key), 'total'])
  for (const group of [...groups, ...total.groups])
    for (const [line, amount] of Object.entries(group.lines)) {
      const row = table.rows.find(([key]) => key === line)!
      const cell = row[table.titles.indexOf(group.key)]!
      // A cost that nobody entered is an empty cell, and not 0.00.
      expect([line, cell === '' ? null : inPaise(cell)]).toEqual([line, amount])
    }
  expect(table.rows.find(([key]) => key === 'cogs')!.slice(0, 2)).toEqual(['cogs', 'Product cost'])
})

test('by SKU and by day, the statement has a row each', async () => {
  const workspace = await seller()
  for (const group of ['sku', 'day']) {
    const { groups } = await get<Pnl>(workspace, `/api/pnl?${PERIOD}&basis=payment&group=${group}`)
    const table = await csv(workspace, `pnl.csv?${PERIOD}&basis=payment&group=${group}`)
    expect(cells(table, group === 'sku' ? 'SKU' : 'Day')).toEqual(groups.map(({ key }) => key))
    expect(cells(table, 'Settlement').map(inPaise)).toEqual(
      groups.map(({ lines }) => lines['settlement']),
    )
  }
})

test('an export holds what was known on a day before its files came: nothing', async () => {
  const workspace = await seller()
  for (const name of ['orders', 'settlements', 'returns', 'claims', 'costs', 'payouts']) {
    const { rows } = await csv(workspace, `${name}.csv?${PERIOD}&knownOn=2026-09-30`)
    expect([name, rows]).toEqual([name, []])
  }
  const pnl = await csv(workspace, `pnl.csv?${PERIOD}&basis=payment&group=sku&knownOn=2026-09-30`)
  expect(pnl.rows).toEqual([])
  const wrong = await csv(workspace, 'discrepancies.csv?asOf=2026-09-03&knownOn=2026-09-30')
  expect(wrong.rows).toEqual([])
})

test('costs leave as a list that can be sent back', async () => {
  const workspace = await seller()
  const put = (sku: string, body: object) =>
    workspace.request(`/api/costs/${sku}`, { method: 'PUT', json: body })
  await put('KURTI-1', { effectiveFrom: '2026-06-01', cost: 210_50, packaging: null })
  const { titles, rows } = await csv(workspace, 'costs.csv')
  expect(titles.slice(0, 6)).toEqual([
    'Store',
    'Supplier ID',
    'SKU',
    'Effective From',
    'Cost',
    'Packaging',
  ])
  expect(rows).toEqual([
    ['Meesho 2454257', '2454257', 'KURTI-1', '2026-06-01', '210.50', '', '', '', ''],
  ])
  const response = await workspace.request('/api/export/costs.csv')
  const back = await workspace.request('/api/costs/import?dryRun=1', {
    method: 'POST',
    body: await response.arrayBuffer(),
  })
  expect(await back.json()).toMatchObject({ rows: 1, same: 1, rejected: 0 })
})

test('another workspace gets nothing, and a foreign store is not found', async () => {
  const [mine, theirs] = [await seller(), await newWorkspace()]
  const { stores } = await get<{ stores: { id: string }[] }>(mine, '/api/me')
  for (const name of [
    'orders',
    'settlements',
    'returns',
    'claims',
    'costs',
    'discrepancies',
    'pnl',
  ]) {
    const path = `/api/export/${name}.csv?${PERIOD}&store=${stores[0]!.id}`
    expect([name, (await theirs.request(path)).status]).toEqual([name, 404])
    const own = await csv(theirs, `${name}.csv?${PERIOD}&basis=payment&group=sku`)
    expect([name, own.rows]).toEqual([name, []])
  }
})

test('a period that ends before it begins is refused before a byte is sent', async () => {
  const workspace = await newWorkspace()
  const response = await workspace.request('/api/export/orders.csv?from=2026-08-31&to=2026-06-01')
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'invalid-period' })
})

/** Texts of which one fails, and whether somebody still reads them. */
function texts(count: number, failsAt = Number.POSITIVE_INFINITY) {
  const made: number[] = []
  const state = { made, isOver: false }
  async function* make() {
    try {
      for (let at = 0; at < count; at += 1) {
        if (at === failsAt) throw new Error('The table is away')
        made.push(at)
        yield `${at}\r\n`
      }
    } finally {
      state.isOver = true
    }
  }
  return { generator: make(), state }
}

test('a table that fails half-way aborts the file, and is never a file that is silently short', async () => {
  const { generator } = texts(10, 5)
  const errors: unknown[] = []
  const body = await streamText(generator, (error) => errors.push(error))
  await expect(new Response(body).text()).rejects.toThrow()
  expect(errors).toHaveLength(1)
  await expect(streamText(texts(10, 1).generator, () => {})).rejects.toThrow('The table is away')
})

test('nothing is read ahead of who takes it, and nothing more once they are gone', async () => {
  const { generator, state } = texts(1_000)
  const body = await streamText(generator, () => {})
  const reader = body.getReader()
  for (let at = 0; at < 5; at += 1) await reader.read()
  expect(state.made.length).toBeLessThan(9)
  await reader.cancel()
  expect(state.isOver).toBe(true)
  expect(state.made.length).toBeLessThan(9)
})
