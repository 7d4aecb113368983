import { type CogsPolicy, unitsDispatched, unitsThatStayed } from '#core/costs/cogs'
import { businessDate } from '#core/dates'
import { type Paise, paise, sum } from '#core/money/paise'
import type { SubOrderFacts } from '#core/reconciliation/facts'
import { parcelOf } from '#core/reconciliation/parcel'
import { costOnOrderBasis, costsOnPaymentBasis, coverageOfCosts } from '#test/support/cost-entries'
import { describe, expect, test } from 'vitest'
import {
  DELIVERED,
  factsOf,
  lineOf,
  orderOf,
  RETURNED,
  returnOf,
} from '../reconciliation/build-facts'

const two = (status: string) => orderOf(status, { quantity: 2 })
const delivered = lineOf('Delivered', '2026-07-14', DELIVERED, { quantity: 2 })
const reversed = lineOf('Return', '2026-07-20', { ...RETURNED, sale: 0 }, { quantity: 2 })
const compensation = lineOf('', '2026-07-25', { compensation: 400_00 })

const stayed = (rest: Partial<SubOrderFacts>, policy: CogsPolicy) => {
  const facts = factsOf(rest)
  return unitsThatStayed(facts, parcelOf(facts), policy)
}

describe('of two units, how many cost', () => {
  test.each<[string, Partial<SubOrderFacts>, number, number, number]>([
    // kept, kept_and_returned, all_shipped
    ['delivered', { order: two('DELIVERED') }, 2, 2, 2],
    ['delivered and paid', { order: two('DELIVERED'), lines: [delivered] }, 2, 2, 2],
    ['exchanged', { order: two('DOOR_STEP_EXCHANGED') }, 2, 2, 2],
    ['returned', { order: two('DELIVERED'), lines: [delivered, reversed] }, 0, 2, 2],
    ['an RTO', { order: two('RTO_COMPLETE') }, 0, 0, 2],
    ['on their way', { order: two('SHIPPED') }, 0, 0, 2],
    ['cancelled', { order: two('CANCELLED') }, 0, 0, 0],
    ['not sent yet', { order: two('READY_TO_SHIP') }, 0, 0, 0],
    ['of an unknown status', { order: two('TELEPORTED') }, 0, 0, 0],
    ['lost', { order: two('LOST') }, 2, 2, 2],
    ['lost and compensated', { order: two('LOST'), lines: [compensation] }, 0, 0, 2],
    [
      'one of them returned',
      { order: two('DELIVERED'), lines: [delivered], returns: [returnOf('customer', 'delivered')] },
      1,
      2,
      2,
    ],
    [
      'one of them returned and reversed',
      {
        order: two('DELIVERED'),
        lines: [delivered, reversed],
        returns: [returnOf('customer', 'delivered')],
      },
      1,
      2,
      2,
    ],
    [
      'one of them lost on an RTO’s way back',
      {
        order: two('RTO_COMPLETE'),
        lines: [lineOf('RTO', '2026-07-14')],
        returns: [returnOf('rto', 'lost')],
      },
      1,
      1,
      2,
    ],
    [
      'one of them lost on a return’s way back',
      {
        order: two('DELIVERED'),
        lines: [delivered, reversed],
        returns: [returnOf('customer', 'lost')],
      },
      2,
      2,
      2,
    ],
  ])('%s', (_, facts, kept, keptAndReturned, allShipped) => {
    expect(stayed(facts, 'kept')).toBe(kept)
    expect(stayed(facts, 'kept_and_returned')).toBe(keptAndReturned)
    expect(stayed(facts, 'all_shipped')).toBe(allShipped)
  })
})

const dispatched = (status: string) => {
  const facts = factsOf({ order: two(status) })
  return unitsDispatched(facts, parcelOf(facts))
}

test('what is sent is packed, and an exchange is packed twice', () => {
  expect(dispatched('DELIVERED')).toBe(2)
  expect(dispatched('RTO_COMPLETE')).toBe(2)
  expect(dispatched('DOOR_STEP_EXCHANGED')).toBe(4)
  expect(dispatched('CANCELLED')).toBe(0)
})

// 100.00 until 30 June, 120.00 from 1 July; packaging 7.00.
const costOn = (sku: string, day: string) =>
  sku === 'SAREE-1'
    ? { cost: paise(day < '2026-07-01' ? 100_00 : 120_00), packaging: paise(7_00) }
    : { cost: undefined, packaging: undefined }

const onOrder = (rest: Partial<SubOrderFacts>) => {
  const facts = factsOf(rest)
  return costOnOrderBasis(facts, parcelOf(facts), 'kept', costOn)
}
const onPayment = (rest: Partial<SubOrderFacts>, policy: CogsPolicy = 'kept') => {
  const facts = factsOf(rest)
  return costsOnPaymentBasis(facts, parcelOf(facts), policy, costOn)
}

describe('by order date', () => {
  test('the cost in force on the day counts on the day', () => {
    expect(onOrder({ order: two('DELIVERED') })).toEqual({
      day: '2026-07-01',
      sku: 'SAREE-1',
      units: 2,
      cogs: -240_00,
      dispatchedUnits: 2,
      packaging: -14_00,
    })
    const before = orderOf('DELIVERED', { orderedOn: businessDate('2026-06-30') })
    expect(onOrder({ order: before })).toMatchObject({ cogs: -100_00 })
  })

  test('an RTO costs its packaging, and a cancellation nothing', () => {
    expect(onOrder({ order: orderOf('RTO_COMPLETE') })).toMatchObject({ cogs: 0, packaging: -7_00 })
    expect(onOrder({ order: orderOf('CANCELLED') })).toBeUndefined()
  })

  test('an order that no report dates is on no day', () => {
    const undated = { ...delivered, orderedOn: undefined }
    expect(onOrder({ order: undefined, lines: [undated] })).toBeUndefined()
  })
})

describe('by payment date', () => {
  test('without a paid line there is no cost yet', () => {
    expect(onPayment({})).toEqual([])
  })

  test('it counts on the first paid line’s day, at the order date’s cost, once', () => {
    const later = lineOf('', '2026-07-30', { recovery: -12_40 })
    expect(onPayment({ lines: [later, delivered] })).toMatchObject([
      { day: '2026-07-14', cogs: -120_00, packaging: -7_00 },
    ])
  })

  test('it is given back on the return line’s day, without its packaging', () => {
    expect(onPayment({ order: two('DELIVERED'), lines: [delivered, reversed] })).toMatchObject([
      { day: '2026-07-14', units: 2, cogs: -240_00, packaging: -14_00 },
      { day: '2026-07-20', units: -2, cogs: 240_00, packaging: 0 },
    ])
  })

  test('a return that only the returns report tells has given nothing back yet', () => {
    const facts = { lines: [delivered], returns: [returnOf('customer', 'delivered')] }
    expect(onPayment({ ...facts, order: orderOf('DELIVERED') })).toMatchObject([{ cogs: -120_00 }])
  })

  test('an RTO row spends and gives back on its one day', () => {
    const rto = lineOf('RTO', '2026-07-12')
    expect(onPayment({ lines: [rto] })).toMatchObject([
      { day: '2026-07-12', cogs: -120_00 },
      { day: '2026-07-12', cogs: 120_00 },
    ])
    expect(onPayment({ lines: [rto] }, 'all_shipped')).toHaveLength(1)
  })

  test('a compensated loss never counts, an uncompensated one without a line has not yet', () => {
    expect(onPayment({ order: orderOf('LOST'), lines: [compensation] })).toMatchObject([
      { cogs: 0, packaging: -7_00 },
    ])
    expect(onPayment({ order: orderOf('LOST') })).toEqual([])
  })

  test.each<[string, Partial<SubOrderFacts>]>([
    ['delivered', { lines: [delivered] }],
    ['returned', { lines: [delivered, reversed] }],
    ['an RTO', { lines: [lineOf('RTO', '2026-07-12')] }],
    ['exchanged', { lines: [lineOf('Exchange', '2026-07-12', DELIVERED)] }],
    ['lost and compensated', { order: orderOf('LOST'), lines: [compensation] }],
  ])('in the end a sub-order that is %s costs the same on both bases', (_, facts) => {
    for (const column of ['cogs', 'packaging'] as const) {
      const paid = onPayment(facts).map((entry) => entry[column] as Paise)
      expect(sum(paid)).toBe(onOrder(facts)?.[column])
    }
  })
})

test('an unknown cost stays unknown: its SKUs and units are counted, and no zero is made of it', () => {
  const entries = [
    onOrder({ order: two('DELIVERED') })!,
    onOrder({ order: orderOf('DELIVERED', { sku: 'B', quantity: 3 }) })!,
    onOrder({ order: orderOf('DELIVERED', { sku: 'B' }) })!,
    onOrder({ order: orderOf('DELIVERED', { sku: 'A' }) })!,
    onOrder({ order: orderOf('RTO_COMPLETE', { sku: 'C' }) })!,
  ]
  expect(entries[1]).toMatchObject({ cogs: undefined, packaging: undefined })
  expect(coverageOfCosts(entries)).toEqual({
    cogs: -240_00,
    packaging: -14_00,
    units: 7,
    unknownUnits: 5,
    unknownSkus: ['A', 'B'],
  })
})

const free = () => ({ cost: paise(0), packaging: paise(0) })

test('a cost of nothing is known', () => {
  const facts = factsOf()
  expect(costOnOrderBasis(facts, 'delivered', 'kept', free)).toMatchObject({
    cogs: 0,
    packaging: 0,
  })
})
