import { expect, test } from 'vitest'
import type { SubOrderView } from '../../web/api-shapes'
import { timelineEvents } from '../../web/pages/sub-order/timeline-events'

type Order = NonNullable<SubOrderView['subOrder']>

function source(filename: string): Order['source'] {
  return { uploadId: 'u', reportId: 1, filename, path: [], sheet: '', row: 2 }
}

const DATED = 'Orders_2026-08-01_2026-08-31_2026-08-20_16_12-16_17_2454257.csv'

/** The parts that a timeline reads; the rest of an answer is left out. */
function view(parts: object): SubOrderView {
  const none = { history: [], lines: [], promised: [], returns: [], claims: [] }
  return { subOrder: null, ...none, ...parts } as unknown as SubOrderView
}

function order(status: string, filename: string): Partial<Order> {
  return { status, orderedOn: '2026-08-01', source: source(filename) }
}

const paid = { paidOn: '2026-08-25', status: 'Delivered', settlement: 300_00, source: source('p') }
const promise = { promisedOn: '2026-09-02', settlement: 12_00, source: source('o') }

function said(of: SubOrderView): string[] {
  return timelineEvents(of).map(({ on, kind, status }) => `${on ?? 'no day'} ${kind} ${status}`)
}

test('the status of the only orders file is shown, on the day the file was downloaded', () => {
  const only = view({ subOrder: order('SHIPPED', DATED), lines: [paid], promised: [promise] })
  expect(said(only)).toEqual([
    '2026-08-01 ordered ',
    '2026-08-20 seen SHIPPED',
    '2026-08-25 paid Delivered',
    '2026-09-02 promised ',
  ])
})

test('a status whose file has no day is the newest that is known, before a promise without a day', () => {
  const undated = view({
    subOrder: order('DELIVERED', 'mine.csv'),
    history: [{ status: 'SHIPPED', seenOn: '2026-08-10', source: source(DATED) }],
    lines: [paid],
    promised: [{ ...promise, promisedOn: null }],
  })
  expect(said(undated)).toEqual([
    '2026-08-01 ordered ',
    '2026-08-10 seen SHIPPED',
    '2026-08-25 paid Delivered',
    'no day seen DELIVERED',
    'no day promised ',
  ])
})

test('without an orders file the payments speak alone', () => {
  expect(said(view({ lines: [paid] }))).toEqual(['2026-08-25 paid Delivered'])
})

test('a parcel that came back and its claim stand between the order and the money', () => {
  const parcel = {
    createdOn: '2026-08-10',
    outcome: 'delivered',
    outcomeOn: '2026-08-16',
    type: 'customer',
    source: source('r'),
  }
  const ticket = { createdOn: '2026-08-16', ticketId: '51910315', source: source('c') }
  const sentBack = view({
    subOrder: order('DELIVERED', DATED),
    lines: [paid],
    returns: [parcel],
    claims: [ticket],
  })
  expect(said(sentBack)).toEqual([
    '2026-08-01 ordered ',
    '2026-08-10 sentBack customer',
    '2026-08-16 cameBack delivered',
    '2026-08-16 claimed 51910315',
    '2026-08-20 seen DELIVERED',
    '2026-08-25 paid Delivered',
  ])
})

test('a parcel still on its way has not come back, though the file names a day', () => {
  const parcel = {
    createdOn: '2026-08-10',
    outcome: 'in_transit',
    outcomeOn: '2026-08-30',
    type: 'rto',
    source: source('r'),
  }
  expect(said(view({ returns: [parcel] }))).toEqual(['2026-08-10 sentBack rto'])
})
