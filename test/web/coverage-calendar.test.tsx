import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CoverageCell } from '../../web/coverage-api'
import { ImportsPage } from '../../web/pages/imports-page'
import { answerWith, type Call, type Sent, showAt } from './support/api'
import { upload } from './support/figures'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-10T06:00:00Z') })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const cell = (kind: string, month: string, state: CoverageCell['state']): Sent<CoverageCell> => ({
  storeId: 's',
  kind,
  month,
  state,
})
const april = [
  cell('payments.orders', '2026-04', 'complete'),
  cell('payments.orders', '2026-05', 'restated'),
  cell('payments.orders', '2026-06', 'provisional'),
  cell('tax_invoices', '2026-04', 'complete'),
  cell('tax_invoices', '2026-05', 'complete'),
  cell('tax_invoices', '2026-06', 'missing'),
]

function show(address: string, change: Record<string, (call: Call) => unknown> = {}) {
  const calls = answerWith({
    'GET /api/coverage': ({ url }) => ({
      items: url.includes('from=2026-04-01') ? april : [],
    }),
    'GET /api/uploads': () => ({ items: [upload()], nextCursor: null }),
    'GET /api/me': () => ({ user: {}, workspace: {}, stores: [{ id: 's', name: 'Mine' }] }),
    ...change,
  })
  showAt(address, ImportsPage)
  return calls
}

const id = (letter: string) => letter.repeat(20)
const kinds = () =>
  [...document.querySelectorAll('[aria-labelledby="coverage"] ul')].map((list) =>
    [...list.children].map((month) => month.textContent),
  )

test('each kind of file says of each month in words what is here', async () => {
  const calls = show('/imports?months=2026')
  await screen.findAllByText('Tax invoices')
  const none = ['Apr 2026No file', 'May 2026No file', 'Jun 2026No file']
  expect(kinds()).toEqual([
    none,
    ['Apr 2026Complete', 'May 2026Restated', 'Jun 2026In part'],
    none,
    none,
    none,
    ['Apr 2026Complete', 'May 2026Complete', 'Jun 2026No file'],
  ])
  // No file is missing from a month that has not begun.
  expect(calls.map(({ url }) => url)).toContain('/api/coverage?from=2026-04-01&to=2026-06-10')
  expect(document.body.textContent).toContain('13 months without a file, 1 month in part')
})

test('a month that lacks a file leads to where that file is found', async () => {
  show('/imports?months=2026')
  const link = await screen.findByRole('link', {
    name: 'Tax invoices, Jun 2026: no file. Where to find this file',
  })
  expect(link.getAttribute('href')).toBe('/help#tax-invoices')
  const partly = screen.getByRole('link', { name: /^Order payments, Jun 2026: in part/ })
  expect(partly.getAttribute('href')).toBe('/help#payments')
  expect(screen.queryByRole('link', { name: /May 2026: restated/ })).toBeNull()
})

test('it is folded until asked for, and an earlier year is asked for by itself', async () => {
  const calls = show('/imports')
  fireEvent.click(await screen.findByRole('button', { name: 'Show the months' }))
  await screen.findByText('April 2026 to March 2027')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Later year' }).disabled).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: 'Earlier year' }))
  await screen.findByText('No file says anything of April 2025 to March 2026.')
  expect(calls.map(({ url }) => url)).toContain('/api/coverage?from=2025-04-01&to=2026-03-31')
})

test('files beyond the first page are shown when asked for, and each stands once', async () => {
  const calls = show('/imports', {
    'GET /api/uploads': ({ url }) =>
      url.includes('cursor=')
        ? {
            items: [
              upload({ id: id('b'), filename: 'B.csv', receivedAt: '2026-05-02T00:00:00.000Z' }),
              upload({ id: id('c'), filename: 'C.csv', receivedAt: '2026-05-01T00:00:00.000Z' }),
            ],
            nextCursor: null,
          }
        : {
            items: [
              upload({ id: id('a'), filename: 'A.csv', receivedAt: '2026-05-03T00:00:00.000Z' }),
              upload({ id: id('b'), filename: 'B.csv', receivedAt: '2026-05-02T00:00:00.000Z' }),
            ],
            nextCursor: '1_next',
          },
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Show older files' }))
  await screen.findByRole('button', { name: 'Undo C.csv' })
  expect(screen.queryByRole('button', { name: 'Show older files' })).toBeNull()
  const undo = screen.getAllByRole('button', { name: /^Undo / })
  expect(undo.map((each) => each.getAttribute('aria-label'))).toEqual([
    'Undo A.csv',
    'Undo B.csv',
    'Undo C.csv',
  ])
  expect(calls.map(({ url }) => url)).toContain('/api/uploads?limit=200&cursor=1_next')
})
