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
  return { subOrder: null, history: [], lines: [], promised: [], ...parts } as SubOrderView
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
