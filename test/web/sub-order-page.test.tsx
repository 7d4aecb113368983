import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { SubOrderPage } from '../../web/pages/sub-order-page'
import { answerWith, showAt } from './support/api'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const NO = '259000000000000001_1'

function source(filename: string, row: number) {
  return { uploadId: 'u', reportId: 7, filename, path: [], sheet: '', row }
}

const returned = {
  subOrderNo: NO,
  storeId: 's',
  outcome: 'delivered',
  type: 'customer',
  subType: '',
  quantity: 1,
  createdOn: '2026-07-05',
  orderedOn: '2026-06-25',
  dispatchedOn: '2026-06-26',
  outcomeOn: '2026-07-13',
  sku: 'C97',
  productName: 'Saree',
  variation: '',
  courier: 'Delhivery',
  awb: '53283229694432',
  awbLost: false,
  attempt: 1,
  reason: 'Size too small',
  detailedReason: '',
  source: source('returns.csv', 57),
}
const claim = {
  ticketId: '33710387',
  storeId: 's',
  subOrderNo: NO,
  state: 'approved',
  status: 'Approved',
  issue: 'I have received wrong return',
  createdOn: '2026-07-13',
  lastUpdate: '',
  amount: 449_10,
  paidOn: '2026-07-20',
  transactionId: 'AXISCN1000088761',
  reopenUntil: '',
  sku: 'C97',
  creditState: 'late',
  credit: null,
  source: source('claims.csv', 12),
}
const standing = {
  subOrderNo: NO,
  bucket: 'overdue',
  orderedOn: '2026-06-25',
  sku: 'C97',
  settled: 0,
  promised: null,
  expected: 330_00,
  dueOn: '2026-07-30',
}
const discrepancy = {
  id: 'x',
  rule: 'claim_approved_not_credited',
  subOrderNo: NO,
  atStake: 449_10,
  recovered: 0,
  state: 'open',
  note: '',
  ticketId: '',
  nextStep: 'reopen_ticket',
  since: '2026-08-04',
  evidence: [],
}
const answer = {
  asOf: '2026-09-03',
  knownOn: null,
  subOrder: null,
  history: [],
  lines: [],
  promised: [],
  returns: [returned],
  claims: [claim],
  gst: [
    {
      direction: 'sales',
      month: '2026-06',
      orderedOn: '2026-06-25',
      returnedOn: null,
      quantity: 1,
      gstRateBps: 500,
      taxableMicro: 475_238_095,
      taxMicro: null,
      invoiceMicro: 499_000_000,
      taxableShippingMicro: null,
      hsn: '6204',
      state: 'ODISHA',
      status: '',
      source: source('gst.xlsx', 4),
    },
  ],
  invoices: [],
  standing,
  discrepancies: [discrepancy],
}

function show(change: object = {}) {
  answerWith({ 'GET /api/orders/': () => ({ ...answer, ...change }) })
  showAt(`/orders/${NO}`, SubOrderPage, '/orders/:subOrderNo')
}

test('a sub-order shows where it stands and what is expected, by when', async () => {
  show()
  expect(await screen.findByText('Overdue: not paid')).toBeDefined()
  expect(document.body.textContent).toContain('Expected ₹330.00due 30 Jul 2026')
})

test('its parcel, its ticket and its GST row are there, each with the row of its file', async () => {
  show()
  await screen.findByText('Return parcels')
  const text = document.body.textContent ?? ''
  expect(text).toContain('Customer return · Received 13 Jul 2026Row 57')
  expect(text).toContain('Approved₹449.10Approved, not credited')
  // A tax that the file leaves out is not known, and not nothing.
  expect(text).toContain('Taxable ₹475.24 · Tax Not known')
  expect(text).toContain('Claim raised: ticket 33710387')
})

test('what is wrong stands with its money and the next step', async () => {
  show()
  expect(await screen.findByText('Claim approved, not credited')).toBeDefined()
  expect(screen.getByText('Reopen the ticket: it was approved and no money came.')).toBeDefined()
  cleanup()
  show({ discrepancies: [] })
  expect(await screen.findByText('Nothing is wrong with this sub-order.')).toBeDefined()
})

test('one that has not been judged says so, and of nothing unknown that all is well', async () => {
  show({ standing: null, discrepancies: null })
  expect(await screen.findByText('Not judged yet')).toBeDefined()
  expect(document.body.textContent).not.toContain('Nothing is wrong')
})

test('without a payments file, what it was settled is not known, and no other line is said to be missing', async () => {
  show({ standing: { ...standing, settled: null } })
  await screen.findByText('Overdue: not paid')
  expect(document.body.textContent).toContain('Settled so farAmount not known')
  expect(document.body.textContent).toContain('No payment file yet')
  expect(document.body.textContent).not.toContain('₹0.00')
  cleanup()
  show()
  await screen.findByText('Overdue: not paid')
  expect(document.body.textContent).toContain('Settled so far₹0.00')
})
