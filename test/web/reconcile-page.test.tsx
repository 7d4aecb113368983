import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { refreshFigures } from '../../web/figure-query'
import { ReconcilePage } from '../../web/pages/reconcile-page'
import type { Discrepancy, Reconciliation } from '../../web/reconcile-api'
import { answerWith, showAt } from './support/api'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const source = {
  uploadId: 'u',
  reportId: 7,
  filename: 'payments.xlsx',
  path: [],
  sheet: 'Order Payments',
  row: 41,
}

function item(change: Partial<Discrepancy>): Discrepancy {
  return {
    id: 'first',
    rule: 'recovery_without_reason',
    subOrderNo: '259000000000000001_1',
    atStake: 35_00,
    recovered: 0,
    state: 'open',
    note: '',
    ticketId: '',
    nextStep: 'raise_charge_ticket',
    since: '2026-07-20',
    evidence: [{ source, column: 'recovery', value: -35_00 }],
    ...change,
  }
}

const lost = item({
  id: 'second',
  rule: 'return_lost_uncompensated',
  subOrderNo: '259000000000000002_1',
  atStake: 349_00,
  nextStep: 'raise_lost_ticket',
  evidence: [{ source: null, column: 'outcomeOn', value: '2026-07-25' }],
})

const reconciliation: Reconciliation = {
  asOf: '2026-09-03',
  isUpToDate: true,
  buckets: [
    { bucket: 'paid', count: 3, amount: 900_00 },
    { bucket: 'overdue', count: 1, amount: 120_00 },
    { bucket: 'cancelled', count: 0, amount: 0 },
  ],
  unproven: null,
  total: { count: 4 },
} as Reconciliation

const totals = [
  { rule: 'recovery_without_reason', count: 1, atStake: 35_00, recovered: 0 },
  { rule: 'return_lost_uncompensated', count: 1, atStake: 349_00, recovered: 0 },
]

function show(items: readonly Discrepancy[] = [lost, item({})], address = '/reconcile') {
  const calls = answerWith({
    'GET /api/reconciliation': () => reconciliation,
    'GET /api/discrepancies': () => ({
      asOf: '2026-09-03',
      items,
      nextCursor: null,
      totals: items.length > 0 ? totals : [],
    }),
    'GET /api/discrepancies/second/ticket': () => ({
      subject: 'Returned parcel was lost',
      text: 'Please compensate this parcel.',
      evidence: [],
    }),
    'PATCH /api/discrepancies': () => ({
      previous: [{ id: 'second', state: 'open', note: '', ticketId: '' }],
    }),
    'GET /api/me': () => ({ user: {}, workspace: {}, stores: [] }),
    'GET /api/uploads': () => ({ items: [], nextCursor: null }),
  })
  showAt(address, ReconcilePage)
  return calls
}

test('buckets that hold something are shown, what asks for something first', async () => {
  show()
  await screen.findByText('Overdue: not paid')
  const names = [...document.querySelectorAll('[data-bucket] > span:first-child')]
  expect(names.map((name) => name.textContent)).toEqual(['Overdue: not paid', 'Paid'])
  expect(document.querySelector('[data-bucket="overdue"]')?.textContent).toContain('₹120.00')
  // None is chosen.
  expect(document.querySelector('[data-bucket][aria-current]')).toBeNull()
})

test('kinds of trouble stand with their money, the most first, and add up', async () => {
  show()
  await screen.findByRole('table', {}, { timeout: 15_000 })
  const rows = [...document.querySelectorAll('tbody tr, tfoot tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  )
  expect(rows).toEqual([
    ['Return lost, not compensated', '1', '₹349.00'],
    ['Recovery without a reason', '1', '₹35.00'],
    ['Total', '2', '₹384.00'],
  ])
})

test('the file of what is wrong has every row, with its kind, its money and what to do', async () => {
  let file: Blob | undefined
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    file = blob instanceof Blob ? blob : undefined
    return '#'
  })
  show()
  await screen.findByText('2 rows')
  fireEvent.click(await screen.findByRole('button', { name: 'CSV of this list' }))
  await waitFor(() => expect(file).toBeDefined())
  const lines = (await file!.text()).trimEnd().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toContain('Sub-order,Kind,Since,State,At stake,Came back,What to do')
  expect(lines[1]).toContain(
    '259000000000000002_1,"Return lost, not compensated",2026-07-20,Open,349.00,0.00',
  )
})

const cards = () => [...document.querySelectorAll('article')].map((card) => card.textContent)

test('what is put away is on no card and not in the file, and stays away', async () => {
  localStorage.clear()
  let file: Blob | undefined
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    file = blob instanceof Blob ? blob : undefined
    return '#'
  })
  show()
  await screen.findByText('2 rows')
  expect(cards()[0]).toContain('₹349.00')
  expect(cards()[0]).toContain('since 20 Jul 2026')
  fireEvent.click(screen.getByRole('button', { name: 'Details' }))
  const first = await screen.findByLabelText('Sub-order', {}, { timeout: 15_000 })
  expect(first.hasAttribute('disabled')).toBe(true)
  for (const name of ['Since', 'What to do']) fireEvent.click(screen.getByLabelText(name))
  await waitFor(() => expect(cards()[0]).not.toContain('since'))
  expect(cards()[0]).toContain('Return lost, not compensated')
  expect(cards()[0]).toContain('₹349.00')
  fireEvent.click(screen.getByRole('button', { name: 'CSV of this list' }))
  await waitFor(() => expect(file).toBeDefined())
  const [heads = '', line = ''] = (await file!.text()).trimEnd().split('\r\n')
  expect(heads.slice(1)).toBe('Sub-order,Kind,State,At stake,Came back,Ticket id,Note')
  expect(line).toBe('259000000000000002_1,"Return lost, not compensated",Open,349.00,0.00,,')
  cleanup()
  show()
  await screen.findByText('2 rows')
  await waitFor(() => expect(cards()[0]).not.toContain('since'))
  localStorage.clear()
})

test('opened, a discrepancy shows the cells it rests on, each with its row in the file', async () => {
  show()
  fireEvent.click(
    await screen.findByRole('button', { name: 'Show the proof for 259000000000000001_1' }),
  )
  const proof = document.querySelector('dl')!
  expect(proof.textContent).toBe('Recovery−₹35.00Row 41')
  expect(proof.querySelector('a')!.getAttribute('href')).toBe('/reports/7/rows/41')
})

test('a ticket is written when it is asked for', async () => {
  const calls = show()
  fireEvent.click(
    await screen.findByRole('button', { name: 'Show the proof for 259000000000000002_1' }),
  )
  expect(calls.some(({ url }) => url.includes('ticket'))).toBe(false)
  fireEvent.click(screen.getByRole('button', { name: 'Ready ticket text' }))
  expect(await screen.findByText('Please compensate this parcel.')).toBeDefined()
})

test('many are decided on at once, and one press takes it back', async () => {
  const calls = show()
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Select 259000000000000002_1' }))
  expect(await screen.findByText('1 selected')).toBeDefined()
  const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Save' })
  // A claim needs its ticket.
  expect(save.disabled).toBe(true)
  fireEvent.input(screen.getByLabelText('Ticket id'), { target: { value: ' 51910315 ' } })
  expect(save.disabled).toBe(false)
  fireEvent.click(save)
  expect(await screen.findByText('1 marked as claimed.')).toBeDefined()
  const decisions = () => calls.filter(({ method }) => method === 'PATCH').map(({ body }) => body)
  expect(decisions()).toEqual([
    { marks: [{ id: 'second', state: 'claimed', note: '', ticketId: '51910315' }] },
  ])
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByText('1 put back.')).toBeDefined()
  expect(decisions()[1]).toEqual({
    marks: [{ id: 'second', state: 'open', note: '', ticketId: '' }],
  })
})

test('nothing wrong is said in words, and the state that was asked for stays in the question', async () => {
  const calls = show([], '/reconcile?state=claimed')
  expect(await screen.findByText('Nothing wrong here')).toBeDefined()
  const lists = calls.filter(({ url }) => url.startsWith('/api/discrepancies'))
  expect(lists.every(({ url }) => url.includes('state=claimed'))).toBe(true)
})

test('without a sub-order nothing was judged, and nobody is told that nothing is wrong', async () => {
  answerWith({
    'GET /api/me': () => ({ stores: [] }),
    'GET /api/reconciliation': () => ({ ...reconciliation, buckets: [], total: { count: 0 } }),
    'GET /api/discrepancies': () => ({ items: [], nextCursor: null, totals: [] }),
  })
  showAt('/reconcile', ReconcilePage)
  expect(await screen.findByText('Nothing to reconcile yet')).toBeDefined()
  expect(screen.queryByText('Nothing wrong here')).toBeNull()
})

test('a service in trouble says so, and nothing of its insides', async () => {
  vi.stubGlobal('fetch', async () => new Response('SQLITE_ERROR', { status: 500 }))
  showAt('/reconcile', ReconcilePage)
  expect((await screen.findAllByText('Something went wrong on our side')).length).toBeGreaterThan(0)
  expect(document.body.textContent).not.toContain('SQLITE')
})

test('what was judged before anybody saw it being judged brings the list anew, and the same answer does not', async () => {
  const counts = [4, 4, 5]
  const calls = answerWith({
    'GET /api/reconciliation': () => ({ ...reconciliation, total: { count: counts.shift() ?? 5 } }),
    'GET /api/discrepancies': () => ({ asOf: '', items: [lost], nextCursor: null, totals }),
  })
  const lists = () => calls.filter(({ url }) => url.includes('limit=50')).length
  showAt('/reconcile', ReconcilePage)
  await screen.findByText('2 rows')
  await refreshFigures()
  expect(lists()).toBe(1)
  await refreshFigures()
  await waitFor(() => expect(lists()).toBe(2))
})

test('while files are being judged the figures follow by themselves, and the list with them', async () => {
  vi.useFakeTimers()
  try {
    const answers = [false, false, true]
    const calls = answerWith({
      'GET /api/reconciliation': () => ({
        ...reconciliation,
        isUpToDate: answers.shift() ?? true,
      }),
      'GET /api/discrepancies': () => ({ asOf: '', items: [], nextCursor: null, totals: [] }),
    })
    const asked = (path: string) => calls.filter(({ url }) => url.startsWith(path)).length
    showAt('/reconcile', ReconcilePage)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(document.body.textContent).toContain('still being judged')
    expect(asked('/api/reconciliation')).toBe(1)
    const before = asked('/api/discrepancies')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked('/api/reconciliation')).toBe(3)
    expect(asked('/api/discrepancies')).toBeGreaterThan(before)
    expect(document.body.textContent).not.toContain('still being judged')
    await vi.advanceTimersByTimeAsync(120_000)
    expect(asked('/api/reconciliation')).toBe(3)
  } finally {
    vi.useRealTimers()
  }
})

test('what is wrong is searched as it is typed, its kinds, its rows and their sums alike', async () => {
  const calls = show()
  const field = await screen.findByRole('searchbox', { name: 'Search sub-order, SKU or full AWB' })
  await screen.findByText('2 rows')
  fireEvent.input(field, { target: { value: ' D68-pink ' } })
  const searched = () =>
    calls
      .map(({ url }) => new URL(url, 'https://a.test'))
      .filter(({ pathname }) => pathname === '/api/discrepancies')
      .map(({ searchParams }) => [searchParams.get('q'), searchParams.get('limit')])
  expect(searched().every(([q]) => q === null)).toBe(true)
  await waitFor(() =>
    expect(searched().filter(([q]) => q === 'D68-pink')).toEqual([
      ['D68-pink', '1'],
      ['D68-pink', '50'],
    ]),
  )
  // A kind narrows what was found, and keeps the words.
  expect(
    screen.getByRole('link', { name: 'Return lost, not compensated' }).getAttribute('href'),
  ).toBe('/reconcile?q=D68-pink&rule=return_lost_uncompensated')
})

test('a search that finds nothing does not say that nothing is wrong', async () => {
  const calls = show([], '/reconcile?q=zebra')
  expect(await screen.findByText('No match in what is wrong')).toBeDefined()
  expect(screen.queryByText('Nothing wrong here')).toBeNull()
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('zebra')
  const lists = calls.filter(({ url }) => url.startsWith('/api/discrepancies'))
  expect(lists.every(({ url }) => url.includes('q=zebra'))).toBe(true)
})

test('what a search leaves out of sight is decided on no more', async () => {
  const calls = answerWith({
    'GET /api/reconciliation': () => reconciliation,
    'GET /api/discrepancies': ({ url }) => ({
      asOf: '2026-09-03',
      items: url.includes('q=') ? [lost] : [lost, item({})],
      nextCursor: null,
      totals: url.includes('q=') ? totals.slice(1) : totals,
    }),
    'PATCH /api/discrepancies': () => ({
      previous: [{ id: 'second', state: 'open', note: '', ticketId: '' }],
    }),
    'GET /api/me': () => ({ user: {}, workspace: {}, stores: [] }),
    'GET /api/uploads': () => ({ items: [], nextCursor: null }),
  })
  showAt('/reconcile', ReconcilePage)
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Select all shown' }))
  expect(await screen.findByText('2 selected')).toBeDefined()
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: '259000000000000002' } })
  expect(await screen.findByText('1 selected')).toBeDefined()
  expect(await screen.findByText('1 row')).toBeDefined()
  const rows = [...document.querySelectorAll('tfoot tr > *')].map((cell) => cell.textContent)
  expect(rows).toEqual(['Total', '1', '₹349.00'])
  fireEvent.input(screen.getByLabelText('Ticket id'), { target: { value: '51910315' } })
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('1 marked as claimed.')
  expect(calls.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([
    { marks: [{ id: 'second', state: 'claimed', note: '', ticketId: '51910315' }] },
  ])
})
