import { readPayment } from '#core/meesho/claims-report'
import { recogniseReport } from '#core/meesho/recognise-report'
import { readAll, tableOf } from '#test/support/table'
import { expect, test } from 'vitest'
import { hintsOf } from './sample-files'

const NAMES = [
  'Order Number',
  'Suborder Number',
  'Ticket ID',
  'Ticket Status',
  'Issue',
  'Created Date',
  'Last Update',
  'Reopen Validity',
]
const TICKET = [
  '259000000000000001',
  '259000000000000001_1',
  '50491782',
  'Approved',
  'I have received wrong return',
  '2025-07-04',
  'Your claim payment of Rs 809.10 was done on 11-Jul-2025 with a transaction id: AXISCN1000088428',
  '',
]

async function read(rows: string[][], names = ['Supplier-1148774_Status-all_x.csv']) {
  const table = tableOf(rows)
  const recognition = await recogniseReport(table, hintsOf(names))
  if (recognition.status !== 'recognised' || recognition.report.kind !== 'claims')
    throw new Error(JSON.stringify(recognition))
  return { report: recognition.report, ...(await readAll(table, recognition.report)) }
}

test('a ticket is read with the payment that its last update speaks of', async () => {
  const { records, report } = await read([NAMES, TICKET])
  expect(report.supplierId).toBe('1148774')
  expect(records).toEqual([
    {
      ticketId: '50491782',
      subOrderNo: '259000000000000001_1',
      state: 'approved',
      status: 'Approved',
      issue: 'I have received wrong return',
      createdOn: '2025-07-04',
      lastUpdate: TICKET[6],
      updatedOn: undefined,
      amount: 809_10,
      paidOn: '2025-07-11',
      transactionId: 'AXISCN1000088428',
      reopenUntil: '',
      sku: '',
    },
  ])
})

test.each([
  [
    'Your claim payment of Rs. 1,809 was done on 1 Jul 2025 with transaction id AB-1',
    1_809_00,
    '2025-07-01',
    'AB-1',
  ],
  ['Dear seller, your claim payment of ₹161.10 was done on 2025-08-12.', 161_10, '2025-08-12', ''],
  ['Your claim payment of Rs 5 was done on soon with a transaction id: X1', 5_00, undefined, 'X1'],
  ['We are looking into it', undefined, undefined, ''],
  ['', undefined, undefined, ''],
])('“%s” says what was paid, and no more', (words, amount, paidOn, transactionId) => {
  expect(readPayment(words)).toEqual({ amount, paidOn, transactionId })
})

test('a last update that is a day is the day of the update', async () => {
  const dated = TICKET.with(3, 'Open').with(6, '2025-07-09')
  const { records } = await read([NAMES, dated])
  expect(records).toMatchObject([{ state: 'open', updatedOn: '2025-07-09' }])
  const beside = [
    [...NAMES, 'Last Update Date', 'SKU'],
    [...TICKET, '2025-07-12', 'S-1'],
  ]
  expect((await read(beside)).records).toMatchObject([
    { updatedOn: '2025-07-12', amount: 809_10, sku: 'S-1' },
  ])
})

test.each([
  ['without a ticket number', 2, '', 'Ticket ID'],
  ['whose ticket number was shortened', 2, '5.05E+12', 'Ticket ID'],
  ['without a day', 5, '', 'Created Date'],
  ['without a sub-order number', 1, '', 'Suborder Number'],
])('a row %s is rejected', async (_, column, text, title) => {
  const { records, rejected } = await read([NAMES, TICKET.with(column, text)])
  expect(records).toEqual([])
  expect(rejected).toMatchObject([{ row: 2, column: title }])
})

test('a new money column holds the report back', async () => {
  const table = tableOf([
    [...NAMES, 'Claim Amount'],
    [...TICKET, '809.10'],
  ])
  expect(await recogniseReport(table, hintsOf([]))).toMatchObject({
    status: 'quarantined',
    kind: 'claims',
    code: 'columns-unknown',
  })
})
