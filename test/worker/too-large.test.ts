import { addDays, dayInIndia } from '#core/dates'
import { MAX_JUDGED } from '#engine/reconcile-as-known'
import { MAX_LINES_ADDED } from '#worker/operations/check-past'
import { runImport } from '#worker/operations/run-import'
import { discrepancyIdOf } from '#worker/routes/discrepancy-item'
import { storeId, subOrderNo } from '#core/ids'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accept, FILES, idOf, ordersFile } from '../support/worker/uploads'
import { newWorkspace, type TestWorkspace } from '../support/worker/workspace'

const DAY_MS = 24 * 60 * 60 * 1000
const JULY = 'from=2025-07-01&to=2025-07-31'
const ONE = '123456789012345678_1'
const AN_ORDER = `SHIPPED,${ONE},2025-07-05,Gujarat,Saree,S-1,Free Size,1,299,299,P1`

type File = Parameters<typeof accept>[1]

/** A seller who sent a file ten days ago, and the day before today. */
async function sellerWith(file: File) {
  const workspace = await newWorkspace()
  const caller = await workspace.caller(new Date(Date.now() - 10 * DAY_MS))
  const { upload } = await accept(caller, file)
  await runImport(caller, idOf(upload))
  const { stores } = await (await workspace.request('/api/me')).json<{ stores: { id: string }[] }>()
  const yesterday = addDays(dayInIndia(new Date()), -1)
  return { workspace, caller, store: storeId(stores[0]!.id), yesterday }
}

type Caller = Awaited<ReturnType<TestWorkspace['caller']>>

/** The one sub-order again under other numbers, counted from `first`. */
async function again({ ledger }: Caller, first: number, last: number): Promise<void> {
  const columns = (
    await ledger.all<{ name: string }>(sql`SELECT name FROM pragma_table_info('sub_order')`)
  ).map(({ name }) => name)
  const values = columns.map((name) => (name === 'sub_order_no' ? `(n || '_1')` : name))
  await ledger.run(sql`WITH RECURSIVE number (n) AS (
      SELECT ${sql.raw(String(first))} UNION ALL SELECT n + 1 FROM number WHERE n < ${sql.raw(String(last))})
    INSERT INTO sub_order (${sql.raw(columns.join(', '))})
    SELECT ${sql.raw(values.join(', '))} FROM sub_order CROSS JOIN number WHERE sub_order_no = ${ONE}`)
}

type Problem = { code: string; detail: string }
type Pnl = { costState: string; groups: { lines: { cogs: number | null }; subOrders: number }[] }

test('30,000 sub-orders are judged by what was known; of one more, product cost is not told, and verdicts are refused', async () => {
  const { workspace, caller, store, yesterday } = await sellerWith(ordersFile('990011', [AN_ORDER]))
  await again(caller, 900_000_000_001, 900_000_000_000 + MAX_JUDGED - 1)
  const known = `knownOn=${yesterday}`
  const get = (path: string) => workspace.request(path)
  const pnl = async () => (await get(`/api/pnl?${JULY}&basis=order&${known}`)).json<Pnl>()

  expect(await pnl()).toMatchObject({ costState: 'current', groups: [{ subOrders: 30_000 }] })
  const missing = await get(`/api/provenance?figure=cogs&${JULY}&${known}`)
  expect(missing.status).toBe(200)

  await again(caller, 950_000_000_000, 950_000_000_000)
  expect(await pnl()).toMatchObject({
    costState: 'not_then',
    groups: [{ subOrders: 30_001, lines: { cogs: null } }],
  })
  for (const path of [`skus?${JULY}&`, `bridge?${JULY}&`])
    expect(await (await get(`/api/${path}${known}`)).json(), path).toMatchObject({
      costState: 'not_then',
    })
  const id = discrepancyIdOf({
    storeId: store,
    subOrderNo: subOrderNo(ONE),
    rule: 'order_unknown',
    about: '',
  })
  for (const path of [
    'reconciliation?',
    'orders?',
    'discrepancies?',
    `discrepancies/${id}/ticket?`,
    'export/discrepancies.csv?',
    'claims/claimable?',
    'maturity?month=2025-07&',
    // A list of cells without those of product cost, or a file of profits without it, would be short in silence.
    `provenance?figure=cogs&${JULY}&`,
    `provenance?figure=netProfit&${JULY}&`,
    `provenance.csv?figure=packaging&${JULY}&`,
    `export/pnl.csv?${JULY}&`,
  ]) {
    const response = await get(`/api/${path}${known}`)
    expect(response.status, path).toBe(422)
    const { code, detail } = await response.json<Problem>()
    expect(code, path).toBe('too-large-to-judge')
    expect(detail).toContain('more than 30,000 sub-orders are too many for one')
  }
  // What needs no verdict is told all the same.
  for (const path of [`provenance?figure=settlement&${JULY}&`, 'costs/missing?'])
    expect((await get(`/api/${path}${known}`)).status, path).toBe(200)
}, 120_000)

test('a million lines are added up by what was known, and one more is refused; fewer days of payment are not', async () => {
  const { workspace, caller, yesterday } = await sellerWith(FILES.payments)
  const { ledger } = caller
  const setLines = (lines: number) =>
    ledger.run(sql`UPDATE report SET new_rows = ${lines} WHERE kind = 'payments.orders'
      AND workspace_id = ${workspace.workspaceId}`)
  const asked = (from: string, to: string) => `from=${from}&to=${to}&knownOn=${yesterday}`
  const june = asked('2026-06-01', '2026-06-30')
  const august = asked('2026-08-01', '2026-08-31')
  const paths = [
    `pnl?basis=order&${june}`,
    `skus?basis=order&${june}`,
    `bridge?${june}`,
    `export/pnl.csv?basis=order&${june}`,
    `provenance?figure=settlement&basis=order&${june}`,
    `provenance.csv?figure=settlement&basis=order&${june}`,
    `pnl?basis=payment&${august}`,
    `costs/missing?knownOn=${yesterday}`,
  ]
  const statuses = async () => {
    const found = []
    for (const path of paths) found.push((await workspace.request(`/api/${path}`)).status)
    return found
  }
  await setLines(MAX_LINES_ADDED)
  expect(await statuses()).toEqual(paths.map(() => 200))
  await setLines(MAX_LINES_ADDED + 1)
  expect(await statuses()).toEqual(paths.map(() => 422))
  const refused = await workspace.request(`/api/${paths[0]}`)
  const { code, detail } = await refused.json<Problem>()
  expect(code).toBe('too-large-to-add-up')
  expect(detail).toContain('more than 10,00,000 settlement lines')
  // August's payments are in the one file there is; June's are in none.
  expect((await workspace.request(`/api/pnl?basis=payment&${june}`)).status).toBe(200)
  // What is known now has its totals, however many lines there are.
  const now = await workspace.request('/api/pnl?basis=order&from=2026-06-01&to=2026-06-30')
  expect(now.status).toBe(200)
})
