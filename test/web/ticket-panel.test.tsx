import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { TicketPanel } from '../../web/components/ticket-panel'
import { answerWith, showAt } from './support/api'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test.each([
  ['2026-07-31', /^Your payments files end on 31 Jul 2026. It may have been paid/],
  [null, /^No payment file yet/],
])('a ticket about what may have been paid says so: payments to %s', async (paymentsTo, words) => {
  const id = `to-${paymentsTo}`
  answerWith({
    [`GET /api/discrepancies/${id}/ticket`]: () => ({
      subject: 'Delivered order has not been paid',
      text: 'Please pay this order.',
      evidence: [],
      unproven: { dueOn: '2026-08-05', end: { paymentsTo }, missing: [] },
    }),
  })
  showAt('/reconcile', () => <TicketPanel id={id} asOf={undefined} />)
  fireEvent.click(await screen.findByRole('button', { name: 'Ready ticket text' }))
  expect((await screen.findByText(words)).className).toBe('notice')
  expect(screen.getByText('Please pay this order.')).toBeDefined()
})
