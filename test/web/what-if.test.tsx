import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import type { Sku } from '../../web/api-shapes'
import { Cause } from '../../web/pages/skus/sku-columns'
import { WhatIf } from '../../web/pages/skus/what-if'
import { group } from './support/figures'

afterEach(cleanup)

/** 100 units sent, 20 never arrived, 70 stayed: sold at 500.00, cost 300.00 each. */
function sku(change: object = {}): Sku {
  const base = group('G36', { sale: 35_000_00, shipping: -5_000_00, settlement: 30_000_00 })
  const lines = { ...base.lines, cogs: -21_000_00, packaging: 0, netProfit: 9_000_00 }
  const answer: unknown = {
    ...base,
    sku: 'G36',
    lines,
    dispatchedUnits: 100,
    keptUnits: 70,
    rtoUnits: 20,
    isPartial: false,
    lossCause: null,
    ...change,
  }
  return answer as Sku
}

const shown = (name: string) => screen.getByText(name).nextSibling?.textContent

test('the fields begin with what was, and nothing has changed', () => {
  render(() => <WhatIf item={sku()} />)
  const values = [...document.querySelectorAll('input')].map(({ value }) => value)
  expect(values).toEqual(['500.00', '300.00', '20'])
  expect(shown('Profit was')).toBe('₹9,000.00')
  expect(shown('Change')).toBe('₹0.00')
  expect(screen.getByText(/An estimate: it is in no other figure/)).toBeDefined()
})

test('ten rupees more on the 70 that stay are 700.00 more', async () => {
  render(() => <WhatIf item={sku()} />)
  fireEvent.input(screen.getByLabelText('Sale of a kept unit, ₹'), { target: { value: '510' } })
  await expect.poll(() => shown('Change')).toBe('₹700.00')
  expect(shown('Would be about')).toBe('₹9,700.00')
})

test('what is no number gives no result', async () => {
  render(() => <WhatIf item={sku()} />)
  for (const value of ['', 'abc', '101', '-1']) {
    fireEvent.input(screen.getByLabelText('RTO, %'), { target: { value } })
    await expect.poll(() => screen.queryByText('Change'), { message: value }).toBeNull()
  }
  expect(screen.getByText('Amounts in rupees, and a share between 0 and 100.')).toBeDefined()
})

test('without its cost, or while units are being counted, there is nothing to try', () => {
  for (const change of [{ isPartial: true }, { keptUnits: null }, { keptUnits: 0 }]) {
    render(() => <WhatIf item={sku(change)} />)
    expect(screen.getByText(/There is nothing to try/)).toBeDefined()
    cleanup()
  }
})

test('a loss has its cause in words, and a SKU without one a dash', () => {
  render(() => <Cause item={{ lossCause: 'price_below_cost' }} />)
  expect(screen.getByText('Price below cost')).toBeDefined()
  cleanup()
  render(() => <Cause item={{ lossCause: null }} />)
  expect(screen.getByText('–')).toBeDefined()
})
