import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import type { CostImport, CostItem, MissingCosts, Overhead } from '../../web/costs-api'
import { CostsPage } from '../../web/pages/costs-page'
import { answerWith, type Call, type Sent, showAt } from './support/api'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const missing: Sent<MissingCosts> = {
  knownOn: null,
  items: [
    {
      storeId: 's',
      sku: 'K/7',
      units: 40,
      subOrders: 38,
      fromMonth: '2026-06',
      toMonth: '2026-08',
    },
    { storeId: 's', sku: 'B12', units: 1, subOrders: 1, fromMonth: '2026-07', toMonth: '2026-07' },
  ],
  totals: { skus: 2, units: 41 },
}

const saree: Sent<CostItem> = {
  sku: 'A13',
  storeId: 's',
  inForce: { cost: 149_50, packaging: null },
  costs: [{ effectiveFrom: '2026-06-01', cost: 149_50, packaging: null, source: null }],
}

const rent: Sent<Overhead> = {
  id: 'r1',
  storeId: 's',
  name: 'Rent',
  amount: 12_500_00,
  fromMonth: '2026-06',
  toMonth: null,
}

function show(address = '/costs', change: Record<string, (call: Call) => unknown> = {}) {
  const calls = answerWith({
    'GET /api/costs/missing': () => missing,
    'GET /api/costs': () => ({ asOf: '', knownOn: null, items: [saree], nextCursor: null }),
    'PUT /api/costs/': () => ({}),
    'GET /api/overheads': () => ({ items: [rent], nextCursor: null }),
    'POST /api/overheads': () => ({}),
    'DELETE /api/overheads/': () => null,
    'GET /api/me': () => ({ user: {}, workspace: {}, stores: [] }),
    'GET /api/uploads': () => ({ items: [], nextCursor: null }),
    ...change,
  })
  showAt(address, CostsPage)
  return calls
}

const changes = (calls: readonly Call[]) => calls.filter(({ method }) => method !== 'GET')
const type = (label: RegExp | string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } })

test('what has no cost stands first, the most units above', async () => {
  show()
  await screen.findByText('Cost missing')
  expect(document.body.textContent).toContain('2 SKUs were ordered without a known cost: 41 units.')
  const rows = within(screen.getByRole('region', { name: 'Cost missing' })).getAllByRole('listitem')
  expect(rows.map((row) => row.textContent)).toEqual([
    'K/740 units · Jun 2026 to Aug 2026Enter cost',
    'B121 unit · Jul 2026Enter cost',
  ])
})

test('a missing cost is entered from its first month on, digit by digit, and a blank stays unknown', async () => {
  const calls = show()
  fireEvent.click(await screen.findByRole('button', { name: 'Enter cost of K/7' }))
  await screen.findByRole('dialog')
  type('Cost of a unit, ₹', '1,149.05')
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('Cost of K/7 is saved. The figures are being counted anew.')
  expect(changes(calls)).toEqual([
    {
      method: 'PUT',
      url: '/api/costs/K%2F7',
      body: { effectiveFrom: '2026-06-01', cost: 1_149_05, packaging: null, store: 's' },
    },
  ])
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test.each(['12.345', '-5', 'ten', '10000000.01'])(
  'an amount of “%s” is sent nowhere',
  async (typed) => {
    const calls = show('/costs?edit=A13')
    await screen.findByRole('dialog')
    type('Cost of a unit, ₹', typed)
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect((await screen.findByRole('alert')).textContent).toContain('at most two decimals')
    expect(changes(calls)).toEqual([])
  },
)

test('nothing typed is nothing said, and a cost of nothing is written 0', async () => {
  const calls = show('/costs?edit=K%2F7&since=2026-08-01')
  await screen.findByRole('dialog')
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect((await screen.findByRole('alert')).textContent).toContain('write 0')
  expect(changes(calls)).toEqual([])
  type('Packaging of a unit, ₹', '0')
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(changes(calls).length).toBe(1))
  expect(changes(calls)[0]?.body).toEqual({
    effectiveFrom: '2026-08-01',
    cost: null,
    packaging: 0,
  })
})

test('an entry of that day is there to be corrected, with what was said so far', async () => {
  show('/costs?edit=A13&since=2026-06-01')
  await screen.findByRole('dialog')
  expect(screen.getByLabelText<HTMLInputElement>('Cost of a unit, ₹').value).toBe('149.50')
  expect(screen.getByLabelText<HTMLInputElement>('Packaging of a unit, ₹').value).toBe('')
  expect(screen.getByRole('region', { name: 'So far' }).textContent).toContain(
    'from 01 Jun 2026₹149.50',
  )
})

test('the cost of any SKU can be entered, not only of those that miss one', async () => {
  const calls = show()
  fireEvent.click(await screen.findByRole('button', { name: 'Add a cost' }))
  await screen.findByRole('dialog')
  type('SKU', 'N-1')
  type('Cost of a unit, ₹', '99.50')
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(changes(calls)).toHaveLength(1))
  expect(changes(calls)[0]).toMatchObject({ url: '/api/costs/N-1', body: { cost: 99_50 } })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a search finds no SKU in words of its own', async () => {
  const calls = show('/costs?q=zz', {
    'GET /api/costs': () => ({ asOf: '', knownOn: null, items: [], nextCursor: null }),
  })
  expect(await screen.findByText('No SKU matches')).toBeDefined()
  expect(calls.some(({ url }) => url.startsWith('/api/costs?') && url.includes('q=zz'))).toBe(true)
})

const listed: Sent<CostImport> = {
  dryRun: true,
  storeId: 's',
  rows: 4,
  new: 1,
  changed: 1,
  same: 1,
  rejected: 1,
  items: [
    {
      row: 2,
      sku: 'A13',
      effectiveFrom: '2026-06-01',
      cost: 155_00,
      packaging: null,
      before: { cost: 149_50, packaging: null },
    },
    { row: 3, sku: 'C9', effectiveFrom: '2015-01-01', cost: null, packaging: 4_00, before: null },
  ],
  rejectedRows: [{ row: 5, column: 'Cost', text: 'ask Ravi', reason: 'This is no amount.' }],
}

async function choose() {
  const input = await screen.findByLabelText(/Choose a list of costs/)
  const file = new File(['SKU,Cost'], 'costs.csv')
  Object.defineProperty(input, 'files', { value: [file], configurable: true })
  fireEvent.change(input)
}

test('a list of costs shows what it would change before anything does', async () => {
  const urls: string[] = []
  show('/costs', {
    'POST /api/costs/import': ({ url }) => {
      urls.push(url)
      return { ...listed, dryRun: url.includes('dryRun=1') }
    },
  })
  await choose()
  const apply = await screen.findByRole('button', { name: 'Apply 2 rows' })
  expect(urls).toEqual(['/api/costs/import?dryRun=1'])
  const card = screen.getByRole('region', { name: 'Add a list of costs' })
  expect(card.textContent).toContain('New1Changed1Same1Not read1')
  expect(card.textContent).toContain('A13from 01 Jun 2026Cost ₹155.00 was ₹149.50')
  expect(card.textContent).toContain('C9AlwaysCost Not knownPackaging ₹4.00')
  expect(card.textContent).toContain('Row 5 · Cost ask Ravi · This is no amount.')
  fireEvent.click(apply)
  await screen.findByText('2 rows applied. The figures are being counted anew.')
  expect(urls).toEqual(['/api/costs/import?dryRun=1', '/api/costs/import?store=s&dryRun=0'])
})

test('overheads are entered by the month, and leave when they are removed', async () => {
  const calls = show('/costs?view=overheads')
  const row = (await screen.findByText('Rent')).closest('li')
  expect(row?.textContent).toContain('Since Jun 2026, goes on₹12,500.00 a month')
  fireEvent.click(screen.getByRole('button', { name: 'Add an overhead' }))
  await screen.findByRole('dialog')
  type('Name', 'Internet')
  type('Amount a month, ₹', '499.50')
  type('First month', '2026-07')
  fireEvent.click(screen.getByRole('button', { name: 'Add' }))
  await screen.findByText('Internet is added.')
  fireEvent.click(screen.getByRole('button', { name: 'Remove Rent' }))
  await screen.findByRole('alertdialog')
  fireEvent.click(screen.getAllByRole('button', { name: 'Remove' }).at(-1)!)
  await screen.findByText('Rent is removed.')
  expect(changes(calls).map(({ method, url, body }) => [method, url, body])).toEqual([
    [
      'POST',
      '/api/overheads',
      { name: 'Internet', amount: 499_50, fromMonth: '2026-07', toMonth: null },
    ],
    ['DELETE', '/api/overheads/r1', undefined],
  ])
})
