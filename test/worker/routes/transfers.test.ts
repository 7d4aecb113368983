import { MAX_STATEMENT_BYTES } from '#worker/operations/match-bank-statement'
import { accept, deliverImport, FILES, idOf } from '../../support/worker/uploads'
import { newWorkspace, type TestWorkspace } from '../../support/worker/workspace'
import { expect, test } from 'vitest'

// Of truth.json of seller-2026, and of the rows of its payments file.
const AUGUST = 'from=2026-08-01&to=2026-08-31'

type Transfer = {
  paidOn: string
  transactionId: string
  orders: number
  extrasOfDay: number
  expected: number | null
}
type Payout = { paidOn: string; transactionId: string; expected: number | null }
type Credit = { row: number; on: string; amount: number; narration: string }
type Match = {
  isStored: boolean
  period: { from: string; to: string } | null
  matched: { payout: Payout; credit: Credit; difference: number | null }[]
  amountOnly: { payout: Payout; credit: Credit; looksLikeMeesho: boolean }[]
  missing: Payout[]
  notCovered: Payout[]
  unknownCredits: Credit[]
  unreadableRows: { row: number }[]
  totals: Record<string, { count: number; amount: number }>
}

async function withPayments(): Promise<TestWorkspace> {
  const workspace = await newWorkspace()
  const caller = await workspace.caller()
  const { upload } = await accept(caller, FILES.payments)
  await deliverImport(caller, idOf(upload))
  return workspace
}

async function transfers({ request }: TestWorkspace, query = AUGUST): Promise<Transfer[]> {
  const response = await request(`/api/payouts/transfers?${query}&limit=200`)
  expect(response.status).toBe(200)
  return (await response.json<{ items: Transfer[] }>()).items
}

async function match(
  workspace: TestWorkspace,
  rows: readonly string[],
  query = '',
): Promise<Match> {
  const body = ['Date,Narration,Chq./Ref.No.,Withdrawal Amt.,Deposit Amt.', ...rows].join('\r\n')
  const response = await workspace.request(`/api/payouts/match-bank${query}`, {
    method: 'POST',
    body,
  })
  expect(response.status).toBe(200)
  return response.json<Match>()
}

const rupees = (paise: number) => (paise / 100).toFixed(2)

/** One row a payout, as the bank would print it; without its transaction id where it is left out. */
function bankRow({ paidOn, transactionId, expected }: Transfer, hasId = true): string {
  const [year, month, day] = paidOn.split('-')
  const id = hasId ? `-${transactionId}` : ''
  return `${day}/${month}/${year!.slice(2)},NEFT CR-MEESHO${id},,,"${rupees(expected!)}"`
}

test('the credits to look for are the days of the truth, each less its ads', async () => {
  const workspace = await withPayments()
  const found = await transfers(workspace)
  expect(found.find(({ paidOn }) => paidOn === '2026-08-01')).toMatchObject({
    transactionId: 'AXISCN1000089205',
    // 1 August lost 123.82 to ads, and nothing else.
    extrasOfDay: -123_82,
  })
  const sum = found.reduce((all, { orders }) => all + orders, 0)
  expect(sum).toBe(43_105_36)
  for (const { orders, extrasOfDay, expected } of found) expect(expected).toBe(orders + extrasOfDay)
})

test('transfers page through every one once, newest first', async () => {
  const workspace = await withPayments()
  const all = await transfers(workspace)
  const paged: Transfer[] = []
  let cursor = ''
  do {
    const response = await workspace.request(
      `/api/payouts/transfers?${AUGUST}&limit=7${cursor && `&cursor=${cursor}`}`,
    )
    const page = await response.json<{ items: Transfer[]; nextCursor: string | null }>()
    paged.push(...page.items)
    cursor = page.nextCursor ?? ''
  } while (cursor)
  expect(paged).toEqual(all)
  const days = all.map(({ paidOn }) => paidOn)
  expect(days).toEqual(days.toSorted().toReversed())
})

test('a statement that holds every payout leaves none to look for', async () => {
  const workspace = await withPayments()
  const paid = (await transfers(workspace)).filter(({ expected }) => expected! > 0)
  const around = ['25/07/26,OPENING,,5.00,', '10/09/26,CLOSING,,5.00,']
  const found = await match(workspace, [...around, ...paid.map((each) => bankRow(each))])
  expect(found.matched).toHaveLength(paid.length)
  expect(found.matched.every(({ difference }) => difference === 0)).toBe(true)
  expect(found).toMatchObject({
    isStored: false,
    period: { from: '2026-07-25', to: '2026-09-10' },
    amountOnly: [],
    missing: [],
    notCovered: [],
    unknownCredits: [],
    unreadableRows: [],
    totals: { matched: { amount: paid.reduce((all, { expected }) => all + expected!, 0) } },
  })
})

test('each trouble has its own list: less than the payout, no id, not there, not known, not readable', async () => {
  const workspace = await withPayments()
  const paid = (await transfers(workspace)).filter(({ expected }) => expected! > 0)
  const [less, plain, gone, ...rest] = paid.filter(({ paidOn }) => paidOn <= '2026-08-20')
  const found = await match(workspace, [
    '25/07/26,OPENING,,5.00,',
    bankRow({ ...less!, expected: less!.expected! - 10_00 }),
    bankRow(plain!, false),
    ...rest.map((each) => bankRow(each)),
    '12/08/26,NEFT MEESHO AXISCN9999999999,,,77.00',
    '13/08/26,UPI RAMESH,,,88.00',
    '14/08/26,NEFT X,,,88.00.00',
    '25/08/26,CLOSING,,5.00,',
  ])
  expect(found.matched.filter(({ difference }) => difference !== 0)).toMatchObject([
    { payout: { transactionId: less!.transactionId }, difference: -10_00 },
  ])
  expect(found.amountOnly).toMatchObject([
    { payout: { paidOn: plain!.paidOn }, looksLikeMeesho: true },
  ])
  expect(found.missing).toMatchObject([{ transactionId: gone!.transactionId }])
  expect(found.notCovered.every(({ paidOn }) => paidOn > '2026-08-20')).toBe(true)
  expect(found.unknownCredits).toMatchObject([{ amount: 77_00 }])
  expect(found.unreadableRows).toHaveLength(1)
})

test('the same question asked again under one key is read again: no answer is kept', async () => {
  const workspace = await withPayments()
  const [paid] = (await transfers(workspace)).filter(({ expected }) => expected! > 0)
  const ask = async (row: string) => {
    const headers = { 'idempotency-key': 'one-statement' }
    const request = { method: 'POST', headers, body: `Date,Narration,Debit,Credit\n${row}` }
    return (await workspace.request('/api/payouts/match-bank', request)).json<Match>()
  }
  const one = await ask(`${paid!.paidOn},${paid!.transactionId},,${rupees(paid!.expected!)}`)
  const other = await ask(`${paid!.paidOn},${paid!.transactionId},,${rupees(paid!.expected! + 1)}`)
  expect(one.matched).toMatchObject([{ difference: 0 }])
  expect(other.matched).toMatchObject([{ difference: 1 }])
})

test('nobody matches against the payouts of another', async () => {
  const theirs = await withPayments()
  const [paid] = (await transfers(theirs)).filter(({ expected }) => expected! > 0)
  const mine = await newWorkspace()
  expect(await transfers(mine)).toEqual([])
  expect(await match(mine, [bankRow(paid!)])).toMatchObject({ matched: [], missing: [] })
  const { stores } = await (await theirs.request('/api/me')).json<{ stores: { id: string }[] }>()
  for (const path of [`match-bank?store=${stores[0]!.id}`, `match-bank?store=nobody`]) {
    const response = await mine.request(`/api/payouts/${path}`, { method: 'POST', body: '' })
    expect(response.status).toBe(404)
  }
})

test('a file without a statement is refused in words', async () => {
  const { request } = await newWorkspace()
  for (const [body, code] of [
    ['', 'file-empty'],
    ['%PDF-1.7', 'pdf'],
    ['Sub Order No,Amount\n1_1,5', 'not-a-bank-statement'],
    ['Date,Narration,Credit\n"01/08/26,X', 'csv-cut-off'],
  ]) {
    const response = await request('/api/payouts/match-bank', { method: 'POST', body: body! })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code })
  }
})

test('5 MB are read, and one byte more is not', async () => {
  const { request } = await newWorkspace()
  const head = 'Date,Narration,Credit\n01/08/26,'
  const send = (size: number) => {
    const lines = `${'x'.repeat(20_000)}\n`.repeat(Math.ceil(size / 20_001))
    return request('/api/payouts/match-bank', {
      method: 'POST',
      body: `${head}${lines}`.slice(0, size),
    })
  }
  expect((await send(MAX_STATEMENT_BYTES)).status).toBe(200)
  const response = await send(MAX_STATEMENT_BYTES + 1)
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({ code: 'file-too-large' })
})
