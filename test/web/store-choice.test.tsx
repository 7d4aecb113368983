import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { CostsPage } from '../../web/pages/costs-page'
import { SAMPLE_SUPPLIER_ID } from '#core/sample-seller'
import { answerWith, showAt } from './support/api'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const store = (id: string, name: string, supplierId: string | null = null) => ({
  id,
  name,
  supplierId,
  gstScheme: 'regular',
})

/** The costs of a seller with these stores; answers every change as it is sent. */
function show(address: string, stores: readonly unknown[]) {
  const calls = answerWith({
    'GET /api/costs/missing': () => ({ knownOn: null, items: [], totals: { skus: 0, units: 0 } }),
    'GET /api/costs': () => ({ asOf: '', knownOn: null, items: [], nextCursor: null }),
    'PUT /api/costs/': () => ({}),
    'GET /api/overheads': () => ({ items: [], nextCursor: null }),
    'GET /api/me': () => ({ user: {}, workspace: {}, stores }),
    'GET /api/uploads': () => ({ items: [], nextCursor: null }),
  })
  showAt(address, CostsPage)
  return () => calls.filter(({ method }) => method !== 'GET').map(({ body }) => body)
}

const fill = (label: RegExp | string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } })

async function typeCost(): Promise<void> {
  await screen.findByRole('dialog')
  fill('SKU', 'A13')
  fill(/^Cost of a unit/, '149.50')
}

const twoStores = [store('one', 'Surat'), store('two', 'Jaipur')]

test('who has two stores picks the one that a cost is for, and is told to before anything is sent', async () => {
  const sent = show('/costs?edit=&since=2026-08-01', twoStores)
  await typeCost()
  const dialog = screen.getByRole('dialog')
  const pick = await waitFor(() => {
    const found = dialog.querySelector<HTMLSelectElement>('select[name=store]')
    if (!found) throw new Error('There is nothing to pick from.')
    return found
  })
  expect([...pick.options].map(({ text }) => text)).toEqual(['Choose a store', 'Surat', 'Jaipur'])
  screen.getByRole('button', { name: 'Save' }).click()
  await screen.findByText('Choose the store first.')
  expect(sent()).toEqual([])

  fireEvent.change(pick, { target: { value: 'two' } })
  screen.getByRole('button', { name: 'Save' }).click()
  await waitFor(() => expect(sent()).toEqual([expect.objectContaining({ store: 'two' })]))
})

test.each([
  ['the address names one', '/costs?edit=&since=2026-08-01&store=one', twoStores],
  ['there is one', '/costs?edit=&since=2026-08-01', [store('one', 'Surat')]],
  [
    'the other is the sample',
    '/costs?edit=&since=2026-08-01',
    [store('one', 'Surat'), store('two', 'Sample', SAMPLE_SUPPLIER_ID)],
  ],
])('nobody is asked for a store where %s', async (_, address, stores) => {
  const sent = show(address, stores)
  await typeCost()
  expect(screen.getByRole('dialog').querySelector('select[name=store]')).toBeNull()
  screen.getByRole('button', { name: 'Save' }).click()
  await waitFor(() => expect(sent()).toHaveLength(1))
})
