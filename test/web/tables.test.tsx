import { MemoryRouter, Route, createMemoryHistory, query, useLocation } from '@solidjs/router'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiProblem } from '../../web/request'
import type { Column } from '../../web/components/columns'
import { listToCsv } from '../../web/components/list-csv'
import { createPages } from '../../web/components/pages'
import { createSavedViews, readViews } from '../../web/components/saved-views'
import { VirtualTable } from '../../web/components/virtual-table'
import { answerWith } from './support/api'

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

type Line = { readonly no: number; readonly sku: string; readonly paise: number }

const COLUMNS: readonly Column<Line>[] = [
  { key: 'no', title: 'No', width: '6rem', plain: ({ no }) => no, cell: ({ no }) => `no ${no}` },
  { key: 'sku', title: 'SKU', width: '1fr', plain: ({ sku }) => sku, cell: ({ sku }) => sku },
  {
    key: 'amount',
    title: 'Amount',
    width: '8rem',
    isNumber: true,
    plain: ({ paise }) => (paise / 100).toFixed(2),
    cell: ({ paise }) => paise,
  },
]

function lines(count: number): Line[] {
  return Array.from({ length: count }, (_, no) => ({ no, sku: `S-${no}`, paise: no }))
}

function show(address: string, items: readonly Line[]) {
  query.clear()
  answerWith({
    'GET /api/me': () => ({ user: {}, workspace: { id: 'w', role: 'owner' }, stores: [] }),
  })
  const history = createMemoryHistory()
  history.set({ value: address })
  const at: { search?: () => string } = {}
  const Screen = () => {
    const location = useLocation()
    at.search = () => location.search
    const pages = createPages(
      () => ({ items, nextCursor: null }),
      () => Promise.reject(new Error('There is no second page')),
    )
    return (
      <VirtualTable
        label="Lines"
        name="lines"
        columns={COLUMNS}
        pages={pages}
        count={items.length}
        totals={{ amount: 'all of it' }}
        card={({ no }) => no}
      />
    )
  }
  render(() => (
    <MemoryRouter history={history}>
      <Route path="*" component={Screen} />
    </MemoryRouter>
  ))
  return { search: () => at.search?.() }
}

const rows = () => screen.getAllByRole('row').length
const heads = () => screen.getAllByRole('columnheader').map((each) => each.textContent)

test('of a hundred thousand rows a few dozen are in the page, whatever is scrolled to', async () => {
  show('/lines', lines(100_000))
  expect(await screen.findByText('no 0')).toBeDefined()
  expect(rows()).toBeGreaterThan(5)
  expect(rows()).toBeLessThan(60)
  expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('100001')
  expect(screen.getByText('1,00,000 rows')).toBeDefined()
  document.documentElement.scrollTop = 2_600_000
  fireEvent.scroll(window)
  expect(await screen.findByText('no 50000')).toBeDefined()
  expect(rows()).toBeLessThan(60)
  document.documentElement.scrollTop = 0
})

test('a column that is put away leaves the head, the rows and the sums, and stays away', async () => {
  const { search } = show('/lines', lines(3))
  fireEvent.click(await screen.findByRole('button', { name: 'Columns' }))
  fireEvent.click(await screen.findByLabelText('Amount', {}, { timeout: 15_000 }))
  expect(heads()).toEqual(['No', 'SKU'])
  expect(screen.queryByText('all of it')).toBeNull()
  await expect.poll(search).toBe('?columns=no%2Csku')
  cleanup()
  const again = show('/lines', lines(3))
  await expect.poll(heads).toEqual(['No', 'SKU'])
  // So that whoever is sent this address sees the same.
  await expect.poll(() => again.search()).toBe('?columns=no%2Csku')
})

test('an address with columns goes before what the browser remembers, and names that are none are ignored', async () => {
  localStorage.setItem('columns.lines', 'no,sku')
  show('/lines?columns=amount,made-up', lines(3))
  await screen.findByText('no 0')
  expect(heads()).toEqual(['No', 'Amount'])
  cleanup()
  localStorage.clear()
  show('/lines?columns=made-up', lines(3))
  await screen.findByText('no 0')
  expect(heads()).toEqual(['No', 'SKU', 'Amount'])
})

async function save(name: string) {
  fireEvent.input(await screen.findByLabelText('Name of the view'), { target: { value: name } })
  fireEvent.submit(screen.getByText('Save this view').closest('form')!)
}

test('a view is saved under a name, opened, renamed and thrown away', async () => {
  const { search } = show('/lines?q=red', lines(3))
  fireEvent.click(await screen.findByRole('button', { name: 'Views' }))
  await save('Red ones')
  const link = await screen.findByRole('link', { name: 'Red ones' })
  expect(link.getAttribute('href')).toBe('/lines?q=red&columns=no%2Csku%2Camount')
  await save('Red ones')
  expect((await screen.findByRole('alert')).textContent).toBe(
    'There is a view of this name already.',
  )
  fireEvent.click(screen.getByRole('button', { name: 'Delete Red ones' }))
  await expect.poll(() => screen.queryByRole('link', { name: 'Red ones' })).toBeNull()
  expect(search()).toBe('?q=red')
})

test('views are kept for each workspace apart, up to fifty', () => {
  const mine = createSavedViews('w1', 'skus')
  expect(mine.add('Loss', 'view=loss_making')).toBeUndefined()
  expect(mine.rename('Loss', 'Losers')).toBeUndefined()
  expect(createSavedViews('w1', 'skus').views()).toEqual([
    { name: 'Losers', search: 'view=loss_making' },
  ])
  expect(createSavedViews('w2', 'skus').views()).toEqual([])
  for (let count = 1; count < 50; count += 1) mine.add(`View ${count}`, '')
  expect(mine.add('One more', '')).toBe('full')
})

test('what stands in the browser and is no view is left out', () => {
  expect(readViews('{"name":"x"}')).toEqual([])
  expect(readViews('nonsense')).toEqual([])
  expect(readViews('[{"name":"a","search":"q=1"},{"name":7,"search":""},null]')).toEqual([
    { name: 'a', search: 'q=1' },
  ])
})

test('the file has every row of every page, the chosen columns, and no formula', async () => {
  const all = [...lines(201), { no: 201, sku: '=HYPERLINK("x")', paise: -50 }]
  const pages = createPages(
    () => ({ items: all.slice(0, 100), nextCursor: '100' }),
    ({ cursor, limit }) => {
      const [from, size] = [Number(cursor), Number(limit)]
      const end = from + size
      return Promise.resolve({
        items: all.slice(from, end),
        nextCursor: end < all.length ? String(end) : null,
      })
    },
  )
  const heard: number[] = []
  const onRows = (rows: number) => heard.push(rows) > 0
  const file = await listToCsv(COLUMNS.slice(1), pages.all(), { onRows })
  const text = await file!.text()
  const written = text.trimEnd().split('\r\n')
  expect(written).toHaveLength(1 + 202)
  expect(written[0]).toContain('SKU,Amount')
  expect(written[1]).toBe('S-0,0.00')
  expect(written.at(-1)).toBe(`"'=HYPERLINK(""x"")",-0.50`)
  expect(heard).toEqual([100, 202])
  // What stands on the screen is not touched by it.
  expect(pages.items()).toHaveLength(100)
})

test('a list that asks too often waits and goes on where it was; one that is stopped makes no file', async () => {
  let refused = 0
  const pages = () =>
    createPages(
      () => ({ items: lines(1), nextCursor: '1' }),
      () => {
        refused += 1
        if (refused < 3) return Promise.reject(new ApiProblem(429, 'too-many', ''))
        return Promise.resolve({ items: lines(1), nextCursor: null })
      },
    ).all()
  const waits: number[] = []
  const wait = (seconds: number) => {
    waits.push(seconds)
    return Promise.resolve()
  }
  const file = await listToCsv(COLUMNS, pages(), { onRows: () => true, wait })
  expect((await file!.text()).trimEnd().split('\r\n')).toHaveLength(3)
  expect(waits).toEqual([15, 15])
  expect(await listToCsv(COLUMNS, pages(), { onRows: () => false, wait })).toBeUndefined()
})

test('a list that breaks off makes no file', async () => {
  const pages = createPages(
    () => ({ items: lines(1), nextCursor: '1' }),
    () => Promise.reject(new ApiProblem(500, 'internal-error', '')),
  )
  await expect(listToCsv(COLUMNS, pages.all(), { onRows: () => true })).rejects.toThrow(ApiProblem)
})
