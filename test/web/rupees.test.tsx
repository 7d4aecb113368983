import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { Rupees } from '../../web/components/rupees'
import { setAmountsHidden } from '../../web/preferences'

afterEach(() => {
  setAmountsHidden(false)
  cleanup()
})

test('an amount is shown to the paisa, with a true minus', () => {
  const { container } = render(() => <Rupees amount={-1_23_456_78} />)
  expect(container.textContent).toBe('−₹1,23,456.78')
})

test('a short amount still tells the exact one to whoever asks', () => {
  const { container } = render(() => <Rupees compact amount={1_23_456_78} />)
  expect(screen.getByText('₹1.2 L').getAttribute('aria-hidden')).toBe('true')
  expect(screen.getByText('₹1,23,456.78')).toBeTruthy()
  expect(container.querySelector('[data-exact]')?.getAttribute('data-exact')).toBe('₹1,23,456.78')
})

test('in a tile the last paisa below a crore is shown, and a crore is short', () => {
  const below = render(() => <Rupees isTile amount={-99_99_999_99} />)
  expect(below.container.textContent).toBe('−₹99,99,999.99')
  const { container } = render(() => <Rupees isTile amount={-1_00_00_000_00} />)
  expect(container.querySelector('[data-exact]')?.textContent).toBe('−₹1 Cr−₹1,00,00,000.00')
})

test('hidden amounts leave no digit on the screen, and come back', () => {
  const { container } = render(() => <Rupees amount={1_23_456_78} />)
  setAmountsHidden(true)
  expect(container.textContent).not.toMatch(/\d/)
  setAmountsHidden(false)
  expect(container.textContent).toBe('₹1,23,456.78')
})

test('what is no whole number of paise is refused, not rounded', () => {
  expect(() => render(() => <Rupees amount={0.5} />)).toThrow(RangeError)
})
