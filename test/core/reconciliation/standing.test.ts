import { businessDate } from '#core/dates'
import type { LineFacts, SubOrderFacts } from '#core/reconciliation/facts'
import { BUCKETS, shownAmount, standingOf } from '#core/reconciliation/standing'
import { paise } from '#core/money/paise'
import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DELIVERED,
  DUE_RULE,
  factsOf,
  lineOf,
  orderOf,
  promiseOf,
  RETURNED,
  returnOf,
} from './build-facts'

const bucketOf = (facts: Partial<SubOrderFacts>, asOf = '2026-08-20') =>
  standingOf(factsOf(facts), businessDate(asOf), DUE_RULE).bucket

const delivered = lineOf('Delivered', '2026-07-14', DELIVERED)
const returned = lineOf('Return', '2026-07-20', RETURNED)

const shownAt = (facts: Partial<SubOrderFacts>, asOf: string) =>
  shownAmount(standingOf(factsOf(facts), businessDate(asOf), DUE_RULE), paise(400_00))

describe('by the orders report alone', () => {
  test.each([
    ['CANCELLED', 'cancelled'],
    ['PENDING', 'open'],
    ['READY_TO_SHIP', 'open'],
    ['SHIPPED', 'open'],
    ['RETURN_REQUESTED', 'open'],
    ['RTO_INITIATED', 'rto'],
    ['RTO_OFD', 'rto'],
    ['RTO_COMPLETE', 'rto'],
    ['LOST', 'lost'],
    ['SHIPMENT_LOST', 'lost'],
    ['DOOR_STEP_EXCHANGED', 'exchanged'],
    ['RETURNED', 'returned'],
    ['DELIVERED', 'overdue'],
    ['TELEPORTED', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (status, bucket) => {
    expect(bucketOf({ order: orderOf(status) })).toBe(bucket)
  })

  test('a delivery is awaited up to and on its due day, and overdue after it', () => {
    // 1 July and 23 days.
    expect(bucketOf({}, '2026-07-24')).toBe('awaiting')
    expect(bucketOf({}, '2026-07-25')).toBe('overdue')
  })
})

describe('payments outrank every other report', () => {
  test('a delivered row is paid, whatever the orders report still says', () => {
    expect(bucketOf({ order: orderOf('SHIPPED'), lines: [delivered] })).toBe('paid')
    expect(bucketOf({ order: orderOf('RTO_COMPLETE'), lines: [delivered] })).toBe('paid')
    expect(bucketOf({ lines: [delivered], returns: [returnOf('rto', 'delivered')] })).toBe('paid')
  })

  test.each([
    ['RTO', 'rto'],
    ['Return', 'returned'],
    ['Exchange', 'exchanged'],
    ['Cancelled', 'cancelled'],
    ['Lost', 'lost'],
    ['Beamed up', 'unknown'],
  ])('a %s row is %s under a DELIVERED order', (status, bucket) => {
    expect(bucketOf({ lines: [lineOf(status, '2026-07-14')] })).toBe(bucket)
  })

  test('the later row counts, in whatever order a file has them; on one day the reversal does', () => {
    const again = lineOf('Delivered', '2026-07-28', DELIVERED)
    expect(bucketOf({ lines: [delivered, returned] })).toBe('returned')
    expect(bucketOf({ lines: [returned, delivered] })).toBe('returned')
    expect(bucketOf({ lines: [returned, again] })).toBe('paid')
    const sameDay = lineOf('Return', '2026-07-14', RETURNED)
    expect(bucketOf({ lines: [sameDay, delivered] })).toBe('returned')
    expect(bucketOf({ lines: [delivered, sameDay] })).toBe('returned')
  })

  test('an advance on a shipped parcel is not its end', () => {
    const advance = lineOf('Shipped', '2026-07-10', DELIVERED)
    expect(bucketOf({ order: orderOf('SHIPPED'), lines: [advance] })).toBe('open')
    expect(bucketOf({ lines: [advance] })).toBe('paid')
    expect(bucketOf({ order: undefined, lines: [advance] })).toBe('open')
  })

  test('a fee or a recovery pays nothing; a compensation does', () => {
    const recovery = lineOf('', '2026-07-14', { recovery: -12_40 })
    const compensation = lineOf('', '2026-07-14', { compensation: 400_00 })
    expect(bucketOf({ lines: [recovery] })).toBe('overdue')
    expect(bucketOf({ lines: [compensation] })).toBe('paid')
    expect(bucketOf({ order: orderOf('LOST'), lines: [compensation] })).toBe('lost')
  })
})

describe('the returns report outranks the GST returns and the orders report', () => {
  test('a DELIVERED order that a buyer sent back is returned', () => {
    expect(bucketOf({ returns: [returnOf('customer', 'in_transit')] })).toBe('returned')
    expect(bucketOf({ returns: [returnOf('unknown', 'delivered')] })).toBe('returned')
  })

  test('a paid delivery says nothing against a return that came after it', () => {
    expect(bucketOf({ lines: [delivered], returns: [returnOf('customer', 'delivered')] })).toBe(
      'returned',
    )
  })

  test('a return of some units leaves a delivery of the others', () => {
    const two = orderOf('DELIVERED', { quantity: 2 })
    const one = returnOf('customer', 'delivered')
    expect(bucketOf({ order: two, lines: [delivered], returns: [one] })).toBe('paid')
    expect(bucketOf({ order: two, returns: [one, { ...one, key: 'b' }] })).toBe('returned')
  })

  test('a parcel lost on its way back is lost until payments say more', () => {
    expect(bucketOf({ order: orderOf('RTO_COMPLETE'), returns: [returnOf('rto', 'lost')] })).toBe(
      'lost',
    )
    const rto = lineOf('RTO', '2026-07-14')
    expect(bucketOf({ lines: [rto], returns: [returnOf('rto', 'lost')] })).toBe('rto')
  })

  test('the parcel that comes back in an exchange is a part of it', () => {
    const exchanged = orderOf('DOOR_STEP_EXCHANGED')
    expect(bucketOf({ order: exchanged, returns: [returnOf('customer', 'delivered')] })).toBe(
      'exchanged',
    )
  })

  test('a GST return says that a delivery came back, and nothing of a parcel on its way', () => {
    const gst = { invoiceValue: undefined, wasReturned: true }
    expect(bucketOf({ gst })).toBe('returned')
    expect(bucketOf({ gst, order: undefined })).toBe('returned')
    expect(bucketOf({ gst, order: orderOf('CANCELLED') })).toBe('cancelled')
    expect(bucketOf({ gst, order: orderOf('RTO_LOCKED') })).toBe('rto')
    expect(bucketOf({ gst, lines: [delivered] })).toBe('paid')
  })
})

describe('promises', () => {
  test('what the newest snapshot has is promised, delivered or on its way, due or not', () => {
    expect(bucketOf({ promises: [promiseOf('Delivered')] })).toBe('promised')
    expect(bucketOf({ order: orderOf('SHIPPED'), promises: [promiseOf('Shipped')] })).toBe(
      'promised',
    )
    expect(bucketOf({ order: undefined, promises: [promiseOf('Delivered')] })).toBe('promised')
  })

  test('a paid row drops the promise; a cancellation or an RTO does too', () => {
    expect(bucketOf({ lines: [delivered], promises: [promiseOf('Delivered')] })).toBe('paid')
    expect(bucketOf({ order: orderOf('RTO_COMPLETE'), promises: [promiseOf('Shipped')] })).toBe(
      'rto',
    )
  })

  test('the promised amount is kept apart from the settled', () => {
    const standing = standingOf(
      factsOf({ promises: [promiseOf('Delivered', 480_00)] }),
      businessDate('2026-08-20'),
      DUE_RULE,
    )
    expect(standing).toMatchObject({ settledAmount: 0, promisedAmount: 480_00 })
    expect(shownAmount(standing, paise(400_00))).toBe(480_00)
  })
})

test('a bucket shows what is to come where that is the question, and what was settled elsewhere', () => {
  expect(shownAt({}, '2026-07-10')).toBe(400_00)
  expect(shownAt({}, '2026-08-20')).toBe(400_00)
  expect(shownAt({ lines: [delivered] }, '2026-08-20')).toBe(483_84)
  expect(shownAt({ lines: [delivered, returned] }, '2026-08-20')).toBe(318_84)
})

test('whatever the facts, a sub-order stands in exactly one bucket and no row order changes it', () => {
  const days = constantFrom('2026-07-10', '2026-07-14', '2026-08-01')
  const lines = array(
    record({
      status: constantFrom('', 'Delivered', 'RTO', 'Return', 'Exchange', 'Shipped', 'Lost', '?'),
      day: days,
      compensation: integer({ min: 0, max: 2 }),
    }),
    { maxLength: 4 },
  )
  const orders = constantFrom(
    'DELIVERED',
    'SHIPPED',
    'CANCELLED',
    'LOST',
    'RTO_OFD',
    'X',
    undefined,
  )
  const returns = array(
    record({
      type: constantFrom('rto' as const, 'customer' as const, 'unknown' as const),
      outcome: constantFrom('in_transit' as const, 'lost' as const, 'delivered' as const),
    }),
    { maxLength: 2 },
  )
  assert(
    property(
      lines,
      orders,
      returns,
      constantFrom(true, false),
      (rows, status, back, isPromised) => {
        const facts = factsOf({
          order: status === undefined ? undefined : orderOf(status),
          lines: rows.map((row, index): LineFacts => {
            const line = lineOf(row.status, row.day, { compensation: row.compensation })
            return { ...line, key: `${line.key}|${index}` }
          }),
          returns: back.map(({ type, outcome }, index) =>
            returnOf(type, outcome, { key: String(index) }),
          ),
          promises: isPromised ? [promiseOf('Delivered')] : [],
        })
        const asOf = businessDate('2026-08-20')
        const standing = standingOf(facts, asOf, DUE_RULE)
        expect(BUCKETS).toContain(standing.bucket)
        const shuffled = {
          ...facts,
          lines: facts.lines.toReversed(),
          returns: facts.returns.toReversed(),
        }
        expect(standingOf(shuffled, asOf, DUE_RULE)).toEqual(standing)
      },
    ),
    { numRuns: 1000 },
  )
})
