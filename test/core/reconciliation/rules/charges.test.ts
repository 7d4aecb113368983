import type { SubOrderFacts } from '#core/reconciliation/facts'
import type { RuleId } from '#core/reconciliation/discrepancy'
import { describe, expect, test } from 'vitest'
import { claimOf, DELIVERED, found, lineOf, orderOf, RETURNED, returnOf } from '../build-facts'

const delivered = lineOf('Delivered', '2026-07-14', DELIVERED)
const charge = (day = '2026-07-20', returnShipping = -165_00) => lineOf('', day, { returnShipping })
const find = (rule: RuleId) => (facts: Partial<SubOrderFacts>) =>
  found(facts, '2026-09-01', { rules: [rule] })

const rto = (returnShipping: number) => lineOf('RTO', '2026-07-14', { ...RETURNED, returnShipping })

const recovery = (amount: number, recoveryReason: string) =>
  lineOf('', '2026-07-20', { recovery: amount }, { recoveryReason })

describe('rto_charged', () => {
  const findRto = find('rto_charged')

  test('a parcel that nobody took costs nothing, so the charge is at stake', () => {
    expect(findRto({ lines: [rto(-165_00)] })).toMatchObject([{ atStake: 165_00 }])
    expect(findRto({ lines: [rto(-1)] })).toHaveLength(1)
  })

  test('a zero row is right, and a return may be charged', () => {
    expect(findRto({ lines: [rto(0)] })).toEqual([])
    expect(findRto({ lines: [lineOf('Return', '2026-07-14', RETURNED)] })).toEqual([])
  })

  test('a reversal in a later row recovers it; one before it does not', () => {
    const lines = [rto(-165_00), lineOf('', '2026-07-28', { returnShipping: 165_00 })]
    expect(findRto({ lines })).toMatchObject([{ recoveredAmount: 165_00, isRecovered: true }])
    const earlier = [rto(-165_00), lineOf('', '2026-07-13', { claims: 165_00 })]
    expect(findRto({ lines: earlier })).toMatchObject([{ recoveredAmount: 0 }])
  })
})

describe('return_charge_without_return', () => {
  const findCharge = find('return_charge_without_return')

  test('a fee for a return that nothing shows is at stake', () => {
    expect(findCharge({ lines: [delivered, charge()] })).toMatchObject([{ atStake: 165_00 }])
  })

  test.each<[string, Partial<SubOrderFacts>]>([
    ['a Return row', { lines: [delivered, lineOf('Return', '2026-07-20', RETURNED)] }],
    [
      'a sale taken back',
      { lines: [lineOf('', '2026-07-20', { returnShipping: -1, saleReturn: -1 })] },
    ],
    ['a returns report row', { lines: [charge()], returns: [returnOf('customer', 'in_transit')] }],
    ['a GST return', { lines: [charge()], gst: { invoiceValue: undefined, wasReturned: true } }],
    ['an exchange', { lines: [lineOf('Exchange', '2026-07-20', DELIVERED), charge()] }],
    ['a return in the orders report', { lines: [charge()], order: orderOf('RETURN_REQUESTED') }],
    ['no charge', { lines: [delivered] }],
    ['a refund', { lines: [delivered, charge('2026-07-20', 165_00)] }],
  ])('%s accuses nobody', (_, facts) => {
    expect(findCharge(facts)).toEqual([])
  })

  test('a part that was given back is recovered, and the rest stays open', () => {
    const lines = [delivered, charge(), charge('2026-07-28', 100_00)]
    expect(findCharge({ lines })).toMatchObject([
      { atStake: 165_00, recoveredAmount: 100_00, isRecovered: false },
    ])
  })

  test('the credit of a ticket pays the ticket, and not a charge beside it', () => {
    const lines = [
      delivered,
      charge(),
      lineOf('', '2026-07-25', { claims: 449_10 }, { transactionId: 'AXIS1' }),
    ]
    expect(findCharge({ lines, claims: [claimOf()] })).toMatchObject([{ recoveredAmount: 0 }])
  })
})

describe('return_charged_twice', () => {
  const findTwice = find('return_charged_twice')
  const returned = lineOf('Return', '2026-07-20', RETURNED)

  test('all charges but the first are at stake', () => {
    const lines = [returned, charge('2026-07-28', -154_00), charge('2026-08-02', -165_00)]
    expect(findTwice({ lines }).map(({ atStake }) => atStake)).toEqual([154_00, 165_00])
    expect(findTwice({ lines: [charge('2026-07-19', -154_00), returned] })).toMatchObject([
      { atStake: 165_00 },
    ])
  })

  test('one charge for each parcel that came back is right', () => {
    const returns = [
      returnOf('customer', 'delivered'),
      returnOf('customer', 'delivered', { key: 'b' }),
    ]
    const lines = [returned, charge('2026-07-28')]
    expect(findTwice({ lines, returns, order: orderOf('DELIVERED', { quantity: 2 }) })).toEqual([])
    expect(findTwice({ lines, returns: returns.slice(1) })).toHaveLength(1)
  })

  test('one credit does not recover two charges', () => {
    const lines = [
      returned,
      charge('2026-07-28'),
      charge('2026-08-02'),
      lineOf('', '2026-08-10', { claims: 165_00 }),
    ]
    expect(findTwice({ lines }).map(({ recoveredAmount }) => recoveredAmount)).toEqual([165_00, 0])
  })
})

describe('recovery_without_reason', () => {
  const findRecovery = find('recovery_without_reason')

  test('money taken with no word why is at stake', () => {
    expect(findRecovery({ lines: [recovery(-35_00, '')] })).toMatchObject([{ atStake: 35_00 }])
    expect(findRecovery({ lines: [recovery(-35_00, '  ')] })).toHaveLength(1)
  })

  test('a reason, or money given, accuses nobody', () => {
    expect(findRecovery({ lines: [recovery(-12_40, 'Affiliate Fee')] })).toEqual([])
    expect(findRecovery({ lines: [recovery(35_00, '')] })).toEqual([])
  })
})

describe('order_unknown', () => {
  const findUnknown = find('order_unknown')

  test('money for an order that no report has is told, with nothing at stake', () => {
    expect(findUnknown({ order: undefined, lines: [delivered] })).toMatchObject([
      { atStake: 0, isRecovered: false, evidence: [{ column: 'settlement', value: 483_84 }] },
    ])
    expect(findUnknown({ lines: [delivered] })).toEqual([])
    expect(findUnknown({ order: undefined })).toEqual([])
  })
})
