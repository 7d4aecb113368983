import { Route, Router } from '@solidjs/router'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Pnl } from '../../web/api-shapes'
import { GroupTable } from '../../web/pages/profit/group-table'
import { findGroups } from '../../web/pages/profit/group-view'
import { group } from './support/figures'

beforeEach(() => window.history.replaceState(null, '', '/profit?group=sku'))
afterEach(cleanup)

const skus = [
  group('A13-combo', { sale: 900_00, commission: -800_00, settlement: 100_00 }),
  group('B12-M', { sale: 500_00, commission: -100_00, settlement: 400_00 }),
  group('', { ads: -50_00 }),
]

const total = group('total', {
  sale: 1_400_00,
  commission: -900_00,
  settlement: 500_00,
  ads: -50_00,
})

async function show() {
  // The parts of an answer that the table reads.
  const pnl = { group: 'sku', groups: skus } as unknown as Pnl
  const table = () => <GroupTable total={total} pnl={pnl} />
  render(() => (
    <Router>
      <Route path="*" component={table} />
    </Router>
  ))
  await screen.findByText('B12-M')
}

function rows(): (string | undefined)[] {
  return [...document.querySelectorAll('tbody th')].map((cell) => cell.textContent ?? undefined)
}

test('SKUs begin with the lowest profit, and sort by settlement', async () => {
  await show()
  expect(rows()).toEqual(['Total', 'No SKU (ads and other)', 'A13-combo', 'B12-M'])
  fireEvent.click(screen.getByRole('button', { name: 'Settlement' }))
  await expect.poll(rows).toEqual(['Total', 'B12-M', 'A13-combo', 'No SKU (ads and other)'])
})

test('a search leaves the SKUs that have the letters, and no total above them', async () => {
  await show()
  fireEvent.input(screen.getByLabelText('Search SKU'), { target: { value: 'b12' } })
  await expect.poll(rows).toEqual(['B12-M'])
  expect(screen.getByText('1 row')).toBeDefined()
})

test('a search knows no upper and lower case, and nothing but spaces finds all', () => {
  expect(findGroups(skus, ' COMBO ').map(({ key }) => key)).toEqual(['A13-combo'])
  expect(findGroups(skus, '  ')).toHaveLength(3)
})
