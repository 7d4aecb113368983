import { businessDate } from '#core/dates'
import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import type { Comparison } from '../../web/compare'
import { DateRangePanel } from '../../web/components/date-range-panel'

afterEach(cleanup)

function show(comparison?: Comparison) {
  const onComparison = vi.fn()
  const onPreset = vi.fn()
  const onPeriod = vi.fn()
  const onOpenChange = vi.fn()
  render(() => (
    <DateRangePanel
      open
      period={{ from: businessDate('2026-08-01'), to: businessDate('2026-08-14') }}
      preset="this-month"
      onPreset={onPreset}
      onPeriod={onPeriod}
      comparison={comparison}
      onComparison={onComparison}
      onOpenChange={onOpenChange}
      anchor={() => document.body}
    />
  ))
  return { onPreset, onPeriod, onOpenChange, onComparison }
}

function choose(from: string, to: string) {
  fireEvent.input(screen.getByLabelText('From'), { target: { value: from } })
  fireEvent.input(screen.getByLabelText('To'), { target: { value: to } })
  fireEvent.submit(screen.getByText('Apply').closest('form')!)
}

test('the period in force is marked, and another is one press away', async () => {
  const { onPreset, onOpenChange } = show()
  expect(screen.getByText('This month').getAttribute('aria-pressed')).toBe('true')
  fireEvent.click(screen.getByText('Last financial year'))
  await waitFor(() => expect(onPreset).toHaveBeenCalledWith('last-fy'))
  expect(onOpenChange).toHaveBeenCalledWith(false)
})

test('days of one’s own are taken as they are', async () => {
  const { onPeriod } = show()
  choose('2026-06-01', '2026-06-30')
  await waitFor(() =>
    expect(onPeriod).toHaveBeenCalledWith({ from: '2026-06-01', to: '2026-06-30' }),
  )
})

test('a first day after the last is said, and nothing changes', () => {
  const { onPeriod } = show()
  choose('2026-07-01', '2026-06-30')
  expect(screen.getByRole('alert').textContent).toBe('The first day comes after the last.')
  expect(onPeriod).not.toHaveBeenCalled()
})

test('what to compare with stands beside the days it means, and one press chooses it', async () => {
  const { onComparison, onOpenChange } = show('period')
  const before = screen.getByText('The period before')
  expect(before.getAttribute('aria-pressed')).toBe('true')
  expect(before.textContent).toContain('01–14 Jul 2026')
  const year = screen.getByText('A year before')
  expect(year.textContent).toContain('01–14 Aug 2025')
  fireEvent.click(year)
  await waitFor(() => expect(onComparison).toHaveBeenCalledWith('year'))
  expect(onOpenChange).toHaveBeenCalledWith(false)
})

test('a screen that compares with nothing does not offer it', () => {
  show()
  expect(screen.queryByText('Compare with')).toBeNull()
})
