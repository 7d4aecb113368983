import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { DateField } from '../../web/components/date-field'

afterEach(cleanup)

function show(first: string) {
  const [day, setDay] = createSignal(first)
  const kept: string[] = []
  const { container } = render(() => (
    <label>
      <span>From</span>
      <DateField
        name="from"
        value={day()}
        onChange={(event) => kept.push(event.currentTarget.value)}
      />
    </label>
  ))
  const field = screen.getByLabelText('From')
  const shown = () => container.querySelector('[data-day]')?.getAttribute('data-day')
  return { field, shown, setDay, kept }
}

test('5 August reads 05 Aug, whatever order the browser writes days in', () => {
  const { field, shown } = show('2026-08-05')
  expect(shown()).toBe('05 Aug 2026')
  expect(field).toHaveProperty('type', 'date')
  expect(field).toHaveProperty('value', '2026-08-05')
})

test('what is typed or picked is what is shown, and an emptied field shows no day', () => {
  const { field, shown, kept } = show('2026-08-05')
  fireEvent.input(field, { target: { value: '2026-11-02' } })
  fireEvent.change(field)
  expect(shown()).toBe('02 Nov 2026')
  expect(kept).toEqual(['2026-11-02'])
  fireEvent.input(field, { target: { value: '' } })
  expect(shown()).toBeUndefined()
})

test('a day that another control chooses is shown too', () => {
  const { shown, setDay } = show('2026-08-05')
  setDay('2026-09-30')
  expect(shown()).toBe('30 Sep 2026')
})

test('our words are drawn, and say nothing a second time', () => {
  show('2026-08-05')
  expect(screen.getByLabelText('From', { exact: true })).toBeDefined()
  expect(document.body.textContent).toBe('From')
})
