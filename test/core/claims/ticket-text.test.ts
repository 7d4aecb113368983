import { type EvidencePlace, ticketText } from '#core/claims/ticket-text'
import { paise } from '#core/money/paise'
import { type Discrepancy, RULES } from '#core/reconciliation/discrepancy'
import { expect, test } from 'vitest'
import { DELIVERED, found, lineOf } from '../reconciliation/build-facts'

const lines = [
  lineOf('Delivered', '2026-07-14', DELIVERED),
  lineOf('', '2026-07-20', { recovery: -35_00 }),
]
const [recovery] = found({ lines }, '2026-08-01', { rules: ['recovery_without_reason'] })
const place = { filename: 'payments_july.xlsx', sheet: 'Order Payments', row: 41 }

function write(discrepancy: Discrepancy, where: EvidencePlace | undefined) {
  const evidence = discrepancy.evidence.map((each) => ({ ...each, place: where }))
  return ticketText({ ...discrepancy, evidence })
}

test('a ticket says what is wrong, how much, and where the marketplace itself says so', () => {
  const { subject, body } = write(recovery!, place)
  expect(subject).toBe('Recovery without a reason: 260000000000000001_1')
  expect(body.split('\n')).toEqual([
    'Sub-order 260000000000000001_1: Recovery without a reason.',
    'Amount: ₹35.00.',
    'This is what your own reports show:',
    '- recovery: −₹35.00 (payments_july.xlsx, Order Payments, row 41)',
    '- recoveryReason: blank (payments_july.xlsx, Order Payments, row 41)',
    'Please reverse this charge, or tell us which report shows the reason for it.',
  ])
})

test('it asks for what is left, and needs no amount where nothing is', () => {
  const part = { ...recovery!, recoveredAmount: paise(5_00) }
  expect(write(part, undefined).body).toContain('Amount: ₹30.00.')
  const none = { ...recovery!, recoveredAmount: paise(35_00) }
  expect(write(none, undefined).body).not.toContain('Amount')
})

test('a CSV has no sheet, and a row that cannot be found is named by its figure', () => {
  expect(write(recovery!, { ...place, sheet: '' }).body).toContain('(payments_july.xlsx, row 41)')
  expect(write(recovery!, undefined).body).toContain('- recovery: −₹35.00\n')
})

test.each(RULES)('%s has words', (rule) => {
  const { subject, body } = write({ ...recovery!, rule }, undefined)
  expect(subject).toMatch(/^[A-Z].*: 260000000000000001_1$/)
  expect(body).toMatch(/Please .*\.$/)
})
