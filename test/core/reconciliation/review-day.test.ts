import { addDays, businessDate } from '#core/dates'
import { reconcileSubOrder } from '#core/reconciliation/find-discrepancies'
import { nextReviewOn } from '#core/reconciliation/review-day'
import { NO_NORMS } from '#core/reconciliation/seller-norms'
import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { claimOf, DUE_RULE, factsOf, judgementOn, lineOf, orderOf, returnOf } from './build-facts'

const nextAfter = (asOf: string, facts = factsOf()) => nextReviewOn(facts, judgementOn(asOf))

test('a delivery is looked at again the day after its due day, and the day a loss is thirty days old', () => {
  expect(nextAfter('2026-07-24')).toBe('2026-07-25')
  expect(nextAfter('2026-07-25')).toBe('2026-08-01')
  expect(nextAfter('2026-08-01')).toBeUndefined()
})

test('a parcel and a ticket have days of their own', () => {
  const facts = factsOf({ returns: [returnOf('customer', 'delivered')], claims: [claimOf()] })
  const days = []
  for (let day = nextAfter('2026-07-01', facts); day; day = nextAfter(day, facts)) days.push(day)
  expect(days).toEqual([
    '2026-07-16',
    '2026-07-24',
    '2026-07-25',
    '2026-08-01',
    '2026-08-09',
    '2026-08-16',
  ])
})

test('on every day before the next review the verdict is the one of today', () => {
  const day = integer({ min: 0, max: 40 }).map((days) => addDays(businessDate('2026-07-02'), days))
  const parcels = array(
    record({
      type: constantFrom('rto' as const, 'customer' as const),
      outcome: constantFrom('in_transit' as const, 'lost' as const, 'delivered' as const),
      createdOn: day,
      outcomeOn: day,
    }),
    { maxLength: 2 },
  )
  const cases = record({
    status: constantFrom('DELIVERED', 'LOST', 'RTO_COMPLETE', 'SHIPPED'),
    parcels,
    tickets: array(day, { maxLength: 2 }),
    compensatedOn: array(day, { maxLength: 1 }),
    asOf: day,
  })
  assert(
    property(cases, ({ status, parcels, tickets, compensatedOn, asOf }) => {
      const facts = factsOf({
        order: orderOf(status),
        returns: parcels.map((each, index) =>
          returnOf(each.type, each.outcome, { ...each, key: String(index) }),
        ),
        claims: tickets.map((paidOn, index) => claimOf({ ticketId: String(index), paidOn })),
        lines: compensatedOn.map((paidOn) => lineOf('', paidOn, { compensation: 100_00 })),
      })
      const judge = (on: typeof asOf) => {
        const { standing, discrepancies } = reconcileSubOrder(facts, {
          asOf: on,
          dueRule: DUE_RULE,
          norms: NO_NORMS,
        })
        return { bucket: standing.bucket, discrepancies }
      }
      const next = nextReviewOn(facts, { asOf, dueRule: DUE_RULE }) ?? addDays(asOf, 90)
      for (let on = asOf; on < next; on = addDays(on, 1)) expect(judge(on)).toEqual(judge(asOf))
    }),
    { numRuns: 300 },
  )
})
