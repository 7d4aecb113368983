import { dayInIndia } from '#core/dates'
import { beforeAll, expect, test } from 'vitest'
import { figures, urlOf } from '../support/worker/figures'
import { judge, ordersFile, sendFiles } from '../support/worker/uploads'
import { get, newWorkspace, type TestWorkspace } from '../support/worker/workspace'

const SUPPLIERS = ['7000001', '7000002', '7000003', '7000004', '7000005', '7000006', '7000007']

/** A family with seven supplier accounts, each with three sub-orders of July 2025: D1 joins five lists at most. */
let workspace: TestWorkspace
beforeAll(async () => {
  workspace = await newWorkspace()
  await sendFiles(
    workspace,
    SUPPLIERS.map((supplier, at) =>
      ordersFile(supplier, [
        `258000000000000${at}00_1,2025-07-10`,
        `258000000000000${at}01_1,2025-07-02`,
        `258000000000000${at}02_1,2025-07-30`,
      ]),
    ),
  )
  for (const at of SUPPLIERS.keys()) await judge(workspace, at)
}, 60_000)

// Days in the middle of a month: of them least is kept, and most is added up.
const DAYS = { from: '2025-07-07', to: '2025-07-22', month: '2025-07', asOf: '2025-08-03' }

const ASKED: readonly Readonly<Record<string, string>>[] = [
  {},
  { q: '2580' },
  { group: 'sku', basis: 'order' },
  { group: 'sku', basis: 'payment' },
  { basis: 'order' },
  { sku: 'S-1', basis: 'order' },
]

function asked({ parameters }: (typeof figures)[number], more: Readonly<Record<string, string>>) {
  const names = new Set(parameters.map(({ name }) => name))
  return Object.fromEntries(
    Object.entries({ ...DAYS, ...more }).filter(([name]) => names.has(name)),
  )
}

const wholes = figures.filter(({ path }) => !path.includes('{'))

test.each(wholes)('$path answers for seven stores together', async (figure) => {
  for (const more of ASKED) {
    const url = urlOf(figure, asked(figure, more))
    expect((await workspace.request(url)).status, url).toBe(200)
  }
})

test.each(wholes)('$path answers for seven stores together, as known on a day', async (figure) => {
  const knownOn = dayInIndia(new Date())
  for (const more of ASKED.map((each) => ({ ...each, knownOn }))) {
    const url = urlOf(figure, asked(figure, more))
    expect((await workspace.request(url)).status, url).toBe(200)
  }
})

test('a search finds the sub-orders of all of them', async () => {
  type Orders = { items: { subOrderNo: string }[]; totals: { count: number } }
  const found = await get<Orders>(workspace, '/api/orders?asOf=2025-08-03&q=2580')
  expect(found.items).toHaveLength(21)
  expect(found.totals.count).toBe(21)
})
