import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { ProvenancePage } from '../../web/pages/provenance-page'
import { answerWith, showAt } from './support/api'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const cell = (row: number) => ({
  subOrderNo: `259000000000000${String(row).padStart(3, '0')}_1`,
  on: '2026-08-03',
  value: 100,
  column: 'Total Sale Amount',
  units: null,
  source: { uploadId: 'u', reportId: 1, filename: 'p.xlsx', path: [], sheet: 's', row },
})

function show(count: unknown, nextCursor: string | null) {
  const calls = answerWith({
    'GET /api/me': () => ({ user: {}, workspace: { id: 'w' }, stores: [] }),
    'GET /api/uploads': () => ({ items: [], nextCursor: null }),
    'GET /api/provenance': () => ({
      figure: 'grossSales',
      knownOn: null,
      items: Array.from({ length: 100 }, (_, row) => cell(row)),
      total: 1_234_00,
      nextCursor,
    }),
    'GET /api/provenance/count': () => count,
  })
  showAt('/provenance?figure=grossSales&from=2026-08-01&to=2026-08-31', ProvenancePage)
  return () => calls.filter(({ url }) => url.includes('/provenance/count')).map(({ url }) => url)
}

test('a figure says of how many cells it is, also of those that are not read yet', async () => {
  const counted = show({ count: 1_234 }, 'next')
  expect(await screen.findByText('1,234 rows')).toBeDefined()
  expect(counted()).toHaveLength(1)
  expect(counted()[0]).toContain('figure=grossSales')
})

test('a list that is whole is counted by itself', async () => {
  const counted = show({ count: 7 }, null)
  expect(await screen.findByText('100 rows')).toBeDefined()
  expect(counted()).toHaveLength(0)
})

test('where nobody counted, the list says how long it is at least', async () => {
  const counted = show({ count: null }, 'next')
  expect(await screen.findByText('100 rows or more')).toBeDefined()
  await expect.poll(counted).toHaveLength(1)
  expect(screen.getByText('100 rows or more')).toBeDefined()
})
