import { MemoryRouter, Route, createMemoryHistory, query } from '@solidjs/router'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { ClaimsPage } from '../../web/pages/claims-page'
import { ImportsPage } from '../../web/pages/imports-page'
import { ReturnsPage } from '../../web/pages/returns-page'
import { SettingsPage } from '../../web/pages/settings-page'
import type { Role } from '../../web/roles'
import { Shell } from '../../web/shell/shell'
import { answerWith } from './support/api'
import { upload } from './support/figures'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const source = { uploadId: 'u', reportId: 3, filename: 'r.csv', path: [], sheet: '', row: 9 }
const workspace = (id: string, isCurrent: boolean) => ({
  id,
  name: `Shop ${id}`,
  role: 'owner',
  until: null,
  isCurrent,
})

/** As the API answers a packer: no sum in it. */
const parcel = {
  id: 'x',
  storeId: 's',
  subOrderNo: '259000000000000001_1',
  sku: 'A13',
  productName: 'Saree',
  quantity: 1,
  courier: 'Valmo',
  awb: '45555746623875',
  reason: 'Size too small',
  receivedOn: '2026-08-28',
  claimBy: '2026-09-04',
  daysLeft: 1,
  atStake: null,
  fairValue: null,
  source,
}
const ticket = {
  ticketId: '78498305',
  storeId: 's',
  subOrderNo: '259000000000000002_1',
  state: 'approved',
  status: 'Approved',
  issue: 'Wrong return',
  createdOn: '2026-08-01',
  lastUpdate: '',
  amount: null,
  paidOn: null,
  transactionId: '',
  reopenUntil: '',
  sku: 'A13',
  creditState: null,
  credit: null,
  source,
}

const Other = () => <p>Figures</p>

function show(role: Role, address: string, workspaces = [workspace('one', true)]) {
  query.clear()
  const calls = answerWith({
    'GET /api/me': () => ({
      user: { name: 'Asha', email: 'asha@example.test', emailVerified: true },
      workspace: { id: 'one', name: 'Shop one', role },
      stores: [{ id: 's', name: 'Store', supplierId: '2454257', gstScheme: 'regular' }],
    }),
    'GET /api/workspaces': () => ({ items: workspaces, nextCursor: null }),
    'POST /api/workspaces': () => null,
    'GET /api/uploads': () => ({ items: [upload()], nextCursor: null }),
    'GET /api/returns': () => ({ items: [], nextCursor: null, totals: { parcels: 0, units: 0 } }),
    'GET /api/claims': () => ({
      asOf: '2026-09-03',
      items: [ticket],
      nextCursor: null,
      totals: null,
      listed: { count: 1, amount: null },
    }),
    'GET /api/claims/claimable': () => ({
      asOf: '2026-09-03',
      isUpToDate: true,
      items: [parcel],
      nextCursor: null,
      total: { count: 1, atStake: null },
    }),
  })
  const history = createMemoryHistory()
  history.set({ value: address })
  render(() => (
    <MemoryRouter history={history}>
      <Route path="/" component={Shell}>
        <Route path="/returns" component={ReturnsPage} />
        <Route path="/claims" component={ClaimsPage} />
        <Route path="/imports" component={ImportsPage} />
        <Route path="/settings" component={SettingsPage} />
        <Route path="*" component={Other} />
      </Route>
    </MemoryRouter>
  ))
  return calls
}

const paths = (calls: ReturnType<typeof answerWith>) =>
  [...new Set(calls.map(({ url }) => url.split('?')[0]))].toSorted()
const headers = () => screen.getAllByRole('columnheader').map((each) => each.textContent)
const links = () =>
  [...document.querySelector('nav')!.querySelectorAll('a')].map(
    (link) => link.getAttribute('href')?.split('?')[0],
  )

test('a packer finds returns, claims and settings, and begins at the returns', async () => {
  const calls = show('packer', '/')
  expect(await screen.findByRole('heading', { name: 'Returns', level: 1 })).toBeDefined()
  await vi.waitFor(() => expect(links()).toEqual(['/returns', '/claims', '/settings']))
  await vi.waitFor(() => expect(paths(calls)).toEqual(['/api/me', '/api/returns']))
  expect(screen.queryByRole('button', { name: 'Hide amounts' })).toBeNull()
})

test('claims come to a packer without an amount, a column of amounts or a question about money', async () => {
  const calls = show('packer', '/claims')
  await screen.findByText('1 day left')
  await screen.findByRole('table')
  const page = document.body.textContent
  expect(page).not.toContain('₹')
  expect(headers()).toEqual(['Raised', 'Ticket', 'Sub-order', 'Reason', 'State', 'File'])
  expect(page).toContain('259000000000000001_1')
  expect(document.querySelector('main a[href^="/orders/"], main a[href^="/reports/"]')).toBeNull()
  expect(paths(calls)).toEqual(['/api/claims', '/api/claims/claimable', '/api/me'])
})

test('an owner finds the columns that a packer does not', async () => {
  show('owner', '/claims')
  await screen.findByRole('table')
  expect(headers()).toEqual(expect.arrayContaining(['Approved', 'Credited']))
})

test('a screen of figures is not opened to a packer, by whatever address', async () => {
  const calls = show('packer', '/payouts')
  expect(await screen.findByText('This is not part of your role')).toBeDefined()
  expect(screen.queryByText('Figures')).toBeNull()
  expect(paths(calls)).toEqual(['/api/me'])
})

test('an accountant sees the files, and nothing to send or undo them with', async () => {
  show('accountant', '/imports')
  expect(await screen.findByText('Orders.csv')).toBeDefined()
  expect(document.querySelector('input[type="file"]')).toBeNull()
  expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull()
  cleanup()
  show('manager', '/imports')
  expect(await screen.findByRole('button', { name: /^Undo/ })).toBeDefined()
  expect(document.querySelector('input[type="file"]')).not.toBeNull()
})

test.each([
  ['owner', true],
  ['manager', false],
  ['accountant', false],
] as const)('the team is in the settings of an owner only: %s', async (role, isThere) => {
  show(role, '/settings')
  expect(await screen.findByRole('link', { name: /Tokens/ })).toBeDefined()
  expect(screen.queryByRole('link', { name: /Team/ }) !== null).toBe(isThere)
  cleanup()
  show(role, '/settings/team')
  if (isThere) expect(await screen.findByText('Figures')).toBeDefined()
  else expect(await screen.findByText('This is not part of your role')).toBeDefined()
})

test('who belongs to two workspaces goes from one to the other, as to a new page', async () => {
  const assign = vi.spyOn(window.location, 'assign').mockImplementation(() => undefined)
  const both = [workspace('one', true), workspace('two', false)]
  const calls = show('owner', '/settings', both)
  fireEvent.click(await screen.findByRole('button', { name: 'Go to the workspace Shop two' }))
  await vi.waitFor(() => expect(assign).toHaveBeenCalledWith('/'))
  expect(calls.at(-1)).toMatchObject({ method: 'POST', url: '/api/workspaces/two/enter' })
  cleanup()
  show('owner', '/settings')
  await screen.findByRole('link', { name: /Tokens/ })
  expect(screen.queryByText('You are here')).toBeNull()
})

test.each([
  ['packer', '/profit', 'This is not part of your role', ['Go to returns', '/returns']],
  ['accountant', '/settings/team', 'This is not part of your role', ['Go to the overview', '/']],
  ['manager', '/settings/team', 'This is not part of your role', ['Go to the overview', '/']],
] as const)(
  'a screen that is not for a %s has a title, and the way to one that is',
  async (role, address, title, [way, href]) => {
    show(role, address)
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeDefined()
    const links = [...document.querySelectorAll('main a.button')]
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      [way, href],
    ])
    expect(document.title).toContain(title)
  },
)
