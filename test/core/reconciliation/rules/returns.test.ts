import type { RuleId } from '#core/reconciliation/discrepancy'
import type { SubOrderFacts } from '#core/reconciliation/facts'
import { describe, expect, test } from 'vitest'
import { claimOf, DELIVERED, found, lineOf, orderOf, RETURNED, returnOf } from '../build-facts'

const find = (rule: RuleId) => (facts: Partial<SubOrderFacts>, asOf: string) =>
  found(facts, asOf, { rules: [rule] })

const compensation = (day: string, amount = 450_00) => lineOf('', day, { compensation: amount })

describe('return_lost_uncompensated', () => {
  const findLost = find('return_lost_uncompensated')
  const order = orderOf('RTO_COMPLETE')
  // Lost on 16 July; thirty days are over on 15 August.
  const lost = returnOf('rto', 'lost')

  test('from the thirty-first day the price of the goods is at stake', () => {
    expect(findLost({ order, returns: [lost] }, '2026-08-15')).toEqual([])
    expect(findLost({ order, returns: [lost] }, '2026-08-16')).toMatchObject([
      { atStake: 499_00, about: lost.key, recoveredAmount: 0 },
    ])
  })

  test('money within thirty days settles it; a recovery or a sale is no such money', () => {
    expect(
      findLost({ order, returns: [lost], lines: [compensation('2026-08-15')] }, '2026-09-01'),
    ).toEqual([])
    const claims = [lineOf('', '2026-08-01', { claims: 400_00 })]
    expect(findLost({ order, returns: [lost], lines: claims }, '2026-09-01')).toEqual([])
    const rto = [lineOf('RTO', '2026-07-14', { sale: 594_00, saleReturn: -594_00 })]
    expect(findLost({ order, returns: [lost], lines: rto }, '2026-09-01')).toHaveLength(1)
  })

  const late = (amount: number) =>
    findLost({ order, returns: [lost], lines: [compensation('2026-08-16', amount)] }, '2026-09-01')

  test('money after them recovers it, at the fair value for the whole', () => {
    // 88 % of 499.00 is 439.12.
    expect(late(439_12)).toMatchObject([{ recoveredAmount: 439_12, isRecovered: true }])
    expect(late(439_11)).toMatchObject([{ recoveredAmount: 439_11, isRecovered: false }])
  })

  test('only what was lost is at stake', () => {
    const two = orderOf('RTO_COMPLETE', { quantity: 2 })
    const both = returnOf('rto', 'lost', { quantity: 2 })
    expect(findLost({ order: two, returns: [lost] }, '2026-09-01')).toMatchObject([
      { atStake: 499_00 },
    ])
    expect(findLost({ order: two, returns: [both] }, '2026-09-01')).toMatchObject([
      { atStake: 998_00 },
    ])
  })

  test('without a lost day the day it was created counts; without either nothing does', () => {
    const undated = returnOf('rto', 'lost', { outcomeOn: undefined })
    expect(findLost({ order, returns: [undated] }, '2026-08-09')).toEqual([])
    expect(findLost({ order, returns: [undated] }, '2026-08-10')).toHaveLength(1)
    const never = returnOf('rto', 'lost', { outcomeOn: undefined, createdOn: undefined })
    expect(findLost({ order, returns: [never] }, '2027-08-10')).toEqual([])
  })

  test('a seller who keeps the sale has lost nothing', () => {
    const back = returnOf('customer', 'lost')
    const paid = lineOf('Delivered', '2026-07-14', DELIVERED)
    expect(findLost({ returns: [back], lines: [paid] }, '2026-09-01')).toEqual([])
    const reversed = lineOf('Return', '2026-07-20', { saleReturn: -594_00 })
    expect(findLost({ returns: [back], lines: [paid, reversed] }, '2026-09-01')).toHaveLength(1)
  })

  test('a parcel that came back is none', () => {
    expect(findLost({ order, returns: [returnOf('rto', 'delivered')] }, '2026-09-01')).toEqual([])
  })
})

describe('lost_uncompensated', () => {
  const findLost = find('lost_uncompensated')
  const order = orderOf('LOST')

  test('a lost order is at stake from the thirty-first day after it was placed', () => {
    expect(findLost({ order }, '2026-07-31')).toEqual([])
    expect(findLost({ order }, '2026-08-01')).toMatchObject([{ atStake: 499_00 }])
  })

  test('a compensation settles it, and payments that say otherwise do too', () => {
    const lines = [lineOf('', '2026-07-22', { compensation: 450_00 })]
    expect(findLost({ order, lines }, '2026-09-01')).toEqual([])
    const paid = [lineOf('Delivered', '2026-07-22', DELIVERED)]
    expect(findLost({ order, lines: paid }, '2026-09-01')).toEqual([])
    expect(findLost({ order: orderOf('SHIPPED') }, '2026-09-01')).toEqual([])
  })

  test('a parcel that the returns report lost is that rule’s, and not counted twice', () => {
    const returns = [returnOf('rto', 'lost')]
    expect(findLost({ order, returns }, '2026-09-01')).toEqual([])
    expect(find('return_lost_uncompensated')({ order, returns }, '2026-09-01')).toHaveLength(1)
  })
})

describe('return_overdue', () => {
  const findOverdue = find('return_overdue')

  // Created on 10 July.
  test.each(['in_transit', 'out_for_delivery'] as const)('%s for more than 21 days', (outcome) => {
    const returns = [returnOf('customer', outcome)]
    expect(findOverdue({ returns }, '2026-07-31')).toEqual([])
    expect(findOverdue({ returns }, '2026-08-01')).toMatchObject([{ atStake: 499_00 }])
  })

  test.each(['delivered', 'lost', 'disposed'] as const)(
    'one that is %s is not overdue',
    (outcome) => {
      expect(findOverdue({ returns: [returnOf('customer', outcome)] }, '2026-09-01')).toEqual([])
    },
  )
})

describe('claim_window_closing', () => {
  const findClosing = find('claim_window_closing')
  // Received on 16 July.
  const received = [returnOf('customer', 'delivered')]

  test('a claim can be raised up to seven days after', () => {
    expect(findClosing({ returns: received }, '2026-07-15')).toEqual([])
    expect(findClosing({ returns: received }, '2026-07-16')).toMatchObject([{ atStake: 499_00 }])
    expect(findClosing({ returns: received }, '2026-07-23')).toHaveLength(1)
    expect(findClosing({ returns: received }, '2026-07-24')).toEqual([])
  })

  test('a ticket ends it, and an RTO or a parcel on its way has none', () => {
    const claims = [claimOf({ state: 'open' })]
    expect(findClosing({ returns: received, claims }, '2026-07-18')).toEqual([])
    expect(findClosing({ returns: [returnOf('rto', 'delivered')] }, '2026-07-18')).toEqual([])
    expect(findClosing({ returns: [returnOf('customer', 'in_transit')] }, '2026-07-18')).toEqual([])
    const undated = [returnOf('customer', 'delivered', { outcomeOn: undefined })]
    expect(findClosing({ returns: undated }, '2026-07-18')).toEqual([])
  })
})

test('a returned row beside its parcel accuses nobody of anything', () => {
  const lines = [
    lineOf('Delivered', '2026-07-14', DELIVERED),
    lineOf('Return', '2026-07-20', { ...RETURNED, sale: 0, tcs: 2_83, tds: 57 }),
  ]
  const returns = [returnOf('customer', 'delivered')]
  expect(
    found({ lines, returns, gst: { invoiceValue: undefined, wasReturned: true } }, '2026-12-01'),
  ).toEqual([])
})
