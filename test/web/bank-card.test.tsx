import { Route, Router } from '@solidjs/router'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BankMatch } from '../../web/api-shapes'
import { BankCard } from '../../web/pages/payouts/bank-card'
import { BankResult } from '../../web/pages/payouts/bank-result'

const asked = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.stubGlobal('fetch', asked)
  asked.mockReset()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const payout = (transactionId: string, expected: number | null = 100_00) => ({
  storeId: 's',
  paidOn: '2026-08-03',
  transactionId,
  expected,
})
const credit = { row: 7, on: '2026-08-04', amount: 98_50, narration: 'NEFT X', reference: 'R1' }
const NONE = { count: 0, amount: 0 }

function match(change: Partial<BankMatch> = {}): BankMatch {
  return {
    isStored: false,
    period: { from: '2026-08-01', to: '2026-08-31' },
    rows: 3,
    credits: NONE,
    matched: [],
    amountOnly: [],
    missing: [],
    notCovered: [],
    unknownCredits: [],
    unreadableRows: [],
    totals: {
      matched: { count: change.matched?.length ?? 0, amount: 0 },
      amountOnly: { count: change.amountOnly?.length ?? 0, amount: 0 },
      missing: { count: change.missing?.length ?? 0, amount: 0 },
      notCovered: { count: change.notCovered?.length ?? 0, amount: 0 },
      unknownCredits: { count: change.unknownCredits?.length ?? 0, amount: 0 },
      unreadableRows: { count: change.unreadableRows?.length ?? 0 },
    },
    ...change,
  }
}

async function drop(file: File): Promise<void> {
  render(() => (
    <Router>
      <Route path="*" component={BankCard} />
    </Router>
  ))
  const input = await screen.findByLabelText(/Choose a statement/)
  Object.defineProperty(input, 'files', { value: [file], configurable: true })
  fireEvent.change(input)
}

test('a statement is sent as it is, and the screen says that it was not stored', async () => {
  asked.mockImplementation(async () =>
    Response.json(match({ matched: [{ payout: payout('A1'), credit, difference: 0 }] })),
  )
  const file = new File(['Date,Narration,Credit'], 'statement.csv')
  await drop(file)
  expect(await screen.findByText(/Nothing of this statement was stored/)).toBeDefined()
  expect(
    screen.getByText('Every payout of these days is in your bank, to the paisa.'),
  ).toBeDefined()
  expect(asked).toHaveBeenCalledWith(
    '/api/payouts/match-bank',
    expect.objectContaining({ method: 'POST', body: file }),
  )
})

test('a file that is no statement is answered in words', async () => {
  const problem = { code: 'pdf', detail: 'This is a PDF.', status: 422 }
  asked.mockImplementation(async () => Response.json(problem, { status: 422 }))
  await drop(new File(['%PDF'], 'statement.pdf'))
  expect(await screen.findByText('This is a PDF.')).toBeDefined()
})

test('a file over 5 MB is not even sent', async () => {
  await drop(new File([new Uint8Array(5_000_001)], 'statement.csv'))
  await vi.waitFor(() => expect(screen.queryByText('Comparing…')).toBeNull())
  expect(asked).not.toHaveBeenCalled()
})

test('another amount is shown with its difference, and nothing is called fine', () => {
  render(() => (
    <BankResult match={match({ matched: [{ payout: payout('A1'), credit, difference: -1_50 }] })} />
  ))
  expect(screen.getByText('Another amount came')).toBeDefined()
  expect(screen.getByText('−₹1').parentElement?.textContent ?? '').toContain('−₹1.50')
  expect(screen.queryByText(/Every payout of these days/)).toBeNull()
})

test('an amount that no file tells is not shown as nil', () => {
  render(() => <BankResult match={match({ missing: [payout('A1', null)] })} />)
  expect(screen.getByText('Amount not told')).toBeDefined()
})

test('a list that was cut says how many more there are', () => {
  const cut = match({ unknownCredits: [credit] })
  const totals = { ...cut.totals, unknownCredits: { count: 501, amount: 0 } }
  render(() => <BankResult match={{ ...cut, totals }} />)
  expect(screen.getByText('and 500 more')).toBeDefined()
  expect(screen.getByText('501')).toBeDefined()
})
